"""Paragraphs: style, direction, the room for the label as printed, and whose tracked change the end is."""

from __future__ import annotations

from negotext.paper.values import Kind, Paragraph, Role, Run
from negotext.word import tongues
from negotext.word.inlines import Caller, Inlines
from negotext.word.looks import HEADING_LEVELS, ITEM_LEVELS, OWN, hung
from negotext.word.markup import quoted
from negotext.word.measures import STEP, hanging
from negotext.word.revisions import Revisions
from negotext.word.styles import StyleKeys

_STYLES = {
    Kind.TITLE: "Title",
    Kind.OPTION: f"{OWN}Option",
    Kind.STATEMENT: f"{OWN}Statement",
    Kind.CHAIR: f"{OWN}Chair",
    Kind.NOTE: f"{OWN}Note",
    Kind.CAPTION: "caption",
    Kind.LEGEND: f"{OWN}Legend",
}
_FROM_MARGIN = frozenset({Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.NOTE, Kind.CAPTION, Kind.LEGEND})


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

    def __init__(self, inlines: Inlines, notes: Caller, revisions: Revisions, styles: StyleKeys) -> None:
        self._inlines = inlines
        self._notes = notes
        self._revisions = revisions
        self._styles = styles
        self._properties: dict[tuple[Kind, int, str | None, str], str] = {}

    def xml(self, paragraph: Paragraph, section: str = "", before: str = "", after: str = "") -> str:
        """A paragraph.

        Args:
            paragraph: what is in it.
            section: `w:sectPr`, where it is the last one of its section.
            before: marks in front of its content.
            after: marks behind its content.
        """
        key = (paragraph.kind, paragraph.level, _label(paragraph), paragraph.language)
        properties = self._properties.get(key)
        if properties is None:
            properties = self._properties[key] = self._of(*key)
        if paragraph.revision is not None:
            properties += f"<w:rPr>{self._revisions.mark(paragraph.revision)}</w:rPr>"
        content = self._inlines.xml(paragraph.content, paragraph.language, self._notes)
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
        start = 0 if kind in _FROM_MARGIN else STEP * min(max(level, 1), ITEM_LEVELS)
        if label is None:
            # Nothing hangs out of a paragraph without a label.
            hangs = self._styles.indents(name) and kind not in _FROM_MARGIN
            return "", f'<w:ind w:left="{start + STEP}" w:firstLine="0"/>' if hangs else ""
        room = hanging(label)
        fits = room == STEP and kind not in (Kind.TITLE, Kind.HEADING, Kind.CAPTION, Kind.LEGEND)
        return ("", "") if fits else hung(start + room, room)


def _label(paragraph: Paragraph) -> str | None:
    """The label with a tab behind it; None where the text begins at once."""
    for each in paragraph.content:
        if isinstance(each, Run):
            return each.text if each.role is Role.LABEL and each.text.endswith("\t") else None
    return None
