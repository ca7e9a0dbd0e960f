"""The parts of a document: frozen values that every format is written from.

Text in them has no line ends and no runs of white space but for single tabs: it was unwrapped when it was set.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Style(StrEnum):
    """What kind of document it is; the word a person types behind `--style`."""

    CLEAN = "clean"
    ANNOTATED = "annotated"
    TRACKED = "tracked"
    COMPARISON = "comparison"


class Role(StrEnum):
    """What a run of text is, for its colour and for its look in black and white."""

    TEXT = "text"
    """Words of the draft outside contested brackets."""
    LABEL = "label"
    """A paragraph label as printed, with its punctuation, and the tab behind it."""
    BRACKET = "bracket"
    """Opening and closing characters of contested brackets."""
    CONTESTED = "contested"
    """Words inside a contested bracket that are nobody's in particular."""
    OFFERED = "offered"
    """Words that a delegation wants in."""
    UNWANTED = "unwanted"
    """Words that a delegation wants out."""
    ATTRIBUTION = "attribution"
    """Who says it, and what: names, verbs and what joins them."""
    EDITORIAL = "editorial"
    """Editorial brackets and placeholders."""
    AGREED = "agreed"
    """Words that a decision of the chair put or left there."""
    MOVED = "moved"
    """Words that stand elsewhere in the round before."""


class Change(StrEnum):
    """The two kinds of tracked change."""

    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Revision:
    """Whose tracked change a run, or the end of a paragraph, is.

    Attributes:
        change: put in or taken out.
        author: as shown in the margin of a word processor.
        date: ISO 8601 in UTC to the second, `2026-11-21T10:00:00Z`; empty where nobody knows.
    """

    change: Change
    author: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look.

    Attributes:
        text: not empty; no line ends.
        role: see `Role`.
        delegation: code of the delegation whose words or names these are, or empty.
        depth: of the contested brackets around it, 0 outside.
        revision: where it is a tracked change; None elsewhere.
    """

    text: str
    role: Role = Role.TEXT
    delegation: str = ""
    depth: int = 0
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a place of the text, named by `key`, begins or ends: a bookmark, and what a remark is about.

    Each key has one beginning and one end, in this order, perhaps in different paragraphs.
    """

    key: str
    opens: bool


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a footnote is called.

    Attributes:
        number: as printed.
        revision: where the call is a tracked change; None elsewhere.
    """

    number: str
    revision: Revision | None = None


Inline = Run | Edge | NoteMark


class Kind(StrEnum):
    """What a paragraph is."""

    HEAD = "head"
    """A line of the head: organ, session, symbol. A tab in it parts the words on the left from those on the right."""
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    OPTION = "option"
    STATEMENT = "statement"
    CHAIR = "chair"
    NOTE = "note"
    PART = "part"
    """Heading of a part of the annex."""
    CAPTION = "caption"
    """Above a table of the annex."""
    LEGEND = "legend"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        kind: see `Kind`.
        content: in the order of the text; a label is its first run (`Role.LABEL`), the tab behind it the end of
            that run.
        level: of a heading from 1; of items their depth from 1; 0 for others.
        address: of the numbered paragraph it belongs to (`5`, `C10(1)`), or empty.
        language: code of its language.
        revision: where its end, the paragraph mark, is a tracked change: a paragraph that comes in whole, or that
            runs into the next one when it goes.
        below: keys of the footnotes that the draft prints behind it. Nothing that it says, so it counts in no
            comparison of two paragraphs.
    """

    kind: Kind
    content: tuple[Inline, ...]
    level: int = 0
    address: str = ""
    language: str = "en"
    revision: Revision | None = None
    below: tuple[str, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """All its words, tracked insertions and deletions alike, without note marks."""
        return "".join(inline.text for inline in self.content if isinstance(inline, Run))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        content: its words, one tuple of inlines for each paragraph in it.
        shade: what its ground says, or empty: `for`, `against`, `reserves`, `remarks`, `silent`. The words say it, too.
    """

    content: tuple[tuple[Inline, ...], ...]
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first row is the head and is repeated on each page.

    Attributes:
        rows: all of one length.
        widths: of the columns, in shares of the width of the page.
        turned: whether the heads of the columns are written upwards (the matrix with many choices).
        language: code of the language of its words.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    turned: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote.

    Attributes:
        number: as printed.
        content: its text.
        key: by which `Paragraph.below` names it; empty where it is not known where the draft prints it.
    """

    number: str
    content: tuple[Inline, ...]
    key: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the margin on the place `key`.

    Attributes:
        key: of the place, see `Edge`.
        author: who makes it.
        initials: of the author.
        date: as in `Revision`.
        paragraphs: what it says.
    """

    key: str
    author: str
    initials: str
    date: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """What stands at the head of an issued document. Each is empty where nobody knows it.

    Attributes:
        symbol: `A/C.2/79/CRP.3`.
        date: as printed.
        original: the original language, as printed.
        title: of the document.
        agenda: the agenda item.
        distribution: `General`, `Limited`.
    """

    symbol: str = ""
    date: str = ""
    original: str = ""
    title: str = ""
    agenda: str = ""
    distribution: str = ""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A document.

    Attributes:
        style: see `Style`.
        language: code of its main language.
        front: its head.
        body: the text.
        annex: what is added to the text and is not part of it: legend, tables. It is left out when the document is
            read again.
        notes: footnotes in the order of the text.
        remarks: comments, in the order of the places they are about.
        bookmarks: names of hidden bookmarks by the key of the place, see `bookmarks`.
        created: date of the document, ISO 8601 in UTC.
        author: who issues it.
        printed: names of the values of `front` that the text itself says, in the lines of its head.
        issue: of a Word file, name of the hidden bookmark in front of the text, see `bookmarks.Issue`; empty for none.
    """

    style: Style
    language: str
    front: Front
    body: tuple[Block, ...]
    annex: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    remarks: tuple[Remark, ...] = ()
    bookmarks: dict[str, str] = field(default_factory=dict)
    created: str = ""
    author: str = ""
    printed: frozenset[str] = frozenset()
    issue: str = ""

    @property
    def masthead(self) -> Front:
        """What of the head is to stand above the text: what the text does not say itself."""
        return replace(self.front, **dict.fromkeys(self.printed, ""))
