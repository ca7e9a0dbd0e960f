"""The options of `negotext export`: what stands at the head of the document, and which document it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .errors import Unusable
from .options import Decorated

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

STDIN = "-"
STYLES = ("clean", "annotated", "tracked", "comparison")
FORMATS = ("docx", "md", "html", "json")
_ENDINGS = {
    ".docx": "docx",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
# What people ask for and other programs make from a .docx.
_CONVERTED = frozenset({".pdf", ".odt", ".doc", ".rtf"})

HEAD = {
    "symbol": "Symbol of the document, such as A/C.2/79/CRP.3.",
    "title": "Title of the document.",
    "agenda": "Agenda item.",
    "original": "Original language, as it is to be printed.",
    "distribution": "Such as General or Limited.",
}


def delegations(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem[Any]]:
    """Codes of those who speak in the draft or session named on the line."""
    # What reads a draft is imported when it is asked for.
    from . import completing

    return completing.delegations(ctx, parameter, typed)


def head_options(command: Decorated) -> Decorated:
    """`--symbol`, `--title` and what else is printed at the head of an issued document."""
    for name, told in reversed(HEAD.items()):
        command = click.option(f"--{name}", metavar="TEXT", default="", help=told)(command)
    return command


def format_of(out: str, form: str | None) -> str:
    """The format that is meant: the one named, or that of the ending of `out`.

    Raises:
        Unusable: it cannot be told, or negotext does not write it.
    """
    if form:
        return form
    if out == STDIN:
        raise Unusable("standard output has no ending to tell the format from", "add --format md, html, json or docx")
    ending = Path(out).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if ending in _CONVERTED:
        made = str(Path(out).with_suffix(".docx"))
        hint = f"make {made}, then: soffice --headless --convert-to {ending[1:]} {made}"
        raise Unusable(f"{ending} is nothing that negotext writes", hint)
    told = f"the ending {ending}" if ending else "no ending"
    raise Unusable(f"{out} has {told}: which format?", "name it .docx, .md, .html or .json, or add --format")


# Options that belong to one style, with what they would mean there.
_OF_STYLE = {
    "final": ("clean", "--final"),
    "delegation": ("tracked", "--by-delegation"),
    "against": ("comparison", "--against"),
}


def style_of(options: dict[str, Any]) -> str:
    """The style that is meant: the one named, or the only one that an option given is about.

    Raises:
        Unusable: it cannot be told.
    """
    if options["style"]:
        return str(options["style"])
    meant = {style for name, (style, _) in _OF_STYLE.items() if options[name]}
    if len(meant) != 1:
        raise Unusable("which document?", f"add --style {', '.join(STYLES[:-1])} or {STYLES[-1]}")
    return meant.pop()


def check_options(options: dict[str, Any], form: str) -> None:
    """That every option that was given means something together with the others.

    Raises:
        Unusable: one does not.
    """
    for name, (style, shown) in _OF_STYLE.items():
        if options[name] and options["style"] != style:
            raise Unusable(f"{shown} goes with --style {style}, not {options['style']}", "leave one of them out")
    if options["template"] and form != "docx":
        raise Unusable(f"--template is for Word files, not for {form}", "leave it out, or name OUT .docx")
