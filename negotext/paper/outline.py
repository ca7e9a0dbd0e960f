"""The paragraphs of a draft: its blocks, joined where a page cut them, with the kind and level of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotext.blocks.items import Items
from negotext.model import Block, BlockKind, Draft, Span

from .head import Heads
from .values import Kind

_KINDS = {
    BlockKind.HEADING: Kind.HEADING,
    BlockKind.PARAGRAPH: Kind.PARAGRAPH,
    BlockKind.ITEM: Kind.ITEM,
    BlockKind.OPTION: Kind.OPTION,
    BlockKind.STATEMENT: Kind.STATEMENT,
    BlockKind.CHAIR: Kind.CHAIR,
    BlockKind.NOTE: Kind.NOTE,
    BlockKind.FOOTNOTE: Kind.NOTE,
}
# What may stand in front of a label, and is no part of it.
_LEAD = re.compile(r"[\s\[［*_{｛]*")
_BRACKETS = re.compile(r"[\s\[［]*")
_ROMAN = re.compile(r"[IVX]{2,}\Z")
# A longer one has an attribution in front of it (characters).
_LONGEST = 30
# Word knows nine levels of headings.
_DEEPEST = 9
_NOTHING = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Outlined:
    """One paragraph, before its words are set.

    Attributes:
        kind: see `Kind`.
        span: all its lines; page furniture and footnotes may lie in it.
        label: of the label as printed with its punctuation; empty (start = end) where it has none.
        level: of headings from 1, of items from 1.
        address: of the numbered paragraph it belongs to.
        language: of its words.
        gap: of a line of the head, the white space in front of its right column; empty where it has none.
        below: keys of the footnotes that are printed behind it.
    """

    kind: Kind
    span: Span
    label: Span
    level: int
    address: str
    language: str
    gap: Span = _NOTHING
    below: tuple[str, ...] = ()


def outline(draft: Draft, apart: Sequence[Span] | None = None) -> Iterator[Outlined]:
    """The paragraphs of a draft in order.

    Args:
        draft: as read.
        apart: blocks that are no paragraphs; when None, what belongs to the page and all footnotes.
    """
    if apart is None:
        apart = [block.span for block in draft.blocks if block.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE)]
    levels = _Levels()
    titled = False
    heads = Heads(draft)
    for blocks in _grouped(draft, {span.start for span in apart}):
        first = blocks[0]
        label = _label(draft.source.text, first)
        kind = _KINDS[first.kind]
        if kind is Kind.HEADING and not first.label and not levels:
            if first.span.start < heads.title:
                kind = Kind.HEAD  # the symbol, or the name of an organ
            elif not titled and heads.title < 0:
                kind = Kind.TITLE
                titled = True
        level = 0 if kind in (Kind.TITLE, Kind.HEAD) else levels.of(first)
        span = Span(first.span.start, blocks[-1].span.end)
        lines = heads.lines(first) if len(blocks) == 1 else ()
        for line in lines:
            none = Span(line.start, line.start)
            role = Kind.TITLE if line.start == heads.title else Kind.HEAD
            yield Outlined(role, line, none, 0, "", draft.language_at(first.body), heads.gap(line))
        if lines:
            continue
        yield Outlined(kind, span, label, level, first.paragraph, draft.language_at(first.body))


def _grouped(draft: Draft, apart: set[int]) -> Iterator[list[Block]]:
    """The blocks of each paragraph.

    A number without words goes with the option in its line, `16. [Option 1: …`, or with the words below it.
    """
    group: list[Block] = []
    for block in draft.blocks:
        if block.span.start in apart:
            continue
        if group and (block.continues or _in_line(draft.source.text, block) or _bare(draft, group[-1], block)):
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


def _in_line(text: str, block: Block) -> bool:
    return block.kind is BlockKind.OPTION and block.span.start > 0 and text[block.span.start - 1] != "\n"


def _bare(draft: Draft, before: Block, block: Block) -> bool:
    """Whether a block is the words of a label that stands above it, with the end of a page between them."""
    if block.kind is not BlockKind.PARAGRAPH or block.label or before.kind not in (BlockKind.ITEM, BlockKind.OPTION):
        return False
    return before.body > before.span.start and not draft.source.text[before.body : before.span.end].strip()


def _label(text: str, block: Block) -> Span:
    """Where the label is printed with its punctuation: behind brackets, or an attribution, in front of it."""
    head = text[block.span.start : block.body].rstrip()
    named = list(re.finditer(rf"(?<![^\W_]){re.escape(block.label)}", head)) if block.label else []
    if named:
        start = named[-1].start()
    else:
        lead = _LEAD.match(head)
        start = lead.end() if lead else 0
        if start == len(head):
            brackets = _BRACKETS.match(head)  # a bullet may be an asterisk
            start = brackets.end() if brackets else 0
        if len(head) - start > _LONGEST:
            start = head.rfind(" ") + 1
    return Span(block.span.start + start, block.span.start + max(start, len(head)))


class _Levels:
    """Levels of headings, told from how their labels look, and of items."""

    def __init__(self) -> None:
        self._styles: list[str] = []
        self._items = Items()

    def __bool__(self) -> bool:
        return bool(self._styles)

    def of(self, block: Block) -> int:
        """The level of the next block."""
        match block.kind:
            case BlockKind.HEADING:
                self._items.clear()
                return self._heading(_style(block.label))
            case BlockKind.ITEM:
                if not block.label:
                    return self._items.depth + 1
                self._items.enter(block.label)
                return self._items.depth
            case BlockKind.PARAGRAPH if block.label:
                self._items.clear()
        return 0

    def _heading(self, style: str) -> int:
        """A style seen before closes what was opened under it."""
        if style in self._styles:
            del self._styles[self._styles.index(style) + 1 :]
        else:
            self._styles.append(style)
        return min(len(self._styles), _DEEPEST)


def _style(label: str) -> str:
    """What labels of one level have in common: the word in front of the number, or the kind of number."""
    if not label:
        return ""
    if word := re.match(r"[^\W\d_]{3,}(?=\s)", label):
        return word.group().lower()
    if label.isdecimal() or label[:1].isdigit():
        return f"digit{label.count('.')}"
    if _ROMAN.match(label):
        return "roman"
    return "letter" if label.isascii() else "other"
