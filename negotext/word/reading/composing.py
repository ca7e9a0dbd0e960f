"""From strands to a transcript: tracked changes and comments become brackets in the notation of the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from negotext.languages.written import Written
from negotext.model import Anchor, Diagnostic, Severity, Span, Stance
from negotext.paper.bookmarks import BELOW, FOOT

from .apart import HEAD
from .authors import Authors
from .claims import Claim, Transcript
from .feet import Feet
from .grouping import CLOSING, OPENING, Group, grouped, pairs
from .lines import evened, lines, without_mark
from .notices import notices
from .pieces import Body, Mark, Noted, Piece, Sign, Strand, Turn, Words
from .sheet import COLUMN, Sheet

# Bookmarks of negotext; those of others say nothing about places of the text.
_OURS = "_nt_"
_SLOT = re.compile(r"(\{\w+\})")
_ROUND = str.maketrans("[]［］", "()()")
_ANONYMOUS = "[{words}]"


class Composer:
    """Writes one transcript.

    Args:
        body: what was read.
        written: the notation of its language.
        authors: who its authors are.
        gap: what stands between paragraphs.
    """

    def __init__(self, body: Body, written: Written, authors: Authors, gap: str) -> None:
        self._body = body
        self._written = written
        self._authors = authors
        self._sheet = Sheet(gap)
        self._claims: list[Claim] = []
        self._faults: list[Diagnostic] = []
        self._unknown: dict[str, Span] = {}
        self._said: set[str] = set()
        self._late: list[str] | None = None
        self._ranged: set[str] = set()
        self._depth = 0
        self._quotes: list[tuple[Mark, str, Span]] = []

    def transcript(self) -> Transcript:
        """The whole of it."""
        feet = Feet(self._body)
        for line in lines(feet.strands):
            self._line(line)
            self._notes(feet.behind(line))
        self._notes(feet.left())
        text = self._sheet.text()
        anchors = [Anchor(name, span) for name, span in self._sheet.ranges.items() if name.startswith(_OURS)]
        claims = sorted(self._claims, key=lambda claim: claim.at)
        faults = [*notices(self._body.notices), *self._strangers(), *self._faults]
        return Transcript(
            f"{text}\n" if text else "",
            tuple(claims),
            tuple(sorted(anchors, key=lambda anchor: (anchor.span.start, -anchor.span.end))),
            tuple(faults),
        )

    def _strangers(self) -> Iterator[Diagnostic]:
        for name, span in self._unknown.items():
            yield Diagnostic(
                "unknown-author",
                Severity.WARNING,
                span,
                f"“{name}” made tracked changes or comments, and is no delegation that is known",
                f'--author "{name}=CODE" says whose they are; until then the name stands for itself',
            )

    def _line(self, strands: Sequence[Strand]) -> None:
        """One paragraph of the base text, or one that somebody wants in."""
        pieces = [_columns(piece, strand.style) for strand in strands for piece in strand.pieces]
        label = next((strand.label for strand in strands if strand.label), "")
        if not label.strip() and all(strand.empty for strand in strands):
            for piece in pieces:
                self._write(piece)
            return
        self._sheet.paragraph()
        if label:
            self._sheet.words(label)
        self._content(pieces)
        for strand in strands:
            change = strand.gone if strand is strands[-1] else strand.ends
            if change and not strand.new and any(isinstance(p, Words) and not p.deleted for p in strand.pieces):
                self._mark_changed(change, joins=strand is strands[-1])

    def _notes(self, notes: Iterable[Noted]) -> None:
        for note in notes:
            self._note(note.number, note.strands)

    def _note(self, number: str, strands: Sequence[Strand]) -> None:
        found = [line for line in lines(strands) if any(not strand.empty for strand in line)]
        self._sheet.paragraph()
        self._sheet.open(f"{number}  ")
        for place, line in enumerate(found):
            if place:
                self._sheet.line("    ")
            pieces = [piece for strand in line for piece in strand.pieces]
            self._content(without_mark(pieces, number) if not place else pieces)

    def _mark_changed(self, mark: Mark, *, joins: bool) -> None:
        what = "ran this paragraph into the next one" if joins else "split this paragraph"
        end = self._sheet.at
        self._faults.append(
            Diagnostic(
                "paragraph-mark",
                Severity.NOTE,
                Span(max(0, end - 1), end),
                f"{self._authors[mark.author].name} {what}; the text has it as it was before",
            )
        )

    def _content(self, pieces: Sequence[Piece]) -> None:
        groups = grouped(pieces)
        brackets = pairs(groups)
        closing = {second: first for first, second in brackets.items()}
        began: dict[int, int] = {}
        self._depth = 0
        place = 0
        while place < len(groups):
            group = groups[place]
            following = groups[place + 1] if place + 1 < len(groups) else None
            if place in brackets or place in closing:
                at = self._plainly(group)
                began[place] = at
                if place in closing:
                    inside = Span(began[closing[place]] + 1, at)
                    self._behind(self._written.bracket, Stance.BRACKET, Mark(group.author, group.date), inside)
            elif following and following.changed and group.changed and group.takes_place_of(following):
                old, new = (group, following) if group.deleted else (following, group)
                self._replaced(old, new)
                place += 1
            elif not group.text.strip() and group.inserted:
                self._signs(group.pieces)
            elif group.inserted:
                self._inserted(group)
            elif group.deleted and group.balanced and group.text.strip():
                self._deleted(group)
            elif group.deleted:
                start = self._sheet.at
                at = self._plainly(group)
                if group.text.strip():
                    span = Span(max(at, start), self._sheet.at)
                    self._quotes.append((Mark(group.author, group.date), group.text, span))
            else:
                for piece in group.pieces:
                    self._write(piece)
            place += 1
        self._flush()

    def _plainly(self, group: Group) -> int:
        """Write a change as words of the text; returns where the last of them begins."""
        at = self._sheet.at
        for piece in group.pieces:
            if isinstance(piece, Words):
                self._sheet.words(piece.text)
                at = self._sheet.at - len(piece.text.strip())
                self._count(piece.text)
            else:
                self._write(piece)
        return at

    def _count(self, text: str) -> None:
        for character in text:
            self._depth += (character in OPENING) - (character in CLOSING)
        self._depth = max(0, self._depth)

    def _write(self, piece: Piece) -> None:
        if isinstance(piece, Sign):
            self._sign(piece)
            return
        text = piece.text
        if self._quotes:
            # Behind the bracket that the words stand in, their deletion can be told.
            for offset, character in enumerate(text):
                self._depth += (character in OPENING) - (character in CLOSING)
                if self._depth <= 0:
                    cut = offset + (character in CLOSING)
                    self._depth = 0
                    self._sheet.words(text[:cut])
                    self._flush()
                    text = text[cut:]
                    break
            else:
                self._sheet.words(text)
                return
        self._sheet.words(text)
        self._count(text)

    def _flush(self) -> None:
        """Tell the deletions that could not be bracketed where they stand."""
        quotes, self._quotes = self._quotes, []
        quotes.sort(key=lambda quote: quote[0].author)
        for _, own in groupby(quotes, key=lambda quote: quote[0].author):
            listed = list(own)
            mark = max((quote[0] for quote in listed), key=lambda each: each.date)
            words = [quote for quote in listed if quote[1].strip(" []［］")]
            if words:
                text = " ".join(quote[1].translate(_ROUND).strip() for quote in words)
                about = words[0][2] if len(words) == 1 else Span(words[0][2].start, words[-1][2].end)
                self._behind(self._written.quoted, Stance.DELETE, mark, about, text)
            else:
                about = Span(listed[0][2].end, max(listed[0][2].end, listed[-1][2].start))
                self._behind(self._written.support, Stance.SUPPORT, mark, about)

    def _behind(self, form: str, stance: Stance, mark: Mark, about: Span, text: str = "") -> None:
        """A bracket that says something of words before it."""
        if not mark.author:
            return
        self._apart()
        waits = self._sheet.space
        at = self._filled(form, mark.author, {"words": lambda: self._sheet.words(text)})[0]
        self._claim(stance, mark, at, about=about if about.start < about.end else None)
        self._sheet.space = waits

    def _apart(self) -> None:
        self._sheet.space = self._sheet.space or bool(self._written.apart)

    def _inserted(self, group: Group) -> None:
        form = self._written.insert if group.author else _ANONYMOUS
        before, pieces, behind = evened(group).parted()
        self._signs(before)
        at, spans = self._filled(form, group.author, {"words": lambda: self._inside(pieces)}, group.text)
        if group.author:
            mark = Mark(group.author, group.date)
            self._claim(Stance.INSERT, mark, at, text=" ".join(group.text.split()), offered=spans["words"])
        self._signs(behind)

    def _deleted(self, group: Group) -> None:
        form = self._written.delete if group.author else _ANONYMOUS
        before, pieces, behind = group.parted()
        self._signs(before)
        at, spans = self._filled(form, group.author, {"words": lambda: self._all(pieces)}, group.text)
        if group.author:
            self._claim(Stance.DELETE, Mark(group.author, group.date), at, about=spans["words"])
        self._signs(behind)

    def _replaced(self, old: Group, new: Group) -> None:
        if not old.author:
            self._deleted(old)
            self._inserted(new)
            return
        mark = Mark(old.author, max(old.date, new.date))
        first, second = old.parted(), new.parted()
        signs = [*first[0], *first[2], *second[0], *second[2]]
        self._signs([sign for sign in signs if isinstance(sign, Sign) and sign.turn is Turn.BEGINS])
        slots = {"words": lambda: self._all(first[1]), "text": lambda: self._all(second[1])}
        at, spans = self._filled(self._written.replace, old.author, slots, old.text)
        words = " ".join(new.text.split())
        self._claim(Stance.REPLACE, mark, at, text=words, offered=spans["text"], about=spans["words"])
        self._signs([sign for sign in signs if isinstance(sign, Sign) and sign.turn is not Turn.BEGINS])

    def _all(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if isinstance(piece, Words):
                self._sheet.words(piece.text)
            else:
                self._sign(piece)

    def _inside(self, pieces: Sequence[Piece]) -> None:
        """The words of an insertion, with what others want out of it."""
        for group in grouped(piece._replace(inserted=None) if isinstance(piece, Words) else piece for piece in pieces):
            if group.deleted and group.author and group.balanced and group.text.strip():
                late, self._late = self._late, None
                self._deleted(group)
                self._late = [*(late or ()), *(self._late or ())]
            else:
                self._all(group.pieces)

    def _filled(
        self, form: str, author: str, slots: dict[str, Callable[[], None]], text: str = ""
    ) -> tuple[int, dict[str, Span]]:
        """Write a bracket; returns where it begins, and where each slot stands."""
        self._sheet.space = self._sheet.space or text[:1].isspace()
        outer, self._late = self._late, []
        spans: dict[str, Span] = {}
        at = -1
        filled = waits = False
        for part in _SLOT.split(form):
            if not part:
                continue
            slot = part[1:-1] if part.startswith("{") else ""
            if slot == "name":
                start = self._sheet.at
                self._sheet.raw(self._authors[author].name)
                spans["name"] = Span(start, self._sheet.at)
            elif slot:
                start = self._sheet.at
                slots[slot]()
                spans[slot] = Span(start, self._sheet.at)
                filled = True
            elif at < 0:
                at = self._sheet.open(part)
            elif filled:
                waits = self._sheet.close(part) or waits
            else:
                self._sheet.open(part)
        self._sheet.loosen(waits)
        if author and not self._authors[author].known:
            self._unknown.setdefault(author, spans["name"])
        late, self._late = self._late, outer
        for key in late:
            if outer is None:
                self._remark(key)
            else:
                outer.append(key)
        return at, spans

    def _claim(
        self,
        stance: Stance | None,
        mark: Mark,
        at: int,
        *,
        text: str | None = None,
        offered: Span | None = None,
        about: Span | None = None,
    ) -> None:
        inner = Span(at + 1, max(at + 1, self._sheet.at - 1))
        self._claims.append(Claim(stance, self._authors[mark.author], mark.date, at, inner, text, offered, about))

    def _signs(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if isinstance(piece, Sign):
                self._sign(piece)

    def _sign(self, sign: Sign) -> None:
        key = f"comment {sign.key}" if sign.comment else sign.key
        if not sign.comment and (not sign.key.startswith(_OURS) or sign.key.startswith((BELOW, FOOT))):
            return
        if sign.turn is Turn.BEGINS:
            self._ranged.add(key)
            self._sheet.begin(key)
        elif sign.turn is Turn.ENDS:
            self._sheet.end(key)
        if sign.comment and (sign.turn is Turn.ENDS or (sign.turn is Turn.STANDS and key not in self._ranged)):
            if self._late is None:
                self._remark(sign.key)
            else:
                self._late.append(sign.key)

    def _remark(self, key: str) -> None:
        remark = self._body.remarks.get(key)
        if remark is None or key in self._said:
            return
        self._said.add(key)
        about = self._sheet.ranges.get(f"comment {key}")
        waits = self._sheet.space
        if not self._sheet.fresh:
            self._apart()
        text = remark.text.translate(_ROUND)
        at, spans = self._filled(self._written.remark, remark.author, {"words": lambda: self._sheet.words(text)})
        self._claim(
            Stance.MOVE if remark.moves else None,
            Mark(remark.author, remark.date),
            at,
            text=None if remark.moves else text,
            offered=None if remark.moves else spans["words"],
            about=about if about and about.start < about.end else None,
        )
        self._sheet.space = waits


def _columns(piece: Piece, style: str) -> Piece:
    """The tab between the columns of a line of the head stays one."""
    if style != HEAD or not isinstance(piece, Words):
        return piece
    return piece._replace(text=piece.text.replace("\t", COLUMN))
