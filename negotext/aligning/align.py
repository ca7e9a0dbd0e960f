"""Laying two language versions of a draft side by side."""

from __future__ import annotations

from collections.abc import Sequence

from negotext.model import Choice, Draft

from .choosing import pair_choices
from .counterparts import counterparts
from .faults import faults_of_pair, missing_passage
from .joining import join
from .pairing import pair_passages
from .passages import Features, features_of
from .values import Alignment, ChoicePair, Fault, Pair, Passage

_Indexes = tuple[int | None, int | None]


def align(first: Draft, second: Draft, choices: tuple[Sequence[Choice], Sequence[Choice]] = ((), ())) -> Alignment:
    """Pair the passages and choices of two versions, and find what one of them alone has.

    Args:
        first: a version of the draft.
        second: another one, in any language.
        choices: of the first and of the second; without them no choices are paired.
    """
    drafts = first, second
    read = features_of(first), features_of(second)
    one_side, other_side, joint = join(*read, pair_passages(*read))
    features = one_side, other_side
    order = _merged(joint, (len(features[0]), len(features[1])))
    pairs, faults = [], []
    for number, (one, other) in enumerate(order):
        pairs.append(Pair((_passage(features[0], one), _passage(features[1], other))))
        if one is not None and other is not None:
            both = features[0][one], features[1][other]
            faults += faults_of_pair(drafts, both, counterparts(*both), number)
        else:
            faults.append(_missing(features, order, number))
    places = _places(first, pairs, 0, choices[0]), _places(second, pairs, 1, choices[1])
    together = pair_choices(drafts, choices, places)
    return Alignment(tuple(pairs), _choice_pairs(choices, together), tuple(faults))


def _passage(features: Sequence[Features], index: int | None) -> Passage | None:
    return None if index is None else features[index].passage


def _merged(together: Sequence[tuple[int, int]], counts: tuple[int, int]) -> list[_Indexes]:
    """All passages: paired ones, and those of one version alone behind what stands before them there."""
    partners = {other: one for one, other in together}
    behind: dict[int, list[int]] = {}
    latest = -1
    for other in range(counts[1]):
        if other in partners:
            latest = partners[other]
        else:
            behind.setdefault(latest, []).append(other)
    forward = dict(together)
    order: list[_Indexes] = [(None, other) for other in behind.get(-1, [])]
    for one in range(counts[0]):
        order.append((one, forward.get(one)))
        order += [(None, other) for other in behind.get(one, [])]
    return order


def _missing(features: tuple[list[Features], list[Features]], order: Sequence[_Indexes], number: int) -> Fault:
    """The fault of a passage that one version alone has."""
    side = 0 if order[number][0] is not None else 1
    index = order[number][side]
    assert index is not None
    # It should stand behind the partner of the passage before it that has one.
    before = next((pair[1 - side] for pair in reversed(order[:number]) if None not in pair), None)
    after = 0 if before is None else features[1 - side][before].passage.span.end
    return missing_passage(side, features[side], index, after, number)


def _places(draft: Draft, pairs: Sequence[Pair], side: int, choices: Sequence[Choice]) -> dict[str, int]:
    """For the address of each choice the number of the pair of passages that it begins in."""
    blocks: dict[int, int] = {}
    for number, pair in enumerate(pairs):
        passage = pair.passages[side]
        for part in passage.parts if passage else ():
            blocks |= dict.fromkeys(range(draft.block_index(part.start), draft.block_index(part.end - 1) + 1), number)
    places = {}
    for choice in choices:
        start = draft.block_index(choice.span.start)
        # A label may be a block without words: what it belongs to stands behind it.
        found = [blocks[block] for block in (start, start + 1) if block in blocks]
        if found:
            places[choice.address] = found[0]
    return places


def _choice_pairs(
    choices: tuple[Sequence[Choice], Sequence[Choice]], together: Sequence[tuple[int, int]]
) -> tuple[ChoicePair, ...]:
    forward = dict(together)
    taken = set(forward.values())
    pairs = [
        ChoicePair((choice, choices[1][forward[index]] if index in forward else None))
        for index, choice in enumerate(choices[0])
    ]
    pairs += [ChoicePair((None, choice)) for index, choice in enumerate(choices[1]) if index not in taken]
    return tuple(pairs)
