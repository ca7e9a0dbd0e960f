"""The text that results from decisions: words, spaces and punctuation."""

import pytest

from negotext.model import Act, Decision
from negotext.outcome import choices_of, outcome
from negotext.reading import read_text


def decided(text, decisions, language="en", *, names=True):
    draft = read_text(text, language=language)
    made = {
        address: Decision(address, Act.ACCEPT, alternative=value)
        if isinstance(value, int)
        else Decision(address, Act.MERGE, text=value)
        for address, value in decisions.items()
    }
    return outcome(draft, choices_of(draft), made, names=names)


@pytest.mark.parametrize(
    ("draft", "decisions", "expected"),
    [
        ("5. The plan [also] covers ports.", {"5:1": 1}, "5. The plan also covers ports."),
        ("5. The plan [also] covers ports.", {"5:1": 0}, "5. The plan covers ports."),
        ("5. The plan covers ports[, and terminals].", {"5:1": 0}, "5. The plan covers ports."),
        ("5. The plan covers ports [and terminals].", {"5:1": 0}, "5. The plan covers ports."),
        ("5. Ports [shall][should] report.", {"5:1": 2}, "5. Ports should report."),
        ("5. Ports [shall] [should] report.", {"5:1": 1}, "5. Ports shall report."),
        ("5. within [30]/[20] days", {"5:1": 2}, "5. within 20 days"),
        ("5. The plan [“gradually” – Peru; Chile opposes] grows.", {"5:1": 1}, "5. The plan gradually grows."),
        ("5. The plan [“gradually” – Peru; Chile opposes] grows.", {"5:1": 0}, "5. The plan grows."),
        ("5. The “new” [Chile: delete] plan", {"5:1": 0}, "5. The plan"),
        ("5. The [new][Chile – replace with “old”] plan", {"5:1": 2}, "5. The old plan"),
        ("5. [US oppose: any] [US propose: an] amendment", {"5:1": 2}, "5. an amendment"),
        ("5. The plan [also] covers ports.", {"5:1": "now and then"}, "5. The plan now and then covers ports."),
        ("5. [Ports [shall][should] report.] End.", {"5:1.1": 1, "5:1": 1}, "5. Ports shall report. End."),
        ("5. [Ports [shall][should] report.] End.", {"5:1": 1}, "5. Ports [shall][should] report. End."),
        ("5. [Ports [shall][should] report.] End.", {"5:1": 0, "5:1.1": 1}, "5. End."),
    ],
)
def test_english(draft, decisions, expected):
    assert decided(draft, decisions).text == expected


@pytest.mark.parametrize(
    ("draft", "decisions", "expected"),
    [
        ("5. 与[成员国][秘鲁——删除]协商。", {"5:1": 0}, "5. 与协商。"),
        ("5. 港口[应][宜]报告。", {"5:1": 1}, "5. 港口应报告。"),
        ("5. 港口报告[“，并公布结果”——挪威；中国——不同意]。", {"5:1": 1}, "5. 港口报告，并公布结果。"),
        ("5. 港口报告，[“酌情”——巴西]，并公布。", {"5:1": 0}, "5. 港口报告，并公布。"),
        ("5. 应[每个][俄罗斯——替换“全部”]港口。", {"5:1": 2}, "5. 应全部港口。"),
    ],
)
def test_chinese(draft, decisions, expected):
    assert decided(draft, decisions, "zh").text == expected


def test_parked_and_reopened_places_stay_as_they_are():
    draft = read_text("5. Ports [shall][should] report.", language="en")
    for act in (Act.PARK, Act.REOPEN):
        assert outcome(draft, choices_of(draft), {"5:1": Decision("5:1", act)}).text == draft.source.text


def test_an_accepted_chairs_text_takes_the_place_of_its_paragraph():
    text = (
        "5. The review examines the network.\n\n"
        "[Chair's alternative text\n\n"
        "5. The review shall be [“independent” – Ghana].]\n\n"
        "6. Other matters.\n"
    )
    assert decided(text, {"5:1": 2, "C5:1": 1}).text.split() == (
        "5. The review shall be independent. 6. Other matters.".split()
    )
    assert decided(text, {"5:1": 1}).text.split() == "5. The review examines the network. 6. Other matters.".split()


def test_without_names_open_places_are_plain_brackets():
    text = "5. The plan [“gradually” – Peru; Chile opposes] grows.\n\nNorway: prefers to retain paragraph 5.\n"
    found = decided(text, {}, names=False)
    assert found.text.strip() == "5. The plan [gradually] grows."
    assert "5:1" in found.open


def test_open_lists_what_stands_undecided_in_the_text():
    text = "5. [Ports [shall][should] report.] They [may] appeal."
    assert decided(text, {}).open == ("5:1", "5:1.1", "5:2")
    assert decided(text, {"5:1": 0}).open == ("5:2",)


