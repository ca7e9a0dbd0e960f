"""Which paragraphs of a draft are in another language than the draft.

A draft in one language is never divided: only a paragraph of many words, nearly all in the script or with the function
words of another language, is taken for foreign. Words too few to tell go with those around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from negotext.model import Block, Foreign, Tongues

from .guess import SCRIPTS, WORD, function_words, guess_language
from .lexicon import load_lexicon
from .registry import load_registry

# Letters of a script, and words of a Latin one, from which a paragraph can tell its language.
_LETTERS = {"zh": 12, "ar": 40, "ru": 40}
_WORDS = 12
# Function words of its own that such a paragraph has at least, and one word in so many.
_OWN = 4
_ONE_IN = 8
# Those of them that stand between spaces.
_BARE = 3
# So many for each function word of the draft's language in it.
_AGAINST = 5
# Share of its letters that are of its script.
_SHARE = 0.75
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_LATIN_PHRASE = re.compile(rf"(?<![A-Za-zÀ-ɏ])(?:[A-Za-zÀ-ɏ]++[\s,.;:()'’“”\"«»-]++){{{_WORDS - 1}}}")
_TAIL = 40
_ENDS = re.compile(r"[.。!！?？;；:：][)）\]］”\"’»]*\s*\Z")


class _Piece(NamedTuple):
    """Lines that belong together on the page: `start`..`end` of the text, with the language they surely have."""

    start: int
    end: int
    language: str | None


def tongues_of(text: str, main: str) -> Tongues:
    """The languages of a draft whose main one is `main`; stretches in other ones are whole lines."""
    if not _may_be_mixed(text, main):
        return Tongues(main)
    spans = list(_pieces(text))
    # Most drafts end here: a closer look at every piece is for those that have a foreign one.
    if not any(_language(words, main) not in (None, main) for words in _strange(text, spans, main)):
        return Tongues(main)
    pieces = [_Piece(start, end, _language(text[start:end], main)) for start, end in spans]
    parts: list[Foreign] = []
    for language, run in groupby(_settled(text, pieces, main), key=lambda piece: piece.language):
        listed = list(run)
        if language is not None and language != main:
            parts.append(Foreign(listed[0].start, listed[-1].end, language))
    return Tongues(main, tuple(parts))


def tongues_again(text: str, language: str) -> Tongues:
    """The languages of a text that was read before; `language` is the main one it was read in.

    One that was chosen holds for all of the text; the guessed one leaves other paragraphs theirs.
    """
    return tongues_of(text, language) if guess_language(text) == language else Tongues(language)


def by_blocks(tongues: Tongues, blocks: Sequence[Block]) -> Tongues:
    """The same languages for whole blocks: a block is in one language, that of its beginning."""
    if not tongues.foreign:
        return tongues
    parts: list[Foreign] = []
    language = tongues.main
    for block in blocks:
        language = language if block.continues else tongues.at(block.body)
        if language != tongues.main:
            if parts and parts[-1].end == block.span.start and parts[-1].language == language:
                parts[-1] = parts[-1]._replace(end=block.span.end)
            else:
                parts.append(Foreign(*block.span, language))
    return Tongues(tongues.main, tuple(parts))


def _may_be_mixed(text: str, main: str) -> bool:
    """Whether there are so many signs of another language that it is worth looking at each paragraph."""
    if _has_script(text):
        for language, script in SCRIPTS.items():
            if language != main and len(script.findall(text)) >= _LETTERS[language]:
                return True
    if main in SCRIPTS:
        return _LATIN_PHRASE.search(text) is not None
    others = _strange_words(main)
    at = [index for index, word in enumerate(text.lower().split()) if word in others]
    return any(last - first < _OWN * _ONE_IN for first, last in zip(at, at[_BARE - 1 :], strict=False))


def _has_script(text: str) -> bool:
    """Whether there is a letter of a script that is one language's."""
    return not text.isascii() and any(script.search(text) for script in SCRIPTS.values())


