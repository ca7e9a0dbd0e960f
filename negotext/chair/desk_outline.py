"""The sections of a draft with their open choices, and how many words still stand in brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from negotext.model import BlockKind, Choice, Draft, State
from negotext.query.progress import Progress

from .desk_places import Places
from .units import unwrapped, visible

# A Han character counts as a word, as word processors count.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


class Section(NamedTuple):
    """A part of the draft.

    Attributes:
        title: its heading, or the label of its paragraph; empty for what stands in front of the first one.
        start: offset in the draft.
        addresses: its choices, in the order of the text.
    """

    title: str
    start: int
    addresses: tuple[str, ...]


class Counts(NamedTuple):
    """How far a round is.

    Attributes:
        progress: choices open, agreed, parked, gone.
        words: words of what is open or parked; of rival wordings all are counted, as they stand in the draft.
        open: how many choices of each section have to be decided.
    """

    progress: Progress
    words: int
    open: tuple[int, ...]


def sections(draft: Draft, places: Places) -> list[Section]:
    """The sections that have choices: by headings, or by paragraphs where headings do not part the choices."""
    by_headings = _filled(_headings(draft), places)
    return by_headings if len(by_headings) > 1 else _filled(_paragraphs(draft), places)


def _headings(draft: Draft) -> list[tuple[str, int]]:
    found = [("", 0)]
    for block in draft.blocks:
        if block.kind is BlockKind.HEADING:
            found.append((" ".join(unwrapped(visible(block.span.of(draft.source.text))).split()), block.span.start))
    return found


def _paragraphs(draft: Draft) -> list[tuple[str, int]]:
    found = [("", 0)]
    for block in draft.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.label and not block.continues:
            found.append((block.paragraph, block.span.start))
    return found


def _filled(starts: Sequence[tuple[str, int]], places: Places) -> list[Section]:
    offsets = [start for _, start in starts]
    inside: dict[int, list[str]] = {}
    for address in places.order:
        rank = bisect_right(offsets, places.standings[address].choice.span.start) - 1
        inside.setdefault(rank, []).append(address)
    return [Section(*starts[rank], tuple(addresses)) for rank, addresses in inside.items()]


class WordCount:
    """Counts the words that still stand in brackets; what it has counted it keeps."""

    def __init__(self, draft: Draft) -> None:
        self._text = draft.source.text
        self._counts: dict[tuple[int, int], int] = {}

    def undecided(self, places: Places) -> int:
        """Words of the choices that are open or parked, each once."""
        total = reach = 0
        for address in places.order:
            standing = places.standings[address]
            if standing.state is State.AGREED or address in places.gone:
                continue
            choice = standing.choice
            if choice.span.end > reach:
                total += self._of(choice)
                reach = choice.span.end
        return total

    def _of(self, choice: Choice) -> int:
        count = self._counts.get(choice.span)
        if count is None:
            wordings = (each.text for each in choice.alternatives)
            count = self._counts[choice.span] = sum(len(_WORD.findall(words)) for words in wordings)
        return count
