"""`negotext withdraw`: a delegation takes back where it stands."""

from __future__ import annotations

import click

from .. import completing_sessions as completing
from ..session_options import address_argument, by_option, session_argument, why_option


@click.command("withdraw")
@session_argument
@address_argument
@click.argument("delegation", metavar="[DE]", required=False, shell_complete=completing.speakers)
@click.option(
    "--alternative",
    "-a",
    "number",
    type=click.IntRange(min=0),
    metavar="N",
    shell_complete=completing.alternatives,
    help="Only where it stands on this alternative; without DE the alternative itself.",
)
@by_option
@why_option
def command(session: str, address: str, delegation: str | None, number: int | None, *, by: str, why: str) -> None:
    """Record that a delegation takes back where it stands.

    With DE alone everything the delegation has said on the place ends; with --alternative only that. Without
    DE the alternative itself is withdrawn, with everybody's stand on it; the draft's own words cannot be.
    What was withdrawn stays on record, and whoever supports it again puts it back on the table.

    \b
    Examples:
      negotext withdraw harbour 5:1 IN
      negotext withdraw harbour 5:1 IN --alternative 2 --why "can live with 2030"
      negotext withdraw harbour 5:1 --alternative 3
    """
    from ..draw.marks import numbered, styled
    from ..placing import party_in, place_in
    from ..sessions import opened
    from ..terminal import screen

    with opened(session, writing=True) as store:
        place = place_in(store, address, session)
        before = store.choice(place)
        here = [stand.delegation for stand in before.choice.stands]
        code = party_in(store, delegation, here) if delegation else None
        made = store.withdraw(place, delegation=code, alternative=number, by=by, why=why)
        console = screen()
        ended = [stand for stand in before.choice.stands if _ends(stand, code, number)]
        text = styled(place, "bold").append("  withdrawn by ").append(code, "bold") if code else styled(place, "bold")
        if code is None:
            text.append("  withdrawn: ").append_text(numbered(before.choice.alternative(number or 0), 50))
        else:
            text.append(": " + ", ".join(f"{stand.stance} {stand.alternative}" for stand in ended))
        console.print(text.append(f"   entry {made.id}, {made.by}", "dim"), soft_wrap=True)
        others = [stand.delegation for stand in ended if stand.delegation != code]
        if others:
            console.print(f"  with the stands of {', '.join(dict.fromkeys(others))}", style="dim", soft_wrap=True)


def _ends(stand: object, code: str | None, number: int | None) -> bool:
    return (code is None or getattr(stand, "delegation", None) == code) and (
        number is None or getattr(stand, "alternative", None) == number
    )
