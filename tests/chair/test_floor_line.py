"""A line from the floor while it is typed, without a screen."""

import pytest

from negotext.chair.floor import understand
from negotext.chair.floor_completing import Completer
from negotext.chair.floor_line import FloorLine
from negotext.query.kept import own_of

SAID = ["NO: 1", "KE: delete"]


@pytest.fixture
def line(desk):
    """A line about 5:1, after two that were said."""
    session = desk.session
    standing, own, language = session.choice("5:1"), own_of(session), session.language
    completer = Completer(language, own, session.speakers())
    return FloorLine(
        standing, lambda typed: understand(typed, standing, language, own), completer, desk.registry, said=SAID
    )


def typed(line, words):
    line.type(words)
    return line


def test_what_is_typed_is_understood(line):
    assert line.typed == "" and not line.understood.withdrawn
    assert [stand.delegation for stand in typed(line, "NO: delete").understood.added.stands] == ["NO"]


def test_the_likeliest_end_goes_on_as_it_was_typed(line):
    assert line.completed("NO, Ken") == "NO, Kenya"
    assert line.completed("NO, Xyz") is None
    assert line.typed == ""


def test_completing_again_goes_round(line):
    typed(line, "NO, Ni: delete")

    def step(cursor, by):
        found = line.complete(cursor, by)
        assert found.start == len("NO, ")
        line.type(f"NO, {found.words}: delete")
        return found.words

    seen = [step(len("NO, Ni"), 1)]
    while (words := step(len("NO, " + seen[-1]), 1)) != seen[0]:
        seen.append(words)
    assert {"Nigeria", "Niger", "Nicaragua"} <= set(seen)
    assert step(len("NO, " + seen[0]), -1) == seen[-1]


def test_nothing_to_complete(line):
    assert typed(line, "NO: zzz").complete(7, 1) is None


def test_what_was_said_comes_back_and_so_does_what_was_being_typed(line):
    typed(line, "RU: ")
    back = []
    for by in (-1, -1, -1, 1, 1, 1):
        back.append(line.recall(by))
        line.type(back[-1])
    assert back == ["KE: delete", "NO: 1", "NO: 1", "KE: delete", "RU: ", "RU: "]
