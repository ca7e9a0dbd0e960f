"""Passages that belong together, with the choices that stand in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from negotext.model import Choice

from .passages import Passage, Places
from .sites import Site, sites_in
from .values import BlockMatch


@dataclass(frozen=True, slots=True)
class Field:
    """A passage match with the choices that stand in it, old and new."""

    match: BlockMatch
    old: tuple[Site, ...]
    new: tuple[Site, ...]


def fields_of(old: Sequence[Choice], new: Sequence[Choice], matches: Sequence[BlockMatch]) -> list[Field]:
    """The matches in which choices stand."""
    before = _by_passage(old, [passage for match in matches for passage in match.old])
    after = _by_passage(new, [passage for match in matches for passage in match.new])
    found: list[Field] = []
    for match in matches:
        old_sites = sites_in(before, match.correspondence.old)
        new_sites = sites_in(after, match.correspondence.new)
        field = Field(match, tuple(old_sites), tuple(new_sites))
        if field.old or field.new:
            found.append(field)
    return found


def _by_passage(choices: Sequence[Choice], passages: Sequence[Passage]) -> dict[int, list[Choice]]:
    """The choices of a draft, in order, by the index of the passage they begin in."""
    places = Places(sorted(passages, key=lambda passage: passage.index))
    found: dict[int, list[Choice]] = defaultdict(list)
    for choice in sorted(choices, key=lambda choice: (choice.span.start, -choice.span.end)):
        passage = places.at(choice.span.start)
        if passage is not None:
            found[passage.index].append(choice)
    return found
