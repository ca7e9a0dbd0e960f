"""The text of a session as a draft: as it was brought in, or with the decisions applied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from negotext.model import Choice, Decision, Draft, Span, State

from .own_delegations import own_of

if TYPE_CHECKING:
    from negotext.store import Session


def original(store: Session, number: int | None = None) -> Draft:
    """The draft of a round as it was read; read again in a session that does not have the reading."""
    kept = store.draft(number)
    if kept is not None:
        return kept
    from negotext.reading import reread

    rounds = store.rounds()
    source = store.source(number)
    return reread(source, rounds[(number or len(rounds)) - 1].language, own_of(store))


def as_it_stands(store: Session, number: int | None = None, *, names: bool = True) -> Draft:
    """The text of a round with the decisions on it applied, read as a draft.

    Args:
        store: an open session.
        number: of the round; the newest when None.
        names: whether open places keep the names in them.
    """
    draft = original(store, number)
    choices, decisions = decided(store, number)
    if not decisions and names:
        return draft
    from negotext.outcome import outcome
    from negotext.reading import reread
    from negotext.source import from_text

    text = outcome(draft, choices, decisions, names=names).text
    return reread(from_text(text, draft.source.name), draft.language, own_of(store))


def agreed_words(store: Session, number: int | None = None, *, names: bool = True) -> tuple[Span, ...]:
    """Where the words that were agreed stand in the text of `as_it_stands`, which has the same arguments.

    What is still open in the midst of agreed words is not agreed.
    """
    from negotext.outcome.pieces import outcome_pieces

    choices, decisions = decided(store, number)
    made = {address: each for address, each in decisions.items() if each.state is State.AGREED}
    if not made:
        return ()
    taken = [choice.span for choice in choices if choice.address in made]
    for choice in choices:
        decision = made.get(choice.address)
        chosen = decision and choice.alternative(decision.alternative or 0)
        if chosen and chosen.span is not None:
            taken.append(chosen.span)
    still = [choice.span for choice in choices if choice.address not in made]
    draft = original(store, number)
    # The innermost choice around a word tells, and of two around the same words the open one.
    marked = bytearray(len(draft.source.text) + 1)
    spans = [(span, 1) for span in taken] + [(span, 0) for span in still]
    for span, mark in sorted(spans, key=lambda each: -each[0].length):
        marked[span.start : span.end] = bytes([mark]) * span.length
    found: list[Span] = []
    at = 0
    for piece in outcome_pieces(draft, choices, decisions, names=names).pieces:
        size = len(piece.text)
        if piece.at >= 0:
            runs = re.finditer(b"\x01+", marked[piece.at : piece.at + size])
            found += [Span(at + run.start(), at + run.end()) for run in runs]
        elif piece.address in made:
            found.append(Span(at, at + size))
        at += size
    return tuple(found)


def decided(store: Session, number: int | None = None) -> tuple[list[Choice], dict[str, Decision]]:
    """The choices of a round with what was added from the floor, and the decisions that hold, by address."""
    choices = [standing.choice for standing in store.choices(round=number)]
    return choices, {decision.address: decision for decision in store.decisions(number)}
