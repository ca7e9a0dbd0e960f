"""Marks of sides and states, and a choice in few words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from negotext.model import Alternative, Choice, Decision, Side, State
from negotext.query.in_short import LEFT_OUT, Role, quotation
from negotext.query.in_short import in_short as parts

from . import palette
from .palette import Mark
from .visible import shorten

SIDES = {
    Side.FOR: Mark("✓", "green"),
    Side.AGAINST: Mark("✗", "red bold"),
    Side.RESERVES: Mark("?", "yellow"),
    Side.REMARKS: Mark("…", "dim"),
}
STATES = {
    State.OPEN: Mark("○", "cyan"),
    State.AGREED: Mark("●", "green"),
    State.PARKED: Mark("◌", "yellow"),
}
SIDE_WORDS = {
    Side.FOR: "for",
    Side.AGAINST: "against",
    Side.RESERVES: "reserves",
    Side.REMARKS: "remarks",
}
_LEAST = 8
_STYLES = {Role.SIGN: palette.DIM, Role.PROPOSED: "green", Role.DRAFT: ""}


def styled(text: str, style: str) -> Text:
    """A text in a style that what is appended to it does not share."""
    return Text().append(text, style)


def state_text(state: State) -> Text:
    """A state with its mark."""
    mark = STATES[state]
    return styled(f"{mark.sign} {state.value}", mark.style)


def quoted(words: str, cells: int) -> str:
    """Words in quotation marks, cut to so many cells; nothing is `leave it out`.

    What has curved quotation marks in it stands in straight ones.
    """
    if not words:
        return LEFT_OUT
    left, right = quotation(words)
    return f"{left}{shorten(words, max(_LEAST, cells - 2))}{right}"


def numbered(alternative: Alternative | None, cells: int) -> Text:
    """`2 “decide on”`: an alternative by its number and its words."""
    if alternative is None:
        return Text("?")
    text = styled(str(alternative.number), "bold")
    label = f"{alternative.label}: " if alternative.label else ""
    return text.append(f" {label}{quoted(alternative.text, cells - 2 - cell_len(label))}")


def in_short(choice: Choice, wordings: tuple[Alternative, ...], cells: int) -> Text:
    """What a choice is between, in so many cells; the signs are those of `negotext.query.in_short`."""
    text = Text()
    for part in parts(choice, wordings, cells, cells=cell_len, cut=shorten, least=_LEAST):
        text.append(part.text, _STYLES[part.role])
    text.truncate(cells, overflow="ellipsis")
    return text


def decided(decision: Decision, choice: Choice, cells: int) -> Text:
    """What a decision chose: `2 “decide on”`, or the chair's words."""
    if decision.text is not None:
        made = f" from {', '.join(map(str, decision.sources))}" if decision.sources else ""
        return Text(quoted(decision.text, cells)).append(f" (merged{made})", palette.DIM)
    if decision.alternative is None:
        return Text()
    return numbered(choice.alternative(decision.alternative), cells)


def only(codes: Sequence[str]) -> str:
    """`only RU`, or `RU, IR`."""
    return f"only {codes[0]}" if len(codes) == 1 else ", ".join(codes)
