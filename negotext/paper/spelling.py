"""A set text spelled out, character by character, each with the place in the draft that it comes from.

Two texts that come from one draft, before and after decisions, are laid on each other by these places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from .outline import Outlined
from .setting import Setter
from .stretch import Break, Stretch, Token
from .values import Edge, NoteMark, Run

Origin = Callable[[int], int]
"""From an offset in a text to one in the draft it comes from; -1 for what does not come from there."""

END = "\n"
"""Stands for the end of a paragraph."""


class Item(NamedTuple):
    """One character, the end of a paragraph, a call of a footnote, or an edge.

    Attributes:
        text: the character; `END`; a number in brackets for a call; empty for an edge.
        key: grows from item to item; the same for what comes from one place of the draft. -1 where it has none.
        at: offset in its own text.
        look: a run without words, the call, the edge; of the end of a paragraph the paragraph.
    """

    text: str
    key: int
    at: int
    look: Run | NoteMark | Edge | Outlined


@dataclass(frozen=True, slots=True)
class Spelled:
    """One paragraph or footnote that can be spelled out.

    Attributes:
        stretch: what stands in it.
        tokens: what that is, united.
        outlined: the paragraph; None for a footnote.
        number: of the footnote, as printed.
        origin: of its text.
        key: of the footnote, see `Paragraph.below`.
    """

    stretch: Stretch
    tokens: tuple[Token, ...]
    outlined: Outlined | None
    number: str
    origin: Origin
    key: str = ""

    @property
    def first(self) -> int:
        """Where in the draft its first character comes from; -1 where it does not."""
        return self.origin(self.stretch.region.raw(0)) if self.stretch.region.clean else -1

    def items(self) -> Iterator[Item]:
        """All of it, the end of a paragraph last."""
        region = self.stretch.region
        key, at = -1, region.raw(0)
        for item in self._items():
            # What stands elsewhere than in the draft has no key: keys have to grow.
            known = item.key > key
            key, at = (item.key if known else key), item.at
            yield item if known else item._replace(key=-1)
        if self.outlined is not None:
            yield Item(END, -1, at, self.outlined)

    def _items(self) -> Iterator[Item]:
        region, origin = self.stretch.region, self.origin
        at = region.raw(0)
        for token, start in self.stretch.placed():
            if isinstance(token, Break):
                continue
            if isinstance(token, Edge):
                yield Item("", -1, at, token)
                continue
            if isinstance(token, NoteMark):
                at = region.raw(start) if start >= 0 else at
                yield Item(f"[{token.number}]", _key(origin(at), 1) if start >= 0 else -1, at, token)
                continue
            look = replace(token, text="")
            if token.text == "\t":
                yield Item("\t", _key(origin(at), 2), at, look)
                continue
            for offset, character in enumerate(token.text, start):
                at = region.raw(offset)
                yield Item(character, _key(origin(at), 0), at, look)


def _key(place: int, order: int) -> int:
    return place * 3 + order if place >= 0 else -1


def spelled(setter: Setter, origin: Origin) -> tuple[list[Spelled], list[Spelled]]:
    """The paragraphs and the footnotes of a text; paragraphs without words are left out."""
    paragraphs = [
        Spelled(stretch, tuple(stretch.tokens()), outlined, "", origin) for outlined, stretch in setter.paragraphs
    ]
    notes = [
        Spelled(stretch, tuple(stretch.tokens()), None, footnote.number, origin, key)
        for key, (footnote, stretch) in zip(setter.keys, setter.notes, strict=True)
    ]
    return [each for each in paragraphs if each.tokens], notes
