"""The open levels of sub-items: `(a)` under a paragraph, `(i)` under `(a)`."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\w+")
_ROMAN = re.compile(r"[ivx]+\Z")
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()


class Items:
    """Labels of the items around the present place, outermost first.

    A label closes the level of its own style and those inside it: after `(a)`, `(i)`, `(ii)` comes `(b)`.
    """

    def __init__(self) -> None:
        """Begin outside any item."""
        self._levels: list[tuple[str, str, str]] = []

    def __bool__(self) -> bool:
        return bool(self._levels)

    def clear(self) -> None:
        """Leave all items."""
        self._levels.clear()

    def enter(self, label: str) -> None:
        """Go to the item `label`, such as `(b)`, `(ii)` or `(a) bis`."""
        match = _TOKEN.search(label)
        token = match.group() if match else label
        style = self._style(token)
        for depth, (known, _, _) in enumerate(self._levels):
            if known == style:
                del self._levels[depth:]
                break
        self._levels.append((style, token, label))

    def continues(self, label: str) -> bool:
        """Whether `label` is the one that comes after an open item: `(c)` after `(b)`."""
        match = _TOKEN.search(label)
        if match is None:
            return False
        token, style = match.group(), self._style(match.group())
        return any(known == style and _follows(before, token) for known, before, _ in self._levels)

    def _style(self, token: str) -> str:
        if token.isdecimal():
            return "digit"
        if not token.isascii():
            return "han"
        if token.isupper():
            return "capital"
        # (i) is a letter after (h) and beside (i), a Roman number anywhere else.
        letter = any(
            style == "letter" and known[:1] in (chr(ord(token[0]) - 1), token) for style, known, _ in self._levels
        )
        return "roman" if _ROMAN.match(token) and not letter else "letter"

    @property
    def depth(self) -> int:
        """How many levels are open."""
        return len(self._levels)

    @property
    def suffix(self) -> str:
        """The labels as they stand at the end of an address: `(a)(ii)`."""
        return "".join(label for _, _, label in self._levels)


def _follows(before: str, token: str) -> bool:
    if before in _NUMERALS and token in _NUMERALS:
        return _NUMERALS.index(token) == _NUMERALS.index(before) + 1
    if before.isdecimal() and token.isdecimal():
        return int(token) == int(before) + 1
    return len(before) == len(token) == 1 and ord(token) == ord(before) + 1
