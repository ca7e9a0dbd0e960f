"""Comments of delegations are brackets behind the words they hang on, read by the grammar of attributions."""

import pytest
from word.packages import bookmarked, comment, commented, docx, ins, p

from negotext.model import BracketKind
from negotext.word.reading import read_docx

WHEN = "2026-11-20T11:00:00Z"


def read(body, *comments, language="en", **options):
    return read_docx(docx(body, comments="".join(comments)), "draft.docx", language, **options)


def held(draft):
    return [(each.delegation, each.stance.value, each.text, each.target) for each in draft.positions]


@pytest.mark.parametrize(
    ("says", "stance", "words"),
    [
        ("delete", "delete", None),
        ("Delete.", "delete", None),
        ("we cannot accept this", "oppose", None),
        ("supports", "support", None),
        ("reserves its position", "reserve", None),
        ("replace by “should”", "replace", "should"),
        ("“and will”", "insert", "and will"),
        ("Is this what was agreed in March?", "comment", None),
        ("See document A/2.", "comment", None),
    ],
)
def test_a_comment_says_what_a_delegation_wants(says, stance, words):
    draft = read(p("1. Parties ", commented("3", "shall"), " report."), comment("3", "Algeria", says))
    (position,) = draft.positions
    assert (position.delegation, position.stance.value, position.text) == ("DZ", stance, words)
    assert position.date == WHEN
    if stance != "insert":
        assert position.target == "shall"
        assert position.about.of(draft.source.text) == "shall"


def test_it_stands_directly_behind_its_words():
    draft = read(p("1. Parties ", commented("3", "shall"), " report."), comment("3", "Algeria", "delete"))
    assert draft.source.text == "1. Parties shall [Algeria: delete] report.\n"
    assert draft.tree.brackets[0].kind is BracketKind.ATTRIBUTION


def test_in_chinese():
    draft = read(p("1. 各方", commented("3", "应"), "报告。"), comment("3", "Algeria", "删除"), language="zh")
    assert draft.source.text == "1. 各方应[阿尔及利亚：删除]报告。\n"
    assert held(draft) == [("DZ", "delete", None, "应")]


def test_brackets_in_a_comment_are_parentheses():
    draft = read(p("1. Parties ", commented("3", "shall"), "."), comment("3", "Fiji", "Delete [this]] please"))
    assert draft.source.text == "1. Parties shall [Fiji: Delete (this)) please].\n"
    assert len(draft.tree.brackets) == 1


def test_several_paragraphs_are_one_statement():
    draft = read(p("1. ", commented("3", "All"), " do."), comment("3", "Fiji", "Who?", "Not us."))
    assert draft.source.text == "1. All [Fiji: Who? Not us.] do.\n"


def test_a_comment_on_words_of_an_insertion_stands_behind_it():
    draft = read(p("1. All ", ins("Chile", commented("3", "ports"), " here"), " do."), comment("3", "Fiji", "Why?"))
    assert draft.source.text == "1. All [“ports here” – Chile] [Fiji: Why?] do.\n"
    assert held(draft) == [("CL", "insert", "ports here", None), ("FJ", "comment", None, "ports")]


def test_two_comments_on_the_same_words():
    draft = read(
        p("1. All ", commented("3", commented("4", "ports")), " do."),
        comment("3", "Fiji", "Why?"),
        comment("4", "Chile", "delete"),
    )
    assert draft.source.text == "1. All ports [Chile: delete] [Fiji: Why?] do.\n"


def test_a_comment_without_a_range_stands_where_it_is_called():
    call = '<w:r><w:commentReference w:id="3"/></w:r>'
    draft = read(p("1. All", call, " do."), comment("3", "Fiji", "Why?"))
    assert draft.source.text == "1. All [Fiji: Why?] do.\n"


def test_comments_of_negotext_itself_and_empty_ones_are_left_out():
    body = p("1. ", commented("3", "All"), " ", commented("4", "ports"), " do.")
    draft = read(body, comment("3", "negotext", "for: Fiji"), comment("4", "Fiji", " "))
    assert draft.source.text == "1. All ports do.\n"
    assert not draft.positions


def test_an_unknown_author_is_told_and_kept():
    draft = read(p("1. ", commented("3", "All"), " do."), comment("3", "Bob Smith", "delete"))
    assert draft.source.text == "1. All [Bob Smith: delete] do.\n"
    assert [each.delegation for each in draft.positions] == ["Bob Smith"]
    assert [each.code for each in draft.diagnostics] == ["unknown-author"]


def test_what_negotext_added_behind_the_text_is_left_out():
    draft = read(p("1. One.") + p(bookmarked("_nt_annex", "")) + p("Who stands where"))
    assert draft.source.text == "1. One.\n"


def test_and_told_by_its_styles_where_the_bookmark_is_lost():
    names = ("negotext Legend", "caption", "negotext Paragraph", "negotext Annex Heading")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{number}"><w:name w:val="{name}"/></w:style>'
        for number, name in enumerate(names)
    )
    body = "".join(
        p(text, properties=f'<w:pStyle w:val="s{number}"/>')
        for number, text in ((2, "1. One."), (3, "Choices"), (1, "Table 1"), (0, "Red: wants it out"))
    )
    assert read_docx(docx(body, styles=styles), "x").source.text == "1. One.\n"


def test_a_comment_on_many_pages_keeps_their_first_words():
    """There may be thousands of such comments, and each would hold the whole text."""
    pages = "".join(p(f"{number}. " + "words and words " * 40) for number in range(1, 10))
    body = p('<w:commentRangeStart w:id="3"/>') + pages + p("End.", '<w:commentRangeEnd w:id="3"/>')
    (position,) = read(body, comment("3", "Fiji", "Too long, all of it.")).positions
    assert position.target.startswith("1. words and words") and position.target.endswith("…")
    assert position.about.end - position.about.start > 5_000 > len(position.target)
