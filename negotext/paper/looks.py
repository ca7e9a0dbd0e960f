"""How each role looks beside its colour: what tells it on a black-and-white printout, too."""

from __future__ import annotations

from typing import NamedTuple

from .values import Role


class Look(NamedTuple):
    """The look of a run.

    Attributes:
        bold: whether it is bold.
        italic: whether it is italic.
        underline: `single`, `double`, `dotted` or `wave`; empty for none.
        small: whether it is set smaller than the text.
    """

    bold: bool = False
    italic: bool = False
    underline: str = ""
    small: bool = False


PLAIN = Look()

_LOOKS = {
    Role.BRACKET: Look(bold=True),
    Role.OFFERED: Look(underline="single"),
    Role.UNWANTED: Look(underline="dotted"),
    Role.ATTRIBUTION: Look(italic=True),
    Role.EDITORIAL: Look(small=True),
    Role.AGREED: Look(underline="double"),
    Role.MOVED: Look(underline="wave"),
}


def look_of(role: Role) -> Look:
    """The look of a role; plain for what is the text itself. Strikeout is left to tracked changes."""
    return _LOOKS.get(role, PLAIN)
