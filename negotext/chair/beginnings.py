"""What merges begin with, remembered: comparing the alternatives of a long paragraph takes longer than showing them."""

from __future__ import annotations

from typing import NamedTuple

from negotext.store import Standing, Unfinished

from .combining import Combining, combine

# So many places are remembered: that which is looked at, and where the chair was before.
_MOST = 6


class _Begun(NamedTuple):
    """What a merge begins with, and all that it depends on."""

    standing: Standing
    text: str | None
    sources: tuple[int, ...]
    language: str
    work: Combining


class Beginnings:
    """What the latest merges began with, by place; it is never that of another state of the place."""

    def __init__(self) -> None:
        self._known: dict[str, _Begun] = {}

    def of(self, standing: Standing, kept: Unfinished | None, language: str) -> Combining:
        """Bring the alternatives of a choice together, or find the words again that were made of them.

        Args:
            standing: the choice as it stands.
            kept: the words that were begun; None where there are none.
            language: code of their language.
        """
        text, sources = (kept.text, kept.sources) if kept is not None else (None, ())
        known = self._known.pop(standing.address, None)
        if known is None or known[:-1] != (standing, text, sources, language):
            work = combine(standing, sources, language)
            work = work if text is None else work.found_again(text, language)
            known = _Begun(standing, text, sources, language, work)
        self._known[standing.address] = known
        while len(self._known) > _MOST:
            del self._known[next(iter(self._known))]
        return known.work
