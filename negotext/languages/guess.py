"""Recognising the language of a draft by its script and its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from .data import load_toml

# Enough of a draft to tell; long drafts do not change their language after it.
_SAMPLE = 40_000
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = {
    "zh": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "ar": re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
# A text that begins in a script is in its language, even where most of the rest is quoted from another.
_SHARE = 0.05


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Words that tell the languages in Latin script apart."""
    words = load_toml("function-words.toml")
    return {language: frozenset(listed) for language, listed in words.items()}


def guess_language(text: str) -> str:
    """The most likely of the six languages; `en` when nothing tells."""
    sample = text[:_SAMPLE]
    latin = len(re.findall("[A-Za-z]", sample))
    first = WORD.search(sample)
    for language, script in SCRIPTS.items():
        # A Han character carries about three times as much text as a letter.
        letters = len(script.findall(sample)) * (3 if language == "zh" else 1)
        begins = first is not None and script.match(first.group()) is not None
        if letters > latin or (begins and letters > _SHARE * latin):
            return language
    # Country codes are no words of any language.
    counts = Counter(word.lower() for word in WORD.findall(sample) if not word.isupper() or len(word) == 1)
    scores = {language: sum(counts[word] for word in words) for language, words in function_words().items()}
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    return best if scores[best] else "en"
