"""Markdown: a reader of CommonMark shows the words of the paper and nothing else; CriticMarkup can be settled."""

import re

import pytest
from formats.drawn import papers
from formats.papers import PAPERS, TRACKED, label, words
from hypothesis import given
from markdown_it import MarkdownIt

from negotext.formats import to_markdown
from negotext.formats.markdown import escaped
from negotext.formats.plain import writable
from negotext.paper.facts import title_apart
from negotext.paper.values import Change, Front, Kind, Paper, Paragraph, Run, Style

COMMONMARK = MarkdownIt("commonmark").enable("table")
TOKEN = re.compile(
    r"\\.|(?P<open>\{\+\+|\{--)|(?P<close>\+\+\}|--\})|(?P<remark>\{>>(?:\\.|(?!<<\}).)*<<\})|(?P<note>\[\^[^\]]+\])",
    re.DOTALL,
)
WORDS_ONLY = {"text", "text_special", "html_inline", "hardbreak"}


def settled(markdown: str, wanted: Change) -> str:
    """The source with the changes of one kind taken over and the others left out, without notes and remarks."""
    parts, at, kept = [], 0, True
    for match in TOKEN.finditer(markdown):
        if kept:
            parts.append(markdown[at : match.start()])
        at = match.end()
        if match["open"]:
            kept = ("{++" if wanted is Change.INSERTED else "{--") == match["open"]
        elif match["close"]:
            kept = True
        elif not (match["remark"] or match["note"]) and kept:
            parts.append(match[0])
    return "".join([*parts, markdown[at:]])


def shown(markdown: str) -> list[str]:
    """What a reader of CommonMark shows, paragraph by paragraph and cell by cell."""
    found = []
    for token in COMMONMARK.parse(markdown):
        assert token.type.split("_")[0] in {
            *("paragraph", "heading", "inline", "table", "thead", "tbody", "tr", "th", "td", "hr")
        }, (token.type, markdown)
        if token.type == "inline":
            assert {child.type for child in token.children} <= WORDS_ONLY, (token.children, markdown)
            # A hard line break parts lines of the head, a <br> what stands in one cell.
            breaks = {"hardbreak": "\n", "html_inline": " "}
            words = "".join(breaks.get(child.type, child.content) for child in joined(token.children))
            found += map(squeezed, words.split("\n"))
    return list(filter(None, found))


def joined(children):
    for child in children:
        if child.type == "text_special":
            child.type = "text"
        assert child.type != "html_inline" or child.content == "<br>"
        yield child


def squeezed(text: str) -> str:
    return " ".join(text.split())


def said(blocks, wanted: Change) -> list[str]:
    """The same of the paper: paragraphs run together where the mark between them goes."""
    found, held = [], ""
    for block in blocks:
        if isinstance(block, Paragraph):
            held += kept(block.content, wanted)
            if block.revision is None or block.revision.change is wanted:
                found.append(held)
                held = ""
        else:
            found.append(held)
            held = ""
            found += [
                " ".join(kept(content, wanted).strip() for content in cell.content)
                for row in block.rows
                for cell in row
            ]
    return [text for each in [*found, held] if (text := squeezed(each))]


def kept(content, wanted: Change) -> str:
    runs = [each for each in content if isinstance(each, Run)]
    return "".join(writable(run.text) for run in runs if run.revision is None or run.revision.change is wanted)


@pytest.mark.parametrize("wanted", Change)
@given(paper=papers())
def test_the_words_are_those_of_the_paper(wanted, paper):
    text, _, notes = to_markdown(paper).rpartition("\n\n[^1]: ")
    front = [squeezed(writable(each)) for each in (paper.front.symbol, title_apart(paper)) if each]
    assert shown(settled(text, wanted)) == [*front, *said(paper.body, wanted), *said(paper.annex, wanted)]
    assert shown(settled(notes, wanted)) == list(filter(None, [squeezed(kept(paper.notes[0].content, wanted))]))


@pytest.mark.parametrize(
    "text",
    [
        *("5. five", "5) five", "(a) a", "a. a", "iv. four", "- minus", "+ plus", "* star", "# heading", "> quote"),
        *("---", "===", "[shall]", "[a](b)", "[a]: b", "[^1]", "`code`", "<b>", "&amp;", "a|b", "    code", "\tcode"),
        *("~~out~~", "a*b*c", "_x_", "{++in++}", "{>>who<<}", "![x](y)", "1986. A good year", "\\", "$x$", "@name"),
    ],
)
def test_nothing_is_read_as_something_else(text):
    (paragraph,) = [each for each in COMMONMARK.parse(escaped(text, starts=True)) if each.type == "inline"]
    assert {child.type for child in paragraph.children} <= {"text", "text_special"}
    assert "".join(child.content for child in paragraph.children) == text
    assert settled(escaped(text, starts=True), Change.INSERTED) == escaped(text, starts=True)


def test_labels_stay_as_printed():
    body = (words(label("10(1)"), "x"), words(label("OP7 bis."), "y"), words(Run("1"), Run(". z")))
    assert shown(to_markdown(Paper(Style.CLEAN, "en", Front(), body))) == ["10(1) x", "OP7 bis. y", "1. z"]


def test_changes_can_be_settled():
    text = to_markdown(TRACKED).partition("# Clean air in ports\n")[2]
    assert shown(settled(text, Change.INSERTED)) == [
        "2. The Council notes with deep concern the air.",
        "A paragraph that comes in whole.",
        "3. This runs into what follows.",
    ]
    assert shown(settled(text, Change.DELETED)) == [
        "2. The Council notes with concern the air.",
        "A paragraph that goes whole.",
        "3. This runs into",
        "what follows.",
    ]


def test_remarks_stand_behind_their_place():
    text = to_markdown(PAPERS["annotated"])
    assert "opposes\\]{>>negotext: For: CL. Against: PE. / Read from \\<“yearly”\\><<} and" in text


def test_headings_have_levels():
    body = [words("t", kind=Kind.TITLE)]
    body += [words("h", kind=Kind.HEADING, level=level) for level in (1, 9)]
    assert to_markdown(Paper(Style.CLEAN, "en", Front(), tuple(body))) == "# t\n\n## h\n\n###### h\n"


def test_an_empty_paper_is_a_line_end():
    assert to_markdown(Paper(Style.CLEAN, "en", Front(), ())) == "\n"
