"""What broke the Word files of other tools, each trap a test."""

import re
from dataclasses import replace

import pytest
from word.papers import FULL, WHEN, W, deleted, document, inserted, line, names, paper, values, visible

from negotext.paper.values import Edge, Note, NoteMark, Paper, Remark, Role, Run
from negotext.word.ids import LIMIT, Ids
from negotext.word.writing import write_docx

MARKS = ("w:ins", "w:del", "w:bookmarkStart", "w:comment")


def all_ids(data: bytes) -> list[str]:
    """The ids of all marks, in all parts."""
    found = []
    for part in names(data):
        if re.fullmatch(r"word/(document|comments|footnotes)\.xml", part):
            found += [number for mark in MARKS for number in values(document(data, part), mark, "id")]
    return found


def test_no_two_marks_have_one_id():
    ids = all_ids(write_docx(FULL))
    assert len(ids) >= 6
    assert len(set(ids)) == len(ids)


def test_no_id_is_so_large_that_word_discards_it():
    assert all(0 < int(number) < LIMIT for number in all_ids(write_docx(FULL)))


def test_there_are_no_random_ids():
    data = write_docx(FULL)
    for part in names(data):
        if part.endswith(".xml"):
            for node in document(data, part).iter():
                assert not [name for name in node.attrib if re.search("rsid|paraId|textId|durableId", name)]


def test_ids_end_before_the_limit():
    ids = Ids()
    ids._next = lambda: LIMIT
    with pytest.raises(OverflowError):
        ids.take()


def test_deleted_words_are_no_words_of_the_text():
    body = document(
        write_docx(paper(line(Run("gone\tfor good", revision=deleted()), Run("here", revision=inserted()))))
    )
    (taken_out,) = body.iter(W + "del")
    assert not list(taken_out.iter(W + "t"))
    assert [node.text for node in taken_out.iter(W + "delText")] == ["gone", "for good"]
    (put_in,) = body.iter(W + "ins")
    assert not list(put_in.iter(W + "delText"))


@pytest.mark.parametrize("number", ["1", "*", "9"])
def test_the_call_of_a_note_goes_with_the_words_around_it(number, faults):
    call = NoteMark(number, revision=deleted())
    data = write_docx(paper(line("x", Run("gone", revision=deleted()), call), notes=(Note("1", ()), Note("*", ()))))
    (taken_out,) = document(data).iter(W + "del")
    assert len(list(taken_out.iter(W + "r"))) == 2
    assert not list(taken_out.iter(W + "t"))
    assert faults(data) == []


def test_rivals_stand_beside_each_other_and_never_inside():
    body = document(write_docx(paper(line(Run("a", revision=deleted("A")), Run("b", revision=inserted("B"))))))
    assert [node.tag.removeprefix(W) for node in body.iter(W + "ins", W + "del")] == ["del", "ins"]
    assert not [node for node in body.iter(W + "ins", W + "del") if list(node.iterancestors(W + "ins", W + "del"))]


@pytest.mark.parametrize("namespace", ["w14", "w15", "mc", "wp14"])
def test_no_namespace_is_used_that_is_not_declared(namespace):
    data = write_docx(FULL)
    for part in ("word/document.xml", "word/comments.xml", "word/footnotes.xml"):
        assert namespace not in document(data, part).nsmap


def test_the_parts_with_text_declare_the_namespace_of_relations():
    data = write_docx(FULL)
    for part in ("word/document.xml", "word/comments.xml", "word/footnotes.xml"):
        assert "r" in document(data, part).nsmap


def comment_marks(data: bytes) -> list[list[str]]:
    body = document(data)
    marks = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
    return [sorted(values(body, mark, "id")) for mark in marks]


def test_every_comment_has_a_beginning_an_end_and_a_reference():
    data = write_docx(FULL)
    comments = sorted(values(document(data, "word/comments.xml"), "w:comment", "id"))
    assert comments
    assert comment_marks(data) == [comments] * 3


def test_a_comment_over_two_paragraphs_has_them_too():
    body = (line("a ", Edge("k", True), "b"), line("c", Edge("k", False), " d"))
    data = write_docx(paper(*body, remarks=(Remark("k", "A", "a", WHEN, ("why",)),)))
    first, second = document(data).iter(W + "p")
    assert list(first.iter(W + "commentRangeStart"))
    assert list(second.iter(W + "commentRangeEnd"))
    assert list(second.iter(W + "commentReference"))


@pytest.mark.parametrize(
    "body",
    [
        (line("no such place"),),
        (),
        (line("opened ", Edge("k", True), "and not closed"),),
        (line(Edge("k", False), "closed and not opened"),),
        (line(Edge("k", True), "a", Edge("k", True), "b", Edge("k", False), "c", Edge("k", False)),),
    ],
)
def test_no_comment_is_an_orphan(body):
    data = write_docx(paper(*body, remarks=(Remark("k", "A", "a", WHEN, ("why",)),), bookmarks={"k": "_nt_k"}))
    comments = values(document(data, "word/comments.xml"), "w:comment", "id")
    assert len(comments) == 1
    assert comment_marks(data) == [comments] * 3
    assert values(document(data), "w:bookmarkStart", "id") == values(document(data), "w:bookmarkEnd", "id")


