"""Whatever is decided, no agreed word is lost where choices cross: one stands in the midst of another."""

import random

import pytest

from negotext.model import Act, Decision
from negotext.outcome import choices_of, outcome
from negotext.query.missing import missing_words
from negotext.reading import read_text

DRAFTS = {
    "a bracket that is closed late has the wordings of other places in it": """\
4. [Ships are seaworthy.]

Chile proposed new wording for the above paragraph: [Ships are fit for the sea.

5. Ports are deep.

[Chair’s alternative text for paragraph 5:

5. Ports are [very] deep [“and wide” – Peru].]

6. Piers are long.

[Chair’s alternative text for paragraph 6:

6. Piers are [rather] long.]]

7. The end.
""",
    "a bracket of its own speaks of the chair's text above it": """\
5. Ports are deep.

[Chair’s alternative text for paragraph 5

5. Ports are [very] deep. [“Their piers are long.” – Peru]

[Chile, Kenya do not support the Chair’s alternative for paragraph 5]

6. The end.
""",
    "a page break brings footnotes into an item": """\
4. Ships are seaworthy¹ [and – Chile] painted².

5. [Ports are deep and quiet – Peru;
                                        \n\
1  As agreed [in Suva][in Apia].
2  In [bright] colours.

HARBOURS/2
Page 2

Norway: not agreed] and their piers are long.

6. [Peru/Chile propose; Norway opposes:
                                        \n\
3  [Kenya: Not agreed.]

HARBOURS/2
Page 3

Piers are long.]
""",
    "a line of a delegation has brackets in it": """\
4. The fund pays for:

    (a) surveys of [all] coasts;

    (b) new harbours.

Norway: delete [the] last item [of this list].

5. Ships keep a log.

Chile: replace “keep” with “carry [and read]”.
""",
    "options stand in a bracket of another nesting": """\
5. [Option 1: Ports [shall][should] report:
5.1 [Option (a): each [full] year;
Option (b): each month.]
5.2 [Option (a): to the Council:
a. Option i: in [clear] writing;
Option ii: by word [of mouth];
b. in [good] time;
Option (b): to nobody [at all].]
Option 2: Ports [may] report.]
[Option 1: Ships shall wait [outside];
Option 2: Ships shall wait inside.]

6. The end.
""",
    "an attribution has brackets in it": """\
5. Ports [US [and Chile] propose: shall][CL [oppose]: should] be deep [“enough” – Peru].
""",
}


def decided(choices, seed):
    """Random decisions on few, many or all choices."""
    chance = random.Random(seed)
    share = chance.choice([0.2, 0.6, 1])
    made = [
        Decision(choice.address, Act.MERGE, text="new words")
        if chance.random() < 0.2
        else Decision(choice.address, Act.ACCEPT, chance.choice(choice.alternatives).number)
        for choice in choices
        if chance.random() < share
    ]
    return {decision.address: decision for decision in made}


@pytest.mark.parametrize("kind", DRAFTS)
def test_whatever_is_decided_it_stands_in_the_text(kind):
    draft = read_text(DRAFTS[kind], language="en")
    choices = choices_of(draft)
    assert len(choices) > 1
    for seed in range(200):
        decisions = decided(choices, seed)
        assert missing_words(1, draft, choices, decisions) == [], (seed, decisions)


@pytest.mark.parametrize("kind", DRAFTS)
def test_with_nothing_decided_it_is_the_draft(kind):
    draft = read_text(DRAFTS[kind], language="en")
    assert outcome(draft, choices_of(draft), {}).text == DRAFTS[kind]
