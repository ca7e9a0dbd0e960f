"""A choice, a decision and a position in few words."""

from __future__ import annotations

from negotext.model import Choice, Decision, Stance
from negotext.query.in_short import LEFT_OUT, Role, quotation
from negotext.query.in_short import in_short as parts

from ..lines_wrap import cells
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

_LEAST = 6
_ROLES = {Role.SIGN: "dim", Role.PROPOSED: "for", Role.DRAFT: ""}


def quoted(words: str, width: int) -> str:
    """Words in quotation marks, in so many cells; straight ones around curved ones. Nothing is `leave it out`."""
    if not words:
        return LEFT_OUT
    left, right = quotation(words)
    return f"{left}{cut(words, max(_LEAST, width - 2))}{right}"


def in_short(choice: Choice, width: int, withdrawn: frozenset[int] = frozenset()) -> list[Word]:
    """What a choice is between, in so many cells; the signs are those of `negotext.query.in_short`.

    Args:
        choice: the choice.
        width: cells.
        withdrawn: numbers of alternatives that are no longer on the table.
    """
    wordings = [each for each in choice.alternatives[1:] if each.number not in withdrawn]
    found = [
        Word(part.text, _ROLES[part.role])
        for part in parts(choice, wordings, width, cells=cells, cut=cut, least=_LEAST)
    ]
    return found or [Word(LEFT_OUT, "dim")]


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
