"""`negotext positions`: who wants which words."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable

import click

from negotext import query
from negotext.model import Draft, Position, Stance

from .. import completing
from ..loading import load
from ..lookup import address_in, delegation_in, group_in
from ..options import draft_argument, format_option, language_option
from ..terminal import is_terminal, screen


@click.command("positions")
@draft_argument
@click.option(
    "--delegation",
    "-d",
    "delegations",
    multiple=True,
    metavar="DE",
    shell_complete=completing.delegations,
    help="Who speaks, or for whom: a code or a name. May be repeated.",
)
@click.option(
    "--stance",
    "-s",
    "stances",
    multiple=True,
    type=click.Choice([stance.value for stance in Stance], case_sensitive=False),
    help="What they do. May be repeated.",
)
@click.option(
    "--paragraph",
    "-p",
    metavar="P",
    shell_complete=completing.addresses,
    help="Paragraph they stand under, with its items: 5, 8(b), C10(1), A.",
)
@click.option(
    "--group",
    "-g",
    metavar="G",
    shell_complete=completing.groups,
    help="Only members of this group, and whoever speaks for it.",
)
@language_option
@format_option("table", "jsonl", "csv", "json", default="a table on a terminal, otherwise jsonl")
def command(
    draft: str,
    *,
    delegations: tuple[str, ...],
    stances: tuple[str, ...],
    paragraph: str | None,
    group: str | None,
    language: str | None,
    form: str | None,
) -> None:
    """List who wants which words, and where.

    One position is one delegation, one stance, one place. Several options narrow the list together; an option
    given twice widens it again. A delegation that is not listed has said nothing, which is not consent.

    \b
    Examples:
      negotext positions draft.txt
      negotext positions draft.txt --delegation PK --delegation "United States"
      negotext positions draft.txt --stance oppose --stance delete --paragraph 12
      negotext positions draft.txt --group AFRICAN_GROUP --format csv > african-group.csv
      negotext positions draft.txt | jq -r 'select(.stance == "oppose") | .delegation'

    \b
    Fields of jsonl, json and csv, in this order:
      line, start, end   where: line from 1, offsets in characters from 0
      paragraph          its address
      delegation         ISO 3166 alpha-2, a group, a role, or the name as printed where it is unknown
      on_behalf_of       the group it speaks for
      stance             insert replace delete retain support oppose move bracket reserve comment
      text               the words offered
      target             the words, or the place, it is about
      evidence           what it was read from, without white space
    """
    read = load(draft, language)
    code, members = group_in(read, group) if group else (None, frozenset())
    wanted = query.Wanted(
        delegations=frozenset(delegation_in(read, name) for name in delegations),
        stances=frozenset(Stance(stance.lower()) for stance in stances),
        paragraph=address_in(read, paragraph) if paragraph else None,
        group=code,
        members=members,
    )
    chosen = query.select(read.positions, wanted)
    match form or ("table" if is_terminal() else "jsonl"):
        case "table":
            from ..draw.wants import draw_wants

            draw_wants(read, chosen, screen())
        case "jsonl":
            for record in _records(read, chosen):
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        case "json":
            sys.stdout.write(json.dumps(list(_records(read, chosen)), ensure_ascii=False, indent=2) + "\n")
        case "csv":
            writer = csv.DictWriter(sys.stdout, query.FIELDS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(_records(read, chosen))


def _records(draft: Draft, positions: Iterable[Position]) -> Iterable[query.Record]:
    return (query.record(position, draft.source) for position in positions)
