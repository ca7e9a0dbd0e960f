"""The one registry of what keys do: bindings, footer, help, palette and keymap are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

EVERY = "every"
"""Where of an action that all screens have."""

DRAFT = "draft"
MOVE, DECIDE, SEE, FLOOR, SESSION = "Move", "Decide", "See", "Floor", "Session"
GROUPS = (MOVE, DECIDE, FLOOR, SEE, SESSION)
"""The groups in the order of the help."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does.

    Attributes:
        id: its name in keymaps; the method that does it is `action_<id>`.
        keys: as Textual names them, the first one shown in footer and help.
        words: what it does, for help and palette.
        group: one of `GROUPS`.
        where: the NAME of the screen that has it, or `EVERY`.
        footer: its word in the footer; empty where it does not stand there.
        writes: whether it changes the session, which a read-only session does not allow.
        each: whether the method is told which of the keys it was (`action_accept("3")`).
        shown: how the keys are written where the first one does not say it (`0-9`).
    """

    id: str
    keys: tuple[str, ...]
    words: str
    group: str
    where: str = DRAFT
    footer: str = ""
    writes: bool = False
    each: bool = False
    shown: str = ""

    @property
    def key(self) -> str:
        """How its key is written."""
        return self.shown or written(self.keys[0])


ACTIONS: tuple[Action, ...] = (
    Action("next", ("j", "n", "down"), "next choice", MOVE, footer="next"),
    Action("previous", ("k", "N", "up"), "previous choice", MOVE),
    Action("next_open", ("J", "right_square_bracket"), "next open choice", MOVE),
    Action("previous_open", ("K", "left_square_bracket"), "previous open choice", MOVE),
    Action("page_down", ("pagedown", "space"), "a page down", MOVE),
    Action("page_up", ("pageup", "b"), "a page up", MOVE),
    Action("line_down", ("shift+down", "ctrl+e"), "a line down", MOVE),
    Action("line_up", ("shift+up", "ctrl+y"), "a line up", MOVE),
    Action("first", ("home",), "first choice", MOVE),
    Action("last", ("end", "G"), "last choice", MOVE),
    Action("go", ("g",), "go to a choice or paragraph", MOVE, footer="go to"),
    Action("search", ("slash",), "search the text", MOVE, footer="search"),
    Action("search_again", ("ctrl+n",), "next place that was searched for", MOVE),
    Action("search_back", ("ctrl+b",), "previous place that was searched for", MOVE),
    Action("filter", ("f",), "only open choices, or those on which a delegation speaks", MOVE, footer="filter"),
    Action(
        "accept",
        tuple("0123456789"),
        "accept an alternative; 0 leaves it out",
        DECIDE,
        footer="accept",
        writes=True,
        each=True,
        shown="0-9",
    ),
    Action("park", ("p",), "park the choice", DECIDE, footer="park", writes=True),
    Action("reopen", ("r",), "reopen the choice", DECIDE, footer="reopen", writes=True),
    Action("undo", ("u",), "undo what was done last", DECIDE, footer="undo", writes=True),
    Action("redo", ("U", "ctrl+r"), "redo what was undone last", DECIDE, writes=True),
    Action("view_marked", ("m",), "the draft with the decisions marked up", SEE),
    Action("view_original", ("o",), "the draft as it was brought in", SEE),
    Action("view_outcome", ("t",), "the text that results from the decisions", SEE, footer="text"),
    Action("outline", ("i",), "outline on or off", SEE),
    Action("theme", ("T",), "next theme: dark, light, high contrast", SEE, where=EVERY),
    Action("quit", ("q",), "quit; everything is saved", SESSION, where=EVERY, footer="quit"),
)


def actions_of(where: str, *, read_only: bool = False) -> Iterator[Action]:
    """The actions of a screen, in the order of the registry.

    Args:
        where: NAME of the screen.
        read_only: whether those that change the session are left out.
    """
    for action in ACTIONS:
        if action.where in (where, EVERY) and not (read_only and action.writes):
            yield action


def find_action(name: str) -> Action | None:
    """The action of this id."""
    return next((action for action in ACTIONS if action.id == name), None)


_WRITTEN = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
}


def written(key: str) -> str:
    """A key as people write it: `slash` is `/`, `ctrl+r` is `Ctrl-R`."""
    *held, last = key.split("+")
    last = _WRITTEN.get(last, last if len(last) == 1 else last.capitalize())
    return "-".join([*(each.capitalize() for each in held), last.upper() if held else last])
