"""Cutting a draft into blocks: what begins one, and what only looks as if it did."""

from textwrap import dedent

import pytest
from drafts import blocks_of
from hypothesis import given
from hypothesis import strategies as st

from negotext.languages import LANGUAGES


def outline(text: str, language: str = "en") -> list[str]:
    """One line for each block: kind, label, and its words."""
    text = dedent(text).lstrip("\n")
    rows = []
    for block in blocks_of(text, language):
        words = " ".join(text[block.body : block.span.end].split())
        going_on = "+" if block.continues else ""
        rows.append(" ".join(part for part in (f"{block.kind}{going_on}", block.label, "|", words) if part))
    return rows


def test_a_page_of_every_kind():
    assert outline(
        """
        CHAPTER II

        A. Ports

        5. Parties [shall] act:

        (a) at home;

        (b) abroad.

        Chile: delete (b)

        [Chair's alternative text:

        5. Parties act.]

        • the last item

        Note: not discussed yet
        """
    ) == [
        "heading CHAPTER II |",
        "heading A | Ports",
        "paragraph 5 | Parties [shall] act:",
        "item (a) | at home;",
        "item (b) | abroad.",
        "statement | Chile: delete (b)",
        "chair | [Chair's alternative text:",
        "paragraph 5 | Parties act.]",
        "item | the last item",
        "note Note | not discussed yet",
    ]


def test_wrapped_lines_stay_together():
    assert outline(
        """
        5. The Committee shall meet every year, unless its members decide in
        2026 that they would rather meet twice, or in the year of paragraph
        2. Peru and Chile are to host the first of its meetings at the port.
        """
    ) == [
        "paragraph 5 | The Committee shall meet every year, unless its members decide in 2026 that they would rather "
        "meet twice, or in the year of paragraph 2. Peru and Chile are to host the first of its meetings at the port."
    ]


DOUBLE_SPACED = """
5. 委员会应当在每年的第一次会议上审议本计划的执行情况，并向大会提出报告和建议，同时通报各成员国和有关

国际组织以及其他利益攸关方，包括在区域一级和国家一级参与本计划的所有机构，并说明其费用和所取得的成

果。

阿尔及利亚代表非洲集团[加纳同意]提出上面一段的新措辞：委员会应当每两年审议一次本计划的执行情况，并

（在可行时）向大会提出报告。

• 提交至（成员国）（附件一所列国家）和有关国际组织以及其他利益攸关方，并附有说明其费用的（报告）

（秘鲁——删除）和所取得的成果，以及在区域一级和国家一级参与本计划的所有机构的完整名单和联系方式。

[秘鲁、古巴不支持]

主席的建议：移至第三节
"""


