"""The wording of a place in the other languages of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotext.model import Choice

if TYPE_CHECKING:
    from negotext.store import Session


def in_other_languages(
    store: Session, address: str, number: int | None = None
) -> tuple[tuple[str, Choice | None], ...]:
    """For each language version of a round its code, and the place that belongs to `address` there.

    None where the version has no place that surely belongs to it.

    Args:
        store: an open session.
        address: of the place in the draft of the round.
        number: of the round; the newest when None.
    """
    kept = store.versions(number)
    if not kept:
        return ()
    from negotext.aligning import align
    from negotext.outcome import choices_of
    from negotext.query.kept import draft_of, own_of
    from negotext.reading import reread

    own = own_of(store)
    draft = draft_of(store, number)
    choices = choices_of(draft)
    found = []
    for version in kept:
        other = reread(version.source, version.language, own)
        found.append((version.language, align(draft, other, (choices, choices_of(other))).partner(address)))
    return tuple(found)
