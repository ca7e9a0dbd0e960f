"""Passages of two drafts that belong together, whatever happened to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rounds.two_rounds import rounds

from negotext.reading import read_text
from negotext.rounds import Happening, match_blocks

DUES = "Ports shall vary their dues according to what a ship emits while it lies in the port."
POWER = "Each port offers shore power at all of its berths, and publishes what it charges for it."
NEEDS = "The Secretariat prepares an estimate of needs before the eighth session of the Council."
REVIEW = "The Committee reviews the application of this decision every five years, beginning in 2030."
HOSTS = "Chile and Norway have offered to host a pilot berth in one of their harbours."


def numbered(*paragraphs: str) -> str:
    return "\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, 1)) + "\n"


def happened(old: str, new: str):
    matches = match_blocks(read_text(old, language="en"), read_text(new, language="en"))
    return [
        (
            [passage.address for passage in match.old],
            [passage.address for passage in match.new],
            "+".join(match.happened),
        )
        for match in matches
    ]


def test_the_same_twice():
    text = numbered(DUES, POWER, NEEDS)
    assert happened(text, text) == [([each], [each], "same") for each in "123"]


def test_reworded():
    matches = happened(numbered(DUES, POWER), numbered(DUES.replace("shall vary", "should set"), POWER))
    assert matches == [(["1"], ["1"], "reworded"), (["2"], ["2"], "same")]


def test_new_before_the_others_renumbers_them():
    assert happened(numbered(DUES, POWER), numbered(NEEDS, DUES, POWER)) == [
        ([], ["1"], "new"),
        (["1"], ["2"], "renumbered"),
        (["2"], ["3"], "renumbered"),
    ]


def test_gone_stands_where_it_stood():
    assert happened(numbered(DUES, POWER, NEEDS), f"1. {DUES}\n\n3. {NEEDS}\n") == [
        (["1"], ["1"], "same"),
        (["2"], [], "gone"),
        (["3"], ["3"], "same"),
    ]


def test_one_paragraph_moved_past_three():
    old = numbered(DUES, POWER, NEEDS, REVIEW)
    new = f"2. {POWER}\n\n3. {NEEDS}\n\n4. {REVIEW}\n\n1. {DUES}\n"
    assert [each for each in happened(old, new) if each[2] != "same"] == [(["1"], ["1"], "moved")]


def test_moved_reworded_and_renumbered_at_once():
    old = numbered(DUES, POWER, NEEDS, REVIEW)
    new = numbered(POWER, NEEDS, REVIEW, DUES.replace("vary", "set"))
    assert happened(old, new)[-1] == (["1"], ["4"], "reworded+moved+renumbered")


def test_split_and_merged():
    one, two = numbered(f"{DUES} {POWER}", NEEDS), f"1. {DUES}\n\n1 bis. {POWER}\n\n2. {NEEDS}\n"
    assert happened(one, two)[0] == (["1"], ["1", "1 bis"], "split")
    assert happened(two, one)[0] == (["1", "1 bis"], ["1"], "merged")


def test_split_in_three():
    one = numbered(f"{DUES} {POWER} {NEEDS}", REVIEW)
    three = f"1. {DUES}\n\n1 bis. {POWER}\n\n1 ter. {NEEDS}\n\n2. {REVIEW}\n"
    assert happened(one, three)[0] == (["1"], ["1", "1 bis", "1 ter"], "split")


def test_a_paragraph_written_anew_is_gone_and_new():
    matches = happened(numbered(DUES, POWER), numbered(DUES, "Whales sing."))
    assert [each[2] for each in matches] == ["same", "new", "gone"] or [each[2] for each in matches] == [
        "same",
        "gone",
        "new",
    ]


def test_most_of_a_paragraph_deleted_under_its_number():
    matches = happened(numbered(DUES, POWER), numbered(DUES, "Each port offers shore power."))
    assert matches[1] == (["2"], ["2"], "reworded")


def test_what_a_delegation_says_now_on_the_same_paragraph():
    old = f"1. {DUES}\n\nNorway: prefers the words as they stand.\n\n2. {POWER}\n"
    new = f"1. {DUES}\n\nNorway: can be flexible on this, if others are.\n\n2. {POWER}\n"
    (match,) = [each for each in match_blocks(read_text(old), read_text(new)) if each.happened != (Happening.SAME,)]
    assert (match.happened, len(match.old), len(match.new)) == ((Happening.REWORDED,), 1, 1)
    assert match.confidence < 0.5


def test_brackets_settled_leave_the_paragraph_the_same():
    old = (
        "1. The [Council][Committee – US, JP; CL, NZ, NO oppose] decides on the [full] scale [of the Facility] in May."
    )
    new = "1. The Committee decides on the scale in May."
    (match,) = match_blocks(read_text(old), read_text(new))
    assert match.confidence > 0.6


def test_confidence_is_one_for_the_same_words_only():
    for match in match_blocks(read_text(numbered(DUES, POWER)), read_text(numbered(DUES, POWER + " Always."))):
        assert (match.confidence == 1) == (match.happened == (Happening.SAME,))


WORDS = f"{DUES} {POWER} {NEEDS} {REVIEW}".split()


def wrapped(words: list[str], width: int) -> str:
    lines = [words[at : at + width] for at in range(0, len(words), width)]
    return "\n".join(" ".join(line) for line in lines)


@pytest.mark.parametrize("width", [5, 9, 14, 70])
def test_line_wraps_and_page_breaks_never_count(width):
    body = wrapped(WORDS, width)
    middle = body.find("\n", len(body) // 2)
    paged = (
        body
        if middle < 0
        else f"{body[:middle]}\n\n\n                       7\n\f              ICP/7/CRP.3\n\n\n{body[middle + 1 :]}"
    )
    old = f"1. {wrapped(WORDS, 11)}\n\n2. {HOSTS}\n"
    new = f"1.   {paged}\n\n2. {HOSTS}\n"
    assert {each[2] for each in happened(old, new)} == {"same"}


def test_full_and_half_width_forms_never_count():
    found = rounds("1. 港口［应］采用一套办法（草案）。", "1. 港口[应]采用一套办法(草案)。", "zh")
    assert not found.unlike()


def test_edits_have_spans_in_both_drafts():
    found = rounds(numbered(DUES, POWER), numbered(DUES.replace("shall vary", "should set"), POWER))
    match = found.block("vary their dues")
    assert found.edits(match) == [("replace", "shall vary", "should set")]
    old = "".join(edit.base.of(found.old.source.text) for edit in match.edits)
    assert "".join(old.split()) == "".join(DUES.split())


def test_a_passage_moved_within_a_paragraph():
    found = rounds(numbered(f"{DUES} {POWER}"), numbered(f"{POWER} {DUES}"))
    assert [kind for kind, _, _ in found.edits(found.block("vary their dues"))] == ["move"]


PARAGRAPHS = st.lists(
    st.sampled_from([DUES, POWER, NEEDS, REVIEW, HOSTS, "[Option 1]", "Norway: reserves.", "The [A][B] end.", ""]),
    max_size=7,
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_passage_is_in_exactly_one_match(old, new):
    matches = match_blocks(read_text(numbered(*old)), read_text(numbered(*new)))
    for side in ("old", "new"):
        indexes = [passage.index for match in matches for passage in getattr(match, side)]
        assert sorted(indexes) == list(range(len(indexes)))
    firsts = [match.new[0].index for match in matches if match.new]
    assert firsts == sorted(firsts)
    for match in matches:
        assert 0 <= match.confidence <= 1
        assert (Happening.NEW in match.happened) == (not match.old)
        assert (Happening.GONE in match.happened) == (not match.new)


@given(PARAGRAPHS)
def test_a_draft_is_the_same_as_itself(paragraphs):
    draft = read_text(numbered(*paragraphs))
    assert all(match.happened == (Happening.SAME,) for match in match_blocks(draft, draft))


@given(PARAGRAPHS, PARAGRAPHS)
def test_matching_is_deterministic(old, new):
    first, second = read_text(numbered(*old)), read_text(numbered(*new))
    assert match_blocks(first, second) == match_blocks(first, second)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(old, new):
    rounds(old, new)
