"""The outcome in stretches: the same words, each with the way back to the draft."""

import random

import pytest

from negotext.model import Act, Decision
from negotext.outcome import choices_of, outcome
from negotext.outcome.traced import traced_outcome
from negotext.reading import read_bytes

EXAMPLES = ("harbour-air.en.txt", "city-water.zh.txt", "ocean-finance.options.en.txt", "water-plan.ar.txt")


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("names", [True, False])
def test_stretches_are_the_outcome_and_lead_back(root, name, names):
    draft = read_bytes((root / "examples" / name).read_bytes(), name)
    choices = choices_of(draft)
    dice = random.Random(7)
    for _ in range(25):
        decisions = {}
        for choice in dice.sample(choices, k=dice.randrange(len(choices))):
            if dice.random() < 0.2:
                decisions[choice.address] = Decision(choice.address, Act.MERGE, text="the chair’s words")
            else:
                number = dice.randrange(len(choice.alternatives))
                decisions[choice.address] = Decision(choice.address, Act.ACCEPT, number)
        stretches = traced_outcome(draft, choices, decisions, names=names)
        assert "".join(each.text for each in stretches) == outcome(draft, choices, decisions, names=names).text
        for each in stretches:
            if each.at >= 0:
                words = each.text.removesuffix(" ")
                assert draft.source.text[each.at : each.at + len(words)] == words
            else:
                assert 0 <= each.anchor <= len(draft.source.text)
