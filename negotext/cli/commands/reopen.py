"""`negotext reopen`: open a place again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..session_options import address_argument, by_option, session_argument, why_option

if TYPE_CHECKING:
    from negotext.model import Decision
    from negotext.store import Session, Standing


@click.command("reopen")
@session_argument
@address_argument
@by_option
@why_option
def command(session: str, address: str, *, by: str, why: str) -> None:
    """Open a place that was agreed or parked.

    What was decided stays in the log, with who decided it. To take a decision back as if it had not been, use
    `negotext undo`.

    \b
    Examples:
      negotext reopen harbour 10:1 --why "new instructions from two capitals"
    """
    from ..deciding import Signature, decide

    def make(_: Session, standing: Standing) -> Decision:
        from negotext.model import Act, Decision

        return Decision(standing.address, Act.REOPEN)

    decide(session, address, make, Signature(by, why))
