"""The arguments and options that the commands of a session share."""

from __future__ import annotations

import getpass

import click

from . import completing_sessions as completing
from .options import Decorated


def session_argument(command: Decorated) -> Decorated:
    """The session a command works with: a name or a path."""
    return click.argument("session", shell_complete=completing.sessions)(command)


def draft_or_session_argument(command: Decorated) -> Decorated:
    """The draft or the session a command works with."""
    return click.argument("draft", type=click.Path(allow_dash=True), shell_complete=completing.drafts_and_sessions)(
        command
    )


def address_argument(command: Decorated) -> Decorated:
    """The place of the text a command is about."""
    return click.argument("address", shell_complete=completing.places)(command)


def by_option(command: Decorated) -> Decorated:
    """`--by`, for the log."""
    return click.option(
        "--by",
        metavar="NAME",
        envvar="NEGOTEXT_BY",
        default=_login,
        help="Who does it, for the log. Default: $NEGOTEXT_BY, or your login name.",
    )(command)


def why_option(command: Decorated) -> Decorated:
    """`--why`, for the log."""
    return click.option("--why", metavar="TEXT", default="", help="The reason, for the log.")(command)


def dry_run_option(command: Decorated) -> Decorated:
    """`--dry-run`: say what would happen, change nothing."""
    return click.option("--dry-run", "-n", is_flag=True, help="Say what would happen, and change nothing.")(command)


def round_option(command: Decorated) -> Decorated:
    """`--round`, None for the newest."""
    return click.option(
        "--round", "-r", "number", type=int, metavar="N", help="An earlier round; the newest when left out."
    )(command)


def seen_option(command: Decorated) -> Decorated:
    """`--seen`, for programs and scripts that decide on what they looked at earlier."""
    return click.option(
        "--seen",
        type=int,
        metavar="ENTRY",
        help="Refuse if the place has changed since this entry of the log (0: since the draft).",
    )(command)


def no_pager_option(command: Decorated) -> Decorated:
    """`--no-pager`: print at once."""
    return click.option("--no-pager", is_flag=True, help="Print a long list at once instead of page by page.")(command)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name: the store asks for --by
        return ""


def numbers(_: click.Context, __: click.Parameter, typed: str | None) -> tuple[int, ...]:
    """Numbers of alternatives, typed as `1,2`."""
    if not typed:
        return ()
    try:
        return tuple(dict.fromkeys(int(number) for number in typed.replace(" ", ",").split(",") if number))
    except ValueError:
        raise click.BadParameter(f"{typed!r} is no list of numbers such as 1,2") from None
