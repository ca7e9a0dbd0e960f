"""The text as the room sees it: with the names of the draft, or without any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from negotext.languages import Registry
from negotext.model import BlockKind, Choice, Decision, Draft, Span, State
from negotext.outcome import pieces as outcome
from negotext.outcome.pieces import outcome_pieces
from negotext.outcome.plain import nameless_edits
from negotext.store import Standing

from .desk_marks import marks_by_block
from .desk_places import Places
from .desk_reach import Reach
from .desk_texts import Texts, View
from .desk_units import units_of
from .nameless import Nameless
from .room_outcome import RoomOutcomes
from .units import Fate, Piece, Unit, unwrapped


class RoomTexts(Texts):
    """The views of one draft for the room; what a page has at its edges is left out.

    Without names there are neither attributions nor the lines in which delegations speak: open places are wordings
    in square brackets, agreed ones the agreed words.
    """

    def __init__(self, draft: Draft, registry: Registry | None = None) -> None:
        """Show a draft; `registry` knows its delegations, those of its language when None."""
        super().__init__(draft)
        self._nameless = Nameless(draft, registry)
        self._without: tuple[Reach, RoomOutcomes] | None = None
        self._last: tuple[tuple[Places, object], Sequence[Unit]] | None = None
        self._apart: tuple[set[str], Mapping[str, Decision], Span, tuple[outcome.Piece, ...]] | None = None

    def shown(self, view: View, places: Places, *, names: bool) -> Sequence[Unit]:
        """The units of a view, in its order.

        Args:
            view: how the text is seen.
            places: the choices as they stand.
            names: whether the names in the draft are seen.
        """
        # Without names what is marked up and what results are the same words.
        wanted = places, view if names else view is View.ORIGINAL
        if self._last is None or self._last[0] != wanted:
            found = self.units(view, places) if names else self._nobodys(places, original=view is View.ORIGINAL)
            self._last = wanted, [unit for unit in found if unit.kind is not BlockKind.FURNITURE]
        return self._last[1]

    def _nobodys(self, places: Places, *, original: bool) -> Sequence[Unit]:
        """The text without names, as it stands or as it was brought in."""
        if original:
            return list(self._worked_out(None, _undecided(places)))
        reach = self._reach(places)
        if self._without is None or self._without[0] is not reach:
            touched = (*(edit.span for edit in nameless_edits(self.draft)), *self._nameless.spans)
            self._without = reach, RoomOutcomes(self.draft, reach, touched, self._worked_out)
        return self._without[1].units(places)

    def _worked_out(self, blocks: range | None, places: Places) -> Iterator[Unit]:
        """The units of some blocks without names, of all for None."""
        return (unit for unit in units_of(self.draft, self._plain, self._split_in(blocks, places)) if unit.text)

    def words(self, standing: Standing, number: int, places: Places) -> str:
        """The words of an alternative without line wraps and names.

        Args:
            standing: of the choice.
            number: of the alternative.
            places: the choices as they stand; what was decided inside the alternative is decided in it.
        """
        alternative = standing.choice.alternative(number)
        if alternative is None:
            return ""
        if alternative.span is None or _plain(alternative.text):
            return alternative.text
        around = _around(standing, places)
        if self._apart is None or self._apart[:3] != (around, places.decisions, alternative.span):
            # Without the decisions on it and around it, as they may have left these words out.
            decisions = {a: each for a, each in places.decisions.items() if a not in around}
            near, choices = self._around(alternative.span, places)
            pieces = outcome_pieces(self.draft, choices, decisions, names=False, within=near).pieces
            self._apart = around, places.decisions, alternative.span, tuple(self._without_names(pieces))
        return unwrapped("".join(_within(self._apart[3], alternative.span)))

    def _around(self, span: Span, places: Places) -> tuple[Span, list[Choice]]:
        """The blocks in which a stretch of the draft lies, and the choices on which it depends what becomes of them."""
        reach = self._reach(places)
        blocks = reach.blocks_of(span)
        first, last = self.draft.blocks[blocks.start].span.start, self.draft.blocks[blocks.stop - 1].span.end
        near = reach.tied(reach.in_blocks(blocks))
        return Span(first, last), [places.standings[address].choice for address in near]

    def _pieces(self, places: Places, addresses: Sequence[str], within: Span | None) -> Iterator[outcome.Piece]:
        choices = [places.standings[address].choice for address in addresses]
        decisions = {a: places.decisions[a] for a in addresses if a in places.decisions}
        return self._without_names(outcome_pieces(self.draft, choices, decisions, names=False, within=within).pieces)

    def _without_names(self, pieces: Iterable[outcome.Piece]) -> Iterator[outcome.Piece]:
        """Pieces without what still tells who asked for what."""
        for piece in pieces:
            if piece.at < 0:
                yield piece
                continue
            for text, at in self._nameless.seen(piece.text, piece.at):
                yield piece._replace(text=text, at=at)

    def _split_in(self, stretch: range | None, places: Places) -> Iterator[tuple[int, Piece]]:
        """The pieces of the text without names, parted where blocks and agreed words begin and end."""
        blocks = self.draft.blocks
        within, addresses, last = None, list(places.standings), 0
        if stretch is not None:
            within = Span(blocks[stretch.start].span.start, blocks[stretch.stop - 1].span.end)
            reach = self._reach(places)
            addresses, last = reach.tied(reach.in_blocks(stretch)), stretch.start
        marks = marks_by_block(self.draft, places, addresses)
        for text, at, address, moved in self._pieces(places, addresses, within):
            if at < 0:
                standing = places.standings.get(address)
                anchor = standing.choice.span.start if standing is not None else 0
                new = standing is not None and standing.state is State.AGREED and not text.isspace()
                # A bracket may close blocks behind the one in which its choice begins.
                last = max(last, self.draft.block_index(anchor))
                yield last, Piece(text, -1, Fate.NEW if new else Fate.KEPT, anchor)
                continue
            index = self.draft.block_index(at)
            done = 0
            while done < len(text):
                room = max(1, blocks[index].span.end - at - done) if index + 1 < len(blocks) else len(text)
                part = Piece(text[done : done + room], at + done, Fate.AGREED if moved else Fate.KEPT)
                spans = [(mark.span, mark.fate) for mark in marks.get(index, ()) if mark.fate is not Fate.GONE]
                for piece in _painted(part, spans) if spans and not moved else (part,):
                    yield index, piece
                last = last if moved else index
                done, index = done + room, index + 1


def _painted(piece: Piece, marks: Sequence[tuple[Span, Fate]]) -> Iterator[Piece]:
    """A piece parted by what was agreed of it; a later mark lies on an earlier one."""
    fates = [Fate.KEPT] * len(piece.text)
    for span, fate in marks:
        first, last = max(0, span.start - piece.at), min(len(fates), span.end - piece.at)
        if first < last:
            fates[first:last] = [fate] * (last - first)
    at = 0
    for fate, same in groupby(fates):
        size = sum(1 for _ in same)
        yield Piece(piece.text[at : at + size], piece.at + at, fate)
        at += size


def _undecided(places: Places) -> Places:
    """The same places with nothing decided."""
    return Places.of(
        replace(each, state=State.OPEN, decision=None) if each.decision is not None else each
        for each in places.standings.values()
    )


def _around(standing: Standing, places: Places) -> set[str]:
    """A choice and those around it."""
    found, address = set(), standing.address
    while address and address not in found:
        found.add(address)
        outer = places.standings.get(address)
        address = outer.choice.parent if outer is not None else ""
    return found


def _plain(text: str) -> bool:
    """Whether nothing can stand in words but words: no bracket of any kind and no dash."""
    return not any(sign in text for sign in "[［(（–—:：")


def _within(pieces: Iterable[outcome.Piece], span: Span) -> Iterator[str]:
    """What is left of a stretch of the draft, with what was put in between."""
    waiting: list[str] = []
    begun = False
    for text, at, _, moved in pieces:
        if at < 0 or moved:
            waiting += [text] if begun else []
            continue
        if at >= span.end:
            break
        first, last = max(0, span.start - at), min(len(text), span.end - at)
        if first < last:
            yield from waiting
            waiting, begun = [], True
            yield text[first:last]
