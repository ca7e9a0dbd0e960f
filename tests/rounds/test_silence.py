"""Words that went without anybody asking."""

import random
import re

import pytest
from rounds.two_rounds import rounds

from negotext.model import Act, BlockKind, BracketKind, Decision
from negotext.outcome import choices_of, outcome
from negotext.reading import read_text
from negotext.rounds import compare_rounds
from negotext.rounds.passages import passages_of

SCOPE = "1. This decision applies to ships of all flags, at berth and at anchor, in the ports listed in annex I.{}\n"
NEXT = "\n2. The Committee reviews the application of this decision every five years.\n"


def silent(old: str, new: str, language: str = "en", decisions=None):
    return [(each.text, each.instead, each.choice) for each in rounds(old, new, language, decisions).found.silent]


def without(words: str, asked: str = "") -> tuple[str, str]:
    return SCOPE.format(asked) + NEXT, SCOPE.format("").replace(words, "") + NEXT


def test_words_gone_from_agreed_text():
    assert silent(*without(" and at anchor")) == [("and at anchor", "", "")]


def test_words_replaced():
    old, new = SCOPE.format("") + NEXT, SCOPE.format("").replace("all flags", "some Parties") + NEXT
    assert silent(old, new) == [("all flags", "some Parties", "")]


@pytest.mark.parametrize(
    "asked",
    [
        " [Chile: delete “and at anchor”]",
        "\n\nChile: proposes to delete “and at anchor” in paragraph 1.",
    ],
)
def test_words_that_somebody_asked_to_delete(asked):
    assert silent(*without(" and at anchor", asked)) == []


def test_words_replaced_as_somebody_asked():
    old = SCOPE.format(" [Chile – replace “at berth and at anchor” with “in port”]") + NEXT
    assert silent(old, SCOPE.format("").replace("at berth and at anchor", "in port") + NEXT) == []


def test_a_request_about_a_whole_paragraph_is_none_about_two_words_of_it():
    assert silent(*without(" and at anchor", "\n\nChile: delete paragraph 1.")) == [("and at anchor", "", "")]


def test_support_is_no_request():
    assert silent(*without(" and at anchor", "\n\nChile: supports paragraph 1.")) == [("and at anchor", "", "")]


def test_a_whole_paragraph():
    old, new = SCOPE.format("") + NEXT, NEXT
    ((text, instead, choice),) = silent(old, new)
    assert text.startswith("This decision applies") and text.endswith("annex I")
    assert (instead, choice) == ("", "")
    assert rounds(old, new).found.silent[0].new is None


def test_a_whole_paragraph_that_somebody_asked_to_delete():
    assert silent(SCOPE.format("\n\nChile: delete paragraph 1.") + NEXT, NEXT) == []


def test_words_moved_to_another_paragraph_are_not_gone():
    publish = "They publish all results within thirty days."
    measure = "Ports measure particles, nitrogen oxides and sulphur oxides at the port fence."
    report = "The Secretariat reports to the Council on the application of this decision."
    old, new = f"1. {measure} {publish}\n\n2. {report}\n", f"1. {measure}\n\n2. {report} {publish}\n"
    assert silent(old, new) == []


def test_an_unopposed_proposal_that_vanished():
    old = SCOPE.format(" [“It applies to boats.” – Chile]") + NEXT
    assert silent(old, SCOPE.format("") + NEXT) == [("It applies to boats", "", "1:1")]


@pytest.mark.parametrize("names", ["Chile; Norway opposes", "Chile; Norway – delete"])
def test_an_opposed_proposal_that_vanished(names):
    old = SCOPE.format(f" [“It applies to boats.” – {names}]") + NEXT
    assert silent(old, SCOPE.format("") + NEXT) == []


def test_a_rival_that_gave_way():
    old = "1. The office is in [Nairobi][Geneva][“Cusco” – Peru] until further notice is given.\n"
    assert silent(old, "1. The office is in Geneva until further notice is given.\n") == []


def test_a_rival_that_vanished_while_the_others_are_still_open():
    old = "1. The office is in [Nairobi][Geneva][Cusco] until further notice is given.\n"
    new = "1. The office is in [Nairobi][Geneva] until further notice is given.\n"
    assert [text for text, _, _ in silent(old, new)] == ["Cusco"]


def test_words_gone_from_inside_a_bracket_that_stays():
    old = "1. Ports report[, unless a ship stays for less than six hours in all,] to the Committee."
    new = "1. Ports report[, unless a ship stays for less than six hours,] to the Committee."
    assert [text for text, _, _ in silent(old, new)] == ["in all"]


def test_a_decision_explains_it():
    old = SCOPE.format(" [“It applies to boats.” – Chile]") + NEXT
    decisions = {"1:1": Decision("1:1", Act.ACCEPT, 0)}
    assert silent(old, SCOPE.format("") + NEXT, decisions=decisions) == []


