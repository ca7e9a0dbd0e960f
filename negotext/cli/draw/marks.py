"""Marks of sides and states, and a choice in few words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from negotext.model import Alternative, Choice, ChoiceKind, Decision, Side, State

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
LEFT_OUT = "leave it out"
_CURVED = re.compile("[“”„«»]")
_LEAST = 8
_JOINTS = {ChoiceKind.REPLACEMENT: " → ", ChoiceKind.PASSAGE: " ⇒ ", ChoiceKind.OPTIONS: " ‖ "}


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
    left, right = ('"', '"') if _CURVED.search(words) else ("“", "”")
    return f"{left}{shorten(words, max(_LEAST, cells - 2))}{right}"


def numbered(alternative: Alternative | None, cells: int) -> Text:
    """`2 “decide on”`: an alternative by its number and its words."""
    if alternative is None:
        return Text("?")
    text = styled(str(alternative.number), "bold")
    label = f"{alternative.label}: " if alternative.label else ""
    return text.append(f" {label}{quoted(alternative.text, cells - 2 - cell_len(label))}")


def in_short(choice: Choice, wordings: tuple[Alternative, ...], cells: int) -> Text:
    """What a choice is between, in so many cells.

    `+ words` are offered, `[words]` in or out, `1 a → 2 b` a replacement, `1 a | 2 b` rivals; a paragraph as a
    whole has `⇒`, numbered options `‖`.
    """
    if len(wordings) == 1 and choice.base == 0:
        return styled("+ ", "green").append(shorten(wordings[0].text, max(_LEAST, cells - 2)), "green")
    if len(wordings) == 1 and choice.kind is not ChoiceKind.PASSAGE:
        return Text(f"[{shorten(wordings[0].text, max(_LEAST, cells - 2))}]")
    joint = _JOINTS.get(choice.kind, " | ")
    if len(wordings) == 1:
        return styled("¶ ", palette.DIM).append(shorten(wordings[0].text, max(_LEAST, cells - 2)))
    text = Text()
    shares = _shares([cell_len(each.text) + 2 for each in wordings], cells - (len(wordings) - 1) * cell_len(joint))
    for each, share in zip(wordings, shares, strict=True):
        if text:
            text.append(joint, palette.DIM)
        text.append(f"{each.number} ", palette.DIM)
        text.append(shorten(each.text or LEFT_OUT, share - 2), "" if each.number == choice.base else "green")
    text.truncate(cells, overflow="ellipsis")
    return text


def _shares(wanted: list[int], cells: int) -> list[int]:
    """So many cells for each that what the short ones leave goes to the long ones."""
    shares = [0] * len(wanted)
    left = max(cells, _LEAST * len(wanted))
    for rank, index in enumerate(sorted(range(len(wanted)), key=lambda each: wanted[each])):
        shares[index] = max(1, min(wanted[index], left // (len(wanted) - rank)))
        left -= shares[index]
    return [max(_LEAST, share) for share in shares]


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
