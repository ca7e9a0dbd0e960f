"""Labels stay as printed when the words behind them are replaced; a bullet goes with its item."""

import pytest

from negotext.model import Act, Decision
from negotext.outcome import choices_of, outcome
from negotext.reading import read_text

PARAGRAPH = """16. Ships shall wait actively.

Fiji: proposed new wording for the paragraph above: {words}

17. The end.
"""
ITEMS = """4. The fund pays for:

{bullet} [surveys];

{bullet} [old] harbours;

{bullet} [piers] [and quays].

5. The end.
"""


def decided(text, **made):
    draft = read_text(text, language="en")
    decisions = {
        address.replace("_", ":"): Decision(address.replace("_", ":"), Act.ACCEPT, value)
        if isinstance(value, int)
        else Decision(address.replace("_", ":"), Act.MERGE, text=value)
        for address, value in made.items()
    }
    return outcome(draft, choices_of(draft), decisions).text


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("Ships wait outside.", 2, "16. Ships wait outside"),
        ("16. Ships wait outside.", 2, "16. Ships wait outside"),
        ("Ships wait outside.", 1, "16. Ships shall wait actively."),
        ("Ships wait outside.", 0, ""),
        ("Ships wait outside.", "Ships wait.", "16. Ships wait."),
        ("Ships wait outside.", "16. Ships wait.", "16. Ships wait."),
        ("Ships wait outside.", "16 bis. Ships wait.", "16 bis. Ships wait."),
        ("Ships wait outside.", "15. Ships wait.", "15. Ships wait."),
        ("Ships wait outside.", "", ""),
    ],
)
def test_a_new_wording_keeps_the_printed_label(words, value, expected):
    text = decided(PARAGRAPH.format(words=words), **{"16_1": value})
    assert text.split("17.")[0].rstrip(" .\n") == expected.rstrip(".")


def test_an_item_keeps_its_bullet():
    text = ITEMS.format(bullet="•").replace("5. The", "Peru: new wording for the item above: piers of wood.\n\n5. The")
    draft = read_text(text, language="en")
    (choice,) = [choice for choice in choices_of(draft) if choice.kind == "passage"]
    new = outcome(draft, choices_of(draft), {choice.address: Decision(choice.address, Act.ACCEPT, 2)}).text
    assert "• piers of wood" in new and "[piers]" not in new


@pytest.mark.parametrize("bullet", ["•", "–"])
def test_a_bullet_goes_when_nothing_is_left_of_its_item(bullet):
    text = decided(ITEMS.format(bullet=bullet), **{"4_1": 0})
    left = f"4. The fund pays for: {bullet} [old] harbours; {bullet} [piers] [and quays]. 5. The end."
    assert text.split() == left.split()


def test_a_bullet_stays_with_what_is_left():
    assert "• harbours;" in decided(ITEMS.format(bullet="•"), **{"4_2": 0})
    assert "• [and quays]." in decided(ITEMS.format(bullet="•"), **{"4_3": 0})
    assert "• boats;" in decided(ITEMS.format(bullet="•"), **{"4_1": "boats"})


def test_a_bullet_goes_when_all_its_brackets_are_left_out():
    assert "•" not in decided(ITEMS.format(bullet="•"), **{"4_3": 0, "4_4": 0}).split("harbours;")[1]


def test_a_number_stays_where_it_is_printed():
    """Nobody renumbers: an empty paragraph is seen to be one."""
    assert decided("5. [Ports are deep.]\n\n6. The end.\n", **{"5_1": 0}).split() == ["5.", "6.", "The", "end."]


def test_a_bullet_stays_when_its_item_goes_on_behind_a_page_break():
    text = "4. The fund pays for:\n\n• [surveys of all]\n\nHARBOURS/2\nPage 2\n\ncoasts and ports;\n\n• piers.\n"
    assert "•" in decided(text, **{"4_1": 0}).split("coasts")[0]
