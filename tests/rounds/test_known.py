"""Places that the file itself names are matched by that, and not by how they read."""

import pytest

from negotext.model import Act, Decision, Span
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.rounds import compare_rounds, match_blocks, match_choices

OLD = "1. Ports [shall] report. Ships [shall] report. Crews [shall] report.\n"


def compared(new, places, old=OLD, decisions=None):
    """The comparison with a draft in which `places` holds, by the old address, the number of the bracket it is."""
    first, second = read_text(old, language="en"), read_text(new, language="en")
    known = {address: second.tree.brackets[number].span for address, number in places.items()}
    return compare_rounds(first, second, choices_of(first), choices_of(second), decisions, known=known)


def pairs(found):
    return [(match.old.address, match.new.address, match.certain) for match in found.choices]


def test_the_same_words_at_the_places_that_are_named():
    new = "1. Crews [shall] report. Ports [shall] report. Ships [shall] report.\n"
    found = compared(new, {"1:1": 1, "1:2": 2, "1:3": 0})
    assert pairs(found) == [("1:1", "1:2", True), ("1:2", "1:3", True), ("1:3", "1:1", True)]


def test_a_place_that_lost_its_brackets_is_not_another_one_with_its_words():
    """By the words alone, the second place would be the one that was put in."""
    new = "1. Ports [shall] report. Ships shall report. Crews [shall] report. Pilots [shall] report.\n"
    first, second = read_text(OLD, language="en"), read_text(new, language="en")
    at = new.index("Ships shall") + len("Ships ")
    known = {"1:1": second.tree.brackets[0].span, "1:2": Span(at, at + 5), "1:3": second.tree.brackets[1].span}
    found = compare_rounds(first, second, choices_of(first), choices_of(second), known=known)
    assert pairs(found) == [("1:1", "1:1", True), ("1:3", "1:2", True)]
    assert [each.choice.address for each in found.closed] == ["1:2"]
    assert [each.choice.address for each in found.opened] == ["1:3"]


REWORDED = "1. Ports [may wish to] report. Ships [shall] report. Crews [shall] report.\n"


def test_words_that_changed_at_a_place_that_is_named():
    found = compared(REWORDED, {"1:1": 0})
    assert pairs(found)[0] == ("1:1", "1:1", True)
    assert (found.choices[0].removed, found.choices[0].added) == ((1,), (1,))


def test_words_that_changed_where_something_is_decided_are_to_be_confirmed():
    found = compared(REWORDED, {"1:1": 0}, decisions={"1:1": Decision("1:1", Act.ACCEPT, 1)})
    assert pairs(found)[0] == ("1:1", "1:1", False)


TWO = """1. Ports [shall][may] report.

16. Ships wait.

Pakistan: proposed new wording for the paragraph above: Ships wait outside.

17. The end.
"""


@pytest.mark.parametrize(
    ("new", "place", "address", "stands"),
    [
        ("1. Ports may report.\n\n16. Ships wait.\n\n17. The end.\n", "may", "1:1", 2),
        ("1. Ports report.\n\n16. Ships wait.\n\n17. The end.\n", "", "1:1", 0),
        ("1. Ports must report.\n\n16. Ships wait.\n\n17. The end.\n", "must", "1:1", None),
        ("1. Ports may report.\n\nShips wait outside.\n\n17. The end.\n", "", "16:1", 2),
        ("1. Ports may report.\n\n17. The end.\n", "", "16:1", 0),
    ],
)
def test_what_stands_at_a_place_that_is_named(new, place, address, stands):
    first, second = read_text(TWO, language="en"), read_text(new, language="en")
    at = new.index(place or ("report" if address == "1:1" else "Ships" if "Ships" in new else "17"))
    known = {address: Span(at, at + len(place))}
    found = compare_rounds(first, second, choices_of(first), choices_of(second), known=known)
    assert [each.alternative for each in found.closed if each.choice.address == address] == [stands]


def test_a_rival_put_beside_it():
    old = "1. Ports report within [30] days.\n"
    found = compare_rounds(
        one := read_text(old, language="en"),
        two := read_text("1. Ports report within [30][60] days.\n", language="en"),
        choices_of(one),
        choices_of(two),
        known={"1:1": Span(23, 27)},
    )
    assert pairs(found) == [("1:1", "1:1", True)]
    assert found.choices[0].added == (2,)


def test_an_empty_bookmark_says_nothing():
    new = "1. Ports [shall] report. Ships [shall] report. Crews [shall] report.\n"
    first, second = read_text(OLD, language="en"), read_text(new, language="en")
    known = {"1:1": Span(3, 3)}
    plainly = match_choices(choices_of(first), choices_of(second), match_blocks(first, second))
    assert match_choices(choices_of(first), choices_of(second), match_blocks(first, second), known) == plainly


def test_places_of_a_paragraph_that_moved_away():
    old = "1. Ports [shall] report.\n\n2. Ships [shall] sail.\n"
    new = "1. Ships [shall] sail.\n\n2. Nothing else.\n\n3. Ports [shall] report at once.\n"
    assert pairs(compared(new, {"1:1": 1, "2:1": 0}, old)) == [("1:1", "3:1", True), ("2:1", "1:1", True)]
