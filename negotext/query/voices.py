"""Who speaks on a choice, and for whom: delegations, groups, and members bound by their group's line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from negotext.model import Choice, Side, Stand


@dataclass(frozen=True, slots=True)
class Voice:
    """Where one delegation is, once, on one choice.

    Attributes:
        delegation: code.
        side: see `Side`.
        alternative: number of the alternative it is about.
        stand: what it was read from.
        speaks_for: group it spoke for, or None.
        bound_by: group whose line binds it; it said nothing itself.
        broke_from: group whose line it left.
    """

    delegation: str
    side: Side
    alternative: int
    stand: Stand
    speaks_for: str | None = None
    bound_by: str | None = None
    broke_from: str | None = None


@dataclass(frozen=True, slots=True)
class Voices:
    """All voices on a choice.

    Attributes:
        own: those who spoke, in the order of the draft; a delegation that spoke for its group is the group's voice.
        bound: members of groups that spoke, who said nothing themselves; never counted beside their group.
    """

    own: tuple[Voice, ...]
    bound: tuple[Voice, ...]

    def on(self, side: Side, alternative: int) -> tuple[Voice, ...]:
        """Those who spoke on one side of one alternative."""
        return tuple(v for v in self.own if v.side is side and v.alternative == alternative)


def voices(choice: Choice, groups: Mapping[str, frozenset[str]]) -> Voices:
    """The voices on a choice.

    Args:
        choice: with all stands that count.
        groups: members of each group.
    """
    lines = {_line(stand): stand for stand in choice.stands if _line(stand) in groups}
    own: list[Voice] = []
    for stand in choice.stands:
        broke = None
        if stand.on_behalf_of is None:
            broke = next(
                (
                    group
                    for group, line in lines.items()
                    if stand.delegation in groups[group] and line is not stand and _differs(line, stand)
                ),
                None,
            )
        voice = Voice(stand.delegation, stand.side, stand.alternative, stand, stand.on_behalf_of, None, broke)
        if not any(_same(voice, known) for known in own):
            own.append(voice)
    spoke = {voice.delegation for voice in own if voice.speaks_for is None}
    bound: list[Voice] = []
    for group, line in lines.items():
        for member in sorted(groups[group] - spoke - {line.delegation}):
            if not any(voice.delegation == member for voice in bound):
                bound.append(Voice(member, line.side, line.alternative, line, bound_by=group))
    return Voices(tuple(own), tuple(bound))


def silent(voiced: Voices, participants: Iterable[str]) -> tuple[str, ...]:
    """Participants of whom nothing is recorded here, neither by themselves nor by a group's line.

    Silence is an answer of its own, apart from support.
    """
    heard = {v.delegation for v in (*voiced.own, *voiced.bound)} | {v.speaks_for for v in voiced.own}
    return tuple(sorted(set(participants) - heard))


def _line(stand: Stand) -> str:
    return stand.on_behalf_of or stand.delegation


def _differs(line: Stand, stand: Stand) -> bool:
    return (line.side, line.alternative) != (stand.side, stand.alternative)


def _same(voice: Voice, known: Voice) -> bool:
    return (voice.delegation, voice.side, voice.alternative, voice.speaks_for) == (
        known.delegation,
        known.side,
        known.alternative,
        known.speaks_for,
    )
