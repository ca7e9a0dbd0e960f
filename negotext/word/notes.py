"""Footnotes: their part of the package, and their calls in the text. Each keeps the number it has in print."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from negotext.paper.bookmarks import BELOW, FOOT
from negotext.paper.values import Note, NoteMark
from negotext.word import tongues
from negotext.word.ids import Ids
from negotext.word.inlines import Inlines, PlainCalls, raised
from negotext.word.markup import DECLARATION, SPACES, bookmark, quoted, words
from negotext.word.places import Places
from negotext.word.styles import StyleKeys


def first_id(*, remarks: bool) -> int:
    """The id of the first footnote; two that are the lines above the notes stand in front of it.

    Word counts from 1. LibreOffice 7 takes the id of a footnote for its place in the part as soon as a comment stands
    between two calls, so that each note shows the words of the next one: there they count from 0.
    """
    return 0 if remarks else 1


class Notes:
    """Writes the footnotes of one document, in the order in which they are called."""

    def __init__(
        self,
        notes: Iterable[Note],
        language: str,
        inlines: Inlines,
        places: Places,
        styles: StyleKeys,
        *,
        ids: Ids,
        first: int = 1,
    ) -> None:
        """Begin with the footnotes of a paper; `first` is the id of the first one that is called."""
        self._waiting: defaultdict[str, deque[tuple[int, Note]]] = defaultdict(deque)
        self._ids = ids
        # Where the draft prints a footnote is told once, and only of those that are there.
        self._keys: set[str] = set()
        for story, note in enumerate(notes, start=1):
            self._waiting[note.number].append((story, note))
            self._keys.add(note.key)
        self._keys.discard("")
        self._language = language
        self._inlines = inlines
        self._places = places
        self._text = quoted(styles["footnote text"])
        self._style = f"<w:rPr><w:rStyle w:val={quoted(styles['footnote reference'])}/></w:rPr>"
        self._first = first
        self._counted = 0
        self._called: list[str] = []

    def call(self, mark: NoteMark, deleted: bool = False) -> str:
        """The call of a footnote. A second call of one note, or one of a note that is not there, is its number only.

        Args:
            mark: which one is called.
            deleted: whether the call stands in a `w:del`.
        """
        waiting = self._waiting[mark.number]
        if not waiting:
            return raised(mark.number, deleted)
        story, note = waiting.popleft()
        number = len(self._called) + self._first
        # Word counts the notes itself; where print counts otherwise, the note carries its own mark.
        counted = mark.number == str(self._counted + 1)
        self._counted += counted
        own = "" if counted else words(mark.number, deleted)
        follows = "" if counted else ' w:customMarkFollows="1"'
        self._called.append(self._note(number, story, note, "<w:footnoteRef/>" if counted else words(mark.number)))
        call = f'<w:r>{self._style}<w:footnoteReference{follows} w:id="{number}"/>{own}</w:r>'
        return self._places.around(self._places.about(story), call)

    def below(self, key: str) -> str:
        """What tells that the draft prints a footnote here; empty where this document has none of that key."""
        if key not in self._keys:
            return ""
        self._keys.remove(key)
        return bookmark(self._ids.take(), f"{BELOW}{key}")

    def part(self) -> str:
        """The footnotes part; empty where nothing was called."""
        if not self._called:
            return ""
        return f"{DECLARATION}<w:footnotes {SPACES}>{_separators(self._first)}{''.join(self._called)}</w:footnotes>"

    def _note(self, number: int, story: int, note: Note, mark: str) -> str:
        right = "<w:bidi/>" if tongues.is_right_to_left(self._language) else ""
        content = self._inlines.xml(note.content, self._language, PlainCalls(), story)
        if note.key:
            content = bookmark(self._ids.take(), f"{FOOT}{note.key}") + content
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val={self._text}/>{right}</w:pPr>'
            f"<w:r>{self._style}{mark}</w:r><w:r>{words(' ')}</w:r>{content}</w:p></w:footnote>"
        )


def separators(first: int) -> tuple[int, int]:
    """The ids of the two lines above the notes, in a document whose first footnote has the id `first`."""
    return first - 2, first - 1


def _separators(first: int) -> str:
    return "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in zip(separators(first), ("separator", "continuationSeparator"), strict=True)
    )
