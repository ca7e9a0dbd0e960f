"""Where the chair is when another round is brought in: at the same choice under its new address. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotext.store import Carried, LogEntry


def now_at(address: str, entries: Iterable[LogEntry]) -> str:
    """The address that a choice has in the round that entries bring in; empty where it has none."""
    carried = (entry.what for entry in entries if isinstance(entry.what, Carried))
    return next((each.address for each in carried if each.origin == address), "")


def successor(address: str, order: Sequence[str], entries: Iterable[LogEntry]) -> str:
    """The address that a choice has in the round that entries bring in.

    Args:
        address: of the choice in the round before.
        order: the addresses of that round in the order of its text.
        entries: what was carried over, among other entries.

    Returns:
        its address in the new round; where it has none that of the nearest one before it, or `address`.
    """
    carried = (entry.what for entry in entries if isinstance(entry.what, Carried))
    now = {each.origin: each.address for each in reversed(list(carried))}
    at = order.index(address) if address in order else -1
    return next((now[each] for each in reversed(order[: at + 1]) if each in now), address)
