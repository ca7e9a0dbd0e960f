"""The desk: everything a key does, without a screen."""

import os

import pytest

from negotext.chair.desk import Desk
from negotext.chair.desk_places import Filter
from negotext.chair.desk_texts import View
from negotext.chair.units import Fate
from negotext.model import Act, State
from negotext.outcome import outcome
from negotext.store import AlreadyOpen, CannotOpen, NothingToUndo, ReadOnly, StaleChoice, UnknownAlternative

WATER = "city-water.zh.txt"


@pytest.fixture
def deputy(session, desk):
    """Somebody else at the same session."""
    with Desk.opened(session, by="Deputy") as opened:
        yield opened


def shown(desk: Desk) -> str:
    return "\n".join(unit.text for unit in desk.units())


def fates(desk: Desk, fate: Fate) -> str:
    return "|".join(piece.text for unit in desk.units() for piece in unit.pieces if piece.fate is fate)


def test_the_desk_begins_at_the_first_open_choice(desk):
    assert desk.current == desk.places.order[0] == "2:1"


def test_steps_go_through_all_choices_in_the_order_of_the_text(desk):
    seen = [desk.current]
    while desk.step(1):
        seen.append(desk.current)
    assert seen == list(desk.places.order)
    starts = [desk.places.standings[address].choice.span.start for address in seen]
    assert starts == sorted(starts)
    assert not desk.step(1)
    assert desk.step(-1)
    assert desk.current == seen[-2]


def test_open_only_leaves_out_what_is_decided(desk):
    desk.decide(desk.decision(Act.ACCEPT, 0))
    assert desk.step(1)
    assert not desk.step(-1, Filter(open_only=True))


def test_a_filter_by_delegation_stops_where_it_speaks(desk):
    desk.filter = Filter(delegation="NO")
    found = []
    desk.current = ""
    while desk.step(1):
        found.append(desk.standing())
    assert len(found) == desk.places.count(desk.filter) > 2
    assert all(any(stand.delegation == "NO" for stand in each.choice.stands) for each in found)


@pytest.mark.parametrize(("typed", "address"), [("5:2", "5:2"), ("para 8", "8:1"), (" ５ : 2 ", "5:2")])
def test_places_are_found_as_people_type_them(desk, typed, address):
    assert desk.find(typed) == address


def test_a_paragraph_leads_to_its_first_open_choice(desk):
    assert desk.find("5") == "5:1"
    desk.go("5:1")
    desk.decide(desk.decision(Act.ACCEPT, 1))
    assert desk.find("5") == "5:2"


def test_nothing_is_found_where_nothing_is(desk):
    assert desk.find("99") is None
    assert desk.find("") is None


def test_delegations_are_found_by_code_and_by_name(desk):
    assert desk.party("norway") == "NO"
    assert desk.party("KE") == "KE"
    assert desk.party("Atlantis") is None


def test_words_are_found_across_line_wraps_and_from_the_other_end(desk):
    text = desk.draft.source.text
    start, end, *_ = desk.search("charge for the connection", -1)
    assert " ".join(text[start:end].split()) == "charge for the connection"
    assert desk.search("CHARGE for", end)[:2] == desk.search("charge for", -1)[:2]
    assert desk.search("no such words", 0) is None
    assert desk.search("  ", 0) is None


def test_chinese_words_are_found_across_line_wraps(make_session):
    with Desk.opened(make_session(WATER), by="Chair") as desk:
        start, end, *_ = desk.search("百分之六十", -1)
        assert "\n" in desk.draft.source.text[start:end]


def test_accepting_is_on_record_with_its_reason(desk):
    desk.go("8:1")
    entry = desk.decide(desk.decision(Act.ACCEPT, 1), "as in paragraph 5")
    assert (entry.by, entry.why, entry.address) == ("Chair", "as in paragraph 5", "8:1")
    assert desk.standing().state is State.AGREED
    assert desk.counts().progress.agreed == 1


def test_undo_and_redo_go_to_their_choice(desk):
    desk.go("8:1")
    desk.decide(desk.decision(Act.PARK))
    desk.go("2:1")
    desk.undo()
    assert (desk.current, desk.standing().state) == ("8:1", State.OPEN)
    desk.redo()
    assert desk.standing().state is State.PARKED
    desk.decide(desk.decision(Act.REOPEN))
    assert desk.standing().state is State.OPEN


def test_what_cannot_be_done_is_refused_and_changes_nothing(desk):
    with pytest.raises(UnknownAlternative):
        desk.decide(desk.decision(Act.ACCEPT, 9))
    with pytest.raises(AlreadyOpen):
        desk.decide(desk.decision(Act.REOPEN))
    with pytest.raises(NothingToUndo):
        desk.undo()
    assert desk.counts().progress.open == len(desk.places.order)


def test_a_decision_on_a_stale_view_is_refused_with_who_and_what(desk, deputy):
    desk.look()
    deputy.decide(deputy.decision(Act.PARK), "not ripe")
    with pytest.raises(StaleChoice, match="Deputy parked 2:1"):
        desk.decide(desk.decision(Act.ACCEPT, 1))
    assert deputy.session.choice("2:1").state is State.PARKED


def test_having_heard_of_it_is_not_having_looked_at_it(desk, deputy):
    seen = desk.seen("2:1")
    deputy.decide(deputy.decision(Act.PARK))
    assert [entry.by for entry in desk.poll()] == ["Deputy"]
    assert desk.standing().state is State.PARKED
    with pytest.raises(StaleChoice):
        desk.decide(desk.decision(Act.ACCEPT, 1), seen=seen)
    desk.look()
    desk.decide(desk.decision(Act.ACCEPT, 1))


