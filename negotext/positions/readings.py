"""What each part of an instruction means: a stance, with the words it offers and the words it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from negotext.model import Stance
from negotext.notation import Token

from .wishes import is_report, is_saying, wish_end

_SPECIFIC_AFTER_SUPPORT = frozenset({"delete", "retain", "bracket", "move"})
_INTO = ("为", "成", "以")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the region by their offsets in its clean text, quotation marks left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a delegation does.

    Attributes:
        stance: see `Stance`.
        text: the words offered.
        target: the words it is about, or words that point at them.
        pointer: whether `target` only points (`the last two items`) and is not itself the words.
        place: kind of pointer, as in `Place.kind`, empty where there is none.
        verb: whether a verb said so, and not only the form of the bracket.
        rest: whether it is about everything else there.
        own: whether `target` are words of the draft that stand in the region itself, not words it quotes.
        wish: whether words are only asked for: `prefers “shall”`, not `add “shall”`.
    """

    stance: Stance
    text: Words | None = None
    target: Words | None = None
    pointer: bool = False
    place: str = ""
    verb: bool = True
    rest: bool = False
    own: bool = False
    wish: bool = False


def read_part(part: Sequence[Token], offer: Sequence[Token] | None, clean: str) -> Reading | None:
    """The meaning of one part; None where it says nothing about words.

    `offer` are the words behind the instruction's colon, if this part leads to them.
    """
    stance = _stance(part, offer)
    if stance is None:
        return None
    match stance:
        case Stance.REPLACE:
            text, target = _replacement(part, offer, clean)
            return _pointed(Reading(stance, text, target), part)
        case Stance.INSERT:
            only_asked = offer is None and not any(token.kind == "VERB" for token in part[: wish_end(part)])
            return Reading(stance, _inserted(part, offer, clean), wish=only_asked and bool(wish_end(part)))
        case Stance.SUPPORT | Stance.OPPOSE if offer is not None and not _object(part):
            return Reading(stance, None, _spanned(offer), own=True)
        case _:
            target = _quoted(part)
            offered = None if target or _has_pointer(part) else _spanned(offer)
            reading = Reading(stance, None, offered or target or _about(part, stance), own=offered is not None)
            return _pointed(reading, part)


def _stance(part: Sequence[Token], offer: Sequence[Token] | None) -> Stance | None:
    acts = [token for token in part if token.kind not in ("FILLER", "BUT", "POINT", "ABOUT")]
    if acts and acts[0].kind == "PENDING":
        return None  # has not made up its mind
    verbs = [token for token in _before_proviso(part) if token.kind == "VERB"]
    if verbs and is_saying(part, said := part.index(verbs[0])) and is_report(part, said):
        return Stance.COMMENT
    strong = [token for token in verbs if token.value != "comment"]
    if strong:
        governing = Stance(_governing(strong, part))
        return Stance.REPLACE if governing is Stance.INSERT and _displaces(part) else governing
    kinds = {token.kind for token in part}
    if "DRAFTING" in kinds or ("INSTEAD" in kinds and kinds & {"QUOTE", "PLACE"}):
        return Stance.REPLACE
    if "PROPOSE" in kinds:
        if offer is not None:
            return Stance.REPLACE if "PLACE" in kinds else Stance.INSERT
        asked = next(token for token in part if token.kind == "PROPOSE")
        if any(verb.start > asked.start for verb in verbs):
            return Stance.COMMENT  # asks for a clarification of “X”
        if "QUOTE" in kinds or ("CHILD" in kinds and "WORDS" not in kinds):
            return Stance.INSERT
        return Stance.COMMENT if kinds - {"PROPOSE", "FILLER", "POINT"} else None
    if "PROPOSAL" in kinds and offer is not None:
        return Stance.INSERT
    if verbs or (part and part[0].kind == "BUT"):
        return Stance.COMMENT
    return None


