"""Tracked changes: the one place that knows how Word writes them.

Insertions and deletions stand beside each other and never inside each other: LibreOffice forgets who inserted what
another one deleted, and a run of a paper has one change at most.
"""

from __future__ import annotations

import re

from negotext.paper.values import Change, Revision
from negotext.word.ids import Ids
from negotext.word.markup import quoted

_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?")
_TAGS = {Change.INSERTED: "w:ins", Change.DELETED: "w:del"}
UNKNOWN = "unknown"
"""Author of a change that nobody put a name to: Word refuses a change without one."""


def dated(date: str) -> str:
    """The attribute of a date, or nothing where there is none that Word could read."""
    return f' w:date="{date}"' if _DATE.fullmatch(date) else ""


class Revisions:
    """Writes the tracked changes of one document."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._attributes: dict[Revision, str] = {}

    def around(self, revision: Revision, runs: str) -> str:
        """Runs as put in or taken out. The text of those taken out has to be in `w:delText`."""
        tag = _TAGS[revision.change]
        return f"<{tag}{self._who(revision)}>{runs}</{tag}>"

    def mark(self, revision: Revision) -> str:
        """What stands in the properties of a paragraph mark that was put in or taken out."""
        return f"<{_TAGS[revision.change]}{self._who(revision)}/>"

    def _who(self, revision: Revision) -> str:
        rest = self._attributes.get(revision)
        if rest is None:
            rest = f" w:author={quoted(revision.author or UNKNOWN)}{dated(revision.date)}"
            self._attributes[revision] = rest
        return f' w:id="{self._ids.take()}"{rest}'
