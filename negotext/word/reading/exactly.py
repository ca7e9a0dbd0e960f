"""What the grammar read from a transcript, held against what the file knows."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from negotext.model import BracketKind, Draft, Position, Span, Stance
from negotext.source import Flow

from .claims import Claim, Transcript

_LONG = 2_000


def exactly(draft: Draft, transcript: Transcript) -> Draft:
    """The draft with the positions that the file knows, each with its date, and with the bookmarks of the file.

    Where the grammar read a position as the file has it, its reading stays.

    Args:
        draft: as read from the text of the transcript.
        transcript: what was read.
    """
    claimed = {claim.at: claim for claim in transcript.claims}
    at = {bracket.start: bracket.index for bracket in draft.tree.brackets}
    claims = {at[start]: claim for start, claim in claimed.items() if start in at}
    read: dict[int, list[Position]] = defaultdict(list)
    kept: list[Position] = []
    for position in draft.positions:
        if position.bracket in claims:
            read[position.bracket].append(position)
        else:
            kept.append(position)
    flow = Flow(draft.source.text)
    for index, claim in claims.items():
        kept += _positions(draft, flow, index, claim, read.get(index, []))
    kinds = {
        index: BracketKind.ATTRIBUTION if _says_only(claim) else BracketKind.CONTESTED
        for index, claim in claims.items()
        if not read.get(index) or draft.tree.brackets[index].kind in (BracketKind.EDITORIAL, BracketKind.PLACEHOLDER)
    }
    # Names of authors are no misspelt delegations: the file says whose they are.
    known = _Claimed(draft, claims)
    own = [fault for fault in draft.diagnostics if fault.code != "unknown-delegation" or not known.holds(fault.span)]
    faults = sorted([*own, *transcript.faults], key=lambda fault: fault.span.start)
    return replace(
        draft,
        tree=draft.tree.with_kinds(kinds),
        positions=tuple(sorted(kept, key=lambda position: position.evidence.start)),
        diagnostics=tuple(faults),
        anchors=transcript.anchors,
    )


class _Claimed:
    """Tells what stands in the bracket of a claim."""

    def __init__(self, draft: Draft, claims: Mapping[int, Claim]) -> None:
        self._brackets = draft.tree.brackets
        self._starts = [bracket.start for bracket in self._brackets]
        self._claims = claims

    def holds(self, span: Span) -> bool:
        """Whether a stretch stands in such a bracket, however deep."""
        index = bisect_right(self._starts, span.start) - 1
        while index >= 0:
            if index in self._claims and self._brackets[index].span.holds(span):
                return True
            index = self._brackets[index].parent
        return False


def _says_only(claim: Claim) -> bool:
    """Whether a bracket holds no words of the text, only what somebody says of those before it."""
    return claim.stance not in (Stance.INSERT, Stance.REPLACE, Stance.DELETE) or (
        claim.stance is Stance.DELETE and claim.about is not None and not claim.evidence.holds(claim.about)
    )


def _positions(draft: Draft, flow: Flow, index: int, claim: Claim, read: Sequence[Position]) -> Iterator[Position]:
    if claim.stance is None:
        yield from _said(draft, flow, index, claim, read)
        return
    exact = _exact(draft, flow, index, claim, claim.stance)
    if len(read) == 1 and _agree(read[0], exact):
        yield replace(read[0], date=claim.date, about=exact.about or read[0].about)
    else:
        yield exact


def _agree(read: Position, exact: Position) -> bool:
    same = (read.delegation, read.on_behalf_of, read.stance) == (exact.delegation, exact.on_behalf_of, exact.stance)
    return same and read.text == exact.text and read.target == exact.target


def _said(draft: Draft, flow: Flow, index: int, claim: Claim, read: Sequence[Position]) -> Iterator[Position]:
    """A comment: what the grammar reads in it, about the words it hangs on; a remark where that is nothing."""
    told = [position for position in read if not _bare(position, claim)]
    if not told or any(position.delegation != claim.author.code for position in told[:1]):
        yield _exact(draft, flow, index, claim, Stance.COMMENT)
        return
    for read_position in told:
        own = read_position.delegation == claim.author.code
        group = read_position.on_behalf_of or (claim.author.group if own else None)
        position = replace(read_position, on_behalf_of=group, date=claim.date)
        quotes = position.about is not None and _quoted(draft.source.text, claim.evidence, position.about)
        if claim.about is not None and not quotes and position.stance is not Stance.INSERT:
            target = _words(flow, claim.about)
            yield replace(position, about=claim.about, target=target)
        else:
            yield position


def _quoted(text: str, evidence: Span, about: Span) -> bool:
    """Whether a comment itself quotes the words it is about; `this` in it means those it hangs on."""
    return evidence.holds(about) and text[about.start - 1 : about.start] in tuple("“”„\"«「『‘'")


def _bare(position: Position, claim: Claim) -> bool:
    """Whether words of a comment were taken for words of the text, because nothing in it says what they are."""
    return position.stance is Stance.INSERT and position.offered == claim.offered


def _exact(draft: Draft, flow: Flow, index: int, claim: Claim, stance: Stance) -> Position:
    says = stance is Stance.COMMENT
    about = claim.about
    return Position(
        delegation=claim.author.code,
        on_behalf_of=claim.author.group,
        stance=stance,
        text=None if says else claim.text,
        target=None if about is None else _words(flow, about) if says else flow.wording(*about),
        evidence=claim.evidence,
        paragraph=draft.block_at(claim.at).paragraph,
        bracket=index,
        about=about,
        offered=None if says else _filled(claim.offered),
        date=claim.date,
    )


def _words(flow: Flow, about: Span) -> str:
    """The words a comment hangs on; of a comment on many pages the first ones, as there may be many such comments."""
    if about.end - about.start <= _LONG:
        return flow.wording(*about)
    return f"{flow.wording(about.start, about.start + _LONG)} …"


def _filled(span: Span | None) -> Span | None:
    return span if span is not None and span.start < span.end else None
