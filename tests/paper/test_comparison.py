"""Two rounds as one document: what came and went, word by word, and what moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.languages import load_registry
from negotext.outcome import choices_of
from negotext.paper.comparison import comparison
from negotext.paper.plain import plain
from negotext.paper.resolving import accepted, rejected
from negotext.paper.setting import set_text
from negotext.paper.values import Change, Edge, NoteMark, Paragraph, Role, Run, Table
from negotext.reading import read_bytes, read_text, reread
from negotext.rounds import compare_rounds
from negotext.source import decode

BEFORE = """\
1. The Committee recalls its decision on ports.

2. It notes [with concern] that many ports have no clean air.

3. A ship at berth burns fuel to make electricity and heat.

4. Ports of a certain size offer shore power to ships.

5. The Committee meets in spring.
"""


def compared(old, new, **known):
    found = compare_rounds(old, new, choices_of(old), choices_of(new))
    return comparison(old, new, found, load_registry(new.language), **known)


def compare(before, after, language="en", **known):
    return compared(read_text(before, language=language), read_text(after, language=language), **known)


def shown(paper):
    """The paragraphs: +put in+, -taken out-, ~ before what has moved, ¶ with a sign where its end comes or goes."""
    return [_paragraph(block) for block in paper.body]


SIGNS = {Change.INSERTED: "+", Change.DELETED: "-"}


def _paragraph(block):
    end = f"{SIGNS[block.revision.change]}¶ " if block.revision else ""
    return end + "".join(_inline(inline) for inline in block.content if not isinstance(inline, Edge))


def _inline(inline):
    sign = SIGNS[inline.revision.change] if inline.revision else ""
    if isinstance(inline, NoteMark):
        return f"{sign}^{inline.number}{sign}"
    return f"{sign}{'~' if inline.role is Role.MOVED else ''}{inline.text}{sign}"


def assert_resolves(paper, old, new):
    """Rejecting gives the older text in its own order, what moved stands where it stood."""
    assert plain(accepted(paper)) == plain(set_text(new))
    assert plain(rejected(paper)) == plain(set_text(old))


def test_words_that_came_and_went():
    after = BEFORE.replace("[with concern]", "with deep concern").replace("many", "most")
    assert shown(compare(BEFORE, after))[1] == (
        "2.\tIt notes -[-with+ deep+ concern-]- that -many-+most+ ports have no clean air."
    )


def test_characters_in_chinese():
    before, after = "1. 各缔约方应在两年内通过计划。\n", "1. 各缔约方应在三年内通过计划。\n"
    assert shown(compare(before, after, "zh")) == ["1.\t各缔约方应在-两-+三+年内通过计划。"]


def test_the_changes_are_the_rounds():
    paper = compare(BEFORE, BEFORE.replace("many", "most"), created="2026-03-05T10:00:00Z", rounds=(2, 3))
    signed = {
        (r.revision.author, r.revision.date) for b in paper.body for r in b.content if isinstance(r, Run) and r.revision
    }
    assert signed == {("round 3", "2026-03-05T10:00:00Z")}


def test_line_wraps_and_page_furniture_are_no_change():
    wrapped = BEFORE.replace("that many", "that\nmany")
    assert shown(compare(BEFORE, wrapped)) == shown(compare(BEFORE, BEFORE))


def test_a_paragraph_that_is_new_comes_in_whole():
    after = BEFORE.replace("3. A ship", "2 bis. Noise is harmful as well to all who live nearby.\n\n3. A ship")
    assert "+¶ +2 bis.\t++Noise is harmful as well to all who live nearby.+" in shown(compare(BEFORE, after))


def test_a_paragraph_that_is_gone_stays_in_its_place():
    after = BEFORE.replace("3. A ship at berth burns fuel to make electricity and heat.\n\n", "")
    assert shown(compare(BEFORE, after))[2] == "-¶ -3.\t--A ship at berth burns fuel to make electricity and heat.-"


MOVED = """\
1. The Committee recalls its decision on ports.

3. A ship at berth burns fuel to make electricity and heat.

4. Ports of a certain size offer shore power to ships.

2. It notes [with concern] that most ports have no clean air.

