"""A paper as one HTML file that needs nothing else: no script, no picture, no font, no address to fetch from.

What a colour says is said by a line, a weight or words as well, so that it can be printed in black and white. Each
paragraph has its language and direction; numbered paragraphs and places have their addresses as anchors (`#5`,
`#5:2`). Remarks stand beside their paragraph, or below it where the page is narrow. Not a character of the paper
becomes markup, and bidi controls of a draft end with the words they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from negotext.paper.facts import facts, title_apart
from negotext.paper.values import (
    Block,
    Cell,
    Change,
    Edge,
    Inline,
    Kind,
    Note,
    NoteMark,
    Paper,
    Paragraph,
    Remark,
    Revision,
    Role,
    Run,
    Table,
)

from .anchors import Anchors
from .look import delegation_style, style_sheet
from .plain import writable

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_TAGS = {Change.INSERTED: "ins", Change.DELETED: "del"}
# Nothing is loaded and nothing runs, whatever a draft says: browsers are told so, too.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def to_html(paper: Paper) -> str:
    """The paper as an HTML document, ending in a line end; the same for the same paper."""
    return "\n".join(_Page(paper).lines()) + "\n"


class _Page:
    """One document while it is written."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._remarks = {remark.key: (number, remark) for number, remark in enumerate(paper.remarks, 1)}
        self._anchors = Anchors()

    def lines(self) -> Iterator[str]:
        paper = self._paper
        title = paper.front.title or paper.front.symbol or "negotext"
        yield "<!DOCTYPE html>"
        yield f"<html{_tongue(paper.language)}>"
        yield '<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="generator" content="negotext">'
        if paper.author:
            yield f'<meta name="author" content="{_words(paper.author)}">'
        if paper.created:
            yield f'<meta name="date" content="{_words(paper.created)}">'
        yield f"<title>{_words(title)}</title>\n<style>{style_sheet()}</style>\n</head>"
        yield f'<body class="{paper.style.value}">\n<main>'
        yield from _front(paper)
        yield "<article>"
        for block in paper.body:
            yield from self._block(block)
        yield from self._notes(paper.notes)
        yield "</article>"
        if paper.annex:
            yield '<section class="annex">'
            for block in paper.annex:
                yield from self._block(block)
            yield "</section>"
        yield "</main>\n</body>\n</html>"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Table):
            if block.rows:
                yield from self._table(block)
            return
        tag = _tag(block)
        anchor = self._anchors.fixed(block.address)
        classes = block.kind.value + (f" level-{block.level}" if block.kind is Kind.ITEM else "")
        inside = self._inlines(block.content) + (_change(block.revision, "", "mark") if block.revision else "")
        words = f'<{tag}{anchor} class="{classes}"{_tongue(block.language)}>{inside}</{tag}>'
        beside = [*self._beside(block.content), *_changes(block)]
        if not beside:
            yield f'<div class="row">{words}</div>'
            return
        yield f'<div class="row">{words}\n<aside>'
        yield from beside
        yield "</aside></div>"

    def _inlines(self, content: Iterable[Inline]) -> str:
        return "".join(map(self._inline, content))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Run():
                return _run(inline)
            case NoteMark():
                called = _words(inline.number)
                anchor = self._anchors.fixed(f"call-{inline.number}")
                call = f'<sup class="call"><a href="#note-{called}"{anchor}>{called}</a></sup>'
                return _change(inline.revision, call) if inline.revision else call
            case Edge() if inline.opens:
                return f'<a class="place"{self._anchors.fixed(inline.key)}></a>'
            case _:
                if inline.key not in self._remarks:
                    return ""
                number, _ = self._remarks[inline.key]
                # The number is drawn by the style sheet: whoever copies the text copies the text.
                place = f'title="{_words(inline.key)}" data-number="{number}"'
                return f'<a class="about" href="#remark-{number}" {place}></a>'

    def _beside(self, content: Iterable[Inline]) -> Iterator[str]:
        """The remarks on the places that end here."""
        for inline in content:
            if isinstance(inline, Edge) and not inline.opens and inline.key in self._remarks:
                number, remark = self._remarks[inline.key]
                yield _remark(number, remark)

    def _notes(self, notes: Sequence[Note]) -> Iterator[str]:
        if not notes:
            return
        yield '<section class="notes">'
        for note in notes:
            number = _words(note.number)
            back = f'<a href="#call-{number}" class="number">{number}</a>'
            yield f"<p{self._anchors.fixed(f'note-{note.number}')}{_tongue(self._paper.language)}>{back} "
            yield f'<span class="words">{self._inlines(note.content)}</span></p>'
        yield "</section>"

    def _table(self, table: Table) -> Iterator[str]:
        turned = ' class="turned"' if table.turned else ""
        yield f'<div class="wide"><table{turned}{_tongue(table.language)}>'
        total = sum(table.widths) or 1
        yield "<colgroup>" + "".join(f'<col style="width:{width / total:.1%}">' for width in table.widths)
        yield "</colgroup>"
        for number, row in enumerate(table.rows):
            tag = "td" if number else "th"
            cells = "".join(self._cell(cell, tag) for cell in row)
            yield f"<tr>{cells}</tr>" if number else f"<thead><tr>{cells}</tr></thead>\n<tbody>"
        yield "</tbody></table></div>"

    def _cell(self, cell: Cell, tag: str) -> str:
        shade = f' class="{_words(cell.shade)}"' if cell.shade else ""
        paragraphs = [self._inlines(each) for each in cell.content]
        inside = paragraphs[0] if len(paragraphs) == 1 else "".join(f"<p>{each}</p>" for each in paragraphs)
        scope = ' scope="col"' if tag == "th" else ""
        return f"<{tag}{scope}{shade}><div>{inside}</div></{tag}>"


