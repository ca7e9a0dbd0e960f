"""Keys, as people write them and as Textual names them: `?` is `question_mark`, `Ctrl-R` is `ctrl+r`."""

from __future__ import annotations

import re
import unicodedata

_WRITTEN = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
}
_NAMED = frozenset(
    "up down left right home end pageup pagedown insert delete backspace space tab enter escape".split()
) | {f"f{number}" for number in range(1, 25)}
_ALSO = {"pgdn": "pagedown", "pgup": "pageup", "esc": "escape", "return": "enter", "del": "delete", "ins": "insert"}
# Textual's own names where they are not those of Unicode.
_SIGNS = {"/": "slash", "\\": "backslash", "@": "at", "-": "minus", "+": "plus", "_": "underscore"}
_NAMES = {name: sign for sign, name in _SIGNS.items()}
_HELD = re.compile(r"(ctrl|alt|shift)[-+](?=.)", re.IGNORECASE)
_ORDER = ("alt", "ctrl", "shift")

KEPT = {
    "enter": "it ends what is typed",
    "escape": "it leaves what is in front",
    "tab": "it goes from pane to pane",
    "shift+tab": "it goes from pane to pane",
    "ctrl+c": "it is the terminal's own",
    "ctrl+q": "it always quits",
}
"""Keys that cannot be given to anything else, and why."""

WRITING = frozenset(
    "left right up down home end pageup pagedown backspace delete f6 f7 ctrl+left ctrl+right ctrl+backspace "
    "alt+backspace alt+delete shift+left shift+right shift+up shift+down shift+home shift+end ctrl+shift+left "
    "ctrl+shift+right ctrl+shift+a ctrl+shift+k ctrl+a ctrl+d ctrl+e ctrl+k ctrl+u ctrl+v ctrl+w ctrl+x ctrl+y "
    "ctrl+z".split()
)
"""Keys that move or edit where words are written, as Textual's own lines and text areas have them."""

_SAME = {
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+j": "Enter",
    "ctrl+h": "Backspace",
    "ctrl+left_square_bracket": "Esc",
    "alt+b": "Ctrl-Left",
    "alt+f": "Ctrl-Right",
}


class NoKey(ValueError):
    """What was written is no key, or none that can be had; its words say why."""


def written(key: str) -> str:
    """A key as people write it: `slash` is `/`, `ctrl+r` is `Ctrl-R`."""
    *held, last = key.split("+")
    shown = _WRITTEN.get(last) or _sign(last) or (last if len(last) == 1 else last.capitalize())
    return "-".join([*(each.capitalize() for each in held), shown.upper() if held and len(shown) == 1 else shown])


def _sign(name: str) -> str:
    if name in _NAMES:
        return _NAMES[name]
    if len(name) == 1 or name in _NAMED:
        return ""
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return {"hyphen": "-"}.get(name, "")


def key_named(typed: str) -> str:
    """The key that is meant, as Textual names it.

    Args:
        typed: as people write it (`P`, `?`, `Ctrl-R`, `PgDn`, `F5`), or as Textual names it (`question_mark`).

    Raises:
        NoKey: there is no such key, or a terminal cannot tell it from another one.
    """
    rest, held = typed.strip(), set()
    while found := _HELD.match(rest):
        held.add(found[1].casefold())
        rest = rest[found.end() :]
    last = _last(rest, typed)
    if len(last) == 1 and last.isalpha():
        if "shift" in held and len(held) == 1:
            return last.upper()
        if "shift" in held:
            raise NoKey(f"a terminal cannot tell {typed!r} from the same key without Shift")
        last = last.lower() if held else last
    key = "+".join([*(each for each in _ORDER if each in held), last])
    if key in _SAME:
        raise NoKey(f"a terminal sends {written(key)} as {_SAME[key]}")
    if "alt" in held and last not in _NAMED and not (len(last) == 1 and last.isalpha()):
        raise NoKey(f"a terminal sends {written(key)} as another sign; Alt goes with letters, arrows and F5")
    return key


def _last(rest: str, typed: str) -> str:
    """The key itself, without those that are held."""
    if len(rest) == 1 and rest.isprintable() and not rest.isspace():
        if rest.isalnum():
            return rest
        try:
            return _SIGNS.get(rest) or unicodedata.name(rest).lower().replace("-", "_").replace(" ", "_")
        except ValueError:
            raise NoKey(f"{typed!r} is no key") from None
    folded = rest.casefold()
    folded = _ALSO.get(folded, folded)
    if folded in _NAMED or (len(folded) > 1 and _sign(folded)):
        return folded
    raise NoKey(f"{typed!r} is no key: write P, ?, Ctrl-R, Alt-X, F5, PgDn, Space")
