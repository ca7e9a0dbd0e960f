"""What a person wants compared: a draft, a session, or one round of it (`harbour:1`)."""

from __future__ import annotations

from dataclasses import dataclass

from negotext.languages import OwnDelegations
from negotext.model import Choice, Decision, Draft

from .errors import Unusable
from .manner import Manner
from .sessions import is_session, opened, with_round


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts that are compared.

    Attributes:
        name: what to call it.
        draft: its text, as read.
        choices: with what was added from the floor.
        decisions: the decisions that hold, by address; None where there is no record of any.
    """

    name: str
    draft: Draft
    choices: tuple[Choice, ...]
    decisions: dict[str, Decision] | None


def both(
    first: str,
    second: str | None,
    language: str | None,
    own: OwnDelegations | None = None,
    manner: Manner = Manner(),  # noqa: B008  # frozen
) -> tuple[Side, Side]:
    """The two texts that are meant; of one session alone its two latest rounds.

    Raises:
        Unusable: there is nothing to compare with.
    """
    if second is not None:
        from .loading import manner_of

        # A draft beside a session is read with the delegations of the session.
        own = own or _kept(first) or _kept(second)
        drafts = [each for each in (first, second) if not is_session(with_round(each)[0])]
        manners = dict(zip(drafts, manner_of(manner, drafts), strict=True))
        if not drafts:
            manner.refused(first, "a session")
        one = side(first, language, own, manners.get(first, Manner()))
        return one, side(second, language or one.draft.language, own, manners.get(second, Manner()))
    name, number = with_round(first)
    if not is_session(name):
        raise Unusable(f"nothing to compare {first} with", "name two drafts, or a session with two rounds")
    manner.refused(first, "a session")
    with opened(name) as store:
        last = len(store.rounds())
    if number is not None or last < 2:
        hint = "bring in the next one: negotext round SESSION --draft NEW".replace("SESSION", name)
        raise Unusable(f"{name} has {last} round{'s' * (last > 1)}: nothing to compare with", hint)
    return side(f"{name}:{last - 1}", language), side(f"{name}:{last}", language)


def side(
    typed: str,
    language: str | None,
    own: OwnDelegations | None = None,
    manner: Manner = Manner(),  # noqa: B008  # frozen
) -> Side:
    """A draft, read with `own` delegations; a session, or a round of it, with those it keeps."""
    name, number = with_round(typed)
    if not is_session(name):
        from negotext.outcome import choices_of

        from .loading import load

        draft = load(typed, language, own=own, manner=manner)
        return Side(typed, draft, choices_of(draft), None)
    from negotext.query.kept import draft_of

    from .session_texts import decided

    with opened(name) as store:
        choices, decisions = decided(store, number)
        shown = f"{store.name}, round {number or store.rounds()[-1].number}"
        return Side(shown, draft_of(store, number), tuple(choices), decisions)


def _kept(typed: str) -> OwnDelegations | None:
    """The delegations of the session that is meant, None for a draft."""
    name, _ = with_round(typed)
    if not is_session(name):
        return None
    from negotext.query.kept import own_of

    with opened(name) as store:
        return own_of(store)
