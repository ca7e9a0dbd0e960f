"""A line from the floor, as values: what it means, what is wrong with it, and what may be meant by its end."""

import pytest

from negotext.chair.desk import Desk
from negotext.chair.floor import understand
from negotext.chair.floor_completing import Completer
from negotext.chair.floor_sheet import floor_sheet
from negotext.model import Side

WATER = "city-water.zh.txt"


@pytest.fixture
def water(make_session):
    """The chair's desk at a Chinese session."""
    with Desk.opened(make_session(WATER), by="主席") as opened:
        yield opened


def read(desk, line, address="5:1"):
    return understand(line, desk.session.choice(address), desk.session.language)


def stands(understood):
    return [(stand.delegation, stand.side, stand.alternative) for stand in understood.added.stands]


def shown(desk, line, address="5:1", **options):
    sheet = floor_sheet(read(desk, line, address), desk.session.choice(address), desk.registry, 100, **options)
    return [" ".join("".join(word.text for word in row).split()) for row in sheet.rows]


def test_who_wants_what(desk):
    understood = read(desk, "RU, IR: delete; US supports 2")
    assert stands(understood) == [("RU", Side.FOR, 0), ("IR", Side.FOR, 0), ("US", Side.FOR, 2)]
    assert not understood.fault
    assert shown(desk, "RU, IR: delete; US supports 2") == [
        "✓ for RU Russian Federation 0 leave it out",
        "✓ for IR Iran (Islamic Republic of) 0 leave it out",
        "✓ for US United States 2 2035",
    ]


def test_new_wording_for_a_group(desk):
    understood = read(desk, "KE for African Group: “2032”")
    assert [(each.number, each.text) for each in understood.added.alternatives] == [(3, "2032")]
    assert shown(desk, "KE for African Group: “2032”") == ["✓ for KE Kenya for African Group 3 2032 new alternative"]


def test_an_unknown_name_is_told_with_the_nearest_ones(desk):
    understood = read(desk, "Norwey: 2")
    assert understood.fault == "nobody knows a delegation called Norwey"
    assert "Norway (NO)" in understood.hint
    assert understood.added is None
    (row,) = shown(desk, "Norwey: 2", asked=True)
    assert row.startswith("✗ nobody knows a delegation called Norwey; nothing was taken down did you mean Norway (NO)")


def test_a_word_of_stance_that_is_misspelt_loses_nobody(desk):
    understood = read(desk, "RU: delete; IR suports 2")
    assert understood.added is None
    assert understood.fault == "“IR suports 2” is not understood"


def test_what_is_said_beside_it_is_kept_as_it_is(desk):
    understood = read(desk, "RU: delete; we are in no hurry")
    assert stands(understood) == [("RU", Side.FOR, 0)]
    assert understood.aside == "we are in no hurry"


def test_support_that_may_be_for_any_of_several(desk):
    understood = read(desk, "US supports")
    assert understood.fault == "US could mean any of the 2 wordings of 5:1"
    assert "supports 2" in understood.hint


@pytest.mark.parametrize("line", ["", "RU", "RU:", "hello there"])
def test_what_is_no_statement_is_no_statement(desk, line):
    assert read(desk, line).added is None
    assert read(desk, line).fault


def test_with_nothing_typed_the_alternatives_are_listed(desk):
    assert shown(desk, "") == ["0 leave it out", "1 2030", "2 2035"]


# --- taking back ----------------------------------------------------------------------------------------------------


def test_a_withdrawal_is_not_a_wish_to_delete(desk):
    understood = read(desk, "India withdraws")
    assert understood.added is None
    (taken,) = understood.withdrawn
    assert (taken.delegation, taken.alternative) == ("IN", None)
    assert [stand.alternative for stand in taken.stands] == [2]
    assert shown(desk, "India withdraws") == ["– withdraws ✓ for IN India 2 2035"]


@pytest.mark.parametrize(("line", "number"), [("India withdraws 2", 2), ("India withdraws “2035”", 2)])
def test_a_withdrawal_from_one_alternative(desk, line, number):
    assert read(desk, line).withdrawn[0].alternative == number


def test_several_withdraw(desk):
    assert [taken.delegation for taken in read(desk, "India and Brazil withdraw").withdrawn] == ["IN", "BR"]


def test_who_said_nothing_has_nothing_to_take_back(desk):
    understood = read(desk, "RU withdraws")
    assert understood.fault == "RU has said nothing on 5:1 that it could take back"
    assert "RU: delete" in understood.hint


def test_a_withdrawal_stands_by_itself(desk):
    assert "India withdraws, and more" in read(desk, "India withdraws; US supports 2").fault.replace("IN ", "India ")


# --- Chinese --------------------------------------------------------------------------------------------------------


def test_a_chinese_statement(water):
    understood = read(water, "美国、古巴：删除；挪威支持1", "8:1")
    assert stands(understood) == [("US", Side.FOR, 0), ("CU", Side.FOR, 0), ("NO", Side.FOR, 1)]
    assert shown(water, "美国：“委员会经常预算”", "8:1") == ["✓ for US 美国 2 委员会经常预算 new alternative"]


def test_codes_in_a_chinese_session(water):
    assert stands(read(water, "US: delete; CU supports 1", "8:1")) == [("US", Side.FOR, 0), ("CU", Side.FOR, 1)]


# --- completing -----------------------------------------------------------------------------------------------------


@pytest.fixture
def completer(desk):
    return Completer("en", None, desk.session.speakers())


def words(completer, typed):
    return [each.words for each in completer.completions(typed)]


def test_those_who_have_spoken_come_first(completer):
    assert words(completer, "n")[:2] == ["Norway", "New Zealand"]
    assert words(completer, "no")[0] == "Norway"


def test_behind_a_comma_comes_another_delegation(completer):
    (first, *_) = completer.completions("RU, nor")
    assert (first.words, first.code, first.start) == ("Norway", "NO", 4)
    assert not any(each.code == "" for each in completer.completions("RU, s"))


def test_behind_a_name_come_the_words_of_stance(completer):
    assert words(completer, "US s")[:2] == ["support", "supports"]
    assert words(completer, "RU, IR: del")[0] == "delete"


def test_a_group_behind_the_delegation_that_speaks_for_it(completer):
    assert words(completer, "KE for Afr")[0] == "African Group"


def test_one_hint_for_each_stance(completer):
    assert completer.hints == ["support", "oppose", "reserve", "retain", "delete", "replace", "insert"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("俄", "俄罗斯联邦"),
        ("美国、古", "古巴"),
        ("美国：删", "删除"),
        ("美国支", "支持"),
        ("阿尔及利亚代表非", "非洲集团"),
    ],
)
def test_in_chinese_there_are_no_spaces(water, typed, first):
    assert words(Completer("zh", None, water.session.speakers()), typed)[0] == first


@pytest.mark.parametrize("typed", ["古巴：支持", "古巴：删除", "古巴"])
def test_what_is_whole_is_not_completed(water, typed):
    assert words(Completer("zh", None, water.session.speakers()), typed) == []


@pytest.mark.parametrize("typed", ["", "RU:", "KE for ", "qqq"])
def test_where_nothing_was_begun_nothing_is_offered(completer, typed):
    assert words(completer, typed) == []
