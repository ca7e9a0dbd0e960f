"""A delegation on one page."""

import pytest

from negotext.chair.desk import Desk
from negotext.chair.lines_wrap import cells
from negotext.chair.lists.delegation import AT, delegation_roll, parties_roll
from negotext.chair.lists.situation import Situation
from negotext.model import Side, Stand

GROUPS = """1. Ports [shall][should – Barbados on behalf of SIDS] measure the air [daily – Maldives; Fiji opposes].

2. Ports publish [“monthly” – Barbados on behalf of SIDS; Fiji: delete] what they measured.
"""


def rows(roll) -> list[str]:
    return ["".join(word.text for word in roll.row(y)) for y in range(len(roll))]


def page(desk, code: str, width: int = 100) -> str:
    return "\n".join(rows(delegation_roll(Situation(desk), code, width)))


@pytest.mark.parametrize("code", ["NO", "DZ", "SIDS", "CHAIR", "EU"])
def test_all_its_positions_are_there_with_evidence_and_line(desk, code):
    roll = delegation_roll(Situation(desk), code, 4000)
    text = "\n".join(rows(roll))
    noted = [n for n in desk.session.positions() if code in (n.position.delegation, n.position.on_behalf_of)]
    assert f"Positions  {len(noted)}" in text
    for each in noted:
        assert each.evidence in text
        assert f"line {each.line}" in text
    keys = [item.key for item in roll.items][-len(noted) :]
    assert sorted(keys) == sorted(n.address or f"{AT}{n.position.evidence.start}" for n in noted)


def test_what_it_holds_up_stands_first(desk):
    text = page(desk, "US")
    assert text.index("Holds up") < text.index("Positions")
    assert "✗ only US" in text


def test_a_position_says_stance_words_and_for_whom(desk):
    text = page(desk, "BB")
    assert "speaks for SIDS" in text
    assert "2:2 ○  + insert for SIDS “with deep concern”" in text


def test_lines_of_groups_bind_and_are_left(make_session):
    with Desk.opened(make_session("groups.en.txt", GROUPS), by="Chair") as desk:
        fiji = page(desk, "FJ")
        assert "⊂ bound by SIDS: ✓ for 2 “should”" in fiji
        assert "≠ breaks from SIDS" in fiji
        sids = page(desk, "SIDS")
        assert "Who left its line" in sids
        assert "≠ FJ breaks from SIDS" in sids
        assert "BB speaks for it" in sids
        assert "Lines of its groups" not in page(desk, "BB")


def test_what_was_said_from_the_floor_is_a_position_too(desk):
    entry = desk.say("10:1", "Japan: can live with 2", [Stand("JP", None, Side.FOR, 2, -1, "support")])
    assert f"floor, entry {entry.id}: “Japan: can live with 2”" in page(desk, "JP")


@pytest.mark.parametrize(("name", "code"), [("city-water.zh.txt", "BD"), ("water-plan.ar.txt", "KE")])
@pytest.mark.parametrize("width", [40, 90])
def test_every_row_has_room(make_session, name, code, width):
    with Desk.opened(make_session(name), by="Chair") as desk:
        for roll in (
            delegation_roll(Situation(desk), code, width),
            parties_roll(Situation(desk).parties, width),
        ):
            assert max(map(cells, rows(roll))) <= width
