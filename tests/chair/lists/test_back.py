"""Back to a point of the log."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negotext.chair.desk import Desk
from negotext.chair.lists.back import Stopped, go_back, way_back
from negotext.model import Act, Decision, Side, Stand
from negotext.outcome import choices_of
from negotext.reading import read_text
from negotext.store import Kind, StoreError, create, replay

TEXT = """1. Ports [shall][should] measure the air [daily – Norway].

2. Ports publish [monthly] what they [measured][found].
"""
PLACES = ("1:1", "1:2", "2:1", "2:2")


def numbers(entries) -> list[int]:
    return [entry.id for entry in entries]


def log(desk: Desk):
    return desk.session.log(round=desk.round)


def state(desk: Desk):
    """How all choices stand, apart from what was seen last."""
    found = {}
    for standing in desk.session.choices():
        who = tuple(standing.choice.stands)
        found[standing.address] = (standing.decision, standing.entry, standing.withdrawn, who)
    return found


def decide(desk: Desk, address: str, act: Act, number: int | None = None):
    desk.go(address)
    desk.look()
    return desk.decide(Decision(address, act, number))


def test_what_came_after_the_point_is_undone_the_latest_first(desk):
    first = decide(desk, "2:1", Act.ACCEPT, 1)
    decide(desk, "5:1", Act.PARK)
    decide(desk, "5:2", Act.ACCEPT, 2)
    way = way_back(log(desk), first.id)
    assert numbers(way.undo) == [first.id + 2, first.id + 1]
    assert way.redo == ()
    assert [step.number for step in go_back(desk, way, "the coffee was bad")] == [1, 2]
    assert desk.places.progress.agreed == 1
    assert [(each.kind, each.entry, each.why) for each in log(desk)[-2:]] == [
        (Kind.UNDO, first.id + 2, "the coffee was bad"),
        (Kind.UNDO, first.id + 1, "the coffee was bad"),
    ]


def test_going_back_can_be_taken_back(desk):
    decide(desk, "2:1", Act.ACCEPT, 1)
    latest = decide(desk, "5:1", Act.PARK)
    before = state(desk)
    list(go_back(desk, way_back(log(desk), 1)))
    assert desk.places.progress.agreed == desk.places.progress.parked == 0
    way = way_back(log(desk), latest.id)
    assert (numbers(way.undo), numbers(way.redo)) == ([], [latest.id - 1, latest.id])
    list(go_back(desk, way))
    assert state(desk) == before


def test_plain_redo_brings_it_back_step_by_step(desk):
    decide(desk, "2:1", Act.ACCEPT, 1)
    decide(desk, "5:1", Act.PARK)
    before = state(desk)
    list(go_back(desk, way_back(log(desk), 1)))
    desk.redo()
    desk.redo()
    assert state(desk) == before


def test_at_the_latest_entry_there_is_nothing_to_do(desk):
    entry = decide(desk, "2:1", Act.ACCEPT, 1)
    assert way_back(log(desk), entry.id).steps == 0


def test_what_came_with_the_round_stays(make_rounds):
    with Desk.opened(make_rounds(), by="Chair") as desk:
        came = [entry for entry in log(desk) if entry.kind is Kind.CARRY]
        assert len(came) > 1
        decide(desk, "5:1", Act.PARK)
        for point in (log(desk)[0].id, came[0].id, came[-1].id):
            assert [entry.kind for entry in way_back(log(desk), point).undo] == [Kind.PARK]


def test_the_place_that_is_looked_at_stays(desk):
    decide(desk, "5:1", Act.PARK)
    desk.go("10:1")
    list(go_back(desk, way_back(log(desk), 1)))
    assert desk.current == "10:1"


def test_an_entry_of_another_round_is_no_point(make_rounds):
    with Desk.opened(make_rounds(), by="Chair") as desk, pytest.raises(KeyError):
        way_back(log(desk), 1)


def test_where_it_stops_when_somebody_else_was_quicker(session, desk):
    decide(desk, "2:1", Act.ACCEPT, 1)
    middle = decide(desk, "5:1", Act.PARK)
    decide(desk, "5:2", Act.ACCEPT, 2)
    way = way_back(log(desk), 1)
    with Desk.opened(session, by="Deputy") as deputy:
        deputy.go("5:1")
        deputy.look()
        deputy.decide(Decision("5:1", Act.ACCEPT, 1))
    steps = go_back(desk, way)
    assert next(steps).entry.entry == middle.id + 1
    with pytest.raises(Stopped) as stopped:
        next(steps)
    assert stopped.value.done == 1
    assert stopped.value.at.id == middle.id
    assert "Deputy" in stopped.value.cause.message
    assert replay(log(desk)).holding["2:1"]  # not reached: as it was


def test_whoever_asks_for_no_further_step_leaves_the_rest(desk):
    decide(desk, "2:1", Act.ACCEPT, 1)
    decide(desk, "5:1", Act.PARK)
    next(go_back(desk, way_back(log(desk), 1)))
    assert (desk.places.progress.agreed, desk.places.progress.parked) == (1, 0)


DEEDS = st.lists(
    st.tuples(st.sampled_from(["accept", "park", "reopen", "say", "undo", "redo"]), st.sampled_from(PLACES)),
    max_size=10,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS, at=st.integers(0, 30))
def test_everything_is_as_it_was_at_any_point_of_any_log(tmp_path_factory, deeds, at):
    path = tmp_path_factory.mktemp("back") / "s.db"
    draft = read_text(TEXT)
    create(path, draft, choices_of(draft), name="s", by="S").close()
    with Desk.opened(path, by="Chair") as desk:
        were = {1: state(desk)}
        for deed, address in deeds:
            do(desk, deed, address)
            were[desk.session.last] = state(desk)
        point = sorted(were)[at % len(were)]
        end = desk.session.last
        list(go_back(desk, way_back(log(desk), point)))
        assert state(desk) == were[point]
        list(go_back(desk, way_back(log(desk), end)))
        assert state(desk) == were[end]
        assert desk.session.verify() == []


def do(desk: Desk, deed: str, address: str) -> None:
    """Do something to a place; what cannot be done is left."""
    try:
        match deed:
            case "undo":
                desk.undo()
            case "redo":
                desk.redo()
            case "say":
                desk.say(address, "Chile: delete", [Stand("CL", None, Side.AGAINST, 1, -1, "delete")])
            case _:
                decide(desk, address, Act(deed), 1 if deed == "accept" else None)
    except StoreError:
        pass
