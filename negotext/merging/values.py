"""What comparing and merging wordings gives. Offsets are 0-based characters of the compared strings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from negotext.model import Span


class EditKind(StrEnum):
    """What happened to a stretch."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of one wording and what it became in another.

    Attributes:
        kind: see `EditKind`.
        base: the stretch of the first wording; empty for an insertion, at the place of it.
        other: the stretch of the second wording; empty for a deletion, at the place of it.
    """

    kind: EditKind
    base: Span
    other: Span


class SegmentKind(StrEnum):
    """Where the words of a segment come from."""

    COMMON = "common"
    EDIT = "edit"
    COLLISION = "collision"


@dataclass(frozen=True, slots=True)
class Competitor:
    """One side of a collision.

    Attributes:
        alternatives: numbers of the alternatives that want these words, ascending.
        text: the words; empty where they want the base words out.
        backers: who stands behind these alternatives, each once.
    """

    alternatives: tuple[int, ...]
    text: str
    backers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collision:
    """A place of the base for which alternatives have different words. Only the chair can resolve it.

    Attributes:
        base_span: the words of the base it is about; empty where different words are inserted at one place.
            competitors: the sides, that with the lowest alternative first. One alone stands against the base:
            it is half of a move, the other half of which collides.
    """

    base_span: Span
    competitors: tuple[Competitor, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the merged text, for a screen to draw.

    Attributes:
        kind: see `SegmentKind`.
        text: its characters in the merged text; at a collision those of the base.
        base: the stretch of the base it stands for; the segments of a merge tile the base.
        alternatives: numbers of the alternatives whose edit it is; empty for what is common.
        backers: who stands behind them, each once.
        collision: what collides, None elsewhere.
    """

    kind: SegmentKind
    text: str
    base: Span
    alternatives: tuple[int, ...] = ()
    backers: tuple[str, ...] = ()
    collision: Collision | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """Any number of alternatives brought together over one base.

    Attributes:
        text: the combined words, with the words of the base where alternatives collide.
        segments: the text in order; joined, they are it.
    """

    text: str
    segments: tuple[Segment, ...]

    @property
    def collisions(self) -> tuple[Collision, ...]:
        """What is left to the chair, in the order of the base; empty where the alternatives go together."""
        return tuple(segment.collision for segment in self.segments if segment.collision)
