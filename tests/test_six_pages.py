"""One draft in six languages: the same brackets, and the same delegations wanting the same thing, in each."""

from functools import cache

import pytest
from conftest import ROOT

from negotext.languages import LANGUAGES
from negotext.model import BlockKind, BracketKind, Draft
from negotext.query.statistics import statistics
from negotext.reading import read_bytes

# paragraph | delegation | stance | on behalf of
POSITIONS = """
    | BD        | insert  |
    | KE        | support |
    | TH        | delete  |
    | HU        | oppose  |
1   | IN        | insert  |
1   | BR        | insert  |
1   | KE        | insert  | AFRICAN_GROUP
1   | NO        | support |
2   | CL        | insert  |
2   | CL        | insert  |
2   | NO        | insert  |
3   | AOSIS     | insert  |
3   | BO        | insert  |
3   | CA        | support |
4   | TH        | delete  |
4   | ZM        | retain  |
4   | HU        | retain  |
4   | RU        | reserve |
5a  | SG        | insert  |
5a  | JO        | support |
5b  | ZA        | replace |
5b  | AU        | oppose  |
5c  | EU        | insert  |
5c  | AR        | oppose  |
5c  | NZ        | oppose  |
5d  | MA        | insert  |
5d  | CV        | support |
5d  | CI        | support |
6   | LDC       | insert  |
6   | JP        | insert  |
6   | KR        | insert  |
7   | G77_CHINA | support |
7   | US        | oppose  |
8   | G77_CHINA | insert  |
8   | US        | delete  |
8   | JP        | delete  |
9   | KE        | insert  | AFRICAN_GROUP
9   | CA        | reserve |
10  | BR        | replace | GRULAC
10  | GB        | reserve |
11  | CN        | replace |
11  | CH        | oppose  |
12  | VN        | insert  |
12  | TZ        | oppose  |
C10 | CHAIR     | replace |
C10 | PE        | delete  |
C11 | CN        | insert  |
C11 | NO        | oppose  |
C11 | CH        | support |
"""

Row = tuple[str, str, str, str]


def expected() -> list[Row]:
    """The rows of the list above, sorted."""
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in POSITIONS.strip("\n").splitlines()]
    return sorted((place, who, stance, behalf) for place, who, stance, behalf in rows)


@cache
def draft(language: str) -> Draft:
    """The version in one language, its language guessed."""
    name = f"water-plan.{language}.txt"
    return read_bytes((ROOT / "examples" / name).read_bytes(), name)


# The items are lettered as each language letters them.
_LETTERS = dict(zip("abcdأبجد", "abcdabcd", strict=True))


def same_label(paragraph: str) -> str:
    """An address without what languages write differently: `5(a)`, `5a)` and `5(أ)` are all `5a`."""
    return "".join(_LETTERS.get(character, character) for character in paragraph if character not in "()")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_recognised_and_nothing_is_at_fault(language):
    assert draft(language).language == language
    assert [fault.message for fault in draft(language).diagnostics] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_delegations_want_the_same_thing(language):
    found = [
        (same_label(position.paragraph), position.delegation, position.stance.value, position.on_behalf_of or "")
        for position in draft(language).positions
    ]
    assert sorted(found) == expected()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_brackets_in_the_same_order(language):
    counts = statistics(draft(language))
    assert counts["paragraphs"] == 14
    assert counts["brackets"] == statistics(draft("en"))["brackets"]
    assert counts["brackets"]["contested"] == 44
    assert counts["brackets"]["max_depth"] == 2
    assert counts["brackets"]["placeholder"] == 2

    def kinds(code: str) -> list[tuple[BracketKind, int]]:
        return [(bracket.kind, bracket.depth) for bracket in draft(code).tree.brackets]

    assert kinds(language) == kinds("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_paragraphs_items_and_options(language):
    def labelled(code: str) -> list[tuple[str, str]]:
        kinds = [BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.OPTION, BlockKind.CHAIR]
        blocks = [block for block in draft(code).blocks if block.kind in kinds]
        return [(block.kind.value, same_label(block.paragraph)) for block in blocks if block.label]

    assert labelled(language) == labelled("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_figures(language):
    tree = draft(language).tree
    inside = [bracket.inner.of(tree.text).rstrip("%") for bracket in tree.brackets]
    assert [words for words in inside if words.isdecimal()] == ["1", "2030", "2", "3", "10", "15", "2", "4", "30", "60"]
