"""Characters of a draft on a terminal: nothing in a draft may move the cursor or turn the screen around."""

from __future__ import annotations

from .directions import is_right_to_left, isolated

__all__ = ["is_right_to_left", "shorten", "visible"]

# C0 and C1 control characters as their pictures. Tab and line end are laid out by whoever draws; a page
# break, which texts from PDF are full of, and the other half of a line end show nothing.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_PICTURES |= {0x0C: 0x20, 0x0D: 0x20, 0x7F: 0x2421, **dict.fromkeys(range(0x80, 0xA0), 0xFFFD)}
# Embeddings and isolates of a draft would reach beyond it: in their place stands a character that does nothing
# (WORD JOINER). Overrides, which show words in another order than they have, are seen.
_PICTURES |= dict.fromkeys((0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069), 0x2060)
_PICTURES |= dict.fromkeys((0x202D, 0x202E), 0xFFFD)


def visible(text: str) -> str:
    """The same number of characters, control characters as pictures (`␛`)."""
    return text.translate(_PICTURES)


def shorten(text: str, cells: int) -> str:
    """`text` on one line, cut to `cells` cells with `…` at its end; with Arabic words, one isolated stretch."""
    from rich.cells import cell_len, set_cell_size

    line = " ".join(visible(text[: 4 * cells]).split())
    if cell_len(line) <= cells and len(text) <= 4 * cells:
        return isolated(line)
    return isolated(set_cell_size(line, cells - 1).rstrip() + "…")
