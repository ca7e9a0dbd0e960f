"""How the words of a draft look: brackets, what is offered, what is unwanted, who says so."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from negotext.languages import Registry
from negotext.model import BlockKind, BracketKind, Choice, ChoiceKind, Draft, Position, Side, Span, Stance
from negotext.source import Flow

from .requests import Mark
from .values import Role

_CODE = re.compile(r"(?<![^\W\d_])[A-Z][A-Z0-9]{1,4}(?![^\W\d_])")
_CHANGES = frozenset({Stance.DELETE, Stance.REPLACE})
_WANTED = frozenset({Stance.RETAIN, Stance.SUPPORT})
_ROLES = {
    **dict.fromkeys((*_CHANGES, Stance.OPPOSE), Role.UNWANTED),
    **dict.fromkeys(_WANTED, Role.OFFERED),
}
# So many characters stand between two attributions, and behind the last one, at most.
_JOINT, _TAIL = 4, 2
_KINDS = {
    BracketKind.ATTRIBUTION: Role.ATTRIBUTION,
    BracketKind.EDITORIAL: Role.EDITORIAL,
    BracketKind.PLACEHOLDER: Role.EDITORIAL,
}
_CONTESTED = frozenset({Role.CONTESTED})
_OPEN_WORDS = _CONTESTED | {Role.TEXT}

_OF_QUOTED = frozenset({ChoiceKind.DELETION, ChoiceKind.REPLACEMENT})

Look = tuple[Role, str]
"""A role and the code of a delegation."""


def marks_of(
    draft: Draft,
    registry_at: Callable[[int], Registry],
    agreed: Iterable[Span] = (),
    choices: Iterable[Choice] = (),
) -> tuple[Mark, ...]:
    """The marks of a whole draft, disjoint and in order; plain text has none.

    Args:
        draft: as read.
        registry_at: who is called what in the language at an offset of the text.
        agreed: words that decisions left where they stand.
        choices: those that are open; they know where the words stand that an attribution only quotes.
    """
    footnotes = [block.span for block in draft.blocks if block.kind is BlockKind.FOOTNOTE]
    canvas = _Canvas(len(draft.source.text), footnotes)
    # What is read from one bracket is drawn with it, before the brackets inside it.
    inside: dict[int | None, list[Position]] = defaultdict(list)
    for position in draft.positions:
        inside[position.bracket].append(position)
    spoken = _Spoken(draft, registry_at)
    depths = draft.tree.contested_depths()
    for bracket, depth in zip(draft.tree.brackets, depths, strict=True):
        role = _KINDS.get(bracket.kind)
        if role is None:
            canvas.paint(bracket.span, (Role.BRACKET, ""), depth)
            canvas.paint(bracket.inner, (Role.CONTESTED, ""), depth)
        else:
            canvas.paint(bracket.span, (role, ""))
        for position in inside.get(bracket.index, ()):
            canvas.paint(_within(position.evidence, bracket.inner), (Role.ATTRIBUTION, ""))
        if bracket.index in inside:
            _joints(canvas, bracket.inner, inside[bracket.index])
        # Of several who want the same words the first has its colour on them.
        for position in reversed(inside.get(bracket.index, ())):
            words = position.offered or (position.about if position.stance in _WANTED else None)
            if words is not None and _is_read_from(position, words, bracket.inner):
                canvas.paint(words, (Role.OFFERED, position.delegation))
    _paint_statements(canvas, draft, inside.get(None, ()))
    _paint_wishes(canvas, draft, depths)
    for span, code in _quoted_words(choices):
        canvas.paint_over(span, (Role.UNWANTED, code), _OPEN_WORDS)
    for span, code in spoken.names():
        canvas.paint_over(span, (Role.ATTRIBUTION, code), frozenset({Role.ATTRIBUTION}))
    for span in agreed:
        canvas.paint_over(span, (Role.AGREED, ""), _OPEN_WORDS | {Role.OFFERED, Role.UNWANTED})
    return tuple(canvas.marks())


def _joints(canvas: _Canvas, inner: Span, positions: Iterable[Position]) -> None:
    """What stands between the attributions of a bracket, and between them and the words, belongs to them."""
    spans = sorted({position.evidence for position in positions if inner.holds(position.evidence)})
    words = {each for position in positions for each in (position.about, position.offered) if each is not None}
    followers = sorted({*spans, *(each for each in words if inner.holds(each))})
    for span in spans:
        at = bisect_left(followers, (span.end, 0))
        # "; ", " / " and ": " are short.
        if at < len(followers) and 0 < followers[at].start - span.end <= _JOINT:
            canvas.paint(Span(span.end, followers[at].start), (Role.ATTRIBUTION, ""))
    if spans and inner.end - spans[-1].end <= _TAIL:
        canvas.paint(Span(spans[-1].end, inner.end), (Role.ATTRIBUTION, ""))


def _within(evidence: Span, inner: Span) -> Span:
    """Evidence without the brackets themselves; what stands outside them stays as it is."""
    if not inner.overlaps(evidence):
        return evidence
    return Span(max(evidence.start, inner.start), min(evidence.end, inner.end))


def _is_read_from(position: Position, words: Span, inner: Span) -> bool:
    """Whether words stand in the bracket, not those of another that the attribution only points at."""
    return inner.holds(words) and (position.offered is not None or position.evidence.holds(words))


def _paint_statements(canvas: _Canvas, draft: Draft, positions: Iterable[Position]) -> None:
    """Lines in which delegations speak, and what they offer in them."""
    plain = frozenset({Role.TEXT})
    for position in positions:
        block = draft.block_at(position.evidence.start)
        if block.kind is BlockKind.STATEMENT or not block.label:
            canvas.paint_over(position.evidence, (Role.ATTRIBUTION, ""), plain)
        if position.offered is not None and position.offered != position.evidence:
            canvas.paint_over(
                position.offered, (Role.OFFERED, position.delegation), plain | {Role.ATTRIBUTION, Role.CONTESTED}
            )


def _paint_wishes(canvas: _Canvas, draft: Draft, depths: list[int]) -> None:
    """Words of the text that somebody wants out, and words in brackets that somebody wants to keep."""
    for position in draft.positions:
        role = _ROLES.get(position.stance)
        if position.about is None or role is None:
            continue
        over = _OPEN_WORDS if position.stance in _CHANGES else _CONTESTED
        depth = None
        if position.bracket is not None and draft.tree.brackets[position.bracket].span.holds(position.about):
            # What is inside the brackets within is the affair of others.
            depth = depths[position.bracket]
        elif position.stance is not Stance.DELETE and canvas.holds_brackets(position.about):
            # A line about a whole paragraph says nothing about each place in it.
            continue
        canvas.paint_over(position.about, (role, position.delegation), over, depth)


def _quoted_words(choices: Iterable[Choice]) -> Iterator[tuple[Span, str]]:
    """Words of the text that somebody wants out or others in the place of, with the first of them."""
    for choice in choices:
        base = choice.alternative(choice.base)
        if choice.kind not in _OF_QUOTED or base is None or base.span is None:
            continue
        against = (s.delegation for s in choice.stands if s.side is Side.FOR and s.alternative != choice.base)
        code = next(against, None)
        if code is not None:
            yield base.span, code


class _Spoken:
    """Finds the names in attributions."""

    def __init__(self, draft: Draft, registry_at: Callable[[int], Registry]) -> None:
        self._draft = draft
        self._registry_at = registry_at
        furniture = [block.span for block in draft.blocks if block.kind is BlockKind.FURNITURE]
        self._flow = Flow(draft.source.text, furniture)

    def names(self) -> Iterator[tuple[Span, str]]:
        """Each name of a speaker where it stands, with the code."""
        speakers: dict[Span, dict[str, None]] = {}
        for position in self._draft.positions:
            codes = (position.delegation, position.on_behalf_of)
            speakers.setdefault(position.evidence, {}).update(dict.fromkeys(code for code in codes if code))
        for evidence, known in speakers.items():
            yield from self._names_in(evidence, known)

    def _names_in(self, evidence: Span, codes: dict[str, None]) -> Iterator[tuple[Span, str]]:
        region = self._flow.region(*evidence)
        registry = self._registry_at(evidence.start)
        found = [(each.start, each.end, each.value) for each in registry.find(region.clean)]
        for match in _CODE.finditer(region.clean):
            code = registry.codes.get(match.group())
            if code is not None:
                found.append((*match.span(), code))
        known = {code for _, _, code in found}
        for code in codes:
            # A name nobody knows stands for itself.
            at = -1 if code in known else region.clean.find(code)
            if at >= 0:
                found.append((at, at + len(code), code))
        for start, end, code in found:
            if code in codes:
                yield region.span(start, end), code


class _Canvas:
    """A text on which the later paint covers the earlier.

    Args:
        size: of the text, in characters.
        apart: footnotes, in order: what begins before one and goes on behind it is not about its words.
    """

    def __init__(self, size: int, apart: Sequence[Span]) -> None:
        self._apart = apart
        self._apart_starts = [span.start for span in apart]
        self._looks: list[Look] = [(Role.TEXT, "")]
        self._numbers: dict[Look, int] = {self._looks[0]: 0}
        self._cells = array("H", bytes(2 * size))
        self._depths = array("H", bytes(2 * size))
        self._edges = {0, size}

    def paint(self, span: Span, look: Look, depth: int | None = None) -> None:
        """Cover a stretch; with `depth`, say how deep in brackets it is."""
        for part in self._parts(span):
            self._cells[part.start : part.end] = array("H", [self._number(look)]) * part.length
            if depth is not None:
                self._depths[part.start : part.end] = array("H", [min(depth, 0xFFFF)]) * part.length
            self._edges.update(part)

    def _parts(self, span: Span) -> Iterator[Span]:
        """A stretch without the footnotes that interrupt it."""
        at = span.start
        first = bisect_right(self._apart_starts, span.start)
        for note in self._apart[first : bisect_left(self._apart_starts, span.end)]:
            yield Span(at, max(at, note.start))
            at = max(at, note.end)
        yield Span(at, max(at, span.end))

    def holds_brackets(self, span: Span) -> bool:
        """Whether a contested bracket opens or closes in a stretch."""
        return self._number((Role.BRACKET, "")) in self._cells[span.start : span.end]

    def paint_over(self, span: Span, look: Look, over: frozenset[Role], depth: int | None = None) -> None:
        """Cover those characters of a stretch that have one of these roles, and that depth where one is given."""
        open_numbers = {number for number, (role, _) in enumerate(self._looks) if role in over}
        number = self._number(look)
        cells = self._cells
        for part in self._parts(span):
            before = False
            for at in range(part.start, part.end):
                covered = cells[at] in open_numbers and (depth is None or self._depths[at] == depth)
                if covered:
                    cells[at] = number
                if covered != before:
                    self._edges.add(at)
                before = covered
            self._edges.add(part.end)

    def _number(self, look: Look) -> int:
        if look not in self._numbers:
            self._numbers[look] = len(self._looks)
            self._looks.append(look)
        return self._numbers[look]

    def marks(self) -> Iterator[Mark]:
        """The stretches of one look and depth, but for plain text."""
        edges = sorted(self._edges)
        start, last = 0, (0, 0)
        for at in edges:
            now = (self._cells[at], self._depths[at]) if at < len(self._cells) else (0, 0)
            if now != last or at == edges[-1]:
                if last != (0, 0) and at > start:
                    role, delegation = self._looks[last[0]]
                    yield Mark(Span(start, at), role, delegation, last[1])
                start, last = at, now
