"""The anchors of an HTML file: each name once, as people say and type the address."""

from __future__ import annotations

import re
from html import escape

from .plain import writable


class Anchors:
    """Gives out `id` attributes, with the space before them; nothing where the name is empty or taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def fixed(self, name: str) -> str:
        """The attribute for this name: the first that has it keeps it, as of the blocks of one paragraph."""
        # An id may hold anything but white space.
        name = re.sub(r"\s+", "_", writable(name).strip())
        if not name or name in self._taken:
            return ""
        self._taken.add(name)
        return f' id="{escape(name)}"'
