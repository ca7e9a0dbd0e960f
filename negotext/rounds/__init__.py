"""Comparing two rounds of one text.

Two drafts become passages (`passages`, `sides`), which are matched (`pairing`, `grouping`, `order`, `matching`); the
choices that stand in them are matched or found closed and opened (`fields`, `choosing`, `settling`), positions likewise
(`stances`); and what is gone without a reason is listed (`silence`, with `reasons` and `asked`). `edited` tells the
words that differ beside all that, and `through` joins two comparisons, one after the other.
"""

from .choosing import match_choices
from .comparing import compare_rounds
from .edited import Edited, edited
from .matching import match_blocks
from .passages import Passage
from .through import through
from .values import (
    BlockMatch,
    ChoiceMatch,
    Closed,
    Comparison,
    Happening,
    Opened,
    PositionChange,
    Renumbering,
    Shift,
    SilentDeletion,
)

__all__ = [
    "BlockMatch",
    "ChoiceMatch",
    "Closed",
    "Comparison",
    "Edited",
    "Happening",
    "Opened",
    "Passage",
    "PositionChange",
    "Renumbering",
    "Shift",
    "SilentDeletion",
    "compare_rounds",
    "edited",
    "match_blocks",
    "match_choices",
    "through",
]
