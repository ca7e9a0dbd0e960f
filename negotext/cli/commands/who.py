"""`negotext who`: who stands where on one place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from ..options import format_option
from ..session_options import address_argument, round_option, session_argument
from ..writing import write_json

if TYPE_CHECKING:
    from negotext.model import Choice
    from negotext.query.who import Who


@click.command("who")
@session_argument
@address_argument
@round_option
@format_option("text", "json", default="text")
def command(session: str, address: str, number: int | None, form: str | None) -> None:
    """Show who stands where on one place, with the evidence.

    ADDRESS is a place as `negotext list` shows it: 5:2 is the second place of paragraph 5, 5:2.1 the first
    inside it. A paragraph with one place may be named by itself.

    Each delegation counts once. Members of a group that has spoken are bound by its line and not counted
    again; a member that says otherwise is pointed out. Who is silent has not agreed: silence is not consent.

    Where the session keeps the draft in other languages (negotext version), the wordings follow in each of them.

    \b
    Examples:
      negotext who harbour 5:1
      negotext who harbour "C10(1):1"
      negotext who harbour 5:1 --round 1
      negotext who harbour 5:1 --format json | jq '.silent'
    """
    from negotext.query.kept import own_of, registry_of
    from negotext.query.who import who

    from ..placing import place_in
    from ..session_versions import in_other_languages
    from ..sessions import opened

    with opened(session) as store:
        registry = registry_of(store)
        place = place_in(store, address, session, number)
        found = who(store, place, registry, number)
        others = in_other_languages(store, place, number)
        if form == "json":
            write_json(_record(found, others))
            return
        from ..context import blocks_of, context
        from ..draw.place import PlaceSheet
        from ..terminal import screen

        source = store.source(number)
        blocks = store.blocks(number) or blocks_of(source, store.language, own_of(store))
        around = context(source, blocks, found.standing.choice)
        console = screen()
        from ..paging import print_pages

        sheet = PlaceSheet(found, around, registry, store.name, console, others=others)
        print_pages(sheet.parts(), console, paged=False)


def _record(found: Who, others: Sequence[tuple[str, Choice | None]]) -> dict[str, Any]:
    from .list import decision_record

    standing, choice = found.standing, found.standing.choice
    traces = {voice: found.trace(voice) for voice in found.voices.own}
    return {
        "round": standing.round,
        "address": choice.address,
        "paragraph": choice.paragraph,
        "kind": choice.kind.value,
        "state": standing.state.value,
        "base": choice.base,
        "alternatives": [
            {
                "number": each.number,
                "text": each.text,
                "label": each.label,
                "source": "draft" if each.span is not None or not each.number else "floor",
                "withdrawn": each.number in standing.withdrawn,
                "voices": [
                    {
                        "delegation": voice.delegation,
                        "on_behalf_of": voice.speaks_for,
                        "side": voice.side.value,
                        "stance": voice.stand.stance,
                        "broke_from": voice.broke_from,
                        "evidence": trace.evidence if (trace := traces[voice]) else None,
                        "line": trace.line if trace else None,
                        "entry": trace.entry if trace else None,
                        **({"date": trace.date} if trace and trace.date else {}),
                    }
                    for voice in found.on(each.number)
                ],
                "bound": [
                    {"group": group, "side": side.value, "members": list(members)}
                    for (group, side), members in found.bound(each.number).items()
                ],
            }
            for each in choice.alternatives
        ],
        "silent": list(found.silent),
        "nearest": found.nearest,
        "holders": list(found.holders),
        "linked": list(found.linked),
        "parent": choice.parent or None,
        "inside": list(found.inside),
        "gone_with": found.gone_with or None,
        "decision": None if standing.decision is None else decision_record(standing.decision),
        "decided_by": standing.decided_by or None,
        "decided_at": standing.decided_at or None,
        "why": standing.why or None,
        "entry": standing.entry or None,
        "seen": standing.seen,
        "versions": [
            {
                "language": language,
                "address": choice and choice.address,
                "alternatives": [
                    {"number": each.number, "text": each.text} for each in (choice.alternatives[1:] if choice else ())
                ],
            }
            for language, choice in others
        ],
    }
