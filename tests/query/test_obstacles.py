"""Who stands in whose way."""

import pytest

from negotext.query import obstacles
from negotext.reading import read_text


def found(text: str) -> set[str]:
    return {f"{each.objector} {each.proposer} {each.count}" for each in obstacles(read_text(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Dry [“and deep” – Chile; Norway opposes].", {"NO CL 1"}),
        ("1. Dry [“and deep” – Chile; Norway – delete].", {"NO CL 1"}),
        ("1. Dry [“and deep” – Chile; Norway supports; Kenya reserves its position].", set()),
        ("1. [CL/PE propose; US/NO oppose: It is dry.]", {"US CL 1", "US PE 1", "NO CL 1", "NO PE 1"}),
        ("1. Dry [and deep][Chile – delete; Norway – retain].", {"NO CL 1"}),
        ("1. Dry [and deep][Chile – delete; Norway – delete].", set()),
        ("1. Dry [and deep][Norway opposes].", set()),
        ("Nothing at all.", set()),
    ],
)
def test_objections(text, expected):
    assert found(text) == expected


def test_each_proposal_counts_once():
    text = "1. Dry [“and deep” – Chile; Norway opposes].\n\n2. Far [“and wide” – Chile; Norway opposes].\n"
    assert found(text) == {"NO CL 2"}


def test_the_most_frequent_comes_first():
    text = (
        "1. Dry [“a” – Chile; Kenya opposes].\n\n2. Far [“b” – Chile; Norway opposes].\n\n"
        "3. Old [“c” – Chile; Norway opposes].\n"
    )
    assert [(each.objector, each.count) for each in obstacles(read_text(text))] == [("NO", 2), ("KE", 1)]
