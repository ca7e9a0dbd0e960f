"""Which words of an outcome were agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from negotext.model import Choice, Decision, Draft, Span, State

from .pieces import outcome_pieces


def agreed_words(
    draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision], *, names: bool = True
) -> tuple[Span, ...]:
    """Where agreed words stand in the text of `outcome`, which has the same arguments; in order and disjoint.

    What is still open in the midst of agreed words is not agreed.
    """
    made = {address: each for address, each in decisions.items() if each.state is State.AGREED}
    if not made:
        return ()
    size = len(draft.source.text)
    still = [choice.span for choice in choices if choice.address not in made]
    stay = _marked(size, (choice.span for choice in choices if choice.address in made), still)
    come = _marked(size, _chosen(choices, made), still)
    found: list[Span] = []
    at = 0
    for piece in outcome_pieces(draft, choices, decisions, names=names).pieces:
        end = at + len(piece.text)
        if piece.at >= 0:
            marks = come if piece.moved else stay
            runs = re.finditer(b"\x01+", marks[piece.at : piece.at + end - at])
            found += [Span(at + run.start(), at + run.end()) for run in runs]
        elif piece.address in made:
            found.append(Span(at, end))
        at = end
    return tuple(found)


def _chosen(choices: Sequence[Choice], made: Mapping[str, Decision]) -> Iterable[Span]:
    """Where the accepted words stand."""
    for choice in choices:
        decision = made.get(choice.address)
        chosen = decision and choice.alternative(decision.alternative or 0)
        if chosen and chosen.span is not None:
            yield chosen.span


def _marked(size: int, taken: Iterable[Span], still: Iterable[Span]) -> bytearray:
    """One byte for each character: 1 where the innermost stretch around it is taken.

    Of two around the same words the open one tells.
    """
    marked = bytearray(size + 1)
    spans = [(span, 1) for span in taken] + [(span, 0) for span in still]
    for span, mark in sorted(spans, key=lambda each: -each[0].length):
        marked[span.start : span.end] = bytes([mark]) * span.length
    return marked
