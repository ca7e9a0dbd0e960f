"""Finding phrases: the longest, whole words, and words run together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.languages import Found, PhraseBook
from negotext.languages.phrases import expand


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("delete", ["delete"]),
        ("support{,s,ed}", ["support", "supports", "supported"]),
        ("{can,could} {accept,agree}", ["can accept", "can agree", "could accept", "could agree"]),
        ("object{,s}{, to}", ["object", "object to", "objects", "objects to"]),
        ("放在{括号,方括号}{内,中}", ["放在括号内", "放在括号中", "放在方括号内", "放在方括号中"]),
    ],
)
def test_braces_list_variants(pattern, phrases):
    assert list(expand(pattern)) == phrases


VERBS = PhraseBook(
    {"support": 1, "supports": 2, "not support": 3, "no": 4, "propose": 5, "同意": 6, "不同意": 7}, fold=True
)
NAMES = PhraseBook(
    {"Chile": "CL", "CL": "CL", "Niger": "NE", "Nigeria": "NG", "中国": "CN", "77国集团和中国": "G77", "MX": "MX"},
    fold=False,
)


def values(book: PhraseBook, text: str) -> list:
    return [found.value for found in book.find(text)]


@pytest.mark.parametrize(
    ("book", "text", "expected"),
    [
        (VERBS, "we support it", [1]),
        (VERBS, "Supports", [2]),
        (VERBS, "do NOT SUPPORT it", [3]),
        (VERBS, "supporters of nothing", []),
        (VERBS, "我们不同意", [7]),
        (VERBS, "我们同意。不同意", [6, 7]),
        (NAMES, "Nigeria, Niger and chile", ["NG", "NE"]),
        (NAMES, "77国集团和中国、中国", ["G77", "CN"]),
        # a footnote number glued to a code or a verb, and a code run into its verb
        (NAMES, "MX14, CL", ["MX", "CL"]),
        (VERBS, "propose40: X", [5]),
        (NAMES, "CLpropose: X", ["CL"]),
        (VERBS, "CLpropose: X", [5]),
        (NAMES, "MXX", []),
    ],
)
def test_longest_whole_phrases(book, text, expected):
    assert values(book, text) == expected


def test_a_stretch_of_a_text():
    text = "Chile, Niger, Chile"
    assert list(NAMES.find(text, 5)) == [Found(7, 12, "NE"), Found(14, 19, "CL")]
    assert list(NAMES.find(text, 0, 12)) == [Found(0, 5, "CL"), Found(7, 12, "NE")]
    assert list(NAMES.find(text, 0, 10)) == [Found(0, 5, "CL")]
    assert NAMES.at(text, 7, len(text)) == Found(7, 12, "NE")
    assert NAMES.at(text, 8, len(text)) is None


def test_asking_for_exactly_one():
    assert VERBS.get("SUPPORT") == 1
    assert NAMES.get("chile") is None
    assert "Chile" in NAMES.phrases()


@given(st.text(alphabet="nNoO sSupPort同意不İẞ14", max_size=40))
def test_what_is_found_is_there_and_apart(text):
    at = 0
    for found in VERBS.find(text):
        assert at <= found.start < found.end <= len(text)
        assert VERBS.get(text[found.start : found.end]) == found.value
        at = found.end
