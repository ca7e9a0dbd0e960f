"""Names of the hidden bookmarks by which places are found again when an exported document comes back.

Word allows 40 letters, digits and underscores, and hides names that begin with an underscore.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from negotext.model import Draft, Span

_NAME = re.compile(r"_nt_(?P<session>[0-9a-f]{8})_(?P<round>[0-9]{1,6})_(?P<place>[0-9]{1,8})")
_ISSUE = re.compile(
    r"_nt_(?P<session>[0-9a-f]{8})_(?P<round>[0-9]{1,6})_a(?P<entry>[0-9]{1,8})_(?P<view>annotated|tracked|d[0-9a-f]{8})"
)

_PENDING = "_pending"

ANNEX = "_nt_annex"
"""Where what negotext added behind the text begins."""


class Issue(NamedTuple):
    """Which document it is that a session has written: what it says follows from this.

    Attributes:
        session: see `session_key`.
        round: number of the round.
        entry: id of the latest entry of the log when it was written.
        view: `annotated`, `tracked`, or `delegation_key` of the one whose proposals alone it has.
    """

    session: str
    round: int
    entry: int
    view: str


BELOW, FOOT = "_nt_below_", "_nt_foot_"
"""What the names of two bookmarks begin with: where the draft prints a footnote, and in the footnote itself."""


class Bookmark(NamedTuple):
    """Which place a bookmark stands for.

    Attributes:
        session: see `session_key`.
        round: number of the round.
        place: index of the choice among those of the round, from 0.
    """

    session: str
    round: int
    place: int


def session_key(name: str, created: str) -> str:
    """Eight hexadecimal digits that tell one session from others: of its name and of when it was made."""
    return hashlib.sha256(f"{name}\n{created}".encode()).hexdigest()[:8]


def delegation_key(code: str) -> str:
    """A letter and eight hexadecimal digits for a delegation, whatever letters its code is of."""
    return f"d{hashlib.sha256(code.encode()).hexdigest()[:8]}"


def issue_name(issue: Issue) -> str:
    """What the bookmark at the head of a document is called."""
    return f"_nt_{issue.session}_{issue.round}_a{issue.entry}_{issue.view}"


def issue_of(draft: Draft, session: str, round: int) -> Issue | None:
    """As which document of a round a draft went out; None where it is none, or its bookmark is lost.

    Args:
        draft: as read from a file.
        session: see `session_key`.
        round: its number.
    """
    for anchor in draft.anchors:
        match = _ISSUE.fullmatch(anchor.name)
        if match and (match["session"], int(match["round"])) == (session, round):
            return Issue(session, round, int(match["entry"]), match["view"])
    return None


def bookmark_name(bookmark: Bookmark) -> str:
    """What the bookmark of a place is called."""
    return f"_nt_{bookmark.session}_{bookmark.round}_{bookmark.place}"


def parse_bookmark(name: str) -> Bookmark | None:
    """The place that a bookmark of this name stands for; None for bookmarks of others."""
    match = _NAME.fullmatch(name)
    return Bookmark(match["session"], int(match["round"]), int(match["place"])) if match else None


def known_places(draft: Draft, addresses: Sequence[str], session: str, round: int) -> dict[str, Span]:
    """Where the places of a round stand in a draft that came back, as far as its bookmarks say so.

    Args:
        draft: as read.
        addresses: of the places of the round, in their order.
        session: see `session_key`.
        round: its number.
    """
    found: dict[str, Span] = {}
    for anchor in draft.anchors:
        bookmark = parse_bookmark(anchor.name)
        ours = bookmark is not None and (bookmark.session, bookmark.round) == (session, round)
        if bookmark is not None and ours and bookmark.place < len(addresses):
            found.setdefault(addresses[bookmark.place], anchor.span)
    return found


def pending_name(name: str) -> str:
    """What an anchor is called that tells of a bookmark that tracked changes of the session still stand in it."""
    return f"{name}{_PENDING}"


def pending_places(draft: Draft, addresses: Sequence[str], session: str, round: int) -> frozenset[str]:
    """The places of a round in which tracked changes of the session stand, neither accepted nor rejected.

    Args: see `known_places`.
    """
    names = {bookmark_name(Bookmark(session, round, place)): address for place, address in enumerate(addresses)}
    found = (names.get(each.name.removesuffix(_PENDING)) for each in draft.anchors if each.name.endswith(_PENDING))
    return frozenset(address for address in found if address is not None)
