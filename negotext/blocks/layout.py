"""How the lines of a draft lie on its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotext.languages import Lexicon
from negotext.model import Source, Span

from .footnotes import mark_footnotes, raised_calls
from .furniture import mark_furniture
from .lines import Line, Role, split_lines

_ENDED = re.compile(r"[.。!！?？؟;；؛:：…)）\]］}”\"’»](?:\s?\d{1,3})?[*_]*\Z")
# Share of text lines with a blank line below from which a text counts as double spaced.
_DOUBLE = 0.6
# Share of the lines above a blank line that stop in mid-sentence.
_CUT = 0.3
# No page wraps its lines before this width.
_WRAPPED = 30
# A line shorter than this share of the usual width ends its paragraph.
_SHORT = 0.8


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines with their roles, and the measures of the page.

    Attributes:
        lines: all lines; together they cover the text.
        footnotes: indexes of the lines where a footnote begins.
        double_spaced: whether a blank line between two lines means nothing.
        width: usual width of a full line.
        raised: calls of footnotes in raised figures, in order.
        flowing: whether each line is a paragraph, and there are no pages.
        parted: whether a blank line stands between any two paragraphs and in none, and there are no pages.
    """

    lines: list[Line]
    footnotes: frozenset[int]
    double_spaced: bool
    width: int
    raised: tuple[Span, ...] = ()
    flowing: bool = False
    parted: bool = False

    @classmethod
    def of(cls, source: Source, lexicon: Lexicon, *, flowing: bool = False, parted: bool = False) -> Layout:
        """Find the furniture, the footnotes and the line spacing of a source; `flowing` and `parted` as above."""
        lines = split_lines(source.text)
        paged = not (flowing or parted)
        if paged:
            mark_furniture(lines, lexicon)
        heads = mark_footnotes(lines, source.text)
        texts = [index for index, line in enumerate(lines) if line.role is Role.TEXT]
        spaced = sum(1 for index in texts if index + 1 < len(lines) and lines[index + 1].role is Role.BLANK)
        widths = sorted(lines[index].width for index in texts)
        width = widths[len(widths) * 9 // 10] if widths else 0
        # Two short paragraphs with a blank line between them are not a double-spaced text.
        double = paged and len(texts) >= 3 and spaced >= _DOUBLE * len(texts) and _wraps(lines, texts, width)
        raised = tuple(raised_calls(lines, heads, source.text))
        return cls(lines, frozenset(heads), double, width, raised, flowing, parted)

    def short(self, line: Line) -> bool:
        """Whether a line ends well before the usual width."""
        return line.width < _SHORT * self.width

    @staticmethod
    def ended(line: Line) -> bool:
        """Whether a line ends with the end of a sentence, a clause or a bracket."""
        return _ENDED.search(line.text) is not None

    def excluded(self, *, notes: bool) -> list[Span]:
        """Spans that are not running text: furniture and calls of footnotes; the footnotes, too, if `notes` is true."""
        roles = {Role.FURNITURE, Role.MARK, Role.FOOTNOTE} if notes else {Role.FURNITURE, Role.MARK}
        spans = [Span(line.start, line.end) for line in self.lines if line.role in roles]
        return sorted([*spans, *self.raised]) if self.raised else spans


def _wraps(lines: list[Line], texts: list[int], width: int) -> bool:
    """Whether lines above a blank line often stop in mid-sentence, as only wrapped lines do.

    A short line of a script with spaces is a heading; Han characters may wrap anywhere.
    """
    full = max(_WRAPPED, _SHORT * width)
    above = [lines[i] for i in texts if i + 1 < len(lines) and lines[i + 1].role is Role.BLANK]
    cut = sum(
        1 for line in above if not Layout.ended(line) and (line.width >= full or "\u3400" <= line.text[-1:] <= "\u9fff")
    )
    return cut > _CUT * len(above)
