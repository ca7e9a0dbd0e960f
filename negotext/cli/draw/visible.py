"""Characters of a draft on a terminal: nothing in a draft may move the cursor or hide itself."""

from __future__ import annotations

import re

# C0 and C1 control characters as their pictures. Tab and line end are laid out by whoever draws; a page
# break, which texts from PDF are full of, and the other half of a line end show nothing.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_PICTURES |= {0x0C: 0x20, 0x0D: 0x20, 0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def visible(text: str) -> str:
    """The same number of characters, control characters as pictures (`␛`)."""
    return text.translate(_PICTURES)


def is_right_to_left(text: str) -> bool:
    """Whether `text` has Arabic or Hebrew letters, whose order on the screen is up to the terminal."""
    return _RIGHT_TO_LEFT.search(text) is not None


def shorten(text: str, cells: int) -> str:
    """`text` on one line, cut to `cells` cells with `…` at its end."""
    from rich.cells import cell_len, set_cell_size

    line = " ".join(visible(text[: 4 * cells]).split())
    if cell_len(line) <= cells and len(text) <= 4 * cells:
        return line
    return set_cell_size(line, cells - 1).rstrip() + "…"
