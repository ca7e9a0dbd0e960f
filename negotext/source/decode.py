"""From bytes to a `Source`."""

from __future__ import annotations

import codecs
import re

from negotext.model import Source

LIMIT = 64 * 1024 * 1024
"""Largest draft that is read, in bytes. The longest real drafts are below 1 MB."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OF_A_PICTURE = "have its words recognised, or name the file they are in"
_FORMATS = (
    (b"%PDF", "a PDF file", "save its text as .txt (for example with pdftotext -layout)"),
    (b"PK\x03\x04", "a zip or Word (.docx) file", "save it as plain text (.txt, UTF-8)"),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) file", "save it as .docx, or as plain text (.txt, UTF-8)"),
    (b"{\\rtf", "an RTF file", "save it as .docx, or as plain text (.txt, UTF-8)"),
    (b"SQLite format 3\x00", "an SQLite database", "name the draft it was made from"),
    (b"\x89PNG", "a picture", _OF_A_PICTURE),
    (b"\xff\xd8\xff", "a picture", _OF_A_PICTURE),
    (b"GIF8", "a picture", _OF_A_PICTURE),
    (b"II*\x00", "a picture", _OF_A_PICTURE),
    (b"MM\x00*", "a picture", _OF_A_PICTURE),
)
# How much of a file tells its encoding.
_HEAD = 4096
_SPACING = re.compile("[ \n\r\t\u3002\u3001\uff0c]")
# Letters, digits and punctuation of the scripts drafts are written in.
_WORDS = "[\t\n\f\r -~\xa0-\u024f\u0400-\u04ff\u0600-\u06ff\u2010-\u206f\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"


class SourceError(ValueError):
    """The input is no text that can be read. `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def from_text(text: str, name: str = "-") -> Source:
    """A source for a text that is already decoded."""
    return Source(text, name)


def decode(data: bytes, name: str = "-") -> Source:
    """Decode a draft: UTF-8 with or without byte order mark, or UTF-16.

    UTF-16 without a mark is recognised by its NUL bytes. Line ends stay as they are.

    Raises:
        SourceError: too large, a binary format, or bytes that are not in the encoding.
    """
    if len(data) > LIMIT:
        raise SourceError(
            f"{name} is larger than {LIMIT // 1024 // 1024} MB, which no draft is",
            "name the draft itself, or split the file",
        )
    for magic, kind, hint in _FORMATS:
        if data.startswith(magic):
            raise SourceError(f"{name} is {kind}, not text", hint)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Source(_decoded(data, len(mark), encoding, name), name, encoding, mark)
    encoding = _unmarked(data)
    return Source(_decoded(data, 0, encoding, name), name, encoding)


def _unmarked(data: bytes) -> str:
    """The encoding of a text without a mark.

    UTF-16 shows in the NUL bytes of its spaces, digits and line ends, and in the order that makes words of the rest.
    """
    head = data[:_HEAD]
    nuls = head.count(0)
    if not nuls or len(data) % 2 or (nuls < len(head) // 40 and _is_utf8(head)):
        return "utf-8"
    orders = {encoding: head.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    best = max(orders, key=lambda encoding: len(_SPACING.findall(orders[encoding])))
    words = len(re.findall(_WORDS, orders[best]))
    return best if words > 0.9 * len(orders[best]) else "utf-8"


def _is_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, but for a character cut at the end."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, start: int, encoding: str, name: str) -> str:
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        offset = start + error.start
        line = data.count(b"\n", 0, offset) + 1
        raise SourceError(
            f"{name} is not {encoding.upper()}: byte 0x{data[offset]:02x} at offset {offset} (line {line})",
            "save the file as UTF-8; older Chinese files are often GB18030, Western ones Windows-1252",
        ) from None
    nul = text.find("\x00")
    if nul >= 0:
        raise SourceError(
            f"{name} is binary data: NUL character at offset {nul}",
            "name a text file (.txt, UTF-8)",
        )
    return text
