"""A bracket and what stands around it, as the rules of `rules.py` look at it."""

from __future__ import annotations

from negotext.languages import Lexicon
from negotext.model import Bracket
from negotext.source import paired

_NEAR = 60
_QUOTATION = 600
# Rules look at the whole of short brackets and at the beginning of long ones.
_INNER = 240
_QUOTES = (("“", "”"), ("«", "»"), ("<<", ">>"), ("「", "」"), ("„", "“"))


class Context:
    """One bracket of a text.

    Attributes:
        text: the whole text.
        bracket: the bracket.
        left: the bracket that touches it in front, but for white space or a slash; None where none does.
        right: the same behind it.
        lexicon: words of the language, and the editorial words of all.
        raw: what is between the brackets, as printed; the beginning of it where it is long.
        inner: the same without line wraps.
    """

    __slots__ = ("bracket", "inner", "left", "lexicon", "raw", "right", "text")

    def __init__(
        self, text: str, bracket: Bracket, left: Bracket | None, right: Bracket | None, lexicon: Lexicon
    ) -> None:
        """Look at `bracket`."""
        self.text = text
        self.bracket = bracket
        self.left = left
        self.right = right
        self.lexicon = lexicon
        start, end = bracket.start + 1, bracket.end - bracket.closed
        self.raw = text[start : min(end, start + _INNER)]
        self.inner = " ".join(self.raw.split())

    @property
    def before(self) -> str:
        """What stands in front of the bracket."""
        return self.text[max(0, self.bracket.start - _NEAR) : self.bracket.start]

    @property
    def after(self) -> str:
        """What stands behind the bracket."""
        return self.text[self.bracket.end : self.bracket.end + _NEAR]

    @property
    def beside_bracket(self) -> bool:
        """Whether another bracket stands directly beside this one, as rival words do."""
        return self.left is not None or self.right is not None

    def words_of(self, other: Bracket) -> str:
        """What is between the brackets of a neighbour."""
        return other.inner.of(self.text)

    @property
    def quoted(self) -> bool:
        """Whether the bracket lies within quotation marks of the running text."""
        start = max(self.text.rfind("\n\n", 0, self.bracket.start), self.bracket.start - _QUOTATION, 0)
        around = paired(self.text[start : self.bracket.end + _QUOTATION])
        head, tail = around[: self.bracket.start - start], around[self.bracket.end - start :]
        for opening, closing in _QUOTES:
            if head.count(opening) > head.count(closing) and closing in tail:
                return True
        return head.count('"') % 2 == 1 and '"' in tail

    @property
    def in_parentheses(self) -> bool:
        """Whether round parentheses are open around the bracket."""
        head = self.text[max(0, self.bracket.start - _QUOTATION // 2) : self.bracket.start]
        return head.count("(") + head.count("（") > head.count(")") + head.count("）")

    def closes_a_sentence(self) -> bool:
        """Whether the bracket stands alone or behind a sentence, and nothing of a sentence follows it."""
        if self.after.lstrip(" /")[:1] in ("[", "［") or self.before.rstrip(" /")[-1:] in ("]", "］"):
            return False  # rival words
        follows = self.after.lstrip(" ")[:1]
        if follows not in ("", "\n", "\r", "\f", ".", "]", "］", ")"):
            return False
        precedes = self.before.rstrip(" ")[-1:]
        return precedes in ("", "\n", "\f") or not (precedes.isalnum() or precedes in ",，،、-–")
