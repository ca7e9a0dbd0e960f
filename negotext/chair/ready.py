"""What the chair is likely to open is made while no key is pressed, so that the key that opens it need not wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from time import monotonic

QUIET_SECONDS = 0.3
"""For so long no key has been pressed when something is made."""

LOOK_SECONDS = 0.1
"""How often it is looked whether there is time for it."""


class Readying:
    """Takes one step after the other, each while it is quiet.

    Attributes:
        pressed: when a key was pressed last, in seconds of `time.monotonic`.
    """

    def __init__(
        self, steps: Iterable[Callable[[], object]], first: Callable[[], Iterable[Callable[[], object]]] = tuple
    ) -> None:
        """Take these steps; each is short, and none is needed.

        Args:
            steps: what is done once.
            first: asked again and again what there is to do before them.
        """
        self._steps = deque(steps)
        self._first = first
        self.pressed = monotonic()

    @property
    def done(self) -> bool:
        """Whether there is nothing left to do."""
        return not self._steps

    def go_on(self) -> None:
        """Take the next step, unless somebody is at work."""
        if monotonic() - self.pressed < QUIET_SECONDS:
            return
        self._steps.extendleft(reversed(tuple(self._first())))
        if self._steps:
            self._steps.popleft()()
