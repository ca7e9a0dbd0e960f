"""How things stand, asked for bit by bit as they are done, is the same as all of it at once."""

import random

import pytest

from negotext.chair.desk import Desk
from negotext.chair.lists.situation import Situation
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


def test_what_others_have_done_and_another_round(make_rounds):
    path = make_rounds()
    with Desk.opened(path, by="Chair") as one, Desk.opened(path, by="Deputy") as other:
        before = Situation(one)
        assert before.places
        other.decide(Decision("5:1", Act.PARK))
        one.poll()
        after = Situation(one, before)
        assert after.places == Situation(one).places != before.places
        before._round -= 1
        assert Situation(one, before).places == after.places
