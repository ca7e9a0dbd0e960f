"""Facts about the real drafts: what a person who counts by hand finds in them."""

import re
from functools import cache
from pathlib import Path

import pytest

from negotext.model import BlockKind, Draft
from negotext.reading import read_bytes

FIRST = "wo-pbc-35-7-annex.zh.txt"
SECOND = "wo-pbc-36-12-annex-ii.zh.txt"
TPP = "tpp-ip-chapter-2013-08-30.sections-a-d.en.txt"
GENEVA = "unfccc-geneva-negotiating-text-2015-02-12.en.txt"


@cache
def read(path: Path) -> Draft:
    return read_bytes(path.read_bytes(), path.name)


@pytest.fixture
def draft(shared):
    return lambda name: read(shared / "corpus" / name)


def unclosed_lines(draft: Draft) -> list[int]:
    return [draft.source.line(bracket.start) for bracket in draft.tree.unclosed]


def openers(text: str) -> int:
    return len(re.findall(r"[\[［]", text))


def closers(text: str) -> int:
    return len(re.findall(r"[\]］]", text))


# ---------------------------------------------------------------------------------------------------------------------
# Brackets


@pytest.mark.parametrize(
    ("name", "opening", "closing", "unclosed", "unopened"),
    [
        (FIRST, 150, 145, 5, 0),
        (SECOND, 151, 145, 6, 0),
        (TPP, None, None, None, None),
        (GENEVA, None, None, None, None),
    ],
)
def test_every_bracket_is_in_the_tree(draft, name, opening, closing, unclosed, unopened):
    found = draft(name)
    text, square = found.source.text, [bracket for bracket in found.tree.brackets if not bracket.round]
    assert len(square) == openers(text)
    assert sum(bracket.closed for bracket in square) + len(found.tree.unopened) == closers(text)
    if opening is not None:
        assert (openers(text), closers(text)) == (opening, closing)
        assert (len(found.tree.unclosed), len(found.tree.unopened)) == (unclosed, unopened)


def test_the_five_brackets_that_are_never_closed(draft):
    found = draft(FIRST)
    assert unclosed_lines(found) == [15, 246, 269, 309, 707]
    faults = [fault for fault in found.diagnostics if fault.code == "unclosed-bracket"]
    assert [found.source.line(fault.span.start) for fault in faults] == [15, 246, 269, 309, 707]


def test_unclosed_brackets_end_in_their_paragraph(draft):
    found = draft(FIRST)
    for bracket in found.tree.unclosed:
        block = found.block_at(bracket.start)
        assert block.span.start <= bracket.start < bracket.end <= block.span.end


# Outermost contested brackets and their depth. A section of Geneva is one bracket, which closes pages later.
@pytest.mark.parametrize(
    ("name", "least", "most", "depth"), [(FIRST, 50, 90, 3), (SECOND, 50, 90, 3), (TPP, 45, 90, 4), (GENEVA, 40, 90, 7)]
)
def test_the_figures_are_plausible(draft, name, least, most, depth):
    depths = draft(name).tree.contested_depths()
    assert least <= depths.count(1) <= most
    assert 2 <= max(depths) <= depth


def test_a_lost_bracket_does_not_move_the_depth_of_what_follows(draft):
    found = draft(GENEVA)
    depths = found.tree.contested_depths()
    last = [depth for bracket, depth in zip(found.tree.brackets, depths, strict=True) if bracket.start > 300_000]
    assert min(depth for depth in last if depth) == 1


def test_all_bracketed_words_of_geneva_are_contested_but_placeholders(draft):
    found = draft(GENEVA)
    noted = [bracket for bracket in found.tree.brackets if bracket.kind != "contested"]
    assert len(noted) <= 0.05 * len(found.tree.brackets)


# ---------------------------------------------------------------------------------------------------------------------
# Blocks


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_the_numbered_paragraphs_of_the_terms_of_reference(draft, name):
    labels = [
        int(block.label)
        for block in draft(name).blocks
        if block.kind is BlockKind.PARAGRAPH and block.label.isdecimal() and not block.paragraph.startswith("C")
    ]
    assert labels == list(range(1, 22))


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_the_sections_and_the_chairs_paragraphs(draft, name):
    blocks = draft(name).blocks
    assert [block.label for block in blocks if block.kind is BlockKind.HEADING and block.label] == list("ABCDEFGH")
    chair = [block.paragraph for block in blocks if block.kind is BlockKind.CHAIR]
    assert chair == ["C5", "C9", "C10", "C12", "C15", "C14", "C15", "C16"]
    inside = [block.paragraph for block in blocks if block.paragraph.startswith("C10(")]
    assert list(dict.fromkeys(inside)) == [f"C10({number})" for number in range(1, 7)]


