"""Parentheses that are read as brackets: those that carry an attribution."""

import pytest

from negotext.brackets.rounds import attributed_parentheses
from negotext.languages import load_lexicon, load_registry
from negotext.source import Flow


def found(text: str, language: str) -> list[str]:
    spans = attributed_parentheses(Flow(text), load_lexicon(language), load_registry(language))
    return [text[start : end + 1] for start, end in spans]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("zh", "小组应公正（秘鲁——同意）。", ["（秘鲁——同意）"]),
        ("zh", "小组应（透明——加纳）公正", ["（透明——加纳）"]),
        ("zh", "小组应(“透明”——加纳。越南——同意)公正", ["(“透明”——加纳。越南——同意)"]),
        ("zh", "小组应（“透明”，斐济；古巴——不同意）公正", ["（“透明”，斐济；古巴——不同意）"]),
        ("zh", "由（三名）（斐济——删除）成员组成", ["（三名）", "（斐济——删除）"]),
        ("zh", "第三条（秘鲁代表团团\n\n长）", []),
        ("zh", "2015年（含）以来，秘鲁（利马）的港口（附件一）", []),
        ("zh", "办事处（阿尔及尔）和计划（2026—2030年）", []),
        ("en", "in the harbour (Chile: delete) of the city", ["(Chile: delete)"]),
        ("en", "the text (US/AU propose: all) stands", ["(US/AU propose: all)"]),
        ("en", "in Lima (Peru) and Suva (Fiji), from 2026 – 2030 (five years)", []),
        ("en", "(a) the Parties (including Chile) shall meet", []),
    ],
)
def test_parentheses(language, text, read):
    assert found(text, language) == read


def test_parentheses_over_a_line_wrap():
    assert found("小组应公正（阿尔及\n\n利亚——同意）。", "zh") == ["（阿尔及\n\n利亚——同意）"]
