"""Alternatives brought together: nothing is dropped, and nothing that collides is settled by itself."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.merging import SegmentKind, three_way

ENGLISH = [
    "Ports ",
    "shall ",
    "should ",
    "measure ",
    "the ",
    "air",
    ", ",
    ". ",
    "yearly ",
    "and ",
    "5,000 ",
    "“",
    "” ",
]
CHINESE = ["港", "口", "应", "当", "测", "量", "，", "。", "空", "气", "2030 ", "年", "“", "”"]
LANGUAGES = st.sampled_from(["en", "zh", "fr"])
TEXTS = st.one_of(
    st.lists(st.sampled_from(ENGLISH), max_size=25).map("".join),
    st.lists(st.sampled_from(CHINESE), max_size=25).map("".join),
    st.text(max_size=20),
)


@st.composite
def negotiations(draw, most=5):
    """A base and alternatives that were made from it by cutting, adding and exchanging words."""
    pieces = draw(st.sampled_from([ENGLISH, CHINESE]))
    base = draw(st.lists(st.sampled_from(pieces), max_size=20))
    alternatives = {}
    for number in range(1, draw(st.integers(0, most)) + 1):
        words = list(base)
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(words)))
            gone = draw(st.integers(0, 3))
            words[at : at + gone] = draw(st.lists(st.sampled_from(pieces), max_size=3))
        alternatives[number] = "".join(words)
    return "".join(base), alternatives


def merged(base, alternatives, backers=None, language="en"):
    return three_way(base, alternatives, backers or {}, language)


def without_white(text):
    return "".join(text.split())


def replayed(merge, base, number):
    """The words of one alternative, from its edits and its side of the collisions."""
    written = []
    for segment in merge.segments:
        old = segment.base.of(base)
        if segment.kind is SegmentKind.EDIT:
            written.append(segment.text if number in segment.alternatives else old)
        elif segment.collision:
            sides = [side.text for side in segment.collision.competitors if number in side.alternatives]
            assert len(sides) <= 1
            written.append(sides[0] if sides else old)
        else:
            written.append(segment.text)
    return "".join(written)


@given(negotiations())
def test_nothing_is_dropped(negotiation):
    base, alternatives = negotiation
    merge = merged(base, alternatives)
    for number, text in alternatives.items():
        assert without_white(replayed(merge, base, number)) == without_white(text)


@given(TEXTS, st.lists(TEXTS, max_size=4), LANGUAGES)
def test_nothing_is_dropped_of_unlike_texts(base, texts, language):
    alternatives = dict(enumerate(texts, 1))
    merge = merged(base, alternatives, language=language)
    for number, text in alternatives.items():
        assert without_white(replayed(merge, base, number)) == without_white(text)


@given(negotiations())
def test_segments_are_the_text_and_tile_the_base(negotiation):
    base, alternatives = negotiation
    merge = merged(base, alternatives)
    assert "".join(segment.text for segment in merge.segments) == merge.text
    assert "".join(segment.base.of(base) for segment in merge.segments) == base
    end = 0
    for segment in merge.segments:
        assert segment.base.start == end
        end = segment.base.end
        assert (segment.kind is SegmentKind.COMMON) == (not segment.alternatives)
        assert (segment.kind is SegmentKind.COLLISION) == (segment.collision is not None)
        if segment.collision:
            assert segment.collision.base_span == segment.base
            assert without_white(segment.text) == without_white(segment.base.of(base))


@given(TEXTS, LANGUAGES)
def test_no_alternatives_leave_the_base(base, language):
    merge = merged(base, {}, language=language)
    assert merge.text == base
    assert [segment.base.of(base) for segment in merge.segments] == [base] * bool(base)
    assert not merge.collisions


@given(TEXTS, TEXTS, LANGUAGES)
def test_one_alternative_is_the_text(base, text, language):
    merge = merged(base, {3: text}, language=language)
    assert merge.text == text
    assert not merge.collisions


@given(TEXTS, TEXTS, LANGUAGES)
def test_the_same_alternative_of_several_is_one(base, text, language):
    merge = merged(base, {1: text, 2: text, 4: text}, {1: ("CL",), 2: ("NZ", "CL"), 4: ("FJ",)}, language)
    assert merge.text == text
    for segment in merge.segments:
        assert segment.kind is not SegmentKind.COLLISION
        if segment.kind is SegmentKind.EDIT:
            assert (segment.alternatives, segment.backers) == ((1, 2, 4), ("CL", "NZ", "FJ"))


@given(negotiations())
def test_an_alternative_without_changes_changes_nothing(negotiation):
    base, alternatives = negotiation
    assert merged(base, {**alternatives, 9: base}) == merged(base, alternatives)


@given(negotiations(most=4), st.randoms(use_true_random=False))
def test_the_order_of_alternatives_makes_no_difference(negotiation, rng):
    base, alternatives = negotiation
    names = {number: (f"D{number}",) for number in alternatives}
    first = merged(base, alternatives, names)
    texts = list(alternatives.items())
    rng.shuffle(texts)
    shuffled = {new: text for new, (_, text) in enumerate(texts, 1)}
    owners = {new: names[old] for new, (old, _) in enumerate(texts, 1)}
    second = merged(base, shuffled, owners)
    assert first.text == second.text
    assert [(s.kind, s.text, s.base, set(s.backers)) for s in first.segments] == [
        (s.kind, s.text, s.base, set(s.backers)) for s in second.segments
    ]
    assert merged(base, alternatives, names) == first


@given(st.data())
def test_edits_that_do_not_overlap_combine(data):
    base = [f"w{index}" for index in range(data.draw(st.integers(4, 30)))]
    # Every other word at most is edited, so that no two edits touch.
    places = data.draw(st.lists(st.integers(0, (len(base) - 1) // 2), unique=True, max_size=6))
    together = list(base)
    alternatives = {}
    for number, place in enumerate(places, 1):
        words = data.draw(st.sampled_from([[], [f"n{number}"], [f"n{number}", f"m{number}"]]))
        alternatives[number] = " ".join(itertools.chain(base[: 2 * place], words, base[2 * place + 1 :]))
        together[2 * place] = " ".join(words)
    merge = merged(" ".join(base), alternatives)
    assert not merge.collisions
    assert merge.text == " ".join(word for word in together if word)


def test_edits_side_by_side_combine():
    merge = merged(
        "Ports shall measure particles.",
        {
            1: "Ports should measure particles.",
            2: "Ports shall regularly measure particles.",
            3: "Ports shall measure particles at the fence.",
        },
    )
    assert merge.text == "Ports should regularly measure particles at the fence."
    assert not merge.collisions


def test_edits_of_the_same_words_collide():
    merge = merged(
        "Ports shall measure particles.",
        {
            1: "Ports should measure particles.",
            2: "Ports may measure particles.",
            5: "Ports should measure soot.",
        },
        {1: ("CL", "NZ"), 2: ("US",), 5: ("FJ",)},
    )
    assert merge.text == "Ports shall measure soot."
    (collision,) = merge.collisions
    assert collision.base_span.of("Ports shall measure particles.") == "shall"
    assert [(side.alternatives, side.text, side.backers) for side in collision.competitors] == [
        ((1, 5), "should", ("CL", "NZ", "FJ")),
        ((2,), "may", ("US",)),
    ]


def test_different_words_at_one_place_collide():
    merge = merged("城市、农业", {1: "城市、工业、农业", 2: "城市、能源、农业"}, language="zh")
    assert merge.text == "城市、农业"
    (collision,) = merge.collisions
    assert collision.base_span.length == 0
    assert [side.text for side in collision.competitors] == ["工业、", "能源、"]


def test_an_addition_to_words_that_another_deletes_collides():
    base = "Ports measure particles and publish the results."
    merge = merged(base, {1: "Ports measure particles.", 2: "Ports measure particles and publish the results monthly."})
    (collision,) = merge.collisions
    assert collision.base_span.of(base) == "and publish the results"
    assert [side.text for side in collision.competitors] == ["", "and publish the results monthly"]
    assert merge.text == base


def test_what_would_be_said_twice_collides():
    merge = merged(
        "on the basis of needs",
        {1: "on the basis of an inventory", 2: "on the basis of needs and an inventory"},
    )
    assert len(merge.collisions) == 1


def test_a_passage_moved_and_reworded_stands_once():
    base = "The dues are paid to the port. Ships pay them once every year."
    merge = merged(
        base,
        {
            1: "Ships pay them once every year. The dues are paid to the port.",
            2: "The dues are paid to the port. Ships pay them twice every year.",
        },
    )
    assert merge.text == base
    assert len(merge.collisions) == 2


def test_a_passage_moved_past_a_reworded_one():
    merge = merged(
        "The dues are paid to the port. Ships pay them once every year.",
        {
            1: "Ships pay them once every year. The dues are paid to the port.",
            2: "The dues are paid to the State. Ships pay them once every year.",
        },
    )
    assert merge.text == "Ships pay them once every year. The dues are paid to the State."


@pytest.mark.parametrize(
    ("base", "alternatives", "language", "text"),
    [
        ("a, b and c", ["a and c", "a, b"], "en", "a"),
        ("big old ports", ["old ports", "big ports"], "en", "ports"),
        ("到2030年", ["到 2030年底", "最晚到2030年"], "zh", "最晚到 2030年底"),
        (
            "le port paie",
            ["le port paie ; il mesure", "le grand port paie"],
            "fr",
            "le grand port paie ; il mesure",
        ),
        ("ports pay", ["(some) ports pay", "ports pay (once)"], "en", "(some) ports pay (once)"),
        ("ports pay dues", ["ships pay dues", "ports waive dues"], "en", "ships waive dues"),
        ("方案设在日内瓦。", ["方案设在内罗毕。", "方案办公室设在日内瓦。"], "zh", "方案办公室设在内罗毕。"),
    ],
)
def test_spacing(base, alternatives, language, text):
    assert merged(base, dict(enumerate(alternatives, 1)), language=language).text == text


def test_white_space_never_collides():
    merge = merged("a b c", {1: "a  b c", 2: "a\tb c", 3: "a b d"})
    assert not merge.collisions
    assert without_white(merge.text) == "abd"


def test_many_alternatives_of_a_long_text():
    base = " ".join(f"w{index % 700}" for index in range(2_000))
    words = base.split()
    alternatives = {
        number: " ".join([*words[: number * 60], f"new{number}", *words[number * 60 + 1 :]]) for number in range(1, 31)
    }
    merge = merged(base, alternatives)
    assert not merge.collisions
    assert all(f"new{number}" in merge.text for number in alternatives)
