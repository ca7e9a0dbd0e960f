"""Setting a draft: paragraphs, labels, levels, footnotes, looks, changes and named places."""

import pytest

from negotext.model import Span
from negotext.paper.plain import plain
from negotext.paper.requests import Edit, Mark, Place
from negotext.paper.resolving import accepted, rejected
from negotext.paper.setting import set_text
from negotext.paper.values import Change, Edge, Kind, NoteMark, Revision, Role, Run
from negotext.reading import read_text

REVISION = Revision(Change.INSERTED, "The chair", "2026-11-21T10:00:00Z")


def set_(text, **asked):
    return set_text(read_text(text), **asked)


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def shown(paragraph):
    """Its content in short: words, `^1` for a note mark, `<key` and `key>` for edges, -deleted- and +inserted+."""
    return [_short(inline) for inline in paragraph.content]


def _short(inline):
    if isinstance(inline, Edge):
        return f"<{inline.key}" if inline.opens else f"{inline.key}>"
    if isinstance(inline, NoteMark):
        return f"^{inline.number}"
    sign = {None: "", Change.DELETED: "-", Change.INSERTED: "+"}[inline.revision.change if inline.revision else None]
    return f"{sign}{inline.text}{sign}"


PARAGRAPHS = """\
1. The Committee shall meet in
[Geneva][Nairobi] each year.

   (a) It elects a chair;

   (b) It reports.

Norway: delete paragraph 1.
"""


def test_a_block_is_a_paragraph_without_line_wraps():
    body = set_(PARAGRAPHS).body
    assert [paragraph.kind for paragraph in body] == [Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM, Kind.STATEMENT]
    assert body[0].text == "1.\tThe Committee shall meet in [Geneva][Nairobi] each year."
    assert [paragraph.address for paragraph in body] == ["1", "1(a)", "1(b)", "1"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("5. Words.", [("5.\t", Role.LABEL), ("Words.", Role.TEXT)]),
        ("[5. Words.]", [("[", Role.TEXT), ("5.\t", Role.LABEL), ("Words.]", Role.TEXT)]),
        ("OP7 bis. Words.", [("OP7 bis.\t", Role.LABEL), ("Words.", Role.TEXT)]),
        ("5. \n\nWords.", [("5.\t", Role.LABEL), ("Words.", Role.TEXT)]),
        ("Words alone.", [("Words alone.", Role.TEXT)]),
        ("[US propose; CL oppose: 2. Nothing.]", [
            ("[US propose; CL oppose: ", Role.TEXT), ("2.\t", Role.LABEL), ("Nothing.]", Role.TEXT),
        ]),
    ],
)  # fmt: skip
def test_a_label_is_kept_as_printed(text, runs):
    (paragraph,) = set_(text).body
    assert [(run.text, run.role) for run in paragraph.content] == runs


def test_the_first_option_stands_behind_the_number_of_its_paragraph():
    body = set_("16. [Option 1: Yes.\n\nOption 2: No.]\n").body
    assert [paragraph.text for paragraph in body] == ["16.\t[Option 1: Yes.", "Option 2:\tNo.]"]


def test_han_lines_join_without_a_space():
    (paragraph,) = set_("1. 各缔约方应\n在两年内通过计划。\n").body
    assert paragraph.text == "1.\t各缔约方应在两年内通过计划。"
    assert paragraph.language == "zh"


LEVELS = """\
                              WATER PLAN

Section I. Aims

A. Scope

1. One.

B. Time

2. Two.

(a) Item.

(i) Deeper.

Section II. Means

C. Money
"""


def test_headings_have_levels_and_items_depths():
    found = [(p.text.split("\t")[0], p.kind, p.level) for p in set_(LEVELS).body if p.kind is not Kind.PARAGRAPH]
    assert found[0] == ("WATER PLAN", Kind.TITLE, 0)
    assert [(label, level) for label, kind, level in found if kind is Kind.ITEM] == [("(a)", 1), ("(i)", 2)]
    headings = {label: level for label, kind, level in found if kind is Kind.HEADING}
    assert headings["A."] == headings["B."] == headings["C."]


PAGES = """\
1. As decided,[1] the plan on clean air2 and the
water plan of the year
3
before are continued on the

_______________
1  Decision 6/11.
2  Adopted at Port
   Louis.
3  Withdrawn.

- 7 -
\fnext page without a break.

2. The end.
"""


def test_footnotes_are_called_where_they_were():
    setting = set_(PAGES)
    assert shown(setting.body[0]) == [
        "1.\t", "As decided,", "^1", " the plan on clean air", "^2", " and the water plan of the year", "^3",
        " before are continued on the next page without a break.",
    ]  # fmt: skip
    notes = [(note.number, "".join(run.text for run in note.content)) for note in setting.notes]
    assert notes == [("1", "Decision 6/11."), ("2", "Adopted at Port Louis."), ("3", "Withdrawn.")]


