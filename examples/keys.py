"""Write the table of keys of the README, from the registry of the chair's terminal.

    python examples/keys.py

A test compares it with the README.
"""

from negotext.chair.actions import ACTIONS, GROUPS, HELP, ROOM
from negotext.chair.settings_text import keys_of, title_of, wheres


def table() -> str:
    """Every key, screen by screen, as Markdown."""
    lines = []
    for where in wheres():
        found = [action for group in GROUPS for action in ACTIONS if (action.where, action.group) == (where, group)]
        if found and where not in (HELP, ROOM):
            lines += ["", f"| {title_of(where)} | |", "|---|---|"]
            lines += [f"| {' '.join(map(_code, keys_of(action).split()))} | {action.words} |" for action in found]
    return "\n".join(lines).strip() + "\n"


def _code(key: str) -> str:
    return f"`{key}`"


if __name__ == "__main__":
    print(table(), end="")
