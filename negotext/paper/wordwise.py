"""Paragraphs of one round as tracked changes against those of the round before, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from negotext.merging import EditKind, compare

from .values import Change, Inline, NoteMark, Paragraph, Revision, Role, Run

# Characters that no text has stand for ends of paragraphs and calls of footnotes while words are compared.
_END, _CALL = 0xF0000, 0xF0001


class Called(NamedTuple):
    """The call of a footnote; `name` is the same for a footnote that both rounds have."""

    mark: NoteMark
    name: int


class Letter(NamedTuple):
    """A character with its look: a run without words, the call it stands for, or the paragraph that ends."""

    text: str
    look: Run | Called | Paragraph


class Author(NamedTuple):
    """Whose the changes are, and when they were made, see `Revision`."""

    name: str
    date: str

    def revision(self, change: Change) -> Revision:
        """A change of theirs."""
        return Revision(change, self.name, self.date)


Content = Sequence[Run | Called]


def letters(paragraphs: Iterable[tuple[Paragraph, Content]]) -> list[Letter]:
    """Paragraphs spelled out, the end of each behind it but for that of the last."""
    spelled: list[Letter] = []
    for paragraph, content in paragraphs:
        for inline in content:
            if isinstance(inline, Called):
                spelled.append(Letter(chr(_CALL + inline.name % 0xFF00), inline))
            else:
                look = replace(inline, text="")
                spelled += [Letter(character, look) for character in inline.text]
        spelled.append(Letter(chr(_END), paragraph))
    return spelled[:-1]


def compared(
    old: Sequence[Letter], new: Sequence[Letter], language: str
) -> Iterator[tuple[Sequence[Letter], Change | None]]:
    """Both texts as one: what is in both as the newer one has it, what went before what came in its place."""
    before, after = "".join(each.text for each in old), "".join(each.text for each in new)
    gone = come = 0
    for edit in compare(before, after, language):
        if edit.kind is not EditKind.EQUAL:
            continue
        yield from _instead(old[gone : edit.base.start], new[come : edit.other.start])
        yield new[slice(*edit.other)], None
        gone, come = edit.base.end, edit.other.end
    yield from _instead(old[gone:], new[come:])


def _instead(old: Sequence[Letter], new: Sequence[Letter]) -> Iterator[tuple[Sequence[Letter], Change | None]]:
    """What goes and what comes in its place; a space at the same end of both stays."""
    head = int(bool(old and new) and old[0].text == new[0].text == " ")
    yield new[:head], None
    old, new = old[head:], new[head:]
    tail = int(bool(old and new) and old[-1].text == new[-1].text == " ")
    yield old[: len(old) - tail], Change.DELETED
    yield new[: len(new) - tail], Change.INSERTED
    yield new[len(new) - tail :], None


def tracked(
    stretches: Iterable[tuple[Sequence[Letter], Change | None]], last: Paragraph, ends: Change | None, author: Author
) -> list[Paragraph]:
    """Compared letters as paragraphs.

    Args:
        stretches: see `compared`.
        last: the paragraph that ends behind all of them.
        ends: what happened to that end.
        author: whose the changes are.
    """
    writer = _Writer(author)
    for stretch, change in stretches:
        for letter in stretch:
            writer.put(letter, change)
    writer.end(last, ends)
    return writer.done


class _Writer:
    """Puts letters together: those of one look and one change are one run."""

    def __init__(self, author: Author) -> None:
        self.done: list[Paragraph] = []
        self._author = author
        self._content: list[Inline] = []
        self._parts: list[str] = []
        self._look: tuple[Run, Change | None] | None = None

    def put(self, letter: Letter, change: Change | None) -> None:
        look = letter.look
        if isinstance(look, Run):
            if self._look is None or self._look[1] is not change or self._look[0] != look:
                self._close()
                self._look = look, change
            self._parts.append(letter.text)
            return
        if isinstance(look, Paragraph):
            self.end(look, change)
            return
        self._close()
        self._content.append(replace(look.mark, revision=self._revision(change)))

    def end(self, paragraph: Paragraph, change: Change | None) -> None:
        self._close()
        self.done.append(replace(paragraph, content=tuple(self._content), revision=self._revision(change)))
        self._content = []

    def _close(self) -> None:
        if self._look is not None:
            run, change = self._look
            self._content.append(replace(run, text="".join(self._parts), revision=self._revision(change)))
        self._look, self._parts = None, []

    def _revision(self, change: Change | None) -> Revision | None:
        return self._author.revision(change) if change else None


def moved(
    stretches: Iterable[tuple[Sequence[Letter], Change | None]], side: Change
) -> Iterator[tuple[Sequence[Letter], Change | None]]:
    """One side of compared letters, as it went or came: the words that are in both have moved."""
    for stretch, change in stretches:
        if change is None:
            yield [_as_moved(letter) for letter in stretch], side
        elif change is side:
            yield stretch, side


def _as_moved(letter: Letter) -> Letter:
    return Letter(letter.text, _moved_look(letter.look)) if isinstance(letter.look, Run) else letter


@lru_cache(maxsize=256)
def _moved_look(run: Run) -> Run:
    return replace(run, role=Role.MOVED) if run.role is Role.TEXT else run
