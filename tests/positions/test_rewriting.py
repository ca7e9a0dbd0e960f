"""Ways of saying the same thing, brought into one order: each pair must give the same positions."""

import pytest

from negotext.reading import read_text


def positions(draft, language="en"):
    found = read_text(draft, language=language).positions
    return [(p.delegation, p.on_behalf_of, str(p.stance), p.text or p.target) for p in found]


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("5. [X – proposed by Peru, opposed by Chile]", "5. [X – Peru; Chile opposes]"),
        ("5. [X (Norway, Canada)]", "5. [X – Norway, Canada]"),
        ("5. [MX14/CL propose77: X]", "5. [MX/CL propose: X]"),
        ("5. [US/AU propose;70 CL oppose: X]", "5. [US/AU propose; CL oppose: X]"),
        ("5. [Kenya (on behalf of the African Group): X]", "5. [Kenya on behalf of the African Group: X]"),
        ("5. [On behalf of the African Group, Kenya: delete]", "5. [Kenya on behalf of the African Group: delete]"),
        ("5. [Kenya for the African Group: X]", "5. [Kenya on behalf of the African Group: X]"),
        ("Egypt (African Group) – delete “now”.", "Egypt on behalf of the African Group – delete “now”."),
        ("The delegation of Peru proposes to delete “now”.", "Peru proposes to delete “now”."),
    ],
)
def test_english(said, plain):
    assert positions(said) == positions(plain) != []


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("5. [古巴 叙利亚：删除]", "5. [古巴、叙利亚：删除]"),
        ("尼泊尔以最不发达国家的名义支持古巴。", "尼泊尔代表最不发达国家支持古巴。"),
        ("5. [“X”——加拿大3]", "5. [“X”——加拿大]"),
    ],
)
def test_chinese(said, plain):
    assert positions(said, "zh") == positions(plain, "zh") != []


def test_a_seconder_supports():
    found = positions("Malawi, seconded by Lesotho, proposed that “ports” be added.")
    assert [(who, stance) for who, _, stance, _ in found] == [("MW", "insert"), ("LS", "support")]


def test_treaty_words_in_the_passive_are_not_turned():
    assert positions("16. The registry is kept by the Secretariat.") == []
