"""Headers and footers: the masthead on the first page, the symbol and the number of the page on the others."""

from __future__ import annotations

import copy
from typing import Any

from docx.oxml.parser import parse_xml
from docx.section import Section, _BaseHeaderFooter

from negotext.paper.facts import facts, title_apart
from negotext.paper.values import Front, Paper
from negotext.word import tongues
from negotext.word.looks import OWN
from negotext.word.markup import SPACES, quoted, words
from negotext.word.styles import StyleKeys
from negotext.word.tags import VAL

_LINE = '<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="000000"/>'
# Other things than text that make a header one that somebody wants to keep.
_SHOWN = ("{*}drawing", "{*}pict", "{*}object", "{*}instrText", "{*}fldSimple")
_OURS = (f"{OWN}Running Head", f"{OWN}Masthead", f"{OWN}Masthead Symbol", f"{OWN}Masthead Title")


def put_heads(section: Section, paper: Paper, styles: StyleKeys, room: int) -> None:
    """Put the masthead, the running head and the numbers of the pages into the headers and footers of a section.

    Headers and footers that are there, those of a template, stay; the masthead comes below what the first page has.

    Args:
        section: the first one of the document.
        paper: its front and language are used.
        styles: of the document.
        room: how wide the text of a page is, in twentieths of a point.
    """
    writer = _Heads(paper, styles, room)
    ours = {styles[name] for name in _OURS}
    for head in (section.header, section.first_page_header):
        if not head.is_linked_to_previous:
            _forget(head, ours)
    _fill(section.header, writer.running())
    _fill(section.footer, writer.numbers())
    masthead = writer.masthead()
    if not masthead and not paper.printed:
        return
    if not section.different_first_page_header_footer:
        section.different_first_page_header_footer = True
        # The running head gives way to the masthead, unless it is the organisation's own.
        if not writer.is_running(section.header):
            _copy(section.header, section.first_page_header)
        _copy(section.footer, section.first_page_footer)
    else:
        _fill(section.first_page_footer, writer.numbers())
    if masthead:
        _append(section.first_page_header, masthead)
    elif section.first_page_header.is_linked_to_previous:
        _append(section.first_page_header, [f"<w:p {SPACES}/>"])


