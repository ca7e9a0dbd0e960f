"""The annotated draft: text, remarks, legend and tables."""

from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotext.languages import LANGUAGES, load_registry
from negotext.model import Act, Decision, Side, Stand
from negotext.outcome import choices_of, outcome
from negotext.paper.annotated import annotated
from negotext.paper.bookmarks import Bookmark, parse_bookmark
from negotext.paper.matrix import COLUMNS
from negotext.paper.plain import plain
from negotext.paper.points import as_read
from negotext.paper.sayings import shortened
from negotext.paper.setting import set_text
from negotext.paper.values import Edge, Kind, Paragraph, Role, Run, Table
from negotext.reading import read_bytes, read_text, reread
from negotext.source import from_text
from negotext.store import Traced

DRAFT = """\
1. By [2030 – Norway, Chile][2035 – India], each port [shall][should] offer power.

2. Ports vary their dues [“on one scale” – Algeria on behalf of the African Group; Kenya opposes; US reserves its
position].

3. Ports report to the [Secretariat].
"""


def paper_of(draft, standings=None, language=None, **known):
    standings = as_read(choices_of(draft)) if standings is None else standings
    return annotated(draft, standings, load_registry(language or draft.language), **known)


def draft():
    return read_text(DRAFT, language="en")


def remark(paper, key):
    return next(each.paragraphs for each in paper.remarks if each.key == key)


def words_of(cell):
    return " / ".join("".join(run.text for run in part) for part in cell.content)


def rows(table):
    return [[words_of(cell) for cell in row] for row in table.rows]


def tables(paper):
    return [block for block in paper.annex if isinstance(block, Table)]


def decided(standings, **chosen):
    """Standings with decisions: `choose("1:1", 2)` by address; a text is a merge, None parks."""
    found = []
    for standing in standings:
        if standing.address not in chosen:
            found.append(standing)
            continue
        what = chosen[standing.address]
        decision = (
            Decision(standing.address, Act.PARK) if what is None
            else Decision(standing.address, Act.MERGE, text=what) if isinstance(what, str)
            else Decision(standing.address, Act.ACCEPT, alternative=what)
        )  # fmt: skip
        at = {"decided_by": "The chair", "decided_at": "2026-03-04T10:00:00Z"}
        found.append(replace(standing, state=decision.state, decision=decision, **at))
    return found


# The text


def test_the_text_is_the_draft():
    assert plain(paper_of(draft())) == plain(set_text(draft()))


@pytest.mark.parametrize("name", ["harbour-air.en.txt", "city-water.zh.txt", "water-plan.ar.txt"])
def test_the_text_of_an_example_is_the_draft(root, name):
    read = read_bytes((root / "examples" / name).read_bytes())
    assert plain(paper_of(read)) == plain(set_text(read))


def test_names_and_words_have_their_delegation():
    content = paper_of(draft()).body[0].content
    runs = [(run.text, run.role, run.delegation) for run in content if isinstance(run, Run)]
    assert ("2030", Role.OFFERED, "NO") in runs
    assert ("Norway", Role.ATTRIBUTION, "NO") in runs
    assert ("Chile", Role.ATTRIBUTION, "CL") in runs
    assert ("shall", Role.CONTESTED, "") in runs


def test_each_choice_is_named_and_has_a_bookmark_in_a_session():
    paper = paper_of(draft(), session="0123abcd", round=2)
    edges = [inline.key for block in paper.body for inline in block.content if isinstance(inline, Edge)]
    addresses = [choice.address for choice in choices_of(draft())]
    assert sorted(edges) == sorted(addresses * 2)
    assert {key: parse_bookmark(name) for key, name in paper.bookmarks.items()} == {
        address: Bookmark("0123abcd", 2, place) for place, address in enumerate(addresses)
    }


def test_a_draft_outside_a_session_has_no_bookmarks():
    assert paper_of(draft()).bookmarks == {}


# Remarks


def test_a_remark_says_who_wants_what_and_in_which_words():
    assert remark(paper_of(draft()), "1:1") == (
        "Place 1:1 (open)",
        "For 1 “2030”: Norway, Chile (“2030 – Norway, Chile”)",
        "For 2 “2035”: India (“2035 – India”)",
    )


def test_a_remark_says_on_whose_behalf_who_reserves_and_who_leaves_the_line_of_a_group():
    head, offered, against, reserves, bound, broke, *rest = remark(paper_of(draft()), "2:1")
    assert head == "Place 2:1 (open)"
    assert offered.startswith("For 1 “on one scale”: Algeria on behalf of the African Group (")
    assert against == "Against 1 “on one scale”: Kenya (“Kenya opposes”)"
    assert reserves == "Reserve 1 “on one scale”: United States (“US reserves its position”)"
    assert bound == "Bound by the line of the African Group (For 1), without having spoken: 52 others"
    assert broke == "Kenya departs from the line of the African Group"
    assert rest == []


