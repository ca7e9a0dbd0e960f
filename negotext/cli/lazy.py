"""A group that imports a command when it is run, so that `negotext --help` stays light."""

from __future__ import annotations

import difflib
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from .errors import ClosedPipe, Unusable, unforeseen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem


class LazyCommand(NamedTuple):
    """A command that is not imported yet.

    Attributes:
        name: what people type.
        help: its first sentence, as in its own help; a test compares the two.
        module: holds it as `command`.
        section: heading it is listed under.
    """

    name: str
    help: str
    module: str
    section: str = "Commands"


class LazyGroup(click.Group):
    """A group of `LazyCommand`s, listed in their own order.

    It is also where whatever a command raises becomes a sentence for people.
    """

    def __init__(self, *args: Any, lazy: Sequence[LazyCommand] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = {command.name: command for command in lazy}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of their work."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        lazy = self.lazy.get(cmd_name)
        if lazy is None:
            return None
        command = import_module(lazy.module).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, or an error that names the nearest one."""
        name = args[0]
        if name not in self.lazy and not name.startswith("-"):
            near = difflib.get_close_matches(name, self.lazy, n=1)
            guess = f"did you mean `negotext {near[0]}`?" if near else "`negotext --help` lists the commands"
            raise Unusable(f"there is no command {name!r}", guess)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from their first sentences, section by section."""
        width = max(len(name) for name in self.lazy)
        for section, commands in groupby(self.lazy.values(), key=lambda command: command.section):
            with formatter.section(section):
                # Each section is as wide in its first column as the widest of all.
                formatter.write_dl([(command.name.ljust(width), command.help) for command in commands])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """Complete the name of a command, or an option, without importing any command."""
        from click.shell_completion import CompletionItem

        names = [
            CompletionItem(command.name, help=command.help)
            for command in self.lazy.values()
            if command.name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; no exception but those of click, and `ClosedPipe`, leaves it.

        With `--debug` an unforeseen exception does.
        """
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, ClosedPipe):
            raise
        except BrokenPipeError:
            raise ClosedPipe from None
        except OSError as error:
            if ctx.params.get("debug"):
                raise
            where = f" ({error.filename})" if error.filename else ""
            raise Unusable(f"the system refuses: {error.strerror or error}{where}") from error
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            raise unforeseen(error) from error
