"""Decisions as tracked changes: accepting all is the outcome, rejecting all is the draft, and nothing is retyped."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.model import Act, ChoiceKind, Decision
from negotext.outcome import choices_of, outcome
from negotext.outcome.pieces import outcome_pieces
from negotext.paper.plain import plain
from negotext.paper.resolving import accepted, rejected
from negotext.paper.setting import set_text
from negotext.paper.tracked import Authorship, tracked_text
from negotext.paper.unwrapping import resulting
from negotext.paper.values import Change, NoteMark, Run
from negotext.reading import read_bytes, read_text

EXAMPLES = ("harbour-air.en.txt", "city-water.zh.txt", "ocean-finance.options.en.txt", "water-plan.ar.txt")
CORPUS = (
    "tpp-ip-chapter-2013-08-30.sections-a-d.en.txt",
    "wo-pbc-35-7-annex.zh.txt",
    "unfccc-geneva-negotiating-text-2015-02-12.en.txt",
)
WORDS = (
    "5. ", "The plan ", "shall ", "[", "]", "[shall][should] ", "[“now” – Peru]", "[Chile: delete]", " / ", "(a) ",
    ", ", ".", "\n\n", "[US propose: new]", "Norway: delete paragraph 5.\n", "Option 1: ", "港口", "，", "。", "¹",
    "[“，并公布”——巴西；中国——不同意]", "[Chair's alternative text\n\n", "5. ", "\n\n1  A footnote [here].\n\n",
)  # fmt: skip
CHAIR = Authorship("The chair", "2026-11-21T10:00:00Z")


def decided(data, choices):
    taken = {}
    for choice in data.draw(st.lists(st.sampled_from(choices), max_size=8)) if choices else []:
        number = data.draw(st.integers(0, len(choice.alternatives) - 1))
        merged = data.draw(st.sampled_from([None, "new words", "新的措辞", "One.\n\nTwo."]))
        act = Act.ACCEPT if merged is None else Act.MERGE
        taken[choice.address] = Decision(choice.address, act, number if merged is None else None, merged)
    return taken


def track(draft, choices, decisions, **more):
    authors = {address: CHAIR for address in decisions}
    return tracked_text(draft, choices, decisions, authors, otherwise=CHAIR, **more)


def check(draft, choices, decisions):
    setting = track(draft, choices, decisions)
    pieces = outcome_pieces(draft, choices, decisions)
    assert plain(rejected(setting)) == plain(set_text(draft))
    assert plain(accepted(setting)) == plain(resulting(draft, pieces)[0].run())
    return setting


@pytest.mark.parametrize("name", CORPUS)
def test_nothing_decided_is_the_draft_as_it_is(shared, name):
    draft, choices = example(shared / "corpus" / name)
    assert track(draft, choices, {}) == set_text(draft)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_result_has_the_words_of_the_outcome(name):
    draft, choices = example(Path(__file__).parents[2] / "examples" / name)
    decisions = {c.address: Decision(c.address, Act.ACCEPT, len(c.alternatives) - 1) for c in choices}
    words = plain(resulting(draft, outcome_pieces(draft, choices, decisions))[0].run().body)
    left_out = [b.span for b in draft.blocks if b.kind.value in ("furniture", "footnote")]
    text = outcome(draft, choices, decisions).text
    for span in left_out:
        text = text.replace(span.of(draft.source.text).strip(), "")
    assert letters(words) == letters(text)


def letters(text):
    """The letters of a text in order, without figures: those of footnotes move."""
    return "".join(filter(str.isalpha, text))


@cache
def example(path):
    draft = read_bytes(path.read_bytes(), path.name)
    return draft, choices_of(draft)


@pytest.mark.parametrize("name", EXAMPLES)
@given(data=st.data())
def test_any_decisions_on_an_example(name, data):
    draft, choices = example(Path(__file__).parents[2] / "examples" / name)
    check(draft, choices, decided(data, choices))


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join), st.data())
def test_any_decisions_on_any_draft(text, data):
    draft = read_text(text, language="en")
    choices = choices_of(draft)
    check(draft, choices, decided(data, choices))


@pytest.mark.parametrize("number", [0, 1, -1])
@pytest.mark.parametrize("name", CORPUS)
def test_every_choice_of_a_real_draft_decided(shared, name, number):
    draft, choices = example(shared / "corpus" / name)
    decisions = {
        c.address: Decision(c.address, Act.ACCEPT, min(number, len(c.alternatives) - 1) % len(c.alternatives))
        for c in choices
    }
    check(draft, choices, decisions)


@pytest.mark.parametrize("name", CORPUS)
def test_one_decision_leaves_all_other_paragraphs_as_they_are(shared, name):
    draft, choices = example(shared / "corpus" / name)
    kinds = (ChoiceKind.RIVALS, ChoiceKind.OPTIONAL)
    choice = next(c for c in choices if c.kind in kinds and len(draft.blocks_in(c.span)) == 1)
    setting = check(draft, choices, {choice.address: Decision(choice.address, Act.ACCEPT, 1)})
    changed = [p for p in setting.body if p.revision or any(getattr(i, "revision", None) for i in p.content)]
    assert 1 <= len(changed) <= 3
    untouched = set(set_text(draft).body)
    assert [p for p in setting.body if p not in untouched] == changed


def marked(text, decision, language="en"):
    """Paragraphs with what goes as {-words-} and what comes as {+words+}; ¶ with a sign is a changed paragraph end."""
    draft = read_text(text, language=language)
    setting = track(draft, choices_of(draft), {decision.address: decision})
    return ["".join(map(_sign, p.content)) + _end(p.revision) for p in setting.body]


def _end(revision):
    return "" if revision is None else "{-¶-}" if revision.change is Change.DELETED else "{+¶+}"


def _sign(inline):
    text = inline.text if isinstance(inline, Run) else f"^{inline.number}" if isinstance(inline, NoteMark) else ""
    revision = getattr(inline, "revision", None)
    if revision is None:
        return text
    return f"{{-{text}-}}" if revision.change is Change.DELETED else f"{{+{text}+}}"


@pytest.mark.parametrize(
    ("text", "decision", "shown"),
    [
        (
            "1. Parties [shall][should] meet.",
            Decision("1:1", Act.ACCEPT, 2),
            ["1.\tParties {-[shall][-}should{-]-} meet."],
        ),
        (
            "1. Parties [shall] meet.",
            Decision("1:1", Act.ACCEPT, 0),
            ["1.\tParties {-[shall] -}meet."],
        ),
        (
            "1. The plan [shall cover large ports] soon.",
            Decision("1:1", Act.MERGE, text="shall cover all large ports"),
            ["1.\tThe plan {-[-}shall cover{+ all+} large ports{-]-} soon."],
        ),
        (
            "1. 计划[应当包括全部大型港口]。",
            Decision("1:1", Act.MERGE, text="应当包括大型港口"),
            ["1.\t计划{-[-}应当包括{-全部-}大型港口{-]-}。"],
        ),
        (
            "1. One.\n\n[2. Two goes.]\n\n3. Three.\n",
            Decision("2:1", Act.ACCEPT, 0),
            ["1.\tOne.", "{-[-}{-2.\t-}{-Two goes.]-}{-¶-}", "3.\tThree."],
        ),
        (
            "1. One [words]\n\n3. Three.\n",
            Decision("1:1", Act.MERGE, text="words.\n\n2. Two.\n\nAnd more."),
            ["1.\tOne {-[-}words{-]-}{+.+}{+¶+}", "{+2.\t+}{+Two.+}{+¶+}", "{+And more.+}", "3.\tThree."],
        ),
    ],
)  # fmt: skip
def test_changes_are_whole_words_and_no_more(text, decision, shown):
    assert marked(text, decision) == shown


def test_each_change_has_the_author_and_the_time_of_its_decision():
    draft = read_text("1. Parties [shall] meet [soon].", language="en")
    decisions = {a: Decision(a, Act.ACCEPT, 0) for a in ("1:1", "1:2")}
    authors = {"1:1": Authorship("Amira"), "1:2": Authorship("Bo", "2026-11-21T10:00:00Z")}
    (paragraph,) = tracked_text(draft, choices_of(draft), decisions, authors, otherwise=CHAIR).body
    made = [(r.text, r.revision.author, r.revision.date) for r in paragraph.content if r.revision]
    assert made == [("[shall] ", "Amira", ""), (" [soon]", "Bo", "2026-11-21T10:00:00Z")]
