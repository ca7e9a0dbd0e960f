"""A draft without names: what is open in plain square brackets, and nobody who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from negotext.model import BlockKind, BracketKind, Choice, ChoiceKind, Draft, Span

from .edit import Edit

_PUNCTUATION = tuple("。.;；؛,，،")


def plain_edits(choice: Choice) -> Iterator[Edit]:
    """Puts the wordings of an open choice in square brackets."""
    address = choice.address
    if choice.kind in (ChoiceKind.DELETION, ChoiceKind.REPLACEMENT) and choice.vanishing:
        yield from _elsewhere(choice)
        return
    inside = [a.span for a in choice.alternatives if a.span is not None and choice.span.holds(a.span)]
    if not inside or inside[0] == choice.span:
        return
    at = choice.span.start
    for span in inside:
        if span.start >= at:
            yield Edit(Span(at, span.start), "[" if at == choice.span.start else "][", address=address)
            at = span.end
    yield Edit(Span(at, choice.span.end), "]", address=address)


def _elsewhere(choice: Choice) -> Iterator[Edit]:
    """The same for words that an attribution elsewhere is about: it goes, and its words come to theirs."""
    start, end = choice.span
    offered = [
        alternative.text
        for alternative in choice.alternatives
        if alternative.span is not None and not choice.span.holds(alternative.span)
    ]
    yield Edit(Span(start, start), "[", address=choice.address)
    yield Edit(Span(end, end), "".join(["]", *(f"[{words}]" for words in offered)]), address=choice.address)
    for span in choice.vanishing:
        yield Edit(span, address=choice.address)


def nameless_edits(draft: Draft) -> Iterator[Edit]:
    """Takes out the attributions, and the lines in which delegations speak."""
    text = draft.source.text
    for bracket in draft.tree.brackets:
        if bracket.kind is BracketKind.ATTRIBUTION:
            yield Edit(_with_line(text, bracket.span))
    spoken = {draft.block_at(p.evidence.start).span for p in draft.positions if p.bracket is None}
    for block in draft.blocks:
        if block.kind is BlockKind.STATEMENT or (block.span in spoken and not block.label):
            yield Edit(block.span)


def _with_line(text: str, span: Span) -> Span:
    """A bracket that stands alone in its line goes with the punctuation behind it."""
    alone = not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    end = span.end
    while alone and text[end : end + 1] in _PUNCTUATION:
        end += 1
    return Span(span.start, end if text[end : end + 2].strip(" ") in ("", "\n") else span.end)
