"""What belongs to the page: furniture, footnotes, and the marks torn off them."""

import pytest

from negotext.blocks import Layout
from negotext.languages import load_lexicon
from negotext.source import from_text


def layout_of(text: str, language: str = "en") -> Layout:
    return Layout.of(from_text(text), load_lexicon(language))


def roles(text: str, language: str = "en") -> dict[str, str]:
    """The role of each line that is not blank."""
    return {line.text: line.role.value for line in layout_of(text, language).lines if line.text}


def page(number: int, words: str) -> str:
    return f"\x0cPORTS [AND SHIPS] DRAFT\n\n{words}\n\n{number}\n"


def test_running_headers_and_page_numbers():
    text = "".join(page(number, f"{number}. Paragraph of its own.") for number in range(1, 6))
    assert [role for line, role in roles(text).items() if line.startswith("PORTS")] == ["furniture"]
    assert [roles(text)[str(number)] for number in range(1, 5)] == ["furniture"] * 4
    assert roles(text)["3. Paragraph of its own."] == "text"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Page 3 of 12", "en"),
        ("第 3 页", "zh"),
        ("附件二第 3 页", "zh"),
        ("страница 3", "ru"),
        ("page 3", "fr"),
        ("página 3", "es"),
    ],
)
def test_pages_named_in_words(line, language):
    assert roles(f"One.\n\nA/CONF.9/3\n{line}\n\nTwo.\n", language) == {
        "One.": "text",
        "A/CONF.9/3": "furniture",
        line: "furniture",
        "Two.": "text",
    }


@pytest.mark.parametrize("symbol", ["A/CONF.9/L.2", "OFG/4/NT.2 – agenda item 5", "ICP/7/CRP.3/Rev.1"])
def test_a_symbol_at_the_top_of_a_page(symbol):
    assert roles(f"One\n\n1\n\x0c\n{symbol}\n\ntwo.\n")[symbol] == "furniture"


def test_pages_that_no_feed_parts():
    """A text that lost its form feeds: the number of a page, and right below it the symbol at the top of the next."""
    text = "1. One\n\n    1\n        A/CONF.9/L.2\n\nstill one.\n\n2. Two.\n\n    2\n"
    found = roles(text)
    assert [found[line] for line in ("1", "A/CONF.9/L.2", "2")] == ["furniture"] * 3
    assert [found[line] for line in ("1. One", "still one.", "2. Two.")] == ["text"] * 3


@pytest.mark.parametrize("below", ["A/CONF.9/L.2 is recalled.\n\nTwo.", "A/CONF.9/L.2\nand its annex."])
def test_a_number_above_words_is_no_page(below):
    assert roles(f"One\n\n1\n{below}\n")["1"] == "text"


def test_lines_drawn_across_the_page():
    assert roles("One.\n\n____________\n\n1  A note.\n")["____________"] == "furniture"


@pytest.mark.parametrize("line", ["13.", "b.", "(a)", "Option 1:", "70   Note: JP waits."])
def test_labels_and_notes_that_come_back_are_no_furniture(line):
    text = "".join(f"\x0cHEADER\n\n{line}\n\nWords of page {number}.\n\n{number}\n" for number in range(1, 6))
    assert roles(text)[line] in ("text", "footnote")
    assert roles(text)["HEADER"] == "furniture"


FOOTNOTES = """5. The ports named in the annex are open to ships of every flag, save those on
12
     Note: CL waits for its capital.
13   Note: PE supports
     the paragraph.

                                   4
\x0cDRAFT


the list of the Committee.
"""


def test_footnotes_at_the_foot_of_a_page():
    found = roles(FOOTNOTES)
    assert [found[line] for line in ("12", "Note: CL waits for its capital.", "the paragraph.")] == ["footnote"] * 3
    assert found["the list of the Committee."] == "text"
    layout = layout_of(FOOTNOTES)
    assert [layout.lines[index].text for index in sorted(layout.footnotes)] == ["12", "13   Note: PE supports"]


def test_a_mark_torn_off_its_word():
    text = "5. 委员会进一步决定\n2\n\n：\n\n“延后审议各国提出的所有申请，直到得出结果为止，并在下届会议上作出决定”\n"
    assert roles(text, "zh")["2"] == "mark"


def test_spacing():
    line = "words of a sentence that goes on and on over the end of its line without a stop"
    assert layout_of("\n\n".join([line] * 9)).double_spaced
    assert not layout_of("\n".join([line] * 9)).double_spaced
    assert not layout_of("\n\n".join(["One paragraph in a line."] * 9)).double_spaced


def test_what_is_left_out_of_the_running_text():
    layout = layout_of(FOOTNOTES)
    text = FOOTNOTES
    without_notes = [span.of(text).strip() for span in layout.excluded(notes=True)]
    assert "Note: CL waits for its capital." in without_notes
    assert [span.of(text).strip() for span in layout.excluded(notes=False)] == ["4", "DRAFT"]
