"""Files that mean harm, or are something else: one clear sentence each, and nothing is written, fetched or expanded."""

import io
import tracemalloc
import zipfile

import pytest
from word.packages import KIND, docx, p, package, zipped

from negotext.source import SourceError
from negotext.word import opening
from negotext.word.opening import open_package
from negotext.word.reading import read_docx

BODY = p("1. One.")


def refused(data):
    """What is said of a file that is not read."""
    with pytest.raises(SourceError) as caught:
        read_docx(data, "draft.docx")
    message, hint = str(caught.value), caught.value.hint
    assert message.startswith("draft.docx")
    assert "\n" not in message and hint
    return f"{message}; {hint}"


def changed(name, old, new):
    files = package(BODY)
    files[name] = files[name].replace(old, new)
    return zipped(files)


def with_document(xml):
    return zipped({**package(BODY), "word/document.xml": xml})


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_cut_off(share):
    data = docx(BODY)
    assert "damaged or incomplete Word file" in refused(data[: int(len(data) * share)])


def test_a_part_that_does_not_unpack():
    data = bytearray(docx(p("1. One." * 1000)))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = b"\xff" * 20
    assert "damaged" in refused(bytes(data))


def test_parts_that_are_missing():
    files = package(BODY)
    del files["word/document.xml"]
    assert "without a Word document" in refused(zipped(files))
    assert "without a Word document" in refused(zipped({"a.txt": "hello"}))


def test_broken_xml():
    assert "word/document.xml is no XML" in refused(changed("word/document.xml", "</w:body>", ""))
    assert "[Content_Types].xml is no XML" in refused(zipped({**package(BODY), "[Content_Types].xml": "<Types"}))


def test_a_part_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr(opening, "LIMIT", 100_000)
    assert "unpacks to more than a draft can hold" in refused(docx(p("1. One." * 20_000)))


def test_all_parts_that_unpack_to_too_much():
    zeros = b"\0" * (64 * 1024 * 1024)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in package(BODY).items():
            archive.writestr(name, content)
        for number in range(9):
            archive.writestr(f"word/media/{number}.bin", zeros)
    assert "unpacks to more than a draft can hold" in refused(buffer.getvalue())


def test_sizes_that_are_lies(monkeypatch):
    """The archive says that a part is small; no more is unpacked than is allowed."""
    monkeypatch.setattr(opening, "LIMIT", 1_000_000)
    data = bytearray(with_document("<a>" + " " * 30_000_000 + "</a>"))
    lie = (100).to_bytes(4, "little")
    true = (30_000_007).to_bytes(4, "little")
    assert data.count(true) == 2
    data = data.replace(true, lie)
    tracemalloc.start()
    refused(bytes(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_an_archive_in_an_archive_is_not_opened():
    inner = docx(p("1. Inner."))
    draft = read_docx(zipped({**package(BODY), "word/embeddings/inner.docx": inner}), "x")
    assert draft.source.text == "1. One.\n"


def test_too_many_parts(monkeypatch):
    monkeypatch.setattr(opening, "PARTS", 20)
    assert "has 24 parts" in refused(zipped({**package(BODY), **{f"x{number}": "" for number in range(20)}}))


def test_larger_than_any_draft(monkeypatch):
    monkeypatch.setattr(opening, "LIMIT", 100)
    assert "larger than" in refused(docx(BODY))


BILLION = "".join(f'<!ENTITY l{n} "{"&l%d;" % (n - 1) * 10}">' for n in range(1, 10))  # noqa: UP031


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY x SYSTEM "http://example.org/x">',
        '<!ENTITY l0 "lol">' + BILLION.replace("l9", "x"),
        '<!ENTITY % p SYSTEM "http://example.org/x"> %p;',
    ],
)
def test_entities(entities):
    xml = package(p("1. &x;" if "x" in entities else "1. One."))["word/document.xml"]
    said = refused(with_document(f"<!DOCTYPE a [{entities}]>{xml}"))
    assert "document type definition" in said or "is no XML" in said
    assert "root:" not in said


