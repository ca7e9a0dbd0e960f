"""The content of a paragraph: runs with their looks, tracked changes, edges of places, calls of footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

from negotext.paper.colours import INK, text_colour
from negotext.paper.values import Change, Edge, Inline, NoteMark, Revision, Role, Run
from negotext.word import tongues
from negotext.word.looks import role_name
from negotext.word.loose import TEXT
from negotext.word.markup import quoted, words
from negotext.word.places import Places
from negotext.word.revisions import Revisions
from negotext.word.styles import StyleKeys


class Caller(Protocol):
    """Whatever writes the call of a footnote."""

    def call(self, mark: NoteMark, deleted: bool = False) -> str:
        """The runs of a call; `deleted` where it stands among words that go."""


class PlainCalls:
    """Calls where there can be no footnotes, as in a footnote: the number, raised."""

    def call(self, mark: NoteMark, deleted: bool = False) -> str:
        """One run with the number."""
        return raised(mark.number, deleted)


def raised(number: str, deleted: bool = False) -> str:
    """A number as it stands where a footnote is called, as plain text."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{words(number, deleted)}</w:r>'


def _revision_of(inline: Inline) -> Revision | None:
    return None if isinstance(inline, Edge) else inline.revision


class Inlines:
    """Writes the content of paragraphs of one document."""

    def __init__(self, language: str, styles: StyleKeys, revisions: Revisions, places: Places) -> None:
        self._main = language
        self._styles = styles
        self._revisions = revisions
        self._places = places
        self._properties: dict[tuple[Role, str, str, bool], str] = {}

    def xml(self, content: Iterable[Inline], language: str, notes: Caller, story: int = TEXT) -> str:
        """The content of one paragraph.

        Args:
            content: what is in it.
            language: of its words.
            notes: writes the calls of footnotes.
            story: where it stands, see `loose.Tied`.
        """
        parts = []
        for revision, group in groupby(content, _revision_of):
            deleted = revision is not None and revision.change is Change.DELETED
            runs = []
            for each in group:
                if isinstance(each, Run):
                    runs.append(self._run(each, language, deleted))
                elif isinstance(each, Edge):
                    runs.append(self._places.edge(each, story))
                else:
                    runs.append(notes.call(each, deleted))
            written = "".join(runs)
            parts.append(self._revisions.around(revision, written) if revision is not None else written)
        return "".join(parts)

    def _run(self, run: Run, language: str, deleted: bool) -> str:
        text = run.text
        right = tongues.is_right_to_left(language) and tongues.reads_from_right(text)
        key = (run.role, run.delegation, language, right)
        properties = self._properties.get(key)
        if properties is None:
            properties = self._properties[key] = self._of(*key)
        return f"<w:r>{properties}{words(text, deleted)}</w:r>"

    def _of(self, role: Role, delegation: str, language: str, right: bool) -> str:
        parts = []
        if role is not Role.TEXT:
            parts.append(f"<w:rStyle w:val={quoted(self._styles[role_name(role)])}/>")
        if tongues.is_east_asian(language):
            # Without it Word sets quotation marks and dashes of a Chinese text in the Latin font.
            parts.append('<w:rFonts w:hint="eastAsia"/>')
        colour = text_colour(role, delegation)
        if colour not in (INK, text_colour(role)):
            parts.append(f'<w:color w:val="{colour}"/>')
        if right:
            parts.append("<w:rtl/>")
        if language != self._main:
            parts.append(tongues.language_of_run(language))
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""
