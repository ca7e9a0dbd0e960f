"""The one registry of what keys do: bindings, footer, help, palette and keymap are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .keys import written

EVERY = "every"
"""Where of an action that all screens have."""

DRAFT = "draft"
LISTS = "lists"
"""Where of an action that all screens of `LISTING` have."""

MERGE = "merge"
SAY = "say"
EXPORT = "export"
EDITORS = frozenset({MERGE, SAY, EXPORT})
"""Screens in which one writes: a letter is a letter there, and no action that all screens have."""

HELP = "help"
ROOM = "room"
ALONE = EDITORS | {HELP, ROOM}
"""Screens without the actions that all screens have."""

LISTING = frozenset({"who", "open", "log", "compare"})
"""Screens that are lists."""

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
    Action("go", ("g",), "go to a choice or paragraph", MOVE),
    Action("search", ("slash",), "search the text", MOVE),
    Action("search_again", ("ctrl+n",), "next place that was searched for", MOVE),
    Action("search_back", ("ctrl+b",), "previous place that was searched for", MOVE),
    Action("filter", ("f",), "only open choices, or those on which a delegation speaks", MOVE),
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
    Action("merge", ("e",), "write the words yourself, beginning with what the alternatives give", DECIDE, writes=True),
    Action("park", ("p",), "park the choice", DECIDE, footer="park", writes=True),
    Action("reopen", ("r",), "reopen the choice", DECIDE, writes=True),
    Action("undo", ("u",), "undo what was done last", DECIDE, footer="undo", writes=True),
    Action("redo", ("U", "ctrl+r"), "redo what was undone last", DECIDE, writes=True),
    Action("floor", ("colon",), "what is being said: RU, IR: delete; US supports", FLOOR, footer="say", writes=True),
    Action("say_complete", ("tab",), "complete the name or the word", FLOOR, where=SAY, footer="completes"),
    Action("say_complete_back", ("shift+tab",), "the completion before", FLOOR, where=SAY),
    Action("say_earlier", ("up",), "what was said before", FLOOR, where=SAY, footer="earlier"),
    Action("say_later", ("down",), "what was said after that", FLOOR, where=SAY),
    Action("say_leave", ("escape",), "close the line; what was typed is kept", FLOOR, where=SAY, footer="leaves it"),
    Action(
        "merge_decide", ("ctrl+s",), "decide; a reason may be given", DECIDE, where=MERGE, footer="decide", writes=True
    ),
    Action(
        "merge_other", ("ctrl+o", "f4"), "at the cursor, take the next side", DECIDE, where=MERGE, footer="next side"
    ),
    Action("merge_next", ("ctrl+g", "f3"), "next collision", MOVE, where=MERGE, footer="next collision"),
    Action("merge_from", ("ctrl+l",), "which alternatives it is made from", DECIDE, where=MERGE, footer="made from"),
    Action("merge_again", ("ctrl+r",), "begin again from the alternatives", DECIDE, where=MERGE),
    Action("merge_discard", ("f8",), "give the words up", DECIDE, where=MERGE),
    Action("merge_close", ("escape",), "close; the words are kept", SESSION, where=MERGE, footer="keep and close"),
    Action("export_replace", ("ctrl+o",), "replace the file that is there", SESSION, where=EXPORT),
    Action("export_leave", ("escape",), "write nothing", SESSION, where=EXPORT, footer="leaves it"),
    Action("view_marked", ("m",), "the draft with the decisions marked up", SEE),
    Action("view_original", ("o",), "the draft as it was brought in", SEE),
    Action("view_outcome", ("t",), "the text that results from the decisions", SEE, footer="text"),
    Action("outline", ("i",), "outline on or off", SEE),
    Action("party", ("slash",), "choose a delegation by code or name", MOVE, where="who", footer="delegation"),
    Action("other_pane", ("tab",), "from the delegations to the page and back", MOVE, where="who", footer="other side"),
    Action("this_place", ("full_stop",), "who stands where on the choice you look at", SEE, where="who"),
    Action("held_by", ("f", "slash"), "only what one delegation holds up", MOVE, where="open", footer="held up by"),
    Action(
        "back_to",
        ("u",),
        "undo everything after this entry; what will be undone is listed first",
        DECIDE,
        where="log",
        footer="undo back to here",
        writes=True,
    ),
    Action("log_redo", ("U", "ctrl+r"), "redo what was undone last", DECIDE, where="log", footer="redo", writes=True),
    Action("next_difference", ("n",), "next difference", MOVE, where="compare", footer="next"),
    Action("previous_difference", ("N",), "previous difference", MOVE, where="compare", footer="previous"),
    Action("older_rounds", ("left_square_bracket",), "compare the two rounds before", SEE, where="compare"),
    Action("newer_rounds", ("right_square_bracket",), "compare the two rounds after", SEE, where="compare"),
    Action("compare_again", ("c",), "compare these rounds again", SEE, where="compare"),
    Action("row_down", ("j", "down"), "next entry of the list", MOVE, where=LISTS),
    Action("row_up", ("k", "up"), "previous entry of the list", MOVE, where=LISTS),
    Action("rows_down", ("pagedown", "space"), "a page down", MOVE, where=LISTS),
    Action("rows_up", ("pageup", "b"), "a page up", MOVE, where=LISTS),
    Action("row_first", ("home",), "first entry of the list", MOVE, where=LISTS),
    Action("row_last", ("end", "G"), "last entry of the list", MOVE, where=LISTS),
    Action("to_place", ("enter",), "to this place in the draft", MOVE, where=LISTS, footer="to the place"),
    Action("back", ("escape", "backspace"), "back to the draft", MOVE, where=LISTS, footer="back"),
    Action("who", ("w",), "who stands where on this choice, with the evidence", SEE, where=EVERY, footer="who"),
    Action("parties", ("W",), "each delegation: what it wants and what it holds up", SEE, where=EVERY),
    Action("open_list", ("O",), "what is open, the nearest to agreement first", SEE, where=EVERY, footer="open"),
    Action("log", ("L",), "what was done, and back to any point of it", SEE, where=EVERY, footer="log"),
    Action("compare", ("C",), "the two latest rounds side by side", SEE, where=EVERY, footer="compare"),
    Action("room_names", ("R",), "show the room who asked for what, or nobody's name", SEE, where=EVERY, writes=True),
    Action("theme", ("T",), "next theme: dark, light, high contrast", SEE, where=EVERY),
    Action("export", ("x",), "write the text as a Word file, a web page or Markdown", SESSION, where=EVERY),
    Action("palette", ("ctrl+p",), "find an action, a place or a delegation by a few letters", SESSION, where=EVERY),
    Action("help", ("question_mark", "f1"), "all keys", SESSION, where=EVERY, footer="keys"),
    Action("help_down", ("j", "down"), "a line down", MOVE, where=HELP, footer="down"),
    Action("help_up", ("k", "up"), "a line up", MOVE, where=HELP),
    Action("help_page_down", ("pagedown", "space"), "a page down", MOVE, where=HELP, footer="a page down"),
    Action("help_page_up", ("pageup", "b"), "a page up", MOVE, where=HELP),
    Action("help_first", ("home",), "to the top", MOVE, where=HELP),
    Action("help_last", ("end", "G"), "to the end", MOVE, where=HELP),
    Action("help_back", ("escape", "question_mark", "f1", "q"), "back", SESSION, where=HELP, footer="back"),
    Action("room_next", ("j", "n", "down"), "next place", MOVE, where=ROOM, footer="next"),
    Action("room_previous", ("k", "N", "up"), "previous place", MOVE, where=ROOM, footer="previous"),
    Action("room_down", ("pagedown", "space"), "a page down", MOVE, where=ROOM, footer="page down"),
    Action("room_up", ("pageup", "b"), "a page up", MOVE, where=ROOM),
    Action("room_follow", ("f",), "follow the chair, or look around", SEE, where=ROOM, footer="follow the chair"),
    Action("room_show_names", ("R",), "show who asked for what, or nobody's name", SEE, where=ROOM),
    Action("room_theme", ("T",), "next theme: dark, light, high contrast", SEE, where=ROOM),
    Action("room_quit", ("q",), "quit", SESSION, where=ROOM, footer="quit"),
    Action("quit", ("q",), "quit; everything is saved", SESSION, where=EVERY, footer="quit"),
)


def actions_of(where: str, *, read_only: bool = False) -> Iterator[Action]:
    """The actions of a screen, in the order of the registry.

    Args:
        where: NAME of the screen.
        read_only: whether those that change the session are left out.
    """
    wanted = {where} if where in ALONE else {where, EVERY, LISTS} if where in LISTING else {where, EVERY}
    for action in ACTIONS:
        if action.where in wanted and not (read_only and action.writes):
            yield action


def find_action(name: str) -> Action | None:
    """The action of this id."""
    return next((action for action in ACTIONS if action.id == name), None)
