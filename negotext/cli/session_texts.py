"""The text of a session as a draft: as it was brought in, or with the decisions applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotext.model import Choice, Decision, Draft, Span
from negotext.query.kept import draft_of, own_of

if TYPE_CHECKING:
    from negotext.store import Session


def as_it_stands(store: Session, number: int | None = None, *, names: bool = True) -> Draft:
    """The text of a round with the decisions on it applied, read as a draft.

    Args:
        store: an open session.
        number: of the round; the newest when None.
        names: whether open places keep the names in them.
    """
    draft = draft_of(store, number)
    choices, decisions = decided(store, number)
    if not decisions and names:
        return draft
    from negotext.outcome import outcome
    from negotext.reading import reread
    from negotext.source import from_text

    text = outcome(draft, choices, decisions, names=names).text
    return reread(from_text(text, draft.source.name), draft.language, own_of(store))


def agreed_words(store: Session, number: int | None = None, *, names: bool = True) -> tuple[Span, ...]:
    """Where the words that were agreed stand in the text of `as_it_stands`, which has the same arguments."""
    from negotext.outcome.agreed import agreed_words

    return agreed_words(draft_of(store, number), *decided(store, number), names=names)


def decided(store: Session, number: int | None = None) -> tuple[list[Choice], dict[str, Decision]]:
    """The choices of a round with what was added from the floor, and the decisions that hold, by address."""
    choices = [standing.choice for standing in store.choices(round=number)]
    return choices, {decision.address: decision for decision in store.decisions(number)}
