"""Comparing two rounds in a process of its own, so that the chair's keys answer meanwhile and it can be stopped.

Run as `python -m negotext.chair.lists.apart SESSION OLD NEW`, it writes lines of JSON: `{"step": "..."}` as it goes
on, at last `{"compared": [...]}`, or `{"error": "..."}`. It ends when its standard input does: to close that is how it
is stopped, and it never outlives the terminal that began it.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from negotext.store import Session, StoreError, open_session

from .compared import Compared, compared


def command(path: Path, old: int, new: int) -> list[str]:
    """The command that compares two rounds of a session."""
    return [sys.executable, "-P", "-m", __name__, str(path), str(old), str(new)]


def environment() -> dict[str, str]:
    """The environment it runs in: this negotext is found, and nothing in the folder where the chair stands."""
    home = str(Path(__file__).resolve().parents[3])
    known = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (home, known)))}


def compare(session: Session, old: int, new: int, tell: Any = None) -> Compared:
    """Compare two rounds of a session.

    Args:
        session: an open session.
        old: number of the older round.
        new: number of the newer one.
        tell: called with what is being done.

    Raises:
        StoreError: a round cannot be read.
    """
    from negotext.query.carrying import for_matching, of_draft
    from negotext.query.kept import draft_of, registry_of
    from negotext.rounds import compare_rounds

    from .delegation import short_name

    say = tell or (lambda words: None)
    say(f"reading round {old}")
    before, choices = draft_of(session, old), [each.choice for each in session.choices(round=old)]
    decisions = {decision.address: decision for decision in session.decisions(old)}
    say(f"reading round {new}")
    after, chosen = draft_of(session, new), [each.choice for each in session.choices(round=new)]
    say("matching paragraphs and choices")
    matched = for_matching(choices, after.source.text)
    found = compare_rounds(before, after, matched, of_draft(chosen), decisions)
    registry = registry_of(session)
    return compared(old, new, found, lambda code: short_name(registry, code))


def _end_with_input() -> None:
    """Wait in a thread for the end of the standard input, and end the process with it."""

    def wait() -> None:
        # Not through `sys.stdin`, whose lock the interpreter wants when it ends.
        while os.read(0, 1 << 12):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def main(arguments: Sequence[str]) -> int:
    """Compare, and write what there is to tell to standard output; 2 when it cannot be done."""
    path, old, new = arguments
    _end_with_input()
    try:
        with open_session(path, read_only=True) as session:
            found = compare(session, int(old), int(new), lambda words: _write({"step": words}))
    except StoreError as error:
        _write({"error": error.message})
        return 2
    _write({"compared": found})
    return 0


def _write(what: Mapping[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
