"""The board of the benchmarks: each figure beside its bar and the floors."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.floors import one_pass, stack

TOR = "wo-pbc-35-7-annex.zh.txt"
GENEVA = "unfccc-geneva-negotiating-text-2015-02-12.en.txt"
TPP = "tpp-ip-chapter-2013-08-30.sections-a-d.en.txt"
MEGABYTE = 1_000_000
HEAD = ("what", "figure", "bar", "", "x one pass", "x stack")


@dataclass
class Board:
    """The rows of the table."""

    rows: list[tuple[str, ...]] = field(default_factory=list)

    def put(self, what: str, figure: float, bar: float, unit: str, text: str | None = None) -> None:
        """A figure and its bar in `ms`, `s` or `x`; with the text it was read from, beside its floors."""
        ratios = ("", "")
        if text is not None:
            seconds = figure / 1000 if unit == "ms" else figure
            ratios = tuple(f"{seconds / best(lambda floor=floor: floor(text)):,.0f}" for floor in (one_pass, stack))
        verdict = "" if figure <= bar else "OVER"
        self.rows.append((what, f"{figure:.1f} {unit}", f"{bar:g} {unit}", verdict, *ratios))

    def table(self) -> list[str]:
        """The lines to print."""
        rows = [HEAD, *self.rows]
        widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
        lines = []
        for row in rows:
            cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
            lines.append("  ".join([row[0].ljust(widths[0]), *cells]))
        return lines


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds the fastest of a few runs took."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def repeated(data: bytes, size: int) -> bytes:
    """A draft again and again, until there are `size` bytes."""
    return data * (size // len(data) + 1)
