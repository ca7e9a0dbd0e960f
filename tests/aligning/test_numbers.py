"""Numbers in six languages: what they mean, and which of them are beyond doubt."""

from decimal import Decimal

import pytest

from negotext.aligning.han import han_value
from negotext.aligning.labels import label_key
from negotext.aligning.numbers import numbers_in
from negotext.model import Span


def firm(text: str, language: str) -> list[tuple[str, set[Decimal]]]:
    found = numbers_in(text, Span(0, len(text)), language)
    return [(number.span.of(text), set(number.values)) for number in found if number.firm]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("5,000 ships", "en", 5000),
        ("5 000 navires", "fr", 5000),
        ("5\u202f000 navires", "fr", 5000),
        ("٥٬٠٠٠ سفينة", "ar", 5000),
        ("6500万美元", "zh", 65_000_000),
        ("65 million dollars", "en", 65_000_000),
        ("65 млн долл.", "ru", 65_000_000),
        ("65 ملايين", "ar", 65_000_000),
        ("65 millones", "es", 65_000_000),
        ("百分之二十五", "zh", 25),
        ("二〇三〇年", "zh", 2030),
        ("2,5 fois", "fr", Decimal("2.5")),
    ],
)
def test_a_number_is_the_same_in_every_script(text, language, value):
    ((_, values),) = firm(text, language)
    assert value in values


@pytest.mark.parametrize(
    ("text", "language"),
    [("the Group of 77 and China", "en"), ("MX14 and G77", "en"), ("一个统一的办法，万一不成", "zh"), ("3月", "zh")],
)
def test_names_and_words_are_no_numbers(text, language):
    assert firm(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("twenty-five", "en", 25),
        ("vingt-cinq", "fr", 25),
        ("treinta y cinco", "es", 35),
        ("двадцати пяти", "ru", 25),
        ("خمسة وعشرون", "ar", 25),
        ("the twelfth session", "en", 12),
    ],
)
def test_numbers_in_words_are_known(text, language, value):
    found = numbers_in(text, Span(0, len(text)), language)
    assert value in {each for number in found for each in number.values}


@pytest.mark.parametrize(
    ("text", "value"), [("二十五", 25), ("一百零三", 103), ("三万二千", 32_000), ("十", 10), ("二〇三〇", 2030)]
)
def test_chinese_numerals(text, value):
    assert han_value(text) == value


@pytest.mark.parametrize(
    "labels",
    [
        ("Article 3", "第三条", "Статья 3", "المادة ٣"),
        ("5 bis", "5之二", "5 bis"),
        ("5(b)", "5(б)", "5(ب)"),
        ("C10(1)", "C10(1)"),
    ],
)
def test_labels_are_the_same_in_figures(labels):
    assert len({label_key(label) for label in labels}) == 1
