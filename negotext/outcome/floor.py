"""What a statement from the floor does to a choice: new stands, and new alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from negotext.model import Alternative, Choice, Side, Stance, Stand
from negotext.positions import Spoken

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
    an object are about what was said just before, or about the only wording there is.

    Raises:
        UnclearStatement: nobody spoke, or support or opposition could be about several wordings.
    """
    stands: list[Stand] = []
    added: list[Alternative] = []
    proposed: int | None = None
    for words in spoken:
        side = _side(words.stance)
        alternative = _alternative(choice, added, words, proposed)
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


def _alternative(choice: Choice, added: list[Alternative], words: Spoken, proposed: int | None) -> int:
    known = [*choice.alternatives, *added]
    if words.stance in (Stance.INSERT, Stance.REPLACE) and words.text:
        return _offered(known, added, words.text)
    if words.stance is Stance.DELETE:
        return 0
    if words.target:
        number = _NUMBER.match(words.target)
        if number and int(number[1]) < len(known):
            return int(number[1])
        same = next((a.number for a in known if _same(a.text, words.target)), None)
        if same is not None:
            return same
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
