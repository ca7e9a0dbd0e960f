"""Any paper whatever gives a document that can be read, with all its words and no mark without its other half."""

from hypothesis import given, settings
from hypothesis import strategies as st
from word.papers import WHEN, W, document, in_run, names, paper, values

from negotext.paper.values import (
    Cell,
    Change,
    Edge,
    Kind,
    Note,
    NoteMark,
    Paragraph,
    Remark,
    Revision,
    Role,
    Run,
    Table,
)
from negotext.word.ids import LIMIT
from negotext.word.markup import legal
from negotext.word.writing import write_docx

KEYS = st.sampled_from("abc")
TEXT = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["5.\t", " ", "\t", "[", "&<>", "评价", "النص", "\x00\x0b", "\ud800"]
)
REVISION = st.none() | st.builds(Revision, st.sampled_from(Change), TEXT, st.sampled_from(["", WHEN, "soon"]))
RUN = st.builds(Run, TEXT, st.sampled_from(Role), st.sampled_from(["", "DZ", "EU"]), st.integers(0, 3), REVISION)
NUMBER = st.sampled_from(["1", "2", "*"])
INLINE = RUN | RUN | st.builds(Edge, KEYS, st.booleans()) | st.builds(NoteMark, NUMBER, REVISION)
CONTENT = st.lists(INLINE, max_size=5).map(tuple)
LANGUAGE = st.sampled_from(["en", "zh", "ar", "fr", "xx"])
PARAGRAPH = st.builds(Paragraph, st.sampled_from(Kind), CONTENT, st.integers(0, 12), st.just(""), LANGUAGE, REVISION)
CELL = st.builds(Cell, st.lists(CONTENT, max_size=2).map(tuple), st.sampled_from(["", "for", "silent"]))
TABLE = st.builds(
    Table,
    st.lists(st.tuples(CELL, CELL), min_size=1, max_size=2).map(tuple),
    st.just((1.0, 2.0)),
    st.booleans(),
    LANGUAGE,
)
BLOCKS = st.lists(PARAGRAPH | TABLE, max_size=4).map(tuple)
PAPERS = st.builds(
    lambda body, annex, **more: paper(*body, annex=annex, bookmarks={"a": "_nt_a", "b": "_nt_b"}, **more),
    BLOCKS,
    BLOCKS,
    language=LANGUAGE,
    notes=st.lists(st.builds(Note, NUMBER, CONTENT), max_size=3).map(tuple),
    remarks=st.lists(st.builds(Remark, KEYS, TEXT, TEXT, st.just(WHEN), st.just(("why",))), max_size=3).map(tuple),
)


def written_words(data: bytes) -> str:
    """The characters of the text and the notes, sorted: what is called stands elsewhere than what calls it."""
    found = []
    for part in {"word/document.xml", "word/footnotes.xml"} & set(names(data)):
        for node in document(data, part).iter(W + "t", W + "delText", W + "tab", W + "br"):
            if in_run(node):
                found.append({W + "tab": "\t", W + "br": "\n"}.get(node.tag) or node.text)
    return "".join(sorted("".join(found)))


def said(content) -> str:
    return "".join(legal(each.text) for each in content if isinstance(each, Run))


def words_of(written) -> str:
    found = []
    for block in (*written.body, *written.annex):
        cells = (
            [content for row in block.rows for cell in row for content in cell.content]
            if isinstance(block, Table)
            else [block.content]
        )
        found += map(said, cells)
    found += (said(note.content) for note in written.notes)
    return "".join(found).replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=50)
@given(PAPERS)
def test_any_paper(written):
    data = write_docx(written)
    missing = list(written_words(data))
    for letter in words_of(written):
        missing.remove(letter)
    body = document(data)
    ids = [number for mark in ("w:ins", "w:del", "w:bookmarkStart") for number in values(body, mark, "id")]
    comments = values(document(data, "word/comments.xml"), "w:comment", "id") if written.remarks else []
    in_notes = document(data, "word/footnotes.xml") if "word/footnotes.xml" in names(data) else body[:0]
    ids += [number for root in in_notes for mark in ("w:ins", "w:del") for number in values(root, mark, "id")]
    assert len(set(ids + comments)) == len(ids + comments)
    assert all(0 < int(number) < LIMIT for number in ids + comments)
    for mark in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        assert sorted(values(body, mark, "id")) == sorted(comments)
    everywhere = [body, *in_notes]
    starts = [number for root in everywhere for number in values(root, "w:bookmarkStart", "id")]
    assert sorted(starts) == sorted(number for root in everywhere for number in values(root, "w:bookmarkEnd", "id"))
    assert not [
        node
        for taken in body.iter(W + "del")
        for node in taken.iter(W + "t", W + "ins", W + "del")
        if node is not taken
    ]
