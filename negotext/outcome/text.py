"""The text that results from a draft and the decisions so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from negotext.model import Act, BlockKind, BracketKind, Choice, ChoiceKind, Decision, Draft, Position, Span, State

from .spacing import join


@dataclass(frozen=True, slots=True)
class Outcome:
    """A resulting text.

    Attributes:
        text: the words.
        open: addresses of the choices that stand in it undecided, in the order of the text.
    """

    text: str
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Take `span` out and put `words`, or what `source` renders to, in its place.

    It is done for the choice at `address`; empty where it is done for none. `away` tells that the words stand
    elsewhere in the outcome, or in none of its places: it says nothing about them where they are brought to.
    """

    span: Span
    words: str = ""
    source: Span | None = None
    address: str = ""
    away: bool = False


def outcome(
    draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision], *, names: bool = True
) -> Outcome:
    """The outcome of decisions on the choices of a draft.

    Args:
        draft: as read.
        choices: its choices, outer before inner; those offered from the floor have their alternatives in them.
        decisions: the standing decision of each address; addresses without one are open.
        names: whether open places keep their attributions. Without names they are plain square brackets,
            and the lines in which delegations speak are left out. With names, and nothing decided, the outcome is
            the draft, character for character.
    """
    renderer = _Renderer(draft, choices, decisions, names=names)
    return Outcome(renderer.render(Span(0, len(draft.source.text))), tuple(renderer.open))


