"""What a decision on one choice does to a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotext.model import Act, Choice, Decision, Draft, Position, Span

from .edit import Edit
from .label import place

_CLOSING = ']］”"'


class Deciding:
    """Decisions on the choices of one draft, each by itself."""

    def __init__(self, draft: Draft, staying: Sequence[Span] = ()) -> None:
        """Look at `draft`; `staying` are lines of delegations from which nothing may be taken."""
        self._draft = draft
        self._text = draft.source.text
        # A line that reports what was proposed stays whole, whatever becomes of the words it quotes.
        self._reported = {p.offered for p in draft.positions if p.offered and _reports(p, p.offered)}
        self._staying = staying

    def edits(self, choice: Choice, decision: Decision) -> Iterator[Edit]:
        """What is to be done for a decision that agrees on a choice, in no particular order."""
        address, stretch = choice.address, place(self._draft, choice, decision)
        if decision.act is Act.MERGE:
            yield Edit(stretch, decision.text or "", address=address)
            return
        chosen = choice.alternative(decision.alternative or 0)
        words = chosen.span if chosen is not None and chosen.text else None
        for alternative in choice.alternatives:
            stands = alternative.span
            if stands is not None and not choice.span.holds(stands) and not self._is_quoted(stands):
                yield Edit(self._whole(stands), address=address, away=stands)
        if words is None:
            yield Edit(stretch, chosen.text if chosen is not None else "", address=address)
        elif choice.span.holds(words):
            yield Edit(Span(choice.span.start, words.start), address=address)
            yield Edit(Span(words.end, choice.span.end), address=address)
        else:
            yield Edit(stretch, source=words, address=address, quoted=self._is_quoted(words))

    def _is_quoted(self, words: Span) -> bool:
        """Whether words that stand outside their choice are in a line that stays as it is."""
        return words in self._reported or any(line.holds(words) for line in self._staying)

    def _whole(self, span: Span) -> Span:
        """Words that stand elsewhere with the brackets and quotation marks that close behind them."""
        end = span.end
        while end < len(self._text) and self._text[end] in _CLOSING:
            end += 1
        return Span(span.start, end)


def _reports(position: Position, offered: Span) -> bool:
    """Whether a line that no bracket holds quotes the words that a delegation offers."""
    return position.bracket is None and position.evidence.holds(offered)
