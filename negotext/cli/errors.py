"""What a person is told when something cannot be done: one sentence, what to do, exit code 2."""

from __future__ import annotations

from contextlib import suppress
from typing import IO, Any

import click

CANNOT = 2
"""Exit code: the command could not do what it was asked."""

INTERRUPTED = 130
"""Exit code: Ctrl-C, as shells report it."""


class Unusable(click.ClickException):
    """The input cannot be used.

    Attributes:
        message: one sentence that says what is wrong, and where.
        hint: what to do about it, or empty.
    """

    exit_code = CANNOT

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Print message and hint on stderr, or on `file`."""
        complain(self.message, self.hint, file)


class ClosedPipe(Exception):
    """Whoever reads our output has closed it (`negotext positions DRAFT | head`). No error, but the end."""


def complain(message: str, hint: str = "", file: IO[Any] | None = None) -> None:
    """Print what is wrong, and below it what to do, on stderr or on `file`."""
    lines = [f"negotext: {message}"] + ([f"  {hint}"] if hint else [])
    # Where stderr is closed too, the exit code has to say it all.
    with suppress(OSError):
        click.echo("\n".join(lines), file=file, err=file is None)


def unforeseen(error: Exception) -> Unusable:
    """What to say of an exception that nobody thought of."""
    return Unusable(
        f"this should not have happened ({type(error).__name__}: {error})",
        "please report it with what `negotext --debug ...` prints for the same command",
    )
