"""What a delegation says: instructions, and the words it offers.

`建议上面一项的新措辞：X` is an instruction and an offer; `delete the last two items` an instruction; `X` alone,
behind a colon or a dash, is an offer. An instruction has one part for each thing the delegation does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from negotext.notation import Token

from .wishes import says_more, wish_end

# Verbs that begin treaty sentences as often as they begin instructions ("Support each Party's right to ...").
_AMBIGUOUS = frozenset({"support", "retain", "insert", "move", "replace", "comment"})
# Verbs that say nothing alone: `[US: include]` offers the word.
_WORDLESS = frozenset({"insert", "replace", "move"})
# Stances that need no object to be understood.
_STANDING = frozenset({"reserve", "oppose", "support", "delete"})
# Longest word in front of an instruction, in characters.
_SHORT = 6
_HAN = re.compile("[\u3400-\u9fff]")
_POINTERS = ("PLACE", "QUOTE", "OBJECT", "PROPOSAL", "DRAFTING", "REST", "CHILD")


@dataclass(frozen=True, slots=True)
class Predicate:
    """What follows the names of a clause.

    Attributes:
        lead: `colon`, `dash` or an empty string: what joins it to the names.
        parts: the instructions, one for each thing done; empty where there are only words.
        offer: the words offered, None where there are none.
        plain: whether the offer is words without a verb of proposing in front of them.
    """

    lead: str
    parts: tuple[tuple[Token, ...], ...]
    offer: tuple[Token, ...] | None
    plain: bool = False


def read_predicate(
    tokens: Sequence[Token], clean: str, *, bracket: bool, noun: Callable[[Token], bool] = lambda token: False
) -> Predicate:
    """Tell instructions from offered words.

    Args:
        tokens: what the grammar found behind the names.
        clean: the text of the region.
        bracket: whether the region is a bracket, where words are offered more often than in a speaker's line.
        noun: whether a verb has the form of a noun, with which words of a draft begin as well.
    """
    lead, rest = _lead(tokens)
    if lead == "colon" and bracket and rest and rest[0].kind == "VERB" and noun(rest[0]) and _names_words(rest):
        return Predicate(lead, (), tuple(rest), plain=True)
    if lead and not _is_instruction(rest, clean, bracket=bracket):
        later = _later_instruction(rest, bracket=bracket)
        if later is None:
            return Predicate(lead, (), tuple(rest) or None, plain=True)
        rest = later
    if bracket and len(rest) > 2 and rest[0].kind == "PROPOSE" and rest[1].kind == "POINT" and rest[1].value == "STOP":
        # "[NZ propose. g. The protection": a full stop slipped in for the colon.
        return Predicate(lead, ((rest[0],),), tuple(rest[2:]))
    instruction, offer = _at_colon(rest)
    if offer is not None and _only_announces(instruction) and _announced(offer, clean, bracket=bracket):
        # "Chair's proposal: move to section D" announces an instruction, not words.
        return Predicate(lead, tuple(_parts(offer)), None)
    return Predicate(lead, tuple(_parts(instruction)), offer)


def _names_words(tokens: Sequence[Token]) -> bool:
    """Whether a verb in the form of a noun begins words of the draft: `сохранение видов`, not `сохранение пункта`."""
    sentence = _sentence(tokens)
    follows = len(sentence) > 1 and sentence[1].kind in ("WORDS", "POINT")
    return follows and not any(token.kind in _POINTERS or token.kind == "COLON" for token in sentence)


def _announced(offer: Sequence[Token], clean: str, *, bracket: bool) -> bool:
    """Whether what is announced is an instruction: in a bracket it must point at something."""
    points = any(token.kind in _POINTERS for token in _sentence(offer))
    return (points or not bracket) and _is_instruction(offer, clean, bracket=bracket)


def _only_announces(instruction: Sequence[Token]) -> bool:
    return all(token.kind in ("PROPOSE", "PROPOSAL", "FILLER") for token in instruction)


def _lead(tokens: Sequence[Token]) -> tuple[str, list[Token]]:
    rest = list(tokens)
    lead = ""
    while rest:
        first = rest[0]
        if first.kind == "COLON":
            lead = "colon"
        elif first.kind == "POINT" and first.value == "DASH":
            lead = lead or "dash"
        elif first.kind == "POINT" and first.value in ("COMMA", "STOP") and not lead:
            pass
        else:
            break
        rest = rest[1:]
    return lead, rest


def _is_instruction(tokens: Sequence[Token], clean: str, *, bracket: bool) -> bool:
    """Whether words behind a colon or dash say what to do, rather than being the words to be put in."""
    at = 0
    while at < len(tokens) and tokens[at].kind in ("FILLER", "BUT", "SELF"):
        at += 1
    if at >= len(tokens):
        return False
    first = tokens[at]
    if _edits_a_quotation(tokens[at:]):
        return True
    if first.kind == "INSTEAD":
        return len(tokens) > at + 1 and tokens[at + 1].kind == "QUOTE"
    if bracket and first.kind == "PROPOSE" and not _demands_something(tokens[at + 1 :]):
        return False  # "[calls upon][Peru: urges] States", "[Peru: requests the Secretariat to report]"
    if first.kind in ("PROPOSE", "PENDING", "REST", "DRAFTING"):
        return True
    if first.kind == "VERB":
        if bracket and first.value in _WORDLESS and at + 1 == len(tokens):
            return False
        return not (bracket and first.value in _AMBIGUOUS and _begins_text(tokens[at:], clean))
    quoted = any(token.kind in ("QUOTE", "PLACE") for token in tokens[at + 1 : at + 3])
    if first.kind in ("ABOUT", "BY") and bracket and not quoted and not _HAN.match(clean, first.start):
        # "in consultation with ..." begins words far more often than a stance does.
        return False
    if first.kind in ("PLACE", "QUOTE", "OBJECT", "ABOUT", "BY", "CHILD", "PROPOSAL"):
        return _verb_in_sentence(tokens[at + 1 :], plain=first.kind == "PLACE" or not bracket)
    return False


def _demands_something(tokens: Sequence[Token]) -> bool:
    """Whether a verb of proposing has words in its sentence that say what is to be done."""
    kinds = {token.kind for token in tokens}
    return bool(kinds & ({"VERB", "COLON", "DRAFTING", "INSTEAD", *_POINTERS} - {"OBJECT"}))


def _edits_a_quotation(tokens: Sequence[Token]) -> bool:
    """`句末补充“X”`, `英文本“X”应作“Y”`: a short word in front of an instruction about quoted words."""
    if tokens[0].kind != "WORDS" or len(tokens[0].value) > _SHORT:
        return False
    kinds = [token.kind for token in tokens[1:4]]
    values = [token.value for token in tokens[1:4]]
    if kinds[:2] == ["VERB", "QUOTE"]:
        return values[0] in ("insert", "replace", "delete")
    return kinds == ["QUOTE", "VERB", "QUOTE"] and values[1] == "replace"


def _begins_text(tokens: Sequence[Token], clean: str) -> bool:
    """Whether an ambiguous verb begins treaty words: capitalised or Chinese, and followed by ordinary words."""
    verb = tokens[0]
    initial = clean[verb.start]
    if initial.islower() or (verb.value == "comment" and not initial.isascii()):
        return False
    sentence = _sentence(tokens[1:])
    following = next((token for token in sentence if token.kind != "FILLER"), None)
    if following is None or following.kind not in ("WORDS", "ABOUT"):
        return False
    words = sum(token.end - token.start for token in sentence)
    return not any(token.kind in _POINTERS for token in sentence) and words > 3


def _sentence(tokens: Sequence[Token]) -> list[Token]:
    taken: list[Token] = []
    for token in tokens:
        if token.kind == "POINT" and token.value in ("STOP", "SEMI"):
            break
        taken.append(token)
    return taken


def _verb_in_sentence(tokens: Sequence[Token], *, plain: bool) -> bool:
    for token in _sentence(tokens):
        if token.kind in ("VERB", "PROPOSE", "DRAFTING", "INSTEAD"):
            return True
        if token.kind == "COLON" or (token.kind == "WORDS" and not plain and len(token.value) > 12):
            return False
    return False


def _later_instruction(tokens: Sequence[Token], *, bracket: bool) -> list[Token] | None:
    """The sentence of a commentary that says what to do: `The two overlap. We suggest deleting one.`

    In a bracket only a last clause that is nothing but a stance counts: `…, reserves its position`.
    """
    start = False
    for index, token in enumerate(tokens):
        if token.kind == "POINT" and token.value in ("STOP", "COMMA", "SEMI"):
            start = True
        elif start:
            start = False
            clause = _clause(tokens[index:])
            if not bracket and _demands(clause):
                return list(tokens[index:])
            acts = [t for t in clause if t.kind not in ("FILLER", "SELF", "BUT")]
            last = index + len(clause) >= len(tokens) - 1
            if last and len(acts) == 1 and acts[0].kind == "VERB" and acts[0].value in _STANDING:
                return list(tokens[index:])
    return None


def _demands(clause: Sequence[Token]) -> bool:
    """Whether a clause proposes something, or says "we" and what we do."""
    own = any(token.kind == "SELF" for token in clause[:2])
    acts = [token for token in clause if token.kind not in ("FILLER", "BUT", "SELF")][:3]
    if acts and acts[0].kind == "VERB" and acts[0].value == "comment":
        acts = acts[1:]
    if len(acts) > 1 and acts[0].kind == "PROPOSE" and acts[1].kind in ("VERB", "PLACE"):
        return True
    return own and bool(acts) and acts[0].kind == "VERB" and acts[0].value in _STANDING


def _at_colon(tokens: Sequence[Token]) -> tuple[list[Token], tuple[Token, ...] | None]:
    for index, token in enumerate(tokens):
        if token.kind == "COLON":
            return list(tokens[:index]), tuple(tokens[index + 1 :]) or None
    return list(tokens), None


def _parts(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Cut an instruction where the delegation goes on to do another thing."""
    parts: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        ends = token.kind == "POINT" and token.value in ("STOP", "SEMI", "DASH")
        if ends or (token.kind == "BUT" and parts[-1]):
            parts.append([token] if token.kind == "BUT" else [])
        elif (
            token.kind == "POINT"
            and token.value in ("COMMA", "AND")
            and _goes_on(parts[-1], token, tokens[index + 1 :])
        ):
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts if part]


def _goes_on(part: Sequence[Token], joint: Token, tokens: Sequence[Token]) -> bool:
    """Whether another thing is done behind a comma or conjunction."""
    if any(token.kind == "VERB" for token in part):
        return _acts(tokens)
    return bool(wish_end(part)) and says_more(_clause(tokens), joint)


def _acts(tokens: Sequence[Token]) -> bool:
    for index, token in enumerate(tokens):
        if token.kind in ("VERB", "PROPOSE"):
            return token.value != "comment"
        if token.kind in ("ABOUT", "REST"):
            return any(later.kind == "VERB" for later in _clause(tokens[index:]))
        if token.kind not in ("FILLER", "BUT"):
            return False
    return False


def _clause(tokens: Sequence[Token]) -> list[Token]:
    end = next((i for i, t in enumerate(tokens) if t.kind == "POINT" and t.value in ("COMMA", "STOP", "SEMI")), None)
    return list(tokens[:end])
