"""Rules of the outcome that must hold for any draft and any decisions."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.model import Act, BracketKind, Decision, Stance
from negotext.outcome import choices_of, outcome
from negotext.reading import read_bytes, read_text

EXAMPLES = ("harbour-air.en.txt", "city-water.zh.txt", "ocean-finance.options.en.txt")
PIECES = (
    "5. ", "The plan ", "shall ", "[", "]", "[shall][should] ", "[“now” – Peru]", "[Chile: delete]", " / ", "(a) ",
    "covers ports", ", ", ".", "\n\n", "[US propose: new]", "[X]", "Norway: delete paragraph 5.\n", "6. ", "[1]",
    "Option 1: ", "Option 2: ", "港口", "[“，并公布”——巴西；中国——不同意]", "，", "。", "[Chair's alternative text\n\n",
    "5. ",
)  # fmt: skip


@cache
def example(name):
    from conftest import ROOT

    draft = read_bytes((ROOT / "examples" / name).read_bytes(), name)
    return draft, choices_of(draft)


def decisions_for(choices):
    """Random decisions on some of the choices."""
    if not choices:
        return st.just({})
    one = st.sampled_from(choices).flatmap(
        lambda choice: st.one_of(
            st.integers(0, len(choice.alternatives) - 1).map(lambda n: Decision(choice.address, Act.ACCEPT, n)),
            st.sampled_from(["new words", "新的措辞", ""]).map(lambda t: Decision(choice.address, Act.MERGE, text=t)),
            st.just(Decision(choice.address, Act.PARK)),
        )
    )
    return st.lists(one, max_size=12).map(lambda made: {decision.address: decision for decision in made})


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_decided_is_the_draft(name):
    draft, choices = example(name)
    assert outcome(draft, choices, {}).text == draft.source.text


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_decided_is_any_draft(text):
    draft = read_text(text)
    assert outcome(draft, choices_of(draft), {}).text == text


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.data())
def test_any_decisions_give_a_text(text, data):
    draft = read_text(text)
    choices = choices_of(draft)
    decisions = data.draw(decisions_for(choices))
    for names in (True, False):
        found = outcome(draft, choices, decisions, names=names)
        assert set(found.open) <= {choice.address for choice in choices}


@pytest.mark.parametrize("name", EXAMPLES)
@given(data=st.data())
def test_the_order_of_decisions_does_not_matter(name, data):
    draft, choices = example(name)
    decisions = data.draw(decisions_for(choices))
    backwards = dict(reversed(decisions.items()))
    assert outcome(draft, choices, decisions) == outcome(draft, choices, backwards)


@pytest.mark.parametrize("name", EXAMPLES)
def test_addresses_are_unique_and_parents_come_first(name):
    _, choices = example(name)
    addresses = [choice.address for choice in choices]
    assert len(set(addresses)) == len(addresses)
    for index, choice in enumerate(choices):
        assert not choice.parent or choice.parent in addresses[:index]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_contested_bracket_belongs_to_a_choice(name):
    draft, choices = example(name)
    for bracket in draft.tree.brackets:
        if bracket.kind is BracketKind.CONTESTED:
            held = any(
                c.span.overlaps(bracket.span) or _in_a_wording(c, bracket.span) or bracket.span in c.vanishing
                for c in choices
            )
            assert held, bracket.span.of(draft.source.text)


def _in_a_wording(choice, span):
    return any(a.span is not None and a.span.overlaps(span) for a in choice.alternatives)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_proposal_stands_on_a_choice(name):
    draft, choices = example(name)
    placed = {stand.position for choice in choices for stand in choice.stands}
    proposing = (Stance.INSERT, Stance.REPLACE, Stance.DELETE)
    lost = [p for i, p in enumerate(draft.positions) if i not in placed and p.stance in proposing and p.text]
    assert lost == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_decided_leaves_no_attribution(name):
    draft, choices = example(name)
    decisions = {c.address: Decision(c.address, Act.ACCEPT, c.base or len(c.alternatives) - 1) for c in choices}
    found = outcome(draft, choices, decisions, names=False)
    assert found.open == ()
    for position in draft.positions:
        if position.bracket is not None:
            names = position.evidence.of(draft.source.text)
            assert names not in found.text
