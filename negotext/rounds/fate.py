"""What became of the words of the old draft, wherever their passages went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotext.merging import is_wording
from negotext.model import Span

from .passages import Passage, Places
from .values import BlockMatch


class Fate:
    """Follows stretches of the old draft into the new one.

    Args:
        passages: those of the old draft.
        matches: what they became.
    """

    def __init__(self, passages: Sequence[Passage], matches: Sequence[BlockMatch]) -> None:
        self._places = Places(passages)
        self._matches = {passage.index: match for match in matches for passage in match.old}

    def kept(self, span: Span) -> float:
        """How many of the words of a stretch still stand, from 0 to 1; 1 where there are none."""
        found = [unit in match.correspondence.forward for match, unit in self._units(span)]
        return sum(found) / len(found) if found else 1.0

    def place(self, span: Span) -> Span | None:
        """Where the words of a stretch stand now, from the first to the last; None where none do."""
        ends: list[int] = []
        for match, unit in self._units(span):
            if unit in match.correspondence.forward:
                ends += match.correspondence.new.unit(match.correspondence.forward[unit])
        return Span(min(ends), max(ends)) if ends else None

    def _units(self, span: Span) -> Iterator[tuple[BlockMatch, int]]:
        """The words of a stretch, as units of the matches they stand in."""
        seen: set[int] = set()
        for passage in self._places.within(span):
            match = self._matches[passage.index]
            if id(match) not in seen:
                seen.add(id(match))
                words = match.correspondence.old.words
                yield from ((match, unit) for unit in match.correspondence.old.units(span) if is_wording(words[unit]))
