"""Tracked changes that the reader itself has made are no proposals: the document is read as it is after them."""

import pytest
from word.packages import docx, gone, ins, mark, p

from negotext.word.reading import read_docx


def read(body, *changes):
    return read_docx(docx(body), language="en", changes=changes)


def positions(draft):
    return [(each.delegation, each.stance.value) for each in draft.positions]


BODY = p("1. Ports ", gone("Chair", "[shall][may]"), ins("Chair", "shall"), " open", ins("Chile", " at eight"), ".")


def test_changes_of_others_stay_positions():
    draft = read(BODY, ("Chair", ""))
    assert draft.source.text == "1. Ports shall open [“at eight” – Chile].\n"
    assert positions(draft) == [("CL", "insert")]


def test_without_them_all_changes_are_positions():
    assert ("CL", "insert") in positions(read(BODY))
    assert len(read(BODY).positions) > 1


@pytest.mark.parametrize(("second", "text"), [(0, "1. Ports shall open."), (1, "1. Ports [“shall” – Chair] open.")])
def test_a_change_is_known_by_its_time(second, text):
    body = p("1. Ports ", ins("Chair", "shall"), " open.")
    assert read(body, ("Chair", f"2026-11-20T10:00:0{second}.000Z")).source.text == f"{text}\n"


def test_what_others_want_out_of_it():
    body = p("1. Ports ", ins("Chair", "shall ", gone("Chile", "always")), " open.")
    draft = read(body, ("Chair", ""))
    assert draft.source.text == "1. Ports shall [always – Chile: delete] open.\n"
    assert positions(draft) == [("CL", "delete")]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("1. Ports", properties=mark("del", "Chair")) + p(" open."), "1. Ports open.\n"),
        (p(gone("Chair", "1. Ports."), properties=mark("del", "Chair")) + p("2. Ships."), "2. Ships.\n"),
        (p("1. Ports.") + p(gone("Chair", "2. Ships."), properties=mark("del", "Chair")), "1. Ports.\n"),
        (p(ins("Chair", "1. Ports."), properties=mark("ins", "Chair")) + p("2. Ships."), "1. Ports.\n\n2. Ships.\n"),
    ],
)
def test_paragraphs(body, text):
    assert read(body, ("Chair", "")).source.text == text
