"""When something was done: `4 March 2026, 14:05`, in UTC as in the log."""

from __future__ import annotations

from datetime import datetime


def moment(at: str) -> str:
    """A moment of the log for people: day and minute."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{when:%Y-%m-%d %H:%M}"