class _Renderer:
    def __init__(
        self, draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision], *, names: bool
    ) -> None:
        self.text = draft.source.text
        self.open: list[str] = []
        # A line that reports what was proposed stays whole, whatever becomes of the words it quotes.
        self.reported = {p.offered for p in draft.positions if p.offered and _reports(p, p.offered)}
        gone: set[str] = set()
        edits: list[_Edit] = []
        for choice in choices:
            decision = decisions.get(choice.address)
            decided = decision is not None and decision.state is State.AGREED
            if choice.parent in gone or self._left_out(choice, choices, decisions):
                gone.add(choice.address)
                continue
            if decided and decision is not None:
                edits += (replace(edit, address=choice.address) for edit in self._decided(choice, decision))
            else:
                self.open.append(choice.address)
                if not names:
                    edits += (replace(edit, address=choice.address) for edit in self._plain(choice))
        if not names:
            edits += self._without_names(draft)
        self.edits = _outermost(edits)

    @staticmethod
    def _left_out(choice: Choice, choices: Sequence[Choice], decisions: Mapping[str, Decision]) -> bool:
        """Whether the choice around it was decided for another alternative than the one it lies in."""
        decision = decisions.get(choice.parent) if choice.parent else None
        if decision is None or decision.state is not State.AGREED:
            return False
        return decision.act is Act.MERGE or decision.alternative != choice.within

    def _decided(self, choice: Choice, decision: Decision) -> Iterator[_Edit]:
        for span in choice.vanishing:
            yield _Edit(span)
        if decision.act is Act.MERGE:
            yield _Edit(choice.span, decision.text or "")
            return
        chosen = choice.alternative(decision.alternative or 0)
        words = chosen.span if chosen is not None and chosen.text else None
        for alternative in choice.alternatives:
            outside = alternative.span is not None and not choice.span.holds(alternative.span)
            if outside and alternative.span is not None and alternative is not chosen:
                yield from self._elsewhere(alternative.span)
        if words is None:
            yield _Edit(choice.span, chosen.text if chosen is not None else "")
        elif choice.span.holds(words):
            yield from (_Edit(Span(choice.span.start, words.start)), _Edit(Span(words.end, choice.span.end)))
        else:
            yield _Edit(choice.span, source=words)
            yield from self._elsewhere(words)

    def _elsewhere(self, words: Span) -> Iterator[_Edit]:
        """Takes words out of where they stand outside their choice."""
        if words not in self.reported:
            yield _Edit(self._whole(words), away=True)

    def _whole(self, span: Span) -> Span:
        """Words that stand elsewhere with the brackets and quotation marks that close behind them."""
        end = span.end
        while end < len(self.text) and self.text[end] in ']］”"':
            end += 1
        return Span(span.start, end)

    def _plain(self, choice: Choice) -> Iterator[_Edit]:
        """An open choice without names: its wordings in square brackets."""
        if choice.kind in (ChoiceKind.DELETION, ChoiceKind.REPLACEMENT) and choice.vanishing:
            yield from self._plain_elsewhere(choice)
            return
        inside = [a for a in choice.alternatives if a.span is not None and choice.span.holds(a.span)]
        if not inside or inside[0].span == choice.span:
            return
        at = choice.span.start
        for alternative in inside:
            assert alternative.span is not None
            if alternative.span.start < at:
                continue
            yield _Edit(Span(at, alternative.span.start), "[" if at == choice.span.start else "][")
            at = alternative.span.end
        yield _Edit(Span(at, choice.span.end), "]")

    def _plain_elsewhere(self, choice: Choice) -> Iterator[_Edit]:
        """The same for words that an attribution elsewhere is about: it goes, and its words come to theirs."""
        offered = [
            alternative.text
            for alternative in choice.alternatives
            if alternative.span is not None and not choice.span.holds(alternative.span)
        ]
        yield _Edit(Span(choice.span.start, choice.span.start), "[")
        yield _Edit(Span(choice.span.end, choice.span.end), "".join(["]", *(f"[{words}]" for words in offered)]))
        for span in choice.vanishing:
            yield _Edit(span)

    def _without_names(self, draft: Draft) -> Iterator[_Edit]:
        for bracket in draft.tree.brackets:
            if bracket.kind is BracketKind.ATTRIBUTION:
                yield _Edit(self._with_line(bracket.span))
        spoken = {draft.block_at(p.evidence.start).span for p in draft.positions if p.bracket is None}
        for block in draft.blocks:
            if block.kind is BlockKind.STATEMENT or (block.span in spoken and not block.label):
                yield _Edit(block.span)

    def _with_line(self, span: Span) -> Span:
        """A bracket that stands alone in its line goes with the punctuation behind it."""
        alone = not self.text[self.text.rfind("\n", 0, span.start) + 1 : span.start].strip()
        end = span.end
        while alone and self.text[end : end + 1] in tuple("。.;；؛,，،"):
            end += 1
        return Span(span.start, end if self.text[end : end + 2].strip(" ") in ("", "\n") else span.end)

    def render(self, span: Span) -> str:
        """The text of a stretch with its edits applied."""
        parts: list[str] = []
        at = span.start
        for edit in self.edits:
            if edit.span.start < at or edit.span.end > span.end or (edit.away and edit.span == span):
                continue
            words = self.render(edit.source) if edit.source is not None else edit.words
            for piece, edited in ((self.text[at : edit.span.start], False), (words, True)):
                if piece:
                    _append(parts, piece, joined=edited or at > span.start)
            at = edit.span.end
        _append(parts, self.text[at : span.end], joined=at > span.start)
        return "".join(parts)


def _reports(position: Position, offered: Span) -> bool:
    """Whether a line that no bracket holds quotes the words that a delegation offers."""
    return position.bracket is None and position.evidence.holds(offered)


def _append(parts: list[str], piece: str, *, joined: bool) -> None:
    """Add a piece; the one before it is never empty, so that what stands there is seen when they are joined."""
    if parts and joined:
        parts[-1], piece = join(parts[-1], piece)
        if not parts[-1]:
            parts.pop()
    if piece:
        parts.append(piece)


def _outermost(edits: list[_Edit]) -> list[_Edit]:
    """Edits in the order of the text, what is put in at a place before what goes there.

    Those inside a stretch that goes are dropped, unless it is shown elsewhere.
    """
    kept: list[_Edit] = []
    shown = [edit.source for edit in edits if edit.source is not None]
    end = -1
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.length > 0, -e.span.end)):
        if edit.span.start < end and not any(source.holds(edit.span) for source in shown):
            continue
        kept.append(edit)
        end = max(end, edit.span.end)
    return kept
