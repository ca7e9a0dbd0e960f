"""The head of a draft keeps its lines and columns; what is no head is unwrapped."""

from negotext.paper.plain import plain
from negotext.paper.setting import set_text
from negotext.paper.values import Kind
from negotext.reading import read_bytes, read_text


def lines(draft):
    return [block.text for block in set_text(draft).body if block.kind is Kind.HEAD]


def test_columns_are_left_and_right_parts(root):
    draft = read_bytes((root / "examples" / "harbour-air.en.txt").read_bytes())
    assert lines(draft) == [
        "Intergovernmental Council on Ports\tICP/7/CRP.3",
        "Committee on the Port Environment\tDistr.: Limited",
        "Seventh session\t4 March 2026",
        "Valletta, 2–6 March 2026\tOriginal: English",
        "Agenda item 9",
        "[English only]",
        "Draft decision as it stood at the close of the third meeting of the contact group",
    ]


def test_columns_of_a_script_without_spaces(root):
    draft = read_bytes((root / "examples" / "water-plan.zh.txt").read_bytes())
    assert lines(draft)[:2] == ["共享水域会议\tCSW/4/L.7", "第四届会议\t2026年10月14日"]


def test_short_lines_are_lines(root):
    draft = read_bytes((root / "examples" / "ocean-finance.options.en.txt").read_bytes())
    assert lines(draft)[:4] == [
        "OFG/4/NT.2",
        "Open-ended Negotiating Group on Ocean Finance",
        "Fourth session, Suva, 19–30 October 2026",
        "Agenda item 5",
    ]


WRAPPED = (
    "The words in brackets are those of delegations and\nhave not been agreed by the Committee at its last\n"
    "session in March\n\n"
    "1. Parties shall meet as often as it takes them to\nagree on everything in this text.\n"
)


def test_a_wrapped_paragraph_in_front_of_the_first_label_is_no_head():
    draft = read_text(WRAPPED, language="en")
    assert not lines(draft)
    assert plain(set_text(draft)).startswith("The words in brackets are those of delegations and have not been agreed")


def test_lines_below_the_first_label_are_no_head():
    draft = read_text("1. Parties meet.\n\nNorth\nSouth\n\n2. They agree.\n", language="en")
    assert not lines(draft)


def test_the_place_of_a_session_says_nothing():
    """The column on the right, "original text", is not what Tunisia wants to keep."""
    draft = read_text("2026年10月12日，突尼斯\t原文：英文\n\n1. 会议[应][宜]开始。\n", language="zh")
    assert not draft.positions
