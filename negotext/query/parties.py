"""From what a person types (`pk`, `Pakistan`, `G77`) to the code that positions carry."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from negotext.languages import Registry


def find_party(name: str, registries: Iterable[Registry]) -> str | None:
    """The code of a delegation, group or role, None where nobody is called that.

    Args:
        name: a code in any letter case, a name as drafts print it, or a title.
        registries: where to look, in this order: that of the draft's language, then that of the reader's.
    """
    wanted = " ".join(name.split())
    for registry in registries:
        code = registry.code(wanted) or registry.code(wanted.upper())
        if code is None and wanted.upper() in registry.titles:
            code = wanted.upper()
        if code is None:
            folded = wanted.casefold()
            code = next((key for key, title in registry.titles.items() if title.casefold() == folded), None)
        if code is None:
            code = next((registry.code(n) for n in registry.names.phrases() if n.casefold() == folded), None)
        if code is not None:
            return code
    return None


def nearest_parties(name: str, registries: Iterable[Registry], count: int = 3) -> list[str]:
    """Up to `count` names and codes that look most like one nobody has, the nearest first."""
    known: dict[str, str] = {}
    for registry in registries:
        for written in (*registry.codes, *registry.titles.values(), *registry.names.phrases()):
            known.setdefault(written.casefold(), written)
    close = difflib.get_close_matches(name.casefold(), list(known), n=count, cutoff=0.6)
    return [known[folded] for folded in close]
