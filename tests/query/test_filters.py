"""Choosing positions."""

import pytest

from negotext.languages import load_registry
from negotext.model import Position, Span, Stance
from negotext.query import Wanted, find_party, nearest_parties, select


def position(delegation: str, stance: str, paragraph: str = "1", behalf: str | None = None) -> Position:
    return Position(delegation, behalf, Stance(stance), None, None, Span(0, 1), paragraph)


POSITIONS = [
    position("CL", "insert"),
    position("DZ", "oppose", "8", "AFRICAN_GROUP"),
    position("KE", "delete", "8(a)"),
    position("AFRICAN_GROUP", "support", "8 bis"),
    position("CN", "support", "9", "G77_CHINA"),
]


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (Wanted(), [0, 1, 2, 3, 4]),
        (Wanted(delegations=frozenset({"CL", "KE"})), [0, 2]),
        (Wanted(delegations=frozenset({"AFRICAN_GROUP"})), [1, 3]),
        (Wanted(stances=frozenset({Stance.SUPPORT, Stance.DELETE})), [2, 3, 4]),
        (Wanted(paragraph="8"), [1, 2]),
        (Wanted(group="AFRICAN_GROUP", members=frozenset({"DZ", "KE"})), [1, 2, 3]),
        (Wanted(group="AFRICAN_GROUP", members=frozenset({"DZ", "KE"}), paragraph="8(a)"), [2]),
        (Wanted(group="G77_CHINA"), [4]),
    ],
)
def test_select(wanted, chosen):
    assert select(POSITIONS, wanted) == [POSITIONS[index] for index in chosen]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("PK", "PK"),
        ("pk", "PK"),
        ("Pakistan", "PK"),
        ("巴基斯坦", "PK"),
        ("pakistan", "PK"),
        ("Republic of  Korea", "KR"),
        ("african_group", "AFRICAN_GROUP"),
        ("African Group", "AFRICAN_GROUP"),
        ("chair", "CHAIR"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_what_people_call_a_delegation(name, code):
    assert find_party(name, [load_registry("zh"), load_registry("en")]) == code


def test_the_nearest_names():
    assert nearest_parties("Pakstan", [load_registry("en")])[0] == "Pakistan"
    assert nearest_parties("!!!!", [load_registry("en")]) == []
