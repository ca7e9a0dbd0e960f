"""Where the footnotes of a draft are called.

A call is printed as `decision¹` or `[1]`, stands on a line of its own where the extraction tore it off
(`decision⏎1⏎in which`), or is run into the word before it (`Preamble1`). The first three are sure; the last only where
nothing else could be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from negotext.model import Block, BlockKind, BracketKind, Draft, Span

_NUMBER = re.compile(r"\s*(\d{1,3})\s+")
JOINER = "\u2060"
"""Parts two calls in raised figures side by side, and is not shown (WORD JOINER)."""

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CALL = re.compile(
    rf"{JOINER}?(?P<raised>(?<!\bm)(?<!\b[kcdmµμ]m)(?<!\bft)[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})"
    r"|[\[［]\s?(?P<bracket>\d{1,3})[\]］]"
    r"|(?<=\n)[ \t]*(?P<line>\d{1,3})[ \t]*\r?(?=\n)"
    r"|(?:(?<=[^\W\d_A-Z][^\W\d_A-Z])|(?<=/[A-Z]{2})|(?<=[\]］)）}”»\"])|(?<=[^\W\d_A-Z][.,;:，。；：]))"
    r"(?P<word>\d{1,3})(?![\w%°–-]|[.,:]\d)"
)
# Behind a Han character a number is a number: no space stands there.
_FIGURE = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]")


@dataclass(frozen=True, slots=True)
class Footnote:
    """One footnote of a draft.

    Attributes:
        number: as printed.
        body: its words behind the number; it may be interrupted by the page, see `Flow`.
        call: where it is called, as printed; None where that cannot be told surely.
        follows: where the footnote itself begins.
    """

    number: str
    body: Span
    call: Span | None
    follows: int


def footnotes(draft: Draft) -> tuple[Footnote, ...]:
    """The footnotes of a draft in the order of the text, each with the place that calls it.

    What stands at the foot of a page without a number is none, unless it goes on with one.
    """
    found: list[Footnote] = []
    candidates = _candidates(draft)
    text = draft.source.text
    at = 0
    taken: set[Span] = set()
    for block in draft.blocks:
        if block.kind is not BlockKind.FOOTNOTE:
            continue
        match = _NUMBER.match(text, block.span.start, block.span.end)
        if match is None:
            if found and found[-1].body.end == block.span.start:
                last = found.pop()
                found.append(Footnote(last.number, Span(last.body.start, block.span.end), last.call, last.follows))
                continue
            continue
        named = candidates.get(match[1], [])
        call = _raised(named, taken) or _call(named, at, block.span.start)
        if call is not None:
            at = max(at, call.end)
            taken.add(call)
        found.append(Footnote(match[1], Span(match.end(), block.span.end), call, block.span.start))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    sure: int


def _raised(candidates: list[_Candidate], taken: set[Span]) -> Span | None:
    """The first call in raised figures that is not another footnote's of this number, wherever it stands."""
    return next((each.span for each in candidates if each.sure == 3 and each.span not in taken), None)


def _call(candidates: list[_Candidate], start: int, end: int) -> Span | None:
    """The call among what is printed between two places."""
    low = bisect_left(candidates, start, key=lambda each: each.span.start)
    high = bisect_left(candidates, end, key=lambda each: each.span.start)
    within = candidates[low:high]
    within = [each for each in within if each.sure < 3]
    for sure in (2, 1):
        first = next((each.span for each in within if each.sure == sure), None)
        if first is not None:
            return first
    return within[0].span if len(within) == 1 else None


def _candidates(draft: Draft) -> dict[str, list[_Candidate]]:
    """What could be a call, by number, in the order of the text."""
    found: dict[str, list[_Candidate]] = {}
    numbers = {
        match[1]
        for block in draft.blocks
        if block.kind is BlockKind.FOOTNOTE and (match := _NUMBER.match(draft.source.text, block.span.start))
    }
    if not numbers:
        return found
    for block in draft.blocks:
        if block.kind not in (BlockKind.FOOTNOTE, BlockKind.FURNITURE):
            for number, candidate in _in_block(draft, block):
                if number in numbers:
                    found.setdefault(number, []).append(candidate)
    return found


def _in_block(draft: Draft, block: Block) -> Iterator[tuple[str, _Candidate]]:
    text = draft.source.text
    glued = _glued(text, block)
    if glued is not None:
        yield text[glued.start : glued.end], _Candidate(glued, 1)
    for match in _calls(text, block.span):
        kind, span = match.lastgroup, Span(*match.span())
        if span.start < block.body and kind in ("bracket", "line"):
            continue
        if kind == "raised":
            yield match["raised"].translate(_RAISED), _Candidate(span, 3)
        elif kind == "bracket":
            if _editorial(draft, span):
                yield match["bracket"], _Candidate(span, 2)
        elif kind == "line":
            above = text.rfind("\n", block.body, span.start - 1)
            if text[max(above + 1, block.body) : span.start].strip():
                yield match["line"], _Candidate(Span(*match.span("line")), 1)
        elif kind is not None and not "\u3400" <= text[span.start - 1] <= "\u9fff":
            yield match[kind], _Candidate(span, 0)


def _calls(text: str, span: Span) -> Iterator[re.Match[str]]:
    """What looks like a call, in the lines that have a figure: most have none, and the pattern is slow."""
    at, end = span
    while (figure := _FIGURE.search(text, at, end)) is not None:
        # A bracket may open at the end of the line above.
        line = max(at, text.rfind("\n", span.start, figure.start()) - 1)
        at = text.find("\n", figure.end(), end) + 1 or end
        yield from _CALL.finditer(text, line, at)


def _glued(text: str, block: Block) -> Span | None:
    """The footnote number that was run into a label: `Article 123` with the label `Article 12`."""
    at = text.find(block.label, block.span.start, block.body) if block.label else -1
    if at < 0:
        return None
    match = re.compile(r"\d{1,3}").match(text, at + len(block.label), block.body)
    return Span(*match.span()) if match and block.label[-1:].isdigit() else None


def _editorial(draft: Draft, span: Span) -> bool:
    """Whether a bracket is a note on the text, not words under negotiation."""
    index = bisect_left(draft.tree.brackets, span.start, key=lambda bracket: bracket.start)
    brackets = draft.tree.brackets[index : index + 1]
    return bool(brackets) and brackets[0].span == span and brackets[0].kind is BracketKind.EDITORIAL
