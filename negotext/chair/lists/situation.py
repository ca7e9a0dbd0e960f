"""Where a session stands for all delegations at once: worked out once for as long as nothing happens in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from negotext.model import Choice
from negotext.query.places import Place, held_by, places, ranked
from negotext.query.voices import Voice, voices
from negotext.store import Asked, Kind, Listed, Noted

from ..desk import Desk
from ..desk_round import now_at
from .parties import Party


class Situation:
    """What the lists are made of, at one moment of a session.

    Attributes:
        desk: the desk; its choices are those of the moment.
        at: id of the latest entry of the log.
    """

    def __init__(self, desk: Desk, before: Situation | None = None) -> None:
        """See how things stand; where `before` is of the same round, only what was done since is asked for."""
        self.desk = desk
        self.at = desk.session.last
        self._places = desk.places
        if before is not None and before._places.order is desk.places.order and "_rows" in before.__dict__:
            done = desk.session.log(before.at)
            # The desk knows of another round only when it looks next.
            if not any(entry.kind is Kind.ROUND for entry in done):
                addresses = {entry.address for entry in done}
                new = {row.address: row for address in addresses for row in desk.session.place(address)}
                self.__dict__["_rows"] = {address: new.get(address, row) for address, row in before._rows.items()}

    @property
    def holds(self) -> bool:
        """Whether nothing has happened in the session since, and the desk knew of all that had."""
        return self.at == self.desk.session.last and self._places is self.desk.places

    @cached_property
    def _rows(self) -> dict[str, Listed]:
        """By address, the choices of the round, outer before inner."""
        return {row.address: row for row in self.desk.session.listed(None)}

    @cached_property
    def places(self) -> list[Place]:
        """All choices of the round, in its order."""
        return places(self._rows.values(), self._places.decisions)

    @cached_property
    def open(self) -> list[Place]:
        """What has to be decided, the nearest to agreement first, as `negotext list --open` ranks it."""
        return ranked(place for place in self.places if place.open)

    def held_by(self, code: str) -> list[Place]:
        """The open places that a delegation, or whoever speaks for a group, holds up; ranked."""
        return held_by(self.open, code, self._speakers.get(code, {}))

    @cached_property
    def positions(self) -> Mapping[str, Sequence[Noted]]:
        """By code, the positions that a delegation holds or that are held for a group."""
        found: defaultdict[str, list[Noted]] = defaultdict(list)
        for noted in self.desk.session.positions():
            for code in {noted.position.delegation, noted.position.on_behalf_of} - {None}:
                found[str(code)].append(noted)
        return found

    def earlier(self, code: str) -> Sequence[Noted]:
        """Of a delegation without a position in this round, those of the last round in which it spoke.

        Returns:
            What held when that round was closed; where nothing did, what it withdrew.
        """
        session = self.desk.session
        round = session.speakers().get(code)
        if round is None:
            return ()
        held = session.positions(Asked(delegations=(code,)), round)
        return held or session.positions(Asked(delegations=(code,), ended=True), round)

    def since(self, noted: Noted) -> str:
        """The address that the place of a position of an earlier round has by now; empty where there is none."""
        address = noted.address
        for round in range(noted.round + 1, self.desk.round + 1):
            address = now_at(address, self.desk.session.log(round=round)) if address else ""
        return address

    @cached_property
    def parties(self) -> list[Party]:
        """Everybody who has taken a position in this round, those with most of them first."""
        held = Counter(code for place in self.open for code in place.holders)
        for code, speakers in self._speakers.items():
            held[code] = len(held_by(self.open, code, speakers))
        found = [self._party(code, len(noted), held[code]) for code, noted in self.positions.items()]
        return sorted(found, key=lambda party: (-party.positions, party.code))

    @property
    def ever(self) -> list[Party]:
        """Everybody who has taken a position in any round; behind the others those who have none in this one."""
        here = {party.code for party in self.parties}
        return [*self.parties, *(self._party(each) for each in self.desk.session.speakers() if each not in here)]

    def _party(self, code: str, positions: int = 0, holds: int = 0) -> Party:
        return Party(code, self.desk.registry.title(code), positions, holds, tuple(self.desk.names.get(code, ())))

    @cached_property
    def _speakers(self) -> dict[str, dict[str, frozenset[str]]]:
        """By group, who speaks for it at which place."""
        found: defaultdict[str, dict[str, frozenset[str]]] = defaultdict(dict)
        for address, standing in self.desk.places.standings.items():
            for stand in standing.choice.stands:
                if stand.on_behalf_of:
                    heard = found[stand.on_behalf_of]
                    heard[address] = heard.get(address, frozenset()) | {stand.delegation}
        return dict(found)

    @cached_property
    def _with_lines(self) -> list[tuple[Choice, frozenset[str]]]:
        """The choices on which groups speak, with those groups, in the order of the text."""
        groups = self.desk.registry.groups
        found = []
        for address in self.desk.places.order:
            choice = self.desk.places.standings[address].choice
            lines = {stand.on_behalf_of or stand.delegation for stand in choice.stands} & groups.keys()
            if lines:
                found.append((choice, frozenset(lines)))
        return found

    def lines(self, code: str) -> list[tuple[Choice, Voice]]:
        """Where the line of a group binds a delegation, or was left by it; of a group, who left its line.

        Returns:
            Choices in the order of the text, each with the voice that is bound (`bound_by`) or broke away
            (`broke_from`).
        """
        groups = self.desk.registry.groups
        found = []
        for choice, lines in self._with_lines:
            if code in lines or any(code in groups[line] for line in lines):
                voiced = voices(choice, groups)
                for voice in (*voiced.own, *voiced.bound):
                    mine = voice.delegation == code and (voice.bound_by or voice.broke_from)
                    if mine or voice.broke_from == code:
                        found.append((choice, voice))
        return found
