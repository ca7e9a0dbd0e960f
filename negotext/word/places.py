"""Named places of the text: their hidden bookmarks, and the comments in the margin that are about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from negotext.paper.values import Edge, Remark
from negotext.word.ids import Ids
from negotext.word.loose import TEXT
from negotext.word.markup import quoted
from negotext.word.styles import StyleKeys


class Places:
    """Writes the edges of places: of each place once, and no beginning without its end."""

    def __init__(
        self,
        bookmarks: Mapping[str, str],
        remarks: Sequence[Remark],
        stories: Mapping[str, int],
        ids: Ids,
        styles: StyleKeys,
    ) -> None:
        self._names = _distinct(bookmarks)
        self._stories = stories
        self._ids = ids
        self.numbers = tuple(ids.take() for _ in remarks)
        self._about: dict[str, list[int]] = {}
        for number, remark in zip(self.numbers, remarks, strict=True):
            self._about.setdefault(remark.key, []).append(number)
        self._by_story: dict[int, list[str]] = {}
        for key in self._about:
            self._by_story.setdefault(stories.get(key, TEXT), []).append(key)
        self._seen: set[str] = set()
        self._open: dict[str, int | None] = {}
        self._in_margin: set[str] = set()
        self._reference = f"<w:r><w:rPr><w:rStyle w:val={quoted(styles['annotation reference'])}/></w:rPr>"

    def edge(self, edge: Edge, story: int) -> str:
        """What stands in a paragraph where a place begins or ends.

        Args:
            edge: one that opens a place again, or closes none, is left out.
            story: where it stands, see `loose.Tied`; comments can begin and end in the text only.
        """
        if self._stories.get(edge.key) != story:
            return ""
        if not edge.opens:
            return self._close(edge.key) if edge.key in self._open else ""
        if edge.key in self._seen:
            return ""
        self._seen.add(edge.key)
        start = ""
        name = self._names.get(edge.key)
        number = self._ids.take() if name is not None else None
        self._open[edge.key] = number
        if name is not None:
            start = f'<w:bookmarkStart w:id="{number}" w:name={quoted(name)}/>'
        if story == TEXT and edge.key in self._about:
            self._in_margin.add(edge.key)
            start += self._range("Start", edge.key)
        return start

    def around(self, keys: Iterable[str], xml: str) -> str:
        """Something that the comments on these places are about: the mark of the footnote where they are."""
        for key in keys:
            xml = self._range("Start", key) + xml + self._range("End", key) + self._references(key)
        return xml

    def about(self, story: int) -> tuple[str, ...]:
        """The places of a story that have comments."""
        return tuple(self._by_story.get(story, ()))

    def _close(self, key: str) -> str:
        number = self._open.pop(key)
        end = f'<w:bookmarkEnd w:id="{number}"/>' if number is not None else ""
        if key not in self._in_margin:
            return end
        # LibreOffice counts the marks of comments as letters, and takes an end in front of one for an earlier place.
        return self._range("End", key) + self._references(key) + end

    def _range(self, which: str, key: str) -> str:
        return "".join(f'<w:commentRange{which} w:id="{number}"/>' for number in self._about[key])

    def _references(self, key: str) -> str:
        return "".join(f'{self._reference}<w:commentReference w:id="{number}"/></w:r>' for number in self._about[key])


def _distinct(bookmarks: Mapping[str, str]) -> dict[str, str]:
    """The bookmarks without those whose name another one has: Word drops the second, in whatever letters."""
    names: set[str] = set()
    found = {}
    for key, name in bookmarks.items():
        if name.lower() not in names:
            names.add(name.lower())
            found[key] = name
    return found
