"""The bracket figures of real snippets in six languages; what was reached must not be lost."""

import json

import pytest

from negotext.model import BracketKind
from negotext.reading import read_text

NOTED = (BracketKind.EDITORIAL, BracketKind.PLACEHOLDER, BracketKind.ATTRIBUTION)
LEAST = 0.97


@pytest.fixture(scope="module")
def snippets(shared) -> list[dict]:
    lines = (shared / "gold" / "snippets.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def figures(snippet: dict) -> dict[str, int]:
    tree = read_text(snippet["text"], language=snippet["language"]).tree
    depths = tree.contested_depths()
    return {
        "brackets": depths.count(1),
        "max_depth": max(depths, default=0),
        "editorial": sum(bracket.kind in NOTED for bracket in tree.brackets),
        "contested_all": sum(depth > 0 for depth in depths),
    }


@pytest.mark.parametrize("figure", ["brackets", "max_depth", "editorial", "contested_all"])
def test_figures(snippets, figure):
    wrong = [snippet["id"] for snippet in snippets if figures(snippet)[figure] != snippet["expect"][figure]]
    assert 1 - len(wrong) / len(snippets) >= LEAST, wrong
