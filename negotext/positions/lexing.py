"""From the clean text of a region to tokens with parts of speech."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from negotext.languages import Lexicon, Registry
from negotext.notation import Token
from negotext.source import CHILD

from .displacing import new_before_old
from .happened import as_happened

_QUOTES = re.compile(
    r"“[^“”]*”|«[^«»]*»|„[^“”„]*[“”]|「[^「」]*」|『[^『』]*』"
    r'|<<[^<>]*>>|"[^"\n]+"|(?<![^\W_])‘[^‘]{1,400}?’(?![^\W_])'
)
_CODES = re.compile(r"(?<![A-Za-z\d.])[A-Z]{2,4}(?=[^A-Za-z]|[a-z]{4}|$)")
# The organ an officer is of: "PBC 主席", "COP President".
_ORGAN = re.compile(r"(?<![A-Za-z])[A-Z]{2,6}\s?\Z")
_MARKS = re.compile(
    r"(?P<DASH>——|—{1,2}|－－|--|[–−](?!\d)|(?<=[\s.,;”\"»’])-(?=\s?[^\W\d]))"
    r"|(?P<COLON>[:：])|(?P<SEMI>[;；؛])|(?P<COMMA>[,，،])|(?P<LISTED>、)|(?P<SLASH>/{1,2}|[+＋](?=\s?[^\W\d_]))"
    r"|(?P<LEFT>[（(])|(?P<RIGHT>[)）])"
    r"|(?P<STOP>[。！？!?؟]|\.(?=\s|$|[”\"»’\])" + CHILD + r"]|-))|(?P<CHILD>" + CHILD + r")"
)
# The Arabic "and" is written together with the word behind it.
_AND_JOINED = "و"
_CLOSING = frozenset('”」』»"')
# What can stand behind a verb of one Han character: a quotation, a pointer, or the end of the clause.
_OBJECT_BEGINS = frozenset('“「『«"第最上本这该此前后。，；、：.,;:]］)）' + CHILD)
_KINDS = {
    "propose": "PROPOSE",
    "pending": "PENDING",
    "filler": "FILLER",
    "behalf": "BEHALF",
    "and": "AND",
    "but": "BUT",
    "rest": "REST",
    "by": "BY",
    "about": "ABOUT",
    "wording": "DRAFTING",
    "proposal": "PROPOSAL",
    "title": "TITLE",
    "suffix": "SUFFIX",
    "instead": "INSTEAD",
    "exchange": "EXCHANGE",
    "proviso": "PROVISO",
    "that": "THAT",
    "self": "SELF",
    "where": "WHERE",
    "backed": "BACKED",
}


def names_in(clean: str, registry: Registry) -> Iterator[Token]:
    """Tokens of the delegations named in a text, as words or as codes."""
    for found in registry.find(clean):
        organ = _ORGAN.search(clean, max(0, found.start - 8), found.start) if found.value in registry.roles else None
        start = organ.start() if organ else found.start
        for letter in registry.proclitics.get(clean[found.start : found.end], ""):
            yield Token("AND" if letter in "وف" else "TITLE", start, start + 1, letter)
            start += 1
        yield Token("NAME", start, found.end, found.value)
    for match in _CODES.finditer(clean):
        code = registry.codes.get(match.group())
        if code is not None:
            yield Token("NAME", match.start(), match.end(), code)


def tokenize(clean: str, known: Iterable[Token], unknown: Iterable[Token], lexicon: Lexicon) -> list[Token]:
    """All tokens of a region, covering its words; what no rule knows is a `WORDS` token.

    Quoted words are one token and nothing in them is read. Where two readings overlap the earlier one stands,
    and at the same place a name goes before a pointer, and a pointer before a word of the lexicon.
    """
    quotes = [Token("QUOTE", m.start(), m.end(), clean[m.start() + 1 : m.end() - 1]) for m in _QUOTES.finditer(clean)]
    ranked: list[tuple[int, int, Token]] = [(token.start, 0, token) for token in quotes]
    ranked += [(token.start, 1, token) for token in known]
    ranked += [(token.start, 2, token) for token in unknown]
    ranked += [(token.start, 3, token) for token in _places(clean, lexicon)]
    for found in lexicon.words.find(clean):
        if not _stands_alone(clean, found.start, found.end, found.value):
            continue
        role, _, stance = found.value.partition(":")
        kind = "VERB" if role == "verb" else _KINDS[role]
        start = found.start
        if clean[start] == _AND_JOINED and lexicon.words.get(clean[start + 1 : found.end]) == found.value:
            # "وتؤيد": the conjunction is a word of its own
            ranked.append((start, 4, Token("AND", start, start + 1)))
            start += 1
        end = found.end
        if stance == "comment" and (that := _that_behind(clean, start, end, lexicon)):
            ranked.append((that, 4, Token("THAT", that, end)))
            end = that - 1
        ranked.append((start, 4, Token(kind, start, end, stance)))
    for match in _MARKS.finditer(clean):
        ranked.append((match.start(), 5, Token(match.lastgroup or "", match.start(), match.end(), match.group())))
    ranked.sort(key=lambda entry: (entry[0], entry[1], -entry[2].end))
    tokens: list[Token] = []
    at = 0
    for start, _, token in ranked:
        if start < at:
            continue
        tokens += _words(clean, at, start)
        tokens.append(token)
        at = token.end
    tokens += _words(clean, at, len(clean))
    if len(quotes) > 1:
        tokens = new_before_old(tokens, clean, lexicon.forms["displacing"])
    return as_happened(tokens, clean, lexicon.forms["happened"])


def _stands_alone(clean: str, start: int, end: int, role: str) -> bool:
    """Whether a single Han character is the word of the lexicon, and not the first part of a longer word."""
    if role == "where":
        return clean[start - 1 : start] in _CLOSING
    if end - start > 1 or clean[start].isascii() or not role.startswith("verb"):
        return True
    return end == len(clean) or clean[end] in _OBJECT_BEGINS


def _that_behind(clean: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the conjunction begins with which a verb of saying ends: `observa que`; 0 where there is none."""
    last = clean.rfind(" ", start, end) + 1
    return last if last > start and lexicon.words.get(clean[last:end]) == "that" else 0


def _places(clean: str, lexicon: Lexicon) -> Iterator[Token]:
    for place in lexicon.places:
        for match in place.pattern.finditer(clean):
            if match.end() > match.start():
                yield Token("PLACE", match.start(), match.end(), place.kind)


def _words(clean: str, start: int, end: int) -> list[Token]:
    words = clean[start:end]
    stripped = words.strip()
    if not stripped:
        return []
    first = start + len(words) - len(words.lstrip())
    return [Token("WORDS", first, first + len(stripped), stripped)]
