"""Drafts in several languages: each block is read in its own, and a draft in one language is never divided."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases_format import all_cases
from hypothesis import given
from hypothesis import strategies as st

from negotext.languages import guess_language, tongues_of
from negotext.model import BlockKind, BracketKind, Draft, unparse
from negotext.outcome import choices_of, outcome
from negotext.reading import read_text, reread
from negotext.source import from_text

EXAMPLES = Path(__file__).parent.parent / "examples"

ENGLISH = """\
1. The Committee shall review the use of the water of the lake and report on it each year [Norway: delete].

2. The members are appointed by the States of the basin for a term of three years [United States: four years].

Kenya: delete paragraph 2.

"""
FRENCH = """\
3. Le Comité examine l'état des rives du lac et peut proposer aux États du bassin des mesures pour la protection
de la faune et des oiseaux [Brésil : supprimer].

Sénégal : maintenir.

"""
CHINESE = """\
4. 委员会应每年审查湖水的使用情况，并向各国提出建议[“和措施”——巴基斯坦：删除；阿联酋不同意]。

"""
RUSSIAN = """\
5. Комитет рассматривает состояние берегов озера и предлагает государствам бассейна меры по охране природы
[Беларусь: исключить].

"""
CLOSING = """\
6. The Committee decides by the majority of its members in the session [Chile: by consensus].
"""


def wants(draft: Draft) -> list[str]:
    """Each position in few words: `NO delete`."""
    return [f"{position.delegation} {position.stance.value}" for position in draft.positions]


def parts(draft: Draft) -> list[tuple[str, str]]:
    """The foreign stretches: language, and the words they begin with."""
    return [(part.language, draft.source.text[part.start :].split(maxsplit=2)[0]) for part in draft.foreign]


def test_each_block_is_read_in_its_own_language() -> None:
    draft = read_text(ENGLISH + FRENCH + CHINESE + RUSSIAN + CLOSING)
    assert draft.language == "en"
    assert parts(draft) == [("fr", "3."), ("zh", "4."), ("ru", "5.")]
    assert wants(draft) == [
        "NO delete",
        "US insert",
        "KE delete",
        "BR delete",
        "SN retain",
        "PK delete",
        "AE oppose",
        "BY delete",
        "CL insert",
    ]
    assert [position.paragraph for position in draft.positions] == ["1", "2", "2", "3", "3", "4", "4", "5", "6"]
    assert not draft.diagnostics


def test_a_short_line_goes_with_the_paragraph_it_follows() -> None:
    draft = read_text(ENGLISH + FRENCH + CLOSING)
    text = draft.source.text
    assert draft.language_at(text.index("Sénégal")) == "fr"
    assert draft.language_at(text.index("Kenya")) == "en"
    assert draft.block_at(text.index("Sénégal")).kind is BlockKind.STATEMENT


def test_an_english_line_behind_a_french_paragraph_stays_english() -> None:
    draft = read_text(ENGLISH + FRENCH + "Norway: delete the paragraph.\n\n" + CLOSING)
    assert draft.language_at(draft.source.text.index("Norway: delete the")) == "en"
    assert "NO delete" in wants(draft)[4:]


def test_a_chinese_draft_with_an_english_annex() -> None:
    draft = read_text(CHINESE * 3 + ENGLISH)
    assert draft.language == "zh"
    assert parts(draft) == [("en", "1.")]
    assert wants(draft)[-3:] == ["NO delete", "US insert", "KE delete"]


def test_the_two_halves_of_a_bilingual_page() -> None:
    one = (EXAMPLES / "water-plan.en.txt").read_text(encoding="utf-8")
    other = (EXAMPLES / "water-plan.fr.txt").read_text(encoding="utf-8")
    draft = read_text(f"{one}\n\n{other}")
    # Page numbers between the two have no language.
    ends = (0, one.index("[Note by the Secretariat"), len(one) + 2, len(one) + len(other))
    assert [draft.language_at(at) for at in ends] == ["en", "en", "fr", "fr"]
    alone = wants(read_text(one, language="en")) + wants(read_text(other, language="fr"))
    assert wants(draft) == alone


@pytest.mark.parametrize(
    "quotation",
    [
        "The observer quoted “Le Comité examine l'état des rives du lac” in the report, and the members took note.",
        "The members used the term 水资源 for the water of the basin.",
        "[Brésil : supprimer]",
        "The words of the Chinese text are 委员会应每年审查湖水的使用情况, and those of the English one are above.",
        "Rio de la Plata; Côte d'Ivoire; El Salvador; Los Angeles; Le Havre.",
    ],
)
def test_foreign_words_in_a_block_do_not_change_it(quotation: str) -> None:
    assert not read_text(ENGLISH + quotation + "\n\n" + CLOSING).foreign


def test_language_given_is_the_language_of_all() -> None:
    draft = read_text(ENGLISH + FRENCH + CHINESE, language="en")
    assert not draft.foreign
    assert "PK delete" not in wants(draft)


def test_a_text_is_read_again_as_it_was_read() -> None:
    mixed = ENGLISH + FRENCH + CLOSING
    assert reread(from_text(mixed), "en") == read_text(mixed)
    assert reread(from_text(mixed), "fr") == read_text(mixed, language="fr")


def test_kinds_of_brackets_follow_the_block() -> None:
    # In French, square brackets stand inside round ones; in English such words are under negotiation.
    french = FRENCH.replace("lac et", "lac [voir A/77/5, par. 12 (b)] et")
    kinds = [bracket.kind for bracket in read_text(ENGLISH + french).tree.brackets]
    assert BracketKind.EDITORIAL in kinds


def test_nothing_is_lost_and_no_decision_gives_the_draft() -> None:
    draft = read_text(ENGLISH + FRENCH + CHINESE + RUSSIAN + CLOSING)
    assert unparse(draft.tree) == draft.source.text
    assert outcome(draft, choices_of(draft), {}).text == draft.source.text


ONE_LANGUAGE = all_cases()


def test_no_case_is_divided() -> None:
    for case in ONE_LANGUAGE:
        assert not tongues_of(case.draft, guess_language(case.draft)).foreign, case


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_all_cases_of_a_language_as_one_draft_are_not_divided(language: str) -> None:
    text = "\n\n".join(case.draft for case in ONE_LANGUAGE if case.language == language)
    assert not tongues_of(text, language).foreign


def test_no_real_draft_is_divided(shared: Path) -> None:
    for path in sorted((shared / "corpus").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert not tongues_of(text, guess_language(text)).foreign, path.name


@given(st.lists(st.sampled_from([ENGLISH, FRENCH, CHINESE, RUSSIAN, CLOSING, "[", "]\n", "\f", "5. \n"]), max_size=12))
def test_any_mixture_is_read_without_loss(chosen: list[str]) -> None:
    text = "".join(chosen)
    draft = read_text(text)
    assert unparse(draft.tree) == text
    ends = [0]
    for part in draft.foreign:
        assert ends[-1] <= part.start < part.end <= len(text)
        ends.append(part.end)
