"""Labels in figures: `Article 3`, `第三条` and `المادة ٣` are the same place."""

from __future__ import annotations

import re

from .han import HAN_NUMERALS, han_value

_SUFFIXES = {
    name: str(number)
    for number, name in enumerate("bis ter quater quinquies sexies septies octies novies decies".split(), 2)
}
_PART = re.compile(
    rf"\d+|之[{HAN_NUMERALS}]+|[{HAN_NUMERALS}]+|(?<![^\W\d_])(?:{'|'.join(_SUFFIXES)})(?![^\W\d_])"
    r"|(?<=\()[^\W\d_]{1,5}(?=\))|(?<![^\W_])[A-Za-zа-яА-Я](?![^\W_])",
    re.IGNORECASE,
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC = "ابجدهوزحطيكلمنسعفصقرشت"
_SAME_LETTER = str.maketrans("أإآى", "اااي")


def label_key(label: str) -> tuple[str, ...]:
    """The parts of a label as figures, letters by their place in the alphabet; nothing for a label without any."""
    # An alternative of the chair is numbered apart.
    chair = ("C",) if re.match(r"C\d", label) else ()
    return chair + tuple(_figure(part) for part in _PART.findall(label[len(chair) :]))


def _figure(part: str) -> str:
    folded = part.lower().translate(_SAME_LETTER)
    if folded.isdecimal():
        return str(int(folded))
    if folded in _SUFFIXES:
        return f"+{_SUFFIXES[folded]}"
    if folded.startswith("之"):
        return f"+{han_value(folded[1:])}"
    if (value := han_value(folded)) is not None:
        return str(value)
    alphabet = next((letters for letters in (_CYRILLIC, _ARABIC) if len(folded) == 1 and folded in letters), "")
    place = alphabet.find(folded)
    return _LATIN[place] if alphabet and place < len(_LATIN) else folded
