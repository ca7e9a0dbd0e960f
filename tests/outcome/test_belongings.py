"""What stands in the midst of words that are left out, and belongs elsewhere, stays."""

import pytest

from negotext.model import NOWHERE, Act, Decision
from negotext.outcome import choices_of, outcome
from negotext.reading import read_text

LATE = """\
5. Ports are deep.

6. Piers are long. [They are painted.

[Chair’s alternative text for paragraph 5:

5. Ports are [very] deep.]]

7. The end.
"""
PAGE = """\
4. Ships are seaworthy¹ and painted.

5. Ports are deep [and quiet² – Peru;
                                        \n\
1  As agreed in Suva.
2  By night.

HARBOURS/2
Page 2

Norway: not agreed].

6. The end.
"""


def left_out(text, address, number=0, *, names=True):
    draft = read_text(text, language="en")
    return outcome(draft, choices_of(draft), {address: Decision(address, Act.ACCEPT, number)}, names=names).text


def test_the_wording_of_another_place_stays_with_its_heading():
    assert left_out(LATE, "6:1").split("6.", 1)[1].split() == (
        "Piers are long. [Chair’s alternative text for paragraph 5: 5. Ports are [very] deep.] 7. The end.".split()
    )


def test_what_comes_in_does_not_come_into_the_midst_of_what_stays():
    draft = read_text(LATE, language="en")
    text = outcome(draft, choices_of(draft), {"6:1": Decision("6:1", Act.MERGE, text="They are blue.")}).text
    assert text.split("6.", 1)[1].split("7.")[0].split() == (
        "Piers are long. They are blue. [Chair’s alternative text for paragraph 5: 5. Ports are [very] deep.]".split()
    )


def test_a_footnote_goes_with_its_call_and_stays_where_it_is_called_elsewhere():
    text = left_out(PAGE, "5:1")
    assert "As agreed in Suva." in text and "By night." not in text and "Page 2" in text
    again = read_text(text, language="en")
    assert [block.span.of(text).split() for block in again.blocks if block.kind == "footnote"] == [
        ["1", "As", "agreed", "in", "Suva."]
    ]


@pytest.mark.parametrize("names", [True, False])
def test_footnotes_in_an_open_place_stay(names):
    draft = read_text(PAGE, language="en")
    assert "As agreed in Suva." in outcome(draft, choices_of(draft), {}, names=names).text


def test_a_bracket_in_an_attribution_goes_whatever_is_decided():
    draft = read_text("5. Ports [US [and Chile] propose: shall] be deep.", language="en")
    outer, inner = choices_of(draft)
    assert (inner.parent, inner.within, inner.inside) == (outer.address, NOWHERE, "5:1")
    for number in (0, 1):
        made = {outer.address: Decision(outer.address, Act.ACCEPT, number)}
        assert inner.address not in outcome(draft, choices_of(draft), made).open


def test_a_choice_knows_in_which_alternative_it_lies():
    (outer, inner) = choices_of(read_text("5. [Ports [shall][should] report.] End.", language="en"))
    assert (outer.inside, inner.inside) == ("", "5:1, alternative 1")


def test_a_chairs_text_takes_the_place_of_no_paragraph_of_its_own():
    text = "[Chair’s alternative text for paragraphs 5 and 6:\n\n5. Ports are [very] deep.\n\n6. Piers are long.\n"
    for choice in choices_of(read_text(text, language="en")):
        outside = [a.span for a in choice.alternatives if a.span is not None and not choice.span.holds(a.span)]
        assert not any(span.overlaps(choice.span) for span in outside)
