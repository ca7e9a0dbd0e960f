"""What the terminal can do: whether there is one, how wide it is, whether it wants colour."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .errors import ClosedPipe

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

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
    from rich.text import Text

    from .draw.directions import is_right_to_left, isolated_lines

    class Screen(Console):
        def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
            """Every text that is drawn, in a table or alone, comes by here: its lines are broken and isolated."""
            options = options or self.options
            if isinstance(renderable, str) and is_right_to_left(renderable):
                renderable = self.render_str(renderable, highlight=options.highlight)
            if not (isinstance(renderable, Text) and is_right_to_left(renderable.plain)):
                return super().render(renderable, options)
            justify = renderable.justify or options.justify or "default"
            overflow = renderable.overflow or options.overflow or "fold"
            no_wrap = options.no_wrap if renderable.no_wrap is None else renderable.no_wrap
            lines = renderable.wrap(
                self, options.max_width, justify=justify, overflow=overflow, tab_size=8, no_wrap=bool(no_wrap)
            )
            return Text("\n").join(isolated_lines(list(lines))).render(self, end=renderable.end)

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
