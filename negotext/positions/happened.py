"""What was done to the draft before: `the word was deleted` tells it, and asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from negotext.notation import Token

from .names import kind_at

_EDITING = frozenset({"insert", "replace", "delete", "retain", "move", "bracket"})
# What something was done to.
_OBJECTS = ("PLACE", "QUOTE", "CHILD", "PROPOSAL")
_SENTENCE_BEGINS = ("NAME", "STOP", "SEMI", "COLON", "DASH")
# How far (characters) around a verb such words can stand.
_NEAR = 60
# What tells whether a verb asks for something stands at most this many tokens in front of it.
_REACH = 40
# Tokens between a verb and the name behind it: a title.
_TITLED = 2


def as_happened(tokens: Sequence[Token], clean: str, happened: re.Pattern[str]) -> list[Token]:
    """The tokens with verbs that tell what was done before as verbs of saying.

    Args:
        tokens: as the lexer finds them.
        clean: the text of the region.
        happened: what the language puts in front of such a verb, up to the beginning of the verb or further. A group
            `which` says that it is of a clause about the word in front of it, `it` that nobody named did it.
    """
    told = list(tokens)
    for index, token in enumerate(tokens):
        if token.kind != "VERB" or token.value == "comment":
            continue
        near = happened.finditer(clean, max(0, token.start - _NEAR), token.end + _NEAR)
        match = next((each for each in near if each.end() > token.start), None)
        if match is not None and match.start() < token.start and _is_told(told, index, match):
            told[index] = token._replace(value="comment")
    return told


def _is_told(tokens: Sequence[Token], verb: int, match: re.Match[str]) -> bool:
    first = verb
    while first > 0 and tokens[first - 1].end > match.start():
        first -= 1
    forms = match.groupdict()
    # "“X” was deleted by Chile" says what Chile did.
    by = kind_at(tokens, verb + 1) == "BY" and kind_at(tokens, verb + 2) in ("NAME", "TITLE")
    if tokens[verb].value not in _EDITING:
        return bool(forms.get("it")) or (kind_at(tokens, first - 1) in _OBJECTS and not by)
    begin = _sentence(tokens, first)
    named = kind_at(tokens, begin - 1) == "NAME"
    # A verb of saying may stand in front of the names: "أشارت شيلي إلى أن".
    before = range(max(0, begin - 1 - _TITLED) if named else begin, verb)
    if any(tokens[index].kind == "VERB" and tokens[index].value == "comment" for index in before):
        return not any(_asks(tokens, index) for index in before)
    if by or named:
        return bool(forms.get("which"))  # "at the suggestion of Chile “X” was added"
    return first > begin or kind_at(tokens, begin - 1) == "COLON"


def _sentence(tokens: Sequence[Token], end: int) -> int:
    """Index of the first token behind the names, or behind the mark, with which the sentence before `end` begins."""
    nearest = max(0, end - _REACH)
    begins = (index for index in range(end - 1, nearest - 1, -1) if tokens[index].kind in _SENTENCE_BEGINS)
    return next(begins, nearest - 1) + 1


def _asks(tokens: Sequence[Token], index: int) -> bool:
    """Whether what is said behind a token is no fact: `prefers that it was deleted`, `if it was deleted`."""
    behind = index + 1 + (kind_at(tokens, index + 1) == "COMMA")
    wishes = tokens[index].kind == "PROPOSE" and kind_at(tokens, behind) in ("THAT", *_OBJECTS)
    return wishes or tokens[index].kind == "PROVISO"
