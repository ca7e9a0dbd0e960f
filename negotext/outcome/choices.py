"""The choices of a draft: collected from brackets and passages, nested, and given their addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from negotext.model import NOWHERE, Alternative, BlockKind, Choice, ChoiceKind, Draft, Span
from negotext.source import Flow

from .in_brackets import BracketChoices
from .notes import Notes
from .options import OptionChoices
from .passages import PassageChoices
from .proto import Proto, Wording, stands_of

_OPENING = re.compile(r"[\[(［（]")
_QUOTED = re.compile(r"[“”„\"«「『]([^“”„\"«»「」『』]*)[”“\"»」』][.。]?")
# The wordings of nested choices repeat each other. Together they may be this many times the draft; of those beyond,
# only the beginning is given (characters). The outcome takes words from the draft and is whole in any case.
_BUDGET = 64
_EXCERPT = 200
# Wordings longer than this (characters) are not looked at for being the same.
_LONG = 1000
# Levels an address can have; nobody says more.
_LEVELS = 20
_WHOLE = (ChoiceKind.PASSAGE, ChoiceKind.OPTIONS)


def choices_of(draft: Draft) -> tuple[Choice, ...]:
    """All choices of a draft in the order of the text, the outer before the inner.

    Addresses say where a choice stands: `5:2` is the second choice of paragraph 5, `5:2.1` the first inside it;
    choices in front of any paragraph are `0:1`, `0:2`, ...
    """
    brackets = BracketChoices(draft)
    protos = brackets.collect()
    protos += PassageChoices(draft, brackets.unplaced, brackets.apart).collect()
    protos += OptionChoices(draft).collect()
    return _Numbering(draft, _nestable(protos)).run()


def _nestable(protos: list[Proto]) -> list[Proto]:
    """Without those that cross another one: a passage gives way to the brackets that cut through it."""
    ordered = sorted(protos, key=lambda p: (p.span.start, -p.span.end, p.kind not in _WHOLE))
    dropped: set[int] = set()
    around: list[Proto] = []
    for proto in ordered:
        while around and around[-1].span.end <= proto.span.start:
            around.pop()
        crossed: list[Proto] = []
        while around and around[-1].span.end < proto.span.end:
            crossed.append(around.pop())
        gives_way = proto.kind in _WHOLE or any(outer.kind not in _WHOLE for outer in crossed)
        same = around and around[-1].span == proto.span and around[-1].kind is proto.kind
        if same or (crossed and gives_way):
            dropped.add(id(proto))
            around += reversed(crossed)
            continue
        dropped.update(map(id, crossed))
        around.append(proto)
    return [proto for proto in ordered if id(proto) not in dropped]


def _within(parent: str) -> str:
    """What the addresses inside a choice begin with; far down, what that of the choice itself begins with."""
    return f"{parent}." if parent.count(".") < _LEVELS else parent[: parent.rindex(".") + 1]


class _Room(NamedTuple):
    """A stretch in which other choices can lie: of which choice, and of which of its alternatives."""

    span: Span
    owner: int
    number: int


def _rooms(protos: list[Proto]) -> Iterator[_Room]:
    """All rooms, of those of one stretch the wording last."""
    for index, proto in enumerate(protos):
        for span in (proto.span, *proto.vanishing):
            yield _Room(span, index, NOWHERE)
        for number, wording in enumerate(proto.wordings, 1):
            yield _Room(wording.span, index, number)


class _Numbering:
    def __init__(self, draft: Draft, protos: list[Proto]) -> None:
        self.draft = draft
        self.protos = protos
        self.flow = Flow(
            draft.source.text,
            [b.span for b in draft.blocks if b.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE)],
        )
        self.in_notes = Flow(draft.source.text)
        self.notes = Notes(draft)
        self.budget = _BUDGET * len(draft.source.text) + 100_000
        self.counts: dict[str, int] = {}

    def run(self) -> tuple[Choice, ...]:
        parents = self._parents()
        addresses: dict[int, str] = {}
        for proto in self.protos:
            self._unite(proto)
        choices: dict[int, Choice] = {}
        for index in self._counted():
            proto = self.protos[index]
            paragraph = self.draft.block_at(proto.span.start).paragraph
            outer, within = parents[index]
            parent = addresses[outer] if outer >= 0 else ""
            inside = within != NOWHERE and outer >= 0 and self._paragraph(outer) == paragraph
            addresses[index] = self._next(_within(parent) if inside else f"{paragraph or '0'}:")
            choices[index] = self._choice(proto, addresses[index], paragraph, parent, within)
        return tuple(choices[index] for index in range(len(self.protos)))

    def _counted(self) -> list[int]:
        """The order in which places get their numbers: those of a footnote behind those of its paragraph.

        Where the page prints a footnote in the midst of a paragraph, it is not in the midst of its places.
        """
        begins: list[int] = []  # where the paragraph begins that a block is of
        for number, block in enumerate(self.draft.blocks):
            same = number and self.draft.blocks[number - 1].paragraph == block.paragraph
            begins.append(begins[-1] if same else block.span.start)
        starts = [block.span.start for block in self.draft.blocks]
        order: list[tuple[int, bool, int]] = []
        for index, proto in enumerate(self.protos):
            at = max(0, bisect_right(starts, proto.span.start) - 1)
            noted = bool(starts) and self.draft.blocks[at].kind is BlockKind.FOOTNOTE
            order.append((begins[at] if starts else 0, noted, index))
        return [index for *_, index in sorted(order)]

    def _unite(self, proto: Proto) -> None:
        """Make one wording of those that say the same: two delegations often ask for the same words."""
        if proto.kind is not None or len(proto.wordings) < 2:
            return
        first: dict[str, int] = {}
        renumbered: dict[int, int] = {}
        kept: list[Wording] = []
        for number, wording in enumerate(proto.wordings, 1):
            words = self.draft.source.text[wording.span.start : wording.span.end]
            same = None
            # Where other choices lie inside a wording, or it is long, it stays as it is.
            if wording.offered and not wording.empty and len(words) <= _LONG and not _OPENING.search(words):
                text = self._words(wording.span).strip(" .。")
                same = first.setdefault(text, len(kept) + 1)
            if same is None or same > len(kept):
                kept.append(wording)
            renumbered[number] = same or len(kept)
        if len(kept) < len(proto.wordings):
            proto.wordings = kept
            proto.stands = [(index, side, renumbered.get(number, number)) for index, side, number in proto.stands]

    def _paragraph(self, index: int) -> str:
        return self.draft.block_at(self.protos[index].span.start).paragraph

    def _next(self, prefix: str) -> str:
        self.counts[prefix] = self.counts.get(prefix, 0) + 1
        return f"{prefix}{self.counts[prefix]}"

    def _parents(self) -> list[tuple[int, int]]:
        """For each proto the index of the one around it, and the alternative it lies in.

        A wording may stand elsewhere than its choice (a chair's alternative): it is a room of the choice too. What
        lies around the wordings, attributions and lines of delegations, goes whatever is decided, and is the last
        room.
        """
        rooms = sorted(_rooms(self.protos), key=lambda each: (each.span.start, -each.span.end))
        parents = [(-1, 0)] * len(self.protos)
        around: list[_Room] = []
        at = 0
        for index, proto in enumerate(self.protos):
            while at < len(rooms) and rooms[at].span.start <= proto.span.start:
                around.append(rooms[at])
                at += 1
            while around and around[-1].span.end <= proto.span.start:
                around.pop()
            holder = next((room for room in reversed(around) if self._is_in(proto, index, room)), None)
            if holder is not None:
                parents[index] = holder.owner, holder.number
        return parents

    def _is_in(self, proto: Proto, index: int, room: _Room) -> bool:
        return room.span.end >= proto.span.end and room.owner < index and self.notes.goes_with(proto.span, room.span)

    def _choice(self, proto: Proto, address: str, paragraph: str, parent: str, within: int) -> Choice:
        alternatives = [Alternative(0, "")]
        for number, wording in enumerate(proto.wordings, 1):
            text = "" if wording.empty else self._text(wording.span)
            alternatives.append(Alternative(number, text, wording.span, wording.label))
        return Choice(
            address=address,
            kind=proto.derived_kind(),
            paragraph=paragraph,
            span=proto.span,
            alternatives=tuple(alternatives),
            base=proto.base,
            stands=stands_of(proto, self.draft.positions),
            parent=parent,
            within=within,
            vanishing=tuple(sorted(set(proto.vanishing))),
        )

    def _text(self, span: Span) -> str:
        self.budget -= span.length
        if self.budget < 0 and span.length > _EXCERPT:
            return self._words(Span(span.start, span.start + _EXCERPT)) + " …"
        return self._words(span)

    def _words(self, span: Span) -> str:
        block = self.draft.block_at(span.start)
        flow = self.in_notes if block.kind is BlockKind.FOOTNOTE else self.flow
        words = flow.wording(*span)
        quoted = _QUOTED.fullmatch(words)
        return quoted[1].strip() if quoted else words
