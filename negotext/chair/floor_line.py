"""A line from the floor while it is typed: what it means so far, what may complete it, what was said before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from negotext.languages import Registry
from negotext.store import Standing

from .floor import Understood
from .floor_completing import Completer, Completion


class FloorLine:
    """What is being said about one choice.

    Attributes:
        standing: the choice.
        registry: what to call the delegations.
        typed: the line as it stands there.
        understood: what it means.
    """

    def __init__(
        self,
        standing: Standing,
        read: Callable[[str], Understood],
        completer: Completer,
        registry: Registry,
        *,
        said: Sequence[str] = (),
    ) -> None:
        """Begin with an empty line.

        Args:
            standing: the choice that is spoken about.
            read: reads a line.
            completer: knows names and words of stance.
            registry: what to call the delegations.
            said: what was said before, the latest last.
        """
        self.standing = standing
        self.registry = registry
        self._read = read
        self._completer = completer
        self._said = tuple(said)
        self._at = len(self._said)
        self._own = ""
        self._cycle: tuple[str, int, list[Completion]] | None = None
        self.type("")

    def type(self, words: str) -> None:
        """The line reads otherwise."""
        self.typed = words
        self.understood = self._read(words)

    @property
    def hints(self) -> Sequence[str]:
        """Words that help where nothing completes the line."""
        return self._completer.hints

    def completions(self, cursor: int) -> list[Completion]:
        """What may be meant by the end of the line before `cursor`, a character offset from 0; the likeliest first."""
        return self._completer.completions(self.typed[:cursor])

    def completed(self, words: str) -> str | None:
        """A line with its end completed, where the likeliest completion goes on as it was typed."""
        found = self._completer.completions(words)
        if found and found[0].words.startswith(words[found[0].start :]):
            return words[: found[0].start] + found[0].words
        return None

    def complete(self, cursor: int, by: int) -> Completion | None:
        """What is to stand between its `start` and the cursor.

        Args:
            cursor: a character offset from 0.
            by: 1 for the likeliest, or for the next one where the line is as the last answer left it; -1 for the last
                one, or the one before.
        """
        if self._cycle is not None and self._cycle[0] == self.typed:
            _, at, found = self._cycle
            at = (at + by) % len(found)
        else:
            found = self.completions(cursor)
            at = 0 if by > 0 else len(found) - 1
        if not found:
            return None
        self._cycle = self.typed[: found[at].start] + found[at].words + self.typed[cursor:], at, found
        return found[at]

    def recall(self, by: int) -> str:
        """The line that was said before (-1) or after (1); behind the last one what was being typed."""
        if self._at == len(self._said):
            self._own = self.typed
        self._at = max(0, min(self._at + by, len(self._said)))
        return self._said[self._at] if self._at < len(self._said) else self._own
