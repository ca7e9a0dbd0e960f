"""A draft that is about to become a round: what it is, and what its places take over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotext.model import Choice, Draft, Span
from negotext.outcome import choices_of
from negotext.query.carrying import Heritage, for_matching, heritage
from negotext.query.kept import draft_of, own_of
from negotext.rounds import Comparison, compare_rounds

from .errors import Unusable
from .loading import load
from .manner import Manner
from .waiting import waiting

if TYPE_CHECKING:
    from negotext.store import Session
    from negotext.word.returned import CameBack


@dataclass(frozen=True, slots=True)
class Incoming:
    """A draft that is about to become a round.

    Attributes:
        draft: as read.
        choices: of it.
        comparison: with the round before.
        heirs: what its places take over, all matches.
        seen: the latest entry of the session when this was worked out.
        number: of the round to be.
        put_back: new addresses of places that are decided, and that the bookmarks of the file show to be open in it.
        came_back: what was done to it, where it is a document of the round before; None for any other draft.
    """

    draft: Draft
    choices: tuple[Choice, ...]
    comparison: Comparison
    heirs: tuple[Heritage, ...]
    seen: int
    number: int
    put_back: tuple[str, ...]
    came_back: CameBack | None = None


def incoming(store: Session, path: str, language: str | None, manner: Manner) -> Incoming:
    """What a draft brings into a session.

    Args:
        store: the session.
        path: of the draft, or `-`.
        language: code of its language; that of the round before when None.
        manner: how a Word file is read.

    Raises:
        Unusable: it cannot be read, or it is the draft of the round, word for word.
    """
    from negotext.paper.issuing import own_changes
    from negotext.store import replay

    seen, last = store.last, store.rounds()[-1]
    draft = load(path, language, last.language, own_of(store), manner, changes=own_changes(store))
    if draft.source.text == store.source().text:
        raise Unusable(f"{path} is the draft of round {last.number}, word for word", "name the new draft")
    choices = choices_of(draft)
    with waiting("matching the new draft", len(store.source().text), len(draft.source.text)):
        places, back = _returned(store, draft, choices, (language, manner))
        comparison = back.what.comparison if back is not None else _compared(store, draft, choices, places)
    ledger = replay(store.log(round=last.number))
    standings = {standing.address: standing for standing in store.choices()}
    unread = back.what.unread if back is not None else {}
    heirs = tuple(
        heritage(
            match,
            standings[match.old.address],
            store.stands(match.old.address, ended=True),
            ledger,
            unread.get(match.old.address, ()),
        )
        for match in comparison.choices
    )
    put_back: tuple[str, ...] = ()
    if back is not None:
        put_back = back.what.rejected
    elif places:
        put_back = tuple(
            each.match.new.address for each in heirs if each.match.old.address in places and each.open_again
        )
    return Incoming(draft, choices, comparison, heirs, seen, last.number + 1, put_back, back)


def _returned(
    store: Session, draft: Draft, choices: tuple[Choice, ...], how: tuple[str | None, Manner]
) -> tuple[Mapping[str, Span], CameBack | None]:
    """Where the places of the newest round stand in a document of the session, and what was done to it."""
    if not draft.anchors:
        return {}, None
    from negotext.word.returned import Manner as Read
    from negotext.word.returned import came_back, places_in

    (language, manner), number = how, store.rounds()[-1].number
    read = Read(language, manner.authors, typography=manner.typography)
    return places_in(store, number, draft).places, came_back(store, number, draft, choices, read)


def _compared(store: Session, draft: Draft, choices: tuple[Choice, ...], places: Mapping[str, Span]) -> Comparison:
    """The comparison of the round with any other draft."""
    decisions = {decision.address: decision for decision in store.decisions()}
    old = for_matching((standing.choice for standing in store.choices()), draft.source.text)
    return compare_rounds(draft_of(store), draft, old, choices, decisions, known=places)
