"""Blocks: the layout units of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .span import Span


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    OPTION = "option"
    STATEMENT = "statement"
    CHAIR = "chair"
    NOTE = "note"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together. The blocks of a draft, in order, cover its text without gaps.

    A block begins with a line, but for the first option of a paragraph (`16. [Option 1: ...`): it begins behind the
    number, which is a block without words.

    Attributes:
        kind: what it is. An unnumbered paragraph is a `PARAGRAPH` with an empty label.
        span: all its lines, with the blank lines that follow them.
        body: where its words begin, after bullet, label and opening white space.
        label: its own label as printed (`5`, `(b)`, `Option 2`, `A`), or empty; a footnote number that was run
            into it is left out.
        paragraph: address of the numbered paragraph it stands under (`5`, `C10(1)`, `A`), or empty.
        continues: whether it goes on with the paragraph that a page break or a footnote interrupted.
    """

    kind: BlockKind
    span: Span
    body: int
    label: str = ""
    paragraph: str = ""
    continues: bool = False
