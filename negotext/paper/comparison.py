"""The comparison of two rounds: the later one as tracked changes, with tables of what closed, opened and vanished."""

from __future__ import annotations

from collections.abc import Iterator

from negotext.languages import Registry, document_words
from negotext.model import Draft
from negotext.rounds import Comparison

from .counterparts import page_of
from .legend import heading, line, look_line
from .remarks import AUTHOR, INITIALS
from .revising import Moved, Revised, revise
from .round_tables import round_tables
from .sayings import Sayings, shortened
from .values import Block, Front, Paper, Paragraph, Remark, Role, Run, Style
from .wordwise import Author

_OPENING = 60
"""Columns of a paragraph without a label, by which it is named."""


def comparison(
    before: Draft,
    after: Draft,
    found: Comparison,
    registry: Registry,
    front: Front | None = None,
    *,
    rounds: tuple[int, int] = (1, 2),
    created: str = "",
    author: str = "",
) -> Paper:
    """Set the later of two rounds as tracked changes against the earlier one.

    Accepting all of them gives the later round as it is set by itself, rejecting all the earlier one in its own
    order. What moved is deleted where it stood and inserted where it stands, with a remark on where that was.

    Args:
        before: the draft of the earlier round.
        after: that of the later one.
        found: what `rounds.compare_rounds` says of the two.
        registry: what delegations are called in the language of the later one.
        front: the head of the document.
        rounds: their numbers, by which the changes are signed.
        created: date of the document and of the changes, ISO 8601 in UTC to the second.
        author: who issues it.
    """
    words = document_words(after.language)
    sayings = Sayings(words, registry)
    names = tuple(words.say("round", number=number) for number in rounds)
    revised = revise(page_of(before), page_of(after), found.blocks, Author(names[1], created))
    return Paper(
        Style.COMPARISON,
        after.language,
        front or Front(),
        revised.body,
        tuple(_annex(revised, found, sayings, (names[0], names[1]))),
        revised.notes,
        tuple(_remark(each, sayings, names[0], created) for each in revised.moved),
        {},
        created,
        author,
    )


def _annex(revised: Revised, found: Comparison, sayings: Sayings, names: tuple[str, str]) -> Iterator[Block]:
    words = sayings.words
    rounds = {"before": names[0], "after": names[1]}
    yield heading(words.say("compared", **rounds), words.language)
    yield line((Run(words.say("inserted", **rounds)),), words.language)
    yield line((Run(words.say("deleted", **rounds)),), words.language)
    if revised.moved:
        yield look_line(Role.MOVED, sayings)
    yield from round_tables(found, sayings)


def _remark(moved: Moved, sayings: Sayings, before: str, date: str) -> Remark:
    words = sayings.words
    stood = words.say("moved_note", before=before, old=_called(moved.old, sayings))
    if moved.behind is None:
        where = words.say("moved_first", before=before)
    else:
        where = words.say("moved_after", before=before, old=_called(moved.behind, sayings))
    return Remark(moved.key, AUTHOR, INITIALS, date, (where, stood) if moved.old.address else (where,))


def _called(paragraph: Paragraph, sayings: Sayings) -> str:
    """How a paragraph is called: by its label, or by the words it begins with."""
    words = sayings.words
    first = paragraph.content[0] if paragraph.content else None
    if isinstance(first, Run) and first.role is Role.LABEL and paragraph.address:
        return words.say("paragraph_named", address=paragraph.address)
    return words.quoted(shortened(paragraph.text, _OPENING))