def _governing(verbs: Sequence[Token], part: Sequence[Token]) -> str:
    """The verb that decides among several: `opposes the deletion` is to oppose, `supports deleting` to delete."""
    first, values = verbs[0].value, [verb.value for verb in verbs]
    if first in ("oppose", "reserve"):
        return first
    if "bracket" in values and first == "move":
        return "bracket"
    if "move" in values:
        return "move"
    if "bracket" in values and first in ("retain", "insert", "replace"):
        return "bracket"
    if first == "support" and len(values) > 1:
        between = [t.kind for t in part if verbs[0].end <= t.start < verbs[1].start]
        if values[1] in _SPECIFIC_AFTER_SUPPORT and "OBJECT" not in between and "PROPOSAL" not in between:
            return values[1]
        return first
    quoted = sum(token.kind == "QUOTE" for token in part)
    if "replace" in values and (first == "delete" or (first == "insert" and quoted > 1)):
        return "replace"
    if first == "delete" and "insert" in values and quoted > 1:
        return "replace"
    return first


def _displaces(part: Sequence[Token]) -> bool:
    """Whether what is quoted first comes in the place of what is quoted then: `insert “A” instead of “B”`."""
    kinds = [token.kind for token in part if token.kind in ("QUOTE", "INSTEAD")]
    return kinds == ["QUOTE", "INSTEAD", "QUOTE"]


def _quotes(part: Sequence[Token]) -> list[Token]:
    return [token for token in part if token.kind == "QUOTE"]


def _inside(quote: Token) -> Words:
    return Words(quote.start + (2 if quote.end - quote.start - len(quote.value) == 4 else 1), quote.end - 1)


def _spanned(tokens: Sequence[Token] | None) -> Words | None:
    return Words(tokens[0].start, tokens[-1].end) if tokens else None


def _quoted(part: Sequence[Token]) -> Words | None:
    """What is quoted: one quotation, or from the first to the last of several."""
    quotes = _quotes(_before_reason(part))
    if not quotes:
        return None
    if _displaces(part):
        return _inside(quotes[0])
    return _inside(quotes[0]) if len(quotes) == 1 else Words(quotes[0].start, quotes[-1].end)


def _before_reason(part: Sequence[Token]) -> Sequence[Token]:
    """The part up to the comma behind which reasons and examples stand."""
    seen = False
    for index, token in enumerate(part):
        seen = seen or token.kind == "VERB"
        that = index + 1 < len(part) and part[index + 1].kind == "THAT"
        comma = token.kind == "POINT" and token.value == "COMMA" and not that
        if seen and index and (comma or token.kind == "PROVISO"):
            return part[:index]
    return part


def _before_proviso(part: Sequence[Token]) -> Sequence[Token]:
    """The part up to a condition: `согласна при условии исключения слов …` is to agree."""
    verb = next((index for index, token in enumerate(part) if token.kind == "VERB"), len(part))
    verb = min(verb, wish_end(part) - 1) if wish_end(part) else verb
    proviso = next((index for index, token in enumerate(part) if token.kind == "PROVISO" and index > verb), len(part))
    return part[:proviso]


def _replacement(part: Sequence[Token], offer: Sequence[Token] | None, clean: str) -> tuple[Words | None, Words | None]:
    """The new words and the old ones."""
    quotes = _quotes(part)
    verb = next((token for token in part if token.kind == "VERB" and token.value == "replace"), None)
    by = [token for token in part if token.kind == "BY"]
    if offer is not None:
        return _spanned(offer), _inside(quotes[0]) if quotes else None
    if len(quotes) >= 2:
        first, second = _inside(quotes[0]), _inside(quotes[-1])
        swapped = any(t.kind in ("INSTEAD", "EXCHANGE") and quotes[0].end <= t.start < quotes[-1].start for t in part)
        fronted = verb is not None and any(
            b.end <= quotes[0].start < verb.start and b.end + 1 >= quotes[0].start for b in by
        )
        if verb is not None and quotes[0].end <= verb.start and fronted:
            swapped = True
        if by and by[0].end <= quotes[0].start and not any(quotes[0].end <= b.start < quotes[-1].start for b in by):
            # "replace with “Y” the word “X”"
            swapped = True
        return (first, second) if swapped else (second, first)
    if quotes:
        (quote,) = quotes
        if any(token.kind == "INSTEAD" and token.end <= quote.start for token in part):
            return None, _inside(quote)
        spaced = clean[quote.start - 1 : quote.start] == " "
        behind = [token for token in by if token.start >= quote.end]
        if behind:
            return _after(behind[0], part), _inside(quote)
        if spaced and verb is not None and quote.start > verb.end and not by and not _names_outcome(verb, clean):
            return None, _inside(quote)
        return _inside(quote), None
    if by and verb is not None and by[0].start > verb.start:
        return _after(by[0], part), None
    if verb is not None and clean[verb.end - 1] in _INTO:
        return _after(verb, _before_reason(part)), None
    child = next((token for token in part if token.kind == "CHILD"), None)
    return (Words(child.start, child.end) if child else None), None


