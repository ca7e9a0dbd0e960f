"""A paper as Markdown: CommonMark with tables and footnotes as pandoc and GitHub have them, and CriticMarkup.

Every word of the paper stays that word: what Markdown would take for a list, a heading, a link or emphasis is
escaped, so a label such as `5.` or `(a)` is shown as printed and never counted anew. Tracked changes are
`{++put in++}` and `{--taken out--}`, remarks `{>>who: what<<}` behind the place they are about. Where two paragraphs
run together once a change is settled, the change holds the blank line between them, as CriticMarkup has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from negotext.paper.facts import facts, title_apart
from negotext.paper.values import (
    Block,
    Cell,
    Change,
    Edge,
    Inline,
    Kind,
    NoteMark,
    Paper,
    Paragraph,
    Remark,
    Revision,
    Run,
    Table,
)

from .plain import writable

# Every character that means something in the middle of a line to CommonMark, GitHub, pandoc or CriticMarkup.
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>&~^|$@#]")
# And those that do where a paragraph begins: a label with its point or parenthesis, or any mark.
_LABEL = re.compile(r"([0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9})([.)])")
_OPENING = re.compile(r"""[!"%'()+,\-./:;=?]""")
# What may be the number of a label whose point stands in the next run.
_NUMBER = re.compile(r"\s*([0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9})")
_RULE = re.compile("-(?=-)|(?<=-)-")

_MARKS = {Change.INSERTED: ("{++", "++}"), Change.DELETED: ("{--", "--}")}


def to_markdown(paper: Paper) -> str:
    """The paper as Markdown, ending in a line end; the same for the same paper."""
    remarks = {remark.key: remark for remark in paper.remarks}
    chunks = [*_front(paper), *_blocks(paper.body, remarks)]
    if paper.annex:
        chunks += ["* * *", *_blocks(paper.annex, {})]
    for note in paper.notes:
        chunks.append(f"[^{_number(note.number)}]: {_inlines(note.content, remarks).rstrip()}")
    return "\n\n".join(filter(None, chunks)) + "\n"


def escaped(text: str, *, starts: bool = False) -> str:
    """Words that Markdown shows as they are.

    Args:
        text: without line ends.
        starts: whether a paragraph begins with it.
    """
    text = _RULE.sub(r"\-", _SPECIAL.sub(r"\\\g<0>", writable(text)))
    if not starts:
        return text
    stripped = text.lstrip(" \t")
    margin = "".join("&#9;" if space == "\t" else "&#32;" for space in text[: len(text) - len(stripped)])
    if label := _LABEL.match(stripped):
        stripped = f"{label[1]}\\{label[2]}{stripped[label.end() :]}"
    elif _OPENING.match(stripped):
        stripped = f"\\{stripped}"
    return margin + stripped


def _front(paper: Paper) -> Iterator[str]:
    front = paper.masthead
    # A hard line break keeps the lines of the head together.
    lines = filter(None, (front.symbol, *facts(front, paper.language), front.agenda))
    yield "\\\n".join(escaped(line.strip(), starts=True) for line in lines)
    if title := title_apart(paper):
        yield f"# {escaped(title, starts=True)}"


def _blocks(blocks: Iterable[Block], remarks: dict[str, Remark]) -> Iterator[str]:
    """One chunk for each block; paragraphs that a tracked change may run together are one."""
    held = ""
    lines: list[str] = []  # of the head: a hard line break keeps them together
    for block in blocks:
        if isinstance(block, Paragraph) and _is_head_line(block) and not held:
            lines.append(_inlines(block.content, remarks).replace("\t", "&emsp;").rstrip())
            continue
        yield "\\\n".join(lines)
        lines = []
        if isinstance(block, Table):
            yield from filter(None, (held, _table(block)))
            held = ""
            continue
        mark = block.revision
        words = _inlines(block.content, remarks)
        lead = "" if held or not words else _lead(block)
        if mark is None:
            yield (held + lead + words).rstrip()
            held = ""
        elif not held and _whole(block, mark):
            # The sign of a heading comes and goes with its words; the empty line that is left says nothing.
            opens, closes = _MARKS[mark.change]
            yield f"{opens}{lead}{words.removeprefix(opens)}" if lead else words
        else:
            opens, closes = _MARKS[mark.change]
            held += f"{lead}{words}{opens}\n\n{closes}"
    yield "\\\n".join(lines)
    if held:
        yield held


def _is_head_line(paragraph: Paragraph) -> bool:
    """Whether it has words of the head that stay: a line that may go would leave its line break behind."""
    stays = paragraph.revision is None and not any(map(_change, paragraph.content))
    return paragraph.kind is Kind.HEAD and stays and bool(paragraph.text.strip())


def _whole(paragraph: Paragraph, mark: Revision) -> bool:
    """Whether all words of a paragraph come or go with its end."""
    return all(_change(inline) is mark.change for inline in paragraph.content if not isinstance(inline, Edge))


def _lead(paragraph: Paragraph) -> str:
    match paragraph.kind:
        case Kind.TITLE:
            return "# "
        case Kind.HEADING | Kind.PART:
            return "#" * min(paragraph.level + 1, 6) + " "
        case Kind.CAPTION:
            return "### "
        case _:
            return ""


def _inlines(content: Iterable[Inline], remarks: dict[str, Remark], *, starts: bool = True) -> str:
    """The words of a paragraph with its changes, note marks and remarks; `starts` where it begins a line."""
    parts: list[str] = []
    numbered = False
    for change, inlines in groupby(content, _change):
        opens, closes = _MARKS[change] if change else ("", "")
        parts.append(opens)
        for inline in inlines:
            match inline:
                case Run():
                    words = escaped(inline.text, starts=starts)
                    # A number and the point behind it are a label, too, where they are two runs.
                    parts.append(f"\\{words}" if numbered and words[0] in ".)" else words)
                    numbered = (starts or numbered) and bool(_NUMBER.fullmatch(inline.text))
                    # Behind words that may go a line may still begin.
                    starts = starts and change is not None
                case NoteMark():
                    parts.append(f"[^{_number(inline.number)}]")
                    starts = starts and change is not None
                case Edge() if not inline.opens and inline.key in remarks:
                    parts.append(_remark(remarks[inline.key]))
        parts.append(closes)
    return "".join(parts)


def _change(inline: Inline) -> Change | None:
    return None if isinstance(inline, Edge) or inline.revision is None else inline.revision.change


def _remark(remark: Remark) -> str:
    told = " / ".join(escaped(paragraph) for paragraph in remark.paragraphs if paragraph)
    return f"{{>>{escaped(remark.author)}: {told}<<}}"


def _number(number: str) -> str:
    """What a footnote is called: brackets and spaces have no place in it."""
    return re.sub(r"[\s\[\]^\\]+", "-", writable(number)) or "-"


def _table(table: Table) -> str:
    rows = [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in table.rows]
    if not rows:
        return ""
    rule = "|" + " --- |" * len(table.rows[0])
    return "\n".join([rows[0], rule, *rows[1:]])


def _cell(cell: Cell) -> str:
    # In a table nothing begins a paragraph, and a line end would end the row.
    return "<br>".join(_inlines(each, {}, starts=False).strip() for each in cell.content)
