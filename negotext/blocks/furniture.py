"""Page furniture: running headers and footers, page numbers, document symbols at a page break."""

from __future__ import annotations

import re
from collections import Counter

from negotext.languages import Lexicon
from negotext.model import BlockKind

from .labels import find_label
from .lines import Line, Role

_PAGE_NUMBER = re.compile(r"[-–—]?\s?\d{1,4}\s?[-–—]?\Z")
_SYMBOL_TEXT = r"[A-Z]{1,8}(?:/[A-Z\d.()]+)+(?:[/\s]?\(?(?:Rev|Add|Corr)\.?\s?\d*\)?)?"
_SYMBOL = re.compile(rf"{_SYMBOL_TEXT}\Z")
_HEADER = re.compile(rf"{_SYMBOL_TEXT}(?:\s?[–—-]\s.{{1,40}}|\s{{2,}}.{{1,60}})?\Z")
_RULE = re.compile(r"(?:[_=*~–—-]\s?){4,}\Z")
_FOOTNOTE_NUMBER = re.compile(r"\d{1,3}\s+")
_FOOTNOTE = re.compile(r"\d{1,3}\s{2,}\S")
_NO_DIGITS = str.maketrans("", "", "0123456789")
# Lines a running header or footer may have, and how often it must come back to be recognised.
_HEADER_LINES = 5
_REPEATS = 3


def mark_furniture(lines: list[Line], lexicon: Lexicon) -> None:
    """Give the role FURNITURE to the lines that belong to the page, not to the text."""
    _mark_rules(lines)
    _mark_page_numbers(lines)
    _mark_symbols(lines)
    _mark_page_labels(lines, lexicon)
    _mark_headers_after_feeds(lines)
    _mark_repeated(lines, lexicon)


def _blank(lines: list[Line], index: int) -> bool:
    return not 0 <= index < len(lines) or lines[index].role is Role.BLANK


def _mark_rules(lines: list[Line]) -> None:
    """Lines drawn across the page, above its footnotes or at its end."""
    for line in lines:
        if line.role is Role.TEXT and _RULE.match(line.text):
            line.role = Role.FURNITURE


def _mark_page_numbers(lines: list[Line]) -> None:
    paged = any(line.feed for line in lines[1:])
    for index, line in enumerate(lines):
        if index and line.role is Role.TEXT and len(line.text) < 9 and _PAGE_NUMBER.match(line.text):
            last = _ends_with(lines, index)
            turned = not last and _symbol_below(lines, index)
            after = paged if last else turned or _blank(lines, index + 1) or lines[index + 1].feed
            if _blank(lines, index - 1) and after:
                line.role = Role.FURNITURE
                if turned:
                    lines[index + 1].role = Role.FURNITURE
                    paged = True


def _symbol_below(lines: list[Line], index: int) -> bool:
    """Whether the symbol of the document stands alone below a line: the next page begins, though no feed says so."""
    return bool(_SYMBOL.match(lines[index + 1].text)) and _blank(lines, index + 2)


def _ends_with(lines: list[Line], index: int) -> bool:
    """Whether the text ends with a line: nothing comes below it, or nothing but footnotes."""
    below = next((line for line in lines[index + 1 : index + 4] if line.role is not Role.BLANK), None)
    return below is None or (not below.feed and _FOOTNOTE.match(below.text) is not None)


def _mark_symbols(lines: list[Line]) -> None:
    """The symbol of the document, alone at the top of a page: `A/CONF.9/L.2`, `OFG/4/NT.2 – agenda item 5`."""
    for index, line in enumerate(lines):
        top = index > 0 and (line.feed or (lines[index - 1].feed and lines[index - 1].role is Role.BLANK))
        if top and line.role is Role.TEXT and _blank(lines, index + 1) and _HEADER.match(line.text):
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


def _mark_repeated(lines: list[Line], lexicon: Lexicon) -> None:
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
    near = {shape: indexes for shape, indexes in near.items() if len(indexes) >= _REPEATS and len(shape) > 1}
    total = Counter(_shape(line.text) for line in lines if line.role is Role.TEXT) if near else Counter()
    for shape, indexes in near.items():
        if len(indexes) * 2 > total[shape]:
            for index in indexes:
                if not _of_the_text(lines[index].text, lexicon):
                    lines[index].role = Role.FURNITURE


def _of_the_text(line: str, lexicon: Lexicon) -> bool:
    """Whether a line begins with a label, as the text does and a running header does not: `7.`, `70 Note: ...`."""
    label = find_label(_FOOTNOTE_NUMBER.sub("", line), lexicon)
    return label is not None and not label.bullet and label.kind is not BlockKind.HEADING


def _shape(text: str) -> str:
    """A line without its numbers and its spacing."""
    return " ".join(text.translate(_NO_DIGITS).split())
