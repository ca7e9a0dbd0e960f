"""Places that the file itself names are matched by that, and not by how they read."""

from negotext.model import Span
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.rounds import compare_rounds, match_blocks, match_choices

OLD = "1. Ports [shall] report. Ships [shall] report. Crews [shall] report.\n"


def compared(new, places, old=OLD):
    """The comparison with a draft in which `places` holds, by the old address, the number of the bracket it is."""
    first, second = read_text(old, language="en"), read_text(new, language="en")
    known = {address: second.tree.brackets[number].span for address, number in places.items()}
    return compare_rounds(first, second, choices_of(first), choices_of(second), known=known)


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


def test_words_that_changed_are_to_be_confirmed():
    found = compared("1. Ports [may wish to] report. Ships [shall] report. Crews [shall] report.\n", {"1:1": 0})
    assert pairs(found)[0] == ("1:1", "1:1", False)


def test_a_rival_put_beside_it():
    old = "1. Ports report within [30] days.\n"
    found = compare_rounds(
        one := read_text(old, language="en"),
        two := read_text("1. Ports report within [30][60] days.\n", language="en"),
        choices_of(one),
        choices_of(two),
        known={"1:1": Span(23, 27)},
    )
    assert pairs(found) == [("1:1", "1:1", False)]
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
