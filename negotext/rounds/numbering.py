"""Old and new labels side by side."""

from __future__ import annotations

from collections.abc import Iterable

from .values import BlockMatch, Renumbering


def concordance(matches: Iterable[BlockMatch]) -> tuple[Renumbering, ...]:
    """The concordance table: a row for each labelled passage, several where it was split or merged.

    Args:
        matches: in the order the rows shall have.
    """
    rows: list[Renumbering] = []
    for match in matches:
        pairs = [(old.address, new.address) for old in match.old for new in match.new]
        pairs += [(old.address, "") for old in match.old if not match.new]
        pairs += [("", new.address) for new in match.new if not match.old]
        rows += [Renumbering(old, new, match.happened, match.confidence) for old, new in pairs if old or new]
    return tuple(rows)
