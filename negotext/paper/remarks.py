"""What stands in the margin beside an open choice: who wants what, in which words they said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negotext.model import Side
from negotext.query.voices import Voice

from .points import Point
from .sayings import Sayings, shortened, spoken_of
from .values import Remark

AUTHOR = "negotext"
"""Who makes the remarks; by it they are told from those of people when a document comes back."""
INITIALS = "nt"

# Characters of a wording, of a piece of evidence, and members of a group that are named.
_WORDING, _EVIDENCE, _MEMBERS = 90, 400, 8

_SIDES = tuple(Side)


def remarks_on(points: Iterable[Point], sayings: Sayings, date: str, participants: frozenset[str]) -> Iterator[Remark]:
    """A remark on each choice that stands in the text undecided.

    Args:
        points: in the order of the text.
        sayings: the language.
        date: of the remarks, as in `Revision`.
        participants: who has spoken in this negotiation; of the members that a group binds they are named first.
    """
    for point in points:
        if point.open:
            paragraphs = tuple(_paragraphs(point, sayings, participants))
            yield Remark(point.address, AUTHOR, INITIALS, date, paragraphs)


def _paragraphs(point: Point, sayings: Sayings, participants: frozenset[str]) -> Iterator[str]:
    words = sayings.words
    place = f"{words['place']} {point.address}"
    yield words.say("voice", names=place, words=sayings.state(point, _WORDING))
    if not point.voices.own:
        yield words["nobody"]
        return
    for alternative in spoken_of(point.choice, (*point.voices.own, *point.voices.bound)):
        shown = sayings.quoted(alternative, _WORDING)
        if alternative.number in point.standing.withdrawn:
            shown = f"{shown} ({words['withdrawn']})"
        for side in _SIDES:
            voices = point.on(side, alternative.number)
            if voices:
                yield words.line(f"{words[side.value]} {shown}", _said(point, voices, sayings))
        yield from _bound(point, alternative.number, sayings, participants)
    for voice in point.voices.own:
        if voice.broke_from:
            group = words.group(sayings.registry.title(voice.broke_from))
            yield words.say("broke", delegation=sayings.registry.title(voice.delegation), group=group)


def _said(point: Point, voices: Iterable[Voice], sayings: Sayings) -> str:
    """Names with what they said; those who said it together once."""
    words = sayings.words
    together: dict[tuple[str, bool], list[str]] = {}
    for voice in voices:
        quote = shortened(point.quote(voice.stand), _EVIDENCE)
        together.setdefault((quote, voice.stand.position < 0), []).append(sayings.name(voice))
    parts = []
    for (quote, from_floor), names in together.items():
        said = [words.quoted(quote)] if quote else []
        said += [words["floor"]] if from_floor else []
        listed = words.listed(names)
        parts.append(words.say("voice", names=listed, words=words.listed(said)) if said else listed)
    return words["pause"].join(parts)


def _bound(point: Point, number: int, sayings: Sayings, participants: frozenset[str]) -> Iterator[str]:
    """Members who said nothing themselves, by the line of their group that binds them."""
    words, title = sayings.words, sayings.registry.title
    lines: dict[tuple[str, Side], list[str]] = {}
    for voice in point.voices.bound:
        if voice.alternative == number and voice.bound_by:
            lines.setdefault((voice.bound_by, voice.side), []).append(voice.delegation)
    for (group, side), members in lines.items():
        known = sorted(members, key=lambda code: (code not in participants, code))
        named = [title(code) for code in known[:_MEMBERS] if code in participants]
        others = len(members) - len(named)
        if others:
            named.append(words.say("others", count=others))
        yield words.say(
            "bound", group=words.group(title(group)), side=words[side.value], number=number, members=words.listed(named)
        )
