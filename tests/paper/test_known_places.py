"""Bookmarks lead back to the places of the round that was exported, and of no other."""

from dataclasses import replace

from negotext.model import Anchor, Span
from negotext.paper.bookmarks import Bookmark, bookmark_name, known_places, session_key
from negotext.reading import read_text

KEY = session_key("talks", "2026-11-20T10:00:00Z")
DRAFT = read_text("1. Ports [shall] open.", language="en")


def known(*anchors):
    draft = replace(DRAFT, anchors=tuple(Anchor(name, Span(*span)) for name, span in anchors))
    return known_places(draft, ["1:1", "2:1"], KEY, 3)


def test_places_by_their_order():
    first, second = (bookmark_name(Bookmark(KEY, 3, place)) for place in (0, 1))
    assert known((second, (2, 5)), (first, (9, 16))) == {"2:1": Span(2, 5), "1:1": Span(9, 16)}


def test_what_is_of_another_session_round_or_program():
    others = Bookmark("01234567", 3, 0), Bookmark(KEY, 2, 0), Bookmark(KEY, 3, 99)
    assert known(*((bookmark_name(each), (1, 2)) for each in others), ("_nt_annex", (1, 2)), ("_Toc1", (1, 2))) == {}


def test_the_first_of_two_with_one_name():
    name = bookmark_name(Bookmark(KEY, 3, 0))
    assert known((name, (2, 5)), (name, (7, 9))) == {"1:1": Span(2, 5)}
