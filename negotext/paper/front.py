"""What the head of a draft says of the document: symbol, date, original language, title, agenda item, distribution.

The lines stay in the text, as printed; what is recognised here is for running heads and for the properties of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache

from negotext.languages.data import load_toml
from negotext.model import BlockKind, Draft

from .outline import outline
from .values import Front, Kind

_SYMBOL = re.compile(r"[A-Z]{1,8}(?:/[A-Z\d.()]+)+(?:[/ ]?\(?(?:Rev|Add|Corr)\.?\s?\d*\)?)?")
_COLUMNS = re.compile(r"[ \t\u3000]{2,}|\r?\n")
# The head of a document is no longer (blocks, characters).
_BLOCKS, _SIZE = 14, 4000


def front_of(draft: Draft) -> Front:
    """What stands at the head of a draft, in front of its first numbered block. Each is empty where it is not there."""
    found: dict[str, str] = {}
    for words in _columns(draft):
        if "symbol" not in found and _SYMBOL.fullmatch(words):
            found["symbol"] = words
        for name, pattern in _patterns(draft.language):
            match = None if name in found else pattern.fullmatch(words)
            if match is not None:
                found[name] = next(group for group in match.groups() if group is not None).strip()
                break
    return Front(title=_title(draft), **found)


def over(given: Front, found: Front) -> Front:
    """What was given, and what was found for all that nobody gave."""
    return Front(**{name: value or asdict(found)[name] for name, value in asdict(given).items()})


def _head(draft: Draft) -> int:
    """Where the head ends: in front of the first block with a label."""
    for block in draft.blocks[:_BLOCKS]:
        if block.label or block.kind in (BlockKind.STATEMENT, BlockKind.CHAIR):
            return min(block.span.start, _SIZE)
    return min(draft.blocks[:_BLOCKS][-1].span.end, _SIZE)


def _columns(draft: Draft) -> Iterator[str]:
    """The lines of the head, each column of them by itself."""
    for words in _COLUMNS.split(draft.source.text[: _head(draft)]):
        if words.strip():
            yield " ".join(words.split())


def _title(draft: Draft) -> str:
    """The first centred heading without a number."""
    end = _head(draft)
    text = draft.source.text
    titles = (each.span for each in outline(draft) if each.kind is Kind.TITLE and each.span.start < end)
    return next((" ".join(span.of(text).split()) for span in titles), "")


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of a language, and after them those of English, which others use, too."""
    data = load_toml("front.toml")
    listed = {**data["en"], **data.get(language, {})}
    return tuple(
        (name, re.compile("|".join(dict.fromkeys([*patterns, *data["en"][name]])), re.IGNORECASE))
        for name, patterns in listed.items()
    )
