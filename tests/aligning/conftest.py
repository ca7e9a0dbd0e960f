"""Two small versions of one draft, and faults made in one of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from negotext.aligning import Alignment, align
from negotext.model import Draft
from negotext.outcome import choices_of
from negotext.reading import read_text

FOLDER = Path(__file__).with_name("drafts")
LANGUAGES = ("en", "zh")


def text_of(language: str) -> str:
    return (FOLDER / f"well.{language}.txt").read_text(encoding="utf-8")


def laid_out(first: Draft, second: Draft) -> Alignment:
    return align(first, second, (choices_of(first), choices_of(second)))


@pytest.fixture
def versions() -> Callable[..., tuple[Draft, Draft]]:
    """The two versions; of `en` and `zh` the first words are put in the place of nothing but the second."""

    def versions(**changes: tuple[str, str]) -> tuple[Draft, Draft]:
        drafts = []
        for language in LANGUAGES:
            text = text_of(language)
            if language in changes:
                old, new = changes[language]
                assert text.count(old) == 1
                text = text.replace(old, new)
            drafts.append(read_text(text, language=language))
        return drafts[0], drafts[1]

    return versions
