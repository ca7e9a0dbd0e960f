"""One spelled text laid on another: what stays, what goes, what comes; where words changed, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from negotext.merging import EditKind, compare

from .spelling import END, Item
from .values import Change, Edge

# Characters of private use that stand for what is no character.
_END, _TAB, _CALLS = "\ue000", "\ue001", 0xE010
# What two texts may have in common at the ends of a change: words are compared whole.
_THIN = frozenset((END, "\t", " "))


class Laid(NamedTuple):
    """An item and what becomes of it; `change` None where it stays. What comes is an item of the newer text."""

    item: Item
    change: Change | None


def lay(old: Sequence[Item], new: Sequence[Item], language: str) -> Iterator[Laid]:
    """Lay the newer text on the older one.

    What stays and goes, in order, is the older text; what stays and comes is the newer one. Items that come from one
    place of the draft stay; what changed between two of them is compared word by word, in Chinese by characters.
    Edges are those of the older text.
    """
    places = {item.key: index for index, item in enumerate(new) if item.key >= 0}
    done_old = done_new = 0
    for index, item in enumerate(old):
        place = places.get(item.key, -1) if item.key >= 0 else -1
        if place < done_new or new[place].text != item.text:
            continue
        if index > done_old or place > done_new:
            yield from _gap(old[done_old:index], new[done_new:place], language)
        yield Laid(item, None)
        done_old, done_new = index + 1, place + 1
    yield from _gap(old[done_old:], new[done_new:], language)


def _gap(old: Sequence[Item], new: Sequence[Item], language: str) -> Iterator[Laid]:
    """What stands between two places that both have."""
    words = [item for item in old if not isinstance(item.look, Edge)]
    coming = [item for item in new if not isinstance(item.look, Edge)]
    if len(words) == len(old):
        yield from _changed(words, coming, language)
        return
    # Edges stay in front of the word that they stood in front of.
    edges: dict[int, list[Item]] = {}
    count = 0
    for item in old:
        if isinstance(item.look, Edge):
            edges.setdefault(count, []).append(item)
        else:
            count += 1
    count = 0
    for laid in _changed(words, coming, language):
        if laid.change is not Change.INSERTED:
            yield from (Laid(edge, None) for edge in edges.pop(count, ()))
            count += 1
        yield laid
    for waiting in edges.values():
        yield from (Laid(edge, None) for edge in waiting)


def _changed(old: list[Item], new: list[Item], language: str) -> Iterator[Laid]:
    """Words that went and words that came, with the thin things at both ends that stay."""
    ahead = sum(1 for _ in takewhile(_same_and_thin, zip(old, new, strict=False)))
    yield from (Laid(item, None) for item in old[:ahead])
    old, new = old[ahead:], new[ahead:]
    behind = sum(1 for _ in takewhile(_same_and_thin, zip(reversed(old), reversed(new), strict=False)))
    rest = old[len(old) - behind :]
    old, new = old[: len(old) - behind], new[: len(new) - behind]
    if old and new:
        yield from _compared(old, new, language)
    else:
        yield from (Laid(item, Change.DELETED) for item in old)
        yield from (Laid(item, Change.INSERTED) for item in new)
    yield from (Laid(item, None) for item in rest)


def _same_and_thin(pair: tuple[Item, Item]) -> bool:
    return pair[0].text == pair[1].text and pair[0].text in _THIN


def _compared(old: list[Item], new: list[Item], language: str) -> Iterator[Laid]:
    calls: dict[str, str] = {}
    first, second = _written(old, calls), _written(new, calls)
    at = there = 0
    for edit in compare(first, second, language):
        if edit.kind is not EditKind.EQUAL:
            continue
        yield from (Laid(item, Change.DELETED) for item in old[at : edit.base.start])
        yield from (Laid(item, Change.INSERTED) for item in new[there : edit.other.start])
        for stays, same in zip(old[edit.base.start : edit.base.end], new[slice(*edit.other)], strict=True):
            if stays.text == same.text:
                yield Laid(stays, None)
            else:
                yield Laid(stays, Change.DELETED)
                yield Laid(same, Change.INSERTED)
        at, there = edit.base.end, edit.other.end
    yield from (Laid(item, Change.DELETED) for item in old[at:])
    yield from (Laid(item, Change.INSERTED) for item in new[there:])


def _written(items: list[Item], calls: dict[str, str]) -> str:
    """Items as a text with one character for each."""
    return "".join(_character(item.text, calls) for item in items)


def _character(text: str, calls: dict[str, str]) -> str:
    if text == END:
        return _END
    if text == "\t":
        return _TAB
    if len(text) == 1:
        return text
    return calls.setdefault(text, chr(_CALLS + len(calls) % 0x1000))
