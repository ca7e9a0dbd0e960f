"""Page furniture: running headers and footers, page numbers, document symbols at a page break."""

from __future__ import annotations

import re
from collections import Counter

from negotext.languages import Lexicon

from .lines import Line, Role

_PAGE_NUMBER = re.compile(r"[-–—]?\s?\d{1,4}\s?[-–—]?\Z")
_SYMBOL = re.compile(r"[A-Z]{1,8}(?:/[A-Z\d.()]+)+(?:\s?\(?(?:Rev|Add|Corr)\.?\s?\d*\)?)?\Z")
_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")
# Lines a running header or footer may have, and how often it must come back to be recognised.
_HEADER_LINES = 5
_REPEATS = 3


def mark_furniture(lines: list[Line], lexicon: Lexicon) -> None:
    """Give the role FURNITURE to the lines that belong to the page, not to the text."""
    _mark_page_numbers(lines)
    _mark_page_labels(lines, lexicon)
    _mark_headers_after_feeds(lines)
    _mark_repeated(lines)


def _blank(lines: list[Line], index: int) -> bool:
    return not 0 <= index < len(lines) or lines[index].role is Role.BLANK


def _mark_page_numbers(lines: list[Line]) -> None:
    for index, line in enumerate(lines):
        if line.role is Role.TEXT and len(line.text) < 9 and _PAGE_NUMBER.match(line.text):
            alone = _blank(lines, index - 1) and 0 < index < len(lines) - 1
            after = index + 1 < len(lines) and (_blank(lines, index + 1) or lines[index + 1].feed)
            if alone and after:
                line.role = Role.FURNITURE


def _mark_page_labels(lines: list[Line], lexicon: Lexicon) -> None:
    pattern = lexicon.labels.get("page")
    if pattern is None:
        return
    for index, line in enumerate(lines):
        if line.role is Role.TEXT and len(line.text) < 40 and pattern.fullmatch(line.text):
            line.role = Role.FURNITURE
            for near in range(max(0, index - 3), min(len(lines), index + 4)):
                if lines[near].role is Role.TEXT and near > 0 and _SYMBOL.match(lines[near].text):
                    lines[near].role = Role.FURNITURE


def _mark_headers_after_feeds(lines: list[Line]) -> None:
    """A few lines at the top of a page, set off by two blank lines, are its header."""
    for index, line in enumerate(lines):
        if not line.feed or index == 0:
            continue
        end = index
        while end < len(lines) and lines[end].role in (Role.TEXT, Role.FURNITURE):
            end += 1
        if index < end <= index + _HEADER_LINES and _blank(lines, end) and _blank(lines, end + 1):
            for header in lines[index:end]:
                header.role = Role.FURNITURE


def _mark_repeated(lines: list[Line]) -> None:
    """Lines that come back near page breaks, but for their numbers, are running headers and footers."""
    breaks = [
        index
        for index, line in enumerate(lines)
        if line.feed or (line.role is Role.FURNITURE and _PAGE_NUMBER.match(line.text))
    ]
    if len(breaks) < _REPEATS:
        return
    near: dict[str, set[int]] = {}
    for at in breaks:
        for direction in (1, -1):
            index, seen = at if direction == 1 else at - 1, 0
            while 0 <= index < len(lines) and seen < _HEADER_LINES:
                if lines[index].role is not Role.BLANK:
                    seen += 1
                    if lines[index].role is Role.TEXT:
                        near.setdefault(_shape(lines[index].text), set()).add(index)
                index += direction
    total = Counter(_shape(line.text) for line in lines if line.role is Role.TEXT)
    for shape, indexes in near.items():
        if len(indexes) >= _REPEATS and len(indexes) * 2 > total[shape] and len(shape) > 1:
            for index in indexes:
                lines[index].role = Role.FURNITURE


def _shape(text: str) -> str:
    return _SPACES.sub(" ", _DIGITS.sub("0", text))
