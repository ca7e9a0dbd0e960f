"""Printing what may be longer than the screen: page by page where a person is looking."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from .terminal import is_terminal

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def print_pages(parts: Iterable[RenderableType], console: Console, *, paged: bool = True) -> None:
    """Print what is drawn; through a pager where it is longer than the terminal and `paged`."""
    drawn = list(_drawn(parts, console))
    if paged and is_terminal() and sum(each.count("\n") for each in drawn) > console.height - 2:
        # Whether the pager takes colours is for click to find out.
        click.echo_via_pager(drawn)
        return
    for each in drawn:
        sys.stdout.write(each)


def _drawn(parts: Iterable[RenderableType], console: Console) -> Iterator[str]:
    for part in parts:
        with console.capture() as capture:
            console.print(part)
        yield "\n".join(line.rstrip(" ") for line in capture.get().split("\n"))
