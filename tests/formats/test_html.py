"""HTML: the words of the paper and nothing else, self-contained, hostile words harmless."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from formats.drawn import papers
from formats.papers import ANNOTATED, PAPERS, TRACKED, words
from hypothesis import given

from negotext.formats import to_html
from negotext.formats.plain import writable
from negotext.paper.values import Front, Kind, Paper, Paragraph, Run, Style

VOID = {"meta", "col", "br", "link", "img"}
OURS = {
    *(
        "html head meta title style body main header article section div p h1 h2 h3 h4 h5 h6 aside details summary"
        " table colgroup col thead tbody tr th td span a sup ins del bdi"
    ).split(),
}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    inside: list = field(default_factory=list)

    def all(self):
        yield self
        for each in self.inside:
            if isinstance(each, Element):
                yield from each.all()

    def find(self, *tags: str) -> list["Element"]:
        return [each for each in self.all() if each.tag in tags]

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(each.text if isinstance(each, Element) else each for each in self.inside)


class Reader(HTMLParser):
    """Builds the tree; every element has to be closed where it was opened."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        element = Element(tag, dict(attrs))
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        self.open[-1].inside.append(data)

    def handle_comment(self, data):
        raise AssertionError(data)


def tree(text: str) -> Element:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def shown(block) -> list[str]:
    """What a block says, a table cell by cell."""
    if isinstance(block, Paragraph):
        return [writable(block.text)]
    cells = [cell for row in block.rows for cell in row]
    return ["".join(writable(run.text) for content in cell.content for run in content) for cell in cells]


def written(part: Element) -> list[str]:
    """The same in the file. Numbers of footnotes are no words of a paragraph."""
    for call in part.find("sup"):
        call.inside.clear()
    found = []
    for row in part.all():
        if row.has("row"):
            found.append(row.inside[0].text)
        elif row.tag in ("td", "th"):
            found.append(row.text)
    return found


@given(papers())
def test_the_words_are_those_of_the_paper(paper):
    page = tree(to_html(paper))
    (article,) = page.find("article")
    assert written(article) == [text for block in paper.body for text in shown(block)]
    annex = [part for part in page.find("section") if part.has("annex")]
    assert [text for part in annex for text in written(part)] == [
        text for block in paper.annex for text in shown(block)
    ]
    (note,) = [each for each in page.find("span") if each.has("words")]
    assert note.text == "".join(writable(run.text) for run in paper.notes[0].content)
    (remark,) = page.find("details")
    told = [each.text for each in remark.find("span", "p")]
    assert told == [writable(text) for text in paper.remarks[0].paragraphs or (paper.remarks[0].key,)]


@given(papers())
def test_nothing_hostile_gets_through(paper):
    text = to_html(paper)
    page = tree(text)
    assert {each.tag for each in page.all()} - {""} <= OURS
    names = [name for each in page.all() for name in each.attributes]
    assert not [name for name in names if name.startswith("on") or name == "src"]
    assert all(each.attributes["href"].startswith("#") for each in page.find("a") if "href" in each.attributes)
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(set(ids)) == len(ids)
    assert {each.attributes["href"][1:] for each in page.find("a") if "href" in each.attributes} <= set(ids)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", text)
    text.encode("utf-8")


def test_it_needs_nothing_from_elsewhere():
    for paper in PAPERS.values():
        text = to_html(paper)
        assert not re.search(r"url\(|@import|<script|<link|<img|src=", text.replace("&lt;script", ""))
        assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text


def test_a_change_says_who_and_when():
    page = tree(to_html(TRACKED))
    (inserted, *_), (deleted, *_) = page.find("ins"), page.find("del")
    for change, said in ((inserted, "deep concern"), (deleted, "concern")):
        assert change.text == said
        assert change.attributes["datetime"] == "2026-03-04T14:05:09Z"
        assert change.attributes["title"] == "Chair <of> the & room, 2026-03-04 14:05 UTC"


def test_each_paragraph_has_its_language_and_direction():
    page = tree(to_html(ANNOTATED))
    found = [each.inside[0].attributes for each in page.find("article")[0].all() if each.has("row")]
    assert [(each["lang"], each["dir"]) for each in found] == [("en", "ltr"), ("ar", "rtl"), ("zh", "ltr")]


def test_addresses_are_anchors():
    ids = {each.attributes.get("id") for each in tree(to_html(ANNOTATED)).all()}
    assert {"6", "7", "8", "6:1", "remark-1"} <= ids


def test_bidi_controls_end_with_their_words():
    body = (words("a \u202ereversed", "and not"),)
    paper = Paper(Style.CLEAN, "en", Front(), body)
    (isolated,) = tree(to_html(paper)).find("bdi")
    assert isolated.text == "a \u202ereversed"


def test_headings_have_levels():
    body = (
        words("t", kind=Kind.TITLE),
        words("a", kind=Kind.HEADING, level=1),
        words("b", kind=Kind.HEADING, level=9),
    )
    page = tree(to_html(Paper(Style.CLEAN, "en", Front(), body)))
    assert [(each.tag, each.text) for each in page.find("h1", "h2", "h6")] == [("h1", "t"), ("h2", "a"), ("h6", "b")]


def test_a_delegation_has_its_colour_and_a_line():
    page = tree(to_html(ANNOTATED))
    offered = next(each for each in page.find("span") if each.has("offered"))
    assert re.fullmatch(r"color: #[0-9A-F]{6}", offered.attributes["style"])
    assert ".offered { text-decoration: underline" in to_html(
        Paper(Style.CLEAN, "en", Front(), (Paragraph(Kind.NOTE, (Run("x"),)),))
    )
