"""PDF files: the text as it lies on the page, marked as a guess; damaged ones are one sentence."""

import io
import zlib

import pytest
from pypdf import PdfWriter

from negotext.model import Severity
from negotext.reading import read_source
from negotext.source import SourceError, pdf
from negotext.source.pdf import read_pdf


def page(*lines):
    """A PDF file with one page, written by hand; each line is (how far from the left, words)."""
    shown = "".join(f"1 0 0 1 {72 + left} {760 - 14 * row} Tm ({words}) Tj " for row, (left, words) in enumerate(lines))
    return document(f"BT /F1 11 Tf {shown}ET".encode())


def document(content, filters=""):
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters.encode(), content),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        start,
    )


LINES = (0, "1. Ports [shall][should] report"), (20, "every year [Chile: delete]."), (0, "2. Ships wait."), (0, "3/12")


def test_the_text_as_it_lies_on_the_page():
    source, lossy = read_pdf(page(*LINES), "plan.pdf")
    assert [line.strip() for line in source.text.splitlines()] == [words for _, words in LINES[:3]]
    assert (lossy.code, lossy.severity) == ("from-pdf", Severity.NOTE)
    draft = read_source(source)
    assert [(each.delegation, each.paragraph) for each in draft.positions] == [("CL", "1")]


def refused(data):
    with pytest.raises(SourceError) as caught:
        read_pdf(data, "plan.pdf")
    assert str(caught.value).startswith("plan.pdf ") and caught.value.hint
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_pages_that_are_pictures():
    assert "has no text" in refused(page())


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\xff" * 500, page(*LINES)[:200]])
def test_damaged_files(data):
    refused(data)


def test_a_password():
    writer = PdfWriter(io.BytesIO(page(*LINES)))
    writer.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    assert "password" in refused(written.getvalue())


def test_too_many_pages(monkeypatch):
    monkeypatch.setattr(pdf, "PAGES", 0)
    assert "pages" in refused(page(*LINES))


def test_too_much_time(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", -1.0)
    assert "too long" in refused(page(*LINES))


def test_a_page_that_unpacks_without_end():
    bomb = zlib.compress(b" " * 200_000_000)
    refused(document(bomb, "/Filter/FlateDecode"))
