"""Statements from the floor, and what they add to a choice."""

import pytest

from negotext.languages import load_lexicon, load_registry
from negotext.outcome import UnclearStatement, addition, choices_of
from negotext.positions import read_statement
from negotext.reading import read_text


def said(words, language="en"):
    return read_statement(words, load_lexicon(language), load_registry(language))


def added(words, draft="5. Ports [shall][should] report.", language="en"):
    (choice,) = choices_of(read_text(draft, language="en"))
    return addition(choice, said(words, language))


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "RU, IR: delete; US supports", [("RU", "delete"), ("IR", "delete"), ("US", "support")]),
        (
            "en",
            "RU/IR delete; US, CH support",
            [("RU", "delete"), ("IR", "delete"), ("US", "support"), ("CH", "support")],
        ),
        ("en", "KE for African Group: “as appropriate”", [("KE", "insert")]),
        ("en", "Norway reserves its position", [("NO", "reserve")]),
        ("en", "the United Kingdom can go along with that", [("GB", "support")]),
        ("zh", "俄罗斯、伊朗：删除；美国支持", [("RU", "delete"), ("IR", "delete"), ("US", "support")]),
        ("zh", "肯尼亚代表非洲集团：“酌情”", [("KE", "insert")]),
    ],
)  # fmt: skip
def test_who_says_what(language, words, expected):
    assert [(spoken.delegation, str(spoken.stance)) for spoken in said(words, language)] == expected


def test_on_behalf_of_a_group():
    (spoken,) = said("KE for African Group: “as appropriate”")
    assert (spoken.on_behalf_of, spoken.text) == ("AFRICAN_GROUP", "as appropriate")


@pytest.mark.parametrize("words", ["", "delete", "nobody in particular likes this", "[]", "; : –", "«»"])
def test_nobody_speaks(words):
    assert said(words) == ()
    with pytest.raises(UnclearStatement, match="no delegation"):
        added(words)


def test_an_unknown_name_is_kept_and_marked():
    (spoken,) = said("Freedonia: delete")
    assert (spoken.delegation, spoken.known) == ("Freedonia", False)


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("US: 2", [("US", "for", 2)]),
        ("Brazil supports 2; Chile opposes 1", [("BR", "for", 2), ("CL", "against", 1)]),
        ("EU: delete", [("EU", "for", 0)]),
        ("Norway: “should”", [("NO", "for", 2)]),
        ("Norway: “may”; Japan supports; Chile opposes", [("NO", "for", 3), ("JP", "for", 3), ("CL", "against", 3)]),
        ("India: delete; China supports", [("IN", "for", 0), ("CN", "for", 0)]),
        ("Kenya supports “shall”", [("KE", "for", 1)]),
    ],
)
def test_where_it_puts_them(words, stands):
    assert [(s.delegation, str(s.side), s.alternative) for s in added(words).stands] == stands


@pytest.mark.parametrize(
    ("words", "stands", "offered"),
    [
        ("Chile: “2”", [("CL", "for", 3)], ["2"]),
        ("Chile: 2", [("CL", "for", 2)], []),
        ("Chile supports “2032”; Kenya: 2032", [("CL", "for", 3), ("KE", "for", 3)], ["2032"]),
        ("Chile: 7", [("CL", "for", 3)], ["7"]),
        ("Chile: “2035”; Kenya opposes “2035”", [("CL", "for", 2), ("KE", "against", 2)], []),
    ],
)
def test_numbers_in_quotation_marks_are_words(words, stands, offered):
    said = added(words, "5. Ports report by [2030][2035].")
    assert [(s.delegation, str(s.side), s.alternative) for s in said.stands] == stands
    assert [each.text for each in said.alternatives] == offered


@pytest.mark.parametrize(
    ("words", "number"),
    [("India agrees with Chile", 2), ("Chile: 1; Chile: “may”; India agrees with Norway", 1)],
)
def test_a_delegation_is_agreed_with(words, number):
    draft = "5. Ports [shall – Norway][“should” – Chile] report."
    assert [s.alternative for s in added(words, draft).stands if s.delegation == "IN"] == [number]


