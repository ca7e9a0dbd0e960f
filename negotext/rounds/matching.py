"""Matching the passages of two drafts."""

from __future__ import annotations

from collections.abc import Sequence

from negotext.model import Draft

from .grouping import groups
from .likeness import together
from .order import moved
from .pairing import Pairing
from .passages import Passage
from .sides import Side
from .values import BlockMatch, Happening
from .wording import Correspondence, Wording


def match_blocks(old: Draft, new: Draft) -> tuple[BlockMatch, ...]:
    """Match the headings, paragraphs, items, statements and footnotes of two rounds of one text.

    Words are compared without line wraps, white space and page furniture, so these never count as a change;
    forms of one character (`［` and `[`) do not either. Passages with the same words belong together wherever
    they stand; then those whose words are alike; then those with the same number, between the same
    neighbours, or by the same speaker. Candidates come from an index, so time grows with the length of the
    drafts.

    Returns:
        Each passage of both drafts in exactly one match, in the order of the new draft; what is gone follows
        what it followed in the old one.
    """
    return match_sides(Side.of(old), Side.of(new))


def match_sides(old: Side, new: Side) -> tuple[BlockMatch, ...]:
    """The same for drafts whose passages are already known; see `match_blocks`."""
    first, second = old.features(), new.features()
    pairing = Pairing(first, second, (old.statements, new.statements))
    pairing.run()
    partners = sorted(pairing.partner.items())
    elsewhere = moved([(old.passages[a], new.passages[b]) for a, b in partners])
    matches = [
        _match(
            [old.passages[index] for index in sorted(group.old)],
            [new.passages[index] for index in sorted(group.new)],
            group.confidence,
            has_moved=any(index in elsewhere for index in group.old[:1]),
        )
        for group in groups(pairing, first, second)
    ]
    return _ordered(matches)


def _match(old: list[Passage], new: list[Passage], alike: float, *, has_moved: bool) -> BlockMatch:
    """What happened to passages that belong together; `alike` is how sure the pair is that they grew from."""
    correspondence = Correspondence(Wording(old), Wording(new))
    if not old or not new:
        happening = Happening.GONE if old else Happening.NEW
        return BlockMatch(tuple(old), tuple(new), 1.0, (happening,), (), correspondence)
    same = correspondence.old.words == correspondence.new.words
    several = len(old) + len(new) > 2
    happened = {
        Happening.REWORDED: not same,
        Happening.MOVED: has_moved,
        Happening.SPLIT: len(new) > 1,
        Happening.MERGED: len(old) > 1,
        Happening.RENUMBERED: _label(old[0]) != _label(new[0]),
    }
    found = tuple(happening for happening, so in happened.items() if so) or (Happening.SAME,)
    if same:
        return BlockMatch(tuple(old), tuple(new), 1.0, found, (), correspondence)
    confidence = max(alike, together(old, new)) if several else alike
    return BlockMatch(tuple(old), tuple(new), confidence, found, correspondence.edits(), correspondence)


def _label(passage: Passage) -> str:
    return "".join(passage.label.split()).casefold()


def _ordered(matches: Sequence[BlockMatch]) -> tuple[BlockMatch, ...]:
    """In the order of the new draft; what is gone after what it followed."""
    places = {passage.index: match.new[0].index for match in matches if match.new for passage in match.old}
    reached: dict[int, int] = {}
    last = -1
    for index in range(max((passage.index for match in matches for passage in match.old), default=-1) + 1):
        last = places.get(index, last)
        reached[index] = last

    def place(match: BlockMatch) -> tuple[int, int]:
        return (match.new[0].index, -1) if match.new else (reached[match.old[0].index], match.old[0].index)

    return tuple(sorted(matches, key=place))
