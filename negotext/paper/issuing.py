"""The paper that was asked for, of any style: what the command line and the terminal of the chair both call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from .bookmarks import Issue, delegation_key, issue_name
from .front import headed
from .record import UNDATED, Record, to_the_second
from .requests import Place, Setting
from .values import Edge, Front, Paper, Paragraph, Run, Style

if TYPE_CHECKING:
    from negotext.store import Session

    from .proposals import Unshown

PROGRAM = "negotext"
"""Whose changes are nobody's in particular."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which document is asked for.

    Attributes:
        style: see `Style`.
        front: what somebody gives for its head; what the draft says of itself holds otherwise, see `front.headed`.
        created: its date, ISO 8601 in UTC to the second.
        delegation: of a tracked document, code of the one whose proposals alone it shows; empty for what was decided.
        author: who issues it.
    """

    style: Style
    front: Front = field(default_factory=Front)
    created: str = UNDATED
    delegation: str = ""
    author: str = ""


class Issued(NamedTuple):
    """A document.

    Attributes:
        paper: what it says.
        unshown: proposals of the delegation that it cannot show; none in other documents.
    """

    paper: Paper
    unshown: tuple[Unshown, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is any tracked change in it."""
        paragraphs = [block for block in self.paper.body if isinstance(block, Paragraph)]
        return any(
            block.revision or any(isinstance(each, Run) and each.revision for each in block.content)
            for block in paragraphs
        )


def issued(record: Record, order: Order, before: Record | None = None) -> Issued:
    """The document of a record.

    Args:
        record: what it is written from.
        order: which document.
        before: of a comparison, the record it is compared with.

    Raises:
        ValueError: a comparison without anything to compare with.
    """
    made = _made(record, order, before)
    paper = headed(made.paper, record.draft, order.front)
    return made._replace(paper=replace(paper, issue=_issue(record, order)))


def own_changes(session: Session) -> set[tuple[str, str]]:
    """The tracked changes of documents of a session, by author and time: its decisions, and what goes with them."""
    return {(PROGRAM, "")} | {(entry.by, to_the_second(entry.at)) for entry in session.log()}


def _issue(record: Record, order: Order) -> str:
    """The name by which the document is known when it comes back; empty where it is not to."""
    if not record.session or order.style not in (Style.ANNOTATED, Style.TRACKED):
        return ""
    view = delegation_key(order.delegation) if order.delegation else str(order.style)
    return issue_name(Issue(record.session, record.round, record.entry, view))


def _made(record: Record, order: Order, before: Record | None) -> Issued:
    """The same with the head as the draft has it."""
    match order.style:
        case Style.CLEAN:
            return Issued(_clean(record, order))
        case Style.ANNOTATED:
            return Issued(_annotated(record, order))
        case Style.TRACKED if order.delegation:
            return _proposals(record, order)
        case Style.TRACKED:
            return Issued(_tracked(record, order))
        case Style.COMPARISON:
            if before is None:
                raise ValueError("a comparison needs two rounds")
            return Issued(_comparison(record, order, before))


def _clean(record: Record, order: Order) -> Paper:
    from .clean import clean_text

    setting = clean_text(record.draft, record.choices, record.decisions, delegations=record.own)
    return _paper(record, order, setting)


def _annotated(record: Record, order: Order) -> Paper:
    from .annotated import annotated

    return annotated(
        record.draft,
        record.standings,
        record.registry,
        order.front,
        registry_at=record.registry_at,
        own=record.own,
        traces=record.traces,
        participants=record.participants,
        session=record.session,
        round=record.round,
        created=order.created,
        author=order.author,
    )


def _tracked(record: Record, order: Order) -> Paper:
    from .marking import marks_of
    from .tracked import Authorship, tracked_text

    setting = tracked_text(
        record.draft,
        record.choices,
        record.decisions,
        {address: Authorship(*signature) for address, signature in record.signatures.items()},
        otherwise=Authorship(order.author or PROGRAM, order.created),
        delegations=record.own,
        marks=marks_of(record.draft, record.registry_at, choices=record.open),
        places=[Place(choice.address, choice.span) for choice in record.in_text],
    )
    return _paper(record, order, setting)


def _proposals(record: Record, order: Order) -> Issued:
    from .proposals import proposals_text

    found = proposals_text(
        record.draft,
        record.choices,
        {order.delegation},
        record.registry.title(order.delegation),
        order.created,
        delegations=record.own,
    )
    return Issued(_paper(record, order, found.setting), found.unshown)


def _comparison(record: Record, order: Order, before: Record) -> Paper:
    from negotext.query.carrying import for_matching, of_draft
    from negotext.rounds import compare_rounds

    from .comparison import comparison

    choices = for_matching(before.choices, record.draft.source.text)
    # A draft outside the session has no record of decisions: nothing in it is as decided, or otherwise.
    decided = before.decisions if before.round else None
    found = compare_rounds(before.draft, record.draft, choices, of_draft(record.choices), decided)
    same = record.session and record.session == before.session
    return comparison(
        before.draft,
        record.draft,
        found,
        record.registry,
        order.front,
        rounds=(before.round, record.round) if same else (1, 2),
        created=order.created,
        author=order.author,
    )


def _paper(record: Record, order: Order, setting: Setting) -> Paper:
    """A set text as a document, with the bookmarks of the places that it names."""
    named = set(_named(setting.body))
    return Paper(
        order.style,
        record.draft.language,
        order.front,
        setting.body,
        notes=setting.notes,
        bookmarks={key: name for key, name in record.bookmarks.items() if key in named},
        created=order.created,
        author=order.author,
    )


def _named(body: Iterable[Paragraph]) -> Iterable[str]:
    return (inline.key for block in body for inline in block.content if isinstance(inline, Edge) and inline.opens)
