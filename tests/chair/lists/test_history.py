"""The log as the screen lists it."""

import pytest

from negotext.chair.desk import Desk
from negotext.chair.lines_wrap import cells
from negotext.chair.lists.back import way_back
from negotext.chair.lists.history import History, entry_sheet, in_words, log_roll, way_sheet
from negotext.model import Act, Alternative, Decision, Side, Stand


def rows(found) -> list[str]:
    listed = found.rows if isinstance(found.rows, list) else [found.row(y) for y in range(len(found))]
    return ["".join(word.text for word in row) for row in listed]


def styles(roll, key: str) -> set[str]:
    return {word.style for word in roll.row(roll.items[roll.find(key)].start)}


@pytest.fixture
def history(desk) -> History:
    """A merge, a parked place that was reopened by an undo, and a statement with new words."""
    desk.decide(Decision("10:1", Act.MERGE, None, "decide in 2029 on", (1, 2)), "US could live with it")
    desk.decide(Decision("5:1", Act.PARK))
    desk.undo(why="too early")
    number = desk.session.choice("5:2").next_number
    offered = [Alternative(number, "twenty-five")]
    desk.say("5:2", "Kenya: twenty-five", [Stand("KE", None, Side.FOR, number, -1, "insert")], offered)
    return History(desk.session)


def test_newest_first_under_the_title_of_their_round(history):
    roll = log_roll(history, 120)
    assert [item.key for item in roll.items] == ["5", "4", "3", "2", "1"]
    assert rows(roll)[0] == "Round 1"
    assert "↧ round 1 begins" in rows(roll)[-1]


def test_a_row_says_who_what_and_why(history):
    row = next(row for row in rows(log_roll(history, 120)) if "merge" in row)
    assert "Chair" in row
    assert "10:1 ● merge of 1, 2: “decide in 2029 on”" in row
    assert row.endswith("US could live with it")


def test_what_was_undone_is_told_by_sign_words_and_strike(history):
    roll = log_roll(history, 120)
    row = next(row for row in rows(roll) if "undone by" in row)
    assert "↶ 5:1 ◌ park  undone by 4" in row
    assert "gone" in styles(roll, "3")
    assert "gone" not in styles(roll, "2")
    assert any("↶ undo of 3  too early" in row for row in rows(roll))


def test_one_entry_in_full(history, desk):
    text = "\n".join(rows(entry_sheet(history, 5, desk.registry, 60)))
    assert "Entry 5" in text
    assert "said “Kenya: twenty-five”" in text
    assert " 3  twenty-five" in text
    assert "✓ for 3  KE Kenya" in text
    undone = "\n".join(rows(entry_sheet(history, 3, desk.registry, 90)))
    assert "↶ undone by Chair" in undone
    assert "entry 4: too early" in undone


def test_what_came_over_with_a_round_is_one_row(make_rounds):
    with Desk.opened(make_rounds(), by="Chair") as desk:
        history = History(desk.session)
        listed = rows(log_roll(history, 100))
        came = [row for row in listed if "carried over" in row]
        count = sum(1 for entry in history.entries if entry.kind == "carry")
        assert len(came) == 1
        assert f"carried over {count} places" in came[0]
        assert "Round 1, closed" in listed


def test_the_way_back_is_listed_before_it_is_gone(history):
    way = way_back(history.of_round(), 1)
    assert in_words(way) == "undoes 2"
    text = rows(way_sheet(history, way, 80))
    assert text[0] == "↶ undoes 2"
    assert "5:2 said “Kenya: twenty-five”" in text[1]
    assert "10:1 ● merge of 1, 2" in text[2]


@pytest.mark.parametrize("width", [40, 80, 140])
def test_every_row_has_room(history, desk, width):
    assert max(map(cells, rows(log_roll(history, width)))) <= width
    assert max(map(cells, rows(entry_sheet(history, 2, desk.registry, width)))) <= width
