"""A line in which a delegation speaks of several places stays until all of them are decided."""

import pytest

from negotext.model import Act, Decision
from negotext.model.gone import gone_with, vanished
from negotext.outcome import choices_of, outcome
from negotext.reading import read_text

ITEMS = """4. The fund pays for:

    (a) surveys of the coast;

    (b) new harbours;

    (c) lighthouses.

{line}
5. Ships keep a log.
"""
LINE = "Norway: delete the last two items.\n"
WORDING = """4. Ships are seaworthy.

5. Ships keep a log.

Fiji: proposed new wording for the paragraph above: {words} Norway opposes. Norway: delete paragraph 4.

6. Ports are deep.
"""


def decided(draft, numbers):
    made = {
        address: Decision(address, Act.ACCEPT, number)
        if isinstance(number, int)
        else Decision(address, Act.MERGE, text=number)
        for address, number in numbers.items()
    }
    return outcome(draft, choices_of(draft), made).text


@pytest.mark.parametrize(
    ("numbers", "stands"),
    [
        ({}, True),
        ({"4(b):1": 1}, True),
        ({"4(b):1": 0}, True),
        ({"4(c):1": "lamps"}, True),
        ({"4(b):1": 0, "4(c):1": "lamps"}, False),
        ({"4(c):1": 1, "4(b):1": 1}, False),
    ],
)
def test_a_line_on_two_items_stays_until_both_are_decided(numbers, stands):
    draft = read_text(ITEMS.format(line=LINE), language="en")
    assert (LINE in decided(draft, numbers)) is stands


def test_each_of_several_lines_goes_with_its_own_places():
    draft = read_text(ITEMS.format(line=LINE + "\nPeru: delete the last item.\n"), language="en")
    text = decided(draft, {"4(c):1": 1})
    assert LINE in text and "Peru" not in text


def test_parked_is_not_decided():
    draft = read_text(ITEMS.format(line=LINE), language="en")
    decisions = {"4(b):1": Decision("4(b):1", Act.ACCEPT, 1), "4(c):1": Decision("4(c):1", Act.PARK)}
    assert LINE in outcome(draft, choices_of(draft), decisions).text


def test_a_line_goes_for_the_first_of_its_places_in_the_draft():
    draft = read_text(ITEMS.format(line=LINE), language="en")
    choices = choices_of(draft)
    made = {address: Decision(address, Act.ACCEPT, 1) for address in ("4(c):1", "4(b):1")}
    (span,) = {span for choice in choices for span in choice.vanishing}
    assert vanished(choices, made, {}) == {span: "4(b):1"}
    assert vanished(choices, {}, {}) == {span: None}
    # A place that is gone does not hold a line up, and does not take it along.
    assert vanished(choices, {"4(b):1": made["4(b):1"]}, {"4(c):1": "4:1"}) == {span: "4(b):1"}
    assert vanished(choices, {}, {"4(b):1": "4:1", "4(c):1": "4:1"}) == {}


@pytest.mark.parametrize(
    ("words", "numbers", "new"),
    [
        ("Ships carry a log.", {"5:1": 2}, "5. Ships carry a log"),
        ("Ships carry a log.", {"5:1": 1}, "5. Ships keep a log."),
        ("[Ships carry a log.]", {"5:1": 2}, "5. [Ships carry a log.]"),
        # What is decided inside the words that were brought leaves those quoted as they are.
        ("[Ships carry a log.]", {"5:1": 2, "5:1.1": 1}, "5. Ships carry a log."),
        ("[Ships carry a log.]", {"5:1": 2, "5:1.1": 0}, "5."),
        ("[Ships carry a [full] log.]", {"5:1": 2, "5:1.1.1": 0}, "5. [Ships carry a log.]"),
    ],
)
def test_words_quoted_in_a_line_that_stays_are_not_taken_from_it(words, numbers, new):
    written = WORDING.format(words=words)
    draft = read_text(written, language="en")
    line = written[written.index("Fiji") :]
    text = decided(draft, numbers)
    assert text.endswith(line)
    assert text.removesuffix(line).split() == f"4. Ships are seaworthy. {new}".split()
    assert "Fiji" not in decided(draft, {**numbers, "4:1": 1})


def test_what_lies_in_words_that_were_left_out_is_gone():
    draft = read_text(WORDING.format(words="[Ships carry a log.]"), language="en")
    assert gone_with(choices_of(draft), {"5:1": Decision("5:1", Act.ACCEPT, 1)}) == {"5:1.1": "5:1"}
