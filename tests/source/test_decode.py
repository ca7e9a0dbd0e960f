"""From bytes to text: encodings, line ends, and what is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.source import LIMIT, SourceError, decode, from_text

ENGLISH = "5. The Committee [shall] meet.\n"
CHINESE = "第五条 委员会应[每年]开会。\n"
RUSSIAN = "5. Комитет [собирается] ежегодно.\n"
ARABIC = "٥ - تجتمع اللجنة [سنويا].\n"
TEXTS = [ENGLISH, CHINESE, RUSSIAN, ARABIC]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_encodings_with_and_without_a_mark(text, encoding, bom):
    data = bom + text.encode(encoding)
    source = decode(data)
    assert source.text == text
    assert (source.encoding, source.bom) == (encoding, bom)
    assert source.encode() == data


def test_line_ends_stay_as_they_are():
    data = b"1. One\r\n2. Two\n\x0c3. Three\r"
    source = decode(data)
    assert source.text == "1. One\r\n2. Two\n\x0c3. Three\r"
    assert source.encode() == data


def test_line_and_column_count_from_one():
    source = from_text("ab\r\nc[d\n", "draft.txt")
    bracket = source.text.index("[")
    assert (source.line(bracket), source.column(bracket)) == (2, 2)
    assert [source.line_text(number) for number in (1, 2, 3)] == ["ab", "c[d", ""]
    assert source.lines == (0, 4, 8)
    assert source.line(len(source.text)) == 3


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"One\ncaf\xe9 [two]\n", ["draft.txt is not UTF-8", "byte 0xe9", "offset 7", "line 2"]),
        ("第五条".encode("gb18030"), ["not UTF-8", "byte 0xb5", "offset 0"]),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", ["not UTF-16-LE", "offset 4"]),
        (codecs.BOM_UTF8 + b"ab\xff", ["byte 0xff", "offset 5"]),
        (b"one\x00two", ["binary data", "NUL character at offset 3"]),
    ],
)
def test_what_is_no_text_is_named_to_the_byte(data, said):
    with pytest.raises(SourceError) as error:
        decode(data, "draft.txt")
    assert [part for part in said if part not in str(error.value)] == []
    assert error.value.hint


@pytest.mark.parametrize(
    ("data", "kind", "hint"),
    [
        (b"%PDF-1.7\n...", "a PDF file", "pdftotext"),
        (b"PK\x03\x04....", "a zip or Word (.docx) file", "plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word (.doc) file", "plain text"),
        (b"{\\rtf1\\ansi", "an RTF file", "plain text"),
        (b"SQLite format 3\x00....", "an SQLite database", "the draft it was made from"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "have its words recognised"),
        (b"\xff\xd8\xff\xe0", "a picture", "have its words recognised"),
        (b"MM\x00*\x00\x00\x00\x08", "a picture", "have its words recognised"),
    ],
)
def test_other_formats_are_called_by_their_name(data, kind, hint):
    with pytest.raises(SourceError, match="not text") as error:
        decode(data, "draft.pdf")
    assert kind in str(error.value)
    assert hint in error.value.hint


def test_the_hint_tells_what_to_do_with_old_encodings():
    with pytest.raises(SourceError) as error:
        decode("Genève".encode("cp1252"))
    assert "save the file as UTF-8" in error.value.hint
    assert "Windows-1252" in error.value.hint


def test_no_draft_is_that_large():
    with pytest.raises(SourceError, match="larger than 64 MB"):
        decode(b" " * (LIMIT + 1), "noise.txt")
    assert decode(b" " * 1024).text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_text_comes_back_byte_for_byte(text):
    for encoding, bom in (("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE)):
        data = bom + text.encode(encoding)
        assert decode(data).encode() == data
        assert decode(data).text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_back_or_refused(data):
    try:
        source = decode(data)
    except SourceError as error:
        assert error.hint
    else:
        assert source.encode() == data


@given(st.text(alphabet="a字\n\r[ \f"))
def test_every_offset_leads_to_its_line_and_back(text):
    source = from_text(text)
    for offset in range(len(text)):
        line, column = source.line(offset), source.column(offset)
        assert source.lines[line - 1] + column - 1 == offset
    assert len(source.lines) == text.count("\n") + 1
