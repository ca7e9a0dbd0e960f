"""The values everything else speaks in. Frozen, no I/O, importing nothing above."""

from .block import Block, BlockKind
from .bracket import Bracket, BracketKind, BracketTree, Piece, unparse
from .diagnostic import Diagnostic, Severity
from .draft import Draft
from .position import Position, Stance
from .source import Source
from .span import Span

__all__ = [
    "Block",
    "BlockKind",
    "Bracket",
    "BracketKind",
    "BracketTree",
    "Diagnostic",
    "Draft",
    "Piece",
    "Position",
    "Severity",
    "Source",
    "Span",
    "Stance",
    "unparse",
]
