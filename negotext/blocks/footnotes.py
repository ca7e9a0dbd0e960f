"""Footnotes at the foot of a page, and their marks: on lines of their own, where the extraction put them, or raised."""

from __future__ import annotations

import re
from bisect import bisect_right

from negotext.model import Span

from .lines import Line, Role

_MARK = re.compile(r"\d{1,3}\Z")
_HEAD = re.compile(r"\d{1,3}\s{2,}\S")
_NUMBER = re.compile(r"\s*(\d{1,3})(?!\d)")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# `m²` and `km³` are no calls.
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdmµμ]?m|ft)\Z")
# A footnote stands at the foot of its page: the page break comes within this many lines.
_PAGE_FOOT = 60


def mark_footnotes(lines: list[Line], text: str) -> list[int]:
    """Give the roles FOOTNOTE and MARK; returns the indexes of the lines where a footnote begins."""
    heads: list[int] = []
    breaks = [i for i, line in enumerate(lines) if line.feed or line.role is Role.FURNITURE]
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.role is Role.TEXT and _is_head(lines, index, text, breaks):
            index = _take_footnote(lines, index, text, heads)
            continue
        if line.role is Role.TEXT and _MARK.match(line.text) and _glued(lines, index):
            line.role = Role.MARK
        index += 1
    return heads


def raised_calls(lines: list[Line], heads: list[int], text: str) -> list[Span]:
    """Raised figures that call one of the footnotes that begin in the lines `heads`: `decision³ by which`."""
    numbers = {match[1] for head in heads if (match := _NUMBER.match(text, lines[head].start))}
    if not numbers:
        return []
    starts = [line.start for line in lines]
    return [
        Span(*match.span())
        for match in _RAISED.finditer(text)
        if match.group().translate(_DIGITS) in numbers
        and not _UNIT.search(text, max(0, match.start() - 3), match.start())
        and lines[bisect_right(starts, match.start()) - 1].role is Role.TEXT
    ]


def _glued(lines: list[Line], index: int) -> bool:
    """Whether the line stands directly below a line of text: a raised mark, torn off by the extraction."""
    return index > 0 and lines[index - 1].role is Role.TEXT


def _is_head(lines: list[Line], index: int, text: str, breaks: list[int]) -> bool:
    line = lines[index]
    if line.indent > 3:
        return False
    if _MARK.match(line.text):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below is None or below.role is not Role.TEXT or below.indent < max(2, line.indent):
            return False
        return not _glued(lines, index) or _only_notes_below(lines, index, text, breaks)
    if not _HEAD.match(text[line.start + line.indent : line.end]):
        return False
    before = lines[index - 1].role if index else Role.BLANK
    if before is not Role.TEXT:
        return True
    return any(index < at <= index + _PAGE_FOOT for at in breaks)


def _only_notes_below(lines: list[Line], index: int, text: str, breaks: list[int]) -> bool:
    """Whether nothing but indented notes stands between a line and the end of its page."""
    place = bisect_right(breaks, index)
    if place == len(breaks) or breaks[place] > index + _PAGE_FOOT:
        return False
    return all(
        line.role is not Role.TEXT
        or line.indent >= 2
        or _MARK.match(line.text)
        or _HEAD.match(text[line.start + line.indent : line.end])
        for line in lines[index + 1 : breaks[place]]
    )


def _take_footnote(lines: list[Line], index: int, text: str, heads: list[int]) -> int:
    """Mark one footnote and those that follow it; returns the index of the first line after them."""
    heads.append(index)
    lines[index].role = Role.FOOTNOTE
    index += 1
    while index < len(lines) and lines[index].role is Role.TEXT and not lines[index].feed:
        line = lines[index]
        below = lines[index + 1] if index + 1 < len(lines) else None
        alone = _MARK.match(line.text) and below is not None and below.role is Role.TEXT and below.indent >= 2
        if line.indent <= 3 and (alone or _HEAD.match(text[line.start + line.indent : line.end])):
            heads.append(index)
        elif line.indent < 2:
            break
        line.role = Role.FOOTNOTE
        index += 1
    return index
