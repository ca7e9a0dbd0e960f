"""What the looks and colours of a document mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from negotext.model import Side

from .colours import delegation_colour
from .looks import look_of
from .sayings import SIGNS, SILENT, Sayings
from .values import Block, Inline, Kind, Paragraph, Role, Run

_ROLES = (
    Role.BRACKET,
    Role.CONTESTED,
    Role.OFFERED,
    Role.UNWANTED,
    Role.ATTRIBUTION,
    Role.EDITORIAL,
    Role.AGREED,
    Role.MOVED,
)


def legend(body: Iterable[Block], sayings: Sayings, *, moved: bool = True) -> Iterator[Paragraph]:
    """A heading, a line for each look that occurs in the text, and the delegations with their colours.

    Args:
        body: the text.
        sayings: the language.
        moved: whether moved words are explained, too.
    """
    language = sayings.words.language
    runs = [run for block in body if isinstance(block, Paragraph) for run in block.content if isinstance(run, Run)]
    roles = {run.role for run in runs}
    lines = [look_line(role, sayings) for role in _ROLES if role in roles and (moved or role is not Role.MOVED)]
    codes = dict.fromkeys(run.delegation for run in runs if run.delegation)
    if lines or codes:
        yield heading(sayings.words["legend"], language)
    yield from lines
    if codes:
        yield _delegations(sayings.ordered(codes), sayings)


def heading(text: str, language: str) -> Paragraph:
    """A heading of the annex."""
    return Paragraph(Kind.PART, (Run(text),), level=1, language=language)


def line(content: Sequence[Inline], language: str) -> Paragraph:
    """A line of the legend."""
    return Paragraph(Kind.LEGEND, tuple(content), language=language)


def look_line(role: Role, sayings: Sayings) -> Paragraph:
    """A sample of a look, its name in black and white, and what it means."""
    words = sayings.words
    look = look_of(role)
    names = [name for name, there in (("bold", look.bold), ("italic", look.italic), ("small", look.small)) if there]
    names += [look.underline] if look.underline else []
    signs = words.listed(words.signs[name] for name in names or ["plain"])
    meaning = words.line(signs, words.roles[role.value])
    return line((Run(words.samples[role.value], role), Run(f" – {meaning}")), words.language)


def cell_lines(sayings: Sayings) -> Iterator[Paragraph]:
    """What the signs in the matrix mean."""
    words = sayings.words
    number = 1
    signs = {side.value: SIGNS[side] + (str(number) if side is not Side.REMARKS else "") for side in Side}
    signs |= {"bound": f"({SIGNS[Side.FOR]}{number})", "silent": SILENT}
    meanings = (words.line(signs[name], words.cells[name]) for name in signs)
    yield line((Run(words["pause"].join([*meanings, words.line("0", words["leave_out"])])),), words.language)


def _delegations(codes: Iterable[str], sayings: Sayings) -> Paragraph:
    words = sayings.words
    runs: list[Inline] = [Run(words.line(words["delegations"], ""))]
    for index, code in enumerate(codes):
        colour = words.colours[delegation_colour(code).name]
        title = sayings.registry.title(code)
        named = words.say("voice", names="\0", words=colour).split("\0")
        runs += [Run(words["joint"])] if index else []
        runs += [Run(text) for text in named[:1] if text]
        runs += [Run(title, Role.ATTRIBUTION, code), Run(named[1])]
    return line(runs, words.language)
