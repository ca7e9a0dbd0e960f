"""A round as tracked changes against the round before, paragraphs that moved among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from negotext.rounds import BlockMatch

from .counterparts import Group, Page, groups, note_names
from .last_end import ended
from .values import Change, Edge, Kind, Note, NoteMark, Paragraph, Run
from .wordwise import Author, Called, Content, compared, letters, moved, tracked

_UNKNOWN = 0xFE00
"""The name of footnotes that are called and not there."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Paragraphs that stand elsewhere in the round before.

    Attributes:
        key: of the place where they stand now.
        old: the first of them as it was.
        behind: the paragraph that stood in front of it, None at the beginning.
    """

    key: str
    old: Paragraph
    behind: Paragraph | None


@dataclass(frozen=True, slots=True)
class Revised:
    """What becomes of two rounds.

    Attributes:
        body: accepting all changes gives the later round, rejecting all the earlier one, in its own order.
        notes: footnotes of both.
        moved: in the order of the text.
    """

    body: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    moved: tuple[Moved, ...]


def revise(before: Page, after: Page, matches: Sequence[BlockMatch], author: Author) -> Revised:
    """The later round as tracked changes against the earlier one.

    What moved is deleted where it stood and inserted where it stands: word processors refuse files in which a move
    as such is not tied together exactly, and settle these like any other change.
    """
    return _Reviser(before, after, matches, author).run()


class _Reviser:
    def __init__(self, before: Page, after: Page, matches: Sequence[BlockMatch], author: Author) -> None:
        self._before, self._after, self._author = before, after, author
        self._groups = groups(before, after, matches)
        names = range(len(before.notes)), note_names(before, after, matches)
        self._old, self._new = _called(before, names[0]), _called(after, names[1])
        self._by_name = [
            {name: note for name, (_, note) in zip(each, page.notes, strict=True)}
            for each, page in zip(names, (before, after), strict=True)
        ]
        self._body: list[Paragraph] = []
        self._moved: list[Moved] = []

    def run(self) -> Revised:
        gone = {index: group for group in self._groups if group.moved or not group.new for index in group.old}
        come = {index: group for group in self._groups if group.moved or not group.old for index in group.new}
        done_old = done_new = 0
        staying = [group for group in self._groups if group.old and group.new and not group.moved]
        for group in sorted(staying, key=lambda each: each.new[0]):
            self._between(range(done_old, group.old[0]), range(done_new, group.new[0]), gone, come)
            self._stay(group)
            done_old, done_new = group.old[-1] + 1, group.new[-1] + 1
        ends = len(self._before.laid), len(self._after.laid)
        self._between(range(done_old, ends[0]), range(done_new, ends[1]), gone, come)
        return Revised(tuple(ended(self._body)), tuple(self._notes()), tuple(self._moved))

    def _between(self, old: range, new: range, gone: Mapping[int, Group], come: Mapping[int, Group]) -> None:
        for index in old:
            self._body += self._whole(index, gone[index], Change.DELETED)
        for index in new:
            self._body += self._whole(index, come[index], Change.INSERTED)

    def _stay(self, group: Group) -> None:
        old, new = self._olds(group.old), self._news(group.new)
        if [content for _, content in old] == [content for _, content in new]:
            self._body += [self._after.laid[index].paragraph for index in group.new]
            return
        last = new[-1][0]
        self._body += tracked(compared(letters(old), letters(new), last.language), last, None, self._author)

    def _whole(self, index: int, group: Group, side: Change) -> list[Paragraph]:
        """A paragraph that comes or goes as a whole."""
        own = self._news([index]) if side is Change.INSERTED else self._olds([index])
        paragraph = own[0][0]
        if not group.moved:
            return tracked([(letters(own), side)], paragraph, side, self._author)
        first = index == (group.new if side is Change.INSERTED else group.old)[0]
        # The others of the group may stand far away, so each is compared with all it can have come from.
        if side is Change.INSERTED:
            pieces = compared(letters(self._olds(group.old)), letters(own), paragraph.language)
        else:
            pieces = compared(letters(own), letters(self._news(group.new)), paragraph.language)
        done = tracked(moved(pieces, side), paragraph, side, self._author)
        return self._named(done, group) if first and side is Change.INSERTED else done

    def _named(self, paragraphs: list[Paragraph], group: Group) -> list[Paragraph]:
        """Give the first of moved paragraphs a name, for the remark on where it stood."""
        key = f"moved {len(self._moved) + 1}"
        at = group.old[0]
        behind = self._before.laid[at - 1].paragraph if at else None
        self._moved.append(Moved(key, self._before.laid[at].paragraph, behind))
        content = (Edge(key, True), *paragraphs[0].content, Edge(key, False))
        return [replace(paragraphs[0], content=content), *paragraphs[1:]]

    def _olds(self, indexes: Iterable[int]) -> list[tuple[Paragraph, Content]]:
        return [(self._before.laid[index].paragraph, self._old[index]) for index in indexes]

    def _news(self, indexes: Iterable[int]) -> list[tuple[Paragraph, Content]]:
        return [(self._after.laid[index].paragraph, self._new[index]) for index in indexes]

    def _notes(self) -> Iterator[Note]:
        """A footnote for each call, in the order of the calls: by that they find each other.

        Calls that stay or go are met in the order of the earlier round, those that stay or come in that of the later.
        """
        old, new = _order(self._old), _order(self._new)
        calls = (inline for paragraph in self._body for inline in paragraph.content if isinstance(inline, NoteMark))
        for call in calls:
            change = call.revision.change if call.revision else None
            before = self._by_name[0].pop(next(old), None) if change is not Change.INSERTED else None
            after = self._by_name[1].pop(next(new), None) if change is not Change.DELETED else None
            if before is not None and after is not None:
                yield self._note(before, after)
            elif before is not None or after is not None:
                yield before or after or Note("", ())

    def _note(self, old: Note, new: Note) -> Note:
        if old.content == new.content:
            return new
        paragraph = Paragraph(Kind.NOTE, ())
        before, after = (letters([(paragraph, [r for r in n.content if isinstance(r, Run)])]) for n in (old, new))
        made = tracked(compared(before, after, paragraph.language), paragraph, None, self._author)
        return replace(new, content=made[0].content)


def _order(contents: Iterable[Content]) -> Iterator[int]:
    """Names of the footnotes in the order in which they are called."""
    return (inline.name for content in contents for inline in content if isinstance(inline, Called))


def _called(page: Page, names: Sequence[int]) -> list[Content]:
    """The contents of the paragraphs, each call with the name of its footnote: of several the next with its number."""
    waiting: dict[str, list[int]] = {}
    for index, (_, note) in enumerate(page.notes):
        waiting.setdefault(note.number, []).append(index)
    contents: list[Content] = []
    for laid in page.laid:
        content: list[Run | Called] = []
        for inline in laid.paragraph.content:
            if isinstance(inline, Run):
                content.append(inline)
            elif isinstance(inline, NoteMark):
                known = waiting.get(inline.number)
                content.append(Called(inline, names[known.pop(0)] if known else _UNKNOWN))
        contents.append(content)
    return contents
