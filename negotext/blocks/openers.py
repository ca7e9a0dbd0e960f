"""Lines that begin with a delegation speaking."""

from __future__ import annotations

import re

from negotext.languages import Lexicon, Registry

_LEAD = re.compile(r"[\s\[［(（*•]*")
_CODE = re.compile(r"[A-Z]{2,3}(?![A-Za-z])")
_DIGITS = re.compile(r"\s?\d{1,3}(?=\s?[/:：])")
_BETWEEN = re.compile(r"\s*(?://?|、|,|，|;|；|&)\s*|\s+")
_TIE = re.compile(r"\s*(?:[:：](?!//)|—|–|--|-\s|−)")
_WORDS_BEHIND = re.compile(r"\s?(?:[a-zß-öø-ÿа-я]|[\u3400-\u9fff])")
_POSSESSIVE = re.compile(r"'s\b|’s\b|的")


def opens_statement(line: str, lexicon: Lexicon, registry: Registry) -> bool:
    """Whether a line begins with a delegation followed by a colon, a dash or a verb of negotiation."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    at = _past_title(line, at, lexicon)
    end = _past_name(line, at, registry)
    if end is None:
        return False
    while True:
        if _TIE.match(line, end):
            return True
        role, after = _word(line, end, lexicon)
        if role is not None and (role == "propose" or role.startswith("verb:")):
            return True
        if role in ("filler", "suffix", "pending"):
            end = after
            continue
        if role not in ("and", "behalf"):
            separator = _BETWEEN.match(line, end)
            after = separator.end() if separator else end
            role, later = _word(line, after, lexicon)
            if role in ("and", "behalf"):
                after = later
        following = _past_name(line, _past_title(line, after, lexicon), registry)
        if following is None or following <= end:
            return False
        end = following


def opens_chair_text(line: str, lexicon: Lexicon, registry: Registry) -> bool:
    """Whether a line heads an alternative text by the chair or another officer (`[Chair's alternative text`)."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    at = _past_title(line, at, lexicon)
    found = registry.names.at(line, at, len(line))
    if found is None or found.value not in registry.roles:
        return False
    possessive = _POSSESSIVE.match(line, found.end)
    role, _ = _word(line, possessive.end() if possessive else found.end, lexicon)
    return role == "wording" or (role == "verb:replace" and possessive is not None)


def _past_title(line: str, at: int, lexicon: Lexicon) -> int:
    role, after = _word(line, at, lexicon)
    return after if role == "title" else at


def _past_name(line: str, at: int, registry: Registry) -> int | None:
    while at < len(line) and line[at] == " ":
        at += 1
    code = _CODE.match(line, at)
    if code and code.group() in registry.codes:
        end = code.end()
    else:
        found = registry.names.at(line, at, len(line))
        if found is None:
            return None
        end = found.end
    digits = _DIGITS.match(line, end)
    return digits.end() if digits else end


def _word(line: str, at: int, lexicon: Lexicon) -> tuple[str | None, int]:
    while at < len(line) and line[at] in " ,，":
        at += 1
    found = lexicon.words.at(line.lower(), at, len(line))
    return (found.value, found.end) if found else (None, at)


def goes_on_behind_bracket(line: str) -> bool:
    """Whether the bracket a line opens with is closed in it and followed by words of a sentence."""
    depth = 0
    for at, character in enumerate(line):
        if character in "[［(（":
            depth += 1
        elif character in "]］)）":
            depth -= 1
            if depth <= 0:
                return bool(_WORDS_BEHIND.match(line, at + 1))
    return False
