"""Authors of tracked changes and comments as delegations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from negotext.languages import LANGUAGES, OwnDelegations, Registry, load_lexicon, registry_for
from negotext.languages.written import load_written

_ROUND = str.maketrans("[]［］", "()()")
# What stands around names, and joins them with what is said beside them.
_EDGES = " \t,;:/|.–—-_()[]'’\""


class Author(NamedTuple):
    """Who an author is.

    Attributes:
        code: of the delegation; the name as the file has it where nobody knows it.
        group: code of the group it speaks for, or None.
        name: how it is written in the language of the draft.
        known: whether a delegation was found.
    """

    code: str
    group: str | None
    name: str
    known: bool


class Authors:
    """Finds the delegations that the authors of a file are.

    Args:
        language: of the draft.
        own: delegations known beside countries, or instead of them.
        named: names of authors with codes, as a person gave them.
    """

    def __init__(self, language: str, own: OwnDelegations | None, named: Mapping[str, str]) -> None:
        self._language = language
        self._own = own
        self._registry = registry_for(language, own)
        self._named = {name.strip().casefold(): code for name, code in named.items()}
        self._found: dict[str, Author] = {}

    def __getitem__(self, name: str) -> Author:
        """Who the author with this name is."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._author(name)
        return found

    def _author(self, name: str) -> Author:
        given = self._named.get(name.casefold())
        if given is not None:
            code = self._registry.code(given) or given
            return Author(code, None, self._shown(code), True)
        for language in dict.fromkeys((self._language, "en", *LANGUAGES)):
            read = _read(name, language, registry_for(language, self._own))
            if read is not None:
                code, group = read
                return Author(code, group, self._shown(code, group), True)
        return Author(name, None, " ".join(name.translate(_ROUND).split()), False)

    def _shown(self, code: str, group: str | None = None) -> str:
        """A name that is read as this delegation again, where there is one."""
        title = self._registry.title(code)
        return title if self._registry.code(title) == code else code


def _read(name: str, language: str, registry: Registry) -> tuple[str, str | None] | None:
    """The delegation that a name is and the group it speaks for; None where the name holds anything else."""
    code = registry.code(name)
    if code is not None:
        return code, None
    lexicon = load_lexicon(language)
    people = frozenset(each.strip(_EDGES) for each in load_written(language).people)
    found = sorted(registry.find(name), key=lambda each: each.start)
    if not found:
        return _bare(name, people, registry)
    rest: list[str] = []
    at = 0
    for each in found:
        rest.append(name[at : each.start].strip(_EDGES))
        at = each.end
    rest.append(name[at:].strip(_EDGES))
    behalf = [word for word in rest if word and lexicon.words.get(word.lower()) == "behalf"]
    strange = [
        word
        for word in rest
        if word and word not in behalf and word.lower() not in people and lexicon.words.get(word.lower()) != "title"
    ]
    if strange or len(found) > 1 + len(behalf) or len(behalf) > 1:
        return None
    return found[0].value, found[1].value if len(found) == 2 else None


def _bare(name: str, people: frozenset[str], registry: Registry) -> tuple[str, str | None] | None:
    """A code among words for people: `DZ delegation`."""
    words = name.replace("(", " ").replace(")", " ").split()
    codes = [word for word in words if registry.codes.get(word.strip(_EDGES))]
    others = " ".join(word for word in words if word not in codes).strip(_EDGES).lower()
    if len(codes) == 1 and (not others or others in people):
        return registry.codes[codes[0].strip(_EDGES)], None
    return None
