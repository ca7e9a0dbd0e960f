"""A choice, a decision and a position in few words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from negotext.model import Alternative, Choice, ChoiceKind, Decision, Stance

from ..lines_wrap import cells
from ..place_sheet import LEFT_OUT
from ..sheet import Word
from .roll import cut

STANCES = {
    Stance.INSERT: Word("+", "for"),
    Stance.REPLACE: Word("±", "for"),
    Stance.DELETE: Word("−", "against"),
    Stance.RETAIN: Word("=", "for"),
    Stance.SUPPORT: Word("✓", "for"),
    Stance.OPPOSE: Word("✗", "against"),
    Stance.MOVE: Word("→", "strong"),
    Stance.BRACKET: Word("#", "reserves"),
    Stance.RESERVE: Word("?", "reserves"),
    Stance.COMMENT: Word("…", "remarks"),
}
"""The sign of each stance."""

_CURVED = re.compile("[“”„«»]")
_JOINTS = {ChoiceKind.REPLACEMENT: " → ", ChoiceKind.PASSAGE: " ⇒ ", ChoiceKind.OPTIONS: " ‖ "}
_LEAST = 6


def quoted(words: str, width: int) -> str:
    """Words in quotation marks, in so many cells; straight ones around curved ones. Nothing is `leave it out`."""
    if not words:
        return LEFT_OUT
    left, right = ('"', '"') if _CURVED.search(words) else ("“", "”")
    return f"{left}{cut(words, max(_LEAST, width - 2))}{right}"


def in_short(choice: Choice, width: int, withdrawn: frozenset[int] = frozenset()) -> list[Word]:
    """What a choice is between, in so many cells.

    `+ words` are offered, `[words]` in or out, `1 a → 2 b` a replacement, `1 a | 2 b` rivals; a paragraph as a
    whole has `⇒`, numbered options `‖`.

    Args:
        choice: the choice.
        width: cells.
        withdrawn: numbers of alternatives that are no longer on the table.
    """
    wordings = [each for each in choice.alternatives[1:] if each.number not in withdrawn]
    if len(wordings) == 1:
        return _one(choice, wordings[0], width)
    joint = _JOINTS.get(choice.kind, " | ")
    shares = _shares([cells(each.text) + 2 for each in wordings], width - (len(wordings) - 1) * len(joint))
    found: list[Word] = []
    for each, share in zip(wordings, shares, strict=True):
        if found:
            found.append(Word(joint, "dim"))
        found.append(Word(f"{each.number} ", "dim"))
        found.append(Word(cut(each.text or LEFT_OUT, share - 2), "" if each.number == choice.base else "for"))
    return found or [Word(LEFT_OUT, "dim")]


def _one(choice: Choice, wording: Alternative, width: int) -> list[Word]:
    words = cut(wording.text, max(_LEAST, width - 2))
    if choice.base == 0:
        return [Word("+ ", "for"), Word(words, "for")]
    if choice.kind is ChoiceKind.PASSAGE:
        return [Word("¶ ", "dim"), Word(words)]
    return [Word(f"[{words}]")]


def _shares(wanted: Sequence[int], width: int) -> list[int]:
    """So many cells for each that what the short ones leave goes to the long ones."""
    shares = [0] * len(wanted)
    left = max(width, _LEAST * len(wanted))
    for rank, index in enumerate(sorted(range(len(wanted)), key=lambda each: wanted[each])):
        shares[index] = max(1, min(wanted[index], left // (len(wanted) - rank)))
        left -= shares[index]
    return [max(_LEAST, share) for share in shares]


def decided(decision: Decision) -> str:
    """What a decision does: `accept 2`, `leave it out`, `merge of 1, 3`, `park`."""
    if decision.alternative == 0:
        return LEFT_OUT
    if decision.alternative is not None:
        return f"accept {decision.alternative}"
    of = f" of {', '.join(map(str, decision.sources))}" if decision.sources else ""
    return f"{decision.act.value}{of}"


def moment(at: str) -> str:
    """A moment of the log for people, in UTC: `2026-03-04 14:05`."""
    day, _, time = at.partition("T")
    return f"{day} {time[:5]}"
