"""Delegations of one's own, from a file that a person names."""

from __future__ import annotations

from pathlib import Path

import click

from negotext.languages import OwnDelegations, OwnError, read_own
from negotext.languages.own_file import LIMIT

from .errors import Unusable
from .options import Decorated

# A letter of a name takes up to four bytes.
_MOST = 4 * LIMIT


def delegations_option(command: Decorated) -> Decorated:
    """`--delegations`, the name of a file; None when left out."""
    return click.option(
        "--delegations",
        "parties",
        metavar="FILE",
        type=click.Path(),
        help="Delegations of your own: parties, companies, the groups of a council (see negotext new --help).",
    )(command)


def load_own(name: str | None) -> OwnDelegations | None:
    """The delegations of a file, None where none is named.

    Raises:
        Unusable: there is no such file, or something in it is wrong; says where and what to do.
    """
    if name is None:
        return None
    from negotext.source import SourceError, decode

    try:
        with Path(name).open("rb") as file:
            data = file.read(_MOST + 1)
        text = decode(data, name).text
    except SourceError as error:
        raise Unusable(str(error), "name a file of delegations (.toml): plain text, UTF-8") from None
    except FileNotFoundError:
        raise Unusable(f"there is no file {name}", "negotext new --help shows what is in one") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Unusable(f"{name} cannot be read: {reason}", "name a file of delegations (.toml)") from None
    try:
        return read_own(text)
    except OwnError as error:
        place = f"{name}, line {error.line}" if error.line else name
        raise Unusable(f"{place}: {error.fault}", error.hint) from None


def kept_by(session: str, parties: str | None) -> None:
    """That no file is named for a session, which keeps its delegations.

    Raises:
        Unusable: one is.
    """
    if parties is not None:
        raise Unusable(f"{session} is a session and keeps its delegations", "leave --delegations out")
