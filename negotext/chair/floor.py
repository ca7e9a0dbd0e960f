"""What a line from the floor means for a choice, before it is taken down. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotext.languages import OwnDelegations, Registry, registry_for
from negotext.model import Stand
from negotext.outcome import Addition, UnclearStatement, addition
from negotext.positions import Spoken
from negotext.query.hearing import heard, likeliest, spoken_language, unknown_speakers
from negotext.store import Standing

_PARTED = re.compile(r"\s*[;；؛.。]\s*")
_CODE = re.compile(r"\b[A-Z]{2,4}\b")


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A delegation takes back where it stands.

    Attributes:
        delegation: code.
        alternative: number of the only alternative it is about; None for all.
        stands: what ends.
    """

    delegation: str
    alternative: int | None
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A line from the floor.

    Attributes:
        typed: the line.
        added: what it adds to the choice; None where it cannot be taken down, or withdraws.
        withdrawn: what it takes back; nothing else is in the line then.
        fault: why it cannot be taken down, in one sentence; empty when it can.
        hint: what to do then.
        aside: words that are taken down as they are and mean nothing for the choice.
    """

    typed: str
    added: Addition | None = None
    withdrawn: tuple[Withdrawn, ...] = ()
    fault: str = ""
    hint: str = ""
    aside: str = ""


def understand(typed: str, standing: Standing, language: str, own: OwnDelegations | None = None) -> Understood:
    """Read a line as `negotext say` does.

    A part of it that names a delegation and is not understood is a fault, so that nobody is left out unnoticed.

    Args:
        typed: the line.
        standing: the choice it is about, as it stands.
        language: code of the language of the session.
        own: delegations of the session's own.
    """
    line = " ".join(typed.split())
    spoken = heard(line, None, language, own)
    unknown = unknown_speakers(spoken)
    said = spoken_language(line, language)
    if unknown:
        near = [name for each in unknown for name in likeliest(each, said, own)][:3]
        hint = f"did you mean {' or '.join(near)}?" if near else "give a code (PK, AFRICAN_GROUP) or a name"
        return Understood(line, fault=f"nobody knows a delegation called {', '.join(unknown)}", hint=hint)
    missed, aside = _left_over(line, spoken, [registry_for(said, own), registry_for("en", own)])
    if missed and spoken:
        return Understood(line, fault=f"“{missed}” is not understood", hint="a name, and then what it wants: NO: 2")
    if any(each.withdraws for each in spoken):
        return _withdrawing(line, spoken, standing)
    try:
        added = addition(standing.choice, spoken)
    except UnclearStatement as error:
        fault, hint = str(error).removesuffix("; nothing was taken down"), error.hint
        near = likeliest(line.split(" ")[0].strip(":：,，"), said, own) if not spoken and line else []
        return Understood(line, fault=fault, hint=f"{hint}; names: {', '.join(near)}" if near else hint)
    gone = [each for each in added.stands if each.alternative in standing.withdrawn]
    if gone and not added.alternatives:
        aside = aside or f"alternative {gone[0].alternative} was withdrawn; support puts it on the table again"
    return Understood(line, added, aside=aside)


def _left_over(line: str, spoken: Sequence[Spoken], registries: Sequence[Registry]) -> tuple[str, str]:
    """Parts of a line in which nobody was understood: the first one that names a delegation, and the first other."""
    covered = [False] * len(line)
    for each in spoken:
        covered[each.start : each.end] = [True] * (each.end - each.start)
    missed = aside = ""
    for start, end in _gaps(covered):
        for part in _PARTED.split(line[start:end]):
            words = part.strip(' ,，、:：-–—"“”')
            if not words:
                continue
            codes = (code.group() for code in _CODE.finditer(words))
            named = any(any(registry.find(words)) for registry in registries)
            if named or any(code in registries[0].codes for code in codes):
                missed = missed or words
            else:
                aside = aside or words
    return missed, aside


def _gaps(covered: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for at, each in enumerate([*covered, True]):
        if not each and start is None:
            start = at
        elif each and start is not None:
            yield start, at
            start = None


def _withdrawing(line: str, spoken: Sequence[Spoken], standing: Standing) -> Understood:
    """A line in which somebody takes something back."""
    if not all(each.withdraws for each in spoken):
        first = next(each.delegation for each in spoken if each.withdraws)
        return Understood(line, fault=f"{first} withdraws, and more is said beside it", hint="take it down by itself")
    found = []
    for each in spoken:
        number = _meant(each, standing)
        stands = tuple(
            stand
            for stand in standing.choice.stands
            if stand.delegation == each.delegation and number in (None, stand.alternative)
        )
        if not stands:
            which = "" if number is None else f" alternative {number} of"
            return Understood(
                line,
                fault=f"{each.delegation} has said nothing on{which} {standing.address} that it could take back",
                hint=f"to leave the words out say {each.delegation}: delete",
            )
        found.append(Withdrawn(each.delegation, number, stands))
    return Understood(line, withdrawn=tuple(found))


def _meant(spoken: Spoken, standing: Standing) -> int | None:
    """The alternative that is withdrawn from; None for everything."""
    target = (spoken.target or "").strip()
    if not target or spoken.pointing:
        return None
    alternatives = standing.choice.alternatives
    same = next((each.number for each in alternatives if each.text and each.text == target), None)
    if same is None and not spoken.quoted and target.isdecimal() and int(target) < len(alternatives):
        same = int(target)
    return same
