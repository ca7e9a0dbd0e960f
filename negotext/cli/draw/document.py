"""What was done to a document of the session before it came back: place by place, word by word, who says what anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.model import Choice
from negotext.query.returning import Returned
from negotext.rounds import ChoiceMatch, Closed, Comparison, Edited, PositionChange, Shift

from . import palette
from .comparison import SHIFTS, position_in_short, wordings_in_short
from .counting import counted
from .marks import in_short, quoted, styled


class _Row(NamedTuple):
    """One thing that was done: where, in the order of the text, and what."""

    order: int
    where: str
    what: Text


def draw_document(returned: Returned, name: str, width: int) -> Iterator[RenderableType]:
    """What was done to a document.

    Args:
        returned: what was found.
        name: what it is.
        width: of the screen.
    """
    head = styled(name, "bold")
    rows = list(_rows(returned, max(24, min(width, 140) - 30)))
    if not rows:
        yield head.append(": nothing in it was changed", "green")
        return
    yield head.append(f": {counted(len(rows), 'change')}")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in sorted(rows, key=lambda row: row.order):
        table.add_row(Text("  ").append(row.where or "–", "bold"), row.what)
    yield table


def _rows(returned: Returned, cells: int) -> Iterator[_Row]:
    done = returned.done
    for edit in returned.edits:
        yield _edited(edit, cells)
    for address, place in returned.accepted.items():
        yield _Row(place.start, address, styled("● accepted in Word, as decided", "green"))
    gone = [edit.old for edit in returned.edits if edit.new is None]
    for closed in _outermost(done.closed):
        if any(span.holds(closed.choice.span) for span in gone):
            continue
        at = closed.new.start if closed.new else closed.choice.span.start
        address = closed.choice.address
        yield _Row(at, returned.called.get(address, address), _closed(closed, cells))
    for opened in done.opened:
        choice = opened.choice
        if not any(choice.parent == other.choice.address for other in done.opened):
            rejected = choice.address in returned.rejected
            yield _Row(choice.span.start, choice.address, _opened(choice, cells, rejected=rejected))
    for match in done.changed:
        yield from _changed(match, returned, cells)
    for change in done.positions:
        if not _is_told(change, done):
            yield _said(change, cells)
    for old, new in returned.renumbered:
        yield _Row(-1, old, Text("→ ").append(new, "bold"))


def _is_told(change: PositionChange, done: Comparison) -> bool:
    """Whether a position goes with a place that is told of: it went with its brackets, or came with them."""
    if change.kind is Shift.SETTLED:
        return True
    if change.new is None and change.old is not None:
        return any(each.choice.span.holds(change.old.evidence) for each in done.closed)
    if change.old is None and change.new is not None:
        return any(each.choice.span.holds(change.new.evidence) for each in done.opened)
    return False


def _edited(edit: Edited, cells: int) -> _Row:
    at = edit.new.start if edit.new is not None else edit.old.start
    if edit.moved:
        return _Row(at, edit.paragraph, styled("moved ", palette.DIM).append(quoted(edit.gone, cells)))
    if edit.gone and edit.come:
        half = cells // 2
        text = styled(f"− {quoted(edit.gone, half)} ", "red").append(f"+ {quoted(edit.come, half)}", "green")
    elif edit.gone:
        text = styled(f"− {quoted(edit.gone, cells)}", "red")
    else:
        text = styled(f"+ {quoted(edit.come, cells)}", "green")
    return _Row(at, edit.paragraph, text)


def _outermost(closed: Sequence[Closed]) -> list[Closed]:
    gone = {each.choice.address for each in closed}
    return [each for each in closed if each.choice.parent not in gone]


def _closed(closed: Closed, cells: int) -> Text:
    choice = closed.choice
    text = in_short(choice, choice.alternatives[1:], cells // 2).append("  ⇒  ", palette.DIM)
    if closed.alternative == 0:
        return text.append("left out")
    if closed.new is None:
        return text.append("gone with the words around it")
    return text.append(quoted(closed.text, cells // 2))


def _opened(choice: Choice, cells: int, *, rejected: bool) -> Text:
    text = styled("rejected in Word  ", "bold red") if rejected else styled("new place  ", palette.DIM)
    text.append_text(in_short(choice, choice.alternatives[1:], cells))
    who = dict.fromkeys(stand.delegation for stand in choice.stands)
    return text.append(f"  {', '.join(who)}", "bold") if who else text


def _changed(match: ChoiceMatch, returned: Returned, cells: int) -> Iterator[_Row]:
    text = wordings_in_short(match, cells)
    told = [edit.new for edit in returned.edits if edit.new is not None]
    told += [each.choice.span for each in returned.done.opened]
    if not text and any(match.new.span.holds(span) for span in told):
        return
    if not text:
        for old, new in match.alternatives:
            before, after = match.old.alternative(old), match.new.alternative(new)
            if old in match.reworded and before is not None and after is not None:
                text.append(f"− {quoted(before.text, cells // 2)} ", "red")
                text.append(f"+ {quoted(after.text, cells // 2)} ", "green")
    yield _Row(match.new.span.start, match.new.address, text)


def _said(change: PositionChange, cells: int) -> _Row:
    mark = SHIFTS[change.kind]
    shown = change.new or change.old
    assert shown is not None
    text = styled(f"{mark.sign} {change.kind.value}  ", mark.style).append(change.delegation, "bold")
    if change.on_behalf_of:
        text.append(f" for {change.on_behalf_of}", palette.DIM)
    if change.old is not None and change.new is not None:
        text.append("  ").append_text(position_in_short(change.old, cells // 2)).append("  →", palette.DIM)
    text.append("  ").append_text(position_in_short(shown, cells // 2))
    return _Row(shown.evidence.start, shown.paragraph, text)
