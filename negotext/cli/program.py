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
    LazyCommand(name, text, f"negotext.cli.commands.{name}", section)
    for section, commands in {
        "Drafts and sessions": (
            ("check", "Find brackets left open and names nobody knows."),
            ("show", "Show the text in colour, with the names beside it."),
            ("positions", "List who wants which words, and where."),
            ("stats", "Count brackets, positions and delegations."),
            ("compare", "Compare two rounds: what closed, opened, shifted and vanished."),
            ("align", "Lay language versions of a draft side by side."),
            ("export", "Write a document: the text, who wants what, what was decided, what is new."),
        ),
        "A session": (
            ("new", "Make a session from a draft."),
            ("list", "List the places of a session and who holds them up."),
            ("who", "Show who stands where on one place, with the evidence."),
            ("search", "Find words in positions, alternatives, statements and decisions."),
            ("log", "Show what was done, by whom, when and why."),
            ("sql", "Ask the session's file a question in SQL."),
        ),
        "In the room": (
            ("chair", "Settle a draft place by place, on one screen."),
            ("view", "Show a session to the room, large and read only."),
            ("say", "Take down a statement from the floor."),
            ("withdraw", "Record that a delegation takes back where it stands."),
            ("accept", "Accept one alternative of a place."),
            ("merge", "Settle a place with words of the chair."),
            ("park", "Put a place off."),
            ("reopen", "Open a place that was agreed or parked."),
            ("undo", "Take back what was done last, or an entry of the log."),
            ("redo", "Bring back what was undone last, or an entry of the log."),
        ),
        "Between the rounds": (
            ("round", "Bring in the next draft of a session."),
            ("version", "Keep the current round's draft in another language."),
            ("audit", "Prove that no proposal was lost."),
            ("backup", "Copy a session, safely while others use it."),
        ),
        "About negotext": (
            ("demo", "Go through an example, from the text of a draft to its first decisions."),
            ("completion", "Print what a shell needs to complete commands and codes."),
        ),
    }.items()
    for name, text in commands
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
    epilog="A draft is a text file (UTF-8 or UTF-16); - reads standard input. A session is a file that `new` makes, "
    "or its name in the folder sessions. Exit codes: 0 fine, 1 findings, 2 it cannot be done.",
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
    """Turn a bracketed negotiating draft into data, and back into an agreed text.

    \b
    negotext demo                              see what it does
    negotext check draft.txt                   is the draft sound?
    negotext positions draft.txt               who wants what
    negotext new harbour --draft draft.txt     keep the negotiation in a session
    negotext list harbour --open               what is open, and who holds it up
    negotext who harbour 5:1                   who stands where on one place
    negotext accept harbour 5:1 2              what the chair decides
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; see `negotext.cli.main`."""
    prepare_streams()
    try:
        code = program.main(None if arguments is None else list(arguments), prog_name="negotext", standalone_mode=False)
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
