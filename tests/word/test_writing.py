"""What a document is made of: styles, labels, headings, notes, tables, sections, the head of the page."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from word.papers import (
    FRONT,
    FULL,
    IN_ARABIC,
    WHEN,
    W,
    document,
    inserted,
    label,
    line,
    names,
    paper,
    table,
    values,
    visible,
)

from negotext.paper.bookmarks import ANNEX
from negotext.paper.colours import delegation_colour
from negotext.paper.values import Cell, Edge, Front, Kind, Note, NoteMark, Remark, Role, Run
from negotext.word.writing import write_docx


def opened(written):
    return docx.Document(io.BytesIO(write_docx(written)))


def only(*content, **more):
    """The paragraph that is written for this content."""
    (found,) = document(write_docx(paper(line(*content, **more)))).iter(W + "p")
    return found


def test_the_text_is_all_there_and_in_order():
    assert visible(document(write_docx(FULL)))[:7] == [
        "I.\tScope",
        "5.\tThe evaluation [shall – Algeria] cover all offices, among them regionalcountry ones.*",
        "(a)\ttheir costs;",
        "(i)\tand effects;",
        "OP7 bis\tAnother text",
        "Brazil: keep it.",
        "Option 1: none",
    ]


@pytest.mark.parametrize(
    ("kind", "level", "style"),
    [
        (Kind.TITLE, 0, "Title"),
        (Kind.HEADING, 1, "Heading 1"),
        (Kind.HEADING, 3, "Heading 3"),
        (Kind.HEADING, 40, "Heading 6"),
        (Kind.PARAGRAPH, 0, "negotext Paragraph"),
        (Kind.ITEM, 1, "negotext Item 1"),
        (Kind.ITEM, 99, "negotext Item 6"),
        (Kind.OPTION, 0, "negotext Option"),
        (Kind.STATEMENT, 0, "negotext Statement"),
        (Kind.CHAIR, 0, "negotext Chair"),
        (Kind.NOTE, 0, "negotext Note"),
        (Kind.CAPTION, 0, "Caption"),
        (Kind.LEGEND, 0, "negotext Legend"),
    ],
)
def test_each_kind_of_paragraph_has_its_style(kind, level, style):
    assert opened(paper(line(label("1."), "x", kind=kind, level=level))).paragraphs[0].style.name == style


def test_a_paragraph_without_a_label_hangs_nowhere():
    assert opened(paper(line("x"))).paragraphs[0].style.name == "negotext Text"
    assert values(only("x", kind=Kind.ITEM, level=1), "w:ind", "firstLine") == ["0"]


def test_every_role_can_be_restyled():
    written = {style.name for style in opened(paper(line("x"))).styles}
    assert {f"negotext {role.value.capitalize()}" for role in Role if role is not Role.TEXT} <= written


def test_headings_have_levels_for_the_navigation_and_stay_with_their_text():
    styles = document(write_docx(FULL), "word/styles.xml")
    (heading,) = (style for style in styles.iter(W + "style") if style.get(W + "styleId") == "Heading2")
    assert values(heading, "w:outlineLvl") == ["1"]
    assert len(list(heading.iter(W + "keepNext"))) == 1


def test_labels_are_text_as_printed_and_never_numbering():
    data = write_docx(FULL)
    assert not values(document(data), "w:numId")
    assert "word/numbering.xml" not in names(data)


@pytest.mark.parametrize(("text", "fits"), [("5.", True), ("(iv)", True), ("OP7 bis", False), ("第十二条之二", False)])
def test_a_long_label_has_the_room_it_needs(text, fits):
    found = only(label(text), "words")
    assert (values(found, "w:ind", "hanging") == []) is fits
    assert values(found, "w:tab", "pos") == [None] if fits else int(values(found, "w:ind", "hanging")[0]) > 567


def test_a_bracket_in_front_of_a_label_belongs_to_it():
    found = opened(paper(line(Run("[", Role.BRACKET), label("5."), "words"))).paragraphs[0]
    assert found.style.name == "negotext Paragraph"


def test_delegations_have_their_colours():
    found = only(Run("words", Role.OFFERED, "DZ"), Run("plain"))
    assert values(found, "w:color") == [delegation_colour("DZ").rgb]
    assert values(found, "w:rStyle") == ["NegotextOffered"]


def test_chinese_has_its_font_and_its_quotation_marks():
    data = write_docx(replace(paper(line("“评价”", language="zh")), language="zh"))
    styles = document(data, "word/styles.xml")
    assert values(styles, "w:rFonts", "eastAsia")[0] == "SimSun"
    assert values(styles, "w:lang", "eastAsia") == ["zh-CN"]
    assert values(document(data), "w:rFonts", "hint") == ["eastAsia"]


def test_arabic_runs_from_right_to_left_and_latin_names_in_it_do_not():
    found = only(Run("النص "), Run("WIPO"), Run(" (1)"), language="ar")
    assert len(list(found.iter(W + "bidi"))) == 1
    assert [len(list(run.iter(W + "rtl"))) for run in found.iter(W + "r")] == [1, 0, 1]
    assert values(document(write_docx(IN_ARABIC), "word/styles.xml"), "w:lang", "bidi") == ["ar-SA"]
    assert len(list(document(write_docx(IN_ARABIC)).iter(W + "bidiVisual"))) == 1


def test_another_language_in_the_text_is_marked():
    assert values(only("mot", language="fr"), "w:lang") == ["fr-FR"]
    assert not values(only("word", language="en"), "w:lang")


# Footnotes


def notes_of(*numbers, marks=None):
    """Labels of the notes in the text and in the part, with `#` where Word counts."""
    marks = numbers if marks is None else marks
    body = line("x", *(NoteMark(number) for number in marks))
    data = write_docx(paper(body, notes=tuple(Note(number, (Run(f"note {number}"),)) for number in numbers)))
    calls = ["".join(t.text for t in run.iter(W + "t")) or "#" for run in document(data).iter(W + "r")][1:]
    return calls, data


@pytest.mark.parametrize(
    ("numbers", "calls"),
    [
        (("1", "2", "3"), ["#", "#", "#"]),
        (("1", "*", "2"), ["#", "*", "#"]),
        (("5", "6"), ["5", "6"]),
        (("1", "1"), ["#", "1"]),
    ],
)
def test_notes_keep_the_numbers_they_have_in_print(numbers, calls):
    found, data = notes_of(*numbers)
    assert found == calls
    assert [text.strip() for text in visible(document(data, "word/footnotes.xml"))[2:]] == [
        f"note {number}" if call == "#" else f"{call} note {number}"
        for number, call in zip(numbers, calls, strict=True)
    ]


def test_a_note_called_twice_is_one_note():
    calls, data = notes_of("1", marks=("1", "1"))
    assert calls == ["#", "1"]
    assert len(values(document(data), "w:footnoteReference", "id")) == 1


def test_a_note_that_nothing_calls_stands_behind_the_text():
    data = write_docx(paper(line("x"), notes=(Note("7", (Run("lost"),)),)))
    assert visible(document(data)) == ["x", "7\tlost"]
    assert "word/footnotes.xml" not in names(data)


def test_a_remark_about_words_of_a_note_is_at_its_call(faults):
    note = Note("1", (Edge("k", True), Run("words"), Edge("k", False)))
    body = line("x", NoteMark("1"))
    remark = Remark("k", "A", "a", WHEN, ("why",))
    data = write_docx(paper(body, notes=(note,), remarks=(remark,), bookmarks={"k": "_nt_k"}))
    assert len(values(document(data), "w:commentReference", "id")) == 1
    assert not values(document(data, "word/footnotes.xml"), "w:commentRangeStart", "id")
    assert values(document(data, "word/footnotes.xml"), "w:bookmarkStart", "name") == ["_nt_k"]
    assert faults(data) == []


def test_settings_name_the_separators_of_the_notes():
    settings = document(write_docx(FULL), "word/settings.xml")
    assert values(settings, "w:footnote", "id") == ["-2", "-1"]
    settings = document(write_docx(replace(FULL, remarks=())), "word/settings.xml")
    assert values(settings, "w:footnote", "id") == ["-1", "0"]
    assert not values(document(write_docx(paper(line("x"))), "word/settings.xml"), "w:footnote", "id")


# Comments


def test_comments_have_their_own_dates_and_paragraphs():
    (comment,) = opened(FULL).comments
    assert (comment.author, comment.initials, f"{comment.timestamp:%Y-%m-%d %H:%M}") == (
        "negotext",
        "nt",
        "2026-11-21 10:00",
    )
    assert [paragraph.text for paragraph in comment.paragraphs] == ["For: Algeria", "Against: Brazil"]


def test_two_remarks_about_one_place():
    body = line(Edge("k", True), "x", Edge("k", False))
    data = write_docx(paper(body, remarks=tuple(Remark("k", who, who, "", ("why",)) for who in "AB")))
    assert len(values(document(data), "w:commentReference", "id")) == 2


# Tables and sections


def test_the_head_of_a_table_is_repeated_and_its_cells_are_shaded():
    body = document(write_docx(FULL))
    first, matrix = body.iter(W + "tbl")
    assert [len(list(row.iter(W + "tblHeader"))) for row in first.iter(W + "tr")] == [1, 0, 0]
    assert values(matrix, "w:shd", "fill")[2:] == ["DDF0DA", "F9D9D6"]
    assert values(matrix, "w:textDirection") == ["btLr"]


def test_columns_have_their_shares_of_the_page():
    wide = replace(table(("a", "b"), ("c", "d")), widths=(3.0, 1.0))
    assert values(document(write_docx(paper(wide))), "w:gridCol", "w") == ["6804", "2268"]


def test_a_cell_has_a_paragraph_and_a_table_one_behind_it():
    body = document(write_docx(paper(table(("a", ""), ("", "d")), table(("e",)))))
    assert all(cell.find(W + "p") is not None for cell in body.iter(W + "tc"))
    assert [child.tag.removeprefix(W) for child in body[0]] == ["tbl", "p", "tbl", "p", "sectPr"]


def orientations(written):
    return [section.get(W + "orient") for section in document(write_docx(written)).iter(W + "pgSz")]


def test_wide_tables_of_the_annex_lie_across():
    assert orientations(FULL) == [None, "landscape"]
    assert orientations(replace(FULL, annex=FULL.annex[:-1])) == [None, None]
    assert orientations(replace(FULL, annex=())) == [None]


def test_the_rows_of_a_matrix_stay_on_one_page_with_its_caption_and_legend():
    legend = line("+1: for it", kind=Kind.LEGEND)
    body = document(write_docx(replace(FULL, annex=(legend, *FULL.annex[1:]))))
    (matrix,) = (each for each in body.iter(W + "tbl") if "Algeria" in "".join(each.itertext()))
    *rows, last = matrix.iter(W + "tr")
    assert all(row.find(f".//{W}keepNext") is not None for row in rows[1:])
    assert last.find(f".//{W}keepNext") is None
    (said,) = (each for each in body.iter(W + "p") if "".join(each.itertext()) == "+1: for it")
    assert said.find(f"{W}pPr/{W}keepNext") is not None


def test_heads_are_turned_but_in_tables_from_right_to_left():
    turned = [len(list(document(write_docx(each)).iter(W + "textDirection"))) for each in (FULL, IN_ARABIC)]
    assert turned == [1, 0]


def test_no_row_is_parted_by_the_end_of_a_page():
    body = document(write_docx(FULL))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in body.iter(W + "tr"))


def test_the_annex_begins_with_its_bookmark_on_a_page_of_its_own():
    body = document(write_docx(FULL))
    (mark,) = (each for each in body.iter(W + "bookmarkStart") if each.get(W + "name") == ANNEX)
    assert "Underlined" in "".join(mark.getparent().itertext())
    before = list(mark.getparent().itersiblings(preceding=True))
    assert list(before[0].iter(W + "sectPr"))
    assert not any(list(each.iter(W + "sectPr")) for each in before[1:])


def test_an_annex_that_begins_with_a_table_has_its_bookmark_in_front_of_it(faults):
    data = write_docx(replace(FULL, annex=FULL.annex[2:]))
    (mark,) = (each for each in document(data).iter(W + "bookmarkStart") if each.get(W + "name") == ANNEX)
    assert mark.getparent().getnext().tag == W + "tbl"
    assert faults(data) == []


def test_a_section_never_ends_with_a_change():
    last = line(Run("new", revision=inserted()), revision=inserted())
    body = document(write_docx(replace(FULL, body=(last,))))
    for section in body.iter(W + "sectPr"):
        if section.getparent().tag == W + "pPr":
            assert section.getparent().find(W + "rPr") is None


def test_cells_may_hold_several_paragraphs():
    two = Cell(((Run("a"),), (Run("b"),)))
    data = write_docx(paper(replace(table(("x",)), rows=((two,),))))
    assert visible(document(data))[:2] == ["a", "b"]


# Head and foot of the page


def test_the_masthead_is_on_the_first_page():
    section = opened(FULL).sections[0]
    head = section.first_page_header
    said = [each.text for each in head.paragraphs] + [cell.text for row in head.tables[0].rows for cell in row.cells]
    assert section.different_first_page_header_footer
    assert {"A/C.2/79/CRP.3", "Draft decision on field offices", "Agenda item 18"} <= set(said)
    assert "Distr.: Limited\n21 November 2026\nOriginal: English" in said


def test_other_pages_have_the_symbol_and_all_have_numbers():
    section = opened(FULL).sections[0]
    assert section.header.paragraphs[0].text == "A/C.2/79/CRP.3"
    for footer in (section.footer, section.first_page_footer):
        assert values(footer._element, "w:fldSimple", "instr") == [" PAGE ", " NUMPAGES "]


def test_the_title_of_the_text_is_not_said_twice():
    written = replace(FULL, body=(line("Draft decision on  field offices", kind=Kind.TITLE), *FULL.body))
    assert FRONT.title not in [each.text for each in opened(written).sections[0].first_page_header.paragraphs]


def test_without_a_front_there_is_no_masthead():
    section = opened(paper(line("x"))).sections[0]
    assert not section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == ""


def test_what_says_its_own_label_gets_no_second_one():
    cells = opened(replace(FULL, front=Front(original="Original: English"))).sections[0].first_page_header.tables[0]
    assert cells.rows[0].cells[1].text == "Original: English"


# The package


def test_the_properties_say_what_it_is_and_nothing_of_today():
    properties = opened(FULL).core_properties
    assert (properties.title, properties.author, properties.identifier) == (FRONT.title, "Secretariat", FRONT.symbol)
    assert f"{properties.created:%Y-%m-%dT%H:%M:%SZ}" == f"{properties.modified:%Y-%m-%dT%H:%M:%SZ}" == WHEN


def test_a_paper_without_a_date_has_none():
    assert b"dcterms" not in zipfile.ZipFile(io.BytesIO(write_docx(paper(created="")))).read(
        "docProps/core.xml"
    ).replace(b"xmlns:dcterms", b"")


def test_entries_of_the_archive_have_the_date_of_the_paper():
    with zipfile.ZipFile(io.BytesIO(write_docx(FULL))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 11, 21, 10, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_it_is_no_document_of_an_old_word():
    settings = document(write_docx(FULL), "word/settings.xml")
    assert values(settings, "w:compatSetting") == ["15"]
