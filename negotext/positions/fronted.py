"""Verbs in front of the one who acts, as Arabic and the Russian passive have them, brought behind the names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from negotext.notation import Token

from .names import kind_at, names_end, past_title

_ACTING = ("VERB", "PROPOSE", "PENDING", "FILLER")
# What can stand before the verb of a clause that has not named anybody yet.
_OBJECTS = (*_ACTING, "TITLE", "PROPOSAL", "PLACE", "QUOTE", "DRAFTING")
_CLAUSE_ENDS = ("STOP", "SEMI", "COMMA", "DASH", "BUT", "CHILD", "LEFT")


def verbs_behind(tokens: Sequence[Token], clean: str, fronted: re.Pattern[str]) -> list[Token]:
    """`تقترح الجزائر حذف`, `предложено Алжиром`: the verb goes behind the names of its clause.

    Args:
        tokens: as the lexer gives them.
        clean: the text of the region.
        fronted: which verbs of the language can stand in front; it matches none where verbs never do.
    """
    kept: list[Token] = []
    index, begin, named = 0, 0, False  # `begin` is where in `kept` the clause begins
    while index < len(tokens):
        token = tokens[index]
        if not named and token.kind in _ACTING and all(before.kind in _OBJECTS for before in kept[begin:]):
            verbs = index
            while kind_at(tokens, verbs) in _ACTING:
                verbs += 1
            acting = tokens[index:verbs]
            # Without a joint a further name is the object: "أيدت كينيا الهند".
            end = names_end(tokens, verbs)
            if end > verbs and any(fronted.fullmatch(clean, verb.start, verb.end) for verb in acting):
                behalf, rest = _behalf(tokens, end)
                if _is_aside(kept, begin, acting, tokens, rest):
                    # "طلبت باكستان، تؤيدها إندونيسيا، حذف": who backs the proposal stands within it.
                    kept += [acting[0]._replace(kind="BACKED"), *tokens[verbs:end]]
                else:
                    begin = _part_clauses(kept, begin)
                    said = [t._replace(kind="FILLER") if t.kind == "TITLE" else t for t in kept[begin:]]
                    kept[begin:] = [*tokens[verbs:end], *behalf, *said, *acting]
                    begin = len(kept)
                index = rest
                continue
        kept.append(token)
        named = named or token.kind == "NAME"
        joins = token.kind == "AND" and kind_at(tokens, index + 1) in _ACTING
        if joins or token.kind in _CLAUSE_ENDS or (token.kind in ("AND", "COLON", "WORDS") and not named):
            named, begin = False, len(kept)
        index += 1
    return kept


def _behalf(tokens: Sequence[Token], index: int) -> tuple[list[Token], int]:
    """`، باسم المجموعة الأفريقية،` behind names: whom they speak for, and the index after it."""
    at = index + 1 if kind_at(tokens, index) == "COMMA" else index
    name = past_title(tokens, at + 1)
    if kind_at(tokens, at) != "BEHALF" or kind_at(tokens, name) != "NAME":
        return [], index
    closed = at > index and kind_at(tokens, name + 1) == "COMMA"
    return [tokens[at], tokens[name]], name + 1 + closed


def _is_aside(kept: Sequence[Token], begin: int, acting: Sequence[Token], tokens: Sequence[Token], rest: int) -> bool:
    """Whether a clause between commas says who backs the proposal around it."""
    enclosed = kind_at(kept, len(kept) - 1) == "COMMA" and begin == len(kept) and kind_at(tokens, rest) == "COMMA"
    return enclosed and acting[0].value == "support" and kind_at(tokens, rest + 1) in _ACTING


def _part_clauses(kept: list[Token], begin: int) -> int:
    """Make the conjunction in front of a clause a separator; returns where the clause begins then."""
    if kind_at(kept, begin - 1) != "AND":
        return begin
    comma = kind_at(kept, begin - 2) == "COMMA"
    kept[begin - 1 - comma : begin] = [kept[begin - 1]._replace(kind="SEMI")]
    return begin - comma
