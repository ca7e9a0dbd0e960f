"""Choices between numbered options: which of them exclude each other.

Options of one bracket, and of one style in it, are one choice: `[Option 1 … Option 2 …] [Option 1 … Option 2 …]` are
two. Those of a lower rank, `Option (a)` in `Option 1`, `Option i` in `Option (a)`, are a choice inside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotext.languages import load_lexicon
from negotext.model import Block, BlockKind, Bracket, BracketKind, ChoiceKind, Draft, Span

from .option_labels import Numbered, numbered
from .proto import Proto


@dataclass(frozen=True, slots=True)
class _Option:
    """One option.

    Attributes:
        index: of the block it begins.
        start: where its label begins, in characters of the draft.
        numbered: what its label says.
    """

    index: int
    start: int
    numbered: Numbered


class OptionChoices:
    """Collects the choices between options of a draft."""

    def __init__(self, draft: Draft) -> None:
        """Look at `draft`."""
        self.draft = draft
        self.text = draft.source.text
        self.blocks = draft.blocks
        self.bracket_starts = [bracket.start for bracket in draft.tree.brackets]

    def collect(self) -> list[Proto]:
        """The choices, in no particular order."""
        found = [index for index, block in enumerate(self.blocks) if block.kind is BlockKind.OPTION]
        starts = [self._label_start(self.blocks[index]) for index in found]
        protos: list[Proto] = []
        for room, of_room in self._by_room(found, starts).items():
            labels = numbered([self.blocks[found[at]].label for at in of_room])
            options = [_Option(found[at], starts[at], label) for at, label in zip(of_room, labels, strict=True)]
            end = self.draft.tree.brackets[room].inner.end if room >= 0 else len(self.text)
            protos += self._runs(options, end)
        return protos

    def _by_room(self, found: Sequence[int], starts: Sequence[int]) -> dict[int, list[int]]:
        """The options by the bracket whose they are; -1 for none. One alone in its bracket is of the bracket around."""
        rooms = [self._around(start) for start in starts]
        alone = {room for room, count in Counter(rooms).items() if count == 1}
        by_room: dict[int, list[int]] = {}
        for at, index in enumerate(found):
            room = rooms[at]
            if room in alone and room >= 0 and self.draft.tree.brackets[room].start >= self.blocks[index].span.start:
                room = self._contested(self.draft.tree.brackets[room].parent)
            by_room.setdefault(room, []).append(at)
        return by_room

    def _around(self, offset: int) -> int:
        """Index of the innermost contested bracket around a place; -1 for none."""
        index = self._contested(bisect_right(self.bracket_starts, offset) - 1)
        while index >= 0 and self.draft.tree.brackets[index].end <= offset:
            index = self._contested(self.draft.tree.brackets[index].parent)
        return index

    def _contested(self, index: int) -> int:
        while index >= 0 and not _holds_options(self.draft.tree.brackets[index]):
            index = self.draft.tree.brackets[index].parent
        return index

    def _runs(self, options: Sequence[_Option], end: int) -> Iterator[Proto]:
        """The choices between options that follow each other, the last of which ends at `end`."""
        run: list[_Option] = []
        inside: list[list[_Option]] = []
        last = end
        for option in options:
            if run and option.start >= last:
                yield from self._close(run, inside, last)
                run, inside = [], []
            if run and option.numbered.rank > run[0].numbered.rank:
                inside[-1].append(option)
                continue
            if run and not option.numbered.follows(run[-1].numbered):
                yield from self._close(run, inside, option.start)
                run, inside = [], []
            if not run:
                last = min(end, self._ends(option))
            run.append(option)
            inside.append([])
        yield from self._close(run, inside, last)

    def _ends(self, first: _Option) -> int:
        """Where the paragraph, or the item, that has a run of options is over."""
        before = self.blocks[first.index - 1] if first.index else None
        item = before.label if before is not None and self._is_bare_item(before) else ""
        paragraph = self.blocks[first.index].paragraph
        for block in self.blocks[first.index + 1 :]:
            if block.kind is BlockKind.HEADING or (item and block.kind is BlockKind.ITEM and _next(item, block.label)):
                return block.span.start
            main = block.label.partition("(")[0]
            if block.kind is BlockKind.PARAGRAPH and main and "." not in main and block.paragraph != paragraph:
                return block.span.start
        return len(self.text)

    def _is_bare_item(self, block: Block) -> bool:
        """Whether an item has options in the place of words: `a. Option i: …`."""
        words = self.text[block.body : block.span.end]
        return block.kind is BlockKind.ITEM and not words.strip()

    def _close(self, run: Sequence[_Option], inside: Sequence[Sequence[_Option]], end: int) -> Iterator[Proto]:
        if not run:
            return
        ends = [*(option.start for option in run[1:]), self._words_before(end, run[-1].start)]
        if len(run) > 1:
            proto = Proto(Span(run[0].start, ends[-1]), kind=ChoiceKind.OPTIONS)
            for option, finish in zip(run, ends, strict=True):
                self._add(proto, self.blocks[option.index], finish)
            if len(proto.wordings) > 1:
                yield proto
        for options, finish in zip(inside, ends, strict=True):
            yield from self._runs(options, finish)

    def _add(self, proto: Proto, block: Block, finish: int) -> None:
        body = min(block.body, finish)
        words = Span(body, self._words_before(finish, body))
        if words.length:
            number = proto.add(words, offered=False, label=block.label)
            no_text = load_lexicon(self.draft.language_at(words.start)).forms["no_text"]
            proto.wordings[number - 1].empty = no_text.match(words.of(self.text)) is not None

    def _label_start(self, block: Block) -> int:
        start = block.span.start
        while start < block.body and (self.text[start].isspace() or self.text[start] in "[［*_"):
            start += 1
        return start

    def _words_before(self, end: int, start: int) -> int:
        """End of the words before `end`, without white space and brackets that close what opened before `start`."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        depth = 0
        cut = end
        for offset in range(start, end):
            depth += (self.text[offset] in "[［") - (self.text[offset] in "]］")
            if depth < 0:
                cut = offset
                break
        return cut


def _holds_options(bracket: Bracket) -> bool:
    return bracket.kind is BracketKind.CONTESTED and bracket.closed


def _next(item: str, label: str) -> bool:
    """Whether a label is that of the item behind another one: `(b)` or `(a) bis` behind `(a)`."""
    if label.startswith(f"{item} "):
        return True
    letter, following = item.strip("()"), label.partition(")")[0].strip("()")
    return len(letter) == len(following) == 1 and ord(following) == ord(letter) + 1
