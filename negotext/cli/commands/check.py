"""`negotext check`: the faults of a draft."""

from __future__ import annotations

import json
import sys

import click

from negotext.model import Diagnostic, Severity, Source

from ..draw.faults import draw_faults
from ..loading import load
from ..manner import Manner, manner_options
from ..options import draft_argument, format_option, language_option
from ..own_delegations import delegations_option, load_own
from ..terminal import colours, columns

FINDINGS = 1
"""Exit code: the draft has errors."""


@click.command("check")
@draft_argument
@language_option
@delegations_option
@manner_options
@format_option("text", "json", default="text")
@click.pass_context
def command(
    ctx: click.Context,
    draft: str,
    *,
    language: str | None,
    parties: str | None,
    manner: Manner,
    form: str | None,
) -> None:
    """Find brackets left open and names nobody knows.

    Each fault is drawn with its line, a caret under the place, and what to do about it. The exit code is 1
    when one of them is an error; warnings alone leave it at 0. Each unknown name is listed once, with the known
    ones that look most like it.

    \b
    Examples:
      negotext check draft.txt
      pdftotext -layout draft.pdf - | negotext check -
      negotext check draft.txt --delegations parties.toml
      negotext check draft.txt --format json | jq '.[] | select(.severity == "error") | .line'
    """
    read = load(draft, language, own=load_own(parties), manner=manner)
    if form == "json":
        faults = [_as_dict(fault, read.source) for fault in read.diagnostics]
        sys.stdout.write(json.dumps(faults, indent=2, ensure_ascii=False) + "\n")
    else:
        for drawn in draw_faults(read, columns(), colour=colours()):
            sys.stdout.write(drawn + "\n")
    if any(fault.severity is Severity.ERROR for fault in read.diagnostics):
        ctx.exit(FINDINGS)


def _as_dict(fault: Diagnostic, source: Source) -> dict[str, str | int]:
    """A diagnostic for other programs: line and column from 1, `start` and `end` as offsets in characters."""
    return {
        "code": fault.code,
        "severity": fault.severity.value,
        "line": source.line(fault.span.start),
        "column": source.column(fault.span.start),
        "start": fault.span.start,
        "end": fault.span.end,
        "message": fault.message,
        "hint": fault.hint,
    }
