"""The two rounds of the terms of reference, as issued in May and June 2023: what differs was found by hand.

Line by line, the drafts differ in the white space of ten lines, in a page header in the middle of paragraph 15 of
the second (`WO/PBC/36/12`, page 11), in its last bracket, and in the notice of the end below it. The last bracket is
where it matters: in the first round it closes what was opened in paragraph 20.
"""

import pytest
from rounds.two_rounds import Rounds

from negotext.rounds import Happening


@pytest.fixture(scope="module")
def terms(shared) -> Rounds:
    folder = shared / "corpus"
    return Rounds.of_files(folder / "wo-pbc-35-7-annex.zh.txt", folder / "wo-pbc-36-12-annex-ii.zh.txt")


def test_the_last_bracket_and_the_notice_of_the_end(terms):
    first, second = terms.unlike()
    assert first.happened == (Happening.REWORDED,)
    assert terms.edits(first) == [("delete", "]", "")]
    assert first.confidence > 0.95
    assert (second.happened, second.new[0].text) == ((Happening.NEW,), "[附件二和文件完]")


def test_all_else_is_the_same_in_the_same_order(terms):
    same = [match for match in terms.found.blocks if match.happened == (Happening.SAME,)]
    assert len(same) == len(terms.found.blocks) - 2 > 200
    assert [match.old[0].index for match in same] == sorted(match.old[0].index for match in same)
    assert all(match.confidence == 1 for match in same)


def test_nobody_moved_and_nothing_was_settled(terms):
    assert terms.found.positions == ()
    assert terms.found.closed == ()
    assert terms.found.opened == ()
    assert terms.found.silent == ()


def test_the_bracket_of_paragraph_20_reaches_less_far(terms):
    for match in terms.found.changed:
        assert match.old.paragraph == "20"
        assert match.old.span.of(terms.old.source.text).rstrip().endswith("]]")
        assert not match.certain


def test_every_other_choice_is_carried_over(terms):
    certain = [match for match in terms.found.choices if match.certain]
    assert len(certain) >= len(terms.old_choices) - 1
    assert all(not match.added and not match.removed for match in certain)


def test_no_label_changed(terms):
    assert terms.found.concordance
    assert all(row.old == row.new and row.confidence > 0.9 for row in terms.found.concordance)


def test_comparing_it_with_itself_finds_nothing(terms):
    for draft in (terms.old, terms.new):
        found = Rounds(draft, draft)
        assert not found.unlike()
        assert not (found.found.closed or found.found.opened or found.found.positions or found.found.silent)
        assert not found.found.changed and not found.found.doubtful