def test_silence_is_said():
    assert remark(paper_of(draft()), "3:1") == ("Place 3:1 (open)", "No position recorded.")


def test_who_has_only_remarked_is_told_from_who_supports():
    read = read_text(f"{DRAFT}\nUnited States: observes that paragraph 3 is short.\n", language="en")
    paper = paper_of(read)
    assert remark(paper, "3:1")[1].startswith("Remark 1 “3. Ports report to the [Secretariat].”: United States (")
    assert [row[-1] for row in rows(tables(paper)[1])] == ["3:1", "·", "·", "·", "·", "·", "·", "…"]


def test_remarks_are_negotexts_own():
    paper = paper_of(draft(), created="2026-03-04T10:00:00Z")
    assert {(each.author, each.initials, each.date) for each in paper.remarks} == {
        ("negotext", "nt", "2026-03-04T10:00:00Z")
    }


def floor(address, text, *, side=Side.FOR):
    """A stand from the floor on the first wording of a choice."""
    stand = Stand("FJ", None, side, 1, -1, "support")
    standings = [
        replace(each, choice=replace(each.choice, stands=(*each.choice.stands, stand)))
        if each.address == address
        else each
        for each in as_read(choices_of(draft()))
    ]
    return standings, {address: [Traced(stand, text, None, 7, None)]}


def test_what_was_said_from_the_floor_is_in_the_remark_and_the_tables_not_in_the_text():
    standings, traces = floor("3:1", "Fiji supports 1")
    paper = paper_of(draft(), standings, traces=traces)
    assert remark(paper, "3:1")[1] == "For 1 “Secretariat”: Fiji (“Fiji supports 1”, from the floor)"
    assert plain(paper) == plain(set_text(draft()))
    assert ["3:1", "1: Secretariat", "1: Fiji", "", "", "open"] in rows(tables(paper)[0])
    assert any(row[0] == "Fiji" and row[-1] == "+1" for row in rows(tables(paper)[1]))


# Decisions


def test_agreed_words_stand_in_the_text():
    read = draft()
    paper = paper_of(read, decided(as_read(choices_of(read)), **{"1:1": 2, "3:1": "Committee and the Council"}))
    first, last = paper.body[0], paper.body[-1]
    assert first.text == "1.\tBy 2035, each port [shall][should] offer power."
    assert last.text == "3.\tPorts report to the Committee and the Council."
    agreed = [
        run.text for run in chain(first.content, last.content) if isinstance(run, Run) and run.role is Role.AGREED
    ]
    assert agreed == ["2035", "Committee and the Council"]
    assert [each.key for each in paper.remarks] == ["1:2", "2:1"]


def test_a_parked_choice_keeps_its_brackets_and_its_remark():
    read = draft()
    paper = paper_of(read, decided(as_read(choices_of(read)), **{"3:1": None}))
    assert plain(paper) == plain(set_text(read))
    assert remark(paper, "3:1")[0] == "Place 3:1 (parked – The chair, 2026-03-04)"


def test_the_table_says_what_was_decided():
    read = draft()
    paper = paper_of(read, decided(as_read(choices_of(read)), **{"1:2": 2}))
    assert rows(tables(paper)[0])[2][-1] == "agreed: 2 “should” – The chair, 2026-03-04"


def test_a_choice_gone_with_the_one_around_it_has_no_place():
    read = read_text("1. Ports report [to [one][two] councils].\n", language="en")
    paper = paper_of(read, decided(as_read(choices_of(read)), **{"1:1": 0}), session="0123abcd", round=1)
    assert paper.body[0].text == "1.\tPorts report."
    assert set(paper.bookmarks) == {"1:1"}
    assert [row[-1] for row in rows(tables(paper)[0])[1:]] == [
        "agreed: 0 leave it out – The chair, 2026-03-04", "gone with 1:1",
    ]  # fmt: skip


EXAMPLES = ("harbour-air.en.txt", "city-water.zh.txt", "water-plan.ar.txt", "ocean-finance.options.en.txt")


@cache
def example(name):
    read = read_bytes((Path(__file__).parents[2] / "examples" / name).read_bytes())
    return read, choices_of(read)


@pytest.mark.parametrize("name", EXAMPLES)
@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 9)), max_size=6))
def test_any_decisions_give_the_outcome(name, picked):
    read, choices = example(name)
    chosen = {}
    for place, number in picked:
        choice = choices[place % len(choices)]
        chosen[choice.address] = "merged words" if number == 9 else number % len(choice.alternatives)
    standings = decided(as_read(choices), **chosen)
    decisions = {each.address: each.decision for each in standings if each.decision}
    paper = paper_of(read, standings)
    text = outcome(read, choices, decisions).text
    # Footnotes are compared elsewhere: a passage that a page break cuts has those of the page in it.
    assert _letters(plain(paper.body)) == _letters(plain(set_text(reread(from_text(text), read.language)).body))
    edges = [inline.key for block in paper.body for inline in block.content if isinstance(inline, Edge)]
    assert all(edges.count(key) == 2 for key in edges)


