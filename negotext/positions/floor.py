"""Statements from the floor, in the notation of the drafts: `RU, IR: delete; US supports`."""

from __future__ import annotations

from dataclasses import dataclass

from negotext.languages import Lexicon, Registry
from negotext.model import Stance
from negotext.notation import Token, parse_attribution

from .clauses import ClauseReader, Reaction
from .lexing import names_in, tokenize
from .marking import Scope, mark_attributions
from .readings import Words
from .unknown import unknown_names


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one delegation said.

    Attributes:
        delegation: code, or the name as said where it is unknown.
        on_behalf_of: code of the group it spoke for, or None.
        stance: see `Stance`.
        text: the words it offered, or None.
        target: the words (or the number of the alternative) it spoke about, or None.
        start: where its part of the statement begins, in characters.
        end: where it ends.
        known: whether the registry knows the delegation.
    """

    delegation: str
    on_behalf_of: str | None
    stance: Stance
    text: str | None
    target: str | None
    start: int
    end: int
    known: bool


def read_statement(statement: str, lexicon: Lexicon, registry: Registry) -> tuple[Spoken, ...]:
    """Everything said in a statement, in order; nothing where no delegation is named in a place to speak.

    A bare number behind a name (`US: 2`) is support for that alternative.
    """
    clean = " ".join(statement.split())
    tokens = tokenize(clean, list(names_in(clean, registry)), list(unknown_names(clean, lexicon, registry)), lexicon)
    marked = mark_attributions(clean, tokens, Scope.FLOOR, lexicon, registry)
    clauses = parse_attribution(marked) if marked else None
    if not clauses:
        return ()
    spoken: list[Spoken] = []
    for reaction in ClauseReader(clean, bracket=True).read(clauses):
        if not reaction.bare:
            spoken += _spoken(reaction, clean, registry)
    return tuple(spoken)


def _spoken(reaction: Reaction, clean: str, registry: Registry) -> list[Spoken]:
    reading = reaction.reading
    stance, text, target = reading.stance, _words(reading.text, clean), _words(reading.target, clean)
    if stance is Stance.INSERT and text is not None and text.isdecimal() and reaction.plain:
        stance, text, target = Stance.SUPPORT, None, text
    return [
        Spoken(
            delegation=party.name.value,
            on_behalf_of=party.behalf.value if party.behalf is not None else None,
            stance=stance,
            text=text,
            target=target,
            start=reaction.start,
            end=reaction.end,
            known=_known(party.name, registry),
        )
        for party in reaction.parties
    ]


def _known(name: Token, registry: Registry) -> bool:
    return name.value in registry.titles or name.value in registry.codes


def _words(words: Words | None, clean: str) -> str | None:
    return clean[words.start : words.end].strip() or None if words is not None else None