def test_ones_own_decisions_are_no_news(desk):
    desk.decide(desk.decision(Act.PARK))
    assert desk.poll() == ()


def test_a_read_only_desk_decides_nothing(session):
    with Desk.opened(session, read_only=True) as desk, pytest.raises(ReadOnly):
        desk.decide(desk.decision(Act.PARK))


def test_a_file_that_is_lost_is_noticed(desk, session):
    moved = session.with_name("elsewhere.db")
    os.rename(session, moved)
    with pytest.raises(CannotOpen, match="moved, deleted or replaced"):
        desk.poll()
    os.rename(moved, session)
    assert desk.poll() == ()


def test_whom_a_decision_overrides_is_known_before(desk):
    desk.go(desk.find("4"))
    place = next(a for a, s in desk.places.standings.items() if any(x.stance == "delete" for x in s.choice.stands))
    desk.go(place)
    against = {stand.delegation for stand in desk.standing().choice.stands if stand.alternative == 0}
    brings = desk.would_bring(desk.decision(Act.ACCEPT, desk.standing().choice.base))
    assert against & {voice.delegation for voice in brings.overridden}


@pytest.mark.parametrize("name", ["harbour-air.en.txt", WATER])
def test_with_nothing_decided_all_views_show_the_draft(make_session, name):
    with Desk.opened(make_session(name), by="Chair") as desk:
        texts = []
        for desk.view in View:
            texts.append(shown(desk))
        assert texts[0] == texts[1] == texts[2]
        words = "".join(texts[0].split())
        assert len(words) > 0.97 * len("".join(desk.draft.source.text.split()))


def test_marked_up_shows_what_goes_and_what_stays(desk):
    desk.go("8:1")
    desk.decide(desk.decision(Act.ACCEPT, 2))
    assert fates(desk, Fate.AGREED) == "should"
    assert fates(desk, Fate.GONE) == "[shall][|]"
    desk.view = View.ORIGINAL
    assert fates(desk, Fate.GONE) == ""


def test_marked_up_shows_words_of_the_chair_where_they_belong(desk):
    desk.go("8:1")
    desk.decide(desk.decision(Act.MERGE, None, "are to", 1, 2))
    assert fates(desk, Fate.NEW) == "⟦are to⟧"
    assert "[shall][should]⟦are to⟧" in shown(desk)


def test_marked_up_strikes_a_line_on_two_items_when_both_are_decided(make_session):
    with Desk.opened(make_session(WATER), by="Chair") as desk:
        for address, struck in (("4:1.5", False), ("4:1.6", True)):
            desk.go(address)
            desk.decide(desk.decision(Act.ACCEPT, 1))
            assert ("印度" in fates(desk, Fate.GONE)) is struck


@pytest.mark.parametrize("name", ["harbour-air.en.txt", WATER])
def test_the_outcome_view_shows_the_outcome(make_session, name):
    with Desk.opened(make_session(name), by="Chair") as desk:
        for number, address in enumerate(list(desk.places.order)[::3]):
            if address not in desk.places.gone:
                desk.go(address)
                desk.decide(desk.decision(Act.ACCEPT, number % len(desk.standing().choice.alternatives)))
        desk.view = View.OUTCOME
        text = "".join(outcome(desk.draft, desk.places.choices, desk.places.decisions).text.split())
        at = 0
        for unit in desk.units():
            words = "".join(unit.text.split())
            found = text.find(words, at)
            # In front of the words of a unit there is nothing but its label.
            assert 0 <= found - at <= 12, unit.text
            at = found + len(words)
        assert at == len(text)


def test_undoing_everything_shows_the_draft_again(desk):
    before = shown(desk)
    for number in (1, 0):
        desk.decide(desk.decision(Act.ACCEPT, number))
        desk.step(1)
    assert fates(desk, Fate.GONE)
    desk.undo()
    desk.undo()
    assert shown(desk) == before
    assert fates(desk, Fate.GONE) == ""


def test_sections_count_what_is_open(desk):
    before = desk.counts()
    assert desk.sections[0].title.startswith("A. Background")
    assert sum(before.open) == before.progress.open
    desk.decide(desk.decision(Act.ACCEPT, 0))
    after = desk.counts()
    assert after.open[0] == before.open[0] - 1
    assert after.words < before.words


def test_a_new_round_is_taken_up(desk, session, root):
    from negotext.outcome import choices_of
    from negotext.reading import read_bytes
    from negotext.store import open_session

    draft = read_bytes((root / "examples" / "harbour-air.round2.en.txt").read_bytes(), "round2")
    with open_session(session) as other:
        other.add_round(draft, choices_of(draft), by="Secretariat")
    assert desk.poll()
    assert desk.round == 2
    assert desk.draft.source.text == draft.source.text
    assert desk.current in desk.places.standings


def test_words_in_brackets_are_those_of_what_is_not_agreed(make_session):
    text = "1. We [shall][should] act [and [soon] report], says nobody.\n\n2. 委员会[应当]审查。\n"
    with Desk.opened(make_session("small.txt", text), by="Chair") as desk:
        assert desk.counts().words == 2 + 3 + 2
        desk.decide(desk.decision(Act.ACCEPT, 1))
        assert desk.counts().words == 3 + 2
        desk.go("1:2.1")
        desk.decide(desk.decision(Act.PARK))
        assert desk.counts().words == 3 + 2
        desk.go("1:2")
        desk.decide(desk.decision(Act.ACCEPT, 1))
        assert desk.counts().words == 1 + 2
