"""Text without its line wraps, with the way back to the file.

Text extracted from a PDF is wrapped in mid-sentence and mid-word, has blank lines between its lines, and page
furniture in the middle of its sentences. Guarantees of a `Region`, given any text:

1. no line ends, tabs or runs of white space: a wrap is one space, or nothing where a Han character stands beside it;
2. none of the excluded spans (page furniture, footnotes);
3. each nested bracket is one `CHILD` character;
4. `raw` leads from each of its characters to the character of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from negotext.model import Span

CHILD = "\ufffc"
"""Stands for a nested bracket in a region (OBJECT REPLACEMENT CHARACTER)."""

_CHUNK = re.compile(r"\S+(?: \S+)*")


class Region:
    """A stretch of the draft, unwrapped. Offsets into `clean` are 0-based characters."""

    __slots__ = ("_cleans", "_raws", "clean")

    def __init__(self, clean: str, cleans: list[int], raws: list[int]) -> None:
        self.clean = clean
        self._cleans = cleans
        self._raws = raws

    def raw(self, offset: int) -> int:
        """Offset in the source of the character at `offset` of `clean`."""
        at = bisect_right(self._cleans, offset) - 1
        return self._raws[at] + offset - self._cleans[at] if at >= 0 else 0

    def written(self, clean: str) -> Region:
        """The same region with other characters in the same places."""
        return Region(clean, self._cleans, self._raws) if clean is not self.clean else self

    def span(self, start: int, end: int) -> Span:
        """Span in the source of `clean[start:end]`, which is not empty."""
        return Span(self.raw(start), self.raw(end - 1) + 1)

    def offset(self, raw: int) -> int:
        """Offset in `clean` of the first character at or after `raw` in the source."""
        at = bisect_right(self._raws, raw) - 1
        if at < 0:
            return 0
        following = self._cleans[at + 1] if at + 1 < len(self._cleans) else len(self.clean)
        return min(self._cleans[at] + raw - self._raws[at], following)


class Flow:
    """Makes regions of one text.

    Args:
        text: the text of a source.
        excluded: spans that are not part of the running text, ascending and disjoint.
    """

    def __init__(self, text: str, excluded: Sequence[Span] = ()) -> None:
        self.text = text
        self._excluded = list(excluded)
        self._ends = [span.end for span in excluded]

    def region(self, start: int, end: int, children: Iterable[Span] = ()) -> Region:
        """The unwrapped text of `start`..`end`, each of `children` (ascending, disjoint) as one `CHILD`.

        A child is kept even where it reaches beyond `end`: its bracket opens here.
        """
        parts: list[str] = []
        cleans: list[int] = []
        raws: list[int] = []
        size = 0
        gap = False
        for raw, chunk in self._chunks(start, end, children):
            if not chunk:
                gap = True
                continue
            if gap and parts and not self._joins(parts[-1], chunk):
                cleans.append(size)
                raws.append(max(raw - 1, 0))
                parts.append(" ")
                size += 1
            gap = False
            cleans.append(size)
            raws.append(raw)
            parts.append(chunk)
            size += len(chunk)
        return Region("".join(parts), cleans, raws)

    def wording(self, start: int, end: int) -> str:
        """The words of a stretch as one string, nested brackets as they stand in the draft."""
        return self.region(start, end).clean.strip()

    @staticmethod
    def _joins(before: str, after: str) -> bool:
        if before[-1] == CHILD or after[0] == CHILD:
            return False
        left, right = before[-1], after[0]
        return _is_han(left) or _is_han(right) or (_is_wide(left) and _is_wide(right))

    def _chunks(self, start: int, end: int, children: Iterable[Span]) -> Iterator[tuple[int, str]]:
        """Runs of text with their offsets; an empty run stands for white space or an excluded span."""
        at = start
        for child in children:
            if child.start >= at:
                yield from self._plain(at, child.start)
                yield child.start, CHILD
            at = max(at, child.end)
        yield from self._plain(at, end)

    def _plain(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        at = start
        for index in range(bisect_left(self._ends, start + 1), len(self._excluded)):
            hole = self._excluded[index]
            if hole.start >= end:
                break
            yield from self._runs(at, max(at, hole.start))
            yield hole.start, ""
            at = max(at, min(hole.end, end))
        yield from self._runs(at, end)

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        at = start
        for match in _CHUNK.finditer(self.text, start, end):
            if match.start() > at:
                yield at, ""
            yield match.start(), match.group()
            at = match.end()
        if at < end:
            yield at, ""


def _is_han(character: str) -> bool:
    """Whether it joins without a space: a Han character, or the full-width punctuation that goes with it."""
    return character >= "\u3001" and (
        "\u4e00" <= character <= "\u9fff"
        or character <= "\u303f"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uffef"
    )


def _is_wide(character: str) -> bool:
    """Whether it joins beside another such: between Han characters, dashes and quotation marks are theirs."""
    return character in "\u3000\u2014\u201c\u201d\u2026" or _is_han(character)
