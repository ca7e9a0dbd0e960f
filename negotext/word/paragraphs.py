"""Paragraphs: style, direction, the room for the label as printed, and whose tracked change the end is."""

from __future__ import annotations

from negotext.paper.values import Kind, Paragraph, Role, Run
from negotext.word import tongues
from negotext.word.inlines import Inlines
from negotext.word.looks import HEADING_LEVELS, ITEM_LEVELS, OWN, hung
from negotext.word.markup import quoted
from negotext.word.measures import STEP, hanging
from negotext.word.notes import Notes
from negotext.word.revisions import Revisions
from negotext.word.styles import StyleKeys

_STYLES = {
    Kind.HEAD: f"{OWN}Head",
    Kind.TITLE: "Title",
    Kind.OPTION: f"{OWN}Option",
    Kind.STATEMENT: f"{OWN}Statement",
    Kind.CHAIR: f"{OWN}Chair",
    Kind.NOTE: f"{OWN}Note",
    Kind.PART: f"{OWN}Annex Heading",
    Kind.CAPTION: "caption",
    Kind.LEGEND: f"{OWN}Legend",
}
_INDENTED = frozenset({Kind.ITEM, Kind.OPTION, Kind.STATEMENT})
# A bracket may open in front of a label, and a label may be cut in two by a change.
_BEFORE_LABEL = frozenset({Role.BRACKET, Role.EDITORIAL, Role.LABEL})
_HANGING = _INDENTED | {Kind.PARAGRAPH, Kind.CHAIR, Kind.NOTE}


def style_name(kind: Kind, level: int, labelled: bool) -> str:
    """The name of the style of a paragraph, one of `looks.LOOKS`."""
    if kind is Kind.HEADING:
        return f"heading {min(max(level, 1), HEADING_LEVELS)}"
    if kind is Kind.ITEM:
        return f"{OWN}Item {min(max(level, 1), ITEM_LEVELS)}"
    if kind is Kind.PARAGRAPH:
        return f"{OWN}Paragraph" if labelled else f"{OWN}Text"
    return _STYLES[kind]


class Paragraphs:
    """Writes the paragraphs of one document."""

    def __init__(self, inlines: Inlines, notes: Notes, revisions: Revisions, styles: StyleKeys) -> None:
        self._inlines = inlines
        self._notes = notes
        self._revisions = revisions
        self._styles = styles
        self._properties: dict[tuple[Kind, int, str | None, str], str] = {}

    def xml(
        self, paragraph: Paragraph, section: str = "", before: str = "", after: str = "", *, stays: bool = False
    ) -> str:
        """A paragraph.

        Args:
            paragraph: what is in it.
            section: `w:sectPr`, where it is the last one of its section.
            before: marks in front of its content.
            after: marks behind its content.
            stays: whether it stays on the page of what follows, also where its style does not say so.
        """
        key = (paragraph.kind, paragraph.level, _label(paragraph), paragraph.language)
        properties = self._properties.get(key)
        if properties is None:
            properties = self._properties[key] = self._of(*key)
        if stays:
            properties = properties.replace("/>", "/><w:keepNext/>", 1)
        if paragraph.revision is not None:
            properties += f"<w:rPr>{self._revisions.mark(paragraph.revision)}</w:rPr>"
        content = self._inlines.xml(paragraph.content, paragraph.language, self._notes)
        after += "".join(map(self._notes.below, paragraph.below))
        return f"<w:p><w:pPr>{properties}{section}</w:pPr>{before}{content}{after}</w:p>"

    def _of(self, kind: Kind, level: int, label: str | None, language: str) -> str:
        name = style_name(kind, level, label is not None)
        tabs, indent = self._room(name, kind, level, label)
        parts = [f"<w:pStyle w:val={quoted(self._styles[name])}/>"]
        if self._styles.numbers(name):
            parts.append('<w:numPr><w:numId w:val="0"/></w:numPr>')
        parts.append(tabs)
        if tongues.is_right_to_left(language):
            parts.append("<w:bidi/>")
        parts.append(indent)
        return "".join(parts)

    def _room(self, name: str, kind: Kind, level: int, label: str | None) -> tuple[str, str]:
        """`w:tabs` and `w:ind` where those of the style do not fit."""
        start = STEP * min(max(level, 1), ITEM_LEVELS) if kind in _INDENTED else 0
        if label is None:
            # Nothing hangs out of a paragraph without a label. Indents of a template are its own affair.
            hangs = kind in _HANGING and kind is not Kind.PARAGRAPH and self._styles.indents(name)
            left = start + STEP if kind in _INDENTED else 0
            return "", f'<w:ind w:left="{left}" w:firstLine="0"/>' if hangs else ""
        room = hanging(label)
        return ("", "") if room == STEP and kind in _HANGING else hung(start + room, room)


def _label(paragraph: Paragraph) -> str | None:
    """The label with the tab behind it and brackets in front of it; None where the text begins at once."""
    before = ""
    for each in paragraph.content:
        if isinstance(each, Run):
            before += each.text
            if each.role is Role.LABEL and each.text.endswith("\t"):
                return before
            if each.role not in _BEFORE_LABEL:
                return None
    return None
