"""What the words beside a bracket are, for a bracket that holds only an attribution."""

from __future__ import annotations

import re

from negotext.model import Bracket, BracketKind, Span

from .units import Units

_CLOSE_QUOTE = {"”": "“", "“": "“", "»": "«", "」": "「", '"': '"', "』": "『"}
# Words between a bracket and the attribution behind it that may belong to what is attributed.
_GAP = 30
_SENTENCE = re.compile(r"[。.；;؛：:！!？?؟]")
_TOUCHING = " \t\r\n\f/,，،、"
_QUOTE_REACH = 400
_STOPS = ("。", ". ", ".", "；", "؛", "！", "？", "؟")
# Brackets in a row that can all be about the same words.
_CHAIN = 12


def words_before(
    bracket: Bracket, units: Units, attributed: dict[int, Span], kinds: dict[int, BracketKind]
) -> Span | None:
    """Span of the words that stand before a bracket and that its attribution is about, None where none do.

    The bracket that touches it, over brackets that hold attributions too; the quotation before it; or the nearest
    bracket before it in the same sentence, with the words in between.

    Args:
        bracket: holds an attribution.
        units: the text.
        attributed: for brackets read before, the span of the words they are about.
        kinds: for brackets read before, what reading has found them to be.
    """
    text = units.text
    end = bracket.start
    before = units.previous(bracket)
    if bracket.round and bracket.parent >= 0:
        outer = units.tree.brackets[bracket.parent]
        # "[words (Peru: retain)]": parentheses at the end of a bracket are about what is in it.
        if before is None and not outer.round and not text[bracket.end : outer.inner.end].strip():
            return Span(outer.inner.start, bracket.start)
    for _ in range(_CHAIN):
        if before is None:
            break
        gap = text[before.end : end]
        if gap.strip(_TOUCHING):
            return _quotation(text, end) or _stretch(before, gap, end, kinds) or _sentence(end, units)
        if kinds.get(before.index) is not BracketKind.ATTRIBUTION:
            return attributed.get(before.index, before.inner)
        end = before.start
        before = units.previous(before)
    return _quotation(text, end) or _sentence(end, units)


def _sentence(end: int, units: Units) -> Span | None:
    """The sentence of the same block that ends right before `end`."""
    block = units.blocks[units.block_index(end)]
    before = units.text[block.body : end].rstrip()
    if not before.endswith(_STOPS):
        return None
    start = max((before.rfind(stop, 0, len(before) - 1) for stop in _STOPS), default=-1) + 1
    words = before[start:]
    start += len(words) - len(words.lstrip())
    return Span(block.body + start, block.body + len(before)) if start < len(before) else None


def _stretch(before: Bracket, gap: str, end: int, kinds: dict[int, BracketKind]) -> Span | None:
    """`[every] office [US: delete]`: from the bracket before, when only a few words stand between."""
    folded = "".join(gap.split())
    if len(folded) > _GAP or _SENTENCE.search(folded) or kinds.get(before.index) is BracketKind.ATTRIBUTION:
        return None
    return Span(before.start, end)


def _quotation(text: str, end: int) -> Span | None:
    """The inside of the quotation that ends at `end`."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    opening = _CLOSE_QUOTE.get(text[end - 1 : end])
    if opening is None:
        return None
    reach = max(0, end - _QUOTE_REACH)
    start = text.rfind(opening, reach, end - 1)
    if opening == "“":
        # Typists mix the marks: "”shall“", "”shall”".
        nearest = max(text.rfind(mark, reach, end - 1) for mark in "“”„")
        start = nearest if text[end - 1] == "“" or text[nearest] == "„" or start < 0 else start
    return Span(start + 1, end - 1) if start >= 0 else None
