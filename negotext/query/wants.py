"""Who wants what, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from negotext.model import Draft, Position

from .addresses import addresses


@dataclass(frozen=True, slots=True)
class ParagraphWants:
    """The positions on one paragraph.

    Attributes:
        paragraph: its address; empty for what stands outside numbered paragraphs.
        positions: in the order of the text.
    """

    paragraph: str
    positions: tuple[Position, ...]


def by_paragraph(draft: Draft, positions: Iterable[Position]) -> list[ParagraphWants]:
    """`positions` of `draft` by the paragraph they are about, in the order of the paragraphs."""
    groups: dict[str, list[Position]] = {address: [] for address in ("", *addresses(draft))}
    for position in positions:
        groups.setdefault(position.paragraph, []).append(position)
    return [ParagraphWants(address, tuple(held)) for address, held in groups.items() if held]


def most_contested(draft: Draft) -> str | None:
    """The address of the paragraph on which most delegations take a position, the first of equals.

    None where no position stands under an address.
    """
    groups = [group for group in by_paragraph(draft, draft.positions) if group.paragraph]
    if not groups:
        return None
    return max(groups, key=lambda group: len({position.delegation for position in group.positions})).paragraph
