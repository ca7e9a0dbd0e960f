"""`negotext park`: put a place off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..session_options import address_argument, by_option, seen_option, session_argument, why_option

if TYPE_CHECKING:
    from negotext.model import Decision
    from negotext.store import Session, Standing


@click.command("park")
@session_argument
@address_argument
@by_option
@why_option
@seen_option
def command(session: str, address: str, *, by: str, why: str, seen: int | None) -> None:
    """Put a place off.

    Its words stay in brackets, all wordings stay on record, and it is no longer listed as open until it is
    reopened, accepted or merged.

    \b
    Examples:
      negotext park harbour 5:1 --why "waits for the Facility, paragraph 9"
      negotext list harbour --parked
    """
    from ..deciding import Signature, decide

    def make(_: Session, standing: Standing) -> Decision:
        from negotext.model import Act, Decision

        return Decision(standing.address, Act.PARK)

    decide(session, address, make, Signature(by, why, seen=seen))
