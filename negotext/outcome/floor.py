"""What a statement from the floor does to a choice: new stands, and new alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotext.model import Alternative, Choice, Side, Stance, Stand

if TYPE_CHECKING:  # the grammars, which whoever writes a document does not need
    from negotext.positions import Spoken

_ABOUT_WORDING = frozenset({Stance.SUPPORT, Stance.OPPOSE, Stance.RESERVE, Stance.RETAIN})
_NUMBER = re.compile(r"(?:\D{0,20}\s)?(\d{1,2})\Z")


class UnclearStatement(ValueError):
    """A statement that does not tell what it is about; `hint` says how to put it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Addition:
    """What a statement adds to a choice.

    Attributes:
        stands: in the order they were spoken.
        alternatives: wordings nobody had offered before, with the numbers that follow the known ones.
    """

    stands: tuple[Stand, ...]
    alternatives: tuple[Alternative, ...]


def addition(choice: Choice, spoken: Iterable[Spoken]) -> Addition:
    """What the delegations' words add to a choice.

    Words that are already an alternative are support for it; others become a new one. Support and opposition without
    an object are about what was said just before, or about the only wording there is; an object is the number of an
    alternative, its words, or the delegation that is for it.

    Raises:
        UnclearStatement: nobody spoke, somebody takes something back, or support or opposition is about none of the
            wordings or could be about several.
    """
    stands: list[Stand] = []
    added: list[Alternative] = []
    proposed: int | None = None
    for words in spoken:
        if words.withdraws:
            raise UnclearStatement(
                f"{words.delegation} withdraws: that is no wish to leave the words out",
                f"record it by itself: negotext withdraw SESSION {choice.address} {words.delegation}; "
                f"to leave the words out say {words.delegation}: delete",
            )
        side = _side(words.stance)
        alternative = _alternative(choice, added, stands, words, proposed)
        stands.append(Stand(words.delegation, words.on_behalf_of, side, alternative, -1, str(words.stance)))
        if side is Side.FOR:
            proposed = alternative
    if not stands:
        raise UnclearStatement(
            "no delegation speaks in this statement", "put the name first: RU, IR: delete; US supports 2"
        )
    return Addition(tuple(stands), tuple(added))


def _side(stance: Stance) -> Side:
    match stance:
        case Stance.OPPOSE:
            return Side.AGAINST
        case Stance.RESERVE:
            return Side.RESERVES
        case Stance.COMMENT | Stance.MOVE | Stance.BRACKET:
            return Side.REMARKS
        case _:
            return Side.FOR


def _alternative(
    choice: Choice, added: list[Alternative], stands: Sequence[Stand], words: Spoken, proposed: int | None
) -> int:
    known = [*choice.alternatives, *added]
    if words.stance in (Stance.INSERT, Stance.REPLACE) and words.text:
        return _offered(known, added, words.text)
    if words.stance is Stance.DELETE:
        return 0
    if words.target:
        found = _object(known, [*choice.stands, *stands], words, words.target)
        if found is None and words.stance is Stance.SUPPORT and words.target.isdecimal():
            # "Chile: 2032" on [2030][2035] is a wording, not the number of one.
            return _offered(known, added, words.target)
        if found is not None:
            return found
        if not words.pointing and words.stance in _ABOUT_WORDING:
            raise UnclearStatement(
                f"“{words.target}” is no wording of {choice.address}; nothing was taken down",
                f"name a wording by its number, as in “{words.delegation}: 1”, or offer one: "
                f"{words.delegation}: “new words”",
            )
    if proposed is not None:
        return proposed
    if words.stance is Stance.RETAIN:
        return choice.base or 1
    if len(known) == 2 or words.stance in (Stance.COMMENT, Stance.MOVE, Stance.BRACKET):
        return min(1, len(known) - 1)
    raise UnclearStatement(
        f"{words.delegation} could mean any of the {len(known) - 1} wordings of {choice.address}",
        f"say which by its number: {words.delegation} {words.stance}s 2",
    )


def _object(known: Sequence[Alternative], stands: Sequence[Stand], words: Spoken, target: str) -> int | None:
    """The alternative that somebody speaks about: by its number, its words, or who is for it."""
    number = None if words.quoted else _NUMBER.match(target)
    if number and int(number[1]) < len(known):
        return int(number[1])
    same = next((a.number for a in known if _same(a.text, target)), None)
    if same is not None or words.peer is None:
        return same
    backed = {each.alternative for each in stands if each.delegation == words.peer and each.side is Side.FOR}
    return backed.pop() if len(backed) == 1 else None


def _offered(known: list[Alternative], added: list[Alternative], text: str) -> int:
    same = next((alternative.number for alternative in known if _same(alternative.text, text)), None)
    if same is not None:
        return same
    added.append(Alternative(len(known), text))
    return len(known)


def _same(left: str, right: str) -> bool:
    return bool(left) and _folded(left) == _folded(right)


def _folded(text: str) -> str:
    return "".join(text.split()).strip('“”"«»「」.,;，。；،؛').lower()
