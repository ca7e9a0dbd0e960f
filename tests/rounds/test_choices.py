"""Choices carried from one round to the next, closed and opened."""

import random

import pytest
from rounds.two_rounds import rounds

from negotext.model import Act, Decision
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.rounds import match_blocks, match_choices

BERTHS = "1. Each port [shall][should] offer shore power at [all][a majority] of its berths [by 2030].\n"


def matches(old: str, new: str):
    found = rounds(old, new).found
    return [(each.old.address, each.new.address, each.confidence == 1, each.alternatives) for each in found.choices]


def closed(found):
    return {each.choice.address: (each.alternative, each.text) for each in found.found.closed}


def test_the_same_words_are_carried_over_for_certain():
    assert matches(BERTHS, "Preamble.\n\n" + BERTHS.replace("1.", "2.")) == [
        ("1:1", "2:1", True, ((0, 0), (1, 1), (2, 2))),
        ("1:2", "2:2", True, ((0, 0), (1, 1), (2, 2))),
        ("1:3", "2:3", True, ((0, 0), (1, 1))),
    ]


def test_match_choices_by_itself():
    old, new = read_text(BERTHS), read_text(BERTHS.replace("[all]", "[each]"))
    found = match_choices(choices_of(old), choices_of(new), match_blocks(old, new))
    assert [each.old.address for each in found] == ["1:1", "1:2", "1:3"]
    assert [each.certain for each in found] == [True, False, True]


def test_who_stands_where_makes_no_difference():
    old = "1. Dues are paid [“once a year” – Chile; Norway opposes] to the port."
    new = "1. Dues are paid [“once a year” – Chile, Norway; Japan opposes] to the port."
    assert [certain for _, _, certain, _ in matches(old, new)] == [True]


def test_of_two_choices_with_the_same_words_the_other_one_is_closed():
    old = "1. Ports [shall] measure particles at the fence, and they [shall] publish the results at once."
    new = "1. Ports shall measure particles at the fence, and they [shall] publish the results at once."
    found = rounds(old, new)
    assert [(each.old.address, each.new.address) for each in found.found.choices] == [("1:2", "1:1")]
    assert closed(found) == {"1:1": (1, "shall")}


def test_an_alternative_added_and_one_removed():
    old = "1. Each port reports [every year][every two years] to the Committee on what it has measured."
    new = "1. Each port reports [every year][every month] to the Committee on what it has measured."
    (match,) = rounds(old, new).found.changed
    assert (match.added, match.removed, match.certain) == ((2,), (2,), False)
    assert match.confidence >= 0.5


def test_a_reworded_alternative_is_doubtful():
    old = "1. Ports publish [the results of all measurements within thirty days] on their pages."
    new = "1. Ports publish [the results of all measurements within ninety days] on their pages."
    (match,) = rounds(old, new).found.doubtful
    assert (match.alternatives, match.reworded) == (((0, 0), (1, 1)), (1,))


def test_settling_an_inner_choice_leaves_the_outer_one_the_same():
    old = "1. Ports report[, unless a ship stays for less than [six] hours,] to the Committee."
    new = "1. Ports report[, unless a ship stays for less than six hours,] to the Committee."
    found = rounds(old, new)
    assert [(each.old.address, each.certain) for each in found.found.choices] == [("1:1", True)]
    assert closed(found) == {"1:1.1": (1, "six")}


def test_settled_one_way_or_the_other():
    old = "1. Ports [shall][should] offer power [at all berths][Norway: delete] without delay."
    new = "1. Ports should offer power without delay."
    assert closed(rounds(old, new)) == {"1:1": (2, "should"), "1:2": (0, "")}


def test_other_words_than_any_alternative():
    old = "1. The Council [establishes][considers establishing] a Facility for the ports of all States."
    new = "1. The Council takes note of the proposal for a Facility for the ports of all States."
    assert closed(rounds(old, new)) == {"1:1": (None, "takes note of the proposal for")}


def test_touching_choices_are_settled_together():
    old = "1. Ships [of every flag][and boats] pay [their dues][a fee][in advance] on arrival."
    new = "1. Ships of every flag pay a fee in advance on arrival."
    texts = [text for _, text in closed(rounds(old, new)).values() if text]
    assert " ".join(texts).split() == "of every flag a fee in advance".split()


def test_choices_inside_what_was_left_out_went_with_it():
    old = "1. Ports report to the Committee[, in [two][three] copies, every year]. Nothing else is asked of them."
    new = "1. Ports report to the Committee. Nothing else is asked of them."
    assert closed(rounds(old, new)) == {"1:1": (0, ""), "1:1.1": (None, "")}


