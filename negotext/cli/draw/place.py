"""One place on one screen: its words, who stands where with the evidence, who is silent, what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from negotext.languages import Registry
from negotext.model import Alternative, Choice, Side, State
from negotext.query.in_short import LEFT_OUT
from negotext.query.voices import Voice
from negotext.query.who import Who

from ..context import Context, trimmed
from . import palette
from .directions import isolated_text
from .folding import folded
from .marks import SIDE_WORDS, SIDES, STATES, decided, only, quoted, styled
from .moments import moment
from .other_languages import draw_others
from .visible import shorten, visible

_ROWS = 6
_NAME = 26
_LABEL = 10
# So many members bound by a group are named; the others are counted.
_BOUND = 4
# Rows that the words of one alternative, or a piece of evidence, may take.
_WORDS = 3
_EVIDENCE = 2
OPEN, CLOSE = "⟦", "⟧"


class PlaceSheet:
    """Draws one place of a session for a console."""

    def __init__(
        self,
        found: Who,
        around: Context,
        registry: Registry,
        name: str,
        console: Console,
        *,
        others: Sequence[tuple[str, Choice | None]] = (),
    ) -> None:
        self._who = found
        self._around = around
        self._registry = registry
        self._name = name
        self._width = min(console.width, 120)
        self._console = console
        self._others = others

    def parts(self) -> Iterator[RenderableType]:
        """The sheet from top to bottom."""
        yield self._heading()
        yield Text()
        yield Padding(self._paragraph(), (0, 0, 0, 2))
        yield Text()
        for alternative in self._shown():
            yield from self._alternative(alternative)
        if self._others:
            yield Text()
            yield draw_others(self._others, self._width)
        yield Text()
        yield self._footer()

    def _heading(self) -> Text:
        standing = self._who.standing
        mark = STATES[standing.state]
        left = styled(standing.address, "bold").append(f"  {standing.choice.kind.value}", palette.DIM)
        left.append("  ").append(f"{mark.sign} {standing.state.value}", mark.style)
        right = f"{self._name}, round {standing.round}, line {self._around.line}"
        room = self._width - left.cell_len - cell_len(right)
        return left.append(" " * max(2, room) + right, palette.DIM)

    def _paragraph(self) -> Text:
        """The paragraph, the place between ⟦ and ⟧."""
        around = trimmed(self._around, _ROWS * (self._width - 4))
        text = styled(visible(around.before), palette.DIM)
        text.append(OPEN, "bold yellow").append(visible(around.words), "bold").append(CLOSE, "bold yellow")
        return folded(isolated_text(text.append(visible(around.after), palette.DIM)), self._width - 4)

    def _shown(self) -> list[Alternative]:
        """All alternatives; 0 where somebody speaks about it or it was chosen, and behind the others."""
        standing = self._who.standing
        chosen = standing.decision.alternative if standing.decision else None
        first = [each for each in standing.choice.alternatives if each.number]
        zero = standing.choice.alternatives[0]
        spoken = bool(self._who.on(0) or self._who.bound(0))
        return [*first, *([zero] if spoken or chosen == 0 or not first else [])]

    def _alternative(self, alternative: Alternative) -> Iterator[RenderableType]:
        yield self._words(alternative)
        voices = self._who.on(alternative.number)
        bound = self._who.bound(alternative.number)
        if voices or bound:
            yield Padding(self._table(voices, bound), (0, 0, 0, 5))

    def _words(self, alternative: Alternative) -> Table:
        standing, number = self._who.standing, alternative.number
        agreed = standing.state is State.AGREED and standing.decision is not None
        chosen = agreed and standing.decision is not None and standing.decision.alternative == number
        withdrawn = number in standing.withdrawn
        text = Text()
        if alternative.label:
            text.append(f"{alternative.label}  ", "bold")
        style = "strike dim" if withdrawn else ("bold green" if chosen else "bold")
        words = shorten(alternative.text, _WORDS * (self._width - 8)) if alternative.text else LEFT_OUT
        text.append(words, style if alternative.text else f"italic {style}")
        note = self._note(alternative, withdrawn=withdrawn, chosen=chosen)
        text.append(f"   {note}" if note else "", palette.DIM)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        mark = styled(f" {number} ", "bold reverse green" if chosen else "bold reverse")
        table.add_row(mark, folded(text, self._width - 7))
        return table

    def _note(self, alternative: Alternative, *, withdrawn: bool, chosen: bool) -> str:
        choice = self._who.standing.choice
        notes = []
        if alternative.number and alternative.number == choice.base:
            notes.append("the draft’s own words")
        if alternative.number and alternative.span is None:
            notes.append("from the floor")
        if withdrawn:
            notes.append("no longer on the table")
        if chosen:
            notes.append("agreed")
        if not self._who.on(alternative.number) and not withdrawn and not chosen:
            notes.append("nobody recorded")
        return ", ".join(notes)

    def _table(self, voices: Sequence[Voice], bound: dict[tuple[str, Side], tuple[str, ...]]) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=_LABEL, no_wrap=True)
        names = self._name_width(voices)
        table.add_column(width=names)
        table.add_column(overflow="fold")
        before: Side | None = None
        above = Text()
        for voice in voices:
            mark = SIDES[voice.side]
            label = styled(f"{mark.sign} {SIDE_WORDS[voice.side]}", mark.style) if voice.side != before else ""
            evidence = self._evidence(voice)
            same = bool(evidence) and evidence.plain == above.plain
            shown = styled("″", palette.DIM) if same else folded(evidence, self._width - names - _LABEL - 10)
            table.add_row(label, self._speaker(voice), shown)
            before, above = voice.side, evidence
        for (group, side), members in bound.items():
            table.add_row(styled("⊂ bound", palette.DIM), *self._bound(group, side, members))
        return table

    def _name_width(self, voices: Sequence[Voice]) -> int:
        widest = max((self._speaker(voice).cell_len for voice in voices), default=8)
        return min(_NAME, widest) if self._width >= 72 else min(14, widest)

    def _speaker(self, voice: Voice) -> Text:
        title = self._registry.title(voice.delegation)
        name = styled(voice.delegation, "bold")
        if title != voice.delegation:
            name.append(f" {title}")
        if voice.speaks_for:
            name.append(f" for {self._registry.title(voice.speaks_for)}", palette.DIM)
        return name

    def _evidence(self, voice: Voice) -> Text:
        traced = self._who.trace(voice)
        text = Text()
        if voice.broke_from:
            text.append(f"breaks from the line of {self._registry.title(voice.broke_from)}  ", "bold magenta")
        if traced is None:
            return text
        room = max(24, _EVIDENCE * (self._width - _LABEL - _NAME - 12) - text.cell_len - 12)
        text.append(quoted(traced.evidence, room))
        place = f"line {traced.line}" if traced.line is not None else f"floor, entry {traced.entry}"
        dated = f", {shorten(traced.date[:10], 10)}" if traced.date else ""
        return text.append(f" {place}{dated}", palette.DIM)

    def _bound(self, group: str, side: Side, members: Sequence[str]) -> tuple[Text, Text]:
        """Members who have spoken in this negotiation by name, the others by their number."""
        title = self._registry.title(group)
        named = ", ".join(members[:_BOUND])
        more = f" and {len(members) - _BOUND} others" if len(members) > _BOUND else ""
        who = styled(f"{len(members)} of {group}", palette.DIM)
        line = f"{SIDE_WORDS[side]}, by the line of {title}; not counted again: {named}{more}"
        return who, styled(line, palette.DIM)

    def _footer(self) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=_LABEL - 1, no_wrap=True, style=palette.DIM)
        table.add_column(overflow="fold")
        for label, text in self._facts():
            table.add_row(label, text)
        return table

    def _facts(self) -> Iterator[tuple[str, Text]]:
        found, standing = self._who, self._who.standing
        if standing.decision is not None:
            yield standing.decision.state.value, self._decision()
        if found.gone_with:
            yield "gone", styled(f"with {found.gone_with}, which was decided without these words", "yellow")
        if standing.state is State.OPEN and not found.gone_with and (found.voices.own or found.holders):
            yield "nearest", self._nearest()
        yield "silent", self._silence()
        if found.linked:
            same = ", ".join(found.linked[:8]) + (f" and {len(found.linked) - 8} more" if len(found.linked) > 8 else "")
            yield "linked", Text(f"the same words stand open at {same}")
        if standing.choice.parent:
            yield "inside", Text(standing.choice.inside)
        if found.inside:
            yield "contains", Text(", ".join(found.inside))
        yield "latest", styled(f"entry {standing.seen} of the log" if standing.seen else "as in the draft", palette.DIM)

    def _decision(self) -> Text:
        standing = self._who.standing
        assert standing.decision is not None
        text = decided(standing.decision, standing.choice, self._width - 30)
        text.append(f"{'  ' if text else ''}by {standing.decided_by}, {moment(standing.decided_at)} UTC (entry ")
        text.append(f"{standing.entry})")
        return text.append(f": {standing.why}", "italic") if standing.why else text

    def _nearest(self) -> Text:
        number = self._who.nearest
        words = self._who.standing.choice.alternative(number)
        text = Text(f"{number} {quoted(words.text if words else '', 40)}: ")
        if self._who.holders:
            return text.append("pending ").append(only(self._who.holders), "bold")
        return text.append("no objection recorded", "green")

    def _silence(self) -> Text:
        codes = self._who.silent
        if not self._who.participants:
            return Text("everybody: nobody has spoken in this negotiation yet")
        if not codes:
            return Text("nobody: all who have spoken in this negotiation are recorded here")
        text = Text(", ".join(codes))
        of = f" ({len(codes)} of {len(self._who.participants)}): "
        return text.append(f"{of}no position recorded, which is not consent", palette.DIM)
