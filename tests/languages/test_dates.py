"""Dates as documents print them."""

from datetime import date

import pytest

from negotext.languages.dates import printed_date


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("ar", "4 مارس 2026"),
        ("en", "4 March 2026"),
        ("es", "4 de marzo de 2026"),
        ("fr", "4 mars 2026"),
        ("ru", "4 марта 2026\u202fг."),
        ("zh", "2026年3月4日"),
    ],
)
def test_a_date_in_each_language(language, printed):
    assert printed_date(date(2026, 3, 4), language).replace("\xa0", "\u202f") == printed
