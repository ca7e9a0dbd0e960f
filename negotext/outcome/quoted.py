"""Words that an attribution quotes, and that stand elsewhere in its sentence.

In `the smoke and the noise [Japan: delete “and the noise”]` the choice is about the words of the draft, not about
those between the quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from negotext.model import Bracket, Draft, Position, Span, Stance

_EDITING = frozenset({Stance.DELETE, Stance.REPLACE, Stance.RETAIN})
_OPENING_QUOTES = "“\"'‘«「『„”"
_BRACKETS = re.compile(r"[\[\]［］]")
# How far (characters) in front of a bracket, and behind it, its words are looked for.
_BEFORE, _AFTER = 2000, 500
_LONGEST = 600


def quoted_words(bracket: Bracket, positions: Sequence[Position], text: str) -> Span | None:
    """What an attribution quotes to say where it stands: `and the noise` in the example.

    Returns:
        the words between the quotation marks; None where the bracket holds words of its own, or quotes several.
    """
    offered = {position.offered for position in positions}
    spans = {position.about for position in positions if position.about is not None} - offered
    if len(spans) != 1 or not positions or positions[0].stance not in _EDITING:
        return None
    (about,) = spans
    lead = text[bracket.inner.start : positions[0].evidence.start].strip()
    before = text[bracket.inner.start : about.start].strip()
    named = before[:-1].strip() if before[-1:] and before[-1] in _OPENING_QUOTES else ""
    if lead or not named or not bracket.inner.holds(about) or about.length > _LONGEST:
        return None
    return about


def where_quoted(draft: Draft, bracket: Bracket, quoted: Span, mentions: frozenset[int]) -> Span | None:
    """Where the quoted words stand in the paragraph, the nearest in front of the bracket first.

    Args:
        draft: the draft.
        bracket: that of the attribution.
        quoted: the words in it.
        mentions: where quotations in attributions begin; those are not the words themselves.
    """
    text = draft.source.text
    block = draft.block_at(bracket.start).span
    words = text[quoted.start : quoted.end].split()
    if not words:
        return None
    edge = r"(?<![^\W\d_\u3400-\u9fff]){}(?![^\W\d_\u3400-\u9fff])"
    pattern = re.compile(edge.format(r"\s+".join(map(re.escape, words))), re.IGNORECASE)
    if re.search("[\u3400-\u9fff]", words[0]):
        pattern = re.compile(r"\s*".join(map(re.escape, "".join(words))))
    stretches = (
        (max(block.start, bracket.start - _BEFORE), bracket.start, -1),
        (bracket.end, min(block.end, bracket.end + _AFTER), 0),
    )
    for start, end, nearest in stretches:
        found = [
            Span(*match.span())
            for match in pattern.finditer(text, start, max(start, end))
            if match.start() not in mentions and not _BRACKETS.search(match.group())
        ]
        if found:
            return found[nearest]
    return None
