"""The values everything else speaks in. Frozen, no I/O, importing nothing above."""

from .block import Block, BlockKind
from .bracket import Bracket, BracketKind, BracketTree, Piece, unparse
from .choice import NOWHERE, Alternative, Choice, ChoiceKind, Side, Stand
from .decision import Act, Decision, State
from .diagnostic import Diagnostic, Severity
from .draft import Anchor, Draft
from .offices import OFFICES
from .position import Position, Stance
from .source import Source
from .span import Span
from .tongues import Foreign, Tongues

__all__ = [
    "NOWHERE",
    "OFFICES",
    "Act",
    "Alternative",
    "Anchor",
    "Block",
    "BlockKind",
    "Bracket",
    "BracketKind",
    "BracketTree",
    "Choice",
    "ChoiceKind",
    "Decision",
    "Diagnostic",
    "Draft",
    "Foreign",
    "Piece",
    "Position",
    "Severity",
    "Side",
    "Source",
    "Span",
    "Stance",
    "Stand",
    "State",
    "Tongues",
    "unparse",
]
