"""New words in front of the old ones: `proposes “A”, replacing “B”` is `proposes “A” instead of “B”`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from negotext.notation import Token

from .names import kind_at, names_end

# Between two quotations that belong together there are fewer characters than this.
_NEAR = 80
# What comes in the place of the second stands at most this many tokens behind it.
_REACH = 40
_HAN = re.compile("[\u3400-\u9fff]")


def new_before_old(tokens: Sequence[Token], clean: str, displacing: re.Pattern[str]) -> list[Token]:
    """The tokens with one `INSTEAD` between two quotations of which the first takes the place of the second.

    Args:
        tokens: as the lexer finds them.
        clean: the text of the region.
        displacing: what the language says between the two, from one mark to the other.
    """
    kept = list(tokens)
    quotes = [index for index, token in enumerate(kept) if token.kind == "QUOTE"]
    for new, old in zip(reversed(quotes[:-1]), reversed(quotes[1:]), strict=True):
        first = _behind_names(kept, new)
        start, end = kept[first - 1].end, kept[old].start
        if first >= old or end - start > _NEAR or not displacing.fullmatch(clean, start, end):
            continue
        if not _has_own_words(kept, new, clean) and not _takes_others(kept, old):
            first += kind_at(kept, first) == "COMMA"
            kept[first:old] = [Token("INSTEAD", kept[first].start, kept[old - 1].end)]
    return kept


def _behind_names(tokens: Sequence[Token], new: int) -> int:
    """Index behind the first quotation and behind whose it is: `“A” – Chile, replacing “B”`."""
    end = names_end(tokens, new + 2) if kind_at(tokens, new + 1) == "DASH" else new + 2
    return end if end > new + 2 else new + 1


def _has_own_words(tokens: Sequence[Token], new: int, clean: str) -> bool:
    """Whether the first quotation is what something is done with or where: `in “A”, …`, `将“A”…`, `用“A”…`."""
    if new == 0:
        return False
    before = tokens[new - 1]
    return before.kind in ("BY", "ABOUT") or (before.kind == "FILLER" and _HAN.match(clean, before.start) is not None)


def _takes_others(tokens: Sequence[Token], old: int) -> bool:
    """Whether other words come in the place of the second quotation: `replacing “B” with “C”`."""
    for index in range(old + 1, min(old + _REACH, len(tokens))):
        if tokens[index].kind in ("STOP", "SEMI", "NAME"):
            return False
        if tokens[index].kind == "BY":
            return index == old + 1 or kind_at(tokens, index + 1) == "QUOTE"
    return False
