"""Unwrapping: the words of a stretch without line ends, page furniture and nested brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.model import Span
from negotext.source import CHILD, Flow


def unwrapped(text: str) -> str:
    return Flow(text).region(0, len(text)).clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("the Committee\n   shall meet", "the Committee shall meet"),
        ("the Committee\n\n\nshall meet", "the Committee shall meet"),
        ("阿尔及\n\n利亚", "阿尔及利亚"),
        ("第 5\n段", "第 5段"),
        ("WIPO\n总部", "WIPO总部"),
        ("总部，\n WIPO", "总部，WIPO"),
        ("“网络”—\n\n—巴西", "“网络”——巴西"),
        ("“one”\n“two”", "“one”“two”"),
        ("Комитет\nсобирается", "Комитет собирается"),
        ("تجتمع\nاللجنة", "تجتمع اللجنة"),
        ("one\t\ttwo  three", "one two three"),
        ("line\r\nend", "line end"),
        ("page\n\x0cbreak", "page break"),
        ("  both ends  ", "both ends"),
        ("\n\n", ""),
        ("", ""),
    ],
)
def test_wraps_are_a_space_or_nothing(text, clean):
    assert unwrapped(text).strip() == clean


def test_furniture_and_footnotes_are_left_out():
    text = "the net-\nPAGE 3\nwork of offices\n1 A footnote\nshall grow"
    excluded = [Span(text.index("PAGE"), text.index("work")), Span(text.index("1 A"), text.index("shall"))]
    assert Flow(text, excluded).region(0, len(text)).clean == "the net- work of offices shall grow"


def test_a_word_cut_by_a_page_is_whole_again():
    text = "[阿尔及\n\n第 3 页\n\n利亚——删除]"
    page = text.index("第 3")
    assert Flow(text, [Span(page, text.index("利亚"))]).wording(1, len(text) - 1) == "阿尔及利亚——删除"


def test_nested_brackets_are_one_character_each():
    text = "shall [not] [ever] meet"
    region = Flow(text).region(0, len(text), [Span(6, 11), Span(12, 18)])
    assert region.clean == f"shall {CHILD} {CHILD} meet"
    assert region.raw(region.clean.index(CHILD)) == text.index("[not]")


def test_a_bracket_that_goes_on_behind_the_stretch_is_still_there():
    text = "shall [not\nmeet]"
    assert Flow(text).region(0, 10, [Span(6, 16)]).clean == f"shall {CHILD}"


def test_a_span_covers_the_wrap_in_it():
    text = "5. 阿尔及\n\n利亚：删除"
    region = Flow(text).region(0, len(text))
    at = region.clean.index("阿尔及利亚")
    assert region.span(at, at + 5).of(text) == "阿尔及\n\n利亚"


TEXTS = st.text(alphabet="ab 国，“ \n\r\t\x0c\xa0[]。é", max_size=60)


@st.composite
def stretches(draw) -> tuple[str, list[Span], list[Span]]:
    """A text, what is left out of it, and the nested brackets in it: all ascending and disjoint."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, spans[::2], spans[1::2]


@given(stretches())
def test_every_character_is_where_it_is_said_to_be(drawn):
    text, excluded, children = drawn
    region = Flow(text, excluded).region(0, len(text), children)
    clean = region.clean
    assert "  " not in clean
    assert not set(clean) & set("\n\r\t\x0c\xa0")
    left_out = {offset for span in excluded for offset in range(*span)}
    raws = [region.raw(offset) for offset in range(len(clean))]
    for character, raw in zip(clean, raws, strict=True):
        if character == CHILD:
            assert raw in [span.start for span in children]
        elif character != " ":
            assert text[raw] == character
            assert raw not in left_out
    assert raws == sorted(raws)


@given(stretches())
def test_nothing_is_lost_but_white_space(drawn):
    text, excluded, children = drawn
    hidden = {offset for span in [*excluded, *children] for offset in range(*span)}
    kept = "".join(character for offset, character in enumerate(text) if offset not in hidden)
    clean = Flow(text, excluded).region(0, len(text), children).clean
    assert "".join(clean.replace(CHILD, "").split()) == "".join(kept.split())


@given(stretches())
def test_offsets_lead_there_and_back(drawn):
    text, excluded, children = drawn
    region = Flow(text, excluded).region(0, len(text), children)
    for offset in range(len(region.clean)):
        if region.clean[offset] != " ":
            assert region.offset(region.raw(offset)) == offset
    for start in range(len(region.clean)):
        for end in range(start + 1, len(region.clean) + 1):
            span = region.span(start, end)
            assert 0 <= span.start < span.end <= len(text)
