"""What a new round takes over from the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from negotext.model import Choice
from negotext.query.carrying import Heritage
from negotext.query.returning import Returned
from negotext.rounds import Comparison
from negotext.store import Withdrawal

from . import palette
from .counting import counted
from .marks import STATES, decided, in_short, quoted, styled

_SHOWN = 12


def doubtful(one: Heritage, width: int) -> Iterator[RenderableType]:
    """A doubtful match, for the question whether it is the same place."""
    match = one.match
    half = max(24, width // 2 - 10)
    heading = styled(match.old.address, "bold").append(" → ").append(match.new.address, "bold")
    yield heading.append(f"   {match.confidence:.0%} sure", "yellow")
    yield styled("  was  ", palette.DIM).append_text(in_short(match.old, match.old.alternatives[1:], 2 * half))
    yield styled("  is   ", palette.DIM).append_text(in_short(match.new, match.new.alternatives[1:], 2 * half))
    yield styled("  brings ", palette.DIM).append_text(_brings(one, half))


def draw_heritage(
    comparison: Comparison,
    taken: Sequence[Heritage],
    left: Sequence[Heritage],
    *,
    session: str,
    number: int,
    places: int,
    dry_run: bool,
    width: int,
    put_back: Sequence[str] = (),
    returned: Returned | None = None,
) -> Iterator[RenderableType]:
    """What comes over into a round, what does not, and what to look at.

    Args:
        comparison: of the two rounds.
        taken: matches that are taken over.
        left: doubtful ones that are left behind.
        session: as a person typed it.
        number: of the new round.
        places: how many places it has.
        dry_run: whether nothing was changed.
        width: of the screen.
        put_back: new addresses of places that are decided, and open in a document that came back.
        returned: what was done to a document of the session; None for any other draft.
    """
    would = "would be " if dry_run else ""
    yield styled(f"round {number}", "bold").append(f"  {would}{places:,} places", palette.DIM)
    certain = sum(each.match.certain for each in taken)
    reworded = counted(len(taken) - certain, "is matched though reworded", "are matched though reworded")
    yield Text(f"  {counted(certain, 'place has', 'places have')} the same words, {reworded}")
    yield Text(f"  {len(comparison.closed):,} of the old ones are closed, {len(comparison.opened):,} are new")
    bringing = [each for each in taken if not each.empty]
    # An untouched document leaves nothing out; what it does not say as the draft did stays as it was.
    out = "leaves it out" if returned is None or not returned.untouched else "says it otherwise"
    yield from _section("Carried over", bringing, width, "green", out)
    yield from _section("Left behind", left, width, "yellow")
    lost = [each for each in taken if each.lost_decision]
    if lost:
        yield Text()
        yield styled("Decided, but the wording is not in the new draft; open again", "bold red")
        for each in lost:
            yield Text("  ").append(each.match.new.address, "bold")
    yield from _open_though_decided(put_back, returned, session)
    yield from _against(comparison)
    # What was taken out of a document is listed with everything else that was done to it.
    if returned is None:
        yield from _silent(comparison, session, number)
    yield Text()
    last = "nothing was changed (--dry-run)" if dry_run else f"next: negotext list {session} --open"
    yield styled(last, palette.DIM)


def _open_though_decided(put_back: Sequence[str], returned: Returned | None, session: str) -> Iterator[RenderableType]:
    """Where a document that came back and the session do not agree on what is decided."""
    reopen = f"the decisions stand; to open such a place: negotext reopen {session} ADDRESS"
    if returned is None:
        heading = "Decided, but open in this document: rejected in Word, or written before that was decided"
        yield from _places(heading, put_back, reopen)
        return
    yield from _places("Decided, but open in this document: rejected in Word", put_back, reopen)
    heading = "Decided, but open in this document: written before that was decided"
    yield from _places(heading, returned.later, reopen)
    heading = "Open, but agreed in this document: written before that was reopened"
    yield from _places(heading, returned.reopened, "the words stand in the new draft without brackets")
    heading = "Read as places in this document, though the round has none there"
    yield from _places(heading, returned.extra, "it stands beside other words there, or is set otherwise")
    heading = "Open, and not read as places in this document"
    yield from _places(heading, returned.missing, f"see what the draft says there: negotext show {session} ADDRESS")


def _places(heading: str, addresses: Sequence[str], hint: str) -> Iterator[RenderableType]:
    if addresses:
        yield Text()
        yield styled(heading, "bold red").append(f"  {len(addresses)}", palette.DIM)
        yield Text(f"  {', '.join(addresses)}", "bold")
        yield styled(f"  {hint}", palette.DIM)


def _section(
    title: str, found: Sequence[Heritage], width: int, style: str, out: str = "leaves it out"
) -> Iterator[RenderableType]:
    if not found:
        return
    yield Text()
    yield styled(title, f"bold {style}").append(f"  {len(found)}", palette.DIM)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(width=9, no_wrap=True, style=palette.DIM)
    table.add_column(overflow="fold")
    for each in found:
        old, new = each.match.old.address, each.match.new.address
        where = Text("  ").append(old if old == new else f"{old} → {new}", "bold")
        sure = "" if each.match.certain else f"{each.match.confidence:.0%} sure"
        table.add_row(where, sure, _brings(each, max(24, width - 40), out))
    yield table


def _brings(one: Heritage, cells: int, out: str = "leaves it out") -> Text:
    parts: list[Text] = []
    if one.decision is not None:
        mark = STATES[one.decision.state]
        text = styled(f"{mark.sign} {one.decision.state.value} ", mark.style)
        parts.append(text.append_text(decided(one.decision, one.match.new, cells)))
    if one.unread:
        who = ", ".join(dict.fromkeys(stand.delegation for stand in one.unread))
        parts.append(Text(f"what {who} said, which the document does not show"))
    if one.statements:
        parts.append(Text(f"{counted(one.statements, 'statement')} from the floor"))
    for each in one.withdrawals:
        parts.append(_withdrawal(each, one.match.new, cells))
    for number in one.kept:
        alternative = one.match.old.alternative(number)
        words = quoted(alternative.text if alternative else "", cells)
        parts.append(styled(f"{words} stays listed, though the new draft {out}", "yellow"))
    return Text("; ").join(parts) if parts else styled("nothing but the link", palette.DIM)


def _withdrawal(withdrawal: Withdrawal, choice: Choice, cells: int) -> Text:
    number = withdrawal.alternative or 0
    alternative = choice.alternative(number)
    words = quoted(alternative.text, cells) if alternative is not None and alternative.text else "leaving it out"
    if withdrawal.delegation is None:
        return styled(f"{words} stays withdrawn, though the new draft prints it", "yellow")
    return styled(f"{withdrawal.delegation} has withdrawn on {words}, though the new draft prints it", "yellow")


def _against(comparison: Comparison) -> Iterator[RenderableType]:
    """Places that were decided, and where the new draft says otherwise."""
    wrong = [each for each in comparison.closed if each.as_decided is False]
    right = sum(bool(each.as_decided) for each in comparison.closed)
    if right:
        yield styled(f"  {counted(right, 'decision is', 'decisions are')} in the new text as taken", "green")
    if wrong:
        yield Text()
        yield styled("Decided otherwise than the new draft says", "bold red").append(f"  {len(wrong)}", palette.DIM)
        for each in wrong:
            yield Text("  ").append(each.choice.address, "bold").append(f"  it says {quoted(each.text, 60)}")


def _silent(comparison: Comparison, session: str, number: int) -> Iterator[RenderableType]:
    if not comparison.silent:
        return
    yield Text()
    title = styled("Gone without a decision", "bold red").append(f"  {len(comparison.silent)}", palette.DIM)
    yield title
    for each in comparison.silent[:_SHOWN]:
        yield Text("  ").append(each.choice or each.paragraph or "–", "bold").append(f"  {quoted(each.text, 70)}")
    if len(comparison.silent) > _SHOWN:
        rounds = f"{session}:{number - 1} {session}:{number}"
        more = f"  and {len(comparison.silent) - _SHOWN} more: negotext compare {rounds}"
        yield styled(more, palette.DIM)
