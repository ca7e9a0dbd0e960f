"""Whom a decision overrides, before it is taken. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from negotext.model import OFFICES, Act, Choice, Decision, Side

from .progress import Nested, gone_with, progress
from .voices import Voice, Voices, voices


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a decision would bring.

    Attributes:
        overridden: the voices it goes against, each delegation once.
        backing: the voices for what is decided.
        bound: how many members of groups the overridden ones speak for besides themselves; they are never
            counted among them.
        along: addresses of the open choices that would go with it.
        open: how many choices would stay open.
    """

    overridden: tuple[Voice, ...]
    backing: tuple[Voice, ...]
    bound: int
    along: tuple[str, ...]
    open: int


def overridden(voiced: Voices, decision: Decision) -> tuple[Voice, ...]:
    """The voices that a decision goes against, each delegation once.

    Against an accepted alternative are those who oppose it or have a reservation on it, and those who want
    another one and not it too. Against a merge are those who oppose what it was made from, and those who want
    what it was not made from; with no sources named, all who want a wording of their own. Offices such as the
    chair are not overridden: they propose.
    """
    taken = _taken(decision)
    if taken is None:
        return ()
    content = {voice.delegation for voice in voiced.own if voice.side is Side.FOR and voice.alternative in taken}
    found: dict[str, Voice] = {}
    for voice in voiced.own:
        against = voice.side in (Side.AGAINST, Side.RESERVES) and voice.alternative in taken
        elsewhere = voice.side is Side.FOR and voice.alternative not in taken
        if (against or elsewhere) and voice.delegation not in content | OFFICES:
            found.setdefault(voice.delegation, voice)
    return tuple(found.values())


def consequences(
    choice: Choice,
    decision: Decision,
    groups: Mapping[str, frozenset[str]],
    others: Iterable[Nested],
    decisions: Mapping[str, Decision],
) -> Consequences:
    """What deciding `choice` would bring.

    Args:
        choice: with all stands that count.
        decision: what is to be decided.
        groups: members of each group.
        others: all choices of the round, outer before inner.
        decisions: the decision that holds of each address.
    """
    voiced = voices(choice, groups)
    against = overridden(voiced, decision)
    taken = _taken(decision) or frozenset()
    backing = tuple(v for v in voiced.own if v.side is Side.FOR and v.alternative in taken)
    listed = list(others)
    after = {**decisions, choice.address: decision}
    was, will = gone_with(listed, decisions), gone_with(listed, after)
    along = [
        address
        for address in will
        if address not in was and (address not in decisions or decisions[address].state.value == "open")
    ]
    lines = {voice.stand for voice in against}
    bound = sum(1 for voice in voiced.bound if voice.stand in lines)
    return Consequences(against, backing, bound, tuple(along), progress(listed, after).open)


def _taken(decision: Decision) -> frozenset[int] | None:
    """Numbers of the alternatives whose words a decision takes; None where it settles nothing."""
    match decision.act:
        case Act.ACCEPT:
            return frozenset({decision.alternative or 0})
        case Act.MERGE:
            return frozenset(decision.sources)
        case _:
            return None
