"""The paragraph each block stands under, as people say it."""

from textwrap import dedent

import pytest
from drafts import blocks_of


def addresses(text: str, language: str = "en") -> list[str]:
    text = dedent(text).lstrip("\n")
    return [block.paragraph for block in blocks_of(text, language) if block.kind != "furniture"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5. One\n\n6. Two\n", ["5", "6"]),
        ("10.(1) One\n\n(2) Two\n", ["10(1)", "10(2)"]),
        ("12. One:\n\n(a) x;\n\n(b) y;\n\n13. Two\n", ["12", "12(a)", "12(b)", "13"]),
        ("8. One:\n\n(a) x:\n\n(i) y;\n\n(ii) z;\n\n(b) w.\n", ["8", "8(a)", "8(a)(i)", "8(a)(ii)", "8(b)"]),
        ("3. One:\n\n(h) x;\n\n(i) y;\n\ni bis. z;\n\n(j) w.\n", ["3", "3(h)", "3(i)", "3(i) bis", "3(j)"]),
        ("3. One:\n\n(1) x;\n\n(A) y;\n\n(a) z.\n", ["3", "3(1)", "3(1)(A)", "3(1)(A)(a)"]),
        ("OP7 bis Decides\n\nOP8 Calls\n", ["OP7 bis", "OP8"]),
        ("18 ter. One\n\n18 ter.2 Two\n", ["18 ter", "18 ter.2"]),
        (
            "Article 3: Aims\n\nFor ports.\n\n2. One\n\n(a) x\n",
            ["Article 3", "Article 3", "Article 3.2", "Article 3.2(a)"],
        ),
        ("Rule 6\n\n6.1. One\n\n6.2. Two\n", ["Rule 6", "Rule 6.1", "Rule 6.2"]),
        ("A. Ports\n\nWords.\n\n1. One\n\nB. Ships\n\nWords.\n", ["A", "A", "1", "B", "B"]),
        ("8. One\n\n8. Alt. Two\n", ["8", "8 Alt"]),
        ("2. [Option 1: One\nOption 2: Two]\n", ["2", "2", "2"]),
        ("4.\n(a) Option (i): One;\nOption (ii): Two;\n(b) Three.\n", ["4", "4(a)", "4(a)", "4(a)", "4(b)"]),
        # what follows an item belongs to it while the item is not at its end
        ("7. One:\n\n(a) ports, namely:\n\n• x;\n\n• y;\n\n(b) ships.\n", ["7", "7(a)", "7(a)", "7(a)", "7(b)"]),
        ("7. One:\n\n(a) ports;\n\n(b) ships;\n\nin line with the law.\n", ["7", "7(a)", "7(b)", "7"]),
    ],
)
def test_paragraphs_and_items(text, expected):
    assert addresses(text) == expected


def test_a_statement_stands_under_the_paragraph():
    text = """
        8. Ports act:

        (a) at home;

        Chile: delete

        (b) abroad.

        9. Ships act.
        """
    assert addresses(text) == ["8", "8(a)", "8", "8(b)", "9"]


def test_items_of_a_statement_are_not_those_of_the_paragraph():
    text = """
        8. Ports act:

        • at home;

        Chile: three questions.

        (1) Who acts?

        (2) When?
        """
    assert addresses(text) == ["8"] * 5


CHAIR = {
    # the chair's own number
    "8. One\n\n[Chair’s alternative text:\n\n8. Two]\n\n9. Three\n": ["8", "C8", "C8", "9"],
    # no number inside
    "8. One\n\n[Chair’s alternative text: Two]\n\n9. Three\n": ["8", "C8", "9"],
    # for several paragraphs, which come again
    "8. One\n\n9. Two\n\n[Chair’s alternative text:\n\n8. Three\n\n9. Four]\n\n10. Five\n": [
        "8",
        "9",
        "C8",
        "C8",
        "C9",
        "10",
    ],
    # items inside
    "8. One\n\n[Chair’s alternative text:\n\n8. Two:\n\n(1) x\n\n(2) y]\n\n9. Three\n": [
        "8",
        "C8",
        "C8",
        "C8(1)",
        "C8(2)",
        "9",
    ],
    # at the end of a section: what follows the heading is not the chair's
    "9. One\n\n[Chair’s alternative text: Two]\n\nD. Ships\n\n10. Three\n": ["9", "C9", "D", "10"],
    # another number than the draft's
    "18. One\n\n[Chair’s alternative text:\n\n14. Two]\n\n19. Three\n": ["18", "C14", "C14", "19"],
}


@pytest.mark.parametrize(("text", "expected"), CHAIR.items())
def test_inside_a_chairs_alternative(text, expected):
    assert addresses(text) == expected


def test_words_proposed_as_a_heading_stand_under_what_they_head():
    assert addresses("4. One.\n\n[“Aims” – Chile]\n\n5. Two.\n") == ["4", "5", "5"]


def footnotes(*numbers: int) -> str:
    return "\n".join(f"{number}   Note: x" for number in numbers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # paragraph 1 with footnote 16, paragraph 4 with footnote 30
        (f"Article 7: Ports\n\n116. One.\n\n2. Two.\n\n3. Three.\n\n430. Four.\n\n{footnotes(16, 30)}\n",
         ["Article 7", "Article 7.1", "Article 7.2", "Article 7.3", "Article 7.4"]),
        (f"Article 7: Ports\n\n1.56 One\n\n2. Two.\n\n{footnotes(56)}\n", ["Article 7", "Article 7.1", "Article 7.2"]),
        (f"Article 9: Ports\n\nOne.\n\nArticle 1055: Ships\n\nTwo.\n\nArticle 11: Crews\n\n{footnotes(55)}\n",
         ["Article 9", "Article 9", "Article 10", "Article 10", "Article 11"]),
        # no such footnote, or a number that is what it says
        ("Article 7: Ports\n\n116. One.\n\n2. Two.\n", ["Article 7", "Article 7.116", "Article 7.2"]),
        (f"112. One.\n\n113. Two.\n\n{footnotes(12, 13)}\n", ["112", "113"]),
        (f"H. Dates\n\n21. One.\n\n{footnotes(1)}\n", ["H", "21"]),
    ],
)  # fmt: skip
def test_footnote_numbers_run_into_a_label(text, expected):
    assert addresses(text)[: len(expected)] == expected


def test_a_paragraph_cut_by_a_page_is_one_paragraph():
    text = "5. One ship\n\n12\n\n\x0cA/9/L.2\n\nand two ports.\n\n6. Two\n"
    blocks = [block for block in blocks_of(text) if block.kind != "furniture"]
    assert [(block.paragraph, block.continues) for block in blocks] == [("5", False), ("5", True), ("6", False)]
