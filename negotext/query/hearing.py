"""Understanding a statement that a person typed: in which language it is, and who is meant by its names."""

from __future__ import annotations

from collections.abc import Sequence

from negotext.languages import OwnDelegations, guess_language, load_lexicon, registry_for
from negotext.positions import Spoken, read_statement

# Languages that are told from the letters of even the shortest statement.
_OWN_SCRIPT = frozenset({"ar", "ru", "zh"})


def heard(statement: str, language: str | None, usual: str, own: OwnDelegations | None = None) -> tuple[Spoken, ...]:
    """What is said in a statement.

    Args:
        statement: as typed.
        language: code of its language; None to tell from its letters.
        usual: code of the language of the session.
        own: delegations of the session's own.
    """
    code = language or spoken_language(statement, usual)
    return read_statement(statement, load_lexicon(code), registry_for(code, own))


def unknown_speakers(spoken: Sequence[Spoken]) -> list[str]:
    """The names of speakers that nobody knows, each once."""
    return list(dict.fromkeys(each.delegation for each in spoken if not each.known))


def likeliest(name: str, language: str, own: OwnDelegations | None = None) -> list[str]:
    """Who may be meant by a name that nobody knows, as `Norway (NO)`, the likeliest first; at most three."""
    near: dict[str, str] = {}
    for code in dict.fromkeys((language, "en")):
        registry = registry_for(code, own)
        for each in registry.suggest(name, 6):
            party = registry.code(each)
            if party is not None:
                near.setdefault(party, f"{registry.title(party)} ({party})")
    return list(near.values())[:3]


def spoken_language(statement: str, usual: str) -> str:
    """The language of a statement: by its letters where they tell, otherwise that of the session or English."""
    guessed = guess_language(statement)
    if guessed in _OWN_SCRIPT:
        return guessed
    return "en" if usual in _OWN_SCRIPT else usual
