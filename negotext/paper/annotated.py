"""The annotated draft: the text with its brackets and names in colour, remarks, legend, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from negotext.languages import OwnDelegations, Registry, document_words
from negotext.model import Draft
from negotext.store import Standing, Traced

from .bookmarks import Bookmark, bookmark_name
from .choice_table import choice_table
from .decided import agreed_words, decided_text
from .legend import cell_lines, heading, legend
from .marking import marks_of
from .matrix import matrix
from .points import Point, decisions_of, points_of, speakers
from .remarks import remarks_on
from .requests import Place
from .sayings import Sayings
from .values import Block, Front, Kind, Paper, Paragraph, Run, Style


def annotated(
    draft: Draft,
    standings: Sequence[Standing],
    registry: Registry,
    front: Front | None = None,
    *,
    registry_at: Callable[[int], Registry] | None = None,
    own: OwnDelegations | None = None,
    traces: Mapping[str, Sequence[Traced]] | None = None,
    participants: Iterable[str] | None = None,
    session: str = "",
    round: int = 0,
    created: str = "",
    author: str = "",
) -> Paper:
    """Set a draft with all that is known of its choices.

    The text has its brackets and names as the draft's language writes them; what was decided stands in it as agreed
    words. What was said from the floor is in the remarks and in the tables alone: the text is not given words that no
    draft has. Remarks are on each choice that is open or parked.

    Args:
        draft: as read.
        standings: all its choices as they stand, outer before inner; `points.as_read` makes them of a draft's choices.
        registry: what delegations are called in the draft's language, and who is a group.
        front: the head of the document.
        registry_at: the same for each offset of the draft, where it is in several languages.
        own: delegations with which the draft was read, beside countries.
        traces: for choices on which somebody spoke from the floor, `Session.stands`, by address.
        participants: who has spoken in the negotiation; those who speak in this round when None. The matrix has a row
            for each.
        session: key of the session, see `bookmarks.session_key`; empty for a draft: nothing gets a bookmark.
        round: number of the round.
        created: date of the document and of the remarks, ISO 8601 in UTC to the second.
        author: who issues it.
    """
    words = document_words(draft.language)
    sayings = Sayings(words, registry)
    points = points_of(draft, standings, registry, traces)
    choices = [point.choice for point in points]
    decisions = decisions_of(standings)
    standing = [point for point in points if not point.gone_with]
    setting = decided_text(
        draft,
        choices,
        decisions,
        own,
        marks=marks_of(
            draft,
            registry_at or (lambda _: registry),
            agreed_words(choices, decisions),
            (point.choice for point in points if point.open),
        ),
        places=[Place(point.address, point.choice.span) for point in standing],
    )
    spoken = tuple(participants) if participants is not None else speakers(points, registry)
    names = {}
    if session:
        kept = {point.address for point in standing}
        numbered = enumerate(point.address for point in points)
        names = {key: bookmark_name(Bookmark(session, round, at)) for at, key in numbered if key in kept}
    return Paper(
        Style.ANNOTATED,
        draft.language,
        front or Front(),
        setting.body,
        tuple(_annex(setting.body, points, spoken, sayings)),
        setting.notes,
        tuple(remarks_on(standing, sayings, created, frozenset(spoken))),
        names,
        created,
        author,
    )


def _annex(
    body: Sequence[Block], points: Sequence[Point], delegations: Sequence[str], sayings: Sayings
) -> Iterator[Block]:
    words = sayings.words
    yield from legend(body, sayings)
    if not points:
        return
    yield heading(words["choices"], words.language)
    yield choice_table(points, sayings)
    tables = list(matrix(points, delegations, sayings))
    if not tables:
        return
    yield heading(words["matrix"], words.language)
    yield from cell_lines(sayings)
    for part, table in enumerate(tables, 1):
        if len(tables) > 1:
            caption = words.say("matrix_part", part=part, parts=len(tables))
            yield Paragraph(Kind.CAPTION, (Run(caption),), language=words.language)
        yield table
