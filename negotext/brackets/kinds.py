"""What a bracket holds: words under negotiation, an editorial note, or a place for something to come.

One small function a rule, in the order of `_RULES`; the first that answers decides, and words without an answer
are contested. Whether a contested bracket holds nothing but an attribution is known only after reading it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from negotext.languages import Lexicon
from negotext.model import Block, BlockKind, Bracket, BracketKind, BracketTree

_NEAR = 60
_QUOTATION = 600


@dataclass(frozen=True, slots=True)
class _Context:
    """A bracket and what stands around it."""

    text: str
    bracket: Bracket
    inner: str
    before: str
    after: str
    left: Bracket | None
    right: Bracket | None
    language: str
    lexicon: Lexicon

    def beside_bracket(self) -> bool:
        """Whether another bracket stands directly beside this one, as rival words do."""
        return self.left is not None or self.right is not None

    def quoted(self) -> bool:
        """Whether the bracket lies within quotation marks of the running text."""
        start = max(self.text.rfind("\n\n", 0, self.bracket.start), self.bracket.start - _QUOTATION, 0)
        head = self.text[start : self.bracket.start]
        tail = self.text[self.bracket.end : self.bracket.end + _QUOTATION]
        for opening, closing in (("“", "”"), ("«", "»"), ("<<", ">>"), ("「", "」")):
            if head.count(opening) > head.count(closing) and closing in tail:
                return True
        return head.count('"') % 2 == 1 and '"' in tail


_Rule = Callable[[_Context], BracketKind | None]

_EMPTY = re.compile(r"[\s.…_‥·—–-]*\Z|[-–]?(?:X{1,4}|x{1,4}|Y|Z|N|XXX?-X{1,3}|X-Y|n)(?:[-–]?[XY])?\Z|\?+\Z")
_NAMED_BLANK = re.compile(r"X (?=[a-z])")
_CODE_REFERENCE = re.compile(r"(?:Articles?\s+)?[A-Z]{1,3}\.[A-Z]{1,2}\.?\d")
_MARKER = re.compile(r"\s?\d{1,3}\Z")
_LETTER = re.compile(r"[^\W\d_\u3400-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_\u3400-\u9fff]{1,3}\Z")
_NUMBERED_UNIT = re.compile(
    r"(?:articles?|artículos?|principles?|guidelines?|conclusions?|paragraphs?|rules?|regulations?|guiding|projets?"
    r"|principios?|directives?|directrices?|règles?|paragraphe|стат[а-я]+|пункт[а-я]*|положени[а-я]+|принцип[а-я]*"
    r"|المادة|المواد|الفقرة|المبدأ|第)\s*\d+(?:\s?(?:bis|ter))?\s?\Z",
    re.IGNORECASE,
)
_LINK_LABEL = re.compile(r"(?:source|link|ref(?:erence)?|here|note|\d{1,3})\Z", re.IGNORECASE)
_URL_AFTER = re.compile(r"\((?:https?:|#|\.{0,2}/|www\.)|:\s*https?:")
_ACRONYM_BEFORE = re.compile(r"\b([A-Z]{2,8})s?\s?\[*\Z")
_REFERENCE_BEFORE = re.compile(
    r"\b(?:paragraphs?|articles?|sections?|annex(?:es)?|chapters?|rules?|regulations?)\s+[\dA-Z][\w.()]*\s\Z",
    re.IGNORECASE,
)
_GLOSS = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’/-]+(?: [a-zà-ÿ'’/-]+){1,4}\Z")
_FUNCTION_WORD = re.compile(
    r"(?:and|or|of|in|on|to|the|by|for|with|at|as|from|that|which|is|are|shall|should|may|will|must|not|except"
    r"|including|under|if|where|when|et|ou|de|y|o|и|или|в)\b",
    re.IGNORECASE,
)
_FRENCH_OUTER = re.compile(r"(?:\d|art\.|par\.|al\.|p\.|chap\.|sect\.|voir|résolution|[A-Z]+/)", re.IGNORECASE)
_CHANGED_WORD = re.compile(r"[a-zà-ÿа-я]{1,5}\Z")
_MODAL = re.compile(r"(?:shall|should|may|will|must|can|could|might|would|and|or|also|all|any|not|no)\Z")


def _blank(context: _Context) -> BracketKind | None:
    """`[ ]`, `[…]`, `[X]`, `[XX]`: a place for something to come; inside a quotation, something left out."""
    if _EMPTY.match(context.inner) and not (context.inner == "n" and _LETTER.match(context.after[:1] or " ")):
        return BracketKind.PLACEHOLDER
    return BracketKind.PLACEHOLDER if _NAMED_BLANK.match(context.inner) else None


def _changed_letter(context: _Context) -> BracketKind | None:
    """`[m]embers`, and in a quotation `doi[t]`: a letter changed to fit the sentence."""
    if not _LETTERS.match(context.inner):
        return None
    if _LETTER.match(context.after[:1]) and not _LETTER.match(context.before[-1:]):
        return BracketKind.EDITORIAL
    glued = _LETTER.match(context.before[-1:]) is not None
    return BracketKind.EDITORIAL if glued and context.quoted() else None


def _former_number(context: _Context) -> BracketKind | None:
    """`article 7 [6]`: the number in an earlier draft."""
    if context.inner.strip().isdecimal() and _NUMBERED_UNIT.search(context.before):
        return BracketKind.EDITORIAL
    return None


def _footnote_mark(context: _Context) -> BracketKind | None:
    """`Agreement [3].`, `published[ 27], or`: a footnote mark, unlike the figure in `within [30] days`."""
    if not _MARKER.match(context.inner) or context.before[-1:] in ("", "/", "-", "–"):
        return None
    for beside in (context.left, context.right):
        if beside is not None and context.text[beside.start + 1 : beside.end - 1].strip()[:1].isdigit():
            return None
    follows = context.after.lstrip(" ")
    if not re.search(r"[^\W\d_][\s)”\"»]?\Z|[.,;:)\]”\"»]\s?\Z", context.before):
        return None
    glued = not context.before[-1:].isspace()
    ends = follows[:1] in ("", ".", ",", ";", ":", ")", "]", "”", "\n", "\r", "[", "。", "，", "；", "”", "）")
    if ends or follows[:1].isdigit():
        quantity = re.search(r"\b(?:within|of|by|least|most|than|every|over|to|for|and|or)\s\Z", context.before)
        return None if quantity else BracketKind.EDITORIAL
    if glued and follows[:1] not in ("%", "°"):
        return BracketKind.EDITORIAL if _LETTER.match(context.before[-1:]) else None
    return BracketKind.EDITORIAL if _FUNCTION_WORD.match(follows) and not _FUNCTION_WORD.search(context.before[-6:]) else None


def _link(context: _Context) -> BracketKind | None:
    """Markdown links: `[text](https://…)`, `[text][source]`."""
    if _URL_AFTER.match(context.after):
        return BracketKind.EDITORIAL
    if context.right is not None and context.right.start == context.bracket.end:
        label = context.text[context.right.start + 1 : context.right.end - 1]
        if _LINK_LABEL.match(label) and not context.inner[:1].isdigit():
            return BracketKind.EDITORIAL
    return None


def _listed(context: _Context) -> BracketKind | None:
    """Whatever the lexicons list: `[sic]`, `[to be completed]`, `[后接附件]`, `[Note: …]`."""
    editorial = context.lexicon.editorial
    if editorial["whole"].fullmatch(context.inner) or editorial["start"].match(context.inner):
        blank = re.match(r"placeholder|占位|espace réservé|marcador", context.inner, re.IGNORECASE)
        return BracketKind.PLACEHOLDER if blank else BracketKind.EDITORIAL
    return None


def _reference(context: _Context) -> BracketKind | None:
    """`[Article QQ.A.6.4]`: a cross-reference still to be checked."""
    return BracketKind.EDITORIAL if _CODE_REFERENCE.match(context.inner) else None


def _spelt_out(context: _Context) -> BracketKind | None:
    """`VTOL [vertical take-off and landing]`: the words behind an acronym, also in double brackets."""
    acronym = _ACRONYM_BEFORE.search(context.before)
    if acronym is None:
        return None
    words = re.findall(r"[^\W\d_]+", context.inner)
    initials = "".join(word[0] for word in words).upper()
    short = "".join(word[0] for word in words if not _FUNCTION_WORD.fullmatch(word)).upper()
    return BracketKind.EDITORIAL if acronym[1] in (initials, short) else None


def _gloss(context: _Context) -> BracketKind | None:
    """`paragraph 1 [national treatment]`: says what a reference is about."""
    if _REFERENCE_BEFORE.search(context.before) and not context.beside_bracket():
        if _GLOSS.match(context.inner) and not _FUNCTION_WORD.match(context.inner):
            return BracketKind.EDITORIAL
    return None


def _french_parentheses(context: _Context) -> BracketKind | None:
    """French prints the outer of two pairs of parentheses as square brackets: `41 postes [3 P-5, 24 G(1eC)]`."""
    if context.language != "fr" or not context.bracket.closed or not re.search(r"[()]", context.inner):
        return None
    return BracketKind.EDITORIAL if _FRENCH_OUTER.match(context.inner) else None


def _changed_word(context: _Context) -> BracketKind | None:
    """`de acuerdo con [la] Carta` in a quotation: a word changed to fit the sentence."""
    if not _CHANGED_WORD.match(context.inner) or _MODAL.match(context.inner) or context.beside_bracket():
        return None
    return BracketKind.EDITORIAL if context.quoted() else None


_RULES: tuple[_Rule, ...] = (
    _changed_letter,
    _blank,
    _former_number,
    _footnote_mark,
    _link,
    _listed,
    _reference,
    _spelt_out,
    _gloss,
    _french_parentheses,
    _changed_word,
)


def classify(tree: BracketTree, blocks: Sequence[Block], language: str, lexicon: Lexicon) -> BracketTree:
    """The same tree with the kind of each bracket.

    Brackets of page furniture are editorial: `[Rights]` in a running header is no proposal.
    """
    starts = [block.span.start for block in blocks]
    kinds: list[BracketKind] = []
    for bracket, left, right in _with_neighbours(tree):
        block = blocks[max(0, bisect_right(starts, bracket.start) - 1)]
        if block.kind is BlockKind.FURNITURE:
            kinds.append(BracketKind.EDITORIAL)
            continue
        kinds.append(_kind(_context(tree.text, bracket, left, right, language, lexicon)))
    _glosses_in_double_brackets(tree, kinds)
    return BracketTree(
        tree.text,
        tuple(b if k is b.kind else b._replace(kind=k) for b, k in zip(tree.brackets, kinds, strict=True)),
        tree.unopened,
    )


def _kind(context: _Context) -> BracketKind:
    for rule in _RULES:
        kind = rule(context)
        if kind is not None:
            return kind
    return BracketKind.CONTESTED


def _context(
    text: str, bracket: Bracket, left: Bracket | None, right: Bracket | None, language: str, lexicon: Lexicon
) -> _Context:
    inner = bracket.inner
    # Rules look at the whole of short brackets and at the beginning of long ones.
    words = " ".join(text[inner.start : min(inner.end, inner.start + 400)].split())
    raw = text[inner.start : inner.end] if inner.length <= 4 else words
    return _Context(
        text,
        bracket,
        raw if _MARKER.match(raw) else words,
        text[max(0, bracket.start - _NEAR) : bracket.start],
        text[bracket.end : bracket.end + _NEAR],
        left,
        right,
        language,
        lexicon,
    )


def _with_neighbours(tree: BracketTree) -> list[tuple[Bracket, Bracket | None, Bracket | None]]:
    """Each bracket with the siblings that touch it, but for white space or a slash."""
    rows: list[list[Bracket | None]] = [[bracket, None, None] for bracket in tree.brackets]
    latest: dict[int, Bracket] = {}
    for bracket in tree.brackets:
        before = latest.get(bracket.parent)
        if before is not None and bracket.start - before.end < 4:
            if not tree.text[before.end : bracket.start].strip(" /\n\r\t"):
                rows[before.index][2] = bracket
                rows[bracket.index][1] = before
        latest[bracket.parent] = bracket
    return [(tree.brackets[i], row[1], row[2]) for i, row in enumerate(rows)]


def _glosses_in_double_brackets(tree: BracketTree, kinds: list[BracketKind]) -> None:
    """`VTOL [[vertical take-off and landing]]drone`: the outer pair is the gloss as much as the inner one."""
    for bracket in tree.brackets:
        if bracket.parent < 0:
            continue
        outer = tree.brackets[bracket.parent]
        doubled = outer.start + 1 == bracket.start and outer.end - 1 == bracket.end
        if doubled and BracketKind.EDITORIAL in (kinds[bracket.index], kinds[outer.index]):
            kinds[bracket.index] = kinds[outer.index] = BracketKind.EDITORIAL
