"""What the bracket layer could cost at the least: one pass of a regular expression, and a stack by hand."""

import re

_BRACKET = re.compile(r"[\[\]［］]")


def one_pass(text: str) -> int:
    """Find every bracket and do nothing with it."""
    count = 0
    for _ in _BRACKET.finditer(text):
        count += 1
    return count


def stack(text: str) -> list[tuple[int, int, int]]:
    """Pair the brackets by hand: opening, closing, and the depth they stand at."""
    pairs: list[tuple[int, int, int]] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() in "[［":
            opened.append(match.start())
        elif opened:
            pairs.append((opened.pop(), match.start(), len(opened)))
        else:
            pairs.append((-1, match.start(), 0))
    pairs += [(offset, -1, 0) for offset in opened]
    return pairs