@pytest.mark.parametrize(
    ("draft", "number", "expected"),
    [
        ("5. The smoke and the noise [Japan: delete “and the noise”] stop.", 0, "5. The smoke stop."),
        ("5. The smoke and the noise [Japan: delete “and the noise”] stop.", 1, "5. The smoke and the noise stop."),
        ("5. Ports publish results [China – replace “publish” with “share”].", 2, "5. Ports share results."),
        ("5. The old plan [Chile: delete “old”] of [Peru: delete “old”] trade.", 0, "5. The plan of trade."),
        ("5. The [new] [Chile: delete “new”; Peru supports] plan.", 1, "5. The new plan."),
    ],
)
def test_words_that_an_attribution_quotes_are_decided_where_they_stand(draft, number, expected):
    read = read_text(draft, language="en")
    choices = choices_of(read)
    (choice,) = choices
    decision = Decision(choice.address, Act.ACCEPT, number)
    assert outcome(read, choices, {choice.address: decision}).text == expected


@pytest.mark.parametrize(
    ("draft", "decided", "expected"),
    [
        ("5. Publish them [in [30] days] [China – delete “them”].", {"5:1": 1, "5:2": 0}, "5. Publish them."),
        ("5. Fuel [and – Chile]\n\n6. Ports", {"5:1": 0}, "5. Fuel\n\n6. Ports"),
        ("5. Ports:\n\n    (a) act;\n\n    (b) [Chile: insert “then”] rest.", {"5(b):1": 1},
         "5. Ports:\n\n    (a) act;\n\n    (b) then rest."),
    ],
)  # fmt: skip
def test_spaces_come_out_right_where_much_is_left_out(draft, decided, expected):
    read = read_text(draft, language="en")
    decisions = {address: Decision(address, Act.ACCEPT, number) for address, number in decided.items()}
    assert outcome(read, choices_of(read), decisions).text == expected


CHAIRS = """\
9. Old nine:

    (a) old item.

10. Old ten.

Chile: delete “ten”

11. Old eleven.

[Chair’s alternative text for paragraphs {numbers}:

9. New nine.

10. New ten.]

12. Twelve.
"""


@pytest.mark.parametrize(
    ("numbers", "gone", "kept"),
    [
        ("9 to 11", ["Old nine", "old item", "Old ten", "Chile", "Old eleven", "Chair"], ["Twelve"]),
        ("9 and 10", ["Old nine", "old item", "Old ten", "Chile", "Chair"], ["Old eleven", "Twelve"]),
        ("9 and 11", ["Old nine", "old item", "Chair"], ["Old ten", "Old eleven", "Twelve"]),
        ("9", ["Old nine", "old item", "Chair"], ["Old ten", "Old eleven", "Twelve"]),
    ],
)
def test_a_chairs_alternative_replaces_the_paragraphs_it_names(numbers, gone, kept):
    read = read_text(CHAIRS.format(numbers=numbers), language="en")
    choices = choices_of(read)
    text = outcome(read, choices, {"9:1": Decision("9:1", Act.ACCEPT, 2)}).text
    assert [words for words in gone if words in text] == []
    assert [words for words in [*kept, "New nine", "New ten"] if text.count(words) != 1] == []
    without = outcome(read, choices, {"9:1": Decision("9:1", Act.ACCEPT, 1)}).text
    assert "New nine" not in without and "Old eleven" in without and "old item" in without


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("5. Publish [China – replace “publish” with “share”; Norway cannot accept].", "5. [Publish][share]."),
        ("5. The old and grey plan [Chile: delete “old”; Peru supports].", "5. The [old] and grey plan."),
        ("5. [often][at sea] and so on [Chile: delete “at sea”].", "5. [often][at sea] and so on."),
    ],
)
def test_without_names_nobody_is_named_in_what_is_open(draft, expected):
    read = read_text(draft, language="en")
    assert outcome(read, choices_of(read), {}, names=False).text == expected


REPORTED = """10. The Council will consider the scale of the Facility.

Barbados, on behalf of SIDS, proposed to replace “consider” with “decide on”. The United States disagreed.
"""


@pytest.mark.parametrize(("number", "verb"), [(1, "consider"), (2, "decide on")])
def test_a_report_stays_whole_when_what_it_reports_is_decided(number, verb):
    draft = read_text(REPORTED)
    text = outcome(draft, choices_of(draft), {"10:1": Decision("10:1", Act.ACCEPT, number)}).text
    assert text == REPORTED.replace("consider the", f"{verb} the")


BROUGHT = """16. [Ships shall wait actively.]

Pakistan: proposed new wording for the paragraph above: [Ships shall wait{inner}.]

17. The end.
"""


@pytest.mark.parametrize("inner", ["", " outside", " [outside][inside] the port"])
def test_words_in_brackets_of_their_own_are_brought_to_their_place(inner):
    draft = read_text(BROUGHT.format(inner=inner), language="en")
    text = outcome(draft, choices_of(draft), {"16:1": Decision("16:1", Act.ACCEPT, 2)}).text
    assert text.split() == f"16. [Ships shall wait{inner}.] 17. The end.".split()


def test_words_that_were_brought_are_left_out_there_when_that_is_decided_too():
    draft = read_text(BROUGHT.format(inner=" outside"), language="en")
    decisions = {"16:1": Decision("16:1", Act.ACCEPT, 2), "16:1.2": Decision("16:1.2", Act.ACCEPT, 0)}
    assert outcome(draft, choices_of(draft), decisions).text.split() == ["16.", "17.", "The", "end."]
