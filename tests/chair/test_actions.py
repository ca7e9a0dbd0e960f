"""The registry of actions: what it promises, the screens keep."""

from collections import Counter

import pytest

from negotext.chair.actions import ACTIONS, EVERY, GROUPS, actions_of, find_action
from negotext.chair.app import ChairApp
from negotext.chair.keys import written
from negotext.chair.making import PAGES


def screens() -> dict[str, type]:
    from importlib import import_module

    return {name: getattr(import_module(module), kind) for name, (module, kind) in PAGES.items()}


def test_every_action_has_a_name_of_its_own():
    names = Counter((action.id, action.where) for action in ACTIONS)
    assert not [name for name, count in names.items() if count > 1]


@pytest.mark.parametrize("where", PAGES)
def test_no_key_does_two_things_on_a_screen(where):
    keys = Counter(key for action in actions_of(where) for key in action.keys)
    assert not [key for key, count in keys.items() if count > 1]


@pytest.mark.parametrize("where", PAGES)
def test_every_action_of_a_screen_can_be_done_there(where):
    screen = screens()[where]
    for action in actions_of(where):
        kind = ChairApp if action.where == EVERY else screen
        assert hasattr(kind, f"action_{action.id}"), action.id


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.where}-{action.id}")
def test_every_action_says_what_it_does(action):
    assert action.words
    assert action.words[0].islower()
    assert action.group in GROUPS
    assert action.keys


def test_a_read_only_session_has_no_actions_that_write():
    assert {"accept", "park", "undo"} & {action.id for action in actions_of("draft")}
    assert not [action.id for action in actions_of("draft", read_only=True) if action.writes]


@pytest.mark.parametrize(
    ("key", "shown"),
    [("slash", "/"), ("ctrl+r", "Ctrl-R"), ("N", "N"), ("pagedown", "PgDn"), ("down", "Down"), ("question_mark", "?")],
)
def test_keys_are_written_as_people_write_them(key, shown):
    assert written(key) == shown


def test_an_action_is_found_by_its_name():
    assert find_action("accept").key == "0-9"
    assert find_action("fly") is None
