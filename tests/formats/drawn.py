"""Papers drawn by hypothesis, with whatever a hostile draft may hold."""

from hypothesis import strategies as st

from negotext.paper.values import (
    Cell,
    Change,
    Edge,
    Front,
    Kind,
    Note,
    NoteMark,
    Paper,
    Paragraph,
    Remark,
    Revision,
    Role,
    Run,
    Style,
    Table,
)

# What means something to Markdown, CriticMarkup or HTML, and what is hard to write in any format.
MARKS = [
    *"\\`*_[](){}<>&~^|$@#+-=.!:;'\"%/?1aIx ",
    *(
        "{++",
        "++}",
        "{--",
        "<<}",
        "<!--",
        "]]>",
        "</p>",
        "&amp;",
        "---",
        "***",
        "```",
        "1.",
        "(a)",
        "- ",
        "[^1]",
        "<br>",
    ),
    *("\u202e", "\u2067", "تقرير", "各国", "\U0001f30d", "\x07", "\ud800", "é"),
]
WORDS = st.lists(st.sampled_from(MARKS), min_size=1, max_size=6).map("".join).filter(str.strip)
REVISIONS = st.none() | st.builds(Revision, st.sampled_from(Change), WORDS, st.just("2026-03-04T14:05:09Z"))
RUNS = st.builds(
    Run, WORDS, st.sampled_from(Role), st.sampled_from(["", "CL", "x<y"]), st.integers(0, 5), revision=REVISIONS
)
CONTENT = st.lists(RUNS, min_size=1, max_size=4).map(tuple)
PARAGRAPHS = st.builds(
    Paragraph,
    st.sampled_from(Kind),
    CONTENT,
    st.integers(0, 9),
    st.sampled_from(["", "5", "C10(1)", 'a"b']),
    st.sampled_from(["en", "ar", "zh"]),
    REVISIONS,
)
CELLS = st.builds(Cell, st.lists(CONTENT, min_size=1, max_size=2).map(tuple), st.sampled_from(["", "for", "silent"]))
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Table,
        st.lists(st.lists(CELLS, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3).map(tuple),
        st.just((1.0 / width,) * width),
        st.booleans(),
    )
)


@st.composite
def papers(draw) -> Paper:
    """A paper with a place, a remark on it and a footnote in one of its paragraphs."""
    body = draw(st.lists(PARAGRAPHS | TABLES, max_size=4))
    key, number = draw(st.sampled_from(["5:2", "C1:1.2", 'k"<'])), "1"
    named = (Edge(key, True), *draw(CONTENT), NoteMark(number, draw(REVISIONS)), Edge(key, False))
    body.insert(draw(st.integers(0, len(body))), Paragraph(Kind.PARAGRAPH, named))
    return Paper(
        draw(st.sampled_from(Style)),
        "en",
        Front(title=draw(st.just("") | WORDS), symbol=draw(st.just("") | WORDS)),
        tuple(body),
        tuple(draw(st.lists(PARAGRAPHS | TABLES, max_size=2))),
        (Note(number, draw(CONTENT)),),
        (Remark(key, draw(WORDS), "x", "2026-03-04T14:05:09Z", tuple(draw(st.lists(WORDS, max_size=2)))),),
        {key: "_nt_0_0_0"},
        "2026-03-04T14:05:09Z",
        draw(WORDS),
    )
