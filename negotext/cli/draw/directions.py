"""Scripts of both directions on one line: what stands beside Arabic words keeps its place.

A terminal turns Arabic around, and with it, for want of better knowledge, the numbers, brackets and names beside it.
Isolates (UAX #9) tell it where a stretch of another direction begins and ends. They take no cell, change no letter and
no bracket, and are put in after lines are broken, so that each line has its own pairs. Taking them out gives the
logical text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG, POP = "\u2066", "\u2067", "\u2068", "\u2069"
OPENERS = frozenset((LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG))
ISOLATES = str.maketrans("", "", LEFT_TO_RIGHT + RIGHT_TO_LEFT + FIRST_STRONG + POP)
"""For `str.translate`: takes isolates out."""

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT = re.compile(f"[{_RTL}]")
_LEFT = re.compile(f"[^\\W\\d_{_RTL}]")
# From an Arabic letter to another one, with no letter of another script, no column and no quotation mark between.
_GAP = rf"(?:(?!\s\s)[^\w│“”«»\"{_RTL}\u2066-\u2069]|[\d_]){{0,40}}"
_RUN = re.compile(rf"[{_RTL}]+(?:{_GAP}[{_RTL}]+)*")
# Characters where what stands at the top level may change.
_EDGE = re.compile("([\u2066-\u2069])")


def is_right_to_left(text: str) -> bool:
    """Whether `text` has Arabic or Hebrew letters, whose order on the screen is up to the terminal."""
    return _RIGHT.search(text) is not None


def reads_right_to_left(text: str) -> bool:
    """Whether most letters of `text` are Arabic or Hebrew."""
    return is_right_to_left(text) and len(_RIGHT.findall(text)) >= len(_LEFT.findall(text))


def isolated(words: str) -> str:
    """Words of a draft as one stretch in the direction of most of their letters; as they are without Arabic ones."""
    if not is_right_to_left(words):
        return words
    return f"{RIGHT_TO_LEFT if reads_right_to_left(words) else LEFT_TO_RIGHT}{words}{POP}"


def isolated_line(line: str) -> str:
    """A line for people with its Arabic runs isolated; what is isolated already stays as it is."""
    if not is_right_to_left(line):
        return line
    parts: list[str] = []
    at = 0
    for offset, mark in _marks(line, []):
        parts += (line[at:offset], mark)
        at = offset
    return "".join((*parts, line[at:]))


def isolated_text(text: Text, like: str | None = None) -> Text:
    """Words of a draft in several styles as one stretch; see `isolated`.

    Of a row of a broken line, `like` is all of the line, which says in what direction the row reads.
    """
    plain = text.plain
    if not plain.strip() or not is_right_to_left(like or plain):
        return text
    opener = RIGHT_TO_LEFT if reads_right_to_left(like or plain) else LEFT_TO_RIGHT
    first, last = len(plain) - len(plain.lstrip()), len(plain.rstrip())
    return _with_marks(text, [(first, opener), (last, POP)])


def isolated_lines(lines: list[Text]) -> Iterator[Text]:
    """The lines of one wrapped text, each with pairs of its own.

    A stretch that goes on in the next line is closed at the end of this one and opened again.
    """
    around: list[str] = []
    for line in lines:
        marks = list(_marks(line.plain, around)) if line.plain.strip() else []
        yield _with_marks(line, marks) if marks else line


def _marks(plain: str, around: list[str]) -> Iterator[tuple[int, str]]:
    """Isolates a line needs, each with its offset; `around` are those open before it, and afterwards those behind it.

    White space at either end stays outside.
    """
    first, last = len(plain) - len(plain.lstrip()), len(plain.rstrip())
    yield from ((first, opener) for opener in around)
    at = 0
    for piece in _EDGE.split(plain):
        if piece in OPENERS:
            around.append(piece)
        elif piece == POP:
            if around:
                around.pop()
        elif not around:
            for run in _RUN.finditer(piece):
                yield at + run.start(), FIRST_STRONG
                yield at + run.end(), POP
        at += len(piece)
    yield from ((max(first, last), POP) for _ in around)


def _with_marks(text: Text, marks: list[tuple[int, str]]) -> Text:
    from rich.text import Text

    offsets = sorted({offset for offset, _ in marks})
    made = Text("", end=text.end, justify=text.justify, overflow=text.overflow, no_wrap=text.no_wrap)
    for offset, part in zip((-1, *offsets), text.divide(offsets), strict=True):
        for mark in (mark for at, mark in marks if at == offset):
            made.append(mark)
        made.append_text(part)
    return made