5. The Committee meets in spring.
"""


def test_what_moved_goes_where_it_stood_and_comes_where_it_stands():
    paper = compare(BEFORE, MOVED)
    assert shown(paper)[1:] == [
        "-¶ -2.\t--~It notes [with concern] that --many--~ ports have no clean air.-",
        "3.\tA ship at berth burns fuel to make electricity and heat.",
        "4.\tPorts of a certain size offer shore power to ships.",
        "+¶ +2.\t++~It notes [with concern] that ++most++~ ports have no clean air.+",
        "5.\tThe Committee meets in spring.",
    ]
    assert_resolves(paper, read_text(BEFORE, language="en"), read_text(MOVED, language="en"))


def test_a_remark_says_where_what_moved_stood():
    (remark,) = compare(BEFORE, MOVED).remarks
    assert remark.paragraphs == (
        "Moved: in round 1 it stood behind paragraph 1.", "Moved: in round 1 it stood as paragraph 2.",
    )  # fmt: skip
    place = [inline for block in compare(BEFORE, MOVED).body for inline in block.content if isinstance(inline, Edge)]
    assert place == [Edge(remark.key, True), Edge(remark.key, False)]


def test_a_paragraph_that_is_split_keeps_its_words():
    before = "1. The plan covers all the ports of the region. It is reviewed by the Committee every year.\n"
    after = "1. The plan covers all the ports of the region.\n\n2. It is reviewed by the Committee every year.\n"
    paper = compare(before, after)
    assert shown(paper) == [
        "+¶ 1.\tThe plan covers all the ports of the region.- -",
        "+2.\t+It is reviewed by the Committee every year.",
    ]
    assert_resolves(paper, read_text(before, language="en"), read_text(after, language="en"))


def test_footnotes_come_and_go_with_their_calls():
    before = "1. The Committee recalls its decision[1] on the ports.\n\n____\n1  Decision 3/2 of the Council.\n"
    after = "1. The Committee recalls its decision[1] on the ports.\n\n____\n1  Decision 3/4 of the Council.\n"
    paper = compare(before, after)
    assert [_inline(inline) for inline in paper.notes[0].content] == ["Decision 3/", "-2-", "+4+", " of the Council."]
    assert_resolves(paper, read_text(before, language="en"), read_text(after, language="en"))


PAIRS = (
    ("harbour-air.en.txt", "harbour-air.round2.en.txt"),
    ("city-water.zh.txt", "city-water.round2.zh.txt"),
    ("water-plan.en.txt", "ocean-finance.options.en.txt"),
)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("names", PAIRS)
def test_the_examples_resolve(root, names, turned):
    old = read_bytes((root / "examples" / names[turned]).read_bytes())
    new = reread(decode((root / "examples" / names[not turned]).read_bytes(), "new"), old.language)
    assert_resolves(compared(old, new), old, new)


@pytest.mark.parametrize("turned", [False, True])
def test_two_rounds_of_a_real_draft_resolve(shared, turned):
    names = ("wo-pbc-35-7-annex.zh.txt", "wo-pbc-36-12-annex-ii.zh.txt")
    old = read_bytes((shared / "corpus" / names[turned]).read_bytes())
    new = reread(decode((shared / "corpus" / names[not turned]).read_bytes(), "new"), old.language)
    assert_resolves(compared(old, new), old, new)


LINES = (
    "1. The Committee recalls its decision on ports.",
    "2. It notes [with concern] that many ports have no clean air.",
    "2. It notes that most ports have no clean air, and that ships have none.",
    "3. A ship at berth burns fuel to make electricity and heat.",
    "4. Ports of a certain size offer shore power[1] to ships.",
    "1  Decision 3/2.",
    "A. Scope",
    "Norway: delete paragraph 2.",
    "(a) It is reviewed every [3][4] years;",
    "(b) It is published.",
    "It is reviewed every year. It is published.",
    "It is reviewed every year.",
    "It is published.",
)
TEXTS = st.lists(st.sampled_from(LINES), max_size=9).map("\n\n".join)


@given(TEXTS, TEXTS)
def test_any_two_texts_resolve(before, after):
    old, new = read_text(before, language="en"), read_text(after, language="en")
    assert_resolves(compared(old, new), old, new)


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text_can_be_compared(before, after):
    compare(before, after)


# The annex


def annex(paper):
    """Captions with the rows below them."""
    found, caption = {}, ""
    for block in paper.annex:
        if isinstance(block, Paragraph):
            caption = block.text
        elif isinstance(block, Table):
            found[caption] = [
                [" / ".join("".join(r.text for r in part) for part in c.content) for c in row] for row in block.rows
            ]
    return found


def test_the_tables_of_an_example(root):
    old, new = (read_bytes((root / "examples" / name).read_bytes()) for name in PAIRS[0])
    tables = annex(compared(old, new))
    assert list(tables) == ["Gone without a decision", "Closed", "Opened", "Changed", "Numbering"]
    assert tables["Gone without a decision"] == [["Place", "Words", "Now"], ["4", "“and at anchor”", "–"]]
    assert ["2:1", "1 “with concern”; 2 “with deep concern”", "“with deep concern”"] in tables["Closed"]
    assert ["6:1.1.2", "–", "1 “, on one scale adopted by the Council,”"] in tables["Opened"]
    assert ["13", "12 bis", "renumbered"] in tables["Numbering"]


def test_nothing_gone_is_said_too():
    paper = compare(BEFORE, BEFORE)
    assert annex(paper) == {}
    assert "No words are gone without a decision." in [block.text for block in paper.annex]


def test_the_tables_are_in_the_language_of_the_draft(root):
    old, new = (read_bytes((root / "examples" / name).read_bytes()) for name in PAIRS[1])
    tables = annex(compared(old, new))
    assert "编号对照" in tables
    assert ["5", "7之二", "移动、重新编号"] in tables["编号对照"]
