"""The log of a session as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.model import Act, Decision
from negotext.store import Carried, Kind, LogEntry, Statement, Withdrawal

from . import palette
from .marks import STATES, quoted, styled
from .moments import moment

_BY = 16


def draw_log(log: Sequence[LogEntry], undone: Mapping[int, int], width: int, *, fold: bool) -> Iterator[RenderableType]:
    """Entries of the log, oldest first.

    Args:
        log: the entries.
        undone: for each entry taken back, the entry that did it.
        width: of the screen.
        fold: whether a run of places carried into a round is one row.
    """
    if not log:
        yield styled("nothing in the log", palette.DIM)
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", width=max(len(str(log[-1].id)), 3), style=palette.DIM, no_wrap=True)
    table.add_column(width=16, style=palette.DIM, no_wrap=True)
    table.add_column(width=min(_BY, max(cell_len(entry.by) for entry in log)), no_wrap=True, overflow="ellipsis")
    table.add_column(overflow="fold")
    room = max(30, width - 16 - _BY - 12)
    for carried, run in groupby(log, key=lambda entry: fold and entry.kind is Kind.CARRY):
        entries = list(run)
        if carried and len(entries) > 1:
            numbers = f"entries {entries[0].id} to {entries[-1].id}; --all lists them"
            text = Text(f"↷ carried over {len(entries):,} places").append(f"  {numbers}", palette.DIM)
            table.add_row(str(entries[0].id), moment(entries[0].at), entries[0].by, text)
            continue
        for entry in entries:
            table.add_row(str(entry.id), moment(entry.at), entry.by, _row(entry, undone, room))
    yield table


def _row(entry: LogEntry, undone: Mapping[int, int], room: int) -> Text:
    text = _what(entry, room)
    if entry.id in undone:
        text.stylize("strike dim")
        text.append(f"  undone by {undone[entry.id]}", "yellow")
    return text.append(f"  {entry.why}", "italic") if entry.why else text


def _what(entry: LogEntry, room: int) -> Text:
    place = styled(entry.address, "bold")
    match entry.what:
        case Decision():
            return _decision(entry.what, place, room)
        case Statement():
            return place.append("  said ", palette.DIM).append(quoted(entry.what.words, room))
        case Withdrawal():
            return place.append(f"  {_withdrawal(entry.what)}")
        case Carried():
            return _carried(entry.what, place, room)
        case _:
            pass
    if entry.kind is Kind.ROUND:
        return styled(f"↧ round {entry.round} begins", "bold")
    sign, verb = ("↶", "undo") if entry.kind is Kind.UNDO else ("↷", "redo")
    return Text(f"{sign} {verb} {entry.entry}").append("  ").append_text(place)


def _decision(decision: Decision, place: Text, room: int) -> Text:
    mark = STATES[decision.state]
    text = place.append("  ").append(f"{mark.sign} ", mark.style)
    match decision.act:
        case Act.ACCEPT if decision.alternative == 0:
            return text.append("leave it out")
        case Act.ACCEPT:
            return text.append(f"accept {decision.alternative}")
        case Act.MERGE:
            made = f" from {', '.join(map(str, decision.sources))}" if decision.sources else ""
            return text.append(f"merge{made}: {quoted(decision.text or '', room)}")
        case _:
            return text.append(decision.act.value)


def _withdrawal(withdrawal: Withdrawal) -> str:
    number = withdrawal.alternative
    if withdrawal.delegation is None:
        return f"withdrawn: alternative {number}"
    return f"{withdrawal.delegation} withdraws" + (f" on {number}" if number is not None else "")


def _carried(carried: Carried, place: Text, room: int) -> Text:
    text = Text("↷ ").append_text(place).append(f"  carried over from {carried.origin}")
    if carried.confidence < 1:
        text.append(f", {carried.confidence:.0%} sure", palette.DIM)
    if carried.decision is not None:
        text.append_text(_decision(carried.decision, Text(), room))
    if carried.withdrawal is not None:
        text.append(f": {_withdrawal(carried.withdrawal)}")
    if carried.statement is not None:
        text.append(f": {quoted(carried.statement.words, room)}")
    return text
