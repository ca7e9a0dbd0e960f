"""How the words of a draft look: brackets, what is offered, what is unwanted, who says so."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from negotext.languages import Registry
from negotext.model import BlockKind, BracketKind, Draft, Position, Span, Stance
from negotext.source import Flow

from .requests import Mark
from .values import Role

_CODE = re.compile(r"(?<![^\W\d_])[A-Z][A-Z0-9]{1,4}(?![^\W\d_])")
_UNWANTED = frozenset({Stance.DELETE, Stance.REPLACE})
_WANTED = frozenset({Stance.RETAIN, Stance.SUPPORT})
_KINDS = {
    BracketKind.ATTRIBUTION: Role.ATTRIBUTION,
    BracketKind.EDITORIAL: Role.EDITORIAL,
    BracketKind.PLACEHOLDER: Role.EDITORIAL,
}
_OPEN_WORDS = frozenset({Role.TEXT, Role.CONTESTED})

Look = tuple[Role, str]
"""A role and the code of a delegation."""


def marks_of(draft: Draft, registry_at: Callable[[int], Registry], agreed: Iterable[Span] = ()) -> tuple[Mark, ...]:
    """The marks of a whole draft, disjoint and in order; plain text has none.

    Args:
        draft: as read.
        registry_at: who is called what in the language at an offset of the text.
        agreed: words that decisions left where they stand.
    """
    canvas = _Canvas(len(draft.source.text))
    # What is read from one bracket is drawn with it, before the brackets inside it.
    inside: dict[int | None, list[Position]] = defaultdict(list)
    for position in draft.positions:
        inside[position.bracket].append(position)
    spoken = _Spoken(draft, registry_at)
    for bracket, depth in zip(draft.tree.brackets, draft.tree.contested_depths(), strict=True):
        role = _KINDS.get(bracket.kind)
        if role is None:
            canvas.paint(bracket.span, (Role.BRACKET, ""), depth)
            canvas.paint(bracket.inner, (Role.CONTESTED, ""), depth)
        else:
            canvas.paint(bracket.span, (role, ""))
        for position in inside.get(bracket.index, ()):
            canvas.paint(position.evidence, (Role.ATTRIBUTION, ""))
        if bracket.index in inside:
            _joints(canvas, bracket.inner, inside[bracket.index])
        for position in inside.get(bracket.index, ()):
            if position.offered is not None and bracket.span.holds(position.offered):
                canvas.paint(position.offered, (Role.OFFERED, position.delegation))
    _paint_statements(canvas, draft, inside.get(None, ()))
    _paint_wishes(canvas, draft.positions)
    for span, code in spoken.names():
        canvas.paint_over(span, (Role.ATTRIBUTION, code), frozenset({Role.ATTRIBUTION}))
    for span in agreed:
        canvas.paint_over(span, (Role.AGREED, ""), _OPEN_WORDS | {Role.OFFERED, Role.UNWANTED})
    return tuple(canvas.marks())


def _joints(canvas: _Canvas, inner: Span, positions: Iterable[Position]) -> None:
    """What stands between two attributions of a bracket, semicolons and dashes, belongs to them.

    An attribution behind the words reaches to the end of the bracket, one in front of them to where they begin.
    """
    spans = sorted({position.evidence for position in positions if inner.holds(position.evidence)})
    for before, after in zip(spans, spans[1:], strict=False):
        if before.end < after.start and after.start - before.end <= 4:
            canvas.paint(Span(before.end, after.start), (Role.ATTRIBUTION, ""))
    if spans and inner.end - spans[-1].end <= 2:
        canvas.paint(Span(spans[-1].end, inner.end), (Role.ATTRIBUTION, ""))


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


def _paint_wishes(canvas: _Canvas, positions: Iterable[Position]) -> None:
    """Words of the text that somebody wants out, and words in brackets that somebody wants to keep."""
    for position in positions:
        if position.about is None:
            continue
        if position.stance in _UNWANTED:
            canvas.paint_over(position.about, (Role.UNWANTED, position.delegation), _OPEN_WORDS)
        elif position.stance in _WANTED and position.bracket is not None:
            canvas.paint_over(position.about, (Role.OFFERED, position.delegation), frozenset({Role.CONTESTED}))


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
        for evidence, codes in speakers.items():
            yield from self._names_in(evidence, codes)

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
    """A text on which the later paint covers the earlier."""

    def __init__(self, size: int) -> None:
        self._looks: list[Look] = [(Role.TEXT, "")]
        self._numbers: dict[Look, int] = {self._looks[0]: 0}
        self._cells = array("H", bytes(2 * size))
        self._depths = array("H", bytes(2 * size))
        self._edges = {0, size}

    def paint(self, span: Span, look: Look, depth: int | None = None) -> None:
        """Cover a stretch; with `depth`, say how deep in brackets it is."""
        size = span.length
        self._cells[span.start : span.end] = array("H", [self._number(look)]) * size
        if depth is not None:
            self._depths[span.start : span.end] = array("H", [min(depth, 0xFFFF)]) * size
        self._edges.update(span)

    def paint_over(self, span: Span, look: Look, over: frozenset[Role]) -> None:
        """Cover those characters of a stretch that have one of these roles."""
        open_numbers = {number for number, (role, _) in enumerate(self._looks) if role in over}
        number = self._number(look)
        cells = self._cells
        before = False
        for at in range(span.start, span.end):
            covered = cells[at] in open_numbers
            if covered:
                cells[at] = number
            if covered != before:
                self._edges.add(at)
            before = covered
        self._edges.add(span.end)

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
