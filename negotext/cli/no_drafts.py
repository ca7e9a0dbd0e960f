"""Files that would read as a text full of marks: web pages, and what negotext itself has written for other programs."""

from __future__ import annotations

from negotext.source import SourceError

_PAGE = (b"<!doctype html", b"<html")
_RECORD = b'"negotext":'
# A remark of negotext, words put in, words taken out: CriticMarkup, which no draft has.
_MARKS = ((b"{>>negotext:", b"<<}"), (b"{++", b"++}"), (b"{--", b"--}"))
_START = 200


def refuse_no_draft(data: bytes, name: str) -> None:
    """Refuse what is no draft though it is a text.

    Args:
        data: the bytes of a file.
        name: what to call it.

    Raises:
        SourceError: it is none.
    """
    start = data[:_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    hint = "documents come back as Word files (.docx); name one, or the draft itself as text"
    if start.lower().startswith(_PAGE):
        raise SourceError(f"{name} is a web page, not a draft", hint)
    if start.startswith(b"{") and _RECORD in start:
        raise SourceError(f"{name} is an export for other programs, not a draft", hint)
    if any(opens in data and closes in data for opens, closes in _MARKS):
        raise SourceError(f"{name} has changes or remarks in Markdown (CriticMarkup), which are not read", hint)
