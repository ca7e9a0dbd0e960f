"""Finding the paragraph a person means by `5`, `para 10 (1)` or `c10(1)`."""

from __future__ import annotations

import difflib
import re
import unicodedata

from negotext.model import Block, BlockKind, Draft

# What people put in front of a number when they say it: "paragraph 5", "¶ 5", "第5段".
_SAID = re.compile(r"^(?:paragraphs?|paras?\.?|¶|§|第)")
_ARTICLE = re.compile(r"^[^\W\d_]{3,}\s")
_NUMBER = re.compile(r"\d+")
_PRINTED = frozenset({BlockKind.FURNITURE, BlockKind.FOOTNOTE})


def addresses(draft: Draft) -> list[str]:
    """The addresses of a draft's paragraphs, in its order, each once."""
    seen = dict.fromkeys(block.paragraph for block in draft.blocks if block.kind not in _PRINTED)
    # A position may concern a paragraph that this draft does not contain.
    seen |= dict.fromkeys(position.paragraph for position in draft.positions)
    return [address for address in seen if address]


def _key(address: str) -> str:
    """What is left of an address without letter case, spaces, full-width forms and the word for paragraph."""
    folded = "".join(unicodedata.normalize("NFKC", address).casefold().split())
    return _SAID.sub("", folded).rstrip(".:").removesuffix("段")


def find_address(draft: Draft, typed: str) -> str | None:
    """The address in `draft` that `typed` means, None where there is none.

    Spelled as printed or nearly: letter case, spaces and "paragraph" in front do not matter, and the word in
    front of an article's number may be left out (`QQ.A.2` for `Article QQ.A.2`).
    """
    known = addresses(draft)
    if typed in known:
        return typed
    keys = {_key(address): address for address in reversed(known)}
    short = {_key(_ARTICLE.sub("", address)): address for address in reversed(known)}
    wanted = _key(typed)
    return (keys.get(wanted) or short.get(wanted)) if wanted else None


def is_within(paragraph: str, address: str) -> bool:
    """Whether `paragraph` is `address` or a part of it: `8(b)` is within `8`, `8 bis` is not."""
    return paragraph == address or paragraph.startswith((f"{address}(", f"{address}."))


def blocks_at(draft: Draft, address: str) -> list[Block]:
    """The blocks of the paragraph at `address`, with its items and the statements under it, in order.

    Page headers, page numbers and footnotes that fall into it are left out.
    """
    return [block for block in draft.blocks if block.kind not in _PRINTED and is_within(block.paragraph, address)]


def nearest_addresses(draft: Draft, typed: str, count: int = 4) -> list[str]:
    """Up to `count` addresses of `draft` that look most like one it does not have, the nearest first."""
    wanted = _key(typed)
    known = addresses(draft)
    number = _NUMBER.search(wanted)

    def distance(address: str) -> tuple[float, float]:
        key = _key(address)
        likeness = difflib.SequenceMatcher(None, wanted, key).ratio()
        other = _NUMBER.search(key)
        if number is None or other is None:
            return (float("inf"), -likeness)
        return (abs(int(number.group()) - int(other.group())), -likeness)

    return sorted(known, key=distance)[:count]
