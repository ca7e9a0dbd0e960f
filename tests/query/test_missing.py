"""What is agreed is held against the outcome: no false alarm, and none of its words goes unnoticed."""

import random
from dataclasses import replace
from functools import cache

import pytest
from conftest import ROOT

from negotext.model import Act, Decision, Span
from negotext.outcome import choices_of
from negotext.outcome.deciding import Deciding
from negotext.query import missing
from negotext.query.fates import Fate, Proposal
from negotext.reading import read_bytes, read_text

EXAMPLES = sorted(path.name for path in (ROOT / "examples").glob("*.txt"))
DRAFT = """\
5. Ports [shall][should] open [“at nine” – Chile].

16. [Ships shall wait actively.]

Pakistan: proposed new wording for the paragraph above: [Ships shall wait [outside] the port.]

17. The end.
"""
READ = read_text(DRAFT, language="en")
CHOICES = choices_of(READ)


@cache
def example(name):
    draft = read_bytes((ROOT / "examples" / name).read_bytes(), name)
    return draft, choices_of(draft)


def accepted(numbers):
    return {address: Decision(address, Act.ACCEPT, number) for address, number in numbers.items()}


def decided(choices, seed):
    """Random decisions on few, many or all choices."""
    chance = random.Random(seed)
    share = chance.choice([0.1, 0.5, 1])
    made = [
        Decision(choice.address, Act.MERGE, text="new words 新的措辞")
        if chance.random() < 0.1
        else Decision(choice.address, Act.ACCEPT, chance.choice(choice.alternatives).number)
        for choice in choices
        if chance.random() < share
    ]
    return {decision.address: decision for decision in made}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", EXAMPLES)
def test_whatever_is_decided_it_stands_in_the_text(name, seed):
    draft, choices = example(name)
    assert missing.missing_words(1, draft, choices, decided(choices, seed)) == []


def losing(monkeypatch, lost):
    """From now on an outcome does not bring the words it should, or takes more than it should."""
    keep = Deciding.edits
    at = DRAFT.index(lost)
    gone = Span(at, at + len(lost))

    def decided(deciding, choice, decision):
        for edit in keep(deciding, choice, decision):
            if edit.source is not None and edit.source.holds(gone):
                yield edit._replace(source=None)
            elif edit.span.end == gone.start:
                yield edit._replace(span=Span(edit.span.start, gone.end))
            else:
                yield edit

    monkeypatch.setattr(Deciding, "edits", decided)


@pytest.mark.parametrize(
    ("decisions", "lost", "address", "words"),
    [
        ({"5:1": 2}, "should", "5:1", "should"),
        ({"5:2": 1}, "at nine", "5:2", "at nine"),
        # A new wording in brackets of its own, and one inside that is open.
        ({"16:1": 2}, "Ships shall wait [", "16:1", "Ships shall wait [outside] the port"),
    ],
)
def test_words_that_the_outcome_loses_are_found(monkeypatch, decisions, lost, address, words):
    made = accepted(decisions)
    assert missing.missing_words(1, READ, CHOICES, made) == []
    losing(monkeypatch, lost)
    (found,) = missing.missing_words(1, READ, CHOICES, made)
    assert (found.address, found.words) == (address, words)


@pytest.mark.parametrize("decision", [Decision("5:1", Act.MERGE, text="are to"), Decision("5:2", Act.ACCEPT, 2)])
def test_new_words_that_do_not_come_in_are_found(monkeypatch, decision):
    offered = replace(CHOICES[1].alternatives[1], number=2, text="are to", span=None)
    choices = [
        replace(each, alternatives=(*each.alternatives, offered)) if each.address == "5:2" else each for each in CHOICES
    ]
    made = {decision.address: decision}
    assert missing.missing_words(1, READ, choices, made) == []
    keep = Deciding.edits
    monkeypatch.setattr(Deciding, "edits", lambda *given: (each._replace(words="") for each in keep(*given)))
    (found,) = missing.missing_words(1, READ, choices, made)
    assert (found.address, found.words) == (decision.address, "are to")


def test_a_proposal_said_to_be_in_the_text_is_lost_when_its_words_are_missing():
    proposal = Proposal(1, "5:1", 2, "should", (), False, Fate.IN_TEXT, "accepted by Chair (entry 1)", 1, ("1:5:1",))
    rival = replace(proposal, number=1, text="shall", fate=Fate.SUPERSEDED, now="by 2 “should”")
    held = missing.held_against([proposal, rival], [missing.Missing(1, "5:1", "should")])
    assert [each.fate for each in held] == [Fate.LOST, Fate.SUPERSEDED]
    assert held[0].now.endswith("“should” is agreed and does not stand in the text of round 1")
    assert missing.held_against([proposal, rival], [missing.Missing(2, "5:1", "should")]) == [proposal, rival]
