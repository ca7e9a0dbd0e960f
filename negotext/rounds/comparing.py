"""Comparing two rounds of one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from negotext.model import Choice, Decision, Draft

from .asked import Requests
from .choosing import match_fields
from .elsewhere import Inserted
from .fate import Fate
from .fields import fields_of
from .known import Known, Named
from .matching import match_sides
from .numbering import concordance
from .reasons import Reasons
from .settling import closed, opened
from .sides import Side
from .silence import Silence
from .sites import Words
from .stances import position_changes
from .values import BlockMatch, Comparison


def compare_rounds(
    old: Draft,
    new: Draft,
    old_choices: Sequence[Choice],
    new_choices: Sequence[Choice],
    decisions: Mapping[str, Decision] | None = None,
    *,
    known: Known | None = None,
) -> Comparison:
    """Compare two rounds of one text.

    Args:
        old: the draft of the earlier round.
        new: that of the later round, in the same language.
        old_choices: its choices, with what was added from the floor.
        new_choices: the choices of the new draft.
        decisions: the standing decision of each address of the old round; None where there is no record.
        known: where old choices stand in the new draft, by their addresses, as far as the file says so.

    Returns:
        What differs, and where. Page furniture, line wraps and white space never do.
    """
    before, after = Side.of(old), Side.of(new)
    record = decisions or {}
    blocks = match_sides(before, after)
    fields = fields_of(old_choices, new_choices, blocks)
    choices = match_fields(fields, known, record)
    fate = Fate(before.passages, blocks)
    gone = closed(fields, {id(match.old) for match in choices}, record, fate, Named(known or {}, new.source.text))
    fresh = opened(fields, {id(match.new) for match in choices})
    inserted = Inserted(_inserted(blocks))
    reasons = Reasons(old, old_choices, closed=gone, kept=choices, decisions=record)
    silence = Silence(before, reasons, Requests(before, fate), inserted)
    silent = [deletion for match in blocks for deletion in silence.of(match)]
    return Comparison(
        blocks=blocks,
        choices=choices,
        closed=tuple(gone),
        opened=tuple(fresh),
        positions=position_changes(before, after, blocks, gone),
        silent=tuple(sorted(silent, key=lambda deletion: deletion.old)),
        concordance=concordance(blocks),
    )


def _inserted(blocks: Sequence[BlockMatch]) -> Iterator[Words]:
    """The stretches of the new draft that were not in the passages they belong to."""
    for match in blocks:
        if match.new and (match.edits or not match.old):
            yield from match.correspondence.inserted()
