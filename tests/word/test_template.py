"""The organisation's own document as a template: its look is taken, its text and all that could do harm is not."""

import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from word.papers import FULL, W, document, label, line, names, paper, values, visible

from negotext.paper.values import Kind
from negotext.source import SourceError
from negotext.word.writing import write_docx

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def saved(template) -> bytes:
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


@pytest.fixture
def house():
    """The document of an organisation: own styles, letter paper, an emblem in the header, text, a comment, a macro."""
    template = docx.Document()
    template.styles["Heading 1"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    template.styles["Normal"].font.name = "Garamond"
    template.styles.add_style("negotext Statement", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(17)
    section = template.sections[0]
    section.page_width, section.left_margin = Cm(21.59), Cm(4)
    section.header.paragraphs[0].add_run("International Office ").add_picture(io.BytesIO(PIXEL), Cm(1))
    section.footer.paragraphs[0].text = "Postal address"
    template.add_paragraph("Words of the template")
    template.add_comment(template.paragraphs[0].runs, "secret", "Somebody", "S")
    template.add_picture(io.BytesIO(PIXEL))
    kind = "application/vnd.ms-office.vbaProject"
    macro = Part(PackURI("/word/vba.bin"), kind, b"Sub AutoOpen", template.part.package)
    template.part.relate_to(macro, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
    template.settings.element.append(parse_xml(f'<w:attachedTemplate {nsdecls("w")} {nsdecls("r")} r:id="rId99"/>'))
    template.core_properties.author = "Somebody"
    template.core_properties.comments = "secret"
    return template


def test_its_styles_are_used(house):
    data = write_docx(FULL, template=saved(house))
    written = docx.Document(io.BytesIO(data))
    heading, statement = written.styles["Heading 1"], written.styles["negotext Statement"]
    assert heading.font.color.rgb == RGBColor(0x12, 0x34, 0x56)
    assert statement.font.size == Pt(17)
    assert written.styles["Normal"].font.name == "Garamond"
    used = {paragraph.text: paragraph.style.name for paragraph in written.paragraphs}
    assert used["I.\tScope"] == "Heading 1"
    assert used["Brazil: keep it."] == "negotext Statement"


def test_styles_it_lacks_are_added(house):
    written = docx.Document(io.BytesIO(write_docx(FULL, template=saved(house))))
    assert {"negotext Offered", "negotext Paragraph", "footnote text"} <= {style.name for style in written.styles}


def test_lists_are_its_own(house):
    used = {
        each.text: each.style.name
        for each in docx.Document(io.BytesIO(write_docx(FULL, template=saved(house)))).paragraphs
    }
    assert used["(a)\ttheir costs;"] == "List"


def test_no_style_comes_twice(house):
    root = document(write_docx(FULL, template=saved(house)), "word/styles.xml")
    ids = values(root, "w:style", "styleId")
    assert len(ids) == len(set(ids))
    defaults = [style.get(W + "type") for style in root.iter(W + "style") if style.get(W + "default")]
    assert sorted(defaults) == ["character", "numbering", "paragraph", "table"]


def test_its_text_is_left_behind(house):
    data = write_docx(paper(line("ours")), template=saved(house))
    assert visible(document(data)) == ["ours"]


def test_nothing_of_its_text_or_its_makers_comes_along(house):
    data = write_docx(paper(line("ours")), template=saved(house))
    assert not [part for part in names(data) if "vba" in part or "comments" in part or "thumbnail" in part]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    for word in (b"AutoOpen", b"secret", b"Somebody", b"Words of the template", b"attachedTemplate"):
        assert word not in everything


def test_its_page_head_and_foot_stay(house):
    written = docx.Document(io.BytesIO(write_docx(FULL, template=saved(house))))
    section = written.sections[0]
    assert round(section.page_width.cm, 2) == 21.59
    assert round(section.left_margin.cm, 1) == 4
    assert section.header.paragraphs[0].text.strip() == "International Office"
    assert section.footer.paragraphs[0].text == "Postal address"
    assert section.first_page_footer.paragraphs[0].text == "Postal address"


def test_the_masthead_stands_below_its_head(house):
    section = docx.Document(io.BytesIO(write_docx(FULL, template=saved(house)))).sections[0]
    head = [paragraph.text.strip() for paragraph in section.first_page_header.paragraphs]
    assert head[:2] == ["International Office", "A/C.2/79/CRP.3"]
    assert [image for image in section.first_page_header.part.rels.values() if image.reltype == RT.IMAGE]


def test_the_sdk_finds_no_fault(house, faults):
    # The attached template has no relation here, as after a careless edit.
    assert faults(write_docx(FULL, template=saved(house))) == []


def test_what_was_written_is_a_template_again(faults):
    once = write_docx(FULL)
    twice = write_docx(FULL, template=once)
    assert visible(document(twice)) == visible(document(once))
    assert faults(twice) == []
    heads = [docx.Document(io.BytesIO(data)).sections[0] for data in (once, twice)]
    for head in ("header", "first_page_header", "footer"):
        first, second = ([each.text for each in getattr(section, head).paragraphs] for section in heads)
        assert first == second


def test_its_numbering_is_off_for_labels_as_printed(house):
    properties = house.styles["Heading 1"].element.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>'))
    body = document(write_docx(paper(line(label("1."), "x", kind=Kind.HEADING, level=1)), template=saved(house)))
    assert values(body, "w:numId") == ["0"]


def test_it_is_the_same_every_time(house):
    template = saved(house)
    assert write_docx(FULL, template=template) == write_docx(FULL, template=template)


def macro_enabled(data: bytes) -> bytes:
    return rewritten(
        data,
        "[Content_Types].xml",
        lambda part: part.replace(
            b"openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"ms-word.document.macroEnabled.main+xml",
        ),
    )


def rewritten(data: bytes, name: str, change) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for each in source.namelist():
            target.writestr(each, change(source.read(each)) if each == name else source.read(each))
    return result.getvalue()


def without_relations(data: bytes) -> bytes:
    return rewritten(data, "word/_rels/document.xml.rels", lambda part: part.replace(b"styles", b"stiles"))


def with_entities(data: bytes) -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    return rewritten(data, "word/styles.xml", lambda part: part.replace(b"<w:styles", bomb + b"<w:styles", 1))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda data: b"", "is no Word file"),
        (lambda data: b"no zip at all", "is no Word file"),
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: b"\xd0\xcf\x11\xe0" + data, "old Word"),
        (macro_enabled, "macros"),
        (with_entities, "document type definition"),
        (lambda data: rewritten(data, "word/document.xml", lambda part: part[:-9]), "no XML"),
        (lambda data: rewritten(data, "word/document.xml", lambda part: b"<x/>"), "damaged"),
        (lambda data: rewritten(data, "word/_rels/document.xml.rels", lambda part: b"<x/>"), "damaged"),
        (without_relations, "damaged"),
    ],
)
def test_a_broken_or_hostile_one_is_one_clear_error(spoil, says):
    template = spoil(saved(docx.Document()))
    with pytest.raises(SourceError, match=says) as error:
        write_docx(paper(line("ours")), template=template)
    assert "the template" in str(error.value)


def test_a_picture_outside_the_file_is_not_fetched(house):
    section = house.sections[0]
    section.header.part.relate_to("http://example.org/emblem.png", RT.IMAGE, is_external=True)
    with pytest.raises(SourceError, match="header or footer"):
        write_docx(paper(line("ours")), template=saved(house))
