"""Lengths of the page, in twentieths of a point, as Word counts them."""

from __future__ import annotations

import unicodedata

STEP = 567
"""One centimetre: how far each level of items stands further in."""

A4 = (11906, 16838)
"""Width and height of an upright page."""

MARGIN = 1417
"""Two and a half centimetres on each side."""

_WIDE, _CAPITAL, _SMALL, _THIN = 220, 150, 112, 62
_GAP = 120


def label_width(label: str) -> int:
    """About how much room a label takes in front of its text, with the gap behind it."""
    return sum(map(_width, label.rstrip("\t"))) + _GAP


def hanging(label: str) -> int:
    """How far the text stands behind the start of its label, in steps of half a centimetre, at least one centimetre."""
    half = STEP // 2
    return max(STEP, -(-label_width(label) // half) * half)


def _width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    if character.isupper():
        return _CAPITAL
    return _SMALL if character.isalnum() else _THIN
