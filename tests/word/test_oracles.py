"""Programs of others read what is written: the Open XML SDK, LibreOffice, pandoc."""

from dataclasses import replace

import pytest
from lxml import etree
from word.papers import FRONT, FULL, IN_ARABIC, deleted, inserted, label, line, paper

from negotext.paper.values import Edge, Kind, Remark, Run
from negotext.word.writing import write_docx

TRACKED = paper(
    line(
        label("1."),
        "Parties ",
        Run("should", revision=deleted("Brazil")),
        Run("shall", revision=inserted("Brazil")),
        " act.",
    ),
    line(Run("Struck out whole.", revision=deleted("Chile")), revision=deleted("Chile")),
    line(label("2."), Run("New ", revision=inserted("Egypt")), "text", Run(" here", revision=inserted("中国")), "."),
    line(
        label("(a)"),
        Run("put in whole;", revision=inserted("Egypt")),
        kind=Kind.ITEM,
        level=1,
        revision=inserted("Egypt"),
    ),
    line(label("3."), "The end."),
)
BASE = ["1.\tParties should act.", "Struck out whole.", "2.\ttext.", "3.\tThe end."]
TARGET = ["1.\tParties shall act.", "2.\tNew text here.", "(a)\tput in whole;", "3.\tThe end."]
# The label of an item that came in is part of it.
ITEM = replace(
    TRACKED.body[3], content=(replace(label("(a)"), revision=inserted("Egypt")), *TRACKED.body[3].content[1:])
)
TRACKED = replace(TRACKED, body=(*TRACKED.body[:3], ITEM, TRACKED.body[4]))
AUTHORS = [
    ("Brazil", "Delete"),
    ("Brazil", "Insert"),
    ("Chile", "Delete"),
    ("Egypt", "Insert"),
    ("中国", "Insert"),
]
IN_CHINESE = replace(
    FULL,
    language="zh",
    body=tuple(replace(each, language="zh") for each in FULL.body),
    front=replace(FRONT, title="评价"),
)


@pytest.mark.parametrize(
    "written", [FULL, TRACKED, IN_ARABIC, IN_CHINESE], ids=["full", "tracked", "Arabic", "Chinese"]
)
def test_the_open_xml_sdk_finds_no_fault(faults, written):
    assert faults(write_docx(written)) == []


def test_accepting_everything_gives_the_target(office):
    assert office.lines(write_docx(TRACKED), "accept") == TARGET


def test_rejecting_everything_gives_the_base(office):
    assert office.lines(write_docx(TRACKED), "reject") == BASE


def test_office_sees_who_changed_what(office):
    seen = office.see(write_docx(TRACKED))["redlines"]
    assert sorted({(each["author"], each["type"].removeprefix("Paragraph")) for each in seen}) == AUTHORS
    assert {each["date"] for each in seen} == {"2026"}


def test_office_sees_the_comment_where_it_belongs(office):
    text = office.flat(write_docx(FULL))
    (comment,) = text.iter("{*}annotation")
    said = {etree.QName(each).localname: "".join(each.itertext()) for each in comment}
    assert (said["creator"], said["date"][:19]) == ("negotext", "2026-11-21T10:00:00")
    assert ["".join(each.itertext()) for each in comment.iter("{*}p")] == ["For: Algeria", "Against: Brazil"]
    assert len(list(text.iter("{*}annotation-end"))) == 1


def test_office_sees_bookmarks_and_footnotes(office):
    seen = office.see(write_docx(FULL))
    assert seen["bookmarks"] == {"_nt_12345678_1_0": "[shall – Algeria]", "_nt_annex": ""}
    assert seen["footnotes"][0]["text"].strip() == "See document WO/PBC/36."
    assert "As amended." in seen["footnotes"][1]["text"]


def test_office_sees_headings_tables_and_direction(office):
    seen = office.see(write_docx(FULL))
    outline = {each["text"]: each["outline"] for each in seen["paragraphs"]}
    assert outline["I.\tScope"] == 1
    assert outline["(a)\ttheir costs;"] == 0
    assert seen["tables"] == 2
    right_to_left = 1
    assert office.see(write_docx(IN_ARABIC))["paragraphs"][0]["mode"] == right_to_left


def found_in(node, kind: str) -> list:
    """The nodes of a kind in what pandoc read."""
    if isinstance(node, list):
        return [each for child in node for each in found_in(child, kind)]
    if isinstance(node, dict):
        own = [node] if node.get("t") == "Span" and kind in node["c"][0][1] else []
        return own + [each for child in node.values() for each in found_in(child, kind)]
    return []


def attributes(span) -> dict[str, str]:
    return dict(span["c"][0][2])


def words(node) -> str:
    if isinstance(node, list):
        return "".join(map(words, node))
    if isinstance(node, dict):
        return {"Str": node.get("c"), "Space": " "}.get(node.get("t")) or words(list(node.values()))
    return ""


def test_pandoc_lists_the_same_changes(pandoc):
    read = pandoc(write_docx(TRACKED))["blocks"]
    seen = [
        (kind, attributes(span)["author"], attributes(span)["date"], words(span["c"][1]).strip())
        for kind in ("insertion", "deletion")
        for span in found_in(read, kind)
    ]
    when = "2026-11-21T10:00:00Z"
    assert sorted(seen) == sorted(
        [
            ("deletion", "Brazil", when, "should"),
            ("deletion", "Chile", when, "Struck out whole."),
            ("insertion", "Brazil", when, "shall"),
            ("insertion", "Egypt", when, "New"),
            ("insertion", "Egypt", when, "(a) put in whole;"),
            ("insertion", "中国", when, "here"),
        ]
    )


def test_pandoc_lists_the_comments(pandoc):
    (comment,) = found_in(pandoc(write_docx(FULL))["blocks"], "comment-start")
    assert attributes(comment)["author"] == "negotext"
    assert attributes(comment)["date"] == "2026-11-21T10:00:00Z"


def test_thousands_of_comments(faults):
    keys = [str(index) for index in range(3000)]
    lines = [line(Edge(key, True), f"word {key}", Edge(key, False)) for key in keys]
    remarks = tuple(Remark(key, "A", "a", "", (f"on {key}",)) for key in keys)
    assert faults(write_docx(paper(*lines, remarks=remarks))) == []
