"""Text that goes out as a Word file and comes back is the same."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word.packages import docx, gone, ins, p

from negotext.model import Stance
from negotext.outcome import choices_of
from negotext.paper.issuing import Order, issued
from negotext.paper.plain import plain
from negotext.paper.record import of_draft
from negotext.paper.setting import set_text
from negotext.paper.values import Front, Paper, Style
from negotext.reading import read_bytes, read_text
from negotext.word.reading import read_docx
from negotext.word.writing import write_docx

EXAMPLES = sorted(path.name for path in (Path(__file__).parents[2] / "examples").glob("*.txt"))
CORPUS = (
    "tpp-ip-chapter-2013-08-30.sections-a-d.en.txt",
    "unfccc-geneva-negotiating-text-2015-02-12.en.txt",
    "wo-pbc-35-7-annex.zh.txt",
    "wo-pbc-36-12-annex-ii.zh.txt",
)


def there_and_back(draft):
    """The words of a draft as they are set, and as they come back from a Word file, with the draft that comes back."""
    setting = set_text(draft)
    front = Front(symbol="A/1", title="A title", date="1 March")
    paper = Paper(Style.CLEAN, draft.language, front, setting.body, notes=setting.notes, created="2026-11-21T10:00:00Z")
    back = read_docx(write_docx(paper), draft.source.name, draft.language)
    return plain(setting, printed=True), back


def wants(draft):
    return sorted((each.delegation, each.stance.value, each.text or "") for each in draft.positions)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples(root, name):
    draft = read_bytes((root / "examples" / name).read_bytes(), name)
    words, back = there_and_back(draft)
    assert back.source.text == words
    assert wants(back) == wants(draft)


@pytest.mark.parametrize("name", CORPUS)
def test_real_drafts(shared, name):
    draft = read_bytes((shared / "corpus" / name).read_bytes(), name)
    words, back = there_and_back(draft)
    assert back.source.text == words
    assert len(back.positions) == len(draft.positions)


LINES = st.lists(
    st.sampled_from(
        "A. Scope|1. The plan [shall][should] cover all ports.|2. [“The costs are shared.” – Peru; Chile opposes]|"
        "(a) It is reviewed every [3] years;|• one bullet|Norway: delete paragraph 1.|The Conference,|"
        "Recalling decision 3/2,¹|[Option 1: A fund is set up.|Option 2: No fund.]|"
        "第1段应当包括[全部]港口[，并公布——巴西]。|"
        "OP7 bis. Urges all Parties;|Article 3. Definitions".split("|")
    ),
    max_size=12,
)


@given(LINES)
def test_any_lines(lines):
    draft = read_text("\n\n".join(lines), language="en")
    words, back = there_and_back(draft)
    assert back.source.text == words


WORDS = st.text(st.sampled_from("ab [](“”)–:;,.字 "), min_size=1, max_size=12)
AUTHORS = st.sampled_from(["Algeria", "Brazil", "Bob Smith", "C: d – e"])


@st.composite
def changed(draw):
    """A paragraph with tracked changes: its XML, the base text, and who changed what."""
    inside, base, changes = "", "", []
    for _ in range(draw(st.integers(1, 6))):
        words = draw(WORDS)
        kind = draw(st.sampled_from(["base", "ins", "del"]))
        if kind == "base":
            inside += f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
            base += words
            continue
        author = draw(AUTHORS)
        inside += ins(author, words) if kind == "ins" else gone(author, words)
        base += words if kind == "del" else ""
        changes.append((author, kind, words))
    return inside, base, changes


@given(changed(), st.sampled_from(["en", "zh", "ar"]))
def test_any_changes(paragraph, language):
    """Whoever changed words is on record, brackets have their partners, and no letter of the base text is lost."""
    inside, base, changes = paragraph
    draft = read_docx(docx(p("1. Text", inside)), "x", language)
    known = {"Algeria": "DZ", "Brazil": "BR"}
    told = {known.get(author, author) for author, _, words in changes if any(each not in " []" for each in words)}
    assert told <= {each.delegation for each in draft.positions} | {"Bob Smith", "C: d – e"} & told
    stray = [each for each in draft.diagnostics if each.code in ("unclosed-bracket", "unopened-bracket")]
    balanced = read_text(f"1. Text{base}", language=language).diagnostics
    assert len(stray) == sum(1 for each in balanced if each.code in ("unclosed-bracket", "unopened-bracket"))
    assert all(letter in draft.source.text for letter in base if letter not in "[] ")
    assert all(each.stance is not Stance.INSERT or each.text is not None for each in draft.positions)
    for position in draft.positions:
        assert 0 <= position.evidence.start <= position.evidence.end <= len(draft.source.text)


def test_reading_again_gives_the_same():
    data = docx(p("1. A ", ins("Chile", "b"), gone("Peru", "c"), " d."))
    assert read_docx(data, "x", "en") == read_docx(data, "x", "en")


# Calls of footnotes look otherwise in print: `resolution1`, `[1]`, `resolution¹`.
FIGURES = re.compile(r"[\[［]\s?\d{1,3}\s?[\]］]|[\d⁰¹²³⁴⁵⁶⁷⁸⁹\s]")


def placed(draft):
    """By address what each place is, its wordings without white space and figures, and who stands where."""
    return {
        choice.address: (
            choice.kind,
            [FIGURES.sub("", each.text) for each in choice.alternatives],
            [(each.delegation, each.on_behalf_of, each.side, each.alternative, each.stance) for each in choice.stands],
        )
        for choice in choices_of(draft)
    }


def back(draft):
    """A draft from its annotated document."""
    paper = issued(of_draft(draft, None), Order(Style.ANNOTATED)).paper
    return read_docx(write_docx(paper), draft.source.name, draft.language)


def held(draft):
    return [
        (each.paragraph, each.delegation, each.on_behalf_of, each.stance, FIGURES.sub("", each.text or ""))
        for each in draft.positions
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_places_and_positions_of_an_example_come_back(root, name):
    draft = read_bytes((root / "examples" / name).read_bytes(), name)
    again = back(draft)
    assert placed(again) == placed(draft)
    assert sorted(held(again), key=repr) == sorted(held(draft), key=repr)


# A heading of the annexes stands in print on a line of its own, with words below it that Word has beside it.
BESIDE = {"unfccc-geneva-negotiating-text-2015-02-12.en.txt": ("Annex X:1", "103:2")}


@pytest.mark.parametrize("name", CORPUS)
def test_the_places_and_positions_of_a_real_draft_come_back(shared, name):
    draft = read_bytes((shared / "corpus" / name).read_bytes(), name)
    again = back(draft)
    old, new = placed(draft), placed(again)
    if name in BESIDE:
        before, behind = BESIDE[name]
        assert new.pop(behind) == old.pop(before)
    assert new == old
    assert sorted(held(again), key=repr) == sorted(held(draft), key=repr)