def test_a_document_type_in_another_encoding():
    xml = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]>{package(BODY)["word/document.xml"]}'
    assert "document type definition" in refused(with_document(xml.encode("utf-16")))


@pytest.mark.parametrize("path", ["../outside.xml", "/etc/passwd", "word/../../x", "C:/x.xml", "..\\x.xml"])
def test_paths_outside_the_file(path):
    assert "outside itself" in refused(zipped({**package(BODY), path: "x"}))


def test_relations_that_lead_outside():
    assert "outside itself" in refused(changed("_rels/.rels", "word/document.xml", "../../../etc/passwd"))


def test_relations_to_other_machines_are_not_followed():
    files = package(BODY, comments="")
    relations = "word/_rels/document.xml.rels"
    files[relations] = files[relations].replace(
        'Target="comments.xml"', 'Target="http://192.0.2.1/comments.xml" TargetMode="External"'
    )
    assert read_docx(zipped(files), "x").source.text == "1. One.\n"


def test_the_same_name_twice():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in package(BODY).items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("word/document.xml", package(p("2. Two."))["word/document.xml"])
    assert "two parts named" in refused(buffer.getvalue())


@pytest.mark.parametrize("by", ["type", "part"])
def test_macros(by):
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    if by == "type":
        data = changed("[Content_Types].xml", f"{KIND}.document.main+xml", kind)
    else:
        data = zipped({**package(BODY), "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    assert "macros (.docm); open it in Word and save it as .docx" in refused(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def test_a_password():
    assert "password" in refused(OLE + "EncryptedPackage".encode("utf-16-le") + bytes(900))
    data = bytearray(docx(BODY))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    assert "password" in refused(bytes(data))


def test_other_formats():
    assert "old Word (.doc) file; open it in Word or LibreOffice and save it as .docx" in refused(OLE)
    odt = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    assert "OpenDocument (.odt) file; open it in LibreOffice, save it as .docx" in refused(odt)
    sheet = changed("[Content_Types].xml", f"{KIND}.document.main+xml", "application/vnd.spreadsheetml.sheet.main+xml")
    assert "Excel" in refused(sheet)


@pytest.mark.parametrize("tags", ["smartTag", "ins", "sdt sdtContent", "r ruby rubyBase", "tbl tr tc"])
@pytest.mark.parametrize("deep", [220, 5_000, 200_000])
def test_nested_too_deeply(tags, deep):
    opened = "".join(f"<w:{tag}>" for tag in tags.split())
    closed = "".join(f"</w:{tag}>" for tag in reversed(tags.split()))
    nested = opened * deep + closed * deep
    said = refused(docx(nested if tags.startswith("tbl") else f"<w:p>{nested}</w:p>"))
    assert "nested too deeply" in said or "Excessive depth" in said


def test_a_huge_attribute():
    said = refused(docx(f'<w:p w:rsidR="{"x" * 11_000_000}"/>'))
    assert "is no XML" in said


def test_opening_a_good_file_says_what_is_in_it():
    found = open_package(docx(BODY, comments=""), "x")
    assert (found.main, found.related) == ("word/document.xml", {"comments": "word/comments.xml"})
    assert found.root("numbering") is None


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:pPr><w:numPr/></w:pPr></w:p>",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="-7"/></w:numPr></w:pPr></w:p>',
        "<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
        '<w:p><w:bookmarkEnd w:id="9"/><w:commentRangeEnd w:id="9"/></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar/></w:r></w:p>',
        "<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>",
        "<w:p><w:r><w:t/></w:r><w:r><w:footnoteReference/></w:r></w:p>",
        "<mc:AlternateContent/><w:p><mc:AlternateContent/></w:p>",
        "<unknown/><w:p><unknown><w:r><w:t>x</w:t></w:r></unknown></w:p>",
    ],
)
def test_odd_but_harmless(body):
    assert read_docx(docx(body + p("1. One.")), "x").source.text.endswith("1. One.\n")
