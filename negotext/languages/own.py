"""Delegations of a session's own: a parliament's parties, companies, the groups of a city council."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .data import load_toml

ANY = ""
"""The language of names that are given for all languages."""


class OwnError(ValueError):
    """The file of delegations cannot be used.

    Attributes:
        fault: one sentence that says what is wrong.
        line: where, from 1; 0 where it is about the whole file.
        hint: what to do about it.
    """

    def __init__(self, fault: str, line: int, hint: str) -> None:
        super().__init__(f"line {line}: {fault}" if line else fault)
        self.fault = fault
        self.line = line
        self.hint = hint


@dataclass(frozen=True, slots=True)
class OwnDelegation:
    """One delegation or group.

    Attributes:
        code: what positions call it, such as `GREENS`.
        names: how drafts write it, as pairs of language and name; the language `ANY` is all of them.
        titles: what to call it, as pairs of the same kind.
        members: codes of the members, those of groups within it too; None where it is no group.
        adds: whether `names` come beside those that everybody knows for this code, instead of replacing them.
    """

    code: str
    names: tuple[tuple[str, str], ...]
    titles: tuple[tuple[str, str], ...] = ()
    members: frozenset[str] | None = None
    adds: bool = False

    def title(self, language: str) -> str:
        """What to call it in `language`: its title there, or its first name there, or the first of any."""
        for pairs, wanted in (
            (self.titles, language),
            (self.titles, ANY),
            (self.names, language),
            (self.titles, None),
            (self.names, None),
        ):
            for of, words in pairs:
                if wanted is None or of == wanted:
                    return words
        return self.code

    def written(self, language: str) -> Iterator[str]:
        """Every way a draft in `language` may write it: the code, and the variants of each name."""
        yield self.code
        for _, name in self.names:
            yield from variants(name, articles(language))


@dataclass(frozen=True, slots=True)
class OwnDelegations:
    """What a file of delegations says.

    Attributes:
        text: the file, for keeping.
        iso: whether countries and their groups are known beside these.
        delegations: in the order of the file.
    """

    text: str
    iso: bool
    delegations: tuple[OwnDelegation, ...]


@cache
def articles(language: str | None = None) -> tuple[str, ...]:
    """Articles of a language, in small letters; of all languages for None."""
    listed: dict[str, list[str]] = load_toml("articles.toml")
    return tuple(word for of, words in listed.items() if language in (of, None) for word in words)


def variants(name: str, leading: tuple[str, ...]) -> Iterator[str]:
    """The ways a sentence turns a name: without its article, in small letters where it has several words.

    A draft says "on behalf of the Greens", where the article belongs to the words before it. `leading` are the
    articles that may stand in front, in small letters.
    """
    for article in leading:
        ahead = article if article.endswith("'") else article + " "
        if name.lower().replace("’", "'").startswith(ahead) and len(name) > len(ahead) + 1:
            name = name[len(ahead) :]
            break
    for form in (name, name.lower()) if " " in name else (name,):
        yield form
        yield form.replace("'", "’") if "'" in form else form.replace("’", "'")
