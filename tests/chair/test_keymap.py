"""Other keys for actions: what can be had, and what is said of the rest."""

import pytest

from negotext.chair.actions import actions_of, find_action
from negotext.chair.keymap import Keymap, keymap_of
from negotext.chair.keys import KEPT, WRITING


def faults(**wanted) -> str:
    return "; ".join(f"{name}: {reason}" for name, reason in keymap_of(wanted)[1])


def test_an_action_has_the_keys_it_was_given_and_no_others():
    keymap, said = keymap_of({"park": "P", "redo": ["F6", "Ctrl-R"]})
    assert not said
    assert keymap.of(find_action("park")).keys == ("P",)
    assert {action.id: action.key for action in keymap.actions_of("draft")}["redo"] == "F6"
    assert keymap.bindings == {"park": "P", "redo": "f6,ctrl+r"}


def test_without_any_all_is_as_in_the_registry():
    assert list(Keymap().actions_of("draft")) == list(actions_of("draft"))
    assert not Keymap()


def test_two_actions_can_change_their_keys():
    keymap, said = keymap_of({"park": "r", "reopen": "p"})
    assert not said
    assert keymap.bindings == {"park": "r", "reopen": "p"}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"parc": "P"}, "no action 'parc'; did you mean park"),
        ({"zzzzzz": "P"}, "negotext chair --keys"),
        ({"park": "u"}, "park: u is the key of undo already"),
        ({"park": "q"}, "park: q is the key of quit already"),
        ({"park": "5"}, "park: 5 is the key of accept already"),
        ({"park": "X", "reopen": "X"}, "reopen: X is the key of park already"),
        ({"park": "Enter"}, "Enter cannot be given away"),
        ({"park": ""}, "is no key"),
        ({"park": []}, 'a key is written "P"'),
        ({"park": 5}, 'a key is written "P"'),
        ({"park": ["P", 5]}, 'a key is written "P"'),
        ({"accept": "a"}, "accept has the keys 0-9, which it keeps"),
        ({"merge_decide": "d"}, "d is a letter where words are written"),
    ],
)
def test_what_cannot_be_had_is_said_and_stays_as_it_was(wanted, said):
    assert said in faults(**wanted)
    keymap, _ = keymap_of(wanted)
    assert "accept" not in keymap.bindings
    assert len(keymap.changed) == len(wanted) - 1


def test_whoever_gives_a_key_up_makes_room_for_another_one():
    keymap, said = keymap_of({"reopen": "p"})
    assert "reopen: p is the key of park already" in "; ".join(map(": ".join, said))
    assert not keymap
    assert not keymap_of({"park": "P", "reopen": "p"})[1]


def test_the_key_of_a_list_may_be_that_of_the_draft():
    assert not faults(back_to="p")


def test_keys_with_which_one_writes_are_not_given_away_where_one_does():
    assert "Ctrl-Z moves or edits where words are written" in faults(merge_other="Ctrl-Z")
    assert not faults(park="Ctrl-Z")


def test_all_keys_of_the_lines_in_which_one_writes_are_known():
    textual = pytest.importorskip("textual.widgets")
    bound = {key for kind in (textual.TextArea, textual.Input) for each in kind.BINDINGS for key in each.key.split(",")}
    # No terminal sends Super.
    assert {key for key in bound if "super" not in key} <= WRITING | KEPT.keys()
