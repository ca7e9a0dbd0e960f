"""Keys as people write them, and as a terminal sends them."""

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import KEY_ALIASES, Keys, _character_to_key

from negotext.chair.actions import ACTIONS
from negotext.chair.keys import NoKey, key_named, written

TEXTUAL = {key.value for key in Keys} | set(KEY_ALIASES) | {"space"}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("P", "P"),
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        (".", "full_stop"),
        ("-", "minus"),
        ("+", "plus"),
        ("Ctrl-R", "ctrl+r"),
        ("ctrl+r", "ctrl+r"),
        ("Alt-X", "alt+x"),
        ("Alt-Up", "alt+up"),
        ("Shift-p", "P"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("f5", "f5"),
        ("Shift-Up", "shift+up"),
        ("é", "é"),
        (" space ", "space"),
    ],
)
def test_what_a_person_writes_is_found(typed, key):
    assert key_named(typed) == key


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "is no key"),
        ("PP", "is no key"),
        ("Strg-P", "is no key"),
        ("\0", "is no key"),
        ("Ctrl-I", "sends Ctrl-I as Tab"),
        ("Ctrl-M", "sends Ctrl-M as Enter"),
        ("Ctrl-[", "as Esc"),
        ("Ctrl-Shift-P", "cannot tell"),
        ("Alt-F", "sends Alt-F as Ctrl-Right"),
        ("Alt-5", "sends Alt-5 as another sign"),
        ("Alt-/", "sends Alt-/ as another sign"),
    ],
)
def test_what_no_terminal_sends_is_refused(typed, said):
    with pytest.raises(NoKey, match=said):
        key_named(typed)


@pytest.mark.parametrize("key", sorted({key for action in ACTIONS for key in action.keys}))
def test_every_key_of_the_registry_is_one_that_a_terminal_sends(key):
    last = key.rpartition("+")[2]
    shown = written(last)
    assert key in TEXTUAL or last in TEXTUAL or (len(shown) == 1 and _character_to_key(shown) == last)
    assert key_named(written(key)) == key


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_alt_with_a_letter_is_had_where_a_terminal_sends_it(letter):
    parser = XTermParser()
    sent = [event.key for event in (*parser.feed(f"\x1b{letter}"), *parser.feed("")) if isinstance(event, Key)]
    try:
        assert sent == [key_named(f"Alt-{letter}")]
    except NoKey as refused:
        assert str(refused).endswith(written(sent[0]))
