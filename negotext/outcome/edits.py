"""What decisions do to a draft: which stretches go, what comes in where, and what is still open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from negotext.model import Choice, Decision, Draft, Span, State
from negotext.model.gone import gone_with, vanished

from .belongings import Belongings
from .deciding import Deciding
from .edit import Edit
from .label import without_bullets
from .plain import nameless_edits, plain_edits


@dataclass(frozen=True, slots=True)
class Edits:
    """What is to be done.

    Attributes:
        all: in the order of the draft, what comes in at a place before what goes there.
        open: addresses of the choices that stand undecided in the outcome, in the order of the draft.
    """

    all: tuple[Edit, ...]
    open: tuple[str, ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _quoted: list[Span] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [edit.span.start for edit in self.all])
        quoted = [edit.source for edit in self.all if edit.quoted and edit.source is not None]
        object.__setattr__(self, "_quoted", quoted)

    def within(self, span: Span) -> Iterator[Edit]:
        """Those to be done one after the other within a stretch of the draft; of two that overlap the first."""
        at = span.start
        for index in range(bisect_left(self._starts, at), len(self.all)):
            edit = self.all[index]
            if edit.span.start > span.end:
                return
            if edit.span.start < at or edit.span.end > span.end or edit.away == span:
                continue
            # What becomes of quoted words is done where they are brought to.
            if not any(words.holds(edit.span) and not words.holds(span) for words in self._quoted):
                yield edit
                at = edit.span.end


def edits_of(draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision], *, names: bool) -> Edits:
    """What decisions do to a draft; the arguments are those of `outcome`."""
    gone = gone_with(choices, decisions)
    lines = vanished(choices, decisions, gone)
    deciding = Deciding(draft, [span for span, address in lines.items() if address is None])
    belongings = Belongings(draft, choices, decisions, gone)
    still: list[str] = []
    edits: list[Edit] = []
    for choice in choices:
        decision = decisions.get(choice.address)
        if choice.address in gone:
            continue
        if decision is not None and decision.state is State.AGREED:
            made = [Edit(span, address=choice.address) for span in choice.vanishing if lines[span] == choice.address]
            made += deciding.edits(choice, decision)
        else:
            still.append(choice.address)
            made = [] if names else list(plain_edits(choice))
        brought = [edit.source for edit in made if edit.source is not None]
        for edit in made:
            edits += (edit,) if edit.away in brought else belongings.spared(edit, choice)
    if not names:
        edits += nameless_edits(draft)
    kept = _outermost(edits)
    bullets = list(without_bullets(draft, kept))
    return Edits(tuple(_outermost([*kept, *bullets]) if bullets else kept), tuple(still))


def _outermost(edits: list[Edit]) -> list[Edit]:
    """Edits in the order of the text, what is put in at a place before what goes there.

    Those inside a stretch that goes are dropped, unless it is shown elsewhere. Of two stretches that go and cross,
    the later one goes from the end of the earlier; what comes in where another stretch ends comes in behind it.
    """
    kept: list[Edit] = []
    shown = [edit.source for edit in edits if edit.source is not None]
    end = -1
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.length > 0, -e.span.end)):
        if edit.span.start >= end or any(source.holds(edit.span) for source in shown):
            kept.append(edit)
        elif edit.span.end > end:
            kept.append(edit._replace(span=Span(end, edit.span.end)))
        end = max(end, edit.span.end)
    return kept
