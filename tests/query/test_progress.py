"""How far a negotiation is, and whom a decision overrides."""

import pytest

from negotext.model import Act, Alternative, Choice, ChoiceKind, Decision, Side, Span, Stand
from negotext.query.overriding import consequences, overridden
from negotext.query.progress import gone_with, progress
from negotext.query.voices import voices

GROUPS = {"AFRICAN_GROUP": frozenset({"KE", "ZA", "GH"})}


def choice(address: str, *stands: Stand, parent: str = "", within: int = 0, wordings: int = 2) -> Choice:
    alternatives = tuple(Alternative(number, f"words {number}" if number else "") for number in range(wordings + 1))
    return Choice(
        address, ChoiceKind.RIVALS, "5", Span(0, 1), alternatives, 1, tuple(stands), parent=parent, within=within
    )


def stand(code: str, side: Side, number: int, behalf: str | None = None) -> Stand:
    return Stand(code, behalf, side, number, -1, "support")


NEST = (
    choice("5:1"),
    choice("5:1.1", parent="5:1", within=1),
    choice("5:1.1.1", parent="5:1.1", within=2),
    choice("5:1.2", parent="5:1", within=2),
    choice("5:2"),
)


def accept(address: str, number: int) -> Decision:
    return Decision(address, Act.ACCEPT, alternative=number)


@pytest.mark.parametrize(
    ("decisions", "gone"),
    [
        ([], {}),
        ([accept("5:1", 1)], {"5:1.2": "5:1"}),
        ([accept("5:1", 2)], {"5:1.1": "5:1", "5:1.1.1": "5:1"}),
        ([accept("5:1", 0)], {"5:1.1": "5:1", "5:1.1.1": "5:1", "5:1.2": "5:1"}),
        ([accept("5:1", 1), accept("5:1.1", 1)], {"5:1.1.1": "5:1.1", "5:1.2": "5:1"}),
        ([Decision("5:1", Act.MERGE, text="x")], {"5:1.1": "5:1", "5:1.1.1": "5:1", "5:1.2": "5:1"}),
        ([Decision("5:1", Act.PARK)], {}),
        ([Decision("5:1", Act.REOPEN)], {}),
    ],
)
def test_what_goes_with_the_choice_around_it(decisions, gone):
    assert gone_with(NEST, {each.address: each for each in decisions}) == gone


def test_each_choice_is_counted_once():
    decisions = {each.address: each for each in (accept("5:1", 1), accept("5:1.2", 1), Decision("5:2", Act.PARK))}
    counted = progress(NEST, decisions)
    assert (counted.open, counted.agreed, counted.parked, counted.gone) == (2, 1, 1, 1)
    assert counted.all == len(NEST)


STANDS = (
    stand("NO", Side.FOR, 1),
    stand("US", Side.AGAINST, 2),
    stand("JP", Side.RESERVES, 2),
    stand("CL", Side.FOR, 2),
    stand("CL", Side.FOR, 1),
    stand("CH", Side.REMARKS, 2),
    stand("KE", Side.FOR, 2, "AFRICAN_GROUP"),
    stand("GH", Side.FOR, 1),
)


@pytest.mark.parametrize(
    ("decision", "codes"),
    [
        (accept("5:1", 2), ["NO", "US", "JP", "GH"]),
        (accept("5:1", 1), ["KE"]),
        (accept("5:1", 0), ["NO", "CL", "KE", "GH"]),
        (Decision("5:1", Act.MERGE, text="x", sources=(1, 2)), ["US", "JP"]),
        (Decision("5:1", Act.MERGE, text="x", sources=(2,)), ["NO", "US", "JP", "GH"]),
        (Decision("5:1", Act.MERGE, text="x"), ["NO", "CL", "KE", "GH"]),
        (Decision("5:1", Act.PARK), []),
    ],
)
def test_whom_a_decision_overrides(decision, codes):
    found = overridden(voices(choice("5:1", *STANDS), GROUPS), decision)
    assert [voice.delegation for voice in found] == codes


def test_members_of_a_group_are_counted_apart_and_once():
    one = choice("5:1", *STANDS)
    brings = consequences(one, accept("5:1", 1), GROUPS, [one], {})
    assert [voice.delegation for voice in brings.overridden] == ["KE"]
    # Ghana spoke for itself and Kenya for all: South Africa is bound.
    assert brings.bound == 1
    assert {voice.delegation for voice in brings.backing} == {"NO", "CL", "GH"}
    assert brings.open == 0


def test_what_a_decision_closes_inside():
    brings = consequences(NEST[0], accept("5:1", 2), GROUPS, NEST, {})
    assert brings.along == ("5:1.1", "5:1.1.1")
    assert brings.open == 2
    again = consequences(NEST[0], accept("5:1", 2), GROUPS, NEST, {"5:1.1": accept("5:1.1", 1)})
    # What was decided inside is not closed a second time; what went with that is gone already.
    assert again.along == ()
