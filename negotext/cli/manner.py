"""How a Word file is read: whose its authors' changes are, and whether strikeout and underline mean anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from . import completing
from .errors import Unusable

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a Word file is read.

    Attributes:
        authors: codes or names of delegations by the names of authors.
        typography: whether struck-out words are deletions and underlined ones insertions.
    """

    authors: dict[str, str] = field(default_factory=dict)
    typography: bool = False

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != Manner()

    def refused(self, name: str, what: str) -> None:
        """That nothing is asked for where no Word file is read.

        Raises:
            Unusable: something is.
        """
        if self:
            raise Unusable(f"{name} is {what}", "--author and --typography are for drafts that are Word files (.docx)")


def manner_options(command: Command) -> Command:
    """`--author` and `--typography`, as the argument `manner`."""

    @click.option(
        "--author",
        "authors",
        multiple=True,
        metavar="NAME=CODE",
        shell_complete=_authors,
        help="Of a Word file: the delegation whose tracked changes and comments NAME made. May be repeated.",
    )
    @click.option(
        "--typography", is_flag=True, help="Of a Word file: read strikeout as deletion, underline as insertion."
    )
    @wraps(command)
    def with_manner(*args: Any, authors: tuple[str, ...], typography: bool, **kwargs: Any) -> Any:
        return command(*args, manner=Manner(dict(map(_pair, authors)), typography), **kwargs)

    return with_manner


def _pair(typed: str) -> tuple[str, str]:
    name, equals, code = typed.rpartition("=")
    if not (equals and name.strip() and code.strip()):
        raise Unusable(f"--author {typed!r} does not say whose author that is", 'write it as --author "Delegate 3=DZ"')
    return name.strip(), code.strip()


def _authors(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Codes behind the equals sign."""
    from click.shell_completion import CompletionItem

    name, equals, code = typed.rpartition("=")
    if not equals:
        return []
    found = completing.codes(ctx, parameter, code)
    return [CompletionItem(f"{name}={item.value}", help=item.help) for item in found]
