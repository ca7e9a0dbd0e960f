"""The example in six languages, drafts beside themselves, and any text at all."""

from itertools import combinations
from pathlib import Path

import pytest
from aligning.conftest import laid_out
from hypothesis import given
from hypothesis import strategies as st

from negotext.reading import read_bytes, read_text

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
DRAFTS = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
PIECES = st.sampled_from(
    [
        *"[]()“”\n \t–:;,./",
        "[", "]", "\n\n", "5. ", "(a) ", "Article 3 ", "Option 1: ", "US – delete", "EU propose; JP oppose: ",
        "Kenya: supports paragraph 5.\n", "shall", "2030", "5,000", "60 per cent", "twenty-five", "二十", "应", "قرر",
        "[Chair’s alternative for paragraph 5:\n", "\f", "1  Footnote.\n", "٤٠", "和",
    ]
)  # fmt: skip


PAIRS = list(combinations(LANGUAGES, 2))


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda language: language)
def test_the_example_is_the_same_in_six_languages(root, one, other):
    paths = [root / "examples" / f"water-plan.{language}.txt" for language in (one, other)]
    first, second = (read_bytes(path.read_bytes(), path.name) for path in paths)
    assert (first.language, second.language) == (one, other)
    found = laid_out(first, second)
    shown = [
        (
            fault.kind.value,
            fault.paragraph,
            fault.what,
            fault.spans[fault.present].of((first, second)[fault.present].source.text),
        )
        for fault in found.faults
    ]
    assert shown == []


def all_paired(draft) -> bool:
    found = laid_out(draft, draft)
    return (
        found.faults == ()
        and all(pair.passages[0] == pair.passages[1] for pair in found.pairs)
        and all(pair.choices[0] == pair.choices[1] for pair in found.choices)
    )


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_an_example_beside_itself(path):
    assert all_paired(read_bytes(path.read_bytes(), path.name))


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_beside_itself(text):
    assert all_paired(read_text(text, language="en"))


@given(st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map("".join))
def test_any_two_texts_are_laid_out_without_losing_anything(one, other):
    drafts = read_text(one, language="en"), read_text(other, language="zh")
    found = laid_out(*drafts)
    for side in (0, 1):
        passages = [pair.passages[side] for pair in found.pairs if pair.passages[side]]
        assert len(passages) == len(laid_out(drafts[side], drafts[side]).pairs)
        assert len(set(map(id, passages))) == len(passages)
    for fault in found.faults:
        for span, draft in zip(fault.spans, drafts, strict=True):
            assert 0 <= span.start <= span.end <= len(draft.source.text)
