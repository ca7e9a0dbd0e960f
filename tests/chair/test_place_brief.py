"""A choice where there is little room: who blocks is in sight, and nothing is lost."""

import pytest

from negotext.chair.place_brief import place_within
from negotext.chair.place_sheet import place_sheet
from negotext.model import Act, Decision

LONG = "6:1.1"
"""A choice whose alternatives are longer than a small pane; CL and NZ propose it, US, SG and PA oppose it."""


def rows(sheet) -> list[str]:
    return ["".join(word.text for word in row) for row in sheet.rows]


def test_where_it_fits_it_is_the_whole(desk):
    found = desk.look("2:1")
    assert rows(place_within(found, desk.registry, 78, 40)) == rows(place_sheet(found, desk.registry, 78))


def test_where_it_does_not_everybody_who_speaks_is_in_sight(desk):
    found = desk.look(LONG)
    whole = rows(place_sheet(found, desk.registry, 78))
    seen = rows(place_within(found, desk.registry, 78, 9))[:9]
    assert not any("against US" in row for row in whole[:8])
    assert any("✓ for CL, NZ" in row and "✗ against US, SG, PA" in row for row in seen)
    assert any("held up by CL, NZ" in row for row in seen)
    assert any("silent 15" in row for row in seen)


def test_the_whole_with_the_evidence_stands_below(desk):
    found = desk.look(LONG)
    brief = rows(place_within(found, desk.registry, 78, 9))
    whole = rows(place_sheet(found, desk.registry, 78))
    assert brief[-len(whole) :] == whole
    assert "With the evidence" in brief


@pytest.mark.parametrize("width", [44, 78, 110])
def test_every_choice_of_the_example_shows_its_alternatives_in_few_rows(desk, width):
    for address in desk.places.order:
        found = desk.look(address)
        shown = place_within(found, desk.registry, width, 9)
        numbers = {each.number for each in found.standing.choice.alternatives}
        in_sight = {int(word.text) for row in shown.rows[:14] for word in row if word.style == "number" and word.text}
        assert numbers <= in_sight, address


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision(LONG, Act.ACCEPT, 1), "alternative 1, Chair"),
        (Decision(LONG, Act.PARK), "parked by Chair"),
        (Decision(LONG, Act.MERGE, text="Ports vary their dues."), "merged by Chair"),
    ],
)
def test_who_did_what_is_said(desk, decision, said):
    desk.go(LONG)
    desk.decide(decision, "after lunch", desk.seen(LONG))
    for sheet in (place_within(desk.look(LONG), desk.registry, 78, 9), place_sheet(desk.look(LONG), desk.registry, 78)):
        assert any(said in row for row in rows(sheet))
        assert any("after lunch" in row for row in rows(sheet))


def test_what_was_opened_again_says_by_whom(desk):
    desk.go("2:1")
    for act in (Act.PARK, Act.REOPEN):
        desk.decide(Decision("2:1", act), "", desk.seen("2:1"))
        desk.look()
    assert any(row.startswith("reopened by Chair") for row in rows(place_sheet(desk.look(), desk.registry, 78)))


def test_evidence_with_quotation_marks_stands_in_straight_ones(desk):
    shown = "\n".join(rows(place_sheet(desk.look("2:1"), desk.registry, 100)))
    assert "““" not in shown
    assert '"“with deep concern” – Barbados on behalf of SIDS"' in shown
