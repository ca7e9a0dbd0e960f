"""Which document it is that has come back: the name of the bookmark in front of its text."""

from dataclasses import replace

import pytest

from negotext.model import Anchor, Span
from negotext.paper.bookmarks import (
    Bookmark,
    Issue,
    bookmark_name,
    delegation_key,
    issue_name,
    issue_of,
    pending_name,
    pending_places,
    session_key,
)
from negotext.reading import read_text

KEY = session_key("talks", "2026-03-04")


def draft(*names):
    return replace(read_text("1. Ports report.\n"), anchors=tuple(Anchor(name, Span(0, 0)) for name in names))


@pytest.mark.parametrize("view", ["annotated", "tracked", delegation_key("CL"), delegation_key("Зелёные, партия")])
def test_there_and_back(view):
    issue = Issue(KEY, 999_999, 99_999_999, view)
    assert len(issue_name(issue)) <= 40  # more letters than that Word cuts off
    assert issue_of(draft("_nt_annex", issue_name(issue)), KEY, 999_999) == issue


@pytest.mark.parametrize(("key", "round"), [("00000000", 1), (KEY, 2)])
def test_another_session_or_round(key, round):
    assert issue_of(draft(issue_name(Issue(KEY, 1, 5, "tracked"))), key, round) is None


def test_no_such_bookmark():
    assert issue_of(draft("_nt_annex", bookmark_name(Bookmark(KEY, 1, 0))), KEY, 1) is None


def test_places_with_changes_that_wait():
    waiting = pending_name(bookmark_name(Bookmark(KEY, 1, 1)))
    other = pending_name(bookmark_name(Bookmark(KEY, 2, 0)))
    assert pending_places(draft(bookmark_name(Bookmark(KEY, 1, 0)), waiting, other), ["1:1", "1:2"], KEY, 1) == {"1:2"}
