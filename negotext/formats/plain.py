"""What all formats do to words before they write them: take out what no text file may hold."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """Words as they can be written into a line of Markdown or HTML.

    Line ends, of which a hostile file may still have some, are spaces; control characters and halves of characters
    are U+FFFD.
    """
    if text.isprintable():
        return text
    return _UNWRITABLE.sub("\ufffd", _LINE_ENDS.sub(" ", text))
