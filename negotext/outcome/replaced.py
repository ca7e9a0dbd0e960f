"""The paragraphs that a chair's alternative, or the new words of a delegation, take the place of.

`Chair's alternative for paragraphs 9 to 11` replaces all three with their items and with what delegations wrote
under them; deciding for it must not leave the old 10 and 11 standing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from negotext.languages import Lexicon, load_lexicon
from negotext.model import Block, BlockKind, Draft, Position, Span, Stance

_NUMBER = re.compile(r"\d+")
_COMMA = re.compile(r"[,،、，;；&]")
# Paragraphs that one alternative can replace; a longer range is a mistake of the draft.
_MOST = 50
# A pointer at paragraphs is shorter than this, in characters.
_LONG = 80


class Replaced:
    """Finds what chair's alternatives replace in one draft."""

    def __init__(self, draft: Draft, paragraphs: dict[str, Block]) -> None:
        """Look at `draft`, whose numbered paragraphs are known by their addresses."""
        self.draft = draft
        self.paragraphs = paragraphs
        self.starts = [bracket.start for bracket in draft.tree.brackets]

    def named(self, position: Position, first: Block) -> list[Block]:
        """All paragraphs that the target of a position names: `19 and 21`, `19, 21 to 23`; `first` is one of them.

        New words take the place of paragraphs that follow each other, or of the first alone.
        """
        if position.stance is not Stance.REPLACE:
            return self._listed(position, first)
        last = self._last(position, first)
        if last is first:
            return [first]
        numbers = range(int(first.paragraph), int(last.paragraph) + 1)
        return [self.paragraphs[str(number)] for number in numbers if str(number) in self.paragraphs]

    def _listed(self, position: Position, first: Block) -> list[Block]:
        target = position.target or ""
        numbers = list(_NUMBER.finditer(target))
        if not numbers or str(int(numbers[0].group())) != first.paragraph or len(target) > _LONG:
            return [first]
        lexicon = load_lexicon(self.draft.language_at(position.evidence.start))
        found: dict[str, Block] = {first.paragraph: first}
        at = numbers[0]
        for number in numbers[1:]:
            low, high = int(at.group()), int(number.group())
            ranged = 0 < high - low < _MOST and not _lists(target[at.end() : number.start()], lexicon)
            for each in range(low + 1 if ranged else high, high + 1):
                if str(each) in self.paragraphs:
                    found[str(each)] = self.paragraphs[str(each)]
            at = number
        return list(found.values())

    def by(self, position: Position, first: Block, *, lines: bool = True) -> Span | None:
        """The stretch that a chair's alternative, or the words of a delegation, replaces.

        Args:
            position: that of the chair or the delegation.
            first: the first paragraph it replaces.
            lines: whether what delegations wrote under the last paragraph goes with it.

        Returns:
            from that paragraph to the end of the last one; what holds a bracket that is never closed, or that is
            closed elsewhere, is left out with all behind it. None where nothing is left.
        """
        last = self._last(position, first)
        blocks = self._blocks(first, last, lines=lines)
        while blocks:
            span = self._words(Span(first.span.start, blocks[-1].span.end))
            out = self._runs_out(span)
            if out is None:
                return None if self._runs_in(span) else span
            # Whoever closes that bracket late, or never, had no part in what the chair replaces.
            blocks = [block for block in blocks if block.span.end <= out]
        return None

    def _blocks(self, first: Block, last: Block, *, lines: bool) -> list[Block]:
        """The paragraphs from `first` to `last` with all that belongs to them, without what the page has in between."""
        number = last.paragraph.partition("(")[0]
        start = self.draft.block_index(first.span.start)
        end = self.draft.block_index(last.span.start) + 1
        blocks = self.draft.blocks
        while end < len(blocks) and blocks[end].paragraph.partition("(")[0] == number:
            if blocks[end].kind in (BlockKind.CHAIR, BlockKind.HEADING):
                break
            if not lines and blocks[end].kind in (BlockKind.STATEMENT, BlockKind.NOTE):
                break
            end += 1
        return [block for block in blocks[start:end] if block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE)]

    def _words(self, span: Span) -> Span:
        words = span.of(self.draft.source.text)
        return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))

    def _last(self, position: Position, first: Block) -> Block:
        """The last of the paragraphs that the heading names, where they follow each other."""
        target = position.target or ""
        numbers = [match for match in _NUMBER.finditer(target)]
        if not numbers or str(int(numbers[0].group())) != first.paragraph or len(target) > _LONG:
            return first
        values = [int(match.group()) for match in numbers]
        followed = all(later == earlier + 1 for earlier, later in pairwise(values))
        between = target[numbers[0].end() : numbers[-1].start()]
        lexicon = load_lexicon(self.draft.language_at(position.evidence.start))
        ranged = len(values) == 2 and 0 < values[1] - values[0] < _MOST and not _lists(between, lexicon)
        last = self.paragraphs.get(str(values[-1]))
        return last if last is not None and (followed or ranged) and last.span.start >= first.span.start else first

    def _runs_out(self, span: Span) -> int | None:
        """Where the first bracket begins that begins in the stretch and does not end in it."""
        brackets = self.draft.tree.brackets
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        inside = (brackets[index] for index in range(low, high))
        return next((each.start for each in inside if not each.closed or each.end > span.end), None)

    def _runs_in(self, span: Span) -> bool:
        """Whether a bracket ends in the stretch that began in front of it."""
        brackets = self.draft.tree.brackets
        low = bisect_left(self.starts, span.start)
        around = brackets[low - 1] if low else None
        while around is not None:
            if span.start < around.end < span.end:
                return True
            around = brackets[around.parent] if around.parent >= 0 else None
        return False


def _lists(between: str, lexicon: Lexicon) -> bool:
    """Whether two numbers are a list, `9 and 11`, and not a range, `9 to 11`."""
    lowered = between.lower()
    found = (lexicon.words.at(lowered, at, len(lowered)) for at in range(len(lowered)))
    return _COMMA.search(between) is not None or any(word is not None and word.value == "and" for word in found)
