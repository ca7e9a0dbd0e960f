"""Parentheses that stand for brackets: those that carry an attribution, and the words such a one is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotext.blocks.openers import opens_statement
from negotext.languages import Lexicon, Registry
from negotext.source import Flow, paired

_PARENTHESES = re.compile(r"[（(]([^（）()\[\]［］]{1,400})[)）]")
# The label of an item at the beginning of its line is no bracket, whatever stands behind it.
_LABEL = re.compile(r"[^\W\d_\u3400-\u9fff]{1,2}|[ivxlc]{1,6}|\d{1,3}|[一二三四五六七八九十]{1,3}", re.IGNORECASE)
_TIE = re.compile(r"——|—|–|--|－－")
_CODE = re.compile(r"[A-Z]{2,3}(?![A-Za-z])")
_QUOTE_THEN = re.compile(r"[”\"»」]\s*[,，،]?\s*")
_LISTED = re.compile(r"\s*(?:[/、,，;；،؛+＋]|\band\b|和|及)\s*|\s+")
_ENDS = re.compile(r"\s*(?:$|[;；,，،؛。.、/])")
_REACTION = re.compile(r"\s*[\[［（(]([^\[\]［］（）()]{1,200})[\]］）)]")


def attributed_parentheses(flow: Flow, lexicon: Lexicon, registry: Registry) -> Iterator[tuple[int, int]]:
    """Offsets of the opening and the closing character of each pair of parentheses to be read as a bracket."""
    text = flow.text
    for match in _PARENTHESES.finditer(text):
        words = paired(flow.wording(match.start(1), match.end(1)))
        if not words or (_LABEL.fullmatch(words) and _begins_line(text, match.start())):
            continue
        behind = text[max(0, match.start() - 4) : match.start()].rstrip()[-1:] in ("]", "］")
        if (
            _attributed(words, lexicon, registry)
            or (behind and _only_names(words, registry))
            or _reacted_to(text, match.end(), flow, lexicon, registry)
        ):
            yield match.start(), match.end() - 1


def _begins_line(text: str, at: int) -> bool:
    return not text[max(text.rfind("\n", 0, at) + 1, at - 80) : at].strip()


def _attributed(words: str, lexicon: Lexicon, registry: Registry) -> bool:
    if opens_statement(words, lexicon, registry):
        return True
    quoted = words[0] in '“"«「„'
    for tie in _TIE.finditer(words):
        if (quoted or tie.group() == "——") and _names_someone(words, tie.end(), lexicon, registry):
            return True
    return quoted and any(_names_someone(words, end.end(), lexicon, registry) for end in _QUOTE_THEN.finditer(words))


def _only_names(words: str, registry: Registry) -> bool:
    """Whether words are a list of delegations and nothing else: `[…] (Egypt, Pakistan)`."""
    at = 0
    while True:
        code = _CODE.match(words, at)
        found = None if code and code.group() in registry.codes else registry.names.at(words, at, len(words))
        if found is None and not (code and code.group() in registry.codes):
            return False
        end = found.end if found is not None else at + len(code.group() if code else "")
        separator = _LISTED.match(words, end)
        if end >= len(words) or separator is None:
            return end >= len(words)
        at = separator.end()


def _names_someone(words: str, at: int, lexicon: Lexicon, registry: Registry) -> bool:
    while at < len(words) and words[at] == " ":
        at += 1
    code = _CODE.match(words, at)
    if code and code.group() in registry.codes:
        end = code.end()
    else:
        found = registry.names.at(words, at, len(words))
        if found is None:
            return False
        end = found.end
    if _ENDS.match(words, end) or _TIE.match(words, end):
        return True
    verb = lexicon.words.at(words.lower(), end + (words[end : end + 1] == " "), len(words))
    return verb is not None and (verb.value == "propose" or verb.value.startswith("verb:"))


def _reacted_to(text: str, end: int, flow: Flow, lexicon: Lexicon, registry: Registry) -> bool:
    """Whether a bracket right behind the parentheses says what somebody wants done with the words in them."""
    following = _REACTION.match(text, end)
    if following is None:
        return False
    words = flow.wording(following.start(1), following.end(1))
    if not opens_statement(words, lexicon, registry):
        return False
    tie = re.search(r"[:：]|——|—|–", words)
    rest = words[tie.end() :].lstrip() if tie else ""
    verb = lexicon.words.at(rest.lower(), 0, len(rest))
    return verb is not None and verb.value.startswith("verb:")
