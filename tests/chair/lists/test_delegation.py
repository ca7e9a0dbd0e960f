"""A delegation on one page."""

import pytest
from click.testing import CliRunner

from negotext.chair.desk import Desk
from negotext.chair.lines_wrap import cells
from negotext.chair.lists.delegation import AT, delegation_roll, parties_roll
from negotext.chair.lists.situation import Situation
from negotext.cli.program import program
from negotext.model import Side, Stand

GROUPS = """1. Ports [shall][should – Barbados on behalf of SIDS] measure the air [daily – Maldives; Fiji opposes].

2. Ports publish [“monthly” – Barbados on behalf of SIDS; Fiji: delete] what they measured.
"""


def bring_in(path, second: str) -> None:
    """Make another round, as `negotext round` does."""
    draft = path.with_name("second.en.txt")
    draft.write_text(second)
    done = CliRunner().invoke(program, ["round", str(path), "--draft", str(draft), "--yes", "--by", "Secretariat"])
    assert done.exit_code == 0, done.output


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
    assert "2:1 ○  + insert for SIDS “with deep concern”" in text


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


def test_who_spoke_in_an_earlier_round_only_has_what_it_said_there(make_rounds):
    with Desk.opened(make_rounds(), by="Chair") as desk:
        roll = delegation_roll(Situation(desk), "Maldova", 100)
        said = "\n".join(rows(roll))
        assert "spoke in round 1, not in round 2" in said
        assert "0 positions" not in said
        assert "Positions in round 1  1" in said
        assert "5:6 ○  + insert “and cruise”" in said
        assert [item.key for item in roll.items] == ["5:6"]


def test_a_place_of_an_earlier_round_leads_to_where_it_is_by_now(make_session):
    path = make_session("moved.en.txt", "1. Ports measure air [daily – Chile].\n\n2. Ships [may – Fiji] wait [here].\n")
    second = "1. Ships wait [here].\n\n2. Ports measure air [daily].\n"
    bring_in(path, second)
    with Desk.opened(path, by="Chair") as desk:
        roll = delegation_roll(Situation(desk), "CL", 100)
        assert "1:1 ○, 2:1 by now  + insert “daily”" in "\n".join(rows(roll))
        assert [item.key for item in roll.items] == ["2:1"]
        gone = delegation_roll(Situation(desk), "FJ", 100)
        assert "“may”" in "\n".join(rows(gone))
        assert gone.items == []


def test_who_has_withdrawn_everything_has_what_it_withdrew(desk):
    desk.say("10:1", "Fiji: 2", [Stand("FJ", None, Side.FOR, 2, -1, "support")])
    assert "1 position ·" in page(desk, "FJ")
    desk.withdraw("10:1", "FJ", None, "")
    text = page(desk, "FJ")
    assert "has withdrawn what it said · holds up nothing" in text
    assert "Withdrawn in round 1  1" in text


@pytest.mark.parametrize(("name", "code"), [("city-water.zh.txt", "BD"), ("water-plan.ar.txt", "KE")])
@pytest.mark.parametrize("width", [40, 90])
def test_every_row_has_room(make_session, name, code, width):
    with Desk.opened(make_session(name), by="Chair") as desk:
        for roll in (
            delegation_roll(Situation(desk), code, width),
            parties_roll(Situation(desk).parties, width),
        ):
            assert max(map(cells, rows(roll))) <= width
