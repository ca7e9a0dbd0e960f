"""What decisions do to a draft, as edits that it is set with: the agreed words stand where the brackets stood."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from negotext.model import Act, Choice, Decision, Draft, Span, State
from negotext.outcome.traced import Stretch, traced_outcome

from .requests import Edit
from .values import Role


def decided_edits(draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision]) -> list[Edit]:
    """The edits that turn a draft into its outcome, names and brackets of open places kept; disjoint and in order."""
    if not decisions:
        return []
    stretches = traced_outcome(draft, choices, decisions)
    in_place = _in_place(stretches)
    edits: list[Edit] = []
    words: list[str] = []
    at = 0
    for index, stretch in enumerate((*stretches, Stretch("", len(draft.source.text), 0))):
        if index < len(stretches) and index not in in_place:
            words.append(stretch.text)
            continue
        if stretch.at > at or words:
            edits.append(Edit(Span(at, stretch.at), "".join(words), role=Role.AGREED))
        words = []
        at = stretch.at + len(stretch.text)
    return edits


def agreed_words(choices: Sequence[Choice], decisions: Mapping[str, Decision]) -> Iterator[Span]:
    """The words of the draft that were accepted where they stand, without those still open inside them."""
    inside: dict[str, list[Choice]] = {}
    for choice in choices:
        inside.setdefault(choice.parent, []).append(choice)
    for choice in choices:
        decision = decisions.get(choice.address)
        if decision is None or decision.act is not Act.ACCEPT:
            continue
        chosen = choice.alternative(decision.alternative or 0)
        if chosen is None or chosen.span is None:
            continue
        at = chosen.span.start
        for other in sorted(inside.get(choice.address, ()), key=lambda each: each.span):
            settled = decisions.get(other.address)
            if chosen.span.holds(other.span) and (settled is None or settled.state is not State.AGREED):
                yield Span(at, max(at, other.span.start))
                at = max(at, other.span.end)
        yield Span(at, max(at, chosen.span.end))


def _in_place(stretches: Sequence[Stretch]) -> set[int]:
    """The longest row of stretches that stand in the order of the draft; the others were put elsewhere, or in."""
    tops: list[int] = []
    last: list[int] = []
    before: dict[int, int] = {}
    for index, stretch in enumerate(stretches):
        if stretch.at < 0:
            continue
        pile = bisect_left(tops, stretch.at)
        before[index] = last[pile - 1] if pile else -1
        tops[pile : pile + 1] = [stretch.at]
        last[pile : pile + 1] = [index]
    row: set[int] = set()
    index = last[-1] if last else -1
    while index >= 0:
        row.add(index)
        index = before[index]
    return row
