"""What may be meant by the beginning of a name or of a word of stance, as it is typed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from negotext.languages import Lexicon, Registry, load_lexicon, registry_for
from negotext.languages.own import OwnDelegations

STANCES = ("support", "oppose", "reserve", "retain", "delete", "replace", "insert")
"""What a delegation says from the floor, the most frequent first."""

_PART = re.compile(r"[;；؛,，、،/:：\"“”«»「」]")
_BESIDE = ",，、،/;；؛"
"""Behind these another delegation follows, and no word of stance."""
_WORD = re.compile(r"\S+")
_MOST = 8


@dataclass(frozen=True, slots=True)
class Completion:
    """A name or a word that may be meant.

    Attributes:
        start: offset in the line at which what was typed of it begins.
        words: the whole of it, as it is written.
        code: of the delegation; empty for a word of stance.
    """

    start: int
    words: str
    code: str = ""


class Completer:
    """Names and codes of delegations, those who have spoken first, and the words of stance, in one language."""

    def __init__(self, language: str, own: OwnDelegations | None, speakers: Iterable[str]) -> None:
        """Collect them.

        Args:
            language: code of the language of the session.
            own: delegations of the session's own.
            speakers: codes of those who have spoken in the session.
        """
        spoken = list(speakers)
        registries = [registry_for(code, own) for code in dict.fromkeys((language, "en"))]
        names: dict[tuple[str, str], None] = {}
        for registry in registries:
            names |= dict.fromkeys(_titles(registry, spoken))
        names |= dict.fromkeys(_codes(registries[0], spoken))
        for registry in registries:
            names |= dict.fromkeys(_titles(registry, registry.titles))
        for registry in registries:
            names |= {(name, code): None for name in registry.names.phrases() if (code := registry.code(name))}
        names |= dict.fromkeys(_codes(registries[0], registries[0].codes))
        self._names = [(name.casefold(), name, code) for name, code in names]
        self._stances = list(_stances(load_lexicon(language)))

    @property
    def hints(self) -> list[str]:
        """One word for each stance."""
        return list(dict(reversed([(role, word) for word, role in self._stances])).values())[::-1]

    def completions(self, typed: str) -> list[Completion]:
        """What may be meant by the end of a line, the likeliest first, each delegation once.

        Args:
            typed: the line as far as the cursor.
        """
        for start in _starts(typed):
            wanted = typed[start:].casefold()
            found: dict[str, Completion] = {}
            for folded, name, code in self._names:
                if folded.startswith(wanted) and (folded != wanted or len(wanted) > 1):
                    found.setdefault(code, Completion(start, name, code))
            exact = [each for each in found.values() if each.words.casefold() == wanted]
            listed = [each for each in found.values() if each not in exact]
            before = typed[:start].rstrip()
            if before and before[-1] not in _BESIDE:
                words = [w for w, _ in self._stances if w.casefold().startswith(wanted) and w.casefold() != wanted]
                listed = [*(Completion(start, word) for word in words[:3]), *listed]
            if listed:
                return listed[:_MOST]
            if exact or any(word.casefold() == wanted for word, _ in self._stances):
                return []
        return []


def _titles(registry: Registry, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What each code is called in a language, where a statement may call it so."""
    for code in codes:
        title = registry.title(code)
        if title != code and registry.code(title) == code:
            yield title, code


def _codes(registry: Registry, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The codes themselves."""
    for written in codes:
        code = registry.code(written)
        if code is not None:
            yield written, code


def _stances(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    listed: dict[str, list[str]] = {}
    for phrase in lexicon.words.phrases():
        role = lexicon.words.get(phrase) or ""
        listed.setdefault(role, []).append(phrase)
    for stance in STANCES:
        for phrase in listed.get(f"verb:{stance}", ()):
            yield phrase, stance


def _starts(typed: str) -> Iterator[int]:
    """Where the name or word that is being typed may begin: at the part of the line, or at one of its words."""
    ends = [match.end() for match in _PART.finditer(typed)]
    begin = ends[-1] if ends else 0
    for match in _WORD.finditer(typed, begin):
        yield match.start()
    # Han characters have no spaces between words: the stance begins right behind the name.
    if re.search("[\u3400-\u9fff]", typed[begin:]):
        yield from range(begin + 1, len(typed))
