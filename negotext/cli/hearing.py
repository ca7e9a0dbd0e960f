"""Understanding a statement that a person typed: in which language it is, and what its names and numbers mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from negotext.languages import OwnDelegations, Registry, guess_language, load_lexicon, registry_for
from negotext.model import Choice, Side, Stance
from negotext.positions import Spoken, read_statement

from .errors import Unusable

# Languages that are told from the letters of even the shortest statement.
_OWN_SCRIPT = frozenset({"ar", "ru", "zh"})
_ABOUT_WORDING = frozenset({Stance.SUPPORT, Stance.OPPOSE, Stance.RESERVE, Stance.RETAIN})
_NUMBERED = re.compile(r"(?:\D{0,20}\s)?\d{1,2}\Z")


def heard(
    statement: str, choice: Choice, language: str | None, usual: str, own: OwnDelegations | None = None
) -> tuple[Spoken, ...]:
    """What is said in a statement about a choice.

    Args:
        statement: as typed.
        choice: what it is about.
        language: code of its language; None to tell from its letters.
        usual: code of the language of the session.
        own: delegations of the session's own.

    Raises:
        Unusable: support or opposition is about something that is no wording of the choice.
    """
    code = language or _language(statement, usual)
    registry = registry_for(code, own)
    spoken = read_statement(statement, load_lexicon(code), registry)
    return tuple(_meant(" ".join(statement.split()), spoken, choice, registry))


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


def _meant(statement: str, spoken: Sequence[Spoken], choice: Choice, registry: Registry) -> Iterator[Spoken]:
    """The same with each object of support and opposition as a wording of the choice, or as a new one."""
    offered: list[str] = []
    for each in spoken:
        words = each
        if words.stance in _ABOUT_WORDING and words.target:
            words = _with_object(statement, words, choice, offered, registry)
        if words.text and words.stance in (Stance.INSERT, Stance.REPLACE):
            offered.append(words.text)
        yield words


def _with_object(statement: str, words: Spoken, choice: Choice, offered: Sequence[str], registry: Registry) -> Spoken:
    target = words.target or ""
    same = [each.text for each in choice.alternatives] + list(offered)
    if _fold(target) in map(_fold, filter(None, same)):
        return words
    in_quotes = re.search(rf"[\"“«「『]\s*{re.escape(target)}", statement[words.start : words.end]) is not None
    if target.isdecimal() and (in_quotes or int(target) >= len(choice.alternatives)):
        # "Chile: 2032" on [2030][2035] is a wording, not the number of one.
        return replace(words, stance=Stance.INSERT, text=target, target=None)
    if _NUMBERED.match(target):
        return words
    of = registry.code(target)
    backed = {each.alternative for each in choice.stands if each.delegation == of and each.side is Side.FOR}
    if len(backed) == 1:
        # "India agrees with Chile".
        return replace(words, target=str(backed.pop()))
    if len(choice.alternatives) == 2 or _SELF.match(target):
        return words
    raise Unusable(
        f"“{target}” is no wording of {choice.address}; nothing was taken down",
        f"name a wording by its number, as in “{words.delegation}: 2”, or offer one: {words.delegation}: “new words”",
    )


# "supports the proposal": what was said just before.
_SELF = re.compile(r"(?:the |this |that |its |their |it\b|该|这|此)", re.IGNORECASE)


def _fold(text: str) -> str:
    return "".join(text.split()).strip('“”"«»「」.,;，。；').lower()


def _language(statement: str, usual: str) -> str:
    """The language of a statement: by its letters where they tell, otherwise that of the session or English."""
    guessed = guess_language(statement)
    if guessed in _OWN_SCRIPT:
        return guessed
    return "en" if usual in _OWN_SCRIPT else usual
