"""Ways of saying the same thing, brought into the order the grammar knows.

Each rule takes the tokens of a region and gives them back, changed where it applies. Tokens keep their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence

from negotext.notation import Token

from .names import JOINTS, kind_at, names_end, past_title

_Rule = Callable[[list[Token]], list[Token]]
_SPEAKING = ("VERB", "PROPOSE", "PENDING")
_JOINTS = (*JOINTS, "TITLE")
# An aside between commas has fewer tokens than this.
_ASIDE = 8
_DIGITS = re.compile(r"\d{1,3}\Z")


def _names_end(tokens: Sequence[Token], start: int) -> int:
    """Index after the names that stand as a list from `start` on, with or without a title between two of them."""
    return names_end(tokens, start, _JOINTS)


def _without_footnote_marks(tokens: list[Token]) -> list[Token]:
    """`MX14`, `propose 77 ;`, `propose;70 CL`: digits of footnotes that the extraction left in the line."""
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind == "WORDS" and _DIGITS.match(token.value) and kept:
            before, after = kept[-1], kind_at(tokens, index + 1)
            glued = before.end == token.start
            if before.kind == "NAME" and (glued or after in ("SLASH", "COLON", "SEMI", "LISTED", *_SPEAKING)):
                continue
            if before.kind in _SPEAKING and after in ("COLON", "SEMI"):
                continue
            if before.kind == "SEMI" and glued and after == "NAME":
                continue
        kept.append(token)
    return kept


def _behalf_in_parentheses(tokens: list[Token]) -> list[Token]:
    """`Kenya (on behalf of the African Group)` without its parentheses; `the Group of States (GS)` without `(GS)`."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        if tokens[index].kind == "LEFT" and kept:
            name = past_title(tokens, index + 2) if kind_at(tokens, index + 1) == "BEHALF" else index + 1
            if kind_at(tokens, name) == "NAME" and kind_at(tokens, name + 1) == "RIGHT":
                behalf = name > index + 1
                again = kept[-1].kind == "NAME" and kept[-1].value == tokens[name].value
                if behalf or again:
                    kept += tokens[index + 1 : name + 1] if behalf else []
                    index = name + 2
                    continue
        kept.append(tokens[index])
        index += 1
    return kept


