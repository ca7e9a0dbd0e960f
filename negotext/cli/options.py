"""The arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from negotext.languages import LANGUAGES

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def draft_argument(command: Decorated) -> Decorated:
    """The draft a command works with: a path or `-`."""
    # Whether the file is there is for `load` to say, in better words than those of click.
    return click.argument("draft", type=click.Path(allow_dash=True))(command)


def language_option(command: Decorated) -> Decorated:
    """`--language`, None when left out."""
    return click.option(
        "--language",
        "-l",
        type=click.Choice(LANGUAGES),
        help="Language of the draft; guessed when left out.",
    )(command)


def format_option(*formats: str, default: str) -> Callable[[Decorated], Decorated]:
    """`--format` with these choices, None when left out; `default` says in words what holds then."""
    return click.option("--format", "-f", "form", type=click.Choice(formats), help=f"Default: {default}.")
