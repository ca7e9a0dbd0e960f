"""The colours of a document: of roles, of delegations, and of the ground of table cells.

The colour of a delegation follows from its code alone, so it is the same in every round and in every format. Each text
colour has a contrast of at least 4.5 to 1 on white. Colour is never the only sign: `looks` has the others.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Final, NamedTuple

from negotext.languages import frequent_delegations

from .values import Role


class Colour(NamedTuple):
    """A colour.

    Attributes:
        name: by which `negotext.languages.document_words` calls it: `dark teal`.
        rgb: six hexadecimal digits, capital letters.
    """

    name: str
    rgb: str


INK: Final = "000000"
"""The colour of plain text."""

# Ten hues of one lightness, nine of them dark, four with little colour: any two can be told apart side by side.
PALETTE: Final = (
    Colour("blue", "0476B9"),
    Colour("red", "E20526"),
    Colour("green", "098324"),
    Colour("violet", "A524FE"),
    Colour("brown", "996702"),
    Colour("dark teal", "084741"),
    Colour("magenta", "D3089A"),
    Colour("dark indigo", "3405C8"),
    Colour("orange", "B75501"),
    Colour("dark green", "004A0F"),
    Colour("teal", "0D7F75"),
    Colour("dark red", "840212"),
    Colour("indigo", "575AFD"),
    Colour("olive", "777404"),
    Colour("dark violet", "62039B"),
    Colour("grey blue", "537089"),
    Colour("dark brown", "573904"),
    Colour("dark magenta", "7B0359"),
    Colour("grey green", "597359"),
    Colour("dark blue", "01426C"),
    Colour("grey red", "8A635F"),
    Colour("dark olive", "434104"),
    Colour("grey violet", "756787"),
)

_ROLES = {
    Role.EDITORIAL: "595959",
    Role.ATTRIBUTION: "404040",
    Role.AGREED: "00582A",
    Role.MOVED: "5B3A8C",
}
# What is a delegation's own is in its colour.
_OWN = frozenset({Role.OFFERED, Role.UNWANTED, Role.ATTRIBUTION})

SHADES: Final = {
    "for": "DDF0DA",
    "against": "F9D9D6",
    "reserves": "FBEFC4",
    "remarks": "E2E8F3",
    "silent": "F3F3F3",
}
"""The ground of table cells by `Cell.shade`; cells without a shade have none."""


@cache
def delegation_colour(code: str) -> Colour:
    """The colour of a delegation, group or role."""
    places = {each: index for index, each in enumerate(frequent_delegations())}
    # Those that speak most often have places of their own, so that they rarely meet another in the same colour.
    place = places[code] if code in places else int(hashlib.sha256(code.encode()).hexdigest()[:8], 16)
    return PALETTE[place % len(PALETTE)]


def text_colour(role: Role, delegation: str = "") -> str:
    """The colour of a run: of the delegation whose words or name it is, otherwise of its role."""
    if delegation and role in _OWN:
        return delegation_colour(delegation).rgb
    return _ROLES.get(role, INK)
