"""`negotext demo`: from the text of an example draft to its first decisions, and the documents they make."""

from __future__ import annotations

import os
import shlex
from itertools import islice
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

import negotext
from negotext import query
from negotext.languages import load_registry
from negotext.model import Draft

from ..demo_session import negotiate
from ..draw.faults import draw_faults, summary
from ..draw.figures import draw_figures
from ..draw.legend import draw_legend
from ..draw.page import Page
from ..draw.wants import draw_wants
from ..errors import Unusable
from ..loading import load
from ..terminal import colours, screen

_ENGLISH = "harbour-air.en.txt"
_CHINESE = "city-water.zh.txt"
_FAULTS = 3


@click.command("demo")
def command() -> None:
    """Go through an example, from the text of a draft to its first decisions.

    Each step is headed by the command that does it. The drafts are in the folder examples of negotext's
    source; the organisations and the positions in them are invented. It ends with the session and three Word
    files in a new folder, which it names.

    \b
    Example:
      negotext demo

    """
    folder = _examples()
    ports, water = load(_shown(folder / _ENGLISH)), load(_shown(folder / _CHINESE))
    tour = _Tour(screen())
    tour.opening(ports)
    paragraph = query.most_contested(ports) or query.addresses(ports)[0]
    tour.text(ports, paragraph)
    tour.faults(ports)
    tour.figures(ports)
    tour.wants(ports, query.Wanted(paragraph=paragraph), "--paragraph", paragraph)
    speaker = next(iter(query.statistics(water)["delegations"]))
    tour.wants(water, query.Wanted(delegations=frozenset({speaker})), "--delegation", speaker)
    tour.closing(negotiate(folder / _ENGLISH, _shown(folder / _ENGLISH), tour.told))


class _Tour:
    """The steps of the demonstration, printed as they come."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.steps = 0

    def opening(self, draft: Draft) -> None:
        self.console.print()
        self.console.print(
            "negotext turns a bracketed draft into data: who wants which words, and where.", style="bold"
        )
        self.console.print(f"This is what it makes of {draft.source.name}, an invented decision on clean air in ports.")

    def text(self, draft: Draft, paragraph: str) -> None:
        self._step("The text as the committee left it, and who speaks in which line.", "show", draft, paragraph)
        blocks = query.blocks_at(draft, paragraph)
        for row in (*Page(draft, blocks, self.console).rows(), Text(), draw_legend(draft, blocks)):
            self.console.print(row, soft_wrap=True)

    def faults(self, draft: Draft) -> None:
        self._step("Is it sound? A bracket that is never closed swallows a paragraph.", "check", draft)
        drawn = draw_faults(draft, self.console.width, colour=colours())
        for lines in islice(drawn, min(_FAULTS, len(draft.diagnostics))):
            self.console.print(Text.from_ansi(lines), soft_wrap=True)
        more = len(draft.diagnostics) - _FAULTS
        if more > 0:
            self.console.print(f"({more} more)\n", style="dim")
        self.console.print(Text.from_ansi(summary(draft, colour=colours())), soft_wrap=True)

    def figures(self, draft: Draft) -> None:
        self._step("How far is it from agreement?", "stats", draft)
        self.console.print(draw_figures(draft, load_registry(draft.language), self.console.width))

    def wants(self, draft: Draft, wanted: query.Wanted, *options: str) -> None:
        told = {
            "--paragraph": "Who wants what, in the paragraph with most delegations on it.",
            "--delegation": "The same in Chinese, from a PDF: what does one delegation want?",
        }
        self._step(told[options[0]], "positions", draft, *options)
        draw_wants(draft, query.select(draft.positions, wanted), self.console)

    def closing(self, folder: Path) -> None:
        self._heading("The session and its documents")
        for path in sorted(folder.iterdir()):
            self.console.print(Text(f"  {path}", "bold"), soft_wrap=True)
        self._heading("And yours?")
        for command, use in (
            ("negotext check YOUR-DRAFT.txt", "plain text, for example from pdftotext -layout"),
            (
                "negotext positions YOUR-DRAFT.txt --format csv",
                "for a spreadsheet; jsonl is for programs",
            ),
            ("negotext new NAME --draft YOUR-DRAFT.txt", "then list, who, say, accept, merge, undo, round"),
            ("negotext --help", "everything else"),
        ):
            self.console.print(Text().append(f"  {command:<48}", "bold cyan").append(use, "dim"))
        self.console.print()

    def _step(self, told: str, command: str, draft: Draft, *arguments: str) -> None:
        self.told(told, shlex.join(["negotext", command, draft.source.name, *arguments]))

    def told(self, told: str, typed: str) -> None:
        """Head a step with what it is for and the command that does it."""
        self.steps += 1
        self._heading(f"{self.steps}. {told}")
        self.console.print(Text().append("$ ", "dim").append(typed, "bold cyan"), soft_wrap=True)
        self.console.print()

    def _heading(self, told: str) -> None:
        self.console.print()
        self.console.rule(Text(told, "bold"), align="left", style="dim")


def _examples() -> Path:
    """The folder of the example drafts, beside the package in a checkout.

    Raises:
        Unusable: negotext is installed without its source.
    """
    folder = Path(negotext.__file__).resolve().parent.parent / "examples"
    if not all((folder / name).is_file() for name in (_ENGLISH, _CHINESE)):
        raise Unusable(
            f"the example drafts are not installed with negotext (looked in {folder})",
            "they are in the folder examples of its source; run the demo there, "
            "or try a draft of your own: negotext check DRAFT",
        )
    return folder


def _shown(path: Path) -> str:
    """A path as a person in the current folder would type it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(os.pardir) else relative
