"""What is set, written as plain text and read again is the same text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.paper.plain import plain
from negotext.paper.setting import set_text
from negotext.reading import read_bytes, read_text

EXAMPLES = sorted(path.name for path in (Path(__file__).parents[2] / "examples").glob("*.txt"))
CORPUS = (
    "tpp-ip-chapter-2013-08-30.sections-a-d.en.txt",
    "unfccc-geneva-negotiating-text-2015-02-12.en.txt",
    "wo-pbc-35-7-annex.zh.txt",
    "wo-pbc-36-12-annex-ii.zh.txt",
)


def again(text, language):
    return plain(set_text(read_text(text, language=language)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_come_back(root, name):
    draft = read_bytes((root / "examples" / name).read_bytes(), name)
    words = plain(set_text(draft))
    assert again(words, draft.language) == words


@pytest.mark.parametrize("name", CORPUS)
def test_real_drafts_come_back(shared, name):
    draft = read_bytes((shared / "corpus" / name).read_bytes(), name)
    words = plain(set_text(draft))
    assert again(words, draft.language) == words


@pytest.mark.parametrize("name", CORPUS)
def test_no_word_of_a_real_draft_is_lost(shared, name):
    draft = read_bytes((shared / "corpus" / name).read_bytes(), name)
    left_out = {block.span for block in draft.blocks if block.kind.value == "furniture"}
    text = "".join(b.span.of(draft.source.text) for b in draft.blocks if b.span not in left_out)
    assert letters(plain(set_text(draft))) == letters(text)


def letters(text):
    """How often each letter stands in a text; figures move with the calls of footnotes."""
    return {letter: text.count(letter) for letter in set(text) if letter.isalpha()}


@given(st.text(max_size=200))
def test_any_text_can_be_set(text):
    plain(set_text(read_text(text, language="en")))
