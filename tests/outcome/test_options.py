"""Which options exclude each other, and which are a choice inside another one."""

from itertools import pairwise

import pytest

from negotext.model import ChoiceKind
from negotext.outcome import choices_of
from negotext.outcome.option_labels import numbered
from negotext.reading import read_text


def options(text, language="en"):
    """Of each choice between options its address and labels."""
    return [
        (choice.address, [alternative.label.removeprefix("Option ") for alternative in choice.alternatives[1:]])
        for choice in choices_of(read_text(text, language=language))
        if choice.kind is ChoiceKind.OPTIONS
    ]


TWO_BRACKETS = """\
5. Ports:

[Option 1: shall report each year;
Option 2: may report.]
[Option 1: Ships shall wait outside;
Option 2: Ships shall wait inside;
Option 3: Ships need not wait.]
"""
INSIDE = """\
5. [Option 1: Ports shall report:
5.1 [Option (a): each year;
Option (b): each month.]
5.2 [Option (a): to the Council:
a. Option i: in writing;
Option ii: by word of mouth;
b. in good time;
Option (b): to nobody.]
Option 2: Ports may report.]

6. The end.
"""


def test_options_of_two_brackets_are_two_choices():
    assert options(TWO_BRACKETS) == [("5:1.1", ["1", "2"]), ("5:2.1", ["1", "2", "3"])]


def test_brackets_with_options_of_their_own_are_no_rivals():
    kinds = [choice.kind for choice in choices_of(read_text(TWO_BRACKETS, language="en"))]
    assert ChoiceKind.RIVALS not in kinds


def test_options_of_a_bracket_inside_are_a_choice_inside():
    assert options(INSIDE) == [
        ("5:1.1", ["1", "2"]),
        ("5.1:1.1", ["(a)", "(b)"]),
        ("5.2:1.1", ["(a)", "(b)"]),
        ("5.2:1.1.1", ["i", "ii"]),
    ]
    choices = {choice.address: choice for choice in choices_of(read_text(INSIDE, language="en"))}
    assert choices["5.2:1.1.1"].inside == "5.2:1.1, alternative 1"
    # Options of an item end where the next item begins.
    assert "good time" not in choices["5.2:1.1.1"].alternatives[2].text


def test_lettered_options_inside_numbered_ones_need_no_bracket():
    text = "5. Option 1: Ports shall report:\nOption (a): each year;\nOption (b): each month.\nOption 2: No text.\n"
    assert options(text) == [("5:1", ["1", "2"]), ("5:1.1", ["(a)", "(b)"])]


def test_options_that_count_again_are_another_choice():
    text = "5. Option 1: Ports report.\nOption 2: No text.\nOption 1: Ships report.\nOption 2: Nobody reports.\n"
    assert options(text) == [("5:1", ["1", "2"]), ("5:2", ["1", "2"])]


def test_options_each_in_a_bracket_are_rivals():
    (choice,) = choices_of(read_text("5. [Option 1: Ports report.] [Option 2: Ships report.]", language="en"))
    assert len(choice.alternatives) == 3


def test_options_end_with_their_paragraph():
    text = "5. Option 1: Ports report.\nOption 2: No text.\n\n6. Option 1: Ships report.\nOption 2: No text.\n"
    assert [address for address, _ in options(text)] == ["5:1", "6:1"]


@pytest.mark.parametrize(
    ("labels", "ranks", "numbers"),
    [
        (["Option 1", "Option 1 bis", "Option 2"], [0, 0, 0], [1, 1, 2]),
        (["Option I", "Option II", "Option IX"], [0, 0, 0], [1, 2, 9]),
        (["Option A", "Option B"], [0, 0], [65, 66]),
        (["Option (g)", "Option (h)", "Option (i)", "Option (j)"], [1, 1, 1, 1], [103, 104, 105, 106]),
        (["Option (i)", "Option (ii)", "Option (iv)", "Option (v)"], [2, 2, 2, 2], [1, 2, 4, 5]),
        (["Option i", "Option ii"], [2, 2], [1, 2]),
        (["Option (a)", "Option (a) bis", "Option (b)"], [1, 1, 1], [97, 97, 98]),
        (["Option5 bis"], [0], [5]),
        (["备选案文1", "备选案文2"], [0, 0], [1, 2]),
        (["备选方案一", "备选方案二", "备选方案十二"], [0, 0, 0], [1, 2, 12]),
        (["方案A", "方案B"], [0, 0], [65, 66]),
        (["الخيار 1", "الخيار 2"], [0, 0], [1, 2]),
        (["Opción a)", "Opción b)"], [1, 1], [97, 98]),
        (["Вариант (а)", "Вариант (б)"], [1, 1], [1072, 1073]),
    ],
)
def test_what_labels_say(labels, ranks, numbers):
    found = numbered(labels)
    assert [each.rank for each in found] == ranks
    assert [each.number for each in found] == numbers
    assert all(later.follows(earlier) for earlier, later in pairwise(found))


@pytest.mark.parametrize(
    ("first", "second"),
    [("Option 2", "Option 1"), ("Option 1", "Option 1"), ("Option 1", "Option (a)"), ("Option 1", "Alternative 2")],
)
def test_labels_that_do_not_go_on(first, second):
    before, after = numbered([first, second])
    assert not after.follows(before)


def test_options_with_numerals_of_their_language():
    text = "5. 备选方案一：港口应报告。\n备选方案二：港口可以报告。\n"
    ((address, labels),) = options(text, "zh")
    assert (address, labels) == ("5:1", ["备选方案一", "备选方案二"])
