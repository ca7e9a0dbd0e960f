"""Writing the chair's words in an editor, with the wordings brought together as far as they go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from negotext.merging import Merge, Segment, SegmentKind
from negotext.model import Alternative, Side
from negotext.query.bringing_together import brought_together, defenders, wordings

from .errors import Unusable

if TYPE_CHECKING:
    from negotext.store import Standing

_HAN = "[\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]"
_WRAP = re.compile(rf"(?<={_HAN})[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?={_HAN})")


def edited(standing: Standing, sources: Sequence[int], language: str) -> tuple[str, tuple[int, ...]]:
    """The words a person made of the alternatives in an editor, and the alternatives they were made from.

    Raises:
        Unusable: the editor cannot be started, or nothing was written.
    """
    chosen = wordings(standing, sources)
    merged, base = brought_together(standing, chosen, language)
    try:
        written = click.edit(sheet(standing, chosen, merged, base), extension=".txt", require_save=False)
    except click.ClickException as error:
        raise Unusable(
            error.format_message().rstrip("."), "name your editor in EDITOR, or give the words with --text"
        ) from None
    words = _words(written or "")
    if not words:
        raise Unusable("nothing was written, and nothing was changed", "to leave the place out, accept 0")
    return words, tuple(each.number for each in chosen)


def sheet(standing: Standing, chosen: Sequence[Alternative], merged: Merge, base: Alternative | None) -> str:
    """What the editor opens with: the words as far as they go together, and below them the help as comments.

    Where somebody defends the draft's own words, edits of them are a collision, too, and not made.
    """
    disputed = base is not None and bool(defenders(standing, chosen))
    text = base.text if base is not None and disputed else merged.text
    lines = [text, "", *(f"# {line}".rstrip() for line in _help(standing, chosen, merged, base, disputed=disputed))]
    return "\n".join(lines) + "\n"


def _help(
    standing: Standing,
    chosen: Sequence[Alternative],
    merged: Merge,
    base: Alternative | None,
    *,
    disputed: bool,
) -> Iterator[str]:
    yield f"The chair's words for {standing.address}, above. Lines that begin with # are left out."
    yield "An empty text cancels."
    yield ""
    for each in chosen:
        mine = " (the draft's own words)" if base is not None and each.number == standing.choice.base else ""
        yield f"{each.number}  {each.text}{mine}"
        for line in _backers(standing, each.number):
            yield f"     {line}"
    if base is not None and base.number != standing.choice.base:
        yield ""
        yield f"The draft has no words of its own here: {base.number} stands above, the others are compared with it."
    edits = [segment for segment in merged.segments if segment.kind is SegmentKind.EDIT]
    if edits:
        yield ""
        yield from _edits(edits, base, defenders(standing, chosen) if disputed else [], merged)
    if merged.collisions:
        yield ""
        yield "In collision; the words above are those of the draft, and the choice is yours:"
    for collision in merged.collisions:
        own = base.text[slice(*collision.base_span)] if base is not None else ""
        yield f"  “{own.strip()}”, or"
        for side in collision.competitors:
            yield f"    {_numbers(side.alternatives)}: “{side.text.strip()}”{_who(side.backers)}"


def _edits(edits: Sequence[Segment], base: Alternative | None, against: Sequence[str], merged: Merge) -> Iterator[str]:
    """What the wordings change in the base, made or not."""
    if not against:
        yield "Combined, because nothing else touches it:"
    else:
        yield f"Not combined, because {', '.join(against)} would keep the draft's own words:"
    for edit in edits:
        own = base.text[slice(*edit.base)].strip() if base is not None else ""
        did = f"“{edit.text.strip()}”" if edit.text.strip() else "left out"
        change = f"“{own}” becomes {did}" if own else f"{did} comes in"
        yield f"  from {_numbers(edit.alternatives)}: {change}{_who(edit.backers)}"
    if against:
        yield f"  With all of it, it would read: {merged.text}"


def _numbers(alternatives: Sequence[int]) -> str:
    return ", ".join(map(str, alternatives))


def _who(backers: Sequence[str]) -> str:
    return f"  ({', '.join(backers)})" if backers else ""


def _backers(standing: Standing, number: int) -> Iterator[str]:
    for side, said in ((Side.FOR, "for"), (Side.AGAINST, "against"), (Side.RESERVES, "reserves")):
        found = dict.fromkeys(
            stand.delegation + (f" for {stand.on_behalf_of}" if stand.on_behalf_of else "")
            for stand in standing.choice.stands
            if stand.side is side and stand.alternative == number
        )
        if found:
            yield f"{said}: {', '.join(found)}"


def _words(written: str) -> str:
    """The text without comments; its line wraps are none of the words, blank lines are."""
    kept = "\n".join(line.rstrip() for line in written.splitlines() if not line.startswith("#")).strip()
    paragraphs = re.split(r"\n{2,}", kept)
    return "\n\n".join(_WRAP.sub("", each).replace("\n", " ") for each in paragraphs)
