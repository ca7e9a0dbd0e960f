"""From the old choices to the new ones by way of a draft between the two."""

from negotext.rounds import through

from .two_rounds import rounds

ONE = "1. Ports [shall][may][must] report [daily].\n"
TWO = "1. Ports [shall][must] report [daily].\n"
THREE = "1. Ports [must] report [daily or weekly].\n"


def joined(one, two, three):
    return through(rounds(one, two).found.choices, rounds(two, three).found.choices)


def told(matches):
    return [(each.old.address, each.new.address, each.alternatives) for each in matches]


def test_numbers_of_alternatives_go_through_both():
    found = joined(ONE, TWO, TWO)
    assert told(found) == [("1:1", "1:1", ((0, 0), (1, 1), (3, 2))), ("1:2", "1:2", ((0, 0), (1, 1)))]


def test_what_one_step_loses_is_lost():
    first = joined(ONE, TWO, THREE)[0]
    assert first.alternatives == ((0, 0), (3, 1))
    assert first.removed == (1, 2)


def test_what_one_step_is_not_sure_of_is_not_sure():
    steps = rounds(ONE, TWO).found.choices, rounds(TWO, THREE).found.choices
    for match in through(*steps):
        both = [each.confidence for step in steps for each in step if match.old.address in each.old.address]
        assert match.confidence == min(both)


def test_a_place_that_ends_between_is_none():
    assert [each.old.address for each in joined(ONE, "1. Ports must report [daily].\n", THREE)] == ["1:2"]
