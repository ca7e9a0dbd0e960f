"""The help: every key from the one registry, those of the screen one is on first. Pure."""

from __future__ import annotations

from .actions import ACTIONS, ALONE, EVERY, GROUPS, HELP, LISTING, LISTS, Action
from .keymap import Keymap
from .lines_wrap import cells
from .settings_text import keys_of, title_of, wheres
from .sheet import Sheet, Word

_KEYS = 24
"""Cells that the column of keys has at most."""

ALWAYS = (
    ("Enter", "take what is asked or chosen"),
    ("Esc", "leave what is in front; nothing is decided"),
    ("Tab", "from pane to pane"),
    ("Up Down", "where a question has a list: the entry before, the entry after"),
    ("Mouse", "a click goes to a place, a section, an entry of a list or presses a key at the foot; the wheel scrolls"),
)
"""What holds everywhere and cannot be given other keys."""


def help_sheet(where: str, keymap: Keymap, width: int, *, read_only: bool = False, note: str = "") -> Sheet:
    """All keys.

    Args:
        where: NAME of the screen one is on.
        keymap: which keys do what.
        width: cells of a row.
        read_only: whether the session cannot be changed: what would change it is marked.
        note: what there is to know of this draft on a screen.
    """
    sheet = Sheet(width)
    first = [where, *([] if where in ALONE else [*([LISTS] if where in LISTING else []), EVERY])]
    actions = [keymap.of(action) for action in ACTIONS]
    for name in [*first, *(each for each in wheres() if each not in (*first, HELP))]:
        found = [action for action in actions if action.where == name]
        if found:
            sheet.gap()
            sheet.mark(name)
            here = "  this screen" if name == where else ""
            sheet.add(Word(title_of(name), "title"), Word(here, "dim"))
            _groups(sheet, found, read_only=read_only)
    sheet.gap()
    sheet.mark("always")
    sheet.add(Word("Always", "title"))
    for key, words in ALWAYS:
        _line(sheet, key, words)
    sheet.gap()
    sheet.add(Word("Other keys, colours and a reading width: negotext chair --keys", "dim"))
    if note:
        sheet.add(Word(note, "dim"))
    return sheet


def _groups(sheet: Sheet, actions: list[Action], *, read_only: bool) -> None:
    for group in GROUPS:
        found = [action for action in actions if action.group == group]
        if found:
            sheet.add(Word(group, "strong"), indent=1)
            for action in found:
                refused = " (not here: this session is read only)" if read_only and action.writes else ""
                _line(sheet, keys_of(action), action.words, refused)


def _line(sheet: Sheet, keys: str, words: str, refused: str = "") -> None:
    """Keys in one column, what they do in another; more keys than have room stand in a row of their own."""
    room = min(_KEYS, sheet.width // 3)
    said = Sheet(sheet.width - room - 3)
    said.add(Word(words, "dim" if refused else ""), Word(refused, "dim"))
    if cells(keys) > room:
        sheet.add(Word(keys, "key"), indent=2)
        keys = ""
    for number, row in enumerate(said.rows):
        first = keys if not number else ""
        sheet.rows.append((Word("  "), Word(first, "key"), Word(" " * (room + 1 - cells(first))), *row))