def test_a_footnote_nobody_is_seen_to_call_stands_behind_the_text_it_follows():
    setting = set_("1. The plan.\n\n1  A footnote.\n\n2. The end.\n")
    assert shown(setting.body[0]) == ["1.\t", "The plan.", "^1"]


def test_a_figure_under_negotiation_is_no_footnote():
    setting = set_("1. Within [2]/[3] years of the decision² and [2] days.\n\n2  A footnote.\n")
    assert shown(setting.body[0]) == ["1.\t", "Within [2]/[3] years of the decision", "^2", " and [2] days."]


def test_of_marks_inside_each_other_the_inner_wins():
    text = "The [old [new] words] stay."
    outer = Mark(span(text, "[old [new] words]"), Role.CONTESTED, "NO", 1)
    inner = Mark(span(text, "[new]"), Role.OFFERED, "PE", 2)
    (paragraph,) = set_(text, marks=[inner, outer]).body
    assert [(run.text, run.role, run.delegation, run.depth) for run in paragraph.content] == [
        ("The ", Role.TEXT, "", 0),
        ("[old ", Role.CONTESTED, "NO", 1),
        ("[new]", Role.OFFERED, "PE", 2),
        (" words]", Role.CONTESTED, "NO", 1),
        (" stay.", Role.TEXT, "", 0),
    ]


def test_an_edit_is_a_deletion_and_an_insertion():
    text = "1. Parties shall meet."
    (paragraph,) = set_(text, edits=[Edit(span(text, "shall"), "should", REVISION)]).body
    assert shown(paragraph) == ["1.\t", "Parties ", "-shall-", "+should+", " meet."]
    assert {inline.revision.author for inline in paragraph.content if inline.revision} == {"The chair"}


def test_a_silent_edit_leaves_no_trace():
    text = "1. Parties [shall] meet."
    (paragraph,) = set_(text, edits=[Edit(span(text, "[shall]"))]).body
    assert shown(paragraph) == ["1.\t", "Parties meet."]


def test_a_paragraph_that_goes_takes_its_end_with_it():
    text = "1. One.\n\n2. Two.\n\n3. Three.\n"
    setting = set_(text, edits=[Edit(span(text, "2. Two.\n\n"), "", REVISION)])
    assert [paragraph.revision and paragraph.revision.change for paragraph in setting.body] == [
        None, Change.DELETED, None,
    ]  # fmt: skip
    assert plain(accepted(setting)) == "1. One.\n\n3. Three.\n"
    assert plain(rejected(setting)) == plain(set_(text))


def test_paragraphs_that_come_in_have_ends_of_their_own():
    text = "1. One.\n\n3. Three.\n"
    at = text.index("\n\n3")
    setting = set_(text, edits=[Edit(Span(at, at), "\n\n2. Two.\n\nAnd more.", REVISION)])
    assert plain(accepted(setting)) == "1. One.\n\n2. Two.\n\nAnd more.\n\n3. Three.\n"
    assert plain(rejected(setting)) == plain(set_(text))


def test_two_edits_of_the_same_words_are_refused():
    with pytest.raises(ValueError, match="two edits"):
        set_("One two three.", edits=[Edit(Span(0, 7)), Edit(Span(4, 9))])


def test_places_are_nested_like_brackets():
    text = "The [old [new] words] stay."
    places = [Place("inner", span(text, "[new]")), Place("outer", span(text, "[old [new] words]"))]
    (paragraph,) = set_(text, places=places).body
    assert shown(paragraph) == ["The ", "<outer", "[old ", "<inner", "[new]", "inner>", " words]", "outer>", " stay."]


def test_a_place_reaches_from_one_paragraph_to_another():
    text = "1. One.\n\n2. Two.\n"
    first, second = set_(text, places=[Place("k", Span(3, len(text)))]).body
    assert shown(first) == ["1.\t", "<k", "One."]
    assert shown(second) == ["2.\t", "Two.", "k>"]


def test_a_place_in_a_footnote_is_that_of_its_call():
    text = "The plan¹ stays.\n\n1  [A footnote].\n"
    (paragraph,) = set_(text, places=[Place("k", span(text, "[A footnote]"))]).body
    assert shown(paragraph) == ["The plan", "<k", "^1", "k>", " stays."]


def test_an_empty_place_is_one_place():
    (paragraph,) = set_("The plan.", places=[Place("k", Span(4, 4))]).body
    assert shown(paragraph) == ["The ", "<k", "k>", "plan."]


def test_runs_are_not_cut_where_nothing_changes():
    (paragraph,) = set_("The [old] plan [stays].").body
    assert paragraph.content == (Run("The [old] plan [stays]."),)
