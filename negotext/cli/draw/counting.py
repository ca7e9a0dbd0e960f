"""Numbers of things in words: `1 place`, `2 places`."""

from __future__ import annotations


def counted(count: int, one: str, many: str = "") -> str:
    """`count` of something; the plural is `one` with an s unless it is given."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