@pytest.mark.parametrize(
    ("words", "draft", "about"),
    [
        ("Kenya supports “will”", "5. Ports report [each year].", "“will” is no wording of 5:1"),
        ("Kenya supports regular reviews", "5. Ports report [each year].", "“regular reviews” is no wording"),
        ("US opposes 7", "5. Ports [shall][should] report.", "“7” is no wording of 5:1"),
        ("US opposes “2035”", "5. Ports report by [2030][2032].", "“2035” is no wording of 5:1"),
        ("India agrees with Chile", "5. Ports [shall][should] report.", "“Chile” is no wording of 5:1"),
    ],
)
def test_what_is_no_wording_is_refused_and_not_guessed(words, draft, about):
    with pytest.raises(UnclearStatement, match=about) as refused:
        added(words, draft)
    assert "by its number" in refused.value.hint


@pytest.mark.parametrize(("language", "words"), [("en", "Kenya supports the proposal"), ("zh", "肯尼亚支持该案文")])
def test_what_points_at_what_was_said(language, words):
    offer = {"en": "Norway: “may”; ", "zh": "挪威：“可”；"}[language]
    assert [s.alternative for s in added(offer + words, language=language).stands] == [3, 3]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "RU: withdraws"),
        ("en", "RU withdraws its opposition"),
        ("en", "US supports 1; RU withdrew its proposal"),
        ("zh", "俄罗斯：撤回"),
        ("zh", "俄罗斯撤回其提案"),
        ("fr", "La Russie retire sa proposition"),
        ("es", "Rusia retira su propuesta"),
        ("ru", "Россия отзывает свое предложение"),
    ],
)
def test_to_withdraw_is_not_to_delete(language, words):
    with pytest.raises(UnclearStatement, match="RU withdraws") as refused:
        added(words, language=language)
    assert "negotext withdraw SESSION 5:1 RU" in refused.value.hint


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Russia: delete"), ("fr", "Russie : retirer"), ("es", "Rusia: retirar"), ("ru", "Россия: снять")],
)
def test_to_take_words_out_is_no_withdrawal(language, words):
    assert [s.alternative for s in added(words, language=language).stands] == [0]


@pytest.mark.parametrize("words", ["Grens: 2", "Grens: “may”", "US: 1; Grens: 2", "Grens, US: 2", "格伦：2"])
def test_a_name_nobody_knows_in_front_of_a_wording(words):
    language = "zh" if words[0] > "z" else "en"
    unknown = [spoken.delegation for spoken in said(words, language) if not spoken.known]
    assert unknown == [words.split("：")[0] if language == "zh" else "Grens"]


@pytest.mark.parametrize("words", ["2: “may”", "Ports: 2", "so: 2"])
def test_what_the_notation_does_not_tell_is_nobodys(words):
    assert all(not spoken.known for spoken in said(words))


def test_new_words_become_the_next_alternative():
    (alternative,) = added("Norway: “may”; Peru: “can”; Chile: “may”").alternatives[:1]
    assert (alternative.number, alternative.text) == (3, "may")
    assert [a.text for a in added("Norway: “may”; Peru: “can”; Chile: “may”").alternatives] == ["may", "can"]


def test_support_for_one_of_several_must_say_which():
    with pytest.raises(UnclearStatement, match="any of the 2 wordings") as refused:
        added("Russian Federation supports")
    assert "supports 2" in refused.value.hint


def test_support_where_there_is_one_wording_is_for_it():
    assert added("Peru supports", "5. Ports report [each year].").stands[0].alternative == 1


@pytest.mark.parametrize(("left", "right"), ["“”", "«»", '""', "„“", "「」"])
@pytest.mark.parametrize("length", [40, 4_000, 100_000])
def test_words_in_quotation_marks_are_of_any_length(left, right, length):
    words = ("each port shall report every year " * length)[:length].strip()
    (alternative,) = added(f"US: {left}{words}{right}").alternatives
    assert alternative.text == words
