"""The program: its commands, its options, and how it ends."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import click

from .errors import CANNOT, INTERRUPTED, ClosedPipe, complain
from .lazy import LazyCommand, LazyGroup
from .streams import abandon_output, prepare_streams

COMMANDS = tuple(
    LazyCommand(name, text, f"negotext.cli.commands.{name}")
    for name, text in (
        ("check", "Find brackets left open and names nobody knows."),
        ("show", "Show the text in colour, with the names beside it."),
        ("positions", "List who wants which words, and where."),
        ("stats", "Count brackets, positions and delegations."),
        ("demo", "Go through an example draft, from text to who wants what."),
        ("completion", "Print what a shell needs to complete commands and codes."),
    )
)


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        import negotext

        click.echo(f"negotext {negotext.__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A draft is a text file (UTF-8 or UTF-16); - reads standard input. "
    "Exit codes: 0 fine, 1 the draft has errors, 2 it cannot be done.",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Print the version and exit.",
)
@click.option("--debug", is_flag=True, help="Print the traceback of an error that should not have happened.")
@click.pass_context
def program(ctx: click.Context, debug: bool) -> None:
    """Read a bracketed negotiating draft: who wants which words, and where.

    \b
    negotext demo                        see what it does
    negotext check draft.txt             is the draft sound?
    negotext show draft.txt 5            read paragraph 5, with names
    negotext positions draft.txt         who wants what
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; see `negotext.cli.main`."""
    prepare_streams()
    try:
        code = program.main(
            None if arguments is None else list(arguments), prog_name="negotext", standalone_mode=False
        )
        sys.stdout.flush()
    except (ClosedPipe, BrokenPipeError, SystemExit):
        # What click itself prints, as help, ends in SystemExit when the pipe is closed; nothing else does.
        abandon_output()
        return 0
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "negotext"
        complain(_sentence(error.format_message()), f"`{path} --help` tells how it is used, with examples")
        return CANNOT
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return INTERRUPTED
    except OSError as error:
        complain(f"the output cannot be written: {error.strerror or error}")
        abandon_output()
        return CANNOT
    except Exception:  # only with --debug
        traceback.print_exc()
        return CANNOT
    return code if isinstance(code, int) else 0


def _sentence(message: str) -> str:
    """A message of click in the form of ours: no capital, no full stop."""
    return (message[:1].lower() + message[1:]).rstrip(".")
