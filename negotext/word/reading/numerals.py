"""Numbers as the automatic numbering of Word writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HAN = "〇一二三四五六七八九"
_HAN_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC_LETTERS, _ABJAD = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي", "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HINDU_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
# Beyond this a file is not numbering paragraphs.
_MOST = 1_000_000


def numeral(number: int, form: str) -> str:
    """A number in a format of Word (`w:numFmt`); in digits where the format is unknown or has no such number."""
    if form in {"none", "bullet"}:
        return ""
    write = _FORMS.get(form)
    return write(number) if write is not None and 0 < number <= _MOST else str(number)


def _letters(number: int, alphabet: Sequence[str]) -> str:
    """A … z, aa, bb …: Word repeats the letter. A file that numbers beyond a line of letters gets digits."""
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (times + 1) if times < 30 else str(number)


def _roman(number: int) -> str:
    if number > 9999:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _han(number: int, digits: str = _HAN, units: str = "十百千") -> str:
    """一, 十, 十一, 二十, 一百〇五."""
    if number > 9999:
        return str(number)
    written, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            gap = bool(written)
            continue
        written += (digits[0] if gap else "") + digits[digit] + (units[power - 1] if power else "")
        gap = False
    short = digits is _HAN and 10 <= number < 20
    return written[1:] if short else written


def _cycle(number: int, signs: str) -> str:
    return signs[(number - 1) % len(signs)]


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _cardinal_text(number: int) -> str:
    if number >= 100:
        return str(number)
    if number < 20:
        return _TEENS[number]
    tens, rest = divmod(number, 10)
    return _TENS[tens] + (f"-{_TEENS[rest]}" if rest else "")


def _ordinal_text(number: int) -> str:
    if number >= 100:
        return _ordinal(number)
    head, dash, last = _cardinal_text(number).rpartition("-")
    last = _ORDINALS.get(last) or (last[:-1] + "ie" if last.endswith("y") else last) + "th"
    return head + dash + last


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": lambda number: _letters(number, "abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": lambda number: _letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _cardinal_text(number).capitalize(),
    "ordinalText": lambda number: _ordinal_text(number).capitalize(),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "ideographDigital": lambda number: "".join(_HAN[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(_HAN[int(digit)] for digit in str(number)),
    "taiwaneseDigital": lambda number: "".join(_HAN[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: _han(number, _HAN_FORMAL, "拾佰仟"),
    "ideographTraditional": lambda number: _cycle(number, _STEMS),
    "ideographZodiac": lambda number: _cycle(number, _BRANCHES),
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "ideographEnclosedCircle": _circled,
    "numberInDash": lambda number: f"- {number} -",
    "russianLower": lambda number: _letters(number, _RUSSIAN),
    "russianUpper": lambda number: _letters(number, _RUSSIAN.upper()),
    "arabicAlpha": lambda number: _letters(number, _ARABIC_LETTERS),
    "arabicAbjad": lambda number: _letters(number, _ABJAD),
    "hindiNumbers": lambda number: str(number).translate(_HINDU_ARABIC),
}
