"""Addresses: the paragraph each block stands under, as people say it.

`5`, `12(b)`, `OP7 bis`, `A` for a section heading, `C10(1)` inside a chair's alternative to paragraph 10.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from negotext.model import Block, BlockKind

_LEADING = re.compile(r"\d+")
_ARTICLE = re.compile(r"[^\W\d_]{3,}\s|第")
_ROMAN = re.compile(r"[ivx]+\Z")
# Words inserted as a heading: a short quotation without a full stop, alone in its bracket line.
_HEADING_BRACKET = re.compile(r"\s*[\[［]\s*[“\"«][^”\"»。.]{1,40}[”\"»][^。.]{0,60}[\]］]\s*\Z")


@dataclass(slots=True)
class _Items:
    """Open levels of sub-items, outermost first, each with its style."""

    levels: list[tuple[str, str]]

    def enter(self, label: str) -> None:
        token = label.strip("()").split(")")[0].split(" ")[0]
        style = self._style(token)
        for depth, (known, _) in enumerate(self.levels):
            if known == style:
                del self.levels[depth:]
                break
        self.levels.append((style, label))

    def _style(self, token: str) -> str:
        if token.isdecimal():
            return "digit"
        follows = any(style == "letter" and label.strip("()")[:1] == chr(ord(token[0]) - 1) for style, label in self.levels)
        if _ROMAN.match(token) and not follows and (token != "i" or True) and token not in ("c", "d"):
            return "roman"
        return "letter" if token.isascii() else "han"

    @property
    def suffix(self) -> str:
        return "".join(label for _, label in self.levels)


class _Numbering:
    """State of the numbering while going through the blocks."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.section = ""
        self.article = ""
        self.main = ""
        self.chair = False
        self.inner = ""
        self.items = _Items([])
        self.voice = False  # whether a delegation's statement has begun under the paragraph
        self.last = ""

    def run(self) -> tuple[Block, ...]:
        numbered: list[Block] = []
        for index, block in enumerate(self.blocks):
            if block.continues:
                numbered.append(replace(block, paragraph=self.last))
                continue
            address = self._address(index, block)
            if block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
                self.last = address
            numbered.append(replace(block, paragraph=address))
        return tuple(numbered)

    def _address(self, index: int, block: Block) -> str:
        match block.kind:
            case BlockKind.HEADING if block.label:
                self._enter_section(block.label)
            case BlockKind.CHAIR:
                self.chair, self.inner, self.voice = True, "", False
                self.items.levels.clear()
                following = self._next_number(index + 1)
                if following is not None and self._is_inner(following[0], following[1]):
                    return f"C{following[1]}"
            case BlockKind.PARAGRAPH if block.label:
                self._enter_paragraph(index, block.label)
                return self._here() + self.items.suffix
            case BlockKind.ITEM if block.label and not self.voice:
                self.items.enter(block.label)
                return self._here() + self.items.suffix
            case BlockKind.STATEMENT:
                self.voice = True
            case BlockKind.PARAGRAPH if self._heads_next(index, block):
                following = self._next_number(index + 1)
                return following[1] if following else self._here()
            case BlockKind.PARAGRAPH if not self.voice and self.items.levels and self._inside(block):
                return self._here() + self.items.suffix
        return self._here()

    def _inside(self, block: Block) -> bool:
        return not self.text[block.body : block.span.end].lstrip().startswith(("[", "［"))

    def _here(self) -> str:
        if self.chair:
            return f"C{self.inner or self.main}"
        return self.main or self.article or self.section

    def _enter_section(self, label: str) -> None:
        self.section, self.main, self.article = label, "", ""
        self._leave_chair()

    def _leave_chair(self) -> None:
        self.chair, self.inner, self.voice = False, "", False
        self.items.levels.clear()

    def _enter_paragraph(self, index: int, label: str) -> None:
        number, _, item = label.partition("(")
        if _ARTICLE.match(label) and not label[0].isdigit():
            self._leave_chair()
            self.article, self.main = label, ""
            return
        if self.chair and self._is_inner(index, number):
            self.inner, self.voice = number, False
            self.items.levels.clear()
        else:
            self._leave_chair()
            self.main = f"{self.article}.{number}" if self.article and number[:1].isdigit() else number
        if item:
            self.items.enter(f"({item}")

    def _is_inner(self, index: int, number: str) -> bool:
        """Whether a numbered paragraph after the chair's heading still belongs to the chair's text.

        The first one does, unless it simply goes on with the draft; a later one does when the same number
        comes again further down, because the draft's own paragraph is still to come.
        """
        value, main = _value(number), _value(self.main)
        if not self.inner:
            return value is None or main is None or value != main + 1 or self._recurs(index, value)
        inner = _value(self.inner)
        if value is None or inner is None or main is None:
            return True
        if value == inner + 1:
            return value != main + 1 or self._recurs(index, value)
        return value != main + 1 and value == inner

    def _recurs(self, index: int, value: int) -> bool:
        """Whether the number comes again before the next section."""
        for block in self.blocks[index + 1 : index + 200]:
            if block.kind is BlockKind.HEADING and block.label:
                return False
            if block.kind is BlockKind.PARAGRAPH and _value(block.label) == value:
                return True
        return False

    def _next_number(self, index: int) -> tuple[int, str] | None:
        for offset, block in enumerate(self.blocks[index : index + 3]):
            if block.kind is BlockKind.PARAGRAPH and _LEADING.match(block.label):
                return index + offset, block.label.partition("(")[0]
            if block.kind is BlockKind.CHAIR:
                return None
        return None

    def _heads_next(self, index: int, block: Block) -> bool:
        if not _HEADING_BRACKET.match(self.text[block.span.start : block.span.end]):
            return False
        following = self.blocks[index + 1 : index + 2]
        return bool(following) and following[0].kind is BlockKind.PARAGRAPH and bool(_LEADING.match(following[0].label))


def _value(label: str) -> int | None:
    match = _LEADING.search(label.rpartition(".")[2] or label)
    return int(match.group()) if match else None


def number_blocks(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """The same blocks with the address of the paragraph each stands under."""
    return _Numbering(text, blocks).run()
