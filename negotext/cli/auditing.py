"""The rounds of a session as an audit needs them. Drafts are read again only where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negotext.model import State
from negotext.query.fates import Chapter

if TYPE_CHECKING:
    from negotext.query.missing import Missing
    from negotext.rounds import Comparison
    from negotext.store import Round, Session


def chapters(store: Session) -> list[Chapter]:
    """All rounds of a session, each with how the next one differs."""
    from negotext.store import replay

    rounds = store.rounds()
    return [
        Chapter(
            one.number,
            {standing.address: standing for standing in store.choices(round=one.number)},
            replay(store.log(round=one.number)),
            _after(store, rounds, place),
        )
        for place, one in enumerate(rounds)
    ]


def missing(store: Session) -> list[Missing]:
    """The agreed words of all rounds that the texts made of their decisions do not have."""
    from negotext.query.kept import draft_of
    from negotext.query.missing import missing_words

    from .session_texts import decided

    found: list[Missing] = []
    for one in store.rounds():
        choices, decisions = decided(store, one.number)
        if any(each.state is State.AGREED for each in decisions.values()):
            found += missing_words(one.number, draft_of(store, one.number), choices, decisions)
    return found


def _after(store: Session, rounds: Sequence[Round], place: int) -> Comparison | None:
    if place + 1 == len(rounds):
        return None
    from negotext.query.carrying import for_matching, of_draft
    from negotext.query.kept import draft_of
    from negotext.rounds import compare_rounds

    from .session_texts import decided
    from .waiting import waiting

    old, new = rounds[place].number, rounds[place + 1].number
    choices, decisions = decided(store, old)
    first, second = draft_of(store, old), draft_of(store, new)
    with waiting(f"comparing rounds {old} and {new}", len(first.source.text), len(second.source.text)):
        if second.anchors:
            from negotext.word.returned import came_back

            back = came_back(store, old, second, of_draft(decided(store, new)[0]))
            if back is not None:
                return back.what.comparison
        matched = for_matching(choices, second.source.text)
        return compare_rounds(first, second, matched, of_draft(decided(store, new)[0]), decisions)
