"""The standard streams: UTF-8 whatever the locale, and no noise when the reader has gone."""

from __future__ import annotations

import io
import os
import sys


def prepare_streams() -> None:
    """Make stdout and stderr write UTF-8.

    What a terminal cannot show is replaced, line ends stay as they are in the draft, and a stream that the
    caller has closed swallows what is written to it.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def abandon_output() -> None:
    """Throw away what stdout still holds, so that Python does not complain about it while it ends."""
    try:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)
    except (OSError, ValueError):  # no file behind it: nothing will be flushed
        return
