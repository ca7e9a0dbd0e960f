"""Numbers in Chinese characters."""

from __future__ import annotations

import re

HAN_NUMERALS = "〇零一二两三四五六七八九十百千万亿"
_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}
# What is counted in tens, hundreds, thousands, each with its digit but the first ten: `百计` and `万一` are words.
_COUNTED = re.compile(
    "(?:十|[一二两三四五六七八九][十百千]|[一二两三四五六七八九][万亿])[〇零一二两三四五六七八九十百千万亿]*"
)


def han_value(text: str) -> int | None:
    """The number that `text` says in Chinese characters, None where it says none: `二十五`, `二〇三〇`, `三万`."""
    if not text or any(character not in HAN_NUMERALS for character in text):
        return None
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total = section = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _UNITS:
            section += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            total += (section + digit or 1) * _GROUPS[character]
            section = digit = 0
    return total + section + digit


def is_firm(text: str) -> bool:
    """Whether characters that can be a number are hardly anything else: more than ten, and put together as one."""
    if all(character in _DIGITS for character in text):
        return len(text) == 4 and ("〇" in text or "零" in text)
    return len(text) > 1 and _COUNTED.fullmatch(text) is not None
