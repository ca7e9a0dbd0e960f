"""The second half of the demonstration: a session, three decisions, what is still open, documents to hand out."""

from __future__ import annotations

import io
import shlex
import shutil
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp

import click

from .sessions import opened

_NAME = "harbour"
_CHAIR = ("--by", "Chair")
_LINES = 16
_TABLE = ("--format", "table", "--no-pager")

_DOCUMENTS = (
    ("What the secretariat issues: the text as it stands, in Word.", "clean"),
    ("What the room works with: names in colour, remarks on each open place, tables of who stands where.", "annotated"),
    ("What the committee accepts or rejects in Word: the decisions as tracked changes.", "tracked"),
)

Told = Callable[[str, str], None]
"""Prints the heading of a step and the command that does it."""


def negotiate(draft: Path, shown: str, told: Told) -> Path:
    """Go through a negotiation in commands.

    Args:
        draft: the example it begins with.
        shown: the same as a person would type it.
        told: prints what comes.

    Returns:
        The folder that was made for it, with the session and the documents.
    """
    draft = draft.resolve()
    folder = Path(mkdtemp(prefix="negotext-demo-"))
    try:
        with chdir(folder):
            _Negotiation(draft, shown, told).run()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


class _Negotiation:
    def __init__(self, draft: Path, shown: str, told: Told) -> None:
        self._draft = draft
        self._shown = shown
        self._told = told

    def run(self) -> None:
        self._told(
            "Keep the negotiation: one file, here in a folder made for it.",
            f"negotext new {_NAME} --draft {shlex.quote(self._shown)}",
        )
        self._call("new", _NAME, "--draft", str(self._draft), "--by", "Secretariat")
        date, _ = self._find("2030")
        verb, number = self._find("decide on")
        often, other = self._find("at least once a month")
        self._step("Who stands where on one place, with the evidence?", "who", verb)
        self._step("What would it cost to accept it? Nothing is changed.", "accept", verb, number, "--dry-run")
        self._step("Decide.", "accept", verb, number, *_CHAIR, "--why", "Australia’s condition is met")
        words = "at least once a month, and continuously where a port has the means"
        self._step(
            "Or settle it in words of the chair.", "merge", often, "--text", words, "--from", f"1,{other}", *_CHAIR
        )
        said = "Chile: “2032”; Norway supports; India reserves its position on 1"
        self._step("Take down what is said in the room.", "say", date, said, *_CHAIR)
        self._step("Put off what is not ripe.", "park", date, *_CHAIR, "--why", "waits for the Facility, paragraph 9")
        self._step("Who stands where now?", "who", date)
        self._told("What is still open? First what nobody objects to.", f"negotext list {_NAME} --open")
        self._call("list", _NAME, "--open", *_TABLE, lines=_LINES)
        self._told("Was any proposal lost?", f"negotext audit {_NAME} --brief")
        self._call("audit", _NAME, "--brief", *_TABLE)
        for told, style in _DOCUMENTS:
            self._told(told, f"negotext export {_NAME} {style}.docx --style {style}")
            self._call("export", _NAME, f"{style}.docx", "--style", style)

    def _step(self, told: str, name: str, *arguments: str) -> None:
        self._told(told, shlex.join(["negotext", name, _NAME, *arguments]))
        self._call(name, _NAME, *arguments)

    def _call(self, name: str, *arguments: str, lines: int | None = None) -> None:
        """Run a command as a person would, and print the first lines of what it prints."""
        command = import_module(f"negotext.cli.commands.{name}").command
        assert isinstance(command, click.Command)
        if lines is None:
            command.main(list(arguments), prog_name=f"negotext {name}", standalone_mode=False)
            return
        from .terminal import draws

        with redirect_stdout(_Screen(drawn=draws())) as output:
            command.main(list(arguments), prog_name=f"negotext {name}", standalone_mode=False)
        found = output.getvalue().splitlines(keepends=True)
        click.echo("".join(islice(found, lines)), nl=False, color=True)
        if len(found) > lines:
            click.echo(f"({len(found) - lines} more lines)")

    def _find(self, words: str) -> tuple[str, str]:
        """Address and number of the first alternative with these words."""
        with opened(_NAME) as store:
            return next(
                (standing.address, str(alternative.number))
                for standing in store.choices()
                for alternative in standing.choice.alternatives
                if alternative.text == words
            )


class _Screen(io.StringIO):
    """Takes what is printed, and says of itself what the terminal says."""

    def __init__(self, *, drawn: bool) -> None:
        super().__init__()
        self._drawn = drawn

    def isatty(self) -> bool:
        return self._drawn
