"""Dates as documents print them, in the languages of the United Nations (CLDR, through babel)."""

from __future__ import annotations

from datetime import date

# Documents of the United Nations are in British English: 4 March 2026.
_LOCALES = {"en": "en_GB"}


def printed_date(day: date, language: str) -> str:
    """`4 March 2026`, `2026年3月4日`."""
    from babel.dates import format_date

    return format_date(day, "long", locale=_LOCALES.get(language, language))