class _Heads:
    def __init__(self, paper: Paper, styles: StyleKeys, room: int) -> None:
        self.front = paper.front
        self.language = paper.language
        self.above = paper.masthead
        self.title = title_apart(paper)
        self.styles = styles
        self.room = room
        self.right = tongues.is_right_to_left(paper.language)

    def running(self) -> list[str]:
        """The symbol, or where there is none the title, above a line."""
        text = self.front.symbol or self.front.title
        if not text:
            return []
        rule = "<w:pBdr>" + _LINE.format(side="bottom", size=4, space=4) + "</w:pBdr>"
        return [self.paragraph(f"{OWN}Running Head", text, border=rule, end=True)]

    def is_running(self, header: _BaseHeaderFooter) -> bool:
        """Whether a header is the one that `running` gives."""
        text = " ".join(paragraph.text for paragraph in header.paragraphs).strip()
        return text in ("", self.front.symbol or self.front.title) and not header.tables

    def numbers(self) -> list[str]:
        """`3/12`."""
        fields = (
            f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for name in ("PAGE", "NUMPAGES")
        )
        return [self.holding("footer", "<w:r><w:t>/</w:t></w:r>".join(fields), end=True)]

    def masthead(self) -> list[str]:
        """The symbol over a line, what kind of document it is below it on the far side, agenda item and title."""
        front = self.above
        if front == Front():
            return []
        style = f"{OWN}Masthead"
        parts = []
        if front.symbol:
            rule = "<w:pBdr>" + _LINE.format(side="bottom", size=6, space=4) + "</w:pBdr>"
            parts.append(self.paragraph(f"{style} Symbol", front.symbol, border=rule, end=True))
        left = "".join(self.paragraph(style, text) for text in (front.agenda,) if text)
        right = "".join(self.paragraph(style, text) for text in facts(front, self.language))
        if left or right:
            parts.append(self.two(left or self.paragraph(style, ""), right or self.paragraph(style, "")))
        thick = "<w:pBdr>" + _LINE.format(side="top", size=18, space=8) + "</w:pBdr>"
        parts.append(self.paragraph(f"{style} Title" if self.title else style, self.title, border=thick))
        return parts

    def two(self, left: str, right: str) -> str:
        """A table without lines of two cells."""
        widths = (self.room * 62 // 100, self.room - self.room * 62 // 100)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
            for width, content in zip(widths, (left, right), strict=True)
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f"<w:tbl {SPACES}><w:tblPr>{'<w:bidiVisual/>' if self.right else ''}"
            f'<w:tblW w:w="{self.room}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
        )

    def paragraph(self, style: str, text: str, border: str = "", end: bool = False) -> str:
        """A paragraph with this text."""
        hint = '<w:rFonts w:hint="eastAsia"/>' if tongues.is_east_asian(self.language) else ""
        right = self.right and tongues.reads_from_right(text)
        properties = f"<w:rPr>{hint}{'<w:rtl/>' if right else ''}</w:rPr>" if hint or right else ""
        return self.holding(style, f"<w:r>{properties}{words(text)}</w:r>" if text else "", border, end, right)

    def holding(self, style: str, content: str, border: str = "", end: bool = False, right: bool = False) -> str:
        """A paragraph with this content.

        Args:
            style: name of its style.
            content: its runs.
            border: `w:pBdr`.
            end: whether it stands at the far side of the line, seen from where the document begins its lines.
            right: whether the content runs from right to left; Word then takes `right` for the far side, too.
        """
        direction = "<w:bidi/>" if right else ""
        far = end if right or not self.right else not end
        side = '<w:jc w:val="right"/>' if far else ""
        properties = f"<w:pStyle w:val={quoted(self.styles[style])}/>{border}{direction}{side}"
        return f"<w:p {SPACES}><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _forget(head: _BaseHeaderFooter, ours: set[str]) -> None:
    """Take out what stands there from an earlier document of ours that serves as a template."""
    root: Any = head._element
    for child in list(root):
        if any(style.get(VAL) in ours for style in child.iter("{*}pStyle")):
            root.remove(child)


def _fill(head: _BaseHeaderFooter, paragraphs: list[str]) -> None:
    """Fill a header or footer that is not there or has nothing in it."""
    if not head.is_linked_to_previous and not _is_blank(head):
        return
    head.is_linked_to_previous = False
    root: Any = head._element
    for child in list(root):
        root.remove(child)
    _append(head, paragraphs or [f"<w:p {SPACES}/>"])


def _is_blank(head: _BaseHeaderFooter) -> bool:
    root: Any = head._element
    shown = next(root.iter(*_SHOWN), None) is not None
    return not shown and not any((node.text or "").strip() for node in root.iter("{*}t"))


def _append(head: _BaseHeaderFooter, paragraphs: list[str]) -> None:
    head.is_linked_to_previous = False
    root: Any = head._element
    if _is_blank(head):
        for child in list(root):
            root.remove(child)
    for paragraph in paragraphs:
        root.append(parse_xml(paragraph))


def _copy(source: _BaseHeaderFooter, target: _BaseHeaderFooter) -> None:
    """Make a header or footer say what another one says, pictures and links included."""
    target.is_linked_to_previous = False
    there: Any = target._element
    for child in list(there):
        there.remove(child)
    here: Any = source._element
    there.extend(copy.deepcopy(child) for child in here)
    for key, relation in source.part.rels.items():
        if relation.is_external:
            target.part.rels.add_relationship(relation.reltype, relation.target_ref, key, is_external=True)
        else:
            target.part.rels.add_relationship(relation.reltype, relation.target_part, key)