def _behalf_in_front(tokens: list[Token]) -> list[Token]:
    """`On behalf of the African Group, Kenya proposes` becomes `Kenya on behalf of the African Group proposes`."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        starts = not kept or kept[-1].kind in ("STOP", "SEMI")
        if tokens[index].kind == "BEHALF" and starts:
            group = past_title(tokens, index + 1)
            if kind_at(tokens, group) == "NAME":
                name = past_title(tokens, group + (2 if kind_at(tokens, group + 1) == "COMMA" else 1))
                if kind_at(tokens, name) == "NAME":
                    kept += [tokens[name], tokens[index], tokens[group]]
                    index = name + 1
                    continue
        kept.append(tokens[index])
        index += 1
    return kept


def _in_the_name_of(tokens: list[Token]) -> list[Token]:
    """`以最不发达国家的名义` is `代表最不发达国家`."""
    kept = list(tokens)
    for index in range(len(kept) - 3):
        first, second, third = kept[index + 1 : index + 4]
        if kept[index].kind == "NAME" and (first.kind, second.kind, third.kind) == ("BY", "NAME", "BEHALF"):
            kept[index + 1] = third
            kept[index + 3] = first._replace(kind="FILLER")
    return kept


def _passive(tokens: list[Token]) -> list[Token]:
    """`proposed by Peru, opposed by Chile` becomes `Peru proposed; Chile opposed`.

    Outside a tie to words only what is said of proposals is turned: a register is also "kept by the Secretariat".
    """
    kept: list[Token] = []
    tied = False
    index = 0
    while index < len(tokens):
        token = tokens[index]
        end = _names_end(tokens, index + 2) if kind_at(tokens, index + 1) == "BY" else index + 2
        quoted = [t.kind for t in kept[-2:]] == ["QUOTE", "COMMA"]
        tied = tied or quoted or (bool(kept) and kept[-1].kind == "DASH")
        said = token.kind == "PROPOSAL" or token.value in ("support", "oppose") or (tied and token.kind in _SPEAKING)
        if said and end > index + 2:
            token = token._replace(kind="PROPOSE") if token.kind == "PROPOSAL" else token
            inserted = bool(kept) and kept[-1].kind == "COMMA" and kind_at(tokens, end) == "COMMA"
            acts = end + 1
            while kind_at(tokens, acts) == "FILLER":
                acts += 1
            if inserted and kind_at(tokens, acts) in _SPEAKING and kind_at(tokens, acts + 1) != "BY":
                # "Malawi, seconded by Lesotho, proposed ...": the seconder comes last.
                seconded = [Token("SEMI", token.start, token.start), *tokens[index + 2 : end], token]
                return [*kept[:-1], *tokens[end + 1 :], *seconded]
            if quoted and len(kept) == 2:
                kept[-1] = kept[-1]._replace(kind="DASH")
            if kept and kept[-1].kind != "DASH":
                while kept and kept[-1].kind in ("FILLER", "AND", "COMMA", "TITLE"):
                    kept.pop()
                if kept:
                    kept.append(Token("SEMI", token.start, token.start))
            kept += [*tokens[index + 2 : end], token]
            index = end
            continue
        kept.append(token)
        index += 1
    return kept


def _names_in_parentheses(tokens: list[Token]) -> list[Token]:
    """`[ecosystem-based (Norway, Canada)]`: a name in parentheses says whose the words before are.

    Names alone may stand so in the middle too; an attribution with verbs only at the end.
    """
    if kind_at(tokens, len(tokens) - 1) != "RIGHT":
        return tokens
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "LEFT" and kept and kind_at(tokens, past_title(tokens, index + 1)) == "NAME":
            right = next(i for i in range(index, len(tokens)) if tokens[i].kind == "RIGHT")
            only_names = _names_end(tokens, index + 1) == right
            last = right == len(tokens) - 1
            if only_names or last:
                kept.append(token._replace(kind="DASH"))
                kept += tokens[index + 1 : right]
                if not last:
                    kept.append(tokens[right]._replace(kind="SEMI"))
                index = right + 1
                continue
        kept.append(token)
        index += 1
    return kept


def _names_at_label(tokens: list[Token]) -> list[Token]:
    """`PP3 alt (Cuba, Venezuela): words`: names in parentheses before the colon speak."""
    if kind_at(tokens, 0) != "LEFT":
        return tokens
    end = _names_end(tokens, 1)
    if end > 1 and kind_at(tokens, end) == "RIGHT" and kind_at(tokens, end + 1) == "COLON":
        return [*tokens[1:end], *tokens[end + 1 :]]
    return tokens


def _supported(tokens: list[Token]) -> list[Token]:
    """`A在B的支持下要求…` becomes `A要求…；B支持`."""
    for index, token in enumerate(tokens):
        if token.kind == "BACKED" and _names_end(tokens, index + 1) > index + 1:
            return _backed_by(tokens, index)
        if token.kind != "ABOUT":
            continue
        end = _names_end(tokens, index + 1)
        if end > index + 1 and kind_at(tokens, end) == "BACKED":
            backed = tokens[end]
            after = tokens[end + 1 :]
            if index == 0 and after and after[0].kind == "COMMA":
                after = after[1:]
            stop = next((i for i, t in enumerate(after) if t.kind == "STOP"), len(after))
            support = backed._replace(kind="VERB", value="support")
            parted = Token("SEMI", backed.start, backed.start)
            return [*tokens[:index], *after[:stop], parted, *tokens[index + 1 : end], support, *after[stop:]]
    return tokens


def _backed_by(tokens: list[Token], index: int) -> list[Token]:
    """`Малави при поддержке Лесото предложило …` becomes `Малави предложило …; Лесото` and support."""
    backed, end = tokens[index], _names_end(tokens, index + 1)
    before, after = tokens[:index], tokens[end:]
    while before and before[-1].kind in ("COMMA", "AND"):
        before = before[:-1]
    if after and after[0].kind == "COMMA":
        after = after[1:]
    stop = next((i for i, t in enumerate(after) if t.kind in ("STOP", "SEMI")), len(after))
    parted = Token("SEMI", backed.start, backed.start)
    support = backed._replace(kind="VERB", value="support")
    return [*before, *after[:stop], parted, *tokens[index + 1 : end], support, *after[stop:]]


def _without_asides(tokens: list[Token]) -> list[Token]:
    """`Куба, ссылаясь на устав, предложила …`: a phrase between commas behind the names says nothing of words."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        kept.append(tokens[index])
        index += 1
        if kept[-1].kind != "NAME" or kind_at(tokens, index) != "COMMA":
            continue
        second = next((i for i in range(index + 2, min(index + _ASIDE, len(tokens))) if tokens[i].kind == "COMMA"), 0)
        aside = [token.kind for token in tokens[index + 1 : second]]
        plain = {"WORDS", "FILLER", "ABOUT", "BEHALF", "PLACE", "BY", "TITLE", "PROVISO"}
        if aside[:1] and aside[0] in ("FILLER", "ABOUT", "BY", "EXCHANGE") and "BEHALF" not in aside:
            plain |= {"NAME", "EXCHANGE"}  # "par la voix de Cuba"
        after = second + 1
        while kind_at(tokens, after) == "FILLER":
            after += 1
        if second and set(aside) <= plain and kind_at(tokens, after) in _SPEAKING:
            index = second + 1
    return kept


