"""What comparing two rounds gives. Spans named old count in the old draft, spans named new in the new one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from negotext.merging import Edit
from negotext.model import Choice, Decision, Position, Span

from .passages import Passage
from .wording import Correspondence


class Happening(StrEnum):
    """What happened to a passage; several can hold at once."""

    SAME = "same"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    RENUMBERED = "renumbered"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class BlockMatch:
    """A passage of the old draft and what became of it.

    Attributes:
        old: one passage; none for a new one, several that were merged.
        new: one passage; none for one that is gone, several it was split into.
        confidence: how sure it is that they belong together: 1 where the words are the same, and for what is
            new or gone; below 0.5 only a label or a speaker speaks for it.
        happened: in the order of `Happening`; `SAME` stands alone.
        edits: what differs, word by word, with spans in the drafts; empty where the words are the same. Stretches
            that did not change are among them.
        correspondence: which words are which.
    """

    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    confidence: float
    happened: tuple[Happening, ...]
    edits: tuple[Edit, ...] = field(repr=False)
    correspondence: Correspondence = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ChoiceMatch:
    """A choice of the old draft that is still one in the new draft.

    Attributes:
        old: the choice as it was.
        new: the choice as it is.
        confidence: 1 where the words are the same, and decisions and statements can be carried over; from 0.5 it is a
            guess, to be confirmed by the user. Never below 0.5.
        alternatives: numbers of the alternatives that belong together, old and new; always (0, 0).
        reworded: old numbers of those among them that have other words now.
    """

    old: Choice
    new: Choice
    confidence: float
    alternatives: tuple[tuple[int, int], ...]
    reworded: tuple[int, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether what was decided can be carried over without asking."""
        return self.confidence == 1

    @property
    def added(self) -> tuple[int, ...]:
        """Numbers of the new alternatives that the old choice did not have."""
        known = {new for _, new in self.alternatives}
        return tuple(each.number for each in self.new.alternatives if each.number not in known)

    @property
    def removed(self) -> tuple[int, ...]:
        """Numbers of the old alternatives that the new choice does not have."""
        known = {old for old, _ in self.alternatives}
        return tuple(each.number for each in self.old.alternatives if each.number not in known)


@dataclass(frozen=True, slots=True)
class Closed:
    """A choice that is no longer one.

    Attributes:
        choice: as it was.
        alternative: number of the alternative whose words stand in the new draft, 0 where it was left out; None where
            other words stand there, and where the choice went with one around it (`new` is None then).
        text: the words that stand there now.
        new: where they stand, empty at the place where nothing does; None where the passage is gone.
        decision: what the record says about it, None where it says nothing.
        as_decided: whether the new draft says what was decided; None without a decision that settles it.
    """

    choice: Choice
    alternative: int | None
    text: str
    new: Span | None
    decision: Decision | None = None
    as_decided: bool | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A choice that was none.

    Attributes:
        choice: as it is.
        text: the words that stood there, empty where none did.
        old: where they stood, empty at the place; None where the passage is new.
    """

    choice: Choice
    text: str
    old: Span | None


class Shift(StrEnum):
    """What a delegation did with a position."""

    TAKEN = "taken"
    DROPPED = "dropped"
    SHIFTED = "shifted"
    SETTLED = "settled"
    """It went with what it was about: the choice is closed, or the move was made."""


@dataclass(frozen=True, slots=True)
class PositionChange:
    """A position that is not as it was.

    Attributes:
        kind: see `Shift`.
        delegation: code of the delegation.
        on_behalf_of: code of the group it speaks for, or None.
        old: the position in the old draft, None for one that was taken.
        new: the position in the new draft, None for one that was dropped or settled.
    """

    kind: Shift
    delegation: str
    on_behalf_of: str | None
    old: Position | None
    new: Position | None


@dataclass(frozen=True, slots=True)
class SilentDeletion:
    """Words that are gone although nobody asked to delete them and no decision says so.

    Attributes:
        text: the words.
        old: where they stood.
        new: where they would stand: the words put in their place, or an empty span; None where the whole passage is
            gone.
        instead: the words put in their place, or empty.
        paragraph: address of the paragraph they stood in, or empty.
        choice: address of the choice in whose brackets they stood; empty for words outside brackets.
    """

    text: str
    old: Span
    new: Span | None
    instead: str = ""
    paragraph: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Renumbering:
    """A row of the concordance table.

    Attributes:
        old: address in the old draft, empty for what is new.
        new: address in the new draft, empty for what is gone.
        happened: see `BlockMatch`.
        confidence: see `BlockMatch`.
    """

    old: str
    new: str
    happened: tuple[Happening, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds of one text.

    Attributes:
        blocks: all passages, in the order of the new draft, what is gone where it was.
        choices: choices that are in both, in the order of the old draft.
        closed: in the order of the old draft.
        opened: in the order of the new draft.
        positions: what changed, by delegation.
        silent: words removed without a word, in the order of the old draft.
        concordance: old and new labels, in the order of the new draft.
    """

    blocks: tuple[BlockMatch, ...]
    choices: tuple[ChoiceMatch, ...]
    closed: tuple[Closed, ...]
    opened: tuple[Opened, ...]
    positions: tuple[PositionChange, ...]
    silent: tuple[SilentDeletion, ...]
    concordance: tuple[Renumbering, ...]

    @property
    def changed(self) -> tuple[ChoiceMatch, ...]:
        """Choices of which an alternative was added, removed or reworded."""
        # Of brackets that were grouped otherwise, what one match has not the other has.
        known = {(id(match.old), old) for match in self.choices for old, _ in match.alternatives}
        known |= {(id(match.new), new) for match in self.choices for _, new in match.alternatives}
        return tuple(
            match
            for match in self.choices
            if match.reworded
            or any((id(match.old), number) not in known for number in match.removed)
            or any((id(match.new), number) not in known for number in match.added)
        )

    @property
    def doubtful(self) -> tuple[ChoiceMatch, ...]:
        """Choices that the user has to confirm before anything is carried over."""
        return tuple(match for match in self.choices if not match.certain)

    def that(self, happening: Happening) -> tuple[BlockMatch, ...]:
        """The passages to which something happened."""
        return tuple(match for match in self.blocks if happening in match.happened)
