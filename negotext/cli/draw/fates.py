"""An audit as a table: every proposal, and where it is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.query.fates import Contradiction, Fate, Proposal
from negotext.query.missing import Missing

from . import palette
from .marks import quoted, styled
from .palette import Mark
from .visible import shorten

FATES = {
    Fate.IN_TEXT: Mark("●", "green"),
    Fate.SUPERSEDED: Mark("⊘", "dim"),
    Fate.LISTED: Mark("○", "cyan"),
    Fate.PARKED: Mark("◌", "yellow"),
    Fate.WITHDRAWN: Mark("↶", "dim"),
    Fate.LOST: Mark("✗", "bold red"),
}
_WHO = 16


def draw_audit(
    name: str,
    shown: Sequence[Proposal],
    every: Sequence[Proposal],
    *,
    against: Sequence[Contradiction],
    absent: Sequence[Missing],
    faults: Sequence[str],
    width: int,
) -> Iterator[RenderableType]:
    """An audit for a screen.

    Args:
        name: of the session.
        shown: the proposals to list.
        every: all of them, for the sum.
        against: decisions that a later draft does not follow.
        absent: agreed words that the text of their round does not have.
        faults: what does not hold together in the file.
        width: of the screen.
    """
    yield styled(f"{name}: where every proposal is", "bold")
    yield Text()
    width = min(width, 140)
    rounds = dict.fromkeys(each.round for each in shown)
    address = max((cell_len(each.address) for each in shown), default=5)
    for number in rounds:
        found = [each for each in shown if each.round == number]
        if len(rounds) > 1 or number > 1:
            yield styled(f"round {number}", "bold").append(f"  {len(found)}", palette.DIM)
        yield _table(found, address, width)
        yield Text()
    if against:
        yield styled("Decided otherwise than the next draft says", "bold red").append(f"  {len(against)}", palette.DIM)
        for one in against:
            yield Text("  ").append(one.address, "bold").append(f"  {one.decided}; {one.says}")
        yield Text()
    if absent:
        yield styled("Agreed, and not in the text", "bold red").append(f"  {len(absent)}", palette.DIM)
        for each in absent:
            yield Text("  ").append(each.address, "bold").append(f"  {each.says}")
        yield Text()
    yield _sum(every)
    yield from (styled(f"✗ {fault}", "bold red") for fault in faults)
    if not faults:
        yield styled("the file is sound, and its tables say what a replay of the log gives", "green")


def _table(found: Sequence[Proposal], address: int, width: int) -> Table:
    half = max(20, (width - address - _WHO - 27) // 2)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=address + 2, no_wrap=True)
    table.add_column(width=half, no_wrap=True, overflow="ellipsis")
    table.add_column(width=_WHO, no_wrap=True, overflow="ellipsis", style=palette.DIM)
    table.add_column(width=13, no_wrap=True)
    table.add_column(overflow="fold")
    before = ""
    for each in found:
        mark = FATES[each.fate]
        where = Text("  ").append("" if each.address == before else each.address, "bold")
        words = styled(f"{each.number} ", palette.DIM).append(quoted(each.text, half - 2))
        table.add_row(
            where,
            words,
            ", ".join(each.supporters),
            styled(f"{mark.sign} {each.fate.value}", mark.style),
            styled(shorten(_now(each), 2 * half), "red" if each.fate is Fate.LOST else palette.DIM),
        )
        before = each.address
    return table


def _now(proposal: Proposal) -> str:
    """Where it is, and in which round when not in the one it came up in."""
    listed = proposal.fate is Fate.LISTED
    if len(proposal.path) < 2:
        return "" if listed else proposal.now
    number, _, address = proposal.path[-1].partition(":")
    return f"in round {number} at {address}" if listed else f"round {number}: {proposal.now}"


def _sum(every: Sequence[Proposal]) -> Text:
    counts = Counter(each.fate for each in every)
    text = styled(f"{len(every):,} proposals", "bold").append(": ")
    parts = [
        styled(f"{FATES[fate].sign} {counts[fate]:,} {fate.value}", FATES[fate].style)
        for fate in Fate
        if counts[fate] and fate is not Fate.LOST
    ]
    text.append_text(Text("   ").join(parts)).append("   ")
    if counts[Fate.LOST]:
        return text.append(f"✗ {counts[Fate.LOST]:,} lost", "bold red")
    return text.append("none is lost", "bold green")
