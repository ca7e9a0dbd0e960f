"""What the chair did, or is about to do, to a place, and whom it goes against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.languages import Registry
from negotext.model import Decision, Side, State
from negotext.query.overriding import Consequences
from negotext.query.voices import Voice
from negotext.store import LogEntry, Standing

from . import palette
from .counting import counted
from .marks import STATES, decided, quoted, styled

_LABEL = 12
_ALONG = 10


def draw_deed(
    standing: Standing,
    decision: Decision,
    brings: Consequences,
    *,
    registry: Registry,
    entry: LogEntry | None,
    outer: str,
    width: int,
) -> Iterator[RenderableType]:
    """A decision and what it brings.

    Args:
        standing: the place before it.
        decision: what is decided.
        brings: what follows.
        registry: names of delegations.
        entry: its entry in the log; None where nothing was changed.
        outer: address of the decided choice around it that took the place out of the text, or empty.
        width: of the screen.
    """
    yield _heading(standing, decision, entry, width)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_LABEL, no_wrap=True, style=palette.DIM)
    table.add_column(overflow="fold")
    settles = decision.state is State.AGREED
    if settles and brings.backing:
        table.add_row("  for", Text(_names(brings.backing, registry)))
    if settles:
        table.add_row("  overrides", _overridden(brings, standing, width))
    if brings.along:
        more = f" and {len(brings.along) - _ALONG} more" if len(brings.along) > _ALONG else ""
        table.add_row("  closes", Text(f"{', '.join(brings.along[:_ALONG])}{more}, inside it"))
    if outer:
        gone = f"the place is not in the text any more: it went with {outer}"
        table.add_row("  note", styled(gone, "yellow"))
    table.add_row("  then open" if entry is None else "  still open", counted(brings.open, "place"))
    yield table
    if entry is None:
        yield styled("nothing was changed (--dry-run)", palette.DIM)


def _heading(standing: Standing, decision: Decision, entry: LogEntry | None, width: int) -> Text:
    mark = STATES[decision.state]
    text = styled(standing.address, "bold").append("  ")
    verb = "would be " if entry is None else ""
    text.append(f"{mark.sign} {verb}{decision.state.value}", mark.style)
    words = decided(decision, standing.choice, max(30, width - 40))
    if words:
        text.append(": ").append_text(words)
    if entry is not None:
        text.append(f"   entry {entry.id}, {entry.by}", palette.DIM)
    return text


def _overridden(brings: Consequences, standing: Standing, width: int) -> Text:
    if not brings.overridden:
        return Text("nobody on record; who is silent has not agreed")
    text = Text()
    for voice in brings.overridden:
        if text:
            text.append("; ")
        text.append(voice.delegation, "bold")
        if voice.speaks_for:
            text.append(f" for {voice.speaks_for}")
        text.append(f", {_reason(voice, standing)}")
    if brings.bound:
        text.append(f" (and {brings.bound} members bound by a group’s line)", palette.DIM)
    return text


def _reason(voice: Voice, standing: Standing) -> str:
    other = standing.choice.alternative(voice.alternative)
    words = f"{voice.alternative} {quoted(other.text if other else '', 30)}"
    match voice.side:
        case Side.AGAINST:
            return f"who opposes {words}"
        case Side.RESERVES:
            return f"who reserves its position on {words}"
        case _:
            return f"who wants {words}"


def _names(voices: Sequence[Voice], registry: Registry) -> str:
    named = dict.fromkeys(
        voice.delegation + (f" for {registry.title(voice.speaks_for)}" if voice.speaks_for else "") for voice in voices
    )
    return ", ".join(named)
