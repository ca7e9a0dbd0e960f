"""An outcome as one line for each paragraph, so that its paragraphs are those of the draft and of nothing else.

Where words are left out of a text laid out on pages, its lines become short, and page numbers and footnotes stand in
the middle of it: read again like that, it would fall apart. What the draft knew of its pages is used instead.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from negotext.blocks.calls import JOINER
from negotext.languages import OwnDelegations
from negotext.model import Draft, Span
from negotext.outcome.pieces import Piece, Pieces
from negotext.reading import read_paragraphs
from negotext.source import from_text

from .outline import Outlined
from .plain import raised
from .setting import Setter
from .spelling import Spelled, spelled
from .stretch import Stretch

_WHITE = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
_WRAP = re.compile(r"\s*[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]\s*")
_WHOLE = Piece("", 0)
_GAP = Piece("\n\n", -1)


def resulting(draft: Draft, pieces: Pieces, delegations: OwnDelegations | None = None) -> tuple[Setter, Pieces]:
    """The outcome, ready to be set, and its pieces in the form in which it was read for that.

    Args:
        draft: of the round.
        pieces: its outcome.
        delegations: with which the draft was read, beside countries.
    """
    unwrapping = _Unwrapping(draft)
    flat = unwrapping.run(pieces)
    read = read_paragraphs(from_text(flat.text, draft.source.name), draft.language, delegations)

    def known(outlined: Outlined) -> Outlined:
        return unwrapping.known(outlined, flat, read.source.text)

    setter = Setter(read, known=known, keys=lambda note: unwrapping.key(flat.origin(note.body.start)))
    return setter, flat


def resulting_text(
    draft: Draft, pieces: Pieces, delegations: OwnDelegations | None = None
) -> tuple[list[Spelled], list[Spelled]]:
    """The outcome spelled out."""
    setter, flat = resulting(draft, pieces, delegations)
    return spelled(setter, flat.origin)


class _Unwrapping:
    """What is known of the pages of a draft, and what of it has been gone over."""

    def __init__(self, draft: Draft) -> None:
        setter = Setter(draft)
        self._text = draft.source.text
        self._apart, self._notes = setter.apart, [footnote for footnote, _ in setter.notes]
        self._spans: list[Span] = []
        self._outlined: dict[int, Outlined] = {}  # by the place of the first character
        self._calls: list[tuple[int, int, str]] = []
        self._late: list[list[str]] = []
        for outlined, stretch in setter.paragraphs:
            region = stretch.region
            end = region.raw(len(region.clean) - 1) + 1 if region.clean else outlined.span.start
            self._spans.append(Span(outlined.span.start, end))
            if region.clean:
                self._outlined[region.raw(0)] = outlined
            self._calls += _placed(stretch)
            self._late.append([mark.number for mark in stretch.late])
        self._calls.sort()
        self._starts = [span.start for span in self._spans]
        self._apart_starts = [span.start for span in self._apart]
        self._note_starts = [note.follows for note in self._notes]
        self._called: Counter[str] = Counter()
        self._in_notes: dict[int, list[Piece]] = {}
        self._seen: set[int] = set()  # footnotes of which anything is kept
        self._open = -1  # the paragraph that is being written

    def run(self, pieces: Pieces) -> Pieces:
        """The same pieces in paragraphs, the footnotes behind them."""
        body: list[Piece] = []
        end = 0
        for piece in pieces.pieces:
            note = self._note_at(end)
            if piece.at < 0 and note is not None and end > self._notes[note].follows:
                self._in_notes.setdefault(note, []).append(_lined(piece))
            else:
                body += self._piece(piece)
            end = piece.at + len(piece.text) if piece.kept else end
        body += self._left(-1)
        for index, footnote in enumerate(self._notes):
            if self._called[footnote.number]:
                self._called[footnote.number] -= 1
                kept = self._in_notes.get(index, []) if index in self._seen else [*self._flat(_WHOLE, *footnote.body)]
                body += (_GAP, Piece(f"{footnote.number}  ", -1), *kept)
        return Pieces(tuple(body), pieces.edits, pieces.open)

    def known(self, outlined: Outlined, flat: Pieces, text: str) -> Outlined:
        """A paragraph of the outcome with what the draft says of the one that begins with the same character."""
        words = outlined.span.of(text)
        start = outlined.span.start + len(words) - len(words.lstrip())
        first = flat.origin(start)
        known = self._outlined.get(first)
        if known is None:
            return outlined
        label = known.label.of(self._text)
        low = bisect_left(self._calls, (known.label.start, 0, ""))
        for call, behind, number in self._calls[low : low + 1]:
            if call < known.label.end and not number:
                label = label[: call - known.label.start] + label[behind - known.label.start :]
        at = start + known.label.start - first
        if not label:
            return replace(known, span=outlined.span, label=Span(start, start), gap=self._gap(known, text, start))
        if not text.startswith(label, at):
            return replace(outlined, kind=known.kind, level=known.level, address=known.address, below=known.below)
        return replace(known, span=outlined.span, label=Span(at, at + len(label)))

    def key(self, offset: int) -> str:
        """The key of the footnote of the draft at an offset; empty where there is none."""
        note = self._note_at(offset) if offset >= 0 else None
        return "" if note is None else str(note)

    def _gap(self, known: Outlined, text: str, start: int) -> Span:
        """The gap of a line of the head that begins at `start` of the outcome; empty where its left side is new."""
        left = self._text[known.span.start : known.gap.start].strip()
        end = start + len(left)
        is_there = known.gap.length and text.startswith(left, start) and text[end : end + 1] == "\t"
        return Span(end, end + 1) if is_there else Span(start, start)

    def _note_at(self, offset: int) -> int | None:
        index = bisect_right(self._note_starts, offset) - 1
        return index if index >= 0 and offset < self._notes[index].body.end else None

    def _piece(self, piece: Piece) -> Iterator[Piece]:
        if piece.at < 0:
            yield from _put_in(piece)
            return
        at, end = piece.at, piece.at + len(piece.text)
        while at < end:
            stop, paragraph = self._next(at, end)
            if paragraph is not None and paragraph >= 0:
                if paragraph != self._open and not piece.moved:
                    yield from self._left(paragraph)
                yield from self._words(piece, at, stop)
            elif paragraph is None:
                self._keep_note(piece, at, stop)
                yield piece._replace(text="\t", at=-1)
            elif "\n" in self._text[at:stop]:
                if not piece.moved:
                    yield from self._left(-1)
                yield _GAP._replace(address=piece.address)
            at = stop

    def _next(self, at: int, end: int) -> tuple[int, int | None]:
        """Where what stands at an offset ends, and which paragraph it is: -1 between two, None for what is apart."""
        index = bisect_right(self._apart_starts, at) - 1
        if index >= 0 and at < self._apart[index].end:
            return min(end, self._apart[index].end), None
        if index + 1 < len(self._apart):
            end = min(end, self._apart[index + 1].start)
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self._spans[index].end:
            return min(end, self._spans[index].end), index
        if index + 1 < len(self._spans):
            end = min(end, self._starts[index + 1])
        return end, -1

    def _left(self, following: int) -> Iterator[Piece]:
        """The calls of footnotes at the end of the paragraph that is left."""
        if self._open >= 0:
            for number in self._late[self._open]:
                self._called[number] += 1
                yield Piece(f" {raised(number)}", -1)
            self._late[self._open] = []
        self._open = following

    def _keep_note(self, piece: Piece, start: int, end: int) -> None:
        note = self._note_at(start)
        if note is not None and piece.kept:
            self._seen.add(note)
            body = self._notes[note].body
            start, end = max(start, body.start), min(end, body.end)
            if start < end:
                self._in_notes.setdefault(note, []).extend(self._flat(piece, start, end))

    def _words(self, piece: Piece, start: int, end: int) -> Iterator[Piece]:
        """Words without their wraps, the calls of footnotes as raised figures."""
        low = bisect_left(self._calls, (start, 0, ""))
        at, called = start, -1
        for call, behind, number in self._calls[low : bisect_left(self._calls, (end, 0, ""))]:
            yield from self._flat(piece, at, call)
            if number:
                if called == call:
                    yield Piece(JOINER, -1, piece.address)
                yield piece._replace(text=raised(number), at=call)
                self._called[number] += 1
                called = behind
            at = behind
        yield from self._flat(piece, min(at, end), end)

    def _flat(self, piece: Piece, start: int, end: int) -> Iterator[Piece]:
        at = start
        for match in _WHITE.finditer(self._text, start, end):
            white = match.group()
            if len(white) == 1 and not _WRAP.match(white):
                continue
            if match.start() > at:
                yield piece._replace(text=self._text[at : match.start()], at=at)
            # In front of the first word it is an indent: of a centred heading, for instance.
            first = match.start() == self._starts[max(0, bisect_right(self._starts, match.start()) - 1)]
            yield piece._replace(text=" " * len(white.rpartition("\n")[2]) if first else "\t", at=match.start())
            at = match.end()
        if at < end:
            yield piece._replace(text=self._text[at:end], at=at)


def _placed(stretch: Stretch) -> Iterator[tuple[int, int, str]]:
    """Where footnotes are called, from and to: a call run into the label is made in front of the words."""
    clean, region = stretch.region.clean, stretch.region
    for span, number in stretch.calls:
        if stretch.label.start <= span.start < stretch.label.end:
            yield span.start, span.end, ""
            words = region.offset(stretch.label.end)
            words += clean[words : words + 1] == " "
            yield region.raw(words), region.raw(words), number
        else:
            yield span.start, span.end, number


def _put_in(piece: Piece) -> Iterator[Piece]:
    """Words that are put in; a blank line in them parts paragraphs."""
    for index, words in enumerate(_PARAGRAPH.split(piece.text)):
        if index:
            yield _GAP._replace(address=piece.address)
        if words:
            yield _lined(piece._replace(text=words))


def _lined(piece: Piece) -> Piece:
    """Words that are put in, on one line."""
    return piece._replace(text=_WRAP.sub("\t", piece.text))
