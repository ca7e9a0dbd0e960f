"""What Word has to know of a language: its tag, the fonts, the direction."""

from __future__ import annotations

import re

TAGS = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fa": "fa-IR",
    "fr": "fr-FR",
    "he": "he-IL",
    "it": "it-IT",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "pt": "pt-PT",
    "ru": "ru-RU",
    "zh": "zh-CN",
}
"""Tags for proofing tools; a code that is not here stands for itself."""

SERIF = "Times New Roman"
"""For Latin, Cyrillic, Greek and Arabic: every word processor has it, or another of the same widths."""

_EAST_ASIAN = {"zh": "SimSun", "ja": "MS Mincho", "ko": "Batang"}
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_FROM_LEFT = re.compile("[A-Za-z\u00c0-\u02af\u0370-\u052f]")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def tag(language: str) -> str:
    """`en-GB` for `en`."""
    return TAGS.get(language, language or "en-GB")


def is_east_asian(language: str) -> bool:
    """Whether it is written in Chinese, Japanese or Korean characters."""
    return language in _EAST_ASIAN


def is_right_to_left(language: str) -> bool:
    """Whether its lines run from right to left."""
    return language in _RIGHT_TO_LEFT


def reads_from_right(text: str) -> bool:
    """Whether a stretch of a text that runs from right to left does, too: names in Latin letters do not."""
    return bool(_FROM_RIGHT.search(text)) or not _FROM_LEFT.search(text)


def fonts(language: str) -> str:
    """`w:rFonts` of a document in this language: one font for each of the scripts that Word tells apart."""
    east = _EAST_ASIAN.get(language, _EAST_ASIAN["zh"])
    return f'<w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:eastAsia="{east}" w:cs="{SERIF}"/>'


def languages(language: str) -> str:
    """`w:lang` of a document in this language."""
    own = tag(language)
    latin = "en-GB" if is_east_asian(language) or is_right_to_left(language) else own
    east = own if is_east_asian(language) else "zh-CN"
    bidi = own if is_right_to_left(language) else "ar-SA"
    return f'<w:lang w:val="{latin}" w:eastAsia="{east}" w:bidi="{bidi}"/>'


def language_of_run(language: str) -> str:
    """`w:lang` of a run in another language than the document."""
    own = tag(language)
    if is_east_asian(language):
        return f'<w:lang w:eastAsia="{own}"/>'
    return f'<w:lang w:bidi="{own}"/>' if is_right_to_left(language) else f'<w:lang w:val="{own}"/>'
