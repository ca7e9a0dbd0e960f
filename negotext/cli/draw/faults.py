"""Diagnostics as text: where, what, the line with a caret, what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import click

from negotext.model import Diagnostic, Draft, Severity

from ..loading import LANGUAGE_NAMES
from .directions import (
    LEFT_TO_RIGHT,
    POP,
    RIGHT_TO_LEFT,
    is_right_to_left,
    isolated,
    isolated_line,
    reads_right_to_left,
)
from .excerpt import excerpt

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_PLURAL = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}
_QUOTED = 12


def draw_faults(draft: Draft, width: int, *, colour: bool) -> Iterator[str]:
    """The diagnostics of a draft one by one, each a few lines of at most `width` cells, then their sum."""
    for fault in draft.diagnostics:
        yield _draw(draft, fault, width, colour)
    yield summary(draft, colour=colour)


def summary(draft: Draft, *, colour: bool) -> str:
    """One line: how many faults, in how much of a draft."""
    style = click.style if colour else _plain
    counts = Counter(fault.severity for fault in draft.diagnostics)
    faults = [
        style(_counted(counts[severity], severity.value, _PLURAL[severity]), fg=_COLOUR[severity], bold=True)
        for severity in Severity
        if counts[severity]
    ]
    brackets = _counted(len(draft.tree.brackets), "bracket", "brackets")
    positions = _counted(len(draft.positions), "position", "positions")
    size = f"{LANGUAGE_NAMES[draft.language]}, {brackets}, {positions}"
    return f"{', '.join(faults) or style('no faults', fg='green', bold=True)} in {draft.source.name} ({size})"


def _plain(text: str, **_: object) -> str:
    return text


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _draw(draft: Draft, fault: Diagnostic, width: int, colour: bool) -> str:
    style: Callable[..., str] = click.style if colour else _plain
    source = draft.source
    line, column = source.line(fault.span.start), source.column(fault.span.start)
    shade = _COLOUR[fault.severity]
    number = str(line)
    bar = style("│", dim=True)
    shown = excerpt(source, fault.span, width - len(number) - 4)
    caret = style("^" * shown.width, fg=shade, bold=True)
    words = shown.before + shown.marked + shown.after
    opens = closes = ""
    if is_right_to_left(words):
        opens, closes = (RIGHT_TO_LEFT if reads_right_to_left(words) else LEFT_TO_RIGHT), POP
        # The terminal may turn the line around, and the caret does not turn with it: name the place as well.
        caret += f" at “{isolated((shown.marked + shown.after)[:_QUOTED].strip())}”"
    place = style(f"{source.name}:{line}:{column}", bold=True)
    severity = style(fault.severity.value, fg=shade, bold=True)
    marked = style(shown.marked, fg=shade, bold=True)
    lines = [
        f"{place}: {severity}: {isolated_line(fault.message)} {style(f'[{fault.code}]', dim=True)}",
        f" {style(number, dim=True)} {bar} {opens}{shown.before}{marked}{shown.after}{closes}",
        f" {' ' * len(number)} {bar} {' ' * shown.indent}{caret}",
    ]
    if fault.hint:
        lines.append(f" {' ' * len(number)} {style('=', dim=True)} {isolated_line(fault.hint)}")
    return "\n".join(lines) + "\n"