def _front(paper: Paper) -> Iterator[str]:
    front = paper.masthead
    told = [("symbol", front.symbol), *(("fact", fact) for fact in facts(front, paper.language))]
    head = [
        f'<p class="{kind}" dir="auto">{_words(text)}</p>' for kind, text in (*told, ("agenda", front.agenda)) if text
    ]
    if head:
        yield f"<header>{''.join(head)}</header>"
    if title := title_apart(paper):
        yield f'<h1 class="title" dir="auto">{_words(title)}</h1>'


def _tag(paragraph: Paragraph) -> str:
    match paragraph.kind:
        case Kind.TITLE:
            return "h1"
        case Kind.HEADING | Kind.PART:
            return f"h{min(paragraph.level + 1, 6)}"
        case Kind.CAPTION:
            return "h2"
        case _:
            return "p"


def _run(run: Run) -> str:
    words = _words(run.text)
    if _BIDI.search(run.text):
        words = f"<bdi>{words}</bdi>"
    if run.role is not Role.TEXT or run.delegation:
        depth = f" depth-{min(run.depth, 4)}" if run.role is Role.BRACKET and run.depth else ""
        style = delegation_style(run.role, run.delegation) if run.delegation else ""
        words = f'<span class="{run.role.value}{depth}"{style}>{words}</span>'
    return _change(run.revision, words) if run.revision else words


def _change(revision: Revision, words: str, look: str = "") -> str:
    tag = _TAGS[revision.change]
    when = f' datetime="{_words(revision.date)}"' if revision.date else ""
    who = f' title="{_words(_by(revision))}"'
    kind = f' class="{look}"' if look else ""
    return f"<{tag}{kind}{when}{who}>{words}</{tag}>"


def _changes(paragraph: Paragraph) -> Iterator[str]:
    """Who changed the paragraph, and when: the margin of a word processor."""
    revisions = [None if isinstance(inline, Edge) else inline.revision for inline in paragraph.content]
    revisions.append(paragraph.revision)
    for told in dict.fromkeys(_by(revision) for revision in revisions if revision):
        yield f'<p class="by">{_words(told)}</p>'


def _by(revision: Revision) -> str:
    return ", ".join(filter(None, (revision.author, _moment(revision.date))))


def _moment(date: str) -> str:
    """`2026-11-21 10:00 UTC`."""
    day, _, time = date.partition("T")
    return f"{day} {time[:5]} UTC" if time.endswith("Z") else date


def _remark(number: int, remark: Remark) -> str:
    first, *rest = remark.paragraphs or (remark.key,)
    told = "".join(f'<p dir="auto">{_words(paragraph)}</p>' for paragraph in rest)
    by = _words(", ".join(filter(None, (remark.author, _moment(remark.date)))))
    head = f'<summary title="{by}">{number}. <span dir="auto">{_words(first)}</span></summary>'
    return f'<details id="remark-{number}" open>{head}{told}</details>'


def _tongue(language: str) -> str:
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    return f' lang="{_words(language)}" dir="{direction}"'


def _words(text: str) -> str:
    return escape(writable(text))
