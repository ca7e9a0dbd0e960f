"""Wishes: a verb of proposing with the quoted words it asks for. A clause behind them is about something else."""

from __future__ import annotations

from collections.abc import Sequence

from negotext.notation import Token

_BETWEEN = ("FILLER", "PLACE", "DRAFTING")
_OBJECTS = ("QUOTE", "PLACE", "OBJECT", "REST", "CHILD")


def wish_end(part: Sequence[Token]) -> int:
    """Index behind the quotation that a verb of proposing asks for: `prefers “shall”`; 0 where there is none."""
    for index, token in enumerate(part):
        if token.kind != "PROPOSE":
            continue
        at = index + 1
        while at < len(part) and part[at].kind in _BETWEEN:
            at += 1
        if at < len(part) and part[at].kind == "QUOTE":
            return at + 1
    return 0


def says_more(clause: Sequence[Token], joint: Token) -> bool:
    """Whether a clause behind a wish says something of its own, and not what is to be done with the words asked for.

    Args:
        clause: the tokens up to the next comma or stop.
        joint: the comma or conjunction in front of it.
    """
    acts = [token for token in clause if token.kind not in ("FILLER", "BUT", "POINT")]
    if not acts:
        return False
    first = acts[0]
    if is_saying(acts, 0):
        return True
    if first.kind in ("VERB", "PROPOSE"):
        # "proposes “X”, replacing “Y”" is one thing to do, "proposes “X”, and to delete “Y”" are two.
        changes = first.value == "replace" and joint.value == "COMMA"
        return not changes and any(token.kind in _OBJECTS for token in acts)
    return first.kind == "WORDS" and is_report(acts, 0)


def is_saying(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb says something: `observes`, `adds that`."""
    verb = tokens[index]
    follows = tokens[index + 1].kind if index + 1 < len(tokens) else ""
    return verb.kind == "VERB" and (verb.value == "comment" or (verb.value == "insert" and follows == "THAT"))


def is_report(part: Sequence[Token], verb: int) -> bool:
    """Whether what is said has a sentence of its own behind it: `understands that … has been agreed`.

    Args:
        part: an instruction.
        verb: index of the verb of saying.
    """
    that = next((index for index in range(verb + 1, min(verb + 4, len(part))) if part[index].kind == "THAT"), None)
    if that is None:
        return False
    behind = next((index for index in range(that + 1, len(part)) if part[index].kind != "FILLER"), None)
    if behind is None:
        return True
    first = part[behind]
    should = behind > that + 1
    says = first.kind == "VERB" and (should or first.value in ("support", "oppose", "reserve"))
    return not (says or first.kind in ("QUOTE", "PLACE", "PROPOSE"))
