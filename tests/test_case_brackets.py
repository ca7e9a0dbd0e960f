"""The bracket figures of the notation cases: tests/cases/*.md, the `brackets` lines."""

import pytest
from cases_format import BadCase, all_cases, parse_cases

from negotext.model import BracketKind
from negotext.reading import read_text

CASES = [case for case in all_cases() if case.brackets is not None]
NOTED = (BracketKind.EDITORIAL, BracketKind.PLACEHOLDER, BracketKind.ATTRIBUTION)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_brackets_of_a_case(case):
    tree = read_text(case.draft, language=case.language).tree
    depths = tree.contested_depths()
    found = {
        "contested": depths.count(1),
        "depth": max(depths, default=0),
        "editorial": sum(bracket.kind in NOTED for bracket in tree.brackets),
    }
    shown = [(bracket.kind.value, bracket.span.of(case.draft)) for bracket in tree.brackets]
    assert found == case.brackets, shown


def test_there_are_cases():
    assert len(CASES) > 150


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Title\n.\ndraft\n.\n", "every case has three"),
        ("Two\nlines\n.\ndraft\n.\nnone\n.\n", "one line of title"),
        ("Title\n.\ndraft\n.\n.\n", "says none"),
        ("Title\n.\ndraft\n.\nCL insert txt=a\n.\n", "cannot read “txt=a”"),
        ("Title\n.\ndraft\n.\nnobody\n.\n", "no delegation and stance"),
        ("Title\n.\ndraft\n.\nnone\n.\nmore\n", "after the last case"),
    ],
)
def test_a_case_out_of_form_is_pointed_out(text, complaint):
    with pytest.raises(BadCase, match=complaint):
        list(parse_cases(text, "en-bad.md"))


def test_fields_of_a_case():
    text = (
        'fr: Titre\n.\n1. X\n\n2. Y\n.\nCL insert text="a b" alt=support\nbrackets contested=1 depth=2 editorial=0\n.\n'
    )
    (case,) = parse_cases(text, "six-kinds.md")
    assert (case.language, case.title, case.line) == ("fr", "Titre", 1)
    assert case.draft == "1. X\n\n2. Y\n"
    assert case.positions[0].fields == {"text": "a b", "alt": "support"}
    assert case.brackets == {"contested": 1, "depth": 2, "editorial": 0}
