"""The command line. Nothing here is imported that a command has not asked for."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what was typed after `negotext`; that of this process when None.

    Returns:
        The exit code: 0 fine, 1 findings, 2 cannot be done, 130 interrupted.
    """
    if arguments is None:
        # To import and to read makes many values and next to no cycles: looking for some at every 700 takes 8 ms.
        gc.set_threshold(50_000)
    try:
        from .program import run

        return run(arguments)
    except KeyboardInterrupt:
        # Before click has taken over: Ctrl-C while it is being imported.
        sys.stderr.write("negotext: interrupted\n")
        return 130
    finally:
        if arguments is None:
            # The process ends: Python need not look for cycles in all that it holds, 20 to 30 ms in a document.
            gc.freeze()
