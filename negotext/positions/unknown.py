"""Names nobody knows, recognised by where they stand: kept as printed, and reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotext.languages import Lexicon, Registry
from negotext.notation import Token
from negotext.source import CHILD

_LATIN = re.compile(r"(?:^|(?P<behind>(?<=[;；])\s*))\s*(?P<name>[A-ZÀ-ÞА-ЯЁ][\w'’-]+)")
_MORE = re.compile(r" (?:of|the|and|de|du|la|[A-ZÀ-ÞА-ЯЁ][\w'’-]+)(?![\w'’-])")
_TIE = re.compile(r"(?P<tie>\s*(?:[:：]|——|—|–|\s-)\s*|\s+)(?=\w)")
_MOST_WORDS = 5
_ARABIC = re.compile(
    r"(?:^|(?<=[;؛])\s*)(?P<name>[\u0620-\u064a]{3,}(?: [\u0620-\u064a]{3,}){0,3}?)(?P<tie>\s?[:–—]|\s-(?=\s))"
)
_HAN = re.compile(r"(?:^|(?<=[;；])\s*)(?P<name>[\u3400-\u9fff·]{2,10}?)(?P<tie>：|——)")
_CODE_IN_LIST = re.compile(r"(?<![A-Za-z\d])(?:(?<=/)[A-Z]{2}(?![A-Za-z\d])|[A-Z]{2}(?=/[A-Z]{2}(?![A-Za-z\d])))")
_ORGAN = re.compile(r"(?:^|(?<=[；;。" + CHILD + r"]))\s*(?P<name>[A-Z]{3,6})\s?(?=[\u3400-\u9fff])")
_SUFFIX = re.compile(
    r"(?:——|—|–|\s-)\s?(?P<name>[A-ZÀ-ÞА-ЯЁ][\w'’-]{3,}(?: [A-ZÀ-ÞА-ЯЁ][\w'’-]+){0,3})(?=\s*(?:$|[;:]|\s[a-zа-я]))"
)


def unknown_names(clean: str, lexicon: Lexicon, registry: Registry) -> Iterator[Token]:
    """Tokens for names that are in no list but stand where only a delegation can: before a verb of stance.

    An organ may go by its acronym (`PBC 同意`); a code in a slash list with a known one (`CP/JP`) is a name too.
    The value of a token is the name as printed.
    """
    for match in _LATIN.finditer(clean):
        end = _end_of_name(clean, match, lexicon)
        name = clean[match.start("name") : end]
        ordinary = lexicon.forms["ordinary"].match(name) or lexicon.words.get(name) is not None
        if end and not ordinary and registry.code(name) is None and not any(registry.find(name)):
            yield Token("NAME", match.start("name"), end, name)
    for match in (*_HAN.finditer(clean), *_ARABIC.finditer(clean)):
        name = match["name"]
        known = any(registry.find(name)) or any(lexicon.words.find(name)) or lexicon.forms["ordinary"].match(name)
        if not known and _speaks(clean, match.end(), lexicon):
            yield Token("NAME", match.start("name"), match.end("name"), name)
    for match in _ORGAN.finditer(clean):
        if registry.code(match["name"]) is None and _speaks(clean, match.end(), lexicon):
            yield Token("NAME", match.start("name"), match.end("name"), match["name"])
    for match in _SUFFIX.finditer(clean):
        if not any(registry.find(match["name"])) and _speaks(clean, match.end(), lexicon, optional=True):
            yield Token("NAME", match.start("name"), match.end("name"), match["name"])
    for match in _CODE_IN_LIST.finditer(clean):
        if match.group() not in registry.codes and _known_beside(clean, match, registry):
            yield Token("NAME", match.start(), match.end(), match.group())


def _end_of_name(clean: str, match: re.Match[str], lexicon: Lexicon) -> int:
    """Offset behind the words of a name behind which somebody speaks; 0 where nobody does.

    Several words without a colon behind them are a name only behind another reaction: what begins a bracket
    (`[Global Programmes support ...]`) is rather a sentence of the draft.
    """
    end = match.end("name")
    for words in range(1, _MOST_WORDS + 1):
        tie = _TIE.match(clean, end)
        if tie is not None:
            plain = not tie["tie"].strip()
            if _acts(clean, tie.end(), lexicon) if plain else _speaks(clean, tie.end(), lexicon):
                return end if words == 1 or not plain or match["behind"] is not None else 0
        more = _MORE.match(clean, end)
        if more is None:
            return 0
        end = more.end()
    return 0


_UNAMBIGUOUS = frozenset({"delete", "oppose", "reserve", "retain", "support", "replace", "insert", "bracket", "move"})


def _speaks(clean: str, at: int, lexicon: Lexicon, *, optional: bool = False) -> bool:
    """Whether a verb of stance follows at `at`; with `optional`, the end of the text will do."""
    while at < len(clean) and clean[at] in " :：":
        at += 1
    if at >= len(clean):
        return optional
    if optional and clean[at] in ";；؛":
        return True
    found = lexicon.words.at(clean.lower(), at, len(clean))
    if found is None:
        return False
    role, _, stance = found.value.partition(":")
    if role == "verb" and stance in _UNAMBIGUOUS:
        return True
    return role == "propose"


def _acts(clean: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a finite verb of agreeing or proposing follows directly: `Freedonia opposes`."""
    found = lexicon.words.at(clean.lower(), at, len(clean))
    if found is None or not (
        clean[: found.end].endswith(("s", "ed")) or not clean[at].isascii() or clean[found.end : found.end + 1] == ":"
    ):
        return False
    return found.value in ("propose", "verb:support", "verb:oppose", "verb:reserve")


def _known_beside(clean: str, match: re.Match[str], registry: Registry) -> bool:
    before = re.search(r"([A-Z]{2})\d{0,2}\s?/{1,2}\s?\Z", clean[: match.start()][-10:])
    after = re.match(r"\d{0,2}\s?/{1,2}\s?([A-Z]{2})", clean[match.end() : match.end() + 10])
    return any(found is not None and found[1] in registry.codes for found in (before, after))
