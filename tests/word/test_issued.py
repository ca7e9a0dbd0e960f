"""Real drafts as tracked changes: what LibreOffice makes of accepting or rejecting all is what we say it is."""

from collections import Counter
from dataclasses import replace

import pytest
from word.papers import FRONT, document, paper, values

from negotext.model import Act, Decision
from negotext.outcome import choices_of
from negotext.paper.resolving import accepted, rejected
from negotext.paper.setting import set_text
from negotext.paper.tracked import Authorship, tracked_text
from negotext.paper.values import NoteMark, Run
from negotext.reading import read_bytes
from negotext.word.writing import write_docx

EXAMPLES = ("harbour-air.en.txt", "city-water.zh.txt", "ocean-finance.options.en.txt", "water-plan.ar.txt")
CORPUS = ("tpp-ip-chapter-2013-08-30.sections-a-d.en.txt", "wo-pbc-35-7-annex.zh.txt")
CHAIR = Authorship("The chair", "2026-11-21T10:00:00Z")


def tracked(data: bytes, name: str):
    """A draft with every third choice decided, each by another of its alternatives."""
    draft = read_bytes(data, name)
    choices = choices_of(draft)
    decisions = {
        choice.address: Decision(choice.address, Act.ACCEPT, index % len(choice.alternatives))
        for index, choice in enumerate(choices)
        if index % 3
    }
    setting = short_marks(tracked_text(draft, choices, decisions, dict.fromkeys(decisions, CHAIR), otherwise=CHAIR))
    written = paper(*setting.body, notes=setting.notes, language=draft.language, front=FRONT)
    return written, rejected(setting), accepted(setting), short_marks(set_text(draft))


def short_marks(setting):
    """The text without notes of two figures: LibreOffice 7 repeats marks of more than one character in the text."""
    body = (
        replace(block, content=tuple(each for each in block.content if not is_long(each))) for block in setting.body
    )
    return replace(setting, body=tuple(body), notes=tuple(note for note in setting.notes if len(note.number) < 2))


def is_long(inline) -> bool:
    return isinstance(inline, NoteMark) and len(inline.number) > 1


def lines(setting) -> list[str]:
    """The words of the paragraphs, without empty ones; a call of a footnote that is not there is a plain number."""
    notes = Counter(note.number for note in setting.notes)
    found = []
    for block in setting.body:
        words = ""
        for each in block.content:
            if isinstance(each, Run):
                words += each.text
            elif isinstance(each, NoteMark):
                notes[each.number] -= 1
                words += each.number if notes[each.number] < 0 else ""
        found.append(words)
    return [text for text in found if text]


def check(data: bytes, name: str, office, faults) -> None:
    written, base, target, draft = tracked(data, name)
    issued = write_docx(written)
    assert values(document(issued), "w:ins", "id") + values(document(issued), "w:del", "id")
    assert faults(issued) == []
    assert office.lines(issued, "accept") == lines(target)
    assert office.lines(issued, "reject") == lines(base) == lines(draft)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples(root, name, office, faults):
    check((root / "examples" / name).read_bytes(), name, office, faults)


@pytest.mark.parametrize("name", CORPUS)
def test_real_drafts(shared, name, office, faults):
    check((shared / "corpus" / name).read_bytes(), name, office, faults)
