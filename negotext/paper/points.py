"""The places where the outcome is open or was decided, with who stands where: what remarks and tables say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from negotext.languages import Registry
from negotext.model import BlockKind, Choice, Decision, Draft, Side, Span, Stand, State
from negotext.query.progress import gone_with
from negotext.query.voices import Voice, Voices, voices
from negotext.source import Flow
from negotext.store import Standing, Traced

Quotes = Callable[[Stand], str]
"""The words a stand was read from, without line wraps; empty where they are not known."""


@dataclass(frozen=True, slots=True)
class Point:
    """One choice with who stands where.

    Attributes:
        standing: the choice as it stands.
        voices: who speaks on it, and whom their groups bind.
        gone_with: address of the decided choice around it that took it out of the text, or empty.
        quote: gives the words a stand was read from.
    """

    standing: Standing
    voices: Voices
    gone_with: str
    quote: Quotes

    @property
    def choice(self) -> Choice:
        """The choice."""
        return self.standing.choice

    @property
    def address(self) -> str:
        """Its address, which is also the key of its place in the document."""
        return self.standing.choice.address

    @property
    def open(self) -> bool:
        """Whether it stands in the text undecided; what is parked does, too."""
        return self.standing.state is not State.AGREED and not self.gone_with

    def on(self, side: Side, number: int) -> tuple[Voice, ...]:
        """Those who spoke on one side of one alternative, in the order of the draft."""
        return self.voices.on(side, number)


def as_read(choices: Iterable[Choice]) -> list[Standing]:
    """Choices of a draft that is in no session: all open, nothing decided."""
    return [Standing(0, choice, frozenset(), State.OPEN, None, "", "", "", 0, 0) for choice in choices]


def points_of(
    draft: Draft,
    standings: Sequence[Standing],
    registry: Registry,
    traces: Mapping[str, Sequence[Traced]] | None = None,
) -> list[Point]:
    """The places of a draft, in its order.

    Args:
        draft: as read.
        standings: its choices as they stand, outer before inner; see `as_read`.
        registry: who is a group.
        traces: for choices on which somebody spoke from the floor, what each stand was read from, by address.
    """
    decisions = decisions_of(standings)
    gone = gone_with((standing.choice for standing in standings), decisions)
    evidence = _Evidence(draft)
    found = []
    for standing in standings:
        said = {_key(each.stand): each.evidence for each in reversed((traces or {}).get(standing.address, ()))}
        voiced = voices(standing.choice, registry.groups) if standing.choice.stands else _NOBODY
        quote = _quoting(evidence, said)
        found.append(Point(standing, voiced, gone.get(standing.address, ""), quote))
    return found


_NOBODY = Voices((), ())


def decisions_of(standings: Iterable[Standing]) -> dict[str, Decision]:
    """The decision that holds of each address that has one."""
    return {each.address: each.decision for each in standings if each.decision is not None}


def speakers(points: Iterable[Point], registry: Registry) -> tuple[str, ...]:
    """Codes of all who speak on any of them, for themselves or through somebody; offices such as the chair are none."""
    found: dict[str, None] = {}
    for point in points:
        for voice in point.voices.own:
            for code in (voice.delegation, voice.speaks_for):
                if code and code not in registry.roles:
                    found.setdefault(code)
    return tuple(found)


def _quoting(evidence: _Evidence, said: Mapping[tuple[object, ...], str]) -> Quotes:
    return lambda stand: said.get(_key(stand)) or evidence.of(stand)


def _key(stand: Stand) -> tuple[object, ...]:
    return stand.delegation, stand.on_behalf_of, stand.side, stand.alternative


class _Evidence:
    """What stands were read from, in the words of the draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        apart = [b.span for b in draft.blocks if b.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE)]
        self._flow = Flow(draft.source.text, apart)
        self._notes = Flow(draft.source.text)
        self._known: dict[Span, str] = {}

    def of(self, stand: Stand) -> str:
        """Empty for what was said from the floor."""
        if not 0 <= stand.position < len(self._draft.positions):
            return ""
        span = self._draft.positions[stand.position].evidence
        if span not in self._known:
            self._known[span] = self._flow.wording(*span) or self._notes.wording(*span)
        return self._known[span]
