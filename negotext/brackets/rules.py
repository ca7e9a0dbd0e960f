"""The rules that tell what kind a bracket is: one small function each.

The first rule that answers decides; words without an answer are contested. A rule knows the shapes of notation, the
words come from `editorial.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from negotext.model import BracketKind

from .context import Context

Rule = Callable[[Context], BracketKind | None]

_EMPTY = re.compile(r"[\s.…_‥·•●⬤■□*–—-]*\Z|[-–]?(?:X{1,4}|x{1,4}|Y|Z|N|XXX?-X{1,3}|X-Y|n)(?:[-–]?[XY])?\Z|\?+\Z")
_NAMED_BLANK = re.compile(r"X (?=[a-z])")
_CODE_REFERENCE = re.compile(
    r"[A-Z]{1,3}\.[A-Z]{1,2}\.?\d|[^\W\d_]+ (?:[A-Z]{1,3}\.[A-Z\d][\w.()]*(?:, | [a-z]{1,3} |–|-)?)+\Z"
)
_MARKER = re.compile(r"\s?\d{1,3}\Z")
_MARKERS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){1,4}\Z")
_LETTER = re.compile(r"[^\W\d_\u3400-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_\u3400-\u9fff]{1,3}\Z")
_NUMBER_AT_END = re.compile(r"\d+(?:\.\d+)*(?:\s?(?:bis|ter|quater))?\s?\Z|[(（]\d+[)）]\s?\Z")
_GLUED_MARK = re.compile(r"(?<=[\]］])\d{1,3}\Z")
_WORD_OR_STOP = re.compile(r"[^\W\d_][\s)”\"»]?\Z|[.,;:)\]”\"»。，；：、）”،؛]\s?\Z")
_FOLLOWS_A_MARK = ("", *".,;:)]”»[\n\r。，；：、）］［،؛")
_LINK_LABEL = re.compile(r"(?:source|link|here|ref(?:erence)?)\Z", re.IGNORECASE)
_URL_AFTER = re.compile(r"\((?:https?:|mailto:|#|\.{0,2}/|www\.)|:\s*https?:")
_ACRONYM_BEFORE = re.compile(r"\b([A-Z]{2,8})s?\s?\[*\Z")
_REFERENCE_BEFORE = re.compile(r"[\dA-Z][\w.()]*\s\Z")
_GLOSS = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’/-]+(?: [a-zà-ÿ'’/-]+){1,4}\Z")
_FOREIGN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’(), -]*[a-zà-ÿ]{3}[A-Za-zÀ-ÿ'’(), -]*\Z")
_CHANGED_WORD = re.compile(r"[a-zà-ÿа-я]{1,5}\Z")
_ARABIC_VOWELS = re.compile(r"[\u064b-\u0652\u0640]")


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    # Han and Arabic words need no space in front of them.
    return re.compile(rf"(?:(?<![^\W_])|(?<=[\u0600-\u06ff\u3400-\u9fff]))(?:{pattern})\s*\Z", re.IGNORECASE)


@cache
def _beginning(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?![^\W_])", re.IGNORECASE)


def _ends_in(context: Context, name: str, words: str) -> bool:
    return _ending(context.lexicon.editorial[name].pattern).search(words) is not None


def _begins_with(context: Context, name: str, words: str) -> bool:
    return _beginning(context.lexicon.editorial[name].pattern).match(words) is not None


def _blank(context: Context) -> BracketKind | None:
    """`[ ]`, `[…]`, `[X]`, `[XX]`: a place for something to come; inside a quotation, something left out."""
    inner = context.inner
    if len(inner) <= 8 and _EMPTY.match(inner):
        glued = inner.isalpha() and _LETTER.match(context.after[:1] or " ")
        return None if glued else BracketKind.PLACEHOLDER
    return BracketKind.PLACEHOLDER if _NAMED_BLANK.match(inner) else None


def _changed_letter(context: Context) -> BracketKind | None:
    """`[m]embers`, and in a quotation `doi[t]`: a letter changed to fit the sentence."""
    if len(context.raw) > 3 or not _LETTERS.match(context.raw):
        return None
    if _LETTER.match(context.after[:1]) and not _LETTER.match(context.before[-1:]):
        return BracketKind.EDITORIAL
    glued = _LETTER.match(context.before[-1:]) is not None
    return BracketKind.EDITORIAL if glued and context.quoted else None


def _former_number(context: Context) -> BracketKind | None:
    """`article 7 [6]`: the number in an earlier draft."""
    if not context.inner.isdecimal():
        return None
    number = _NUMBER_AT_END.search(context.before)
    if number is None or not _ends_in(context, "unit", context.before[: number.start()]):
        return None
    return BracketKind.EDITORIAL


def _footnote_mark(context: Context) -> BracketKind | None:
    """`Agreement [3].`, `published[ 27], or`: a footnote mark, unlike the figure in `within [30] days`."""
    if not (_MARKER.match(context.raw) or _MARKERS.match(context.inner)):
        return None
    # Another mark may stand between: `service.]43[44]`.
    before, follows = _GLUED_MARK.sub("", context.before), context.after.lstrip(" ")
    if before[-1:] in ("", "/", "-", "–"):
        return None
    for beside in (context.left, context.right):
        if beside is not None and context.words_of(beside).strip()[:1].isdigit():
            return None
    if not _WORD_OR_STOP.search(before):
        return None
    glued = not before[-1:].isspace()
    if follows[:1] in _FOLLOWS_A_MARK or follows[:1].isdigit():
        return None if not glued and _ends_in(context, "quantity", before) else BracketKind.EDITORIAL
    if context.lexicon.editorial["measure"].match(follows):
        return None
    if glued:
        # A figure under negotiation has a space in front of it, or rivals.
        stopped = before[-1:] in '.,;:)”"' and before[-2:-1] not in ("]", "［")
        return BracketKind.EDITORIAL if before[-1:].isalpha() or stopped else None
    last = before[-6:]
    sentence = _begins_with(context, "function", follows) and not _ends_in(context, "function", last)
    return BracketKind.EDITORIAL if sentence else None


def _link(context: Context) -> BracketKind | None:
    """Markdown links: `[text](https://…)`, `[some more text][source]`."""
    if context.text[context.bracket.end : context.bracket.end + 1] in ("(", ":") and _URL_AFTER.match(context.after):
        return BracketKind.EDITORIAL
    left, right = context.left, context.right
    if right is not None and right.start == context.bracket.end:
        words, label = context.inner, context.words_of(right)
    elif left is not None and left.end == context.bracket.start:
        words, label = context.words_of(left), context.inner
    else:
        return None
    linked = _LINK_LABEL.match(label) and (words.count(" ") > 1 or _defined(context, label))
    return BracketKind.EDITORIAL if linked else None


def _defined(context: Context, label: str) -> bool:
    """Whether the text says further down where a link goes: `[source]: https://…`."""
    return f"[{label}]: " in context.text


def _listed(context: Context) -> BracketKind | None:
    """Whatever the lexicons list: `[sic]`, `[to be completed]`, `[后接附件]`, `[Note: …]`."""
    editorial, inner = context.lexicon.editorial, context.inner
    if context.lexicon.language == "ar":
        inner = _ARABIC_VOWELS.sub("", inner)
    if editorial["blank"].match(inner):
        return BracketKind.PLACEHOLDER
    if editorial["whole"].fullmatch(inner) or editorial["start"].match(inner):
        return BracketKind.EDITORIAL
    if editorial["status"].fullmatch(inner) and context.closes_a_sentence():
        return BracketKind.EDITORIAL
    return None


def _cross_reference(context: Context) -> BracketKind | None:
    """`[Article QQ.A.6.4]`: a cross-reference still to be checked."""
    return BracketKind.EDITORIAL if _CODE_REFERENCE.match(context.inner) else None


def _spelt_out(context: Context) -> BracketKind | None:
    """`VTOL [vertical take-off and landing]`: the words behind an acronym, also in double brackets."""
    acronym = _ACRONYM_BEFORE.search(context.before)
    if acronym is None:
        return None
    words = re.findall(r"[^\W\d_]+", context.inner)
    initials = "".join(word[0] for word in words).upper()
    short = "".join(word[0] for word in words if not _begins_with(context, "function", word)).upper()
    return BracketKind.EDITORIAL if acronym[1] in (initials, short) else None


def _gloss(context: Context) -> BracketKind | None:
    """`paragraph 1 [national treatment]`: says what a reference is about."""
    number = _REFERENCE_BEFORE.search(context.before)
    if number is None or context.beside_bracket or not _GLOSS.match(context.inner):
        return None
    of_a_unit = _ends_in(context, "unit", context.before[: number.start()])
    return BracketKind.EDITORIAL if of_a_unit and not _begins_with(context, "function", context.inner) else None


def _foreign_gloss(context: Context) -> BracketKind | None:
    """`无人船[[unmanned surface vessel]]由`: words of a Latin script in a text of another."""
    if context.lexicon.language not in ("ar", "ru", "zh") or not _FOREIGN.match(context.inner):
        return None
    return BracketKind.EDITORIAL


def _inner_parentheses(context: Context) -> BracketKind | None:
    """Square brackets instead of parentheses within parentheses; French prints the outer ones square.

    `(voir le rapport [A/77/5, par. 12])`, `41 postes [3 P-5, 24 G(1eC)]`.
    """
    if not context.bracket.closed or not context.lexicon.editorial["reference"].match(context.inner):
        return None
    french = context.lexicon.language == "fr" and ("(" in context.inner or ")" in context.inner)
    return BracketKind.EDITORIAL if french or context.in_parentheses else None


def _changed_word(context: Context) -> BracketKind | None:
    """`de acuerdo con [la] Carta` in a quotation: a word changed to fit the sentence."""
    if not _CHANGED_WORD.match(context.inner) or context.beside_bracket:
        return None
    if context.lexicon.editorial["modal"].fullmatch(context.inner):
        return None
    return BracketKind.EDITORIAL if context.quoted else None


_SHORT: tuple[Rule, ...] = (_changed_letter, _blank, _former_number, _footnote_mark, _changed_word)
_LONG: tuple[Rule, ...] = (_cross_reference, _spelt_out, _gloss, _foreign_gloss, _inner_parentheses)
# Figures and changed words are short; glosses and references are not.
_SHORT_WORDS = 24


def kind_of(context: Context) -> BracketKind:
    """What kind a bracket is, as far as it can be told before its attribution is read."""
    bracket, text = context.bracket, context.text
    if text[bracket.start + 1 : bracket.start + 2] in ("[", "［"):
        # It begins with another bracket: no rule but that of links looks at such words.
        rules: tuple[Rule, ...] = (_link,)
    elif bracket.end - bracket.start <= _SHORT_WORDS:
        rules = (_link, *_SHORT, _listed, *_LONG)
    else:
        rules = (_link, _blank, _listed, *_LONG)
    for rule in rules:
        found = rule(context)
        if found is not None:
            return found
    return BracketKind.CONTESTED
