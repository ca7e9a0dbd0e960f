"""Colours and marks, the same wherever something is drawn.

Everything differs by more than its colour, so that it can be told apart with NO_COLOR too. Only the 16
colours that a terminal's theme defines are used: they are legible on light and on dark ground.
"""

from __future__ import annotations

from typing import NamedTuple

from negotext.model import BlockKind, Bracket, BracketKind, Stance


class Mark(NamedTuple):
    """How a stance is shown: one character, and a style in the words of rich."""

    sign: str
    style: str


STANCES = {
    Stance.INSERT: Mark("+", "green"),
    Stance.REPLACE: Mark("±", "green"),
    Stance.DELETE: Mark("−", "red"),
    Stance.RETAIN: Mark("=", "blue"),
    Stance.SUPPORT: Mark("✓", "cyan"),
    Stance.OPPOSE: Mark("✗", "red bold"),
    Stance.MOVE: Mark("→", "magenta"),
    Stance.BRACKET: Mark("#", "yellow"),
    Stance.RESERVE: Mark("?", "yellow"),
    Stance.COMMENT: Mark("…", "dim"),
}

_DEPTHS = ("cyan", "magenta", "green", "yellow", "blue")
# Letters beside colours: each depth has its own way to write the bracket itself.
_DEPTH_SIGNS = ("bold", "bold underline", "bold italic", "bold underline italic", "bold reverse")
_KINDS = {
    BracketKind.ATTRIBUTION: "blue italic",
    BracketKind.EDITORIAL: "dim",
    BracketKind.PLACEHOLDER: "yellow italic",
}
_BLOCKS = {
    BlockKind.HEADING: "bold",
    BlockKind.FURNITURE: "dim",
    BlockKind.FOOTNOTE: "dim",
}

DEPTHS = len(_DEPTHS)
"""Depths of contested brackets that are told apart."""

FAULT = "bold reverse red"
"""Style of a bracket that has no partner."""

AGREED = "bold underline green"
"""Style of words that were agreed, in the text of a session."""

DIM = "dim"
"""Style of what stands beside the text: line numbers, names, counts."""


def inside(bracket: Bracket, depth: int) -> str:
    """Style of the words in a bracket; `depth` counts contested brackets."""
    return _KINDS.get(bracket.kind) or _DEPTHS[(depth - 1) % len(_DEPTHS)]


def edge(bracket: Bracket, depth: int) -> str:
    """Style of a bracket's own two characters."""
    if bracket.kind is not BracketKind.CONTESTED:
        return inside(bracket, depth)
    return f"{inside(bracket, depth)} {_DEPTH_SIGNS[(depth - 1) % len(_DEPTH_SIGNS)]}"


def block(kind: BlockKind) -> str:
    """Style of the words of a block outside brackets."""
    return _BLOCKS.get(kind, "")
