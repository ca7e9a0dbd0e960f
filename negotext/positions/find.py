"""Finding the positions of a draft: each region is tokenized, parsed and read, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from negotext.languages import Lexicon, Registry
from negotext.model import (
    BlockKind,
    Bracket,
    BracketKind,
    Diagnostic,
    Position,
    Severity,
    Span,
)
from negotext.notation import Token, parse_attribution
from negotext.source import Region

from .clauses import ClauseReader, Reaction
from .in_brackets import BracketPlacer
from .in_lines import LinePlacer
from .lexing import names_in, tokenize
from .marking import Scope, mark_attributions
from .placement import Placement
from .units import Units
from .unknown import unknown_names


@dataclass(frozen=True, slots=True)
class Found:
    """What reading the attributions of a draft gives.

    Attributes:
        positions: in the order of their evidence.
        kinds: for each bracket that turned out to hold only an attribution, its new kind.
        diagnostics: unknown names, and attributions nobody can be given.
    """

    positions: tuple[Position, ...]
    kinds: dict[int, BracketKind]
    diagnostics: tuple[Diagnostic, ...]


_QUIET = (BlockKind.FURNITURE,)
# Capitals, Latin or Cyrillic, that are written while nobody knows yet who it is.
_PLACEHOLDER = re.compile(r"([XYZNХ])\1{1,3}")


def find_positions(
    units: Units,
    lexicon: Lexicon,
    registry: Registry,
    reads: Callable[[int], bool] | None = None,
    *,
    known: Collection[int] = (),
) -> Found:
    """All positions of a draft. Never fails: what cannot be attributed is a diagnostic.

    Args:
        units: the draft.
        lexicon: words of its language.
        registry: names of delegations in it.
        reads: of a draft in several languages, whether a block or bracket that begins at an offset is in this one.
        known: where the brackets begin whose positions are known from elsewhere: they are not read.
    """
    finder = _Finder(units, lexicon, registry)
    brackets = iter(units.tree.brackets)
    bracket = next(brackets, None)
    for index, block in enumerate(units.blocks):
        if not block.continues and block.kind not in _QUIET and (reads is None or reads(block.body)):
            finder.read_block(index)
        while bracket is not None and bracket.start < block.span.end:
            if bracket.start not in known and (reads is None or reads(bracket.start)):
                finder.read_bracket(bracket)
            bracket = next(brackets, None)
    finder.positions.sort(key=lambda position: position.evidence.start)
    return Found(tuple(finder.positions), finder.brackets.kinds, tuple(finder.diagnostics))


class _Finder:
    def __init__(self, units: Units, lexicon: Lexicon, registry: Registry) -> None:
        self.units = units
        self.lexicon = lexicon
        self.registry = registry
        placement = Placement(units, lexicon, registry)
        self.brackets = BracketPlacer(placement)
        self.lines = LinePlacer(placement)
        self.positions: list[Position] = []
        self.diagnostics: list[Diagnostic] = []
        self.unknown: set[str] = set()

    def read_block(self, index: int) -> None:
        """Read the words of a block outside its brackets: a delegation's own line, or a report."""
        region = self.units.block_region(index)
        reactions = self._reactions(region, Scope.LINE)
        self.positions += self.lines.place(reactions, region, index)

    def read_bracket(self, bracket: Bracket) -> None:
        """Read the attribution of a bracket: in its first lines and, where there are many, in its last."""
        if bracket.kind is BracketKind.PLACEHOLDER or not self.units.has_words(bracket):
            return
        head = self._head(bracket)
        region = self.units.bracket_region(bracket, head)
        reactions = self._reactions(region, Scope.BRACKET if bracket.closed else Scope.UNCLOSED)
        self.positions += self.brackets.place(reactions, region, bracket)
        tail = self.units.tail(bracket)
        if tail is not None:
            region = self.units.bracket_region(bracket, tail)
            self.positions += self.brackets.place_tail(self._reactions(region, Scope.TAIL), region, bracket)

    def _head(self, bracket: Bracket) -> Span:
        """The first lines of a bracket; where they end in a colon, with the unit below it."""
        head = self.units.head(bracket)
        if head.end < bracket.inner.end and self.units.text[head.start : head.end].rstrip().endswith((":", "：")):
            index = self.units.block_index(head.end)
            return Span(head.start, min(bracket.inner.end, self.units.unit_end(index)))
        return head

    def _reactions(self, region: Region, scope: Scope) -> list[Reaction]:
        clean = region.clean
        known = list(names_in(clean, self.registry))
        unknown = list(unknown_names(clean, self.lexicon, self.registry))
        if not known and not unknown:
            return []
        tokens = tokenize(clean, known, unknown, self.lexicon)
        marked = mark_attributions(clean, tokens, scope, self.lexicon, self.registry)
        if not marked:
            if scope is not Scope.LINE and _looks_attributed(tokens):
                self._unattributed(region, tokens)
            return []
        clauses = parse_attribution(marked)
        if clauses is None:
            self._unattributed(region, tokens)
            return []
        for clause in clauses:
            for party in clause.parties:
                self._check_known(region, party.name)
        noun = self.lexicon.forms["noun"]

        def is_noun(token: Token) -> bool:
            return noun.fullmatch(clean, token.start, token.end) is not None

        return ClauseReader(clean, bracket=scope is not Scope.LINE, noun=is_noun).read(clauses)

    def _check_known(self, region: Region, name: Token) -> None:
        if name.value in self.registry.titles or name.value in self.unknown or name.value in self.registry.codes:
            return
        self.unknown.add(name.value)
        if _PLACEHOLDER.fullmatch(name.value):
            self._report(region, name, f"“{name.value}” keeps the place of a delegation", "write which one it is")
            return
        near = self.registry.suggest(name.value)
        if name.value.isupper() and len(name.value) > 2 and not (len(name.value) > 4 and _is_capitals(near)):
            return  # an organ that goes by its acronym; a long code that is nearly a known one is a slip
        hint = f"did you mean {' or '.join(near)}?" if near else "kept as printed"
        self._report(region, name, f"no delegation, group or role is called “{name.value}”", hint)

    def _report(self, region: Region, name: Token, message: str, hint: str) -> None:
        span = region.span(name.start, name.end)
        self.diagnostics.append(Diagnostic("unknown-delegation", Severity.WARNING, span, message, hint))

    def _unattributed(self, region: Region, tokens: Sequence[Token]) -> None:
        span = region.span(tokens[0].start, tokens[-1].end)
        message = "names a delegation, but not in a way that tells what it wants"
        hint = "write it as [“words” – Delegation: delete] or [Delegation: words]"
        self.diagnostics.append(Diagnostic("unattributed", Severity.WARNING, span, message, hint))


def _is_capitals(near: Sequence[str]) -> bool:
    """Whether the nearest of known names is a code."""
    return bool(near) and near[0].isupper()


def _looks_attributed(tokens: Sequence[Token]) -> bool:
    """Whether a name stands beside a dash, a colon or a verb of stance, though no attribution was made of it."""
    for before, after in pairwise(tokens):
        if before.kind == "NAME" and after.kind == "VERB":
            return True
        if before.kind == "DASH" and after.kind == "NAME":
            return True
    return False
