"""A document of the session that has come back, held against the same document as it went out.

What was done to it in Word is what differs between the two. Both have gone the same way, out to a file and in again,
so that nothing else does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import NamedTuple

from negotext.model import Choice, Draft, State
from negotext.paper.bookmarks import Issue, delegation_key, issue_of, known_places, pending_places, session_key
from negotext.paper.front import front_of
from negotext.paper.head import Heads
from negotext.paper.issuing import Order, issued, own_changes
from negotext.paper.record import Record, as_of, of_session
from negotext.paper.values import Front, Style
from negotext.query.returning import Document, Returned, returned
from negotext.rounds import Edited
from negotext.store import Session

from .reading import read_docx
from .writing import write_docx


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document was read, so that what went out is read in the same way.

    Attributes:
        language: code of its language, where somebody named it.
        authors: codes of delegations by the names of authors.
        typography: whether struck-out words are a deletion and underlined ones an insertion.
    """

    language: str | None = None
    authors: Mapping[str, str] = field(default_factory=dict)
    typography: bool = False


class CameBack(NamedTuple):
    """A document of a round.

    Attributes:
        style: `annotated` or `tracked`.
        delegation: code of the one whose proposals alone it has; empty for a document with everybody's.
        what: what was done to it.
    """

    style: Style
    delegation: str
    what: Returned


def places_in(session: Session, number: int, draft: Draft) -> Document:
    """A draft with what its bookmarks say of the places of a round."""
    of = [each.address for each in session.choices(round=number)], session_key(session.name, session.created), number
    return Document(draft, known_places(draft, *of), pending=pending_places(draft, *of))


def came_back(
    session: Session, number: int, draft: Draft, choices: Sequence[Choice], manner: Manner = Manner()
) -> CameBack | None:
    """What was done to a draft since a round of the session wrote it; None where that round did not write it.

    Args:
        session: the session.
        number: of the round.
        draft: as it was read from the file that came back.
        choices: its choices.
        manner: how it was read.
    """
    issue = issue_of(draft, session_key(session.name, session.created), number)
    if issue is None:
        return None
    record = as_of(session, of_session(session, number), issue.entry)
    delegation = _delegation(issue, {*session.speakers(), *(each.delegation for each in record.draft.positions)})
    if delegation is None:
        return None
    style = Style.ANNOTATED if issue.view == Style.ANNOTATED else Style.TRACKED
    sent = places_in(session, number, _read(session, record, Order(style, _head(draft), record.at, delegation), manner))
    agreed = frozenset(address for address, each in record.decisions.items() if each.state is State.AGREED)
    standings = {each.address: each for each in session.choices(round=number)}
    back = places_in(session, number, draft)
    what = returned(record.draft, standings, replace(sent, agreed=agreed), back, choices)
    # What was given for the head when it was written is kept nowhere else.
    edits = tuple(each for each in what.edits if not _is_of_head(each, record.draft, sent.draft))
    return CameBack(style, delegation, replace(what, edits=edits))


def _is_of_head(edit: Edited, draft: Draft, sent: Draft) -> bool:
    """Whether something else stands in the place of a symbol, a date or the like in the lines of the head."""
    if not edit.gone or not edit.come or edit.old.end > Heads(sent).end:
        return False
    values = [words for words in asdict(_head(draft)).values() if words]
    return any(words in edit.gone or edit.gone in words for words in values)


def _read(session: Session, record: Record, order: Order, manner: Manner) -> Draft:
    """A document as it reads when nobody has touched it."""
    return read_docx(
        write_docx(issued(record, order).paper),
        record.name,
        manner.language,
        record.own,
        authors=manner.authors,
        typography=manner.typography,
        before=record.draft.language,
        changes=own_changes(session),
    )


def _delegation(issue: Issue, codes: Collection[str]) -> str | None:
    """Whose proposals it has; empty for everybody's, None for a delegation that the round does not know."""
    if issue.view in (Style.ANNOTATED, Style.TRACKED):
        return ""
    return next((code for code in codes if delegation_key(code) == issue.view), None)


def _head(draft: Draft) -> Front:
    """What the lines of the head say, but for the title. Of a document somebody may have given that for it."""
    return replace(front_of(draft), title="")