def test_a_decision_for_words_does_not_explain_that_they_are_gone():
    old = SCOPE.format(" [“It applies to boats.” – Chile; Norway opposes]") + NEXT
    new = SCOPE.format(" It applies.") + NEXT
    decisions = {"1:1": Decision("1:1", Act.ACCEPT, 1)}
    assert silent(old, new, decisions=decisions) == [("to boats", "", "1:1")]


def test_a_merge_explains_what_it_leaves_out():
    old = "1. Ports report [every year in writing][every two years] to the Committee on particles.\n"
    new = "1. Ports report regularly to the Committee on particles.\n"
    assert silent(old, new, decisions={"1:1": Decision("1:1", Act.MERGE, text="regularly")}) == []


@pytest.mark.parametrize(
    "old",
    [
        "Document ICP/7\n4 March 2026\n\nDraft decision of the third meeting\n\n" + SCOPE.format(""),
        SCOPE.format(" [Agreed ad ref]"),
        SCOPE.format("\n\nNorway: cannot accept paragraph 1, for reasons known to all."),
        SCOPE.format("\n\nNorway proposed to replace “ships” with “vessels”. Japan disagreed."),
        SCOPE.format(" [Chile proposes; Norway opposes: Boats are ships.]").replace(
            "Chile proposes; ", "Chile, Peru propose; "
        ),
    ],
)
def test_covers_notes_and_names_are_no_words_of_the_text(old):
    kept = SCOPE.format("")
    assert [text for text, _, _ in silent(old + NEXT, kept + NEXT) if "Boats" not in text] == []


def test_an_unnumbered_preamble_is_text():
    old = "Recalling the decision of the Council on clean air in the ports of small States,\n\n1. Ports measure.\n"
    new = "Recalling the decision of the Council on clean air in the ports,\n\n1. Ports measure.\n"
    assert [text for text, _, _ in silent(old, new)] == ["of small States"]


def test_chinese():
    old = "9. 参加方案的城市应每年报告取水量、地下水位、管网漏损率和水价。\n\n10. 工作组将审查方案的执行情况。\n"
    new = "9. 参加方案的城市应每年报告取水量、管网漏损率和水价。\n\n10. 工作组将审查方案的执行情况。\n"
    assert silent(old, new, "zh") == [("地下水位", "", "")]


DRAFTS = ["harbour-air.en.txt", "city-water.zh.txt"]


@pytest.mark.parametrize("name", DRAFTS)
def test_whatever_is_cut_out_of_the_agreed_text_is_found(root, name):
    text = (root / "examples" / name).read_text(encoding="utf-8")
    draft = read_text(text)
    choices = choices_of(draft)
    brackets = [bracket.span for bracket in draft.tree.brackets]
    passages = [
        passage
        for passage in passages_of(draft)
        if passage.label and passage.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and len(passage.words) > 8
    ]
    rng = random.Random(7)
    cut = 0
    while cut < 12:
        passage = rng.choice(passages)
        first = rng.randrange(1, len(passage.words) - 3)
        start, end = passage.start(first), passage.end(first + 1)
        words = text[start:end]
        free = not any(span.start < end and start < span.end for span in brackets)
        asked = any(each.about and each.about.start < end and start < each.about.end for each in draft.positions)
        if not free or asked or not re.fullmatch(r"[^\W\d]+ ?[^\W\d]+", words):
            continue
        cut += 1
        new = read_text(text[:start] + text[end:], language=draft.language)
        found = compare_rounds(draft, new, choices, choices_of(new)).silent
        assert ["".join(each.text.split()) for each in found] == ["".join(words.split())] or sorted(
            "".join(each.text.split()) for each in found
        ) == sorted("".join(words.split())), words


@pytest.mark.parametrize("name", DRAFTS)
def test_what_was_decided_is_found_and_nothing_is_silent(root, name):
    draft = read_text((root / "examples" / name).read_text(encoding="utf-8"))
    choices = choices_of(draft)
    brackets = {bracket.start for bracket in draft.tree.brackets if bracket.kind is BracketKind.CONTESTED}
    single = [
        each
        for each in choices
        if each.span.start in brackets
        and each.kind.value in ("optional", "rivals")
        # A bracket that only quotes the words it is about decides nothing about the bracket.
        and not any(stand.stance == "delete" for stand in each.stands)
    ]
    rng = random.Random(11)
    for choice in rng.sample(single, 12):
        number = rng.randrange(len(choice.alternatives))
        decisions = {choice.address: Decision(choice.address, Act.ACCEPT, number)}
        new = read_text(outcome(draft, choices, decisions).text, language=draft.language)
        found = compare_rounds(draft, new, choices, choices_of(new), decisions)
        closed = {each.choice.address: each for each in found.closed}
        assert closed[choice.address].as_decided, choice.address
        assert found.silent == ()
