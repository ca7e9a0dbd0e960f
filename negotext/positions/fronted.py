"""Verbs in front of the one who acts, as Arabic and the Russian passive have them, brought behind the names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from negotext.notation import Token

_ACTING = ("VERB", "PROPOSE", "PENDING", "FILLER")
# What can stand before the verb of a clause that has not named anybody yet.
_OBJECTS = (*_ACTING, "TITLE", "PROPOSAL", "PLACE", "QUOTE", "DRAFTING")
_CLAUSE_ENDS = ("STOP", "SEMI", "COMMA", "DASH", "BUT", "CHILD", "LEFT")
_JOINTS = ("SLASH", "LISTED", "AND", "COMMA")


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
            while _kind(tokens, verbs) in _ACTING:
                verbs += 1
            acting = tokens[index:verbs]
            end = _names_end(tokens, verbs)
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
        joins = token.kind == "AND" and _kind(tokens, index + 1) in _ACTING
        if joins or token.kind in _CLAUSE_ENDS or (token.kind in ("AND", "COLON", "WORDS") and not named):
            named, begin = False, len(kept)
        index += 1
    return kept


def _kind(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].kind if 0 <= index < len(tokens) else ""


def _past_title(tokens: Sequence[Token], index: int) -> int:
    return index + 1 if _kind(tokens, index) == "TITLE" else index


def _names_end(tokens: Sequence[Token], start: int) -> int:
    """Index after the names from `start` on that something joins; `start` itself where there is none.

    Without a joint a further name is the object: `أيدت كينيا الهند`.
    """
    index = _past_title(tokens, start)
    if _kind(tokens, index) != "NAME":
        return start
    end = index + 1
    while True:
        index = end
        while _kind(tokens, index) in _JOINTS:
            index += 1
        name = _past_title(tokens, index)
        if index == end or _kind(tokens, name) != "NAME":
            return end
        end = name + 1


def _behalf(tokens: Sequence[Token], index: int) -> tuple[list[Token], int]:
    """`، باسم المجموعة الأفريقية،` behind names: whom they speak for, and the index after it."""
    at = index + 1 if _kind(tokens, index) == "COMMA" else index
    name = _past_title(tokens, at + 1)
    if _kind(tokens, at) != "BEHALF" or _kind(tokens, name) != "NAME":
        return [], index
    closed = at > index and _kind(tokens, name + 1) == "COMMA"
    return [tokens[at], tokens[name]], name + 1 + closed


def _is_aside(kept: Sequence[Token], begin: int, acting: Sequence[Token], tokens: Sequence[Token], rest: int) -> bool:
    """Whether a clause between commas says who backs the proposal around it."""
    enclosed = _kind(kept, len(kept) - 1) == "COMMA" and begin == len(kept) and _kind(tokens, rest) == "COMMA"
    return enclosed and acting[0].value == "support" and _kind(tokens, rest + 1) in _ACTING


def _part_clauses(kept: list[Token], begin: int) -> int:
    """Make the conjunction in front of a clause a separator; returns where the clause begins then."""
    if _kind(kept, begin - 1) != "AND":
        return begin
    comma = _kind(kept, begin - 2) == "COMMA"
    kept[begin - 1 - comma : begin] = [kept[begin - 1]._replace(kind="SEMI")]
    return begin - comma
