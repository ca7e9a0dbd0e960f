"""What can be asked of the setting of a text: colours, changes and named places, over spans of the draft."""

from __future__ import annotations

from dataclasses import dataclass

from negotext.model import Span

from .values import Note, Paragraph, Revision, Role


@dataclass(frozen=True, slots=True)
class Mark:
    """How the words of a span look. Of marks inside each other the innermost wins.

    Attributes:
        span: of the text of the draft.
        role: see `Role`.
        delegation: code of the delegation whose words or names these are, or empty.
        depth: of the contested brackets around them.
    """

    span: Span
    role: Role
    delegation: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the draft that go, and words that come in behind them.

    Attributes:
        span: what goes; empty where words are only put in.
        words: what comes; a blank line in them (two line ends) begins a new paragraph. May be empty.
        revision: whose tracked change it is, `change` is filled in as it is needed; None makes the change silently.
        role: of the words that come.
        delegation: of the words that come.
        depth: of the words that come.
    """

    span: Span
    words: str = ""
    revision: Revision | None = None
    role: Role = Role.TEXT
    delegation: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the draft that gets a name: a bookmark, or what a remark is about."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as paragraphs.

    Attributes:
        body: the paragraphs, in the order of the text.
        notes: its footnotes, in the order in which they are called.
    """

    body: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