def test_a_paragraph_that_is_gone_closes_its_choices():
    found = rounds(
        BERTHS + "\n2. The Secretariat reports to the Council on what was done.\n",
        "2. The Secretariat reports to the Council on what was done.\n",
    )
    assert set(closed(found).values()) == {(0, "")}
    assert all(each.new is None for each in found.found.closed)


def test_opened_around_words_that_were_agreed():
    old = "1. The Council will consider the scale of the Facility at its eighth session."
    new = "1. The Council will [consider][decide on] the scale of the Facility at its eighth session."
    (opened,) = rounds(old, new).found.opened
    assert (opened.choice.address, opened.text) == ("1:1", "consider")


def test_brackets_grouped_otherwise_are_the_same_choices():
    old = "1. Boilers are inspected [yearly][every [two] years] by the port."
    new = "1. Boilers are inspected [yearly][every two years] by the port."
    found = rounds(old, new)
    assert not found.found.opened
    assert {each.choice.address[-3:] for each in found.found.closed} <= {"1.1", "2.1"}


def test_the_record_says_whether_it_was_decided_so():
    old = "1. Ports [shall][should] offer power at [all][most] berths [soon] and without delay."
    new = "1. Ports should offer power at all berths and without delay."
    decisions = {
        "1:1": Decision("1:1", Act.ACCEPT, 2),
        "1:2": Decision("1:2", Act.ACCEPT, 2),
        "1:3": Decision("1:3", Act.PARK),
    }
    found = rounds(old, new, decisions=decisions).found
    assert [(each.decision, each.as_decided) for each in found.closed] == [
        (decisions["1:1"], True),
        (decisions["1:2"], False),
        (decisions["1:3"], None),
    ]


def test_a_merge_stands_as_the_chair_worded_it():
    old = "1. Ports report [every year][every two years] to the Committee on what they have measured."
    new = "1. Ports report at least every second year to the Committee on what they have measured."
    merge = Decision("1:1", Act.MERGE, text="at least every second year", sources=(1, 2))
    (found,) = rounds(old, new, decisions={"1:1": merge}).found.closed
    assert (found.alternative, found.as_decided) == (None, True)


def test_chinese():
    old = "1. 方案办公室设在[内罗毕][日内瓦]，由[四][六]名专家组成，任期[两年]。"
    new = "1. 方案办公室设在日内瓦，由[四][六]名专家组成，任期两年。"
    found = rounds(old, new, "zh")
    assert closed(found) == {"1:1": (2, "日内瓦"), "1:3": (1, "两年")}
    assert [(each.old.address, each.new.address, each.certain) for each in found.found.choices] == [
        ("1:2", "1:1", True)
    ]


def test_words_that_a_bracket_quotes_are_settled_where_they_stand():
    old = "1. Ships make soot and noise in the port at night [Japan: delete “and noise”; Chile disagrees]."
    assert closed(rounds(old, "1. Ships make soot and noise in the port at night.")) == {"1:1": (1, "and noise")}
    assert closed(rounds(old, "1. Ships make soot in the port at night.")) == {"1:1": (0, "")}


def mangled(lines: list[str], rng: random.Random) -> str:
    """A draft with lines cut out, doubled and exchanged."""
    lines = list(lines)
    for _ in range(rng.randrange(1, 10)):
        at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        match rng.randrange(3):
            case 0:
                lines[at], lines[other] = lines[other], lines[at]
            case 1:
                del lines[at : at + rng.randrange(1, 6)]
            case _:
                lines[at:at] = lines[other : other + rng.randrange(1, 6)]
    return "\n".join(lines)


@pytest.mark.parametrize("name", ["harbour-air.en.txt", "city-water.zh.txt", "ocean-finance.options.en.txt"])
def test_every_choice_is_accounted_for(root, name):
    lines = (root / "examples" / name).read_text(encoding="utf-8").split("\n")
    rng = random.Random(3)
    for _ in range(10):
        found = rounds(mangled(lines, rng), mangled(lines, rng), "zh" if ".zh." in name else "en")
        old = {match.old for match in found.found.choices} | {each.choice for each in found.found.closed}
        new = {match.new for match in found.found.choices} | {each.choice for each in found.found.opened}
        assert old == set(found.old_choices)
        assert new == set(found.new_choices)
        assert all(0.5 <= match.confidence <= 1 for match in found.found.choices)
