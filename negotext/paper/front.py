"""What the head of a draft says of the document: symbol, date, original language, title, agenda item, distribution.

The lines stay in the text, as printed. What is recognised here is for running heads and for the properties of a file,
and what somebody gives for a document takes its place in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from functools import cache

from negotext.languages.data import load_toml
from negotext.languages.dates import printed_date
from negotext.model import Draft

from .head import Heads
from .outline import outline
from .values import Block, Front, Kind, Paper, Paragraph, Run

_SYMBOL = re.compile(r"[A-Z]{1,8}(?:/[A-Z\d.()]+)+(?:[/ ]?\(?(?:Rev|Add|Corr)\.?\s?\d*\)?)?")
_COLUMNS = re.compile(r"[ \t\u3000]{2,}|\t|\r?\n")
# The head of a document is no longer (characters).
_SIZE = 4000
# The year that stands for no date.
_NEVER = "1980"
_HEAD = frozenset({Kind.HEAD, Kind.TITLE, Kind.PARAGRAPH, Kind.HEADING})


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


def headed(paper: Paper, draft: Draft, given: Front) -> Paper:
    """A document with its whole head, nothing of it twice.

    What is given takes the place of what the draft says of itself where it says it, and stands above the text where
    it does not. A document to which somebody gives a new head has a date: that of the draft, or that of the document.

    Args:
        paper: the document.
        draft: whose text it is.
        given: what somebody wants at its head.
    """
    found = asdict(front_of(draft))
    wanted = asdict(given)
    if any(wanted.values()) and not wanted["date"] and not found["date"] and paper.created[:4] > _NEVER:
        wanted["date"] = printed_date(date.fromisoformat(paper.created[:10]), draft.language)
    body = list(paper.body)
    printed = {name for name, words in found.items() if words and wanted[name] in ("", words)}
    for name, words in wanted.items():
        if words and found[name] and name not in printed and _replaced(body, found[name], words):
            printed.add(name)
    return replace(paper, front=over(Front(**wanted), Front(**found)), body=tuple(body), printed=frozenset(printed))


def _replaced(body: list[Block], old: str, new: str) -> bool:
    """Put words in the place of others in the head of a text, where they end a column and nobody changed them."""
    # A value that comes with its own label, `Original: French`, takes the place of the label, too.
    lead = r"[^\t]*" if ":" in new or "：" in new else ""
    pattern = re.compile(rf"{lead}{re.escape(old)}(?=\s*(?:\t|\Z))")
    for index, block in enumerate(body):
        if not isinstance(block, Paragraph) or block.address or block.kind not in _HEAD:
            return False
        for place, inline in enumerate(block.content):
            if isinstance(inline, Run) and inline.revision is None and pattern.search(inline.text):
                run = replace(inline, text=pattern.sub(lambda _: new, inline.text, count=1))
                body[index] = replace(block, content=(*block.content[:place], run, *block.content[place + 1 :]))
                return True
    return False


def _columns(draft: Draft) -> Iterator[str]:
    """The lines of the head, each column of them by itself."""
    for words in _COLUMNS.split(draft.source.text[: min(Heads(draft).end, _SIZE)]):
        if words.strip():
            yield " ".join(words.split())


def _title(draft: Draft) -> str:
    """The first centred heading without a number."""
    end = Heads(draft).end
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
