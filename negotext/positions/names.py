"""Where names stand among the tokens of a region."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from negotext.notation import Token

JOINTS = ("SLASH", "LISTED", "AND", "COMMA")
"""Kinds of tokens that join names to a list."""


def kind_at(tokens: Sequence[Token], index: int) -> str:
    """The kind of a token; empty where there is none."""
    return tokens[index].kind if 0 <= index < len(tokens) else ""


def past_title(tokens: Sequence[Token], index: int) -> int:
    """Index of the name that a title may stand before: `the representative of Kenya`."""
    return index + 1 if kind_at(tokens, index) == "TITLE" else index


def names_end(tokens: Sequence[Token], start: int, joints: Collection[str] = JOINTS) -> int:
    """Index after the names that stand as a list from `start` on; `start` itself where there is none.

    Args:
        tokens: of a region.
        start: index of the first name, or of its title.
        joints: kinds of tokens between names of one list; a name behind none of them is not of the list.
    """
    index = past_title(tokens, start)
    if kind_at(tokens, index) != "NAME":
        return start
    end = index + 1
    while True:
        index = end
        while kind_at(tokens, index) in joints:
            index += 1
        name = past_title(tokens, index)
        if index == end or kind_at(tokens, name) != "NAME":
            return end
        end = name + 1
