"""Whether what is agreed stands in the outcome: the audit does not take the word of the one that makes the text.

What must stand there is read from the draft and the decisions alone, letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from negotext.model import Act, Choice, Decision, Draft, Span, State
from negotext.outcome.pieces import Piece, outcome_pieces

from .fates import Fate, Proposal
from .progress import gone_with

# How much of missing words is quoted (characters).
_QUOTED = 120


@dataclass(frozen=True, slots=True)
class Missing:
    """Agreed words that the outcome does not have at their place.

    Attributes:
        round: number of the round they were agreed in.
        address: the choice.
        words: those that are missing, from the first to the last, shortened.
    """

    round: int
    address: str
    words: str

    @property
    def says(self) -> str:
        """What is wrong, in words."""
        return f"“{self.words}” is agreed and does not stand in the text of round {self.round}"


def missing_words(
    number: int, draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision]
) -> list[Missing]:
    """The agreed words that do not stand in the outcome of a round, by choice.

    Only letters and digits are looked for: white space and punctuation come and go where words meet. What is
    open within agreed words stands there too.

    Args:
        number: of the round.
        draft: of the round, as read.
        choices: its choices, outer before inner, with what was offered from the floor.
        decisions: the decision that holds of each address.
    """
    gone = gone_with(choices, decisions)
    made = {address: each for address, each in decisions.items() if each.state is State.AGREED and address not in gone}
    if not made:
        return []
    pieces = outcome_pieces(draft, choices, decisions).pieces
    return [
        Missing(number, choice.address, _shortened(words))
        for choice, words in [
            *_not_brought(choices, made, pieces),
            *_not_kept(draft.source.text, choices, made, pieces),
        ]
    ]


def held_against(proposals: Iterable[Proposal], missing: Iterable[Missing]) -> list[Proposal]:
    """The proposals, those lost that are said to be in the text, or merged into it, at a place where words are missing.

    Args:
        proposals: with their fates.
        missing: of all rounds.
    """
    absent = {f"{each.round}:{each.address}": each.says for each in missing}
    return [
        replace(each, fate=Fate.LOST, now=f"{each.now}; {absent[each.path[-1]]}")
        if each.path and each.path[-1] in absent and _in_words(each)
        else each
        for each in proposals
    ]


def _in_words(proposal: Proposal) -> bool:
    return proposal.fate is Fate.IN_TEXT or (
        proposal.fate is Fate.SUPERSEDED and proposal.now.startswith("merged into ")
    )


def _not_brought(
    choices: Sequence[Choice], made: Mapping[str, Decision], pieces: Sequence[Piece]
) -> Iterator[tuple[Choice, str]]:
    """Words that are not in the draft, of merges and from the floor, and that did not come in."""
    put: dict[str, str] = {}
    for piece in pieces:
        if piece.at < 0 and piece.address:
            put[piece.address] = put.get(piece.address, "") + piece.text
    for choice in choices:
        decision = made.get(choice.address)
        words = _new_words(choice, decision) if decision is not None else ""
        if _letters(words) not in _letters(put.get(choice.address, "")):
            yield choice, words


def _new_words(choice: Choice, decision: Decision) -> str:
    if decision.act is Act.MERGE:
        return decision.text or ""
    chosen = choice.alternative(decision.alternative or 0)
    return chosen.text if chosen is not None and chosen.span is None else ""


def _not_kept(
    text: str, choices: Sequence[Choice], made: Mapping[str, Decision], pieces: Sequence[Piece]
) -> Iterator[tuple[Choice, str]]:
    """Accepted words of the draft that went from it, or that did not come to the place of their choice."""
    chosen: dict[str, Span] = {}
    for choice in choices:
        span = _accepted(choice, made.get(choice.address))
        if span is not None:
            chosen[choice.address] = span
    wanted = _wanted(len(text), [choice for choice in choices if choice.address in made], chosen)
    kept, moved = bytearray(len(text)), bytearray(len(text))
    for piece in pieces:
        if piece.at >= 0 and text.startswith(piece.text, piece.at):
            marks = moved if piece.moved else kept
            marks[piece.at : piece.at + len(piece.text)] = b"\x01" * len(piece.text)
    brought: dict[str, Span] = {
        choice.address: chosen[choice.address]
        for choice in choices
        if choice.address in chosen and not choice.span.holds(chosen[choice.address])
    }
    from_elsewhere = _marked(len(text), brought.values())
    absent: dict[str, list[int]] = {}
    for run in re.finditer(b"\x01+", wanted):
        for at in range(*run.span()):
            stands = moved[at] if from_elsewhere[at] else kept[at]
            if not stands and text[at].isalnum():
                absent.setdefault(_whose(at, chosen), []).append(at)
    for choice in choices:
        if choice.address in absent:
            offsets = absent[choice.address]
            yield choice, text[offsets[0] : offsets[-1] + 1]


def _accepted(choice: Choice, decision: Decision | None) -> Span | None:
    """Where the accepted words of a choice stand in the draft."""
    if decision is None or decision.act is not Act.ACCEPT:
        return None
    chosen = choice.alternative(decision.alternative or 0)
    return chosen.span if chosen is not None and chosen.text else None


def _wanted(size: int, choices: Sequence[Choice], chosen: Mapping[str, Span]) -> bytearray:
    """One byte for each character of the draft: 1 where it is in the accepted words of the innermost of these choices.

    The choices are those decided. What is open within accepted words stands there as it does in the draft.
    """
    spans: list[tuple[Span, int, int]] = []
    for index, choice in enumerate(choices):
        others = {choice.span, *choice.vanishing, *(a.span for a in choice.alternatives if a.span is not None)}
        spans += ((span, index, 0) for span in others)
        if choice.address in chosen:
            spans.append((chosen[choice.address], index, 1))
    marked = bytearray(size)
    for span, _, mark in sorted(spans, key=lambda each: (-each[0].length, each[1:])):
        marked[span.start : span.end] = bytes([mark]) * span.length
    return marked


def _marked(size: int, spans: Iterable[Span]) -> bytearray:
    marked = bytearray(size)
    for span in spans:
        marked[span.start : span.end] = b"\x01" * span.length
    return marked


def _whose(at: int, chosen: Mapping[str, Span]) -> str:
    """The choice with the shortest accepted words around a character."""
    return min((span.length, address) for address, span in chosen.items() if span.start <= at < span.end)[1]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _QUOTED else words[:_QUOTED] + " …"
