"""What changed between two rounds, as tables: gone in silence, closed, opened, changed, renumbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from negotext.model import Alternative, Choice
from negotext.rounds import ChoiceMatch, Closed, Comparison, Happening

from .choice_table import text_cell
from .sayings import Sayings, shortened
from .values import Block, Kind, Paragraph, Run, Table

_MOST = 200
"""Columns of a wording."""


def round_tables(found: Comparison, sayings: Sayings) -> Iterator[Block]:
    """The tables, each below its caption; those with nothing in them are left out, but for what is gone in silence."""
    return _Tables(found, sayings).all()


class _Tables:
    def __init__(self, found: Comparison, sayings: Sayings) -> None:
        self._found = found
        self._words = sayings.words
        self._sayings = sayings

    def all(self) -> Iterator[Block]:
        words, found = self._words, self._found
        yield self._caption(words["silent"] if found.silent else words["silent_none"])
        silent = [
            (each.choice or each.paragraph, self._quoted(each.text), self._quoted(each.instead))
            for each in found.silent
        ]
        yield from self._table("", ("place", "words", "instead"), silent)
        closed = [(each.choice.address, self._wordings(each.choice), self._became(each)) for each in found.closed]
        yield from self._table("closed", ("place", "wordings", "became"), closed)
        opened = [(each.choice.address, self._quoted(each.text), self._wordings(each.choice)) for each in found.opened]
        yield from self._table("opened", ("place", "was", "wordings"), opened)
        changed = [(_both(each), self._changes(each)) for each in found.changed]
        yield from self._table("changed", ("place", "what"), changed)
        yield from self._table("numbering", ("was", "became", "what"), list(self._numbering()))

    def _table(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Block]:
        if not rows:
            return
        if title:
            yield self._caption(self._words[title])
        head = tuple(text_cell(self._words[each]) for each in heads)
        cells = [tuple(text_cell(text or self._words["nothing"]) for text in row) for row in rows]
        widths = {2: (1.0, 5.0), 3: (1.0, 3.0, 3.0)}[len(heads)]
        yield Table((head, *cells), widths, language=self._words.language)

    def _caption(self, text: str) -> Paragraph:
        return Paragraph(Kind.CAPTION, (Run(text),), language=self._words.language)

    def _quoted(self, text: str) -> str:
        return self._words.quoted(shortened(text, _MOST)) if text else ""

    def _wordings(self, choice: Choice) -> str:
        return self._listed(choice.alternatives[1:])

    def _listed(self, alternatives: Iterable[Alternative | None]) -> str:
        return self._words["pause"].join(self._sayings.quoted(each, _MOST) for each in alternatives)

    def _became(self, closed: Closed) -> str:
        words = self._words
        if closed.alternative == 0:
            text = words["leave_out"]
        elif closed.new is None:
            text = words["went_with"]
        else:
            text = self._quoted(closed.text)
        if closed.as_decided is None:
            return text
        return words.say("voice", names=text, words=words["as_decided" if closed.as_decided else "not_as_decided"])

    def _changes(self, match: ChoiceMatch) -> str:
        kinds = {
            "added": [match.new.alternative(number) for number in match.added],
            "removed": [match.old.alternative(number) for number in match.removed],
            "reworded_wording": [match.new.alternative(dict(match.alternatives)[old]) for old in match.reworded],
        }
        said = [self._words.say(kind, words=self._listed(which)) for kind, which in kinds.items() if which]
        return self._words["pause"].join(said)

    def _numbering(self) -> Iterator[tuple[str, str, str]]:
        """Paragraphs that were moved, split, merged, renumbered, new or gone."""
        plain = (Happening.SAME, Happening.REWORDED)
        for each in self._found.concordance:
            told = [happening for happening in each.happened if happening not in plain]
            if told:
                happened = self._words.listed(self._words.happened[happening.value] for happening in told)
                yield each.old, each.new, happened


def _both(match: ChoiceMatch) -> str:
    old, new = match.old.address, match.new.address
    return old if old == new else f"{old} → {new}"
