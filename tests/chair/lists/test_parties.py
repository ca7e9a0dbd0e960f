"""Choosing a delegation by what is typed."""

import pytest

from negotext.chair.desk import Desk
from negotext.chair.lists.parties import matching
from negotext.chair.lists.situation import Situation

WATER = "city-water.zh.txt"


@pytest.fixture
def parties(desk):
    return Situation(desk).parties


def codes(found) -> list[str]:
    return [party.code for party in found]


def test_all_who_have_spoken_are_there_with_their_counts(desk, parties):
    positions = desk.session.positions()
    assert {party.code for party in parties} == {
        code for each in positions for code in (each.position.delegation, each.position.on_behalf_of) if code
    }
    norway = next(party for party in parties if party.code == "NO")
    assert norway.positions == sum(1 for each in positions if each.position.delegation == "NO")
    assert norway.title == "Norway"
    assert norway.holds == sum(1 for place in Situation(desk).open if "NO" in place.holders) > 0


@pytest.mark.parametrize("typed", ["ke", "KE", "ken", "Kenya", " kenya "])
def test_by_code_or_name_in_any_letter_case(parties, typed):
    assert codes(matching(typed, parties))[0] == "KE"


def test_a_code_comes_before_a_name_that_begins_so(parties):
    assert codes(matching("in", parties))[0] == "IN"
    assert "SG" in codes(matching("in", parties))  # SINgapore holds it too


def test_another_name_is_as_good_as_the_title(parties):
    assert codes(matching("korea", parties))[:1] == ["KR"]
    assert codes(matching("usa", parties))[:1] == ["US"]


def test_nothing_typed_is_all_of_them(parties):
    assert matching("", parties) == parties


def test_what_nobody_is_called_finds_nobody(parties):
    assert matching("atlantis", parties) == []


def test_names_are_those_of_the_drafts_language(make_session):
    with Desk.opened(make_session(WATER), by="主席") as desk:
        parties = Situation(desk).parties
        assert codes(matching("孟加", parties)) == ["BD"]
        assert codes(matching("bd", parties)) == ["BD"]
