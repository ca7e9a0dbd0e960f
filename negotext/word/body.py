"""The main part: the text, and behind it on pages of its own what negotext adds to it.

Written as one string, in time linear in the size of the paper. python-docx looks for the place of each paragraph anew:
50,000 paragraphs take it more than a minute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from negotext.paper.bookmarks import ANNEX
from negotext.paper.values import Block, Kind, Paper, Paragraph, Table
from negotext.word.ids import Ids
from negotext.word.inlines import Inlines
from negotext.word.loose import tied
from negotext.word.markup import DECLARATION, SPACES, bookmark
from negotext.word.notes import Notes, first_id
from negotext.word.page import Page
from negotext.word.paragraphs import Paragraphs
from negotext.word.places import Places
from negotext.word.revisions import Revisions
from negotext.word.styles import StyleKeys
from negotext.word.tables import Tables

_MANY_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Written:
    """What the text of a paper becomes.

    Attributes:
        document: the main part, XML.
        footnotes: the part with the footnotes, or empty.
        comments: numbers of the comments, in the order of `Paper.remarks`.
    """

    document: str
    footnotes: str
    comments: tuple[int, ...]


def write_body(paper: Paper, styles: StyleKeys, page: Page) -> Written:
    """Write the text of a paper in these styles on these pages."""
    ids = Ids()
    revisions = Revisions(ids)
    content = tied(paper)
    places = Places(paper.bookmarks, paper.remarks, content.stories, ids, styles)
    inlines = Inlines(paper.language, styles, revisions, places)
    first = first_id(remarks=bool(paper.remarks))
    notes = Notes(content.notes, paper.language, inlines, places, styles, ids=ids, first=first)
    sections = _Sections(Paragraphs(inlines, notes, revisions, styles), Tables(inlines, notes, styles), page)
    marks = [bookmark(ids.take(), name) if name else "" for name in (paper.issue, ANNEX if paper.annex else "")]
    body = "".join(sections.write([(False, content.body), *_annex(paper.annex)], marks))
    document = f"{DECLARATION}<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    return Written(document, notes.part(), places.numbers)


class _Sections:
    """Writes blocks section by section."""

    def __init__(self, paragraphs: Paragraphs, tables: Tables, page: Page) -> None:
        self._paragraphs = paragraphs
        self._tables = tables
        self._page = page

    def write(self, sections: Sequence[tuple[bool, Sequence[Block]]], marks: Sequence[str]) -> Iterator[str]:
        """The sections, each with whether its pages lie across; `marks` stand in front of the first ones."""
        for index, (across, blocks) in enumerate(sections):
            properties = self._page.section(index == 0, across)
            is_last = index == len(sections) - 1
            yield from self._section(
                blocks,
                self._page.room(across),
                "" if is_last else properties,
                marks[index] if index < len(marks) else "",
            )
            if is_last:
                yield properties

    def _section(self, blocks: Sequence[Block], room: int, end: str, before: str) -> Iterator[str]:
        """The blocks of a section; `end` is the `w:sectPr` of one that others follow, `before` stands in front."""
        if before and not (blocks and isinstance(blocks[0], Paragraph)):
            yield _gap(before)
            before = ""
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Table):
                yield self._tables.xml(block, room)
                # Word joins tables that touch, and wants a paragraph behind the last one.
                if isinstance(following, Table) or (following is None and not end):
                    yield _gap()
                continue
            carries = following is None and _can_end(block)
            stays = block.kind is Kind.LEGEND and (isinstance(following, Table) or _is_caption(following))
            yield self._paragraphs.xml(block, end if carries else "", before, stays=stays)
            before = ""
        if end and not (blocks and _can_end(blocks[-1])):
            yield _gap(section=end)


def _is_caption(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.kind is Kind.CAPTION


def _can_end(block: Block) -> bool:
    """Whether a section can end with it: a table cannot, nor a paragraph that may be taken back with its end."""
    return isinstance(block, Paragraph) and block.revision is None


def _gap(content: str = "", section: str = "") -> str:
    """An empty paragraph as low as can be."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{spacing}{section}</w:pPr>{content}</w:p>"


def _annex(blocks: Sequence[Block]) -> list[tuple[bool, Sequence[Block]]]:
    """The annex as a section, on pages that lie across where it has a wide table."""
    across = any(_is_wide(block) for block in blocks if isinstance(block, Table))
    return [(across, blocks)] if blocks else []


def _is_wide(table: Table) -> bool:
    return table.turned or len(table.widths) > _MANY_COLUMNS
