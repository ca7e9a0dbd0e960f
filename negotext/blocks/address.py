"""Addresses: the paragraph each block stands under, as people say it.

`5`, `12(b)`, `OP7 bis`, `A` for a section heading, `C10(1)` inside a chair's alternative to paragraph 10.
"""

from __future__ import annotations

import re
from dataclasses import replace

from negotext.model import Block, BlockKind

from .glued import unglue_footnotes
from .items import Items

_LEADING = re.compile(r"\d+")
_ARTICLE = re.compile(r"[^\W\d_]{3,}\s|第")
_LAST_NUMBER = re.compile(r"\d+\Z")
_NUMBER_AND_ITEM = re.compile(r"(?P<number>.+?)(?P<item>\(\w{1,4}\).*)?\Z")
# Options within an item: the item goes on after them.
_INNER_OPTION = re.compile(r".*\([ivx]+\)\Z")
# Words inserted as a heading: a short quotation without a full stop, alone in its bracket line.
_HEADING_BRACKET = re.compile(r"\s*[\[［]\s*[“”„\"«][^“”\"»。.]{1,40}[”“\"»][^。.]{0,60}[\]］]\s*\Z")
# What may follow the full stop or the semicolon that ends an item.
_CLOSERS = ' \t\r\n\f)）]］”"’»'
_FULL_STOPS = (".", "。", ";", "；", "؛", "!", "！", "?", "？", "؟")
_LOOK_AHEAD = 200


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
        self.items = Items()
        self.unfinished = False  # whether the item before says that more of it is to come
        self.voice = False  # whether a delegation's own line has begun under the paragraph
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
                self.unfinished = self._unfinished(block)
            numbered.append(replace(block, paragraph=address))
        return tuple(numbered)

    def _address(self, index: int, block: Block) -> str:
        match block.kind:
            case BlockKind.HEADING if block.label:
                self._enter_section(block.label)
            case BlockKind.CHAIR:
                self.chair, self.inner, self.voice = True, "", False
                self.items.clear()
                following = self._next_number(index + 1)
                if following is not None and self._is_inner(following[0], following[1]):
                    return f"C{following[1]}"
            case BlockKind.PARAGRAPH if block.label:
                self._enter_paragraph(index, block.label)
                return self._here() + self.items.suffix
            case BlockKind.ITEM if block.label and (not self.voice or self.items.continues(block.label)):
                self.items.enter(block.label)
                self.voice = False
                return self._here() + self.items.suffix
            case BlockKind.OPTION if not self.voice and not _INNER_OPTION.match(block.label):
                self.items.clear()
            case BlockKind.STATEMENT if self.text[block.span.start : block.body + 1].lstrip()[:1] not in ("[", "［"):
                self.voice = True
            case BlockKind.PARAGRAPH if self._heads_next(index, block):
                following = self._next_number(index + 1)
                return following[1] if following else self._here()
            case BlockKind.PARAGRAPH | BlockKind.ITEM | BlockKind.OPTION if not self.voice and self._inside(block):
                return self._here() + self.items.suffix
        return self._here()

    def _inside(self, block: Block) -> bool:
        """Whether words without a label of their own still belong to the item before them."""
        return bool(self.items) and (self.unfinished or block.kind is BlockKind.OPTION)

    def _unfinished(self, block: Block) -> bool:
        """Whether a block leaves its item open: it ends in a colon, or is a bullet below such a one."""
        if block.kind is BlockKind.ITEM and not block.label:
            return self.unfinished
        return not self.text[block.body : block.span.end].rstrip(_CLOSERS).endswith(_FULL_STOPS)

    def _here(self) -> str:
        if self.chair:
            return f"C{self.inner or self.main}"
        return self.main or self.article or self.section

    def _enter_section(self, label: str) -> None:
        self.section, self.main, self.article = label, "", ""
        self._leave_chair()

    def _leave_chair(self) -> None:
        self.chair, self.inner, self.voice = False, "", False
        self.items.clear()

    def _enter_paragraph(self, index: int, label: str) -> None:
        if _ARTICLE.match(label):
            self._leave_chair()
            self.article, self.main = label, ""
            return
        number, item = _split(label)
        if self.chair and self._is_inner(index, number):
            self.inner, self.voice = number, False
            self.items.clear()
        else:
            self._leave_chair()
            self.main = self._in_article(number)
        if item:
            self.items.enter(item)

    def _in_article(self, number: str) -> str:
        """The address of a paragraph of the present article: `Article 3.2`, and `Rule 6.1` where it is printed so."""
        if not self.article or not number[:1].isdigit():
            return number
        series, last = _split_number(self.article)
        return f"{series}{number}" if last and number.startswith(f"{last}.") else f"{self.article}.{number}"

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
        for block in self.blocks[index + 1 : index + _LOOK_AHEAD]:
            if block.kind is BlockKind.HEADING and block.label:
                return False
            if block.kind is BlockKind.PARAGRAPH and _value(block.label) == value:
                return True
        return False

    def _next_number(self, index: int) -> tuple[int, str] | None:
        for offset, block in enumerate(self.blocks[index : index + 3]):
            if block.kind is BlockKind.PARAGRAPH and _LEADING.match(block.label):
                return index + offset, _split(block.label)[0]
            if block.kind in (BlockKind.CHAIR, BlockKind.HEADING):
                return None
        return None

    def _heads_next(self, index: int, block: Block) -> bool:
        if not _HEADING_BRACKET.match(self.text[block.span.start : block.span.end]):
            return False
        following = self.blocks[index + 1 : index + 2]
        return bool(following) and following[0].kind is BlockKind.PARAGRAPH and bool(_LEADING.match(following[0].label))


def _split(label: str) -> tuple[str, str]:
    """The number and the item of a label such as `10(1)`."""
    match = _NUMBER_AND_ITEM.match(label)
    return (match["number"], match["item"] or "") if match else (label, "")


def _split_number(article: str) -> tuple[str, str]:
    """An article's label before its last number, and that number: `Rule `, `6`."""
    match = _LAST_NUMBER.search(article)
    return (article[: match.start()], match.group()) if match else (article, "")


def _value(label: str) -> int | None:
    match = _LEADING.search(label.rpartition(".")[2] or label)
    return int(match.group()) if match else None


def number_blocks(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """The same blocks with the address of the paragraph each stands under."""
    return _Numbering(text, unglue_footnotes(text, blocks)).run()