def test_a_double_spaced_text():
    rows = outline(DOUBLE_SPACED, "zh")
    assert [row.partition("|")[0].strip() for row in rows] == [
        "paragraph 5",
        "statement",
        "item",
        "statement",
        "statement",
    ]
    assert rows[0].endswith("所取得的成 果。")
    assert "（报告） （秘鲁——删除）和所取得的成果" in rows[2]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # one statement a line
        (
            "5. Ports are open.\nChile: delete\nPeru supports Chile.\nFiji – reserves its position\n",
            [
                "paragraph 5 | Ports are open.",
                "statement | Chile: delete",
                "statement | Peru supports Chile.",
                "statement | Fiji – reserves its position",
            ],
        ),
        # ... where no line ends in a stop, and all are as wide
        (
            "Chile: delete the last two items of paragraph six\nPeru: retain the last two items of paragraph six\n",
            [
                "statement | Chile: delete the last two items of paragraph six",
                "statement | Peru: retain the last two items of paragraph six",
            ],
        ),
        # a list of names over a wrap
        (
            "The next three paragraphs are those of Chile and\nPeru: ports are open, ships are safe, crews are paid.\n",
            [
                "paragraph | The next three paragraphs are those of Chile and Peru: ports are open, ships are safe, "
                "crews are paid."
            ],
        ),
        # a bracket at the beginning of a wrapped line
        (
            "1. [US: Further to rule 4,] the Parties affirm the rights they already have [CL/PE: and their duties]\n"
            "[MX propose: The rules are part of this text, and nothing in it changes them in any way.]\n",
            [
                "paragraph 1 | [US: Further to rule 4,] the Parties affirm the rights they already have [CL/PE: and "
                "their duties] [MX propose: The rules are part of this text, and nothing in it changes them in any "
                "way.]"
            ],
        ),
        # words inside a bracket that begin with a name
        (
            "3. Ports may ask ships to wait [“at reasonable cost” – Norway; India – delete these three words;\n"
            "Algeria on behalf of the African Group supports India] until there is a berth for them.\n",
            [
                "paragraph 3 | Ports may ask ships to wait [“at reasonable cost” – Norway; India – delete these three "
                "words; Algeria on behalf of the African Group supports India] until there is a berth for them."
            ],
        ),
        # treaty words about an officer are no statement
        ("The secretariat shall keep a list of ports.\n", ["paragraph | The secretariat shall keep a list of ports."]),
        # a list in the middle of a sentence
        (
            "1. A port is closed where a ship may\n\n(a) mislead the harbour master as to what it has on board, or\n"
            "(b) leave without a pilot.\n",
            [
                "paragraph 1 | A port is closed where a ship may",
                "item (a) | mislead the harbour master as to what it has on board, or",
                "item (b) | leave without a pilot.",
            ],
        ),
        # labels alone in their line
        ("15.\n[All Parties act.]\n\n•\n\nat home\n", ["paragraph 15 | [All Parties act.]", "item | at home"]),
        ("5.\n\n6.\n\n7. Ports\n", ["paragraph 5 |", "paragraph 6 |", "paragraph 7 | Ports"]),
        # the first option in the line of the number
        (
            "2. [Option 1: All act.\nOption 2: No text.]\n",
            ["paragraph 2 |", "option Option 1 | All act.", "option Option 2 | No text.]"],
        ),
        ("9. [Alt 1. All act.] [Alt 2. Some act.]\n", ["paragraph 9 | [Alt 1. All act.] [Alt 2. Some act.]"]),
        # headings in braces
        ("{Shared efforts}\n1. All act.\n", ["heading | {Shared efforts}", "paragraph 1 | All act."]),
        ("", ["paragraph |"]),
        ("\n\n", ["paragraph |"]),
    ],
)
def test_beginnings(text, rows):
    assert outline(text) == rows


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Kenya on behalf of the African Group: delete"),
        ("en", "[US/AU propose; CL oppose: all of it]"),
        ("en", "The delegation of Chile supports this."),
        ("en", "US proposal: All Parties act"),
        ("en", "Chile, Peru and Fiji – reserve their position"),
        ("zh", "秘鲁和非洲集团建议删除上面一项。"),
        ("zh", "[主席的建议：移至第三节]"),
        ("zh", "古巴[斐济同意]提出新措辞：开会"),
        ("zh", "（秘鲁——同意）"),
        ("zh", "主席之友小组建议休会。"),
    ],
)
def test_lines_of_a_delegation(language, line):
    (block,) = blocks_of(line, language)
    assert block.kind == "statement"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Chile is a coastal State."),
        ("en", "The secretariat shall report on Chile: its ports and its ships."),
        ("en", "Parties support ports."),
        ("zh", "秘鲁的港口位于太平洋沿岸。"),
        ("zh", "主席团由五人组成：主席一人，副主席四人。"),
        ("zh", "主席台设在会场前方。"),
    ],
)
def test_lines_about_a_delegation(language, line):
    (block,) = blocks_of(line, language)
    assert block.kind != "statement"


PARTS = st.sampled_from(
    "5. |(a) |• |o |Option 1: |[|]|（|）|Chile: |秘鲁——|[主席的替代案文|Article 3|A. |Note: |\n|\n\n|\x0c|  |words "
    "|案文|12\n|1   Note: x\n|WO/PBC/3\n|。|. |\r\n|\xa0|\ufeff|\u3000|第 3 页\n|之二|{x}|16.|\u2028|\x1c|\x85".split(
        "|"
    )
)


@given(st.lists(PARTS, max_size=40).map("".join), st.sampled_from(LANGUAGES))
def test_blocks_cover_the_text_without_gaps(text, language):
    blocks = blocks_of(text, language)
    assert blocks[0].span.start == 0
    assert blocks[-1].span.end == len(text)
    assert [block.span.end for block in blocks[:-1]] == [block.span.start for block in blocks[1:]]
    for block in blocks:
        assert block.span.start <= block.body <= block.span.end
