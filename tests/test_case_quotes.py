"""The notation cases with quotation marks as typists mix them: every one is read as with the right marks."""

import re

import pytest
from cases_format import all_cases

from negotext.outcome import choices_of
from negotext.reading import read_text

QUOTED = re.compile(r"“([^“”]*)”|«\s?([^«»]*?)\s?»")
CASES = [
    case for case in all_cases() if QUOTED.search(case.draft) and '"' not in case.draft and case.file != "six-quotes.md"
]


def marked(draft: str, opening: str, closing: str) -> str:
    return QUOTED.sub(lambda found: opening + (found[1] or found[2] or "") + closing, draft)


def said(draft: str, language: str):
    """Who wants what, and the choices; marks within words do not count."""

    def bare(words):
        return re.sub('[“”"]', "", words or "")

    read = read_text(draft, language=language)
    positions = [(p.delegation, p.stance, bare(p.text), bare(p.target), p.paragraph) for p in read.positions]
    choices = [
        (c.address, c.kind, [bare(a.text) for a in c.alternatives], [(s.delegation, s.side) for s in c.stands])
        for c in choices_of(read)
    ]
    return positions, choices


@pytest.mark.parametrize(
    ("opening", "closing"), [("”", "“"), ("“", "“"), ("”", "”"), ("“", '"'), ('"', "”")], ids=ascii
)
@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_cases_with_other_marks(language, opening, closing):
    cases = [case for case in CASES if case.language == language]
    assert len(cases) > 20
    wrong = [
        str(case)
        for case in cases
        if said(marked(case.draft, opening, closing), language) != said(marked(case.draft, "“", "”"), language)
    ]
    assert not wrong
