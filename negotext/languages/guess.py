"""Recognising the language of a draft by its script and its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from .data import load_toml

# Enough of a draft to tell; long drafts do not change their language after it.
_SAMPLE = 40_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "zh": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}


@cache
def _function_words() -> dict[str, frozenset[str]]:
    words = load_toml("function-words.toml")
    return {language: frozenset(listed) for language, listed in words.items()}


def guess_language(text: str) -> str:
    """The most likely of the six languages; `en` when nothing tells."""
    sample = text[:_SAMPLE]
    latin = len(re.findall("[A-Za-z]", sample))
    for language, script in _SCRIPTS.items():
        # A Han character carries about three times as much text as a letter.
        weight = 3 if language == "zh" else 1
        if len(script.findall(sample)) * weight > latin:
            return language
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    scores = {
        language: sum(counts[word] for word in words) for language, words in _function_words().items()
    }
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    return best if scores[best] else "en"
