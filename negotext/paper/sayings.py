"""Names, wordings and voices in the words of a document's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate

from negotext.languages import DocumentWords, Registry
from negotext.model import Act, Alternative, Choice, Side, State
from negotext.query.voices import Voice

from .points import Point
from .values import Inline, Role, Run

SIGNS = {Side.FOR: "+", Side.AGAINST: "−", Side.RESERVES: "?", Side.REMARKS: "…"}
"""How the sides are written in the matrix."""

SILENT = "·"
"""No position recorded."""


class Sayings:
    """Says what is known of points.

    Args:
        words: fixed words of the language of the document.
        registry: what to call delegations in it.
    """

    def __init__(self, words: DocumentWords, registry: Registry) -> None:
        self.words = words
        self.registry = registry

    def name(self, voice: Voice) -> str:
        """`Algeria`, or `Algeria on behalf of the African Group`."""
        title = self.registry.title(voice.delegation)
        if voice.speaks_for is None:
            return title
        return self.words.say("behalf", delegation=title, group=self.words.group(self.registry.title(voice.speaks_for)))

    def named(self, voices: Iterable[Voice]) -> tuple[Inline, ...]:
        """Names in a row, each in its colour."""
        runs: list[Inline] = []
        for voice in voices:
            if runs:
                runs.append(Run(self.words["joint"]))
            runs.append(Run(self.name(voice), Role.ATTRIBUTION, voice.delegation))
        return tuple(runs)

    def ordered(self, codes: Iterable[str]) -> list[str]:
        """Codes by their names in the language, accents left aside; each once."""

        def key(code: str) -> tuple[str, str]:
            folded = unicodedata.normalize("NFKD", self.registry.title(code)).casefold()
            return "".join(each for each in folded if not unicodedata.combining(each)), code

        return sorted(set(codes), key=key)

    def quoted(self, alternative: Alternative | None, most: int) -> str:
        """`2 “should”`; number 0 is `0 leave it out`."""
        if alternative is None:
            return self.words["nothing"]
        label = f"{alternative.label} " if alternative.label else ""
        shown = self.words.quoted(shortened(alternative.text, most)) if alternative.text else self.words["leave_out"]
        return f"{alternative.number} {label}{shown}"

    def state(self, point: Point, most: int) -> str:
        """`open`, or `agreed: 2 “should” (the chair, 2026-11-21)`."""
        standing, words = point.standing, self.words
        if point.gone_with:
            return words.say("gone", address=point.gone_with)
        word = words[standing.state.value]
        decision = standing.decision
        if standing.state is State.OPEN or decision is None:
            return word
        if decision.act is Act.ACCEPT:
            word = words.line(word, self.quoted(point.choice.alternative(decision.alternative or 0), most))
        elif decision.act is Act.MERGE:
            merged = words.quoted(shortened(decision.text or "", most))
            word = words.line(word, f"{merged} ({words['merged']})")
        if not standing.decided_by:
            return word
        return words.say("decided", what=word, by=standing.decided_by, date=standing.decided_at[:10])


def shortened(text: str, most: int) -> str:
    """A text of at most so many columns, cut between words where it has spaces. A wide character takes two columns."""
    if 2 * len(text) <= most:
        return text
    fits = sum(1 for width in accumulate(map(_columns, text[: most + 1])) if width <= most)
    if fits >= len(text):
        return text
    head = text[: max(0, fits - 1)]
    cut = head.rfind(" ")
    return (head[:cut] if cut > fits // 2 else head).rstrip() + "…"


def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def spoken_of(choice: Choice, voices: Iterable[Voice]) -> Iterator[Alternative]:
    """The alternatives anybody speaks on, those that are wordings first."""
    numbers = {voice.alternative for voice in voices}
    for alternative in (*choice.alternatives[1:], choice.alternatives[0]):
        if alternative.number in numbers:
            yield alternative
