"""Who stands where on one place of a session: everything a delegate asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from negotext.languages import Registry
from negotext.model import Decision, Side
from negotext.store import Session, Standing, Traced

from .progress import gone_with
from .voices import Voice, Voices, silent, voices


@dataclass(frozen=True, slots=True)
class Who:
    """One place of a session.

    Attributes:
        standing: the choice as it stands.
        voices: who speaks on it, each once, and whom their groups bind.
        traces: what each voice was read from, by its stand.
        silent: those who have spoken in this negotiation, and of whom nothing is recorded here.
        participants: those who have spoken in this negotiation, roles left out.
        nearest: number of the alternative with the fewest in its way.
        holders: who would have to give way for it.
        linked: addresses of other open places with the same wordings.
        inside: addresses of the choices directly inside it.
        gone_with: address of the decided choice around it that took it out of the text, or empty.
    """

    standing: Standing
    voices: Voices
    traces: Mapping[tuple[object, ...], Traced]
    silent: tuple[str, ...]
    participants: frozenset[str]
    nearest: int
    holders: tuple[str, ...]
    linked: tuple[str, ...]
    inside: tuple[str, ...]
    gone_with: str

    def trace(self, voice: Voice) -> Traced | None:
        """What a voice was read from."""
        return self.traces.get(_key(voice))

    def on(self, number: int) -> tuple[Voice, ...]:
        """Those who spoke about an alternative: for it, against it, with a reservation, with a remark."""
        order = list(Side)
        own = [voice for voice in self.voices.own if voice.alternative == number]
        return tuple(sorted(own, key=lambda voice: order.index(voice.side)))

    def bound(self, number: int) -> dict[tuple[str, Side], tuple[str, ...]]:
        """Members bound on an alternative by the line of a group, by group and side.

        Those who have spoken in this negotiation come first.
        """
        found: dict[tuple[str, Side], list[str]] = {}
        for voice in self.voices.bound:
            if voice.alternative == number and voice.bound_by is not None:
                found.setdefault((voice.bound_by, voice.side), []).append(voice.delegation)
        return {
            line: tuple(sorted(members, key=lambda code: (code not in self.participants, code)))
            for line, members in found.items()
        }


def who(session: Session, address: str, registry: Registry, round: int | None = None) -> Who:
    """Who stands where on the choice at `address`.

    Args:
        session: an open session.
        address: of a choice.
        registry: who is a group, and who a role; roles such as the chair are never called silent.
        round: another than the newest.

    Raises:
        UnknownAddress: the round has no such choice.
    """
    standing = session.choice(address, round)
    voiced = voices(standing.choice, registry.groups)
    spoken = participants(session, registry, standing.round)
    place = session.place(address, round)
    here = next(row for row in place if row.address == address)
    gone = _gone(session, standing, round)
    return Who(
        standing,
        voiced,
        {_traced_key(each): each for each in reversed(session.stands(address, round=round))},
        silent(voiced, spoken),
        spoken,
        here.nearest,
        here.holders,
        tuple(session.alike(address, round)),
        tuple(row.address for row in place if row.parent == address),
        gone,
    )


def participants(session: Session, registry: Registry, round: int) -> frozenset[str]:
    """Everybody who has taken a position in the session, in any round, from the draft or from the floor.

    Roles such as the chair are none. A name that nobody knows counts in the round that has it: later ones may have
    put it right.
    """
    return frozenset(
        code
        for code, last in session.speakers().items()
        if code not in registry.roles and (code in registry.titles or last == round)
    )


def _gone(session: Session, standing: Standing, round: int | None) -> str:
    """The decided choice around a choice that took it out of the text, or empty."""
    around = [standing.choice]
    decisions: dict[str, Decision] = {}
    while around[0].parent:
        outer = session.choice(around[0].parent, round)
        around.insert(0, outer.choice)
        if outer.decision is not None:
            decisions[outer.address] = outer.decision
    return gone_with(around, decisions).get(standing.address, "")


def _key(voice: Voice) -> tuple[object, ...]:
    stand = voice.stand
    return stand.delegation, stand.on_behalf_of, stand.side, stand.alternative


def _traced_key(traced: Traced) -> tuple[object, ...]:
    stand = traced.stand
    return stand.delegation, stand.on_behalf_of, stand.side, stand.alternative