def _quoted_in_front(tokens: list[Token]) -> list[Token]:
    """`“voluntary”: India delete`: a colon between quoted words and the names is a dash."""
    name = 3 if kind_at(tokens, 2) == "TITLE" else 2
    if (kind_at(tokens, 0), kind_at(tokens, 1), kind_at(tokens, name)) == ("QUOTE", "COLON", "NAME"):
        return [tokens[0], tokens[1]._replace(kind="DASH"), *tokens[2:]]
    return tokens


def _unparted_names(tokens: list[Token]) -> list[Token]:
    """`[古巴 叙利亚：略去]`: names with nothing but a space between them are a list."""
    kept: list[Token] = []
    for token in tokens:
        if token.kind == "NAME" and kept and kept[-1].kind == "NAME" and token.start - kept[-1].end == 1:
            kept.append(Token("LISTED", kept[-1].end, token.start))
        kept.append(token)
    return kept


def _wording_of(tokens: list[Token]) -> list[Token]:
    """`Texto alternativo de la Presidencia` becomes `Presidencia: texto alternativo`."""
    if kind_at(tokens, 0) != "DRAFTING":
        return tokens
    index = 1
    while kind_at(tokens, index) == "BY":
        index += 1
    end = _names_end(tokens, index)
    return [*tokens[index:end], tokens[0], *tokens[end:]] if end > index else tokens


_RULES: tuple[_Rule, ...] = (
    _behalf_in_parentheses,
    _behalf_in_front,
    _in_the_name_of,
    _unparted_names,
    _without_asides,
    _names_at_label,
    _supported,
    _passive,
    _wording_of,
)


def _group_in_parentheses(tokens: list[Token], groups: Container[str]) -> list[Token]:
    """`Azerbaijan (NAM) – …`: a group in parentheses is whom the delegation speaks for."""
    kept = list(tokens)
    for index in range(len(kept) - 3, 0, -1):
        left, group, right = kept[index : index + 3]
        enclosed = (left.kind, group.kind, right.kind) == ("LEFT", "NAME", "RIGHT") and group.value in groups
        if enclosed and kept[index - 1].kind == "NAME" and kept[index - 1].value not in groups:
            kept[index : index + 3] = [left._replace(kind="BEHALF"), group]
    return kept


def _for_a_group(tokens: list[Token], groups: Container[str]) -> list[Token]:
    """`Kenya for the African Group` speaks on its behalf."""
    kept = list(tokens)
    for index in range(1, len(kept) - 1):
        group = past_title(kept, index + 1)
        kinds = (kept[index - 1].kind, kept[index].kind, kind_at(kept, group))
        if kinds == ("NAME", "EXCHANGE", "NAME") and kept[group].value in groups:
            kept[index] = kept[index]._replace(kind="BEHALF")
    return kept


def rewrite(tokens: Sequence[Token], groups: Container[str], *, bracket: bool, printed: bool) -> list[Token]:
    """The tokens of a region in the order the grammar knows.

    Args:
        tokens: as the lexer gives them.
        groups: codes of groups of delegations.
        bracket: whether they are all of a bracket.
        printed: whether they are of a draft, where numbers of footnotes stand in the line.
    """
    rewritten = _for_a_group(_group_in_parentheses(list(tokens), groups), groups)
    if printed:
        rewritten = _without_footnote_marks(rewritten)
    for rule in _RULES:
        rewritten = rule(rewritten)
    return _names_in_parentheses(_quoted_in_front(rewritten)) if bracket else rewritten
