"""Understanding a statement that a person typed: in which language it is, and who is meant by its names."""

from __future__ import annotations

from collections.abc import Sequence

from negotext.languages import OwnDelegations, guess_language, load_lexicon, registry_for
from negotext.positions import Spoken, read_statement

from .errors import Unusable

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
    code = language or _language(statement, usual)
    return read_statement(statement, load_lexicon(code), registry_for(code, own))


def unknown(spoken: Sequence[Spoken], language: str, own: OwnDelegations | None = None) -> None:
    """That everybody who speaks is known.

    Raises:
        Unusable: somebody is not; names the likeliest.
    """
    names = list(dict.fromkeys(each.delegation for each in spoken if not each.known))
    if not names:
        return
    near: dict[str, str] = {}
    for code in dict.fromkeys((language, "en")):
        registry = registry_for(code, own)
        for name in registry.suggest(names[0], 6):
            party = registry.code(name)
            if party is not None:
                near.setdefault(party, f"{registry.title(party)} ({party})")
    likely = f"did you mean {' or '.join(list(near.values())[:3])}? " if near else ""
    raise Unusable(
        f"nobody knows a delegation called {', '.join(names)}; nothing was taken down",
        f"{likely}To take the name down as it is, add --as-is",
    )


def _language(statement: str, usual: str) -> str:
    """The language of a statement: by its letters where they tell, otherwise that of the session or English."""
    guessed = guess_language(statement)
    if guessed in _OWN_SCRIPT:
        return guessed
    return "en" if usual in _OWN_SCRIPT else usual
