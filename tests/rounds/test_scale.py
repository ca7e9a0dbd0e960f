"""Ten thousand blocks against ten thousand: candidates come from an index, and nothing is compared with everything."""

import random
import time
from itertools import pairwise

import pytest

from negotext.model import Choice
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.rounds import Happening, compare_rounds, match_blocks

BLOCKS = 10_000
# Far above what it takes, and far below what comparing each with each would.
SECONDS = 60


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    rng = random.Random(5)
    rare = ["".join(rng.choices("abcdefghijklmnoprstuvw", k=7)) for _ in range(3_000)]
    common = "the of and to in shall be on for with".split()
    return [
        " ".join(rng.choice(common) if rng.random() < 0.4 else rng.choice(rare) for _ in range(30)).capitalize() + "."
        for _ in range(BLOCKS)
    ]


def draft_of(paragraphs: list[str]):
    return read_text("\n\n".join(f"{at % 999 + 1}. {words}" for at, words in enumerate(paragraphs)), language="en")


def timed(old, new):
    start = time.perf_counter()
    matches = match_blocks(old, new)
    assert time.perf_counter() - start < SECONDS
    return matches


def test_each_paragraph_reworded_and_some_moved(paragraphs):
    rng = random.Random(6)
    new = [words.replace(" the ", " a ", 1).replace(" and ", " or ", 1) for words in paragraphs]
    for _ in range(50):
        new.insert(rng.randrange(BLOCKS - 1), new.pop(rng.randrange(BLOCKS)))
    matches = timed(draft_of(paragraphs), draft_of(new))
    assert len(matches) == BLOCKS
    assert sum(Happening.MOVED in match.happened for match in matches) <= 50


def test_two_texts_that_have_nothing_in_common(paragraphs):
    old, new = draft_of(paragraphs[: BLOCKS // 2]), draft_of(paragraphs[BLOCKS // 2 :])
    matches = timed(old, new)
    assert sum(match.happened in ((Happening.NEW,), (Happening.GONE,)) for match in matches) > 0.99 * len(matches)


def test_a_long_draft_full_of_brackets(paragraphs):
    bracketed = [
        words.replace(" ", " [", 1).replace(" ", "][in most cases] ", 2).replace("][in most cases] [", " [", 1)
        for words in paragraphs[:2_000]
    ]
    settled = [
        words if at % 3 else words.replace("[", "").replace("][in most cases]", "")
        for at, words in enumerate(bracketed)
    ]
    old, new = draft_of(bracketed), draft_of(settled)
    before, after = choices_of(old), choices_of(new)
    start = time.perf_counter()
    found = compare_rounds(old, new, before, after)
    assert time.perf_counter() - start < SECONDS
    assert len(found.choices) + len(found.closed) == len(before)


def test_one_paragraph_with_a_thousand_choices():
    words = [f"w{at} [a{at}][b{at}]" for at in range(1_000)]
    old = read_text("1. " + " ".join(words) + "\n", language="en")
    new = read_text(
        "1. " + " ".join(each.replace("[a7]", "a7").replace("[b7]", "") for each in words) + "\n", language="en"
    )
    start = time.perf_counter()
    found = compare_rounds(old, new, choices_of(old), choices_of(new))
    assert time.perf_counter() - start < SECONDS
    assert [each.text for each in found.closed] in (["a7"], ["a7", ""])
    ordered: list[Choice] = [match.old for match in found.choices]
    assert all(one.span.start < two.span.start for one, two in pairwise(ordered))
