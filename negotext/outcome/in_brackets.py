"""Choices made by brackets: single ones, rivals side by side, and words an attribution behind them is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from negotext.languages import load_lexicon
from negotext.model import BlockKind, Bracket, BracketKind, ChoiceKind, Draft, Position, Side, Span, Stance
from negotext.source import Flow

from .proto import Proto
from .quoted import quoted_words, where_quoted
from .rivals import are_rivals

_TOUCHING = " \t\r\n\f/"
_SLASH = re.compile(r"\s/\s")
# Wordings parted by a slash are short, and so is what is looked at to tell rivals apart; both in characters.
_SLASHED = 600
_LOOK = 400
_NUMBERED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
# What `5 ALT 2` has behind the number of the paragraph it is an alternative to.
_ALTERNATIVE = re.compile(r"\W*\balt\b.*", re.IGNORECASE | re.DOTALL)
_PAGE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
_PROPOSING = frozenset({Stance.INSERT, Stance.REPLACE, Stance.DELETE, Stance.RETAIN})


class BracketChoices:
    """Collects the choices of all brackets of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.source.text
        self.positions: dict[int, list[int]] = {}
        for index, position in enumerate(draft.positions):
            if position.bracket is not None:
                self.positions.setdefault(position.bracket, []).append(index)
        self.page = [block.span for block in draft.blocks if block.kind in _PAGE]
        self.notes = [block.span for block in draft.blocks if block.kind is BlockKind.FOOTNOTE]
        self.flow = Flow(self.text, self.page)
        self.options = [block.body for block in draft.blocks if block.kind is BlockKind.OPTION]
        self.unplaced: list[int] = []
        self.apart: set[int] = set()  # brackets with nothing in them that is for where they stand
        self.mentions = frozenset(
            span.start
            for position in draft.positions
            for span in (position.about, position.offered)
            if span is not None and position.evidence.holds(span)
        )
        self.elsewhere: dict[Span, Proto] = {}

    def collect(self) -> list[Proto]:
        """The choices in no particular order; positions on passages are left in `unplaced`."""
        protos: list[Proto] = []
        latest: dict[tuple[int, int], Proto] = {}
        for bracket in self.draft.tree.brackets:
            if bracket.kind in (BracketKind.EDITORIAL, BracketKind.PLACEHOLDER):
                continue
            # Brackets of a footnote stand beside each other, and not beside those of the text around it.
            beside = bracket.parent, self._note(bracket.start)
            before = latest.get(beside)
            quoted, words = self._quoted(bracket)
            if quoted is not None and words is not None:
                protos += self._about_words_elsewhere(bracket, quoted, words, before)
                continue
            gap = self._between(before.span.end, bracket.start) if before is not None else "x"
            if before is not None and not gap.strip(_TOUCHING) and self._joins(before, bracket, gap):
                self._extend(before, bracket)
                continue
            started = self._start(bracket)
            if started is not None:
                protos.append(started)
                latest[beside] = started
        return protos

    def _note(self, offset: int) -> int:
        """Where the footnote begins that an offset lies in; -1 where it lies in none."""
        index = bisect_right(self.notes, offset, key=lambda span: span.start) - 1
        return self.notes[index].start if index >= 0 and offset < self.notes[index].end else -1

    def _between(self, start: int, end: int) -> str:
        """What stands between two brackets, without footnotes and what else belongs to the page."""
        parts: list[str] = []
        index = bisect_left(self.page, start, key=lambda span: span.start)
        while index < len(self.page) and self.page[index].end <= end:
            parts.append(self.text[start : self.page[index].start])
            start = self.page[index].end
            index += 1
        return "".join([*parts, self.text[start:end]])

    # --- attributions that quote words of the draft ---------------------------------------------------------------

    def _quoted(self, bracket: Bracket) -> tuple[Span | None, Span | None]:
        """The words that an attribution quotes, and where they stand in the draft."""
        positions = [self.draft.positions[index] for index in self.positions.get(bracket.index, [])]
        quoted = quoted_words(bracket, positions, self.text)
        return quoted, None if quoted is None else where_quoted(self.draft, bracket, quoted, self.mentions)

    def _about_words_elsewhere(self, bracket: Bracket, quoted: Span, words: Span, before: Proto | None) -> list[Proto]:
        """Put an attribution down to the choice about the words it quotes; returns that choice if it is new."""
        proto = self.elsewhere.get(words)
        made: list[Proto] = []
        if proto is None and before is not None and before.alternative_at(words) and before.span.holds(words):
            proto = before
        if proto is None:
            proto = Proto(words, kind=ChoiceKind.DELETION)
            proto.add(words, offered=False)
            self.elsewhere[words] = proto
            made.append(proto)
        proto.numbers[quoted] = proto.alternative_at(words) or 0
        proto.brackets.append(bracket.index)
        end = proto.span.end
        if end <= bracket.start and not self.text[end : bracket.start].strip():
            proto.span = Span(proto.span.start, bracket.end)
        else:
            proto.vanishing.append(bracket.span)
        self._add_stands(proto, bracket)
        if proto.replaces and proto.kind is ChoiceKind.DELETION:
            proto.kind = ChoiceKind.REPLACEMENT
        return made

    # --- groups of brackets --------------------------------------------------------------------------------------

    def _start(self, bracket: Bracket) -> Proto | None:
        if self.draft.block_at(bracket.start).kind is BlockKind.CHAIR and self._heads_chairs_text(bracket):
            self.unplaced += self.positions.get(bracket.index, [])
            return None
        if bracket.kind is BracketKind.CONTESTED:
            proto = Proto(bracket.span, brackets=[bracket.index])
            self._add_wordings(proto, bracket)
            self._add_stands(proto, bracket)
            if self._is_all_for_passages(proto, bracket):
                self.unplaced += [index for index, _, _ in proto.stands]
                self.apart.add(bracket.index)
                return None
            return proto
        return self._unbracketed(bracket)

    def _is_all_for_passages(self, proto: Proto, bracket: Bracket) -> bool:
        """`[Chile: replace paragraph 19 with “…”]` under paragraph 22: nothing in it is for where it stands."""
        found = [self.draft.positions[index] for index in self.positions.get(bracket.index, [])]
        placed = {index for index, _, _ in proto.stands}
        away = [each for each in found if each.about is not None and self._is_passage(each.about)]
        words = {each.offered for each in away}
        if proto.base or not away or len(placed) + len(away) != len(found):
            return False
        return all(self.draft.positions[index].about in words for index in placed)

    def _heads_chairs_text(self, bracket: Bracket) -> bool:
        found = [self.draft.positions[i] for i in self.positions.get(bracket.index, [])]
        return any(position.stance is Stance.REPLACE and position.text is None for position in found)

    def _unbracketed(self, bracket: Bracket) -> Proto | None:
        """`“each” [Russia: delete]`: words outside brackets, with the attribution that is about them."""
        found = self.positions.get(bracket.index, [])
        about = next((self.draft.positions[i].about for i in found if self.draft.positions[i].about), None)
        if about is None or not self._right_before(about, bracket) or self._is_passage(about):
            self.unplaced += found
            return None
        start = about.start - (self.text[about.start - 1 : about.start] in '“”„"«「『')
        proto = Proto(Span(start, bracket.end), brackets=[bracket.index], kind=ChoiceKind.DELETION)
        proto.add(about, offered=False)
        self._add_stands(proto, bracket)
        return proto

    def _is_passage(self, about: Span) -> bool:
        """Whether a stretch is a whole paragraph or item, or a delegation's own line."""
        block = self.draft.block_at(about.start)
        own_line = block.kind is BlockKind.STATEMENT and about.start <= block.body + 1
        return about.start == block.span.start or own_line

    def _right_before(self, about: Span, bracket: Bracket) -> bool:
        return about.end <= bracket.start and not self.text[about.end : bracket.start].strip('”“"»」』' + _TOUCHING)

    def _joins(self, proto: Proto, bracket: Bracket, gap: str) -> bool:
        if bracket.kind is BracketKind.ATTRIBUTION:
            found = [self.draft.positions[i] for i in self.positions.get(bracket.index, [])]
            if any(position.about is None and position.target for position in found) and self._own_line(bracket, proto):
                return False  # it names what it is about, and that is not what stands above it
            return all(position.about is None or proto.span.holds(position.about) for position in found)
        left = self.draft.tree.brackets[proto.brackets[-1]]
        if gap.isspace() and proto.touching:
            return False  # "[Fund][window] [shall][should]" are two places
        if gap.isspace() and self._are_paragraphs(left, bracket):
            return False
        if self._several(left) or self._several(bracket):
            return False  # rivals are in them, and they are no rivals of each other
        stances = self._stances(left), self._stances(bracket)
        forms = load_lexicon(self.draft.language_at(bracket.start)).forms
        return are_rivals(
            self._plain(left), self._plain(bracket), gap, stances, joined=forms["joined"], degree=forms["degree"]
        )

    def _are_paragraphs(self, left: Bracket, right: Bracket) -> bool:
        """Whether two brackets stand in numbered paragraphs, or items, of different numbers."""
        one, other = self.draft.block_at(left.start), self.draft.block_at(right.start)
        if not (one.label and other.label and {one.kind, other.kind} <= _NUMBERED):
            return False
        return _ALTERNATIVE.sub("", one.label) != _ALTERNATIVE.sub("", other.label)

    def _own_line(self, bracket: Bracket, proto: Proto) -> bool:
        block = self.draft.block_at(bracket.start)
        return block.kind is BlockKind.STATEMENT and not block.span.overlaps(proto.span)

    def _extend(self, proto: Proto, bracket: Bracket) -> None:
        proto.touching = proto.touching or proto.span.end == bracket.start
        proto.span = Span(proto.span.start, bracket.end)
        proto.brackets.append(bracket.index)
        if bracket.kind is BracketKind.CONTESTED:
            self._add_wordings(proto, bracket)
        self._add_stands(proto, bracket)

    def _several(self, bracket: Bracket) -> bool:
        """Whether a bracket has options to choose between."""
        low = bisect_right(self.options, bracket.start)
        return bisect_right(self.options, bracket.end) - low > 1

    def _stances(self, bracket: Bracket) -> set[Stance]:
        return {self.draft.positions[i].stance for i in self.positions.get(bracket.index, [])}

    def _plain(self, bracket: Bracket) -> str:
        """The words under negotiation in a bracket, for a look at their form."""
        for index in self.positions.get(bracket.index, []):
            position = self.draft.positions[index]
            words = position.offered or (
                position.about if position.about and bracket.inner.holds(position.about) else None
            )
            if words is not None:
                return self._unwrapped(words)
        return self._unwrapped(bracket.inner)

    def _unwrapped(self, span: Span) -> str:
        """The beginning of a stretch without line wraps and without what belongs to the page."""
        end = span.start
        words = ""
        while len(words) < _LOOK and end < span.end:
            end += 2 * _LOOK  # white space and page breaks are in it
            words = self.flow.wording(span.start, min(span.end, end))
        return words[:_LOOK]

    # --- wordings ------------------------------------------------------------------------------------------------

    def _add_wordings(self, proto: Proto, bracket: Bracket) -> None:
        attributed: list[tuple[Span, bool]] = []
        names = bracket.inner.end
        for index in self.positions.get(bracket.index, []):
            position = self.draft.positions[index]
            if position.offered is not None and bracket.span.holds(position.offered):
                attributed.append((position.offered, True))
            if (
                position.about is not None
                and bracket.inner.holds(position.about)
                and position.about != position.offered
            ):
                attributed.append((position.about, position.stance is Stance.INSERT))
            names = min(names, position.evidence.start)
        if not attributed:
            for span in self._slashed(bracket):
                proto.add(span, offered=False)
            return
        first = min(span.start for span, _ in attributed)
        lead = self._trimmed(Span(bracket.inner.start, min(first, max(names, bracket.inner.start))))
        if lead is not None:
            proto.add(lead, offered=False)
        offered = {span for span, by_someone in attributed if by_someone}
        for span, _ in sorted(attributed):
            if not any(
                other != span and other.overlaps(span) and other.length > span.length for other, _ in attributed
            ):
                proto.add(span, offered=span in offered)

    def _trimmed(self, span: Span) -> Span | None:
        """A stretch without white space and separators at its ends; None where nothing is left."""
        start, end = span
        while start < end and self.text[start] in " \t\r\n\f/；;，,、":
            start += 1
        while end > start and self.text[end - 1] in ' \t\r\n\f/；;，,、—–-“"':
            end -= 1
        return Span(start, end) if end > start and self.text[start:end] != "”" else None

    def _slashed(self, bracket: Bracket) -> list[Span]:
        """`[A / B]` holds two wordings; most brackets hold one."""
        inner = bracket.inner
        if inner.length > _SLASHED:
            return [inner]
        children = self.draft.tree.children(bracket.index)
        cuts = [
            match
            for match in _SLASH.finditer(self.text, inner.start, inner.end)
            if not any(child.span.overlaps(Span(*match.span())) for child in children)
        ]
        edges = [inner.start, *(edge for match in cuts for edge in match.span()), inner.end]
        parts = [self._trimmed(Span(start, end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
        found = [part for part in parts if part is not None]
        if len(found) > 1 and all(part.length < 200 for part in found):
            return found
        return [inner]

    # --- stands --------------------------------------------------------------------------------------------------

    def _add_stands(self, proto: Proto, bracket: Bracket) -> None:
        """Where each who speaks in a bracket stands; a reaction without an object is to the proposal before it."""
        proposed: int | None = None
        for index in self.positions.get(bracket.index, []):
            position = self.draft.positions[index]
            offers = position.stance in (Stance.INSERT, Stance.REPLACE) and position.offered is not None
            if offers and position.offered is not None and proto.alternative_at(position.offered) is None:
                proto.add(position.offered, offered=True)
            about = position.about
            if about is not None and about not in proto.numbers and not proto.span.holds(about):
                self.unplaced.append(index)
                continue
            proto.replaces = proto.replaces or position.stance is Stance.REPLACE
            side, alternative = side_of(position, proto, proposed)
            proto.stands.append((index, side, alternative))
            if position.stance in _PROPOSING and side is Side.FOR:
                proposed = alternative


def side_of(position: Position, proto: Proto, proposed: int | None) -> tuple[Side, int]:
    """Side and alternative of a position in a choice; `proposed` is what the one before it was for."""
    about = proto.alternative_at(position.about) or proto.base or (1 if proto.wordings else 0)
    match position.stance:
        case Stance.INSERT | Stance.REPLACE:
            return Side.FOR, proto.alternative_at(position.offered) or about
        case Stance.DELETE:
            return Side.FOR, 0
        case Stance.RETAIN:
            return Side.FOR, about
        case Stance.SUPPORT:
            return Side.FOR, about if proposed is None else proposed
        case Stance.OPPOSE:
            return Side.AGAINST, about if proposed is None else proposed
        case Stance.RESERVE:
            return Side.RESERVES, about if proposed is None else proposed
        case _:
            return Side.REMARKS, about
