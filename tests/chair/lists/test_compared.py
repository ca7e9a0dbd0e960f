"""Two rounds, difference by difference."""

import json

import pytest

from negotext.chair.desk import Desk
from negotext.chair.lines_wrap import cells
from negotext.chair.lists.apart import compare
from negotext.chair.lists.compared import GONE, NEW, SAME, compared, from_plain
from negotext.chair.lists.differences import differences_roll
from negotext.query.kept import draft_of
from negotext.rounds import Happening, compare_rounds

WATER = "city-water.zh.txt"


def rows(roll) -> list[str]:
    return ["".join(word.text for word in roll.row(y)) for y in range(len(roll))]


def joined(pieces, *marks: str) -> str:
    return "|".join(piece.text for piece in pieces if piece.mark in marks)


def squeezed(pieces) -> str:
    return "".join("".join(piece.text.split()) for piece in pieces)


def words(passages) -> str:
    return "".join("".join(passage.text.split()) for passage in passages)


@pytest.fixture
def found(make_rounds):
    with Desk.opened(make_rounds(), by="Chair") as desk:
        return compare(desk.session, 1, 2)


def difference(found, old: str):
    return next(each for each in found.differences if each.old == old)


def test_words_that_differ_are_marked(found):
    four = difference(found, "4")
    assert joined(four.before, GONE) == "and at anchor"
    assert joined(four.after, NEW) == ""
    assert joined(four.after, SAME).startswith("This decision applies to ships of [400][5,000] gross tonnage")


@pytest.mark.parametrize("name", ["harbour-air.en.txt", WATER])
def test_both_sides_are_whole(make_rounds, name):
    """Every paragraph that differs is shown with all its words."""
    with Desk.opened(make_rounds(name), by="Chair") as desk:
        sides = [(draft_of(desk.session, number), desk.session.choices(round=number)) for number in (1, 2)]
    drafts, choices = zip(*sides, strict=True)
    comparison = compare_rounds(*drafts, *([each.choice for each in listed] for listed in choices))
    differences = compared(1, 2, comparison).differences
    shown = [match for match in comparison.blocks if match.happened != (Happening.SAME,)]
    assert len(differences) >= len(shown) > 5
    for match in shown:
        assert any(
            squeezed(each.before) == words(match.old) and squeezed(each.after) == words(match.new)
            for each in differences
        )


def test_what_was_closed_opened_and_is_gone_stands_with_its_paragraph(found):
    notes = {(note.kind, note.address) for note in difference(found, "2").notes}
    assert {("closed", "2:1"), ("position", "BB")} <= notes
    silent = [note for note in difference(found, "4").notes if note.kind == "silent"]
    assert [note.words for note in silent] == ["“and at anchor”"]
    assert silent[0].bad
    assert any(note.kind == "opened" for note in difference(found, "5").notes)


def test_groups_are_called_by_their_names(make_rounds):
    with Desk.opened(make_rounds(WATER), by="主席") as desk:
        two = difference(compare(desk.session, 1, 2), "2")
    assert [note.words for note in two.notes if note.address == "DZ"] == ["settled: for 非洲集团 ✓ support “严重关切”"]


def test_moved_split_renumbered_and_gone(found):
    assert "moved" in difference(found, "3").happened
    assert difference(found, "11").new == "11, 11 bis"
    assert "split" in difference(found, "11").happened
    assert (difference(found, "13").new, difference(found, "13").happened) == ("12 bis", ("renumbered",))
    gone = [each for each in found.differences if "gone" in each.happened]
    assert gone
    assert all(each.at == -1 and not each.after for each in gone)


def test_the_counts_are_those_of_the_comparison(found):
    assert found.counts["silent"] == 1
    assert found.counts["closed"] == sum(1 for d in found.differences for n in d.notes if n.kind == "closed")


def test_nothing_of_it_is_lost_on_the_way_from_another_process(found):
    assert from_plain(json.loads(json.dumps(found))) == found


@pytest.mark.parametrize("name", ["harbour-air.en.txt", WATER])
@pytest.mark.parametrize("width", [40, 77, 137])
def test_every_row_has_room(make_rounds, name, width):
    with Desk.opened(make_rounds(name), by="Chair") as desk:
        roll = differences_roll(compare(desk.session, 1, 2), width)
        assert max(map(cells, rows(roll))) <= width


def test_side_by_side_where_there_is_room(found):
    wide, narrow = rows(differences_roll(found, 137)), rows(differences_roll(found, 77))
    at = next(row for row in wide if "⟦−third⟧" in row)
    assert "⟦+fifth⟧" in at
    assert cells(at.partition("│")[0]) == 68
    first = next(n for n, row in enumerate(narrow) if "⟦−third⟧" in row)
    second = next(n for n, row in enumerate(narrow) if "⟦+fifth⟧" in row)
    assert second > first
    assert narrow[first].startswith("1│ ")
    assert narrow[second].startswith("2│ ")


def test_han_words_are_joined_as_they_stand(make_rounds):
    with Desk.opened(make_rounds(WATER), by="主席") as desk:
        found = compare(desk.session, 1, 2)
        two = difference(found, "2")
        assert "委员会在第 9/4 号决定" in joined(two.after, SAME)
        assert joined(two.before, GONE).split("|")[0] == "[“"


def test_unchanged_paragraphs_are_counted(found):
    assert any(row == "⋯ 2 paragraphs unchanged" for row in rows(differences_roll(found, 100)))
