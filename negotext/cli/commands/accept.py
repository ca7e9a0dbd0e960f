"""`negotext accept`: one alternative of a place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from .. import completing_sessions as completing
from ..errors import CANNOT
from ..session_options import (
    address_argument,
    by_option,
    dry_run_option,
    seen_option,
    session_argument,
    why_option,
)

if TYPE_CHECKING:
    from negotext.model import Decision
    from negotext.store import Session, Standing


@click.command("accept")
@session_argument
@address_argument
@click.argument(
    "alternative", type=click.IntRange(min=0), metavar="N", required=False, shell_complete=completing.alternatives
)
@by_option
@why_option
@seen_option
@dry_run_option
@click.pass_context
def command(
    ctx: click.Context,
    session: str,
    address: str,
    alternative: int | None,
    *,
    by: str,
    why: str,
    seen: int | None,
    dry_run: bool,
) -> None:
    """Accept one alternative of a place.

    N is the number that `negotext who` shows; 0 leaves the words out. Printed is whose objections this
    overrides, what it closes inside, and how many places stay open; with --dry-run that is all that happens.
    The other wordings stay on record with their supporters.

    A place that somebody else has settled meanwhile is left as it is, and you are told who decided what and
    when. To decide it again, reopen it.

    A package is accepted with - for ADDRESS: each line of standard input is an address and a number. What cannot be
    decided is told and left as it is, and the exit code is 2 then.

    \b
    Examples:
      negotext accept harbour 10:1 2 --dry-run
      negotext accept harbour 10:1 2 --why "Australia's condition is met"
      negotext accept harbour 5:7 0 --by "Chair"
      negotext accept harbour - --why "the package on money" < package.txt
    """
    from ..deciding import Signature, accept_all, decide

    signed = Signature(by, why, seen, dry_run)
    if address == "-":
        if alternative is not None or seen is not None:
            raise click.UsageError("with - the addresses and numbers are read from standard input")
        if not accept_all(session, sys.stdin, signed):
            ctx.exit(CANNOT)
        return
    if alternative is None:
        raise click.UsageError("which alternative? `negotext who` shows their numbers, 0 leaves the words out")

    def make(_: Session, standing: Standing) -> Decision:
        from negotext.model import Act, Decision

        return Decision(standing.address, Act.ACCEPT, alternative=alternative)

    decide(session, address, make, signed)