def _names_outcome(verb: Token, clean: str) -> bool:
    return clean[verb.start : verb.end].lower().endswith((" as follows", " with", "alternatively", "alternative"))


def _after(token: Token, part: Sequence[Token]) -> Words | None:
    rest = [t for t in part if t.start >= token.end]
    while rest and rest[0].kind == "POINT":
        rest = rest[1:]
    return _spanned(rest)


def _inserted(part: Sequence[Token], offer: Sequence[Token] | None, clean: str) -> Words | None:
    quotes = _quotes(part)
    verb = next((token for token in part if token.kind == "VERB"), None)
    if quotes:
        # A quotation behind a preposition says where: 在“A”之后增加“B”, add “B” after “A”.
        where = {part[i + 1].start for i, token in enumerate(part[:-1]) if token.kind == "ABOUT"}
        where |= {part[i - 1].start for i, token in enumerate(part) if token.kind == "WHERE" and i}
        added = [quote for quote in quotes if quote.start not in where]
        return _inside((added or quotes)[0])
    if offer is not None:
        return _spanned(offer)
    rest = [t for t in _before_reason(part) if verb is not None and t.start >= verb.end]
    if any(token.kind == "CHILD" for token in rest):
        return _spanned([token for token in rest if token.kind == "CHILD"])
    if rest and rest[0].kind == "WORDS":
        cut = next((i for i, t in enumerate(rest) if t.kind in ("ABOUT", "PLACE", "POINT")), len(rest))
        return _spanned(rest[:cut])
    return None


def _has_pointer(part: Sequence[Token]) -> bool:
    return any(token.kind in ("PLACE", "REST", "PROPOSAL", "OBJECT") for token in _before_reason(part))


def _object(part: Sequence[Token]) -> bool:
    return _has_pointer(part) or any(token.kind in ("QUOTE", "DRAFTING") for token in part)


def _about(part: Sequence[Token], stance: Stance) -> Words | None:
    """Unquoted words a stance is about: what `对…` takes, or what stands behind the verb."""
    verb = next((token for token in part if token.kind == "VERB" and token.value == stance.value), None)
    if verb is None or _has_pointer(part):
        return None
    about = next((token for token in part if token.kind == "ABOUT" and token.end < verb.start), None)
    if about is not None:
        return _spanned([t for t in part if about.end <= t.start < verb.start and t.kind != "FILLER"])
    behind = [t for t in _before_reason(part) if t.start >= verb.end]
    if any(token.kind == "PROVISO" for token in behind[:1]):
        return None
    while behind and behind[0].kind in ("FILLER", "ABOUT", "POINT"):
        behind = behind[1:]
    if behind and behind[0].kind in ("WORDS", "DRAFTING"):
        return _spanned(behind)
    return None


def _pointed(reading: Reading, part: Sequence[Token]) -> Reading:
    """Add the pointer of the part where no words are quoted."""
    if reading.target is not None and any(token.kind == "QUOTE" for token in part):
        return reading
    rest = next((token for token in part if token.kind == "REST"), None)
    if rest is not None:
        return Reading(reading.stance, reading.text, Words(rest.start, rest.end), True, "rest", rest=True)
    places = [token for token in part if token.kind == "PLACE"]
    if reading.target is not None and not places:
        return reading
    others = [token for token in _before_reason(part) if token.kind in ("OBJECT", "PROPOSAL")]
    if others and reading.stance is not Stance.REPLACE:
        first = min(others + places, key=lambda token: token.start)
        end = max(token.end for token in part if token.kind in ("OBJECT", "PROPOSAL", "PLACE", "DRAFTING", "PROPOSE"))
        return Reading(reading.stance, reading.text, Words(first.start, end), True, "proposal")
    if places:
        place = places[0]
        return Reading(reading.stance, reading.text, Words(place.start, place.end), True, place.value)
    return reading
