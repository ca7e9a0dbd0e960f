"""The matrix: every delegation on every choice that anybody has spoken on. Silence has a sign of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from negotext.model import Side
from negotext.query.voices import Voice

from .choice_table import text_cell
from .points import Point
from .sayings import SIGNS, SILENT, Sayings
from .values import Cell, Role, Run, Table

COLUMNS = 18
"""Choices that stand beside each other on a page."""

_NAMES = 4.5
_ORDER = {side: place for place, side in enumerate(Side)}
_SILENT = text_cell(SILENT, "silent")


def matrix(points: Iterable[Point], delegations: Iterable[str], sayings: Sayings) -> Iterator[Table]:
    """Tables of at most `COLUMNS` choices, each with all delegations; none where nobody has spoken.

    Args:
        points: in the order of the text; those nobody has spoken on are left out.
        delegations: codes, in any order.
        sayings: the language.
    """
    spoken = [point for point in points if point.voices.own]
    rows = sayings.ordered(delegations)
    if not rows:
        return
    parts = ceil(len(spoken) / COLUMNS)
    for part in range(parts):
        # As many in each as in the others, or one more: the last one is not left with a single column.
        first, end = (len(spoken) * each // parts for each in (part, part + 1))
        yield _table(spoken[first:end], rows, sayings)


def _table(points: Sequence[Point], delegations: Sequence[str], sayings: Sayings) -> Table:
    head = (text_cell(sayings.words["delegation"]), *(text_cell(point.address) for point in points))
    by_code = [_voices(point) for point in points]
    rows = [
        (
            Cell(((Run(sayings.registry.title(code), Role.ATTRIBUTION, code),),)),
            *(_cell(voices.get(code, ())) for voices in by_code),
        )
        for code in delegations
    ]
    widths = (_NAMES, *(1.0 for _ in points))
    return Table((head, *rows), widths, turned=True, language=sayings.words.language)


def _voices(point: Point) -> dict[str, list[Voice]]:
    """Who is heard on a place: by a code, those who have it, spoke for it, or are bound by their group."""
    heard: dict[str, list[Voice]] = {}
    for voice in point.voices.own:
        heard.setdefault(voice.delegation, []).append(voice)
        if voice.speaks_for:
            heard.setdefault(voice.speaks_for, []).append(voice)
    for voice in point.voices.bound:
        if voice.delegation not in heard:
            heard[voice.delegation] = [voice]
    return heard


def _cell(voices: Sequence[Voice]) -> Cell:
    if not voices:
        return _SILENT
    ranked = sorted(voices, key=lambda voice: (_ORDER[voice.side], voice.alternative))
    signs = " ".join(dict.fromkeys(_sign(voice) for voice in ranked))
    return text_cell(signs, ranked[0].side.value)


def _sign(voice: Voice) -> str:
    sign = SIGNS[voice.side] + ("" if voice.side is Side.REMARKS else str(voice.alternative))
    return f"({sign})" if voice.bound_by else sign
