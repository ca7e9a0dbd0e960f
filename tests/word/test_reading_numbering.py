"""Automatic numbering gives the labels that Word shows."""

import pytest
from word.packages import docx, ins, mark, p

from negotext.word.reading import read_docx
from negotext.word.reading.numerals import numeral


def level(at, form="decimal", text=None, start=1, more=""):
    text = f"%{at + 1}." if text is None else text
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels, key=0, more=""):
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def num(key, of=0, overrides=""):
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def item(text, at=0, of=1, more=""):
    return p(text, properties=f'{more}<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{of}"/></w:numPr>')


def lines(body, numbering, **parts):
    return read_docx(docx(body, numbering=numbering, **parts), "x", "en").source.text.rstrip("\n").split("\n\n")


LEGAL = abstract(level(0), level(1, text="%1.%2"), level(2, "lowerLetter", "(%3)"))


def test_levels_count_and_begin_anew():
    body = item("A") + item("B", 1) + item("C", 1) + item("D", 2) + item("E") + item("F", 1) + item("G", 2)
    assert lines(body, LEGAL + num(1)) == ["1. A", "1.1 B", "1.2 C", "(a) D", "2. E", "2.1 F", "(a) G"]


def test_a_level_above_that_was_never_used_shows_its_first_number():
    assert lines(item("A", 1), LEGAL + num(1)) == ["1.1 A"]


def test_two_lists_of_one_kind_count_together_unless_one_begins_anew():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item("A") + item("B", of=2) + item("C", of=3) + item("D", of=3) + item("E", of=1)
    assert lines(body, LEGAL + num(1) + num(2) + num(3, overrides=again)) == ["1. A", "2. B", "1. C", "2. D", "3. E"]


def test_a_level_of_a_list_of_its_own():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    assert lines(item("A") + item("B"), LEGAL + num(1, overrides=own)) == ["I) A", "II) B"]


def test_restart_rules():
    levels = level(0), level(1, text="%2)"), level(2, "lowerLetter", "(%3)", more='<w:lvlRestart w:val="1"/>')
    body = item("A") + item("B", 1) + item("C", 2) + item("D", 1) + item("E", 2) + item("F") + item("G", 2)
    assert lines(body, abstract(*levels) + num(1)) == ["1. A", "1) B", "(a) C", "2) D", "(b) E", "2. F", "(a) G"]


def test_never_again():
    levels = level(0), level(1, text="%2)", more='<w:lvlRestart w:val="0"/>')
    body = item("A") + item("B", 1) + item("C") + item("D", 1)
    assert lines(body, abstract(*levels) + num(1)) == ["1. A", "1) B", "2. C", "2) D"]


def test_legal_levels_are_all_in_digits():
    levels = level(0, "upperRoman", "Article %1"), level(1, text="%1.%2", more="<w:isLgl/>")
    assert lines(item("A") + item("B", 1), abstract(*levels) + num(1)) == ["Article I A", "1.1 B"]


@pytest.mark.parametrize("gap", ["tab", "space", "nothing"])
def test_a_space_follows_the_label(gap):
    assert lines(item("5 per cent"), abstract(level(0, more=f'<w:suff w:val="{gap}"/>')) + num(1)) == ["1. 5 per cent"]


def test_bullets():
    levels = level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"), level(2, "bullet", "–")
    body = item("A") + item("B", 1) + item("C", 2)
    assert lines(body, abstract(*levels) + num(1)) == ["• A", "◦ B", "– C"]


def style(key, inside, kind="paragraph"):
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{inside}</w:style>'


def numbered(inside):
    return f"<w:pPr><w:numPr>{inside}</w:numPr></w:pPr>"


def test_numbering_by_style():
    linked = abstract(level(0, more='<w:pStyle w:val="one"/>'), level(1, text="%1.%2", more='<w:pStyle w:val="two"/>'))
    styles = style("one", numbered('<w:numId w:val="1"/>'))
    styles += style("two", '<w:basedOn w:val="one"/>' + numbered('<w:ilvl w:val="1"/>'))
    written = ("A", "one"), ("B", "two"), ("C", "two"), ("D", "one")
    body = "".join(p(text, properties=f'<w:pStyle w:val="{key}"/>') for text, key in written)
    off = p("E", properties='<w:pStyle w:val="one"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body + off, linked + num(1), styles=styles) == ["1. A", "1.1 B", "1.2 C", "2. D", "E"]


def test_a_list_style():
    styles = style("list", numbered('<w:numId w:val="1"/>'), kind="numbering")
    link = abstract(key=1, more='<w:numStyleLink w:val="list"/>')
    numbering = LEGAL + link + num(1) + num(2, of=1)
    assert lines(item("A", of=2) + item("B", 1, of=2), numbering, styles=styles) == ["1. A", "1.1 B"]


def test_an_empty_paragraph_is_counted():
    assert lines(item("A") + item("") + item("B"), LEGAL + num(1)) == ["1. A", "2.", "3. B"]


def test_what_somebody_wants_in_has_no_label_and_counts_nothing():
    new = p(
        ins("Chile", "New"),
        properties=f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>{mark('ins', 'Chile')}",
    )
    assert lines(item("A") + new + item("B"), LEGAL + num(1)) == ["1. A", "[“New” – Chile]", "2. B"]


def test_a_number_under_review_is_not_in_the_base_text():
    under = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1" w:author="Chile"/></w:numPr>'
    assert lines(item("A") + p("B", properties=under) + item("C"), LEGAL + num(1)) == ["1. A", "B", "2. C"]


def test_a_numbering_that_is_not_there_is_none():
    assert lines(item("A", of=9) + item("B"), LEGAL + num(1)) == ["A", "1. B"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {2: "B"}),
        ("lowerRoman", {4: "iv", 9: "ix", 1999: "mcmxcix"}),
        ("upperRoman", {14: "XIV"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 22: "22nd"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first"}),
        ("cardinalText", {1: "One", 21: "Twenty-one"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 105: "一百〇五"}),
        ("chineseCountingThousand", {110: "一百一十", 1001: "一千〇一"}),
        ("chineseLegalSimplified", {3: "叁", 12: "壹拾贰"}),
        ("ideographDigital", {10: "一〇"}),
        ("ideographTraditional", {1: "甲"}),
        ("ideographZodiac", {12: "亥"}),
        ("decimalEnclosedCircle", {3: "③", 21: "21"}),
        ("decimalFullWidth", {12: "１２"}),
        ("russianLower", {1: "а", 3: "в"}),
        ("hindiNumbers", {12: "١٢"}),
        ("arabicAlpha", {1: "أ"}),
        ("none", {5: ""}),
        ("something new", {5: "5"}),
        ("lowerRoman", {0: "0", -1: "-1", 10**9: "1000000000"}),
    ],
)
def test_forms_of_numbers(form, shown):
    assert {number: numeral(number, form) for number in shown} == shown
