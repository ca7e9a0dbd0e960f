"""Faults made on purpose in one of two versions: each is found, where it is, and nothing else."""

import pytest
from aligning.conftest import laid_out

from negotext.aligning import FaultKind
from negotext.reading import read_text

PARAGRAPH, BRACKET, NUMBER = FaultKind.PARAGRAPH, FaultKind.BRACKET, FaultKind.NUMBER
DELEGATION, STANCE = FaultKind.DELEGATION, FaultKind.STANCE


def test_versions_of_one_draft_have_no_faults(versions):
    found = laid_out(*versions())
    assert found.faults == ()
    assert all(None not in pair.passages for pair in found.pairs)
    paired = {pair.choices[0].address for pair in found.choices if None not in pair.choices}
    assert paired >= {"1:1", "2:1", "2:2", "5:1"}


# The language that is changed, the words, what becomes of them; then the kind of the fault, the version that has
# it, and the words it names there.
FAULTS = {
    "bracket closed in one": ("zh", "[，并公布结果]", "，并公布结果", BRACKET, 0, "[and the results are posted]"),
    "bracket added in one": ("en", "two wells", "two [safe] wells", BRACKET, 0, "[safe]"),
    "bracket with a delegation": (
        "en",
        " [Chile: and 20,000 dollars in a dry year]",
        "",
        BRACKET,
        1,
        "[智利：遇旱年则为2万美元]",
    ),
    "figure left out": ("en", "up to 5,000 dollars", "a sum of dollars", NUMBER, 1, "5000"),
    "figure in Chinese numerals": ("en", "60 per cent", "most", NUMBER, 1, "六十"),
    "figure in Arabic-Indic digits": ("en", "once a year", "once a year, or ٤٠ times", NUMBER, 0, "٤٠"),
    "percentage in one": ("zh", "每年举行", "有15%的成员要求即每年举行", NUMBER, 1, "15"),
    "delegation left out": ("zh", "；日本支持", "", DELEGATION, 0, "Japan supports"),
    "delegation added": ("en", "Canada opposes", "Canada, Mexico oppose", DELEGATION, 0, "Mexico oppose"),
    "paragraph left out": ("zh", "4. 到2031年，百分之六十的水泵使用太阳能。\n\n", "", PARAGRAPH, 0, "By 2031"),
    "item left out": ("en", "    (a) It hears the villages.\n\n", "", PARAGRAPH, 1, "委员会听取"),
    "statement left out": ("en", "Norway: supports paragraph 3.\n\n", "", PARAGRAPH, 1, "挪威"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_where_it_is_and_nothing_else(versions, name):
    language, old, new, kind, present, words = FAULTS[name]
    drafts = versions(**{language: (old, new)})
    found = laid_out(*drafts).faults
    assert [(fault.kind, fault.present) for fault in found] == [(kind, present)]
    assert words in found[0].spans[present].of(drafts[present].source.text)


def test_another_year_is_a_fault_on_each_side(versions):
    drafts = versions(zh=("2031", "2030"))
    found = laid_out(*drafts).faults
    assert {(fault.kind, fault.present, fault.what) for fault in found} == {(NUMBER, 0, "2031"), (NUMBER, 1, "2030")}


def test_another_stance_names_both(versions):
    drafts = versions(zh=("加拿大反对", "加拿大支持"))
    (fault,) = laid_out(*drafts).faults
    assert (fault.kind, fault.what, fault.instead, fault.paragraph) == (STANCE, "CA oppose", "support", "3")
    assert [span.of(draft.source.text) for span, draft in zip(fault.spans, drafts, strict=True)] == [
        "Canada opposes",
        "加拿大支持",
    ]


def test_where_it_should_be_is_the_partner(versions):
    drafts = versions(zh=("；日本支持", ""))
    (fault,) = laid_out(*drafts).faults
    assert fault.spans[1].of(drafts[1].source.text) == "[每6个月——秘鲁]"


def test_a_missing_paragraph_belongs_behind_the_one_before_it(versions):
    drafts = versions(zh=("4. 到2031年，百分之六十的水泵使用太阳能。\n\n", ""))
    (fault,) = laid_out(*drafts).faults
    text = drafts[1].source.text
    assert fault.spans[1].length == 0
    assert text[: fault.spans[1].end].endswith("分担。")


def test_brackets_in_another_order_are_no_fault(versions):
    """Word order differs between languages; what is in the brackets tells which is which."""
    drafts = versions(
        zh=(
            "[每3个月][每6个月——秘鲁；日本支持]检测一次[，并公布结果]",
            "[公布结果，]检测[每3个月][每6个月——秘鲁；日本支持]一次",
        )
    )
    found = laid_out(*drafts)
    assert found.faults == ()
    pairs = {pair.choices[0].address: pair.choices[1] for pair in found.choices if None not in pair.choices}
    assert [each.text for each in pairs["2:1"].alternatives[1:]] == ["每3个月", "每6个月"]


def test_one_paragraph_here_may_be_several_there():
    """A preamble or a title page is not broken into lines alike everywhere."""
    english = (
        "Noting [with regret] that 12 wells in the valley are dry,\n\n"
        "Recalling that the water of a well belongs to all who live around it and to nobody else,\n\n"
        "Adopts the plan:\n\n1. Wells are dug in every village.\n"
    )
    chinese = (
        "[遗憾地]注意到山谷中12口井已经干涸，回顾井水属于住在水井周围的所有人而不属于其他任何人，通过本计划：\n\n"
        "1. 各村均应挖井。\n"
    )
    drafts = read_text(english, language="en"), read_text(chinese, language="zh")
    for first, second in (drafts, drafts[::-1]):
        assert laid_out(first, second).faults == ()
