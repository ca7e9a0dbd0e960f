"""The log as a list, newest first: who did what, when and why, and what no longer holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from negotext.languages import Registry
from negotext.model import Decision
from negotext.store import Carried, Kind, LogEntry, Session, Statement, Withdrawal, replay

from ..lines_wrap import cells
from ..place_sheet import SIDES, SIGNS, STATES
from ..sheet import Row, Sheet, Word
from .back import Way
from .roll import GAP, Roll, columns
from .short import decided, moment, quoted

_BY = 16
_WIDE = 100
_LISTED = 12


class History:
    """The log of a session at one moment.

    Attributes:
        entries: newest first, those of all rounds.
        undone: for each entry that no longer holds, the entry that took it back.
        round: number of the newest round, the only one that can be changed.
        last: number of the latest entry when the log was read.
    """

    def __init__(self, session: Session) -> None:
        self.last = session.last
        log = session.log()
        self.entries: Sequence[LogEntry] = log[::-1]
        self.round = max((entry.round for entry in log), default=1)
        self.undone: dict[int, int] = {}
        for number in {entry.round for entry in log}:
            self.undone |= replay(entry for entry in log if entry.round == number).undone
        self._by_id = {entry.id: entry for entry in log}

    def entry(self, number: int) -> LogEntry | None:
        """The entry of this number."""
        return self._by_id.get(number)

    def carried(self, entry: LogEntry) -> bool:
        """Whether an entry came with its round and still holds."""
        return entry.kind is Kind.CARRY and entry.id not in self.undone

    def of_round(self) -> list[LogEntry]:
        """The entries of the newest round, oldest first."""
        return [entry for entry in reversed(self.entries) if entry.round == self.round]


def log_roll(history: History, width: int) -> Roll:
    """The log newest first, under a title for each round; the keys are the numbers of the entries."""
    roll = Roll(width)
    if not history.entries:
        roll.text(Word("Nothing has been done yet.", "dim"))
        return roll
    digits = max(3, len(str(history.entries[0].id)))
    by = min(_BY, max(cells(entry.by) for entry in history.entries))
    draw = partial(_row, history, width=roll.width, digits=digits, who=by)
    for number, of_round in groupby(history.entries, key=lambda entry: entry.round):
        roll.title(f"Round {number}{'' if number == history.round else ', closed'}")
        for carried, run in groupby(of_round, key=history.carried):
            entries = list(run)
            if carried and len(entries) > 1:
                roll.line(str(entries[0].id), partial(draw, entries[0], since=entries[-1].id))
                continue
            for entry in entries:
                roll.line(str(entry.id), partial(draw, entry))
    return roll


def _row(history: History, entry: LogEntry, *, width: int, digits: int, who: int, since: int = 0) -> Row:
    """An entry, or with `since` a run of places that were carried over, from that entry on."""
    undone = entry.id in history.undone
    at = moment(entry.at) if width >= _WIDE else moment(entry.at)[5:]
    words = [*_what(entry, width)]
    if since:
        places = entry.id - since + 1
        words = [Word(f"↷ carried over {places:,} places"), Word(f"  entries {since} to {entry.id}", "dim")]
    if undone:
        words = [Word("↶ ", "warning"), *(Word(each.text, "gone") for each in words)]
        words.append(Word(f"  undone by {history.undone[entry.id]}", "warning"))
    if entry.why:
        words.append(Word(f"  {entry.why}", "quote"))
    room = width - digits - len(at) - who - 3 * GAP
    return columns(
        ([Word(f"{entry.id:>{digits}}", "dim")], digits), ([Word(at, "dim")], len(at)), (entry.by, who), (words, room)
    )


def _what(entry: LogEntry, room: int) -> list[Word]:
    """What an entry records, in few words."""
    place = Word(f"{entry.address} ", "strong")
    match entry.what:
        case Decision():
            return [place, *_decision(entry.what, room)]
        case Statement():
            return [place, Word("said ", "dim"), Word(quoted(entry.what.words, room))]
        case Withdrawal():
            return [place, Word(_withdrawal(entry.what))]
        case Carried():
            words = [place, Word(f"carried over from {entry.what.origin}", "dim")]
            return [*words, *(_after(entry.what, room))]
        case _:
            pass
    if entry.kind is Kind.ROUND:
        return [Word(f"↧ round {entry.round} begins", "title")]
    sign, verb = ("↶", "undo of") if entry.kind is Kind.UNDO else ("↷", "redo of")
    return [place, Word(f"{sign} {verb} {entry.entry}")]


def _decision(decision: Decision, room: int) -> list[Word]:
    words = [Word(f"{STATES[decision.state]} ", decision.state.value), Word(decided(decision))]
    if decision.text is not None:
        words.append(Word(f": {quoted(decision.text, room)}"))
    return words


def _withdrawal(withdrawal: Withdrawal) -> str:
    number = withdrawal.alternative
    if withdrawal.delegation is None:
        return f"withdrawn: alternative {number}"
    return f"{withdrawal.delegation} withdraws" + (f" on {number}" if number is not None else "")


def _after(carried: Carried, room: int) -> list[Word]:
    found = [Word(f", {carried.confidence:.0%} sure", "dim")] if carried.confidence < 1 else []
    if carried.decision is not None:
        found += [Word(": "), *_decision(carried.decision, room)]
    if carried.withdrawal is not None:
        found.append(Word(f": {_withdrawal(carried.withdrawal)}"))
    if carried.statement is not None:
        found.append(Word(f": {quoted(carried.statement.words, room)}"))
    return found


def entry_sheet(history: History, number: int, registry: Registry, width: int) -> Sheet:
    """One entry in full: who, when, why, all its words, and what became of it."""
    sheet = Sheet(width)
    entry = history.entry(number)
    if entry is None:
        return sheet
    sheet.add(
        Word(f"Entry {entry.id}", "title"), Word(f"  {entry.by}, {moment(entry.at)} UTC, round {entry.round}", "dim")
    )
    sheet.add(*_what(entry, 40 * width), hang=2)
    if entry.why:
        sheet.add(Word("why: ", "dim"), Word(entry.why, "quote"), hang=2)
    statement = entry.statement
    if statement is not None:
        for alternative in statement.alternatives:
            sheet.add(Word(f" {alternative.number} ", "number"), Word(f" {alternative.text}"), hang=4, indent=2)
        for stand in statement.stands:
            behalf = f" for {stand.on_behalf_of}" if stand.on_behalf_of else ""
            name = registry.title(stand.delegation)
            who = stand.delegation if name == stand.delegation else f"{stand.delegation} {name}"
            side = Word(f"{SIGNS[stand.side]} {SIDES[stand.side]} {stand.alternative}  ", SIDES[stand.side])
            sheet.add(side, Word(f"{who}{behalf}"), indent=2, hang=2)
    by = history.entry(history.undone.get(entry.id, 0))
    if by is not None:
        why = f": {by.why}" if by.why else ""
        sheet.add(Word(f"↶ undone by {by.by}, {moment(by.at)} UTC, entry {by.id}{why}", "warning"), hang=2)
    meant = history.entry(entry.entry or 0)
    if meant is not None:
        sheet.add(Word(f"which was by {meant.by}, {moment(meant.at)} UTC: ", "dim"), *_what(meant, 40 * width), hang=2)
    return sheet


def way_sheet(history: History, way: Way, width: int) -> Sheet:
    """What going back to a point takes back and brings back, for the question whether to do it."""
    sheet = Sheet(width)
    for title, entries, sign in (("undoes", way.undo, "↶"), ("brings back", way.redo, "↷")):
        if entries:
            sheet.add(Word(f"{sign} {title} {len(entries)}", "title"))
        for entry in entries[:_LISTED]:
            sheet.add(
                Word(f"{entry.id:>4}  ", "dim"), *_what(entry, width), Word(f"  {entry.by}", "dim"), hang=6, most=1
            )
        if len(entries) > _LISTED:
            sheet.add(Word(f"and {len(entries) - _LISTED:,} more", "dim"), indent=6)
    return sheet


def in_words(way: Way) -> str:
    """The way in one clause: `undoes 3 and brings back 1`."""
    parts = [f"undoes {len(way.undo):,}"] if way.undo else []
    parts += [f"brings back {len(way.redo):,}"] if way.redo else []
    return " and ".join(parts)