def divided(numbers):
    """The two lines above the notes, and the notes."""
    return numbers[:2], numbers[2:]


def test_every_footnote_has_one_call():
    data = write_docx(FULL)
    separators, notes = divided(values(document(data, "word/footnotes.xml"), "w:footnote", "id"))
    assert values(document(data, "word/settings.xml"), "w:footnote", "id") == separators
    assert values(document(data), "w:footnoteReference", "id") == notes
    assert len(notes) == 2


LITERAL = [
    "- not a bullet",
    "1. not a number",
    '“smart” ‘quotes’ and "plain" ones',
    " blanks  in front, between and behind ",
    "a\tb\t\tc",
    "<w:p/> & co. &amp; ]]>",
    "nb\u00a0space, soft\u00adhyphen, non\u2011breaking",
    "𠮷 above the basic plane",
    "[brackets] {+plus+} *stars* _under_",
]


@pytest.mark.parametrize("text", LITERAL)
@pytest.mark.parametrize("revision", [None, inserted(), deleted()])
def test_content_is_never_taken_for_something_else(text, revision, pandoc, office):
    data = write_docx(paper(line("before|", Run(text, revision=revision), "|after")))
    expected = f"before|{text}|after"
    assert visible(document(data)) == [expected]
    assert office.lines(data) == [expected]


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\ud800b", "a\uffffb", "a\x1fb"])
def test_what_xml_forbids_does_not_break_the_document(text):
    data = write_docx(paper(line(text), author=text, remarks=(Remark("k", text, text, WHEN, (text,)),)))
    assert visible(document(data)) == ["a\ufffdb"]


def test_a_line_end_is_a_line_end():
    body = document(write_docx(paper(line("a\nb"))))
    assert len(list(body.iter(W + "br"))) == 1


def test_white_space_at_the_edges_of_a_run_stays():
    body = document(write_docx(paper(line(Run(" a "), Run(" b ", Role.BRACKET)))))
    assert {node.get("{http://www.w3.org/XML/1998/namespace}space") for node in body.iter(W + "t")} == {"preserve"}


def test_one_change_of_one_author_is_one_change():
    changed = [
        Run("a", revision=inserted()),
        Run("b", Role.BRACKET, revision=inserted()),
        Run("c", revision=inserted()),
    ]
    body = document(write_docx(paper(line("x", *changed, "y"))))
    assert len(list(body.iter(W + "ins"))) == 1


def test_untouched_paragraphs_have_no_changes():
    body = document(write_docx(paper(line("as it was"), line(Run("new", revision=inserted())), line("as it was"))))
    first, _, last = body.iter(W + "p")
    assert not list(first.iter(W + "ins", W + "del"))
    assert not list(last.iter(W + "ins", W + "del"))


def test_a_paragraph_that_came_in_whole_goes_whole(office):
    data = write_docx(paper(line("one"), line(Run("two", revision=inserted()), revision=inserted()), line("three")))
    assert office.lines(data, "accept") == ["one", "two", "three"]
    assert [each["text"] for each in office.see(data, "reject")["paragraphs"]] == ["one", "three"]


def test_a_change_without_a_date_has_none():
    body = document(
        write_docx(paper(line(Run("a", revision=inserted(date="")), Run("b", revision=deleted(date="soon")))))
    )
    assert [node.get(W + "date") for node in body.iter(W + "ins", W + "del")] == [None, None]


def test_a_change_without_an_author_is_by_somebody():
    body = document(write_docx(paper(line(Run("a", revision=inserted(author=""))))))
    assert values(body, "w:ins", "author") == ["unknown"]


def test_two_places_of_one_name_have_one_bookmark():
    body = line(Edge("a", True), "x", Edge("a", False), Edge("b", True), "y", Edge("b", False))
    data = write_docx(paper(body, bookmarks={"a": "_nt_1", "b": "_NT_1"}))
    assert values(document(data), "w:bookmarkStart", "name") == ["_nt_1"]


def test_author_names_with_quotation_marks(faults):
    data = write_docx(paper(line(Run("a", revision=inserted('Côte d\'Ivoire & "others" <x>')))))
    assert values(document(data), "w:ins", "author") == ['Côte d\'Ivoire & "others" <x>']
    assert faults(data) == []


def test_the_parts_are_the_same_every_time():
    assert write_docx(FULL) == write_docx(FULL)
    assert write_docx(replace(FULL, created="2026-11-22T10:00:00Z")) != write_docx(FULL)


def test_an_empty_paper_is_a_document(faults):
    assert faults(write_docx(Paper(FULL.style, "en", replace(FULL.front, symbol=""), ()))) == []
