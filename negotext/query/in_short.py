"""A choice in few words, for whatever lists choices: its parts, each as long as there is room for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from negotext.model import Alternative, Choice, ChoiceKind

LEFT_OUT = "leave it out"
"""What alternative 0 is called."""

_CURVED = re.compile("[“”„«»]")
_JOINTS = {ChoiceKind.REPLACEMENT: " → ", ChoiceKind.PASSAGE: " ⇒ ", ChoiceKind.OPTIONS: " ‖ "}


class Role(Enum):
    """What a part is."""

    SIGN = auto()
    """A joint, a number, the sign of a paragraph."""
    PROPOSED = auto()
    """Words that somebody proposes."""
    DRAFT = auto()
    """The draft's own words."""


class Part(NamedTuple):
    """Some words of a choice in short."""

    text: str
    role: Role


def in_short(
    choice: Choice,
    wordings: Sequence[Alternative],
    width: int,
    *,
    cells: Callable[[str], int],
    cut: Callable[[str, int], str],
    least: int,
) -> Iterator[Part]:
    """What a choice is between, in so many cells.

    `+ words` are offered, `[words]` in or out, `1 a → 2 b` a replacement, `1 a | 2 b` rivals; a paragraph as a
    whole has `¶`, several of them `⇒` between them, numbered options `‖`.

    Args:
        choice: the choice.
        wordings: its alternatives that are on the table, but for leaving it out.
        width: cells.
        cells: how many cells words have.
        cut: shortens words to so many cells.
        least: cells that the words of each alternative have at least, even beyond `width`.
    """
    if len(wordings) == 1:
        words = cut(wordings[0].text, max(least, width - 2))
        if choice.base == 0:
            yield Part("+ ", Role.PROPOSED)
            yield Part(words, Role.PROPOSED)
        elif choice.kind is ChoiceKind.PASSAGE:
            yield Part("¶ ", Role.SIGN)
            yield Part(words, Role.DRAFT)
        else:
            yield Part(f"[{words}]", Role.DRAFT)
        return
    joint = _JOINTS.get(choice.kind, " | ")
    room = width - (len(wordings) - 1) * cells(joint)
    for index, share in enumerate(shares([cells(each.text) + 2 for each in wordings], room, least)):
        each = wordings[index]
        if index:
            yield Part(joint, Role.SIGN)
        yield Part(f"{each.number} ", Role.SIGN)
        own = each.number == choice.base
        yield Part(cut(each.text or LEFT_OUT, share - 2), Role.DRAFT if own else Role.PROPOSED)


def shares(wanted: Sequence[int], room: int, least: int = 1) -> list[int]:
    """Cells for each of several things, so that what the short ones leave goes to the long ones.

    Args:
        wanted: cells that each would like to have.
        room: cells there are.
        least: cells that each has at least, even beyond `room`.
    """
    found = [0] * len(wanted)
    left = max(room, least * len(wanted))
    for rank, index in enumerate(sorted(range(len(wanted)), key=lambda each: wanted[each])):
        found[index] = max(1, min(wanted[index], left // (len(wanted) - rank)))
        left -= found[index]
    return [max(least, each) for each in found]


def quotation(words: str) -> tuple[str, str]:
    """The marks to put around words: straight ones where curved ones stand in them."""
    return ('"', '"') if _CURVED.search(words) else ("“", "”")
