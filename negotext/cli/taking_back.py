"""What an undo or a redo did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from .draw.marks import STATES, decided, styled
from .terminal import screen

if TYPE_CHECKING:
    from negotext.store import LogEntry, Session


def told_of(store: Session, made: LogEntry) -> None:
    """Print which entry was taken or brought back, and how its place stands now."""
    from negotext.store import Kind, described

    console = screen()
    concerned = next(entry for entry in store.log((made.entry or 1) - 1, address=made.address))
    verb = "undone" if made.kind is Kind.UNDO else "brought back"
    console.print(Text(f"{verb}: ").append(described(concerned)), soft_wrap=True)
    standing = store.choice(made.address)
    mark = STATES[standing.state]
    text = styled(standing.address, "bold").append("  ").append(f"{mark.sign} {standing.state.value}", mark.style)
    if standing.decision is not None and standing.decision.state.value == "agreed":
        text.append(": ").append_text(decided(standing.decision, standing.choice, console.width - 40))
    console.print(text.append(f"   entry {made.id}, {made.by}", "dim"), soft_wrap=True)
