"""What the terminal can do: whether there is one, how wide it is, whether it wants colour."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from .errors import ClosedPipe

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100
"""Columns of what is written to a file or a pipe, unless COLUMNS says otherwise."""


def is_terminal() -> bool:
    """Whether a person is looking at stdout."""
    return sys.stdout.isatty()


def draws() -> bool:
    """Whether stdout takes styles: a terminal that is not dumb, or FORCE_COLOR (https://force-color.org)."""
    forced = bool(os.environ.get("FORCE_COLOR"))
    return (is_terminal() or forced) and os.environ.get("TERM", "").lower() not in ("dumb", "unknown")


def colours() -> bool:
    """Whether stdout takes colours: it takes styles, and NO_COLOR is not set (https://no-color.org)."""
    return draws() and not os.environ.get("NO_COLOR")


def columns() -> int:
    """Width of stdout in cells."""
    return max(40, shutil.get_terminal_size((WIDTH, 24)).columns)


def screen(*, stderr: bool = False, width: int | None = None) -> Console:
    """A rich console on stdout or stderr that neither guesses at markup nor complains of a closed pipe."""
    # 40 ms: only where something is drawn.
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise ClosedPipe

    return Screen(
        stderr=stderr,
        width=width or columns(),
        highlight=False,
        markup=False,
        emoji=False,
        force_terminal=None if stderr else draws(),
        no_color=None if stderr else not colours(),
    )
