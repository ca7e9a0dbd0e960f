"""Lines that begin with a delegation speaking."""

from __future__ import annotations

import re

from negotext.languages import Lexicon, Registry
from negotext.model import BlockKind

_LEAD = re.compile(r"[\s\[［(（*•]*")
_CODE = re.compile(r"[A-Z]{2,3}(?![A-Za-z])")
# The organ an officer is of: "PBC 主席", "COP President".
_ORGAN = re.compile(r"[A-Z]{2,6}\s?(?=[\u3400-\u9fff]|[A-Z][a-z])")
_DIGITS = re.compile(r"\s?\d{1,3}(?=\s?[/:：])")
_BETWEEN = re.compile(r"\s*(?://?|、|,|，|،|;|；|؛|&|\+|＋)\s*|\s+")
_TIE = re.compile(r"\s*(?:[:：](?!//)|—|–|--|-\s|−)")
_WORDS_BEHIND = re.compile(r"\s?(?:[a-zß-öø-ÿа-я]|[\u3400-\u9fff])")
_POSSESSIVE = re.compile(r"'s\b|’s\b|的")
_ASIDE = re.compile(r"\s?(?=[\[［(（])")
# A title in front of a name is not longer.
_TITLE = 64


def opens_statement(line: str, lexicon: Lexicon, registry: Registry) -> bool:
    """Whether a line begins with a delegation followed by a colon, a dash or a verb of negotiation."""
    speaker = _speaker(line, lexicon, registry)
    return speaker is not None and _takes_the_floor(line, line.lower(), speaker[1], lexicon, registry)


def voice_of(line: str, lexicon: Lexicon, registry: Registry) -> BlockKind | None:
    """Who speaks in a line: `CHAIR` for the head of an alternative text by the chair or another officer
    (`[Chair's alternative text`), `STATEMENT` for a delegation's own line, None for neither.
    """
    if _heads_text_of_chair(line, lexicon, registry):
        return BlockKind.CHAIR
    speaker = _speaker(line, lexicon, registry)
    if speaker is None:
        return None
    at, end = speaker
    folded = line.lower()
    if _heads_chair_text(line, folded, at, lexicon, registry):
        return BlockKind.CHAIR
    return BlockKind.STATEMENT if _takes_the_floor(line, folded, end, lexicon, registry) else None


def _speaker(line: str, lexicon: Lexicon, registry: Registry) -> tuple[int, int] | None:
    """Where the name at the beginning of a line stands, None where there is none."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    end = _past_name(line, at, registry)
    if end is None:
        window = line[: at + _TITLE]
        behind = _past_title(window.lower(), at, lexicon)
        if behind == at:
            return None
        at = behind + (line[behind : behind + 1] == " ")
        end = _past_name(line, at, registry)
    return None if end is None else (at, end)


def _takes_the_floor(line: str, folded: str, end: int, lexicon: Lexicon, registry: Registry) -> bool:
    """Whether what follows a name is a colon, a dash, a verb, or more names and then one of these."""
    while True:
        if _TIE.match(line, end):
            return True
        role, after = _word(folded, end, lexicon)
        if role is not None and (role == "propose" or role.startswith("verb:")):
            return True
        if role in ("filler", "suffix", "pending", "proposal"):
            end = after
            continue
        aside = _ASIDE.match(line, end)
        closed = _end_of_bracket(line, aside.end()) if aside else None
        if closed is not None:
            end = closed
            continue
        if role not in ("and", "behalf"):
            separator = _BETWEEN.match(line, end)
            after = separator.end() if separator else end
            role, later = _word(folded, after, lexicon)
            if role in ("and", "behalf"):
                after = later
        following = _past_name(line, _past_title(folded, after, lexicon), registry)
        if following is None or following <= end:
            return False
        end = following


def _heads_chair_text(line: str, folded: str, at: int, lexicon: Lexicon, registry: Registry) -> bool:
    found = registry.names.at(line, at, len(line))
    if found is None or found.value not in registry.roles:
        return False
    possessive = _POSSESSIVE.match(line, found.end)
    role, _ = _word(folded, possessive.end() if possessive else found.end, lexicon)
    return role == "wording" or (role == "verb:replace" and possessive is not None)


def _heads_text_of_chair(line: str, lexicon: Lexicon, registry: Registry) -> bool:
    """Whether the officer stands behind the wording: `[Variante du Président`, `[Альтернативный текст Председателя`."""
    bracketed = line.lstrip()[:1] in ("[", "［")
    if not (bracketed or line.rstrip().endswith((":", "："))):
        return False
    lead = _LEAD.match(line)
    folded = line.lower()
    role, end = _word(folded, lead.end() if lead else 0, lexicon)
    if role != "wording":
        return False
    at = _past_title(folded, end, lexicon)
    while line[at : at + 1].isspace():
        at += 1
    found = registry.names.at(line, at, len(line))
    return found is not None and found.value in registry.roles


def _past_title(folded: str, at: int, lexicon: Lexicon) -> int:
    role, after = _word(folded, at, lexicon)
    return after if role == "title" else at


def _past_name(line: str, at: int, registry: Registry) -> int | None:
    while at < len(line) and line[at] == " ":
        at += 1
    code = _CODE.match(line, at)
    if code and code.group() in registry.codes:
        end = code.end()
    else:
        organ = _ORGAN.match(line, at)
        found = registry.names.at(line, organ.end() if organ else at, len(line))
        if found is None:
            return None
        end = found.end
    digits = _DIGITS.match(line, end)
    return digits.end() if digits else end


def _word(folded: str, at: int, lexicon: Lexicon) -> tuple[str | None, int]:
    while at < len(folded) and folded[at] in " ,，،":
        at += 1
    found = lexicon.words.at(folded, at, len(folded))
    return (found.value, found.end) if found else (None, at)


def _end_of_bracket(line: str, at: int) -> int | None:
    """Offset behind the bracket that opens at `at`, None where it is not closed in the line."""
    depth = 0
    for offset in range(at, len(line)):
        if line[offset] in "[［(（":
            depth += 1
        elif line[offset] in "]］)）":
            depth -= 1
            if depth <= 0:
                return offset + 1
    return None


def goes_on_behind_bracket(line: str) -> bool:
    """Whether the bracket a line opens with is closed in it and followed by words of a sentence."""
    end = _end_of_bracket(line, 0)
    return end is not None and _WORDS_BEHIND.match(line, end) is not None


def closes_more_than_it_opens(line: str) -> bool:
    """Whether a bracket that is closed in the line was opened above it."""
    depth = 0
    for character in line:
        if character in "[［(（":
            depth += 1
        elif character in "]］)）":
            depth -= 1
            if depth < 0:
                return True
    return False
