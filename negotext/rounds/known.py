"""Choices whose place in the new draft is known, because the file itself says where it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from negotext.model import Span

from .fields import Field
from .sites import Site, same_words

# Whose place is known, and whose words are others than those that something was decided on.
REWORDED = 0.95
# How much of the two stretches has to be the same for a choice to stand where it is expected.
_COVERED = 0.5

Known = Mapping[str, Span]
"""Where old choices stand in the new draft, by their addresses."""


class Named(NamedTuple):
    """The places that are known, in the text of the new draft."""

    known: Known
    text: str

    def at(self, address: str) -> tuple[str, Span] | None:
        """The words at a place, and where they stand; None where it is not known."""
        span = self.known.get(address)
        return None if span is None else (self.text[span.start : span.end], span)

    def after(self, span: Span, length: int) -> str:
        """The words behind a place, at least so many characters of them."""
        return self.text[span.end : span.end + length]


def pairs(fields: Sequence[Field], known: Known) -> list[tuple[Site, Site]]:
    """The choices that stand where the file says, old and new; each in one pair at most, the best fit first.

    Args:
        fields: the passages with their choices.
        known: see `Known`; empty stretches say nothing.
    """
    old = [site for field in fields for site in field.old if _place(site, known)]
    new = sorted((site for field in fields for site in field.new), key=lambda site: site.choice.span)
    fits = sorted(_fits(old, new, known), key=lambda fit: (-fit[0], fit[1], fit[2]))
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[tuple[Site, Site]] = []
    for share, ours, theirs in fits:
        if ours in taken[0] or theirs in taken[1]:
            continue
        # Comparing words is slow, and the best fits come first: it is asked of few.
        if share >= _COVERED or _has_words_of(new[theirs], old[ours]):
            taken[0].add(ours)
            taken[1].add(theirs)
            found.append((old[ours], new[theirs]))
    return found


def sureness(old: Site, new: Site, decided: Collection[str]) -> float:
    """How sure it is that what was decided on one holds for the other.

    The place is certain. Where nothing is decided (`decided` are the addresses where something is), nothing more is
    needed; otherwise the words have to be the same.
    """
    if old.choice.address not in decided:
        return 1.0
    ours = [words for number, words in sorted(old.wordings.items()) if number]
    theirs = [words for number, words in sorted(new.wordings.items()) if number]
    return 1.0 if len(ours) == len(theirs) and all(map(same_words, ours, theirs)) else REWORDED


def without(fields: Sequence[Field], done: set[int], known: Known) -> list[Field]:
    """The fields without the choices that are matched, and without old ones that stand elsewhere for certain.

    A choice whose place is known and has no brackets any more is settled, and no other one with the same words.

    Args:
        fields: the passages with their choices.
        done: identities of the choices that are matched.
        known: see `Known`.
    """
    left = [
        replace(
            field,
            old=tuple(site for site in field.old if id(site.choice) not in done and not _place(site, known)),
            new=tuple(site for site in field.new if id(site.choice) not in done),
        )
        for field in fields
    ]
    return [field for field in left if field.old or field.new]


def _place(site: Site, known: Known) -> Span | None:
    span = known.get(site.choice.address)
    return span if span is not None and span.start < span.end else None


def _fits(old: Sequence[Site], new: Sequence[Site], known: Known) -> Iterator[tuple[float, int, int]]:
    """How well each old choice fits each new one that stands where it is expected, or that has its place in it."""
    order = sorted(range(len(old)), key=lambda index: known[old[index].choice.address])
    open_: list[int] = []
    at = 0
    for theirs, site in enumerate(new):
        span = site.choice.span
        while at < len(order) and known[old[order[at]].choice.address].start < span.end:
            open_.append(order[at])
            at += 1
        # New choices come by where they begin: what ended before this one is done with.
        open_ = [index for index in open_ if known[old[index].choice.address].end > span.start]
        for ours in open_:
            place = known[old[ours].choice.address]
            shared = min(place.end, span.end) - max(place.start, span.start)
            covered = max(place.end, span.end) - min(place.start, span.start)
            if shared >= _COVERED * covered or span.holds(place):
                yield shared / covered, ours, theirs


def _has_words_of(new: Site, old: Site) -> bool:
    """Whether a choice with more wordings now has one that it had before."""
    return any(
        same_words(ours, theirs)
        for number, ours in old.wordings.items()
        for other, theirs in new.wordings.items()
        if number and other
    )