def _strange(text: str, spans: Sequence[tuple[int, int]], main: str) -> Iterator[str]:
    """The pieces that may be foreign, by a quick look."""
    others = _strange_words(main) if main not in SCRIPTS else frozenset()
    for start, end in spans:
        words = text[start:end]
        if main in SCRIPTS or _has_script(words) or sum(w in others for w in words.lower().split()) >= _BARE:
            yield words


@cache
def _strange_words(main: str) -> frozenset[str]:
    """Function words of the other languages that are none of `main`."""
    words = function_words()
    return frozenset().union(*words.values()) - words[main]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines: one ends at blank lines, which belong to it, or at a line that ends its sentence."""
    start = at = 0
    ended = False
    for line in text.split("\n"):
        if ended and line.strip():
            yield start, at
            start, ended = at, False
        ended = ended or not line.strip() or _ENDS.search(line[-_TAIL:]) is not None
        at = min(at + len(line) + 1, len(text))
    if start < at:
        yield start, at


def _language(words: str, main: str) -> str | None:
    """The language of a piece that leaves no doubt; None for the others."""
    letters = {language: len(script.findall(words)) for language, script in SCRIPTS.items()}
    latin = len(_LATIN.findall(words))
    # A Han character carries about three times as much text as a letter.
    weighed = {language: count * (3 if language == "zh" else 1) for language, count in letters.items()}
    enough = _SHARE * (latin + sum(weighed.values()))
    for language, weight in weighed.items():
        if letters[language] >= _LETTERS[language] and weight >= enough:
            return language
    return _in_latin(words, main) if latin >= enough else None


def _in_latin(words: str, main: str) -> str | None:
    # Country codes are no words of any language.
    listed = [word.lower() for word in WORD.findall(words) if not word.isupper() or len(word) == 1]
    known = function_words()
    hits = {language: sum(word in known[language] for word in listed) for language in known}
    best = max(hits, key=lambda language: (hits[language], language == main))
    if best == main:
        rival = max(count for language, count in hits.items() if language != main)
        return main if hits[main] >= _BARE and hits[main] >= 2 * rival else None
    if len(listed) < _WORDS:
        return None
    usual = known.get(main, frozenset())
    own = sum(word in known[best] and word not in usual for word in listed)
    against = sum(word in usual and word not in known[best] for word in listed)
    sure = own >= _OWN and own * _ONE_IN >= len(listed) and own >= _AGAINST * against
    return best if sure else None


def _settled(text: str, pieces: list[_Piece], main: str) -> Iterator[_Piece]:
    """The same pieces, each with a language: what cannot tell goes with its neighbours, or with the draft."""
    following: list[str | None] = []
    after: str | None = None
    for piece in reversed(pieces):
        following.append(after)
        after = piece.language or after
    before: str | None = None
    for piece, after in zip(pieces, reversed(following), strict=True):
        if piece.language is not None:
            before = piece.language
            yield piece
            continue
        left, right = before or after or main, after or before or main
        # Where the signs are equal, the first one.
        candidates = list(dict.fromkeys((left if left == right else main, left, right, main)))
        yield piece._replace(language=_likeliest(text[piece.start : piece.end], candidates))


def _likeliest(words: str, candidates: list[str]) -> str:
    if len(candidates) == 1:
        return candidates[0]
    return max(candidates, key=lambda language: _signs(words, language))


def _signs(words: str, language: str) -> int:
    """How much in a few words speaks for a language: letters of its script, or its function words, verbs and names."""
    if language in SCRIPTS:
        return len(SCRIPTS[language].findall(words))
    known = function_words()[language]
    found = sum(word.lower() in known for word in WORD.findall(words) if not word.isupper())
    names = sum(1 for _ in load_registry(language).find(words))
    return found + names + sum(1 for _ in load_lexicon(language).words.find(words))
