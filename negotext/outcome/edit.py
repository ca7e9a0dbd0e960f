"""What is to be done at one place of a draft."""

from __future__ import annotations

from typing import NamedTuple

from negotext.model import Span


class Edit(NamedTuple):
    """Take a stretch of the draft out and put something in its place.

    Attributes:
        span: what goes; empty where something only comes in.
        words: what comes in its place.
        source: a stretch of the draft that comes in its place instead, with what is to be done within it.
        address: of the choice it is done for; empty where it is done for none.
        away: the words that go, where they stand outside their choice: nothing is said of them where they are brought
            to; else None.
        quoted: whether the source stays where it stands as well, and whole: a line quotes it.
    """

    span: Span
    words: str = ""
    source: Span | None = None
    address: str = ""
    away: Span | None = None
    quoted: bool = False
