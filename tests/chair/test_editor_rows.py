"""The editor of a merge draws only the words of a row: they look as Textual draws them, where it puts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from negotext.chair.combining import changed
from negotext.chair.lines_wrap import is_plain
from negotext.chair.screens.merge import MergeScreen
from negotext.chair.widgets.editor import MergeEditor
from negotext.chair.widgets.wrapped import Wrapped, cut_again, cuts

WORDS = st.text("ab汉字。 \n", max_size=60)
LONG = "Der (lange) Satz [über vieles] geht weiter, und {noch} weiter. " * 12


@given(st.one_of(WORDS, st.text("ab  \n\t\u00a0\u00ad", max_size=60)), st.integers(0, 20))
def test_a_line_is_cut_where_textual_cuts_it(words, width):
    assert as_cut(Wrapped(Document(words), width)) == as_cut(WrappedDocument(Document(words), width))


def as_cut(made: WrappedDocument) -> tuple[object, ...]:
    lines = range(len(made.document.lines))
    rows = [made.get_sections(index) for index in lines], [made.get_offsets(index) for index in lines], made.height
    return *rows, [made.get_tab_widths(index) for index in lines if "\t" in made.document[index]], whereabouts(made)


def whereabouts(made: WrappedDocument) -> tuple[object, ...]:
    """Where the ends of all rows are in the words, and all words on the screen."""
    places = [(index, column) for index, line in enumerate(made.document.lines) for column in range(len(line) + 1)]
    ends = [made.offset_to_location(Offset(x, y)) for y in range(made.height) for x in (0, 3, 40)]
    return [made.location_to_offset(place) for place in places], ends


@given(WORDS, st.text("ab \n", max_size=9), st.data())
def test_what_is_written_is_cut_where_textual_cuts_it(words, new, data):
    documents = Document(words), Document(words)
    ours, its = Wrapped(documents[0], 9), WrappedDocument(documents[1], 9)
    ends = sorted(data.draw(st.integers(0, len(words))) for _ in "12")
    start, end = (documents[0].get_location_from_index(each) for each in ends)
    for made, document in zip((ours, its), documents, strict=True):
        made.wrap_range(start, end, document.replace_range(start, end, new).end_location)
    assert as_cut(ours) == as_cut(its)


def rows_of(line: str, width: int) -> list[int]:
    return list(cuts(line, 0, width, plain=is_plain(line)))


@given(st.text("aab汉  \u0301", max_size=150), st.text("ab汉 ", max_size=9), st.integers(4, 12), st.data())
def test_a_line_that_is_cut_again_is_cut_as_if_it_were_new(old, new, width, data):
    start, end = sorted(data.draw(st.integers(0, len(old))) for _ in "12")
    line = old[:start] + new + old[end:]
    again = cut_again(rows_of(old, width), line, changed(old, line), width, plain=is_plain(line))
    assert again == rows_of(line, width)


def test_only_the_rows_that_are_changed_are_cut_again(monkeypatch):
    old = " ".join("a" * (number * number % 11 + 1) for number in range(2_000))
    line = f"{old[:5000]}x{old[5000:]}"
    known, wanted, given = rows_of(old, 40), rows_of(line, 40), []

    def watched(*where, **more):
        for cut in cuts(*where, **more):
            given.append(cut)
            yield cut

    monkeypatch.setattr("negotext.chair.widgets.wrapped.cuts", watched)
    assert cut_again(known, line, changed(old, line), 40, plain=True) == wanted
    assert len(given) < len(known) / 10


def cells(strip) -> list[tuple[str, object]]:
    return [(letter, segment.style) for segment in strip for letter in segment.text]


def rows(editor: MergeEditor) -> list[list[tuple[str, object]]]:
    return [cells(editor._render_line(y)) for y in range(editor.size.height)]


def rows_of_textual(editor: MergeEditor) -> list[list[tuple[str, object]]]:
    return [cells(TextArea._render_line(editor, y)) for y in range(editor.size.height)]


@pytest.mark.asyncio
@pytest.mark.parametrize("size", [(60, 40), (120, 40)])
@pytest.mark.parametrize("address", ["10:1", "9:1", "9:1.6"])
async def test_rows_look_as_textual_draws_them(sit, session, address, size):
    async with sit(session, size=size) as pilot:
        pilot.app.desk.go(address)
        pilot.app.screen.refresh_place()
        await pilot.press("e")
        screen = pilot.app.screen
        assert isinstance(screen, MergeScreen)
        editor = screen.editor
        end = len(editor.document[0])
        for at in (0, end // 2, end):
            for far in (at, 0, end // 3):
                editor.selection = Selection((0, far), (0, at))
                await pilot.pause()
                assert rows(editor) == rows_of_textual(editor)
        if screen.merging.work.spots:
            await pilot.press("ctrl+o")
            assert rows(editor) == rows_of_textual(editor)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "words",
    [LONG, "汉字，" * 90, f"{LONG}\n\n{LONG}", "a\tb \t" * 60, ""],
    ids=["long", "Han", "lines", "tabs", "empty"],
)
async def test_whatever_is_written_looks_as_textual_draws_it(sit, session, words):
    async with sit(session, size=(80, 60)) as pilot:
        await pilot.press("e")
        editor = pilot.app.screen.editor
        editor.text = words
        await pilot.pause()
        last = len(editor.document.lines) - 1
        selections = [
            Selection((0, 4), (0, 4)),
            Selection((0, 0), (last, 20)),
            Selection((last, 5), (0, 3)),
            Selection((last, len(editor.document[last])), (last, len(editor.document[last]))),
        ]
        for selection in selections:
            editor.selection = selection
            await pilot.pause()
            assert rows(editor) == rows_of_textual(editor)
        await pilot.press("x", "enter", "y", "ctrl+z")
        assert rows(editor) == rows_of_textual(editor)


@pytest.mark.asyncio
async def test_only_the_words_of_a_row_are_made_into_a_text(sit, session, monkeypatch):
    async with sit(session) as pilot:
        await pilot.press("e")
        editor = pilot.app.screen.editor
        editor.text = LONG * 20
        await pilot.pause()
        made = []
        plain = Text.__init__
        monkeypatch.setattr(
            Text, "__init__", lambda text, words="", *a, **k: made.append(words) or plain(text, words, *a, **k)
        )
        await pilot.press("x")
        assert made
        assert max(map(len, made)) <= editor.size.width
