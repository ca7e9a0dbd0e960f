"""Statements from the floor, in the notation of the drafts: `RU, IR: delete; US supports`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotext.languages import Lexicon, Registry
from negotext.model import Stance
from negotext.notation import Token, parse_attribution
from negotext.source import paired

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
        quoted: whether `text` or `target` stood in quotation marks: then a number is words, and not a number.
        pointing: whether `target` only points (`that proposal`) at what was said before.
        peer: code of the delegation that `target` names (`agrees with Chile`), or None.
        withdraws: whether it takes back what it said, which is more than wanting words out.
    """

    delegation: str
    on_behalf_of: str | None
    stance: Stance
    text: str | None
    target: str | None
    start: int
    end: int
    known: bool
    quoted: bool = False
    pointing: bool = False
    peer: str | None = None
    withdraws: bool = False


# Who speaks in front of a number or of words in quotation marks: `Freedonia, US: 2`.
_INTRODUCED = re.compile(r"(?:^|[;；؛])\s*(?P<names>[^\W\d_][^:：;；؛\"“«「『]{0,60}?)\s*[:：]\s*(?=\d|[\"“«「『])")
_NAME = re.compile(r"[^,，、،/]+")
_OPENING = frozenset('"“„«「『‘')
_POINTERS = frozenset({"PROPOSAL", "PROPOSE", "PLACE", "CHILD"})


def read_statement(statement: str, lexicon: Lexicon, registry: Registry) -> tuple[Spoken, ...]:
    """Everything said in a statement, in order; nothing where no delegation is named in a place to speak.

    A bare number behind a name (`US: 2`) is support for that alternative.
    """
    clean = paired(" ".join(statement.split()))
    unknown = [*unknown_names(clean, lexicon, registry), *_introduced(clean, lexicon, registry)]
    tokens = tokenize(clean, list(names_in(clean, registry)), unknown, lexicon)
    marked = mark_attributions(clean, tokens, Scope.FLOOR, lexicon, registry)
    clauses = parse_attribution(marked) if marked else None
    if not clauses:
        return ()
    spoken: list[Spoken] = []
    for reaction in ClauseReader(clean, bracket=True).read(clauses):
        if not reaction.bare:
            spoken += _spoken(reaction, clean, tokens, lexicon, registry)
    return tuple(spoken)


def _introduced(clean: str, lexicon: Lexicon, registry: Registry) -> Iterator[Token]:
    """Names nobody knows in front of the number of an alternative or of a wording."""
    for match in _INTRODUCED.finditer(clean):
        for part in _NAME.finditer(match["names"]):
            name = part.group().strip()
            start = match.start("names") + part.start() + part.group().index(name)
            if (
                name
                and not any(registry.find(name))
                and registry.code(name) is None
                and not any(lexicon.words.find(name))
            ):
                yield Token("NAME", start, start + len(name), name)


def _spoken(
    reaction: Reaction, clean: str, tokens: Sequence[Token], lexicon: Lexicon, registry: Registry
) -> list[Spoken]:
    reading = reaction.reading
    stance, text, target = reading.stance, _words(reading.text, clean), _words(reading.target, clean)
    words = reading.text or reading.target
    quoted = words is not None and clean[words.start - 1 : words.start] in _OPENING
    if stance is Stance.INSERT and text is not None and text.isdecimal() and reaction.plain and not quoted:
        stance, text, target = Stance.SUPPORT, None, text
    meant = reading.target
    pointing = meant is not None and any(
        token.kind in _POINTERS and meant.start <= token.start < meant.end for token in tokens
    )
    said = clean[reaction.start : reaction.end]
    withdraws = stance is Stance.DELETE and lexicon.forms["withdrawal"].search(said) is not None
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
            quoted=quoted,
            pointing=pointing and not quoted,
            peer=registry.code(target) if target and not quoted else None,
            withdraws=withdraws,
        )
        for party in reaction.parties
    ]


def _known(name: Token, registry: Registry) -> bool:
    return name.value in registry.titles or name.value in registry.codes


def _words(words: Words | None, clean: str) -> str | None:
    return clean[words.start : words.end].strip() or None if words is not None else None