def _letters(text):
    """Without white space, which the setting of the page decides, and figures, which may call footnotes."""
    return [c for c in text.replace("[1]", "").replace("[2]", "") if not c.isspace() and not c.isdigit()]


# Legend


def legend(paper):
    return [block.text for block in paper.annex if isinstance(block, Paragraph) and block.kind is Kind.LEGEND]


def test_the_legend_says_what_occurs_with_its_sign_in_black_and_white():
    assert legend(paper_of(draft()))[:5] == [
        "[…] – bold: not agreed: words between them are open",
        "words – in brackets: open words that are nobody’s in particular",
        "words – underlined: words that a delegation wants in, in its colour",
        "Name – delete – italic: who says it and what, names in their colours",
        "Delegations: African Group (orange), Algeria (olive), Chile (violet), India (brown), Kenya (brown), "
        "Norway (grey blue), United States (blue)",
    ]


def test_a_text_without_brackets_needs_no_legend():
    paper = paper_of(read_text("1. Parties meet.\n", language="en"))
    assert paper.annex == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_in_the_language_of_the_draft(root, language):
    read = read_bytes((root / "examples" / f"water-plan.{language}.txt").read_bytes())
    paper = paper_of(read)
    headings = [block.text for block in paper.annex if isinstance(block, Paragraph) and block.kind is Kind.PART]
    expected = {
        "ar": "مفتاح الرموز",
        "en": "Legend",
        "es": "Leyenda",
        "fr": "Légende",
        "ru": "Условные обозначения",
        "zh": "图例",
    }
    assert headings[0] == expected[language]
    assert len(headings) == 3
    assert {block.language for block in paper.annex} == {language}


# Tables


def test_the_table_of_choices():
    assert rows(tables(paper_of(draft()))[0]) == [
        ["Place", "Wordings", "For", "Against", "Reserve", "State"],
        ["1:1", "1: 2030 / 2: 2035", "1: Norway, Chile / 2: India", "", "", "open"],
        ["1:2", "1: shall / 2: should", "", "", "", "open"],
        ["2:1", "1: on one scale", "1: Algeria on behalf of the African Group", "1: Kenya", "1: United States", "open"],
        ["3:1", "1: Secretariat", "", "", "", "open"],
    ]


def test_the_matrix_has_a_sign_for_each_side_and_one_for_silence():
    matrix = tables(paper_of(draft()))[1]
    assert matrix.turned
    assert rows(matrix) == [
        ["Delegation", "1:1", "2:1"],
        ["African Group", "·", "+1"],
        ["Algeria", "·", "+1"],
        ["Chile", "+1", "·"],
        ["India", "+2", "·"],
        ["Kenya", "·", "−1"],
        ["Norway", "+1", "·"],
        ["United States", "·", "?1"],
    ]
    assert [cell.shade for cell in matrix.rows[-1]] == ["", "silent", "reserves"]


def test_whoever_a_group_binds_is_told_from_who_spoke():
    matrix = tables(paper_of(draft(), participants=["DZ", "GH", "KE"]))[1]
    assert ["Ghana", "·", "(+1)"] in rows(matrix)
    assert ["Kenya", "·", "−1"] in rows(matrix)


def test_a_wide_matrix_is_split(root):
    read = read_bytes((root / "examples" / "harbour-air.en.txt").read_bytes())
    first, *parts = tables(paper_of(read))
    assert len(parts) > 1
    lengths = [len(part.rows[0]) - 1 for part in parts]
    assert max(lengths) <= COLUMNS
    assert max(lengths) - min(lengths) <= 1
    spoken = [choice.address for choice in choices_of(read) if choice.stands]
    assert [words_of(cell) for part in parts for cell in part.rows[0][1:]] == spoken
    assert len(first.rows) == len(choices_of(read)) + 1


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("ports and ships", 15, "ports and ships"),
        ("ports and ships", 14, "ports and…"),
        ("portsandships", 8, "portsan…"),
        ("港口和船舶", 10, "港口和船舶"),
        ("港口和船舶", 9, "港口和…"),
        ("", 3, ""),
    ],
)
def test_wordings_are_cut_to_columns(text, most, shown):
    assert shortened(text, most) == shown


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_is_as_long_as_the_head(name):
    read, _ = example(name)
    for table in tables(paper_of(read)):
        assert {len(row) for row in table.rows} == {len(table.widths)}
