"""The positions of the notation cases: tests/cases/*.md, each with the exact set of positions it expects."""

import re
from difflib import SequenceMatcher

import pytest
from cases_format import ExpectedPosition, all_cases

from negotext.model import Position
from negotext.reading import read_text

OUTER = "“”\"'‘’「」[]［］()（）《》«» .,;:，。；："
CASES = all_cases()


def same_words(expected: str, found: str | None) -> bool:
    """As the gold scorers compare: white space, outer marks and small differences do not count."""
    left, right = (re.sub(r"\s+", "", words or "").strip(OUTER) for words in (expected, found))
    return left == right or SequenceMatcher(None, left, right, autojunk=False).ratio() >= 0.9


def agrees(expected: ExpectedPosition, found: Position) -> bool:
    fields = expected.fields
    return (
        found.delegation == expected.delegation
        and str(found.stance) in (expected.stance, fields.get("alt"))
        and ("text" not in fields or same_words(fields["text"], found.text))
        and ("target" not in fields or same_words(fields["target"], found.target))
        and ("paragraph" not in fields or fields["paragraph"] == found.paragraph)
        and fields.get("behalf") == found.on_behalf_of
    )


@pytest.mark.parametrize("case", CASES, ids=str)
def test_positions_of_a_case(case):
    found = list(read_text(case.draft, language=case.language).positions)
    shown = "\n".join(
        f"{p.delegation} {p.stance} {p.text=} {p.target=} {p.paragraph=} {p.on_behalf_of=}" for p in found
    )
    for expected in case.positions:
        match = next((position for position in found if agrees(expected, position)), None)
        assert match is not None, f"{case.draft}\nnot found: {expected}\nfound:\n{shown}"
        found.remove(match)
    assert not found, f"{case.draft}\nnot expected: {found[0]}"


def test_every_stance_is_covered_in_both_languages():
    for language in ("en", "zh"):
        stances = {position.stance for case in CASES if case.language == language for position in case.positions}
        assert stances == {
            "insert", "replace", "delete", "retain", "support", "oppose", "move", "bracket", "reserve", "comment"
        }  # fmt: skip
