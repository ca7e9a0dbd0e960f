"""Which words of a draft look like what."""

import pytest

from negotext.languages import load_registry
from negotext.outcome import choices_of
from negotext.paper.marking import marks_of
from negotext.reading import read_bytes, read_text


def marked(text, language="en"):
    """The text with its marks: `{O:NO words}` is offered by Norway, `{A:NO Norway}` a name; brackets with depth."""
    draft = read_text(text, language=language)
    shown, at = [], 0
    for mark in marks_of(draft, lambda offset: load_registry(draft.language_at(offset)), (), choices_of(draft)):
        shown.append(text[at : mark.span.start])
        letter = mark.role.name[0] + (f":{mark.delegation}" if mark.delegation else "")
        shown.append(f"{{{letter} {mark.span.of(text)}}}")
        at = mark.span.end
    return "".join(shown) + text[at:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Parties [shall][should] meet.", "1. Parties {B [}{C shall}{B ][}{C should}{B ]} meet."),
        (
            "1. Parties shall [“often” – Norway; India: delete] meet.",
            "1. Parties shall {B [}{A “}{O:NO often}{A ” – }{A:NO Norway}{A ; }{A:IN India}{A : delete}{B ]} meet.",
        ),
        (
            "1. By [2030 – Norway, Chile] they meet.",
            "1. By {B [}{O:NO 2030}{A  – }{A:NO Norway}{A , }{A:CL Chile}{B ]} they meet.",
        ),
        (
            "1. Parties meet [, where they can][Norway – delete].",
            "1. Parties meet {B [}{U:NO , where they can}{B ]}{A [}{A:NO Norway}{A  – delete]}.",
        ),
        (
            "1. The soot and the noise [Japan: delete “and the noise”; Chile disagrees] matter.",
            "1. The soot {U:JP and the noise} {B [}{A:JP Japan}{A : delete “and the noise”; }{A:CL Chile}"
            "{A  disagrees}{B ]} matter.",
        ),
        (
            "1. [CL/NZ propose; US oppose: Dues [shall][may] vary.]",
            "1. {B [}{A:CL CL}{A /}{A:NZ NZ}{A  propose; }{A:US US}{A  oppose: }{O:CL Dues }"
            "{B [}{C shall}{B ][}{C may}{B ]}{O:CL  vary.}{B ]}",
        ),
        ("1. It is [X] metres long. [Agreed ad ref]", "1. It is {E [X]} metres long. {E [Agreed ad ref]}"),
        (
            "1. Parties meet [“often” – Atlantis].",
            "1. Parties meet {B [}{A “}{O:Atlantis often}{A ” – }{A:Atlantis Atlantis}{B ]}.",
        ),
        ("1. Parties meet.\n\nNorway: cannot accept paragraph 1.\n", None),
    ],
)  # fmt: skip
def test_words_look_like_what_they_are(text, expected):
    if expected is None:
        assert "{A:NO Norway}{A : cannot accept paragraph 1}" in marked(text)
    else:
        assert marked(text) == expected


def test_a_name_that_a_line_wrap_cuts_is_one(root):
    text = (root / "examples" / "city-water.zh.txt").read_text(encoding="utf-8")
    assert "{A:CH 瑞\n\n士}{A ；}{A:IN 印度}" in marked(text, "zh")


def test_footnotes_that_interrupt_a_proposal_are_no_part_of_it(root):
    draft = read_bytes((root / "examples" / "harbour-air.en.txt").read_bytes())
    note = draft.source.text.index("Decision 6/11, paragraph 4")
    marks = marks_of(draft, lambda _: load_registry("en"))
    assert not any(mark.span.start <= note < mark.span.end for mark in marks)


def test_depth_counts_contested_brackets():
    text = "1. Parties [shall [not]] meet [in [X]]."
    marks = marks_of(read_text(text, language="en"), lambda _: load_registry("en"))
    depths = {mark.span.of(text): mark.depth for mark in marks}
    assert (depths["shall "], depths["not"], depths["in "]) == (1, 2, 1)


@pytest.mark.parametrize("name", ["harbour-air.en.txt", "city-water.zh.txt", "water-plan.ar.txt"])
def test_marks_are_disjoint_and_every_contested_bracket_has_its_look(root, name):
    draft = read_bytes((root / "examples" / name).read_bytes())
    marks = marks_of(draft, lambda offset: load_registry(draft.language_at(offset)))
    ends = 0
    for mark in marks:
        assert ends <= mark.span.start < mark.span.end
        ends = mark.span.end
    brackets = [mark.span for mark in marks if mark.role.value == "bracket"]
    for bracket, depth in zip(draft.tree.brackets, draft.tree.contested_depths(), strict=True):
        assert any(span.start <= bracket.start < span.end for span in brackets) == bool(depth)
