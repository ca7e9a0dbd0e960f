"""Text and attributes as XML, so that any text whatever gives a part that can be read."""

from __future__ import annotations

import re

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
"""The two namespaces, for the root of each part and for fragments."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What cannot stand in XML at all, or not as it is. Most text has none of it, and is done with after one search.
_SPECIAL = re.compile("[&<>\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PIECES = re.compile(r"(\t|\r\n|[\n\r])")


def legal(text: str) -> str:
    """The text with U+FFFD for characters that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    """The text as content of an element, legal and with its markup characters as entities."""
    if not _SPECIAL.search(text):
        return text
    return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """The text as value of an attribute, with its quotation marks."""
    value = escaped(text).replace('"', "&quot;")
    return '"' + re.sub(r"[\t\n\r]", " ", value) + '"'


def words(text: str, deleted: bool = False) -> str:
    """The content of a run: its text with `w:tab` for tabs and `w:br` for line ends.

    Args:
        text: any text.
        deleted: whether it stands in a `w:del`, where Word wants `w:delText`.
    """
    tag = "w:delText" if deleted else "w:t"
    if not _SPECIAL.search(text):
        return f'<{tag} xml:space="preserve">{text}</{tag}>'
    pieces = []
    for piece in _PIECES.split(text):
        if piece == "\t":
            pieces.append("<w:tab/>")
        elif piece in ("\n", "\r", "\r\n"):
            pieces.append("<w:br/>")
        elif piece:
            pieces.append(f'<{tag} xml:space="preserve">{escaped(piece)}</{tag}>')
    return "".join(pieces)


def bookmark(number: int, name: str) -> str:
    """A bookmark that only stands somewhere; `number` tells it apart from the other marks of the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name={quoted(name)}/><w:bookmarkEnd w:id="{number}"/>'
