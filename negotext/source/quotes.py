"""Quotation marks as they were meant: `”shall“`, `“shall“` and `”shall”` are all `“shall”`.

Typists, programs and extractions from PDF mix the two marks. What tells them apart is what stands beside them. Where
they are right, nothing is done, and nothing is done where they cannot be told.
"""

from __future__ import annotations

import re

_MARK = re.compile('[“”„"]')
_RIGHT = re.compile('(?:“”|„[“”]|"")*')
# All the wrong way round, or all the same mark: between Han characters nothing else tells which is which.
_TURNED = re.compile('(?:”“)+|(?:““)+|(?:””)+|(?:“")+|(?:"”)+|(?:”")+|(?:"“)+')
_SENTENCE = re.compile("[^。！？；]+[。！？；]*|[。！？；]+")
_PAIRS = frozenset({"“”", "„“", "„”", '""'})
_LETTER = re.compile("[^\\W_\u3400-\u9fff]")
# Arabic writes conjunctions and prepositions together with the word behind them.
_JOINED = re.compile(r"(?:^|[^\w])[وفبلك]ـ?\Z")
_OPENS_BEHIND = "([{<（［《-–—/:：،,，;；’'"
_CLOSES_BEHIND = ".,!?…)]}%。，！？）］》\ufffc"


def paired(words: str) -> str:
    """The same words, and as many characters, with marks that belong together as `“` and `”`."""
    marks = "".join(_MARK.findall(words))
    if not marks or _RIGHT.fullmatch(marks):
        return words
    places = [mark.start() for mark in _MARK.finditer(words)]
    turned = _TURNED.fullmatch(marks) is not None
    sentences = [] if turned else _SENTENCE.findall(words)
    if len(sentences) > 1 and all(len(_MARK.findall(each)) % 2 == 0 for each in sentences):
        return "".join(paired(each) for each in sentences)  # each typed in its own way
    meant = list(words)
    index = 0
    while index + 1 < len(places):
        opening, closing = places[index], places[index + 1]
        if turned:
            together = _may_open(words, opening) and _may_close(words, closing)
        else:
            together = _opens(words, opening) and _closes(words, closing)
        if together and marks[index : index + 2] not in _PAIRS:
            meant[opening], meant[closing] = "“", "”"
        index += 2 if together or marks[index : index + 2] in _PAIRS else 1
    return "".join(meant)


def _may_open(words: str, at: int) -> bool:
    """Whether no letter touches a mark in front; Han characters do."""
    return at == 0 or _LETTER.match(words[at - 1]) is None or _JOINED.search(words, max(0, at - 3), at) is not None


def _may_close(words: str, at: int) -> bool:
    return at + 1 == len(words) or _LETTER.match(words[at + 1]) is None


def _opens(words: str, at: int) -> bool:
    """Whether a mark can only open: nothing in front that could be quoted, and something behind."""
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    return _may_open(words, at) and (not before or before.isspace() or before in _OPENS_BEHIND) and _is_quoted(after)


def _closes(words: str, at: int) -> bool:
    """Whether a mark can only close."""
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    return _may_close(words, at) and (_is_quoted(before) or before in _CLOSES_BEHIND) and not _is_quoted(after)


def _is_quoted(character: str) -> bool:
    """Whether it is a character of a word."""
    return character.isalnum()
