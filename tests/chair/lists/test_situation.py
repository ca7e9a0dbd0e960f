"""How things stand, asked for bit by bit as they are done, is the same as all of it at once."""

import random

import pytest
from click.testing import CliRunner

from negotext.chair.desk import Desk
from negotext.chair.lists.situation import Situation
from negotext.cli.program import program
from negotext.model import Act, Decision
from negotext.store import StoreError


def do(dice: random.Random, desk: Desk) -> None:
    """Something or other."""
    choice = desk.places.standings[dice.choice(desk.places.order)].choice
    desk.go(choice.address)
    desk.look()
    number = dice.randrange(len(choice.alternatives))
    try:
        match dice.randrange(6):
            case 0:
                desk.undo()
            case 1:
                desk.redo()
            case 2:
                desk.decide(Decision(choice.address, dice.choice([Act.PARK, Act.REOPEN])))
            case 3:
                desk.decide(Decision(choice.address, Act.MERGE, text="other words"))
            case _:
                desk.decide(Decision(choice.address, Act.ACCEPT, number))
    except StoreError:
        pass


@pytest.mark.parametrize("seed", range(4))
def test_bit_by_bit(desk, seed):
    dice = random.Random(seed)
    situation = Situation(desk)
    for _ in range(30):
        for _ in range(dice.choice([1, 1, 3])):
            do(dice, desk)
        situation, at_once = Situation(desk, situation), Situation(desk)
        assert situation.places == at_once.places
        assert situation.open == at_once.open
        assert situation.parties == at_once.parties


def test_what_others_have_done_counts_once_the_desk_knows_of_it(make_session):
    path = make_session("n.txt", "5. The committee [shall [promptly] report][shall not report] on [ports][airports].\n")
    with Desk.opened(path, by="Chair") as one, Desk.opened(path, by="Deputy") as other:
        before = Situation(one)
        assert [place.address for place in before.open] == ["5:1", "5:1.1", "5:2"]
        other.decide(Decision("5:1", Act.ACCEPT, 2))
        between = Situation(one, before)
        assert between.places
        one.poll()
        assert not between.holds
        after = Situation(one, between)
        assert after.holds
        assert after.places == Situation(one).places
        assert [place.address for place in after.open] == ["5:2"]


def test_another_round_is_asked_for_as_a_whole(session, root):
    with Desk.opened(session, by="Chair") as one:
        before = Situation(one)
        assert before.places
        second = str(root / "examples" / "harbour-air.round2.en.txt")
        done = CliRunner().invoke(program, ["round", str(session), "--draft", second, "--yes", "--by", "Secretariat"])
        assert done.exit_code == 0, done.output
        assert Situation(one, before).places == Situation(one).places
        one.poll()
        assert Situation(one, before).places == Situation(one).places
