"""Delegations to choose from, and finding them by what is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from negotext.languages import Registry


class Party(NamedTuple):
    """A delegation, group or role that has taken a position.

    Attributes:
        code: as positions carry it.
        title: what it is called in the language of the draft.
        positions: how many it holds, or are held for it.
        holds: how many open places it holds up.
        names: what else it is called.
    """

    code: str
    title: str
    positions: int
    holds: int
    names: tuple[str, ...] = ()


def names_of(registry: Registry) -> Mapping[str, Sequence[str]]:
    """By code, all names that a registry has for it."""
    found: dict[str, list[str]] = {}
    for written, code in registry.codes.items():
        found.setdefault(code, []).append(written)
    for phrase in registry.names.phrases():
        named = registry.names.get(phrase)
        if named is not None:
            found.setdefault(named, []).append(phrase)
    return found


def matching(typed: str, parties: Sequence[Party]) -> list[Party]:
    """Those that may be meant by what was typed, the likeliest first; all of them when nothing was.

    A code counts before a title that begins so, before another name that begins so, before words within a title.
    Letter case, accents and full-width forms do not count.
    """
    wanted = folded(typed)
    if not wanted:
        return list(parties)
    ranks = ((_rank(wanted, party), number) for number, party in enumerate(parties))
    return [parties[number] for rank, number in sorted(ranks) if rank < _NOT]


_NOT = 9


def _rank(wanted: str, party: Party) -> int:
    code, title = folded(party.code), folded(party.title)
    if wanted in (code, title):
        return 0
    if code.startswith(wanted):
        return 1
    if title.startswith(wanted):
        return 2
    if any(folded(name).startswith(wanted) for name in party.names):
        return 3
    if wanted in title:
        return 4
    return _NOT


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """A name as it is compared: without letter case, accents, full-width forms and spaces around it."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).split())
