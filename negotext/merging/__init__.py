"""Help with merging: what wordings have in common, where they differ, and where they really collide.

A wording becomes units (`words`), two of them are aligned (`aligning`, `tidying`, `moves`) and compared (`comparing`);
any number over one base are brought together (`changes`, `spacing`, `drawing`, `merge`).
"""

from .comparing import Alignment, align_words, compare
from .merge import three_way
from .values import Collision, Competitor, Edit, EditKind, Merge, Segment, SegmentKind
from .words import Word, is_han, is_wording, tokens, words

__all__ = [
    "Alignment",
    "Collision",
    "Competitor",
    "Edit",
    "EditKind",
    "Merge",
    "Segment",
    "SegmentKind",
    "Word",
    "align_words",
    "compare",
    "is_han",
    "is_wording",
    "three_way",
    "tokens",
    "words",
]
