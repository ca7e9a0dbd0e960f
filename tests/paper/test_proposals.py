"""One delegation's proposals as its tracked changes, and the clean text."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.model import Act, Decision
from negotext.outcome import choices_of
from negotext.paper.clean import clean_text
from negotext.paper.plain import plain
from negotext.paper.proposals import Unshown, proposals_text
from negotext.paper.resolving import accepted, rejected
from negotext.paper.values import Change, Role, Run
from negotext.reading import read_bytes, read_text

EXAMPLES = ("harbour-air.en.txt", "city-water.zh.txt", "ocean-finance.options.en.txt", "water-plan.ar.txt")
DRAFT = """\
1. Parties shall [quickly – Peru] meet [in Lima][“in Quito” – Peru; Chile opposes].

2. They report [Norway: every year] [Peru propose: and [publish][print – Peru] the report].
"""


@cache
def example(name):
    draft = read_bytes((Path(__file__).parents[2] / "examples" / name).read_bytes(), name)
    return draft, choices_of(draft)


def proposed(text, code):
    draft = read_text(text, language="en")
    return proposals_text(draft, choices_of(draft), {code}, "Peru", "2026-11-21T10:00:00Z")


def signed(paragraph):
    """Its words; what goes as {-words-}, what comes as {+words+}."""
    runs = [inline for inline in paragraph.content if isinstance(inline, Run)]
    signs = {None: "{}", Change.INSERTED: "{{+{}+}}", Change.DELETED: "{{-{}-}}"}
    return "".join(signs[run.revision.change if run.revision else None].format(run.text) for run in runs)


def test_only_what_the_delegation_wants_is_shown():
    setting = proposed(DRAFT, "NO").setting
    assert [signed(paragraph) for paragraph in setting.body] == [
        "1.\tParties shall meet in Lima.",
        "2.\tThey report{+ every year+}.",
    ]
    authors = {run.revision.author for p in setting.body for run in p.content if isinstance(run, Run) and run.revision}
    assert authors == {"Peru"}


def test_a_proposal_inside_words_of_others_is_told():
    text = "1. Parties meet [Chile: and [publish][“print” – Peru] the report]."
    found = proposed(text, "PE")
    assert plain(accepted(found.setting)) == plain(rejected(found.setting)) == "1. Parties meet.\n"
    assert found.unshown == (Unshown("1:1.1", "print", "1:1"),)


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_delegations_have_one_base(name):
    draft, choices = example(name)
    codes = sorted({stand.delegation for choice in choices for stand in choice.stands})
    bases = {plain(rejected(proposals_text(draft, choices, {code}, code).setting)) for code in codes}
    assert len(bases) == 1


@pytest.mark.parametrize("name", EXAMPLES)
@given(data=st.data())
def test_every_proposal_is_shown_or_told(name, data):
    draft, choices = example(name)
    codes = sorted({stand.delegation for choice in choices for stand in choice.stands})
    code = data.draw(st.sampled_from(codes))
    found = proposals_text(draft, choices, {code}, code)
    told = {each.address for each in found.unshown}
    mine = {
        c.address
        for c in choices
        if any(s.delegation == code and s.side.value == "for" and s.alternative != c.base for s in c.stands)
    }
    shown = plain(accepted(found.setting)) != plain(rejected(found.setting))
    assert told <= mine
    assert shown or told or not mine


def test_clean_has_plain_brackets_and_plain_words():
    draft = read_text(DRAFT, language="en")
    decisions = {"1:2": Decision("1:2", Act.MERGE, text="in Lima or Quito"), "1:3": Decision("1:3", Act.ACCEPT, 0)}
    setting = clean_text(draft, choices_of(draft), decisions)
    assert plain(setting).startswith("1. Parties shall [quickly] meet in Lima or Quito.")
    roles = {run.role for p in setting.body for run in p.content if isinstance(run, Run)}
    assert roles == {Role.LABEL, Role.TEXT}


def test_lines_made_short_by_left_out_names_are_no_paragraphs():
    draft, choices = example("harbour-air.en.txt")
    text = plain(clean_text(draft, choices, {}))
    assert "more than [30][20] calls a week" in text