def test_the_second_round_has_the_same_blocks_and_its_own_page(draft):
    first, second = draft(FIRST), draft(SECOND)
    # It closes the last bracket a line earlier and adds its own end; one page header is left in it.
    assert abs(len(second.blocks) - len(first.blocks)) <= 4
    furniture = [block.span.of(second.source.text) for block in second.blocks if block.kind is BlockKind.FURNITURE]
    assert len(furniture) == 1
    assert "WO/PBC/36/12" in furniture[0]
    assert "11" in furniture[0]


def test_a_wrapped_line_that_begins_with_a_name_is_no_statement(draft):
    found = draft(FIRST)
    for line in (112, 277, 398, 433, 516, 539, 798):
        block = found.block_at(found.source.lines[line - 1])
        assert found.source.line(block.span.start) < line, line


def test_the_statements_of_the_terms_of_reference(draft):
    found = draft(FIRST)
    lines = [found.source.line(block.span.start) for block in found.blocks if block.kind is BlockKind.STATEMENT]
    for line in (88, 125, 135, 137, 167, 190, 202, 204, 265, 301, 321, 435, 439, 597, 599, 683, 731, 764, 766, 790):
        assert line in lines, line


def test_the_labels_of_geneva(draft):
    labels = {block.label for block in draft(GENEVA).blocks}
    expected = [
        *("18 ter", "18 ter.2", "31 terdecies", "16.5 quater", "3.1 ter", "12 bis", "16 quarter", "24 quinquies"),
        *("Option 1 bis", "Option (a)", "Option (ii)", "Option II", "30 bis", "37 ter", "47.5 bis", "(b) bis"),
    ]
    assert [label for label in expected if label not in labels] == []
    numbers = [int(label) for label in labels if label.isdecimal()]
    assert sorted(set(range(103)) - set(numbers)) == []


def test_the_options_of_geneva(draft):
    found = draft(GENEVA)
    printed = re.findall(
        r"(?m)^(?:[\w.]{1,12}\s)?(?:bis\.?\s)?\[?Option (?:\d+|\([a-z]+\)|[IVX]+)[^\n]{0,12}:", found.source.text
    )
    options = [block for block in found.blocks if block.kind is BlockKind.OPTION]
    assert len(options) >= 0.97 * len(printed)


def test_the_pages_of_geneva_and_tpp(draft):
    pages = {}
    for name in (GENEVA, TPP):
        found = draft(name)
        furniture = [block.span.of(found.source.text) for block in found.blocks if block.kind is BlockKind.FURNITURE]
        pages[name] = furniture
        assert not [words for words in furniture if "propose" in words or "shall" in words]
    assert sum("agenda item 3" in words for words in pages[GENEVA]) >= 80
    assert sum("TPP CONFIDENTIAL" in words for words in pages[TPP]) >= 28


def test_the_articles_and_footnotes_of_tpp(draft):
    found = draft(TPP)
    articles = [block.label for block in found.blocks if block.label.startswith("Article QQ.")]
    assert [f"Article QQ.A.{number}" for number in range(1, 14) if f"Article QQ.A.{number}" not in articles] == []
    assert [f"Article QQ.C.{number}" for number in range(1, 13) if f"Article QQ.C.{number}" not in articles] == []
    assert [f"Article QQ.D.{number}" for number in range(1, 15) if f"Article QQ.D.{number}" not in articles] == []
    notes = [block for block in found.blocks if block.kind is BlockKind.FOOTNOTE]
    numbers = [int(re.match(r"\s*(\d+)", note.span.of(found.source.text))[1]) for note in notes]
    assert len(set(range(1, 87)) - set(numbers)) <= 2
    addresses = {block.paragraph for block in found.blocks}
    # Paragraph numbers with a footnote run into them: 116., 430., 450., 1.56
    assert {"Article QQ.A.7.1", "Article QQ.A.10.4", "Article QQ.C.5.4", "Article QQ.C.12.1"} <= addresses


@pytest.mark.parametrize("name", [FIRST, SECOND, TPP, GENEVA])
def test_blocks_cover_the_text(draft, name):
    found = draft(name)
    assert "".join(block.span.of(found.source.text) for block in found.blocks) == found.source.text


# ---------------------------------------------------------------------------------------------------------------------
# Positions


@pytest.mark.parametrize(("name", "least"), [(FIRST, 200), (SECOND, 200), (TPP, 600)])
def test_positions_are_found_and_their_evidence_is_in_the_text(draft, name, least):
    found = draft(name)
    assert len(found.positions) >= least
    for position in found.positions:
        assert position.evidence.of(found.source.text).strip()


def test_geneva_has_options_and_nobody_speaks(draft):
    # The text names no Party: whatever is read as a position there is a mistake.
    assert len(draft(GENEVA).positions) <= 5
