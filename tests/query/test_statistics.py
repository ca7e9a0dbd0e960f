"""Counting what a draft holds."""

import pytest

from negotext.query import by_paragraph, most_contested, statistics
from negotext.reading import read_text


def brackets(text: str) -> dict[str, int]:
    """The counts of brackets that are not zero."""
    return {name: count for name, count in statistics(read_text(text))["brackets"].items() if count}


def test_contested_brackets_are_counted_outermost_all_and_by_depth():
    found = brackets("1. Ports [shall [vary][set [their] own] dues] [or not].\n")
    assert found == {"contested": 2, "contested_all": 5, "max_depth": 3}


def test_a_contested_bracket_in_an_editorial_one_is_outermost():
    tree = read_text("1. [Note by the Secretariat: the words [shall] and [should] are open.]\n").tree
    contested = [bracket for bracket in tree.brackets if bracket.kind == "contested"]
    counts = statistics(read_text(tree.text))["brackets"]
    assert counts["contested_all"] == len(contested)
    assert counts["contested"] + counts["editorial"] >= 2


def test_brackets_without_contested_words():
    found = brackets("1. The well is [X] metres deep [sic] and [to be completed]. [Annex follows]\n")
    assert found == {"editorial": 4, "placeholder": 1}


def test_brackets_without_a_partner_count():
    assert brackets("1. The well [is dry.\n") == {
        "contested": 1,
        "contested_all": 1,
        "max_depth": 1,
        "unclosed": 1,
    }
    assert brackets("1. The well] is dry.\n") == {"unopened": 1}


def test_positions_and_delegations():
    found = statistics(read_text("1. The well [“, alas,” – Chile, Norway; Kenya opposes] is dry [Norway: and deep].\n"))
    assert found["positions"] == {"insert": 3, "oppose": 1}
    assert found["delegations"] == {"NO": 2, "CL": 1, "KE": 1}
    assert list(found["delegations"]) == ["NO", "CL", "KE"]


def test_faults_are_counted_by_code():
    found = statistics(read_text("1. The [well is [dry] and deep]].\n"))
    assert found["diagnostics"] == {"unopened-bracket": 1}


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        ("The well [is dry].", 4, 2),
        ("The well’s 1,000 litres [are [all] gone].", 7, 3),
        ("水井[已干]。", 4, 2),
        ("水 well [［已］ dry]", 4, 2),
        ("The well [is dry [or not.", 6, 4),
        ("The [X] [sic] well.", 4, 0),
        ("", 0, 0),
    ],
)
def test_words(text, words, inside):
    found = statistics(read_text(text))
    assert (found["words"], found["words_in_brackets"]) == (words, inside)


def test_numbered_paragraphs_are_those_of_the_draft_itself():
    text = (
        "A. The well\n\n1. It is dry.\n\n2. It is deep:\n\n    (a) very;\n\n    (b) too.\n\n"
        "[Chair’s alternative text for paragraph 2:\n\n2. It is shallow.]\n\n3. It is far.\n"
    )
    assert statistics(read_text(text))["paragraphs"] == 3


def test_positions_by_paragraph():
    draft = read_text("1. [“a” – Chile]\n\n2. [“b” – Chile; Norway opposes; Kenya supports]\n\n3. [“c” – Peru]\n")
    groups = by_paragraph(draft, draft.positions)
    assert [(group.paragraph, len(group.positions)) for group in groups] == [("1", 1), ("2", 3), ("3", 1)]
    assert most_contested(draft) == "2"
    assert most_contested(read_text("Nothing.")) is None


def test_parentheses_with_a_proposal_are_no_brackets():
    draft = read_text("1. The well is dry (Norway: and deep) [or not].\n")
    assert any(bracket.round for bracket in draft.tree.brackets)
    assert brackets(draft.source.text) == {"contested": 1, "contested_all": 1, "max_depth": 1}
