"""Quotation marks as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotext.source import paired


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("add ”shall“ here", "add “shall” here"),
        ("add “shall“ here", "add “shall” here"),
        ("add ”shall” here", "add “shall” here"),
        ('add “shall" and "will”.', "add “shall” and “will”."),
        ("[”shall“ – Peru; Chile: “will“]", "[“shall” – Peru; Chile: “will”]"),
        ("replace ”ports“ with “quays”", "replace “ports” with “quays”"),
        ("删除”港口“一词", "删除“港口”一词"),
        ("将”港口”改为”码头”", "将“港口”改为“码头”"),
        ("إضافة ”موانئ“ و”أرصفة“", "إضافة “موانئ” و“أرصفة”"),
        ("заменить „порты“ на ”причалы“", "заменить „порты“ на “причалы”"),
        ("ajouter ” ports ” ici", "ajouter “ ports ” ici"),
    ],
)
def test_mixed_marks(typed, meant):
    assert paired(typed) == meant


@pytest.mark.parametrize(
    "right",
    [
        "",
        "no marks",
        "add “shall” and “will”",
        "he said “the word “shall” stays” and left",
        "a 5” pipe and “ports”",
        "a 5” pipe and a 6” pipe",
        "“ports and “quays”",
        'he said "the “ports” here" and left',
        "в „портах“ и «причалах»",
        "在甲”后增加“乙”",
        "“甲“乙”丙”",
    ],
)
def test_what_is_right_or_cannot_be_told_stays(right):
    assert paired(right) == right


@given(st.text('ab甲 .,[]“”„"«»و5\n', max_size=40))
def test_nothing_but_marks_changes(words):
    found = paired(words)
    assert len(found) == len(words)
    assert all(one == other or {one, other} <= set('“”„"') for one, other in zip(words, found, strict=True))
