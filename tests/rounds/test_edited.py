"""The words that differ between two drafts, beside places and positions."""

import pytest

from negotext.rounds import edited

from .two_rounds import rounds

DRAFT = """\
1. Ports [shall][may] report [“daily” – Chile; Norway opposes] to the Council.

2. Ships wait outside the breakwater. Crews rest ashore.

Kenya: cannot accept “rest”, since crews have families.
"""


def told(new, old=DRAFT):
    two = rounds(old, new)
    return [(each.paragraph, each.gone, each.come) for each in edited(two.old, two.new, two.found)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Crews rest ashore.", "Crews rest ashore. They are paid.", ("2", "", "They are paid.")),
        ("outside the breakwater", "inside the breakwater", ("2", "outside", "inside")),
        (" ashore.", ".", ("2", "ashore", "")),
        ("Ports [", "Ports, [", ("1", "", ",")),
        ("2. Ships", "2. The master decides.\n\n3. Ships", ("2", "", "The master decides.")),
        ("crews have families", "crews have small families", ("2", "", "small")),
    ],
)
def test_words_of_the_text(old, new, expected):
    assert told(DRAFT.replace(old, new)) == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[shall][may]", "shall"),
        ("[shall][may]", "[shall][may][must]"),
        (" [“daily” – Chile; Norway opposes]", ""),
        ("Norway opposes", "Norway, Peru oppose"),
        ("outside the breakwater", "outside [the breakwater]"),
        ("Ships wait outside the breakwater.", "Ships  wait outside\nthe breakwater."),
    ],
)
def test_what_is_told_of_places_and_positions_is_not_told_again(old, new):
    assert told(DRAFT.replace(old, new)) == []


def test_a_paragraph_that_is_gone_goes_with_its_places():
    rest = DRAFT.split("\n\n")[1:]
    ((paragraph, gone, come),) = told("\n\n".join(rest))
    assert (paragraph, come) == ("1", "")
    assert gone == "Ports [shall][may] report [“daily” – Chile; Norway opposes] to the Council."
