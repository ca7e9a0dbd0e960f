"""Folding text that has no spaces between its words.

Rich breaks lines at spaces alone, so a Chinese sentence behind a label would begin on a line of its own.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

# What does not begin a line, and what does not end one.
_CLOSING = frozenset("，。；：、！？）］】》」』”’…—,.;:!?)]}%")
_OPENING = frozenset("（［【《「『“‘([{")


def folded(text: Text, width: int) -> Text:
    """The text with line ends so that it fits into `width` cells; as it is where it has spaces to break at."""
    plain = text.plain
    if len(plain) == cell_len(plain) or width < 4:
        return text
    breaks: list[int] = []
    start = cells = 0
    last = 0
    for index, character in enumerate(plain):
        if character == "\n":
            start, cells, last = index + 1, 0, index + 1
            continue
        if _may_break(plain, index):
            last = index
        cells += cell_len(character)
        if cells > width and not character.isspace():
            at = last if last > start else index
            breaks.append(at)
            start, cells = at, cell_len(plain[at : index + 1])
    lines = text.divide(breaks)
    for line in lines:
        line.rstrip()
    return Text("\n").join(lines)


def _may_break(plain: str, index: int) -> bool:
    """Whether a line may begin with the character at `index`."""
    if index == 0:
        return False
    before, here = plain[index - 1], plain[index]
    if here in _CLOSING or before in _OPENING:
        return False
    return before == " " or cell_len(before) > 1 or cell_len(here) > 1
