"""The file of the settings, written out: the keys as they are now, and a template to change them in."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .actions import ACTIONS, EDITORS, EVERY, LISTS, Action
from .keymap import can_change, screens
from .keys import written
from .settings import NARROWEST, THEMES, Settings

TITLES = {
    "draft": "The draft",
    EVERY: "On every screen",
    LISTS: "In every list",
    "merge": "Writing the words of a merge",
    "who": "Who wants what",
    "open": "What is open",
    "log": "What was done",
    "compare": "Two rounds side by side",
    "say": "Taking down what is said",
    "export": "Writing a document",
    "help": "This help",
    "room": "The second screen, for the room",
}
"""What each screen is called, by where its actions are."""


def title_of(where: str) -> str:
    """What a screen is called."""
    return TITLES.get(where, where.capitalize())


def wheres() -> list[str]:
    """Where actions are, in the order in which they are told: the draft, every screen, lists, the other screens."""
    return list(dict.fromkeys(["draft", EVERY, LISTS, *screens()]))


def settings_text(settings: Settings) -> str:
    """The text of a file that gives these settings; what is as without a file stands behind `#`."""
    return "\n".join(_lines(settings)) + "\n"


def _lines(settings: Settings) -> Iterator[str]:
    plain = Settings()
    yield f"# The chair's terminal. This file: {settings.path or 'chair.toml'}"
    yield "# Take the # away in front of what you want otherwise."
    yield ""
    yield _line("theme", settings.theme, plain.theme, " or ".join(THEMES))
    width = f"the text is at most so many cells wide ({NARROWEST} or more); 0: as wide as there is room"
    yield _line("width", settings.width, plain.width, width)
    yield _line("names", settings.names, plain.names, "whether the projector shows who asked for what")
    yield ""
    yield "[keys]"
    for where in wheres():
        found = [action for action in ACTIONS if action.where == where and can_change(action)]
        if not found:
            continue
        yield ""
        kept = " (letters are letters there: Ctrl, Alt or F keys)" if where in EDITORS else ""
        yield f"# {title_of(where)}{kept}"
        for action in found:
            keys = settings.keymap.of(action).keys
            yield _line(action.id, _shown(keys), _shown(action.keys), action.words)


def _shown(keys: tuple[str, ...]) -> str | list[str]:
    shown = [written(key) for key in keys]
    return shown[0] if len(shown) == 1 else shown


def _line(name: str, value: object, plain: object, words: str) -> str:
    setting = f"{name} = {json.dumps(value, ensure_ascii=False)}"
    return f"{'' if value != plain else '# '}{setting:34}  # {words}"


def keys_of(action: Action) -> str:
    """All keys of an action as people write them, with spaces between them."""
    return action.shown or " ".join(written(key) for key in action.keys)
