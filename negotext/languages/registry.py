"""Delegations, groups and roles: how they are written, and what they are called."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from babel import Locale
from babel.core import get_global

from .data import load_toml
from .phrases import Found, PhraseBook

# Territory codes of CLDR that are no delegation: outlying areas, pseudo-codes, and regions such as EU or UN,
# which are groups or organisations here.
_NO_DELEGATION = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
# Codes of areas that once had one and never were a state: Metropolitan France, and the Neutral Zone.
_NO_STATE = frozenset({"FXX", "NTZ"})
# Three-letter codes and code-like short names that drafts use beside alpha-2.
_CODE = re.compile(r"[A-Z]{2,4}\Z")


@dataclass(frozen=True, slots=True)
class Registry:
    """Everyone who can take a position, as written in one language.

    Attributes:
        names: names in running text with their codes.
        codes: capital-letter forms (`US`, `EU`, `G77`) with their codes; they count only in an attribution.
        groups: members (alpha-2) of each group.
        roles: codes such as `CHAIR`.
        titles: what to call each code in this language: a state by its UN short name.
        proclitics: for names written together with "and" or "to", as Arabic does, those letters.
    """

    names: PhraseBook[str]
    codes: dict[str, str]
    groups: dict[str, frozenset[str]]
    roles: frozenset[str]
    titles: dict[str, str]
    proclitics: dict[str, str] = field(default_factory=dict)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterable[Found[str]]:
        """The names in a stretch of text with their codes; capital-letter codes are not among them."""
        return self.names.find(text, start, end)

    def code(self, name: str) -> str | None:
        """The code of a name or code exactly as written, None where it is unknown."""
        return self.codes.get(name) or self.names.get(name)

    def title(self, code: str) -> str:
        """What to call `code` in this language; the code itself where it has no name."""
        return self.titles.get(code, code)

    def suggest(self, name: str, count: int = 3) -> list[str]:
        """Up to `count` known names that look most like an unknown one, the nearest first, one of each delegation."""
        known = dict.fromkeys((*self.names.phrases(), *self.codes))
        nearest: dict[str | None, str] = {}
        for found in difflib.get_close_matches(name, known, n=4 * count, cutoff=0.6):
            nearest.setdefault(self.code(found), found)
        return list(nearest.values())[:count]


def _territories(language: str) -> dict[str, str]:
    return {
        code: name
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_DELEGATION
    }


def _three_letter_codes(territories: dict[str, str]) -> dict[str, str]:
    """ISO 3166 alpha-3 codes, which CLDR lists as aliases of the alpha-2 ones."""
    aliases = get_global("territory_aliases")
    pairs = ((alias, codes[0]) for alias, codes in aliases.items() if len(alias) == 3 and alias.isalpha())
    return {alias: code for alias, code in pairs if code in territories and alias not in _NO_STATE}


def _with_delegation(adjective: str, patterns: dict[str, list[str]]) -> Iterable[str]:
    """`Российская делегация`, `الوفد البرازيلي`: an adjective with the word for a delegation, as the patterns for its
    ending join them, in small letters and as a sentence begins.
    """
    for ending, listed in patterns.items():
        for name in (pattern.format(adjective) for pattern in listed if adjective.endswith(ending)):
            yield from {name, name[0].upper() + name[1:]}


# What Arabic writes together with a name: "and", "so", "to", "by".
_PROCLITICS = ("و", "ف", "ل", "ب", "ول", "وب")
_ARTICLE = "ال"


def _joined(names: dict[str, str]) -> list[tuple[str, str, str]]:
    """Arabic names with the words that are written together with them: `والبرازيل`, `للبرازيل`."""
    joined: list[tuple[str, str, str]] = []
    for name, code in names.items():
        for proclitic in _PROCLITICS:
            merged = proclitic[-1] == "ل" and name.startswith(_ARTICLE)
            joined.append((proclitic + ("ل" + name[2:] if merged else name), proclitic, code))
    return joined


@cache
def load_registry(language: str) -> Registry:
    """The registry in `language` (one of `LANGUAGES`): CLDR territory names, UN names, groups and roles."""
    territories = _territories(language)
    own = load_toml(f"names.{language}.toml")
    titles = {**territories, **own.get("titles", {})}
    names = {name: code for listed in (territories, titles) for code, name in listed.items()}
    codes = {code: code for code in territories}
    codes.update(_three_letter_codes(territories))
    for code, listed in own.get("states", {}).items():
        names.update(dict.fromkeys(listed, code))
    for code, listed in own.get("adjectives", {}).items():
        for adjective in listed:
            for name in (adjective, *_with_delegation(adjective, own.get("spoken", {}))):
                names.setdefault(name, code)
    groups: dict[str, frozenset[str]] = {}
    roles: set[str] = set()
    for code, entry in load_toml("groups.toml").items():
        listed = entry["names"].get(language, [])
        names.update(dict.fromkeys(listed, code))
        if entry["kind"] != "role":
            # "the least developed countries": groups of several words are often written small.
            names.update({name.lower(): code for name in listed if " " in name})
        titles[code] = listed[0] if listed else code
        if entry["kind"] == "role":
            roles.add(code)
        else:
            groups[code] = frozenset(entry.get("members", []))
            codes.setdefault(code, code)
            codes.update({name: code for name in entry["names"].get("en", []) if _CODE.match(name)})
    # A code such as "US" is no word of the language: it is read where an attribution can stand, nowhere else.
    for name in [name for name in names if _CODE.match(name)]:
        codes[name] = names.pop(name)
    proclitics: dict[str, str] = {}
    names_alone = frozenset(names)
    if language == "ar":
        for joined, proclitic, code in _joined(names):
            if names.setdefault(joined, code) == code and joined not in names_alone:
                proclitics[joined] = proclitic
    return Registry(
        names=PhraseBook(names, fold=False),
        codes=codes,
        groups=groups,
        roles=frozenset(roles),
        titles=titles,
        proclitics=proclitics,
    )
