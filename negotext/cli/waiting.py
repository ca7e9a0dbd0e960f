"""A sign of life on stderr while something long is done, when somebody is looking."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext

from .terminal import screen

# So many characters are compared in about a second.
_LONG = 100_000


def waiting(what: str, *sizes: int) -> AbstractContextManager[object]:
    """Say what is being done while the block runs, where that is long.

    Args:
        what: as in `comparing two drafts`.
        sizes: of the texts it is done with, in characters.
    """
    if sum(sizes) < _LONG or not sys.stderr.isatty():
        return nullcontext()
    return screen(stderr=True).status(what)
