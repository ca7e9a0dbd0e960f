"""Statements from the floor, and what they add to a choice."""

import pytest

from negotext.languages import load_lexicon, load_registry
from negotext.outcome import UnclearStatement, addition, choices_of
from negotext.positions import read_statement
from negotext.reading import read_text


def said(words, language="en"):
    return read_statement(words, load_lexicon(language), load_registry(language))


def added(words, draft="5. Ports [shall][should] report.", language="en"):
    (choice,) = choices_of(read_text(draft, language=language))
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
