"""Footnote numbers that the extraction of the text has run into a label: `116.` is paragraph 1 with footnote 16.

A number is taken apart only where it does not fit between its neighbours, its first digits do, and the rest are
footnotes that the text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from negotext.model import Block, BlockKind

_NOTE = re.compile(r"\s*(\d{1,3})\b")
_LABEL = re.compile(r"(?P<series>(?:[^\W\d_].*?[\s.])?)(?P<number>\d{1,4}(?:\.\d{2,3})?)(?P<rest>(?: \D.*)?)\Z")
# Numbers of one series may leave out a few.
_LEAP = 20


def unglue_footnotes(text: str, blocks: Iterable[Block]) -> list[Block]:
    """The same blocks, labels without footnote numbers."""
    listed = list(blocks)
    notes = frozenset(
        match[1]
        for block in listed
        if block.kind is BlockKind.FOOTNOTE and (match := _NOTE.match(text, block.span.start))
    )
    for run in _runs(listed) if notes else ():
        last = 0
        for place, (index, match) in enumerate(run):
            printed = match["number"]
            after = int(run[place + 1][1]["number"].partition(".")[0]) if place + 1 < len(run) else None
            number = _apart(printed, last, after, notes)
            if number is not None:
                label = f"{match['series']}{number}{match['rest']}"
                listed[index] = replace(listed[index], label=label)
            last = number or int(printed.partition(".")[0])
    return listed


def _runs(blocks: list[Block]) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """Labels that count together, with the place of their blocks: articles, options, paragraphs of an article."""
    open_runs: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for index, block in enumerate(blocks):
        if not block.label or block.kind not in (BlockKind.PARAGRAPH, BlockKind.OPTION, BlockKind.HEADING):
            continue
        match = _LABEL.match(block.label)
        series = match["series"] if match else block.label
        if series and block.kind is BlockKind.PARAGRAPH and "" in open_runs:
            yield open_runs.pop("")
        if match is not None:
            open_runs.setdefault(series, []).append((index, match))
    yield from open_runs.values()


def _apart(printed: str, last: int, after: int | None, notes: frozenset[str]) -> int | None:
    """The number without the footnote in it, None where the number is what it says."""
    whole, _, decimals = printed.partition(".")
    digits = whole + decimals
    value = int(whole)
    if not decimals and (last < value <= last + _LEAP or (after is not None and value < after <= value + _LEAP)):
        return None
    for number in (last + 1, last + 2):
        rest = digits.removeprefix(str(number))
        if rest == digits or not _of_notes(rest, notes) or (decimals and rest != decimals):
            continue
        if last > 0 if after is None else number < after <= number + _LEAP:
            return number
    return None


def _of_notes(digits: str, notes: frozenset[str]) -> bool:
    """Whether digits are a footnote number, or two of them."""
    return digits in notes or any(digits[:at] in notes and digits[at:] in notes for at in range(1, len(digits)))
