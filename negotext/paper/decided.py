"""A draft with what was decided: the agreed words stand where the brackets stood, what is open keeps its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from negotext.languages import OwnDelegations
from negotext.model import Act, Choice, Decision, Draft, Span, State

from .requests import Mark, Place, Setting
from .resolving import accepted
from .setting import set_text
from .tracked import Authorship, tracked_text
from .values import Change, Inline, Paragraph, Role, Run

_NOBODY = Authorship("")


def decided_text(
    draft: Draft,
    choices: Sequence[Choice],
    decisions: Mapping[str, Decision],
    own: OwnDelegations | None = None,
    *,
    marks: Sequence[Mark] = (),
    places: Iterable[Place] = (),
) -> Setting:
    """Set the outcome of a draft, its open places as the draft writes them.

    Args:
        draft: as read.
        choices: outer before inner, with what was added from the floor.
        decisions: the one that holds of each address.
        own: delegations with which the draft was read, beside countries.
        marks: how the words of the draft look; those that a decision puts in are `Role.AGREED`.
        places: stretches of the draft that get a name.
    """
    if not any(decision.state is State.AGREED for decision in decisions.values()):
        return set_text(draft, marks=marks, places=places)
    tracked = tracked_text(
        draft, choices, decisions, {}, otherwise=_NOBODY, delegations=own, marks=marks, places=places
    )
    body = tuple(replace(paragraph, content=_agreed(paragraph)) for paragraph in tracked.body)
    settled = accepted(Setting(body, tracked.notes))
    return Setting(tuple(block for block in settled.body if isinstance(block, Paragraph)), settled.notes)


def _agreed(paragraph: Paragraph) -> tuple[Inline, ...]:
    return tuple(
        replace(each, role=Role.AGREED) if isinstance(each, Run) and _is_put_in(each) else each
        for each in paragraph.content
    )


def _is_put_in(run: Run) -> bool:
    """Whether words come in; spaces that come with them, and labels, are the text's own."""
    inserted = run.revision is not None and run.revision.change is Change.INSERTED
    return inserted and run.role is Role.TEXT and not run.text.isspace()


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
