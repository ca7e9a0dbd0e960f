"""What is pressed to measure each action of the draft screen: every one of the registry has its keys here."""

from typing import NamedTuple


class Press(NamedTuple):
    """A key that is measured.

    Attributes:
        what: the action, or what else the key does.
        key: the key.
        before: keys that are pressed before, and are not measured.
        after: keys that are pressed then, and are not measured.
        many: how often all of it is done.
    """

    what: str
    key: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    many: int = 8


def many(what: str, key: str, *, before: str = "", after: str = "") -> Press:
    return Press(what, key, tuple(before.split()), tuple(after.split()))


# One after the other on the same session. What is decided here is there for those behind it.
DRAFT = (
    many("next", "j"),
    many("previous", "k"),
    many("next_open", "J"),
    many("previous_open", "K"),
    many("page_down", "pagedown"),
    many("page_up", "pageup"),
    many("line_down", "shift+down"),
    many("line_up", "shift+up"),
    many("last", "end", after="home"),
    many("first", "home", before="end"),
    many("accept", "1", before="J", after="enter"),
    many("accept, decided", "enter", before="J 1"),
    many("accept, called off", "escape", before="J 1"),
    many("leave out, decided", "enter", before="J 0"),
    many("park", "p", before="J", after="enter"),
    many("park, decided", "enter", before="J p"),
    many("reopen", "r", before="J p enter", after="enter"),
    many("reopen, decided", "enter", before="J p enter r"),
    many("view_original", "o", after="m"),
    many("view_marked", "m", before="o"),
    many("view_outcome", "t", after="m"),
    many("view_marked, from the outcome", "m", before="t"),
    many("undo", "u", after="U"),
    many("redo", "U", before="u"),
    many("view_outcome, to stay", "t"),
    many("undo, outcome", "u", after="U"),
    many("redo, outcome", "U", before="u"),
    many("accept, decided, outcome", "enter", before="J 1"),
    many("next, outcome", "j"),
    many("view_marked, again", "m"),
    many("outline", "i", after="i"),
    many("outline, back", "i", before="i"),
    many("go", "g", after="escape"),
    many("go, a letter", "1", before="g", after="escape"),
    many("go, gone", "enter", before="home g 1 0"),
    many("search", "slash", after="escape"),
    many("search, found", "enter", before="slash t h e"),
    many("search_again", "ctrl+n"),
    many("search_back", "ctrl+b"),
    many("filter", "f", after="escape"),
    many("floor", "colon", after="escape"),
    many("say_leave", "escape", before="colon"),
    many("floor, a letter", "S", before="colon U", after="escape"),
    many("say_complete", "tab", before="colon U", after="escape"),
    many("say_complete_back", "shift+tab", before="colon U", after="escape"),
    many("say_earlier", "up", before="colon", after="escape"),
    many("say_later", "down", before="colon", after="escape"),
    many("room_names", "R"),
)
"""Keys that stay on the draft screen, and those of the lines at its foot."""

AWAY = (
    many("who", "w", after="escape"),
    many("parties", "W", after="escape"),
    many("open_list", "O", after="escape"),
    many("log", "L", after="escape"),
    many("back", "escape", before="O"),
    many("merge", "e", before="J", after="escape"),
    many("export", "x", after="escape"),
    many("palette", "ctrl+p", after="escape"),
    many("palette, a letter", "o", before="ctrl+p n", after="escape"),
    many("palette, gone", "enter", before="home ctrl+p 1 0"),
    many("help", "question_mark", after="escape"),
    many("theme", "T"),
)
"""Keys that leave the draft screen, or change how all of it looks."""

FIRST = tuple(
    Press(f"{what}, the first time", key, after=("escape",), many=1)
    for what, key in (
        ("go", "g"),
        ("floor", "colon"),
        ("who", "w"),
        ("open_list", "O"),
        ("log", "L"),
        ("merge", "e"),
        ("export", "x"),
        ("palette", "ctrl+p"),
        ("help", "question_mark"),
    )
)
"""What opens something, once the app has had the time to make it ready."""

LISTS = {
    name: (opens, tuple(Press(f"{name}: {what}", key) for what, key in moves))
    for name, opens, moves in (
        ("who", "w", (("row_down", "j"), ("row_up", "k"), ("rows_down", "pagedown"), ("row_last", "end"))),
        ("parties", "W", (("row_down", "j"), ("row_up", "k"), ("rows_down", "pagedown"), ("row_last", "end"))),
        ("open", "O", (("row_down", "j"), ("row_up", "k"), ("rows_down", "pagedown"), ("row_last", "end"))),
        ("log", "L", (("row_down", "j"), ("row_up", "k"), ("rows_down", "pagedown"), ("row_last", "end"))),
    )
}
"""The lists: the key that opens each, and the keys that are measured in it."""

ELSEWHERE = {"quit", "compare"}
"""Actions that end the app, or start another process, and are not measured here."""
