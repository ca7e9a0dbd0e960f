"""`--web` and what goes with it: the screen in a browser instead of the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

import click

from .errors import Unusable
from .options import Decorated

LOOPBACK = "127.0.0.1"


class Web(NamedTuple):
    """Where the screen is served.

    Attributes:
        asked: whether it is served at all.
        host: where to listen.
        port: 0 for any that is free.
        open_to_network: whether it was said that others may reach it.
    """

    asked: bool
    host: str
    port: int
    open_to_network: bool


def web_options(command: Decorated) -> Decorated:
    """`--web`, `--host`, `--port`, `--open-to-network`."""
    for option in (
        click.option(
            "--open-to-network",
            is_flag=True,
            help="With --host: yes, anyone who reaches the port is at this screen, without a password.",
        ),
        click.option(
            "--port",
            type=click.IntRange(0, 65535),
            default=0,
            metavar="N",
            help="Of --web; any that is free when left out.",
        ),
        click.option(
            "--host",
            default=LOOPBACK,
            metavar="ADDRESS",
            help="Of --web; this machine alone by default. Another one needs --open-to-network.",
        ),
        click.option(
            "--web",
            is_flag=True,
            help="Show the same in a browser; Ctrl-C ends it. There is no password: other users of this"
            " machine can reach the port, too.",
        ),
    ):
        command = option(command)
    return command


def served() -> bool:
    """Whether this process is one that a browser shows."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def need_terminal(what: str, instead: str) -> None:
    """See that there is a terminal, or a browser that stands for one.

    Args:
        what: needs it, for the sentence.
        instead: what to do without.

    Raises:
        Unusable: there is none.
    """
    if not served() and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Unusable(f"{what} needs a terminal, and this is a pipe or a file", instead)


def check(asked: Web, power: str) -> None:
    """See that whoever opens the screen to others has said so.

    Args:
        asked: the options.
        power: what anyone who reaches the port can do.

    Raises:
        Unusable: it has not been said, or there is nothing to serve.
    """
    if not asked.asked:
        if asked.host != LOOPBACK or asked.port or asked.open_to_network:
            raise Unusable("--host, --port and --open-to-network go with --web", "add --web, or leave them out")
        return
    from negotext.chair.web import LOOPBACK as HERE

    if asked.host not in HERE and not asked.open_to_network:
        raise Unusable(
            f"with --host {asked.host} anyone who reaches the port {power}, without a password",
            "if that is meant, add --open-to-network; else leave --host out",
        )


def serve(asked: Web, arguments: Sequence[str], title: str, power: str) -> None:
    """Serve a command until Ctrl-C.

    Args:
        asked: the options, checked.
        arguments: of negotext, for each window of a browser.
        title: of the page.
        power: what anyone who reaches the port can do.

    Raises:
        Unusable: the port cannot be had.
    """
    from negotext.chair.web import LOOPBACK as HERE
    from negotext.chair.web import CannotServe
    from negotext.chair.web import serve as run

    def ready(address: str) -> None:
        click.echo(f"{title} is at {address} - Ctrl-C ends it")
        if asked.host not in HERE:
            click.echo(f"negotext: anyone who reaches port {address.rpartition(':')[2]} {power}", err=True)

    try:
        run(arguments, host=asked.host, port=asked.port, title=title, ready=ready)
    except CannotServe as error:
        raise Unusable(str(error), "leave --port out for any that is free, or name another") from error
