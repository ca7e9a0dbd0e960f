"""The paragraph around a place of a session, without reading the whole draft: no grammar is needed for that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from negotext.languages import OwnDelegations
from negotext.model import Block, BlockKind, Choice, Source

_PAGE = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
_LEAST = 20


@dataclass(frozen=True, slots=True)
class Context:
    """A place in its paragraph, line wraps and page furniture removed.

    Attributes:
        before: the words of the paragraph in front of the place.
        words: the place, as the draft has it.
        after: the words behind it.
        line: line of the draft in which the place begins, from 1.
    """

    before: str
    words: str
    after: str
    line: int


def blocks_of(source: Source, language: str, own: OwnDelegations | None = None) -> tuple[Block, ...]:
    """The blocks of a draft, without its brackets and positions."""
    from negotext.blocks import Layout, split_blocks
    from negotext.languages import load_lexicon, registry_for, tongues_again

    tongues = tongues_again(source.text, language)
    words = {each: (load_lexicon(each), registry_for(each, own)) for each in tongues.all}
    lexicon, registry = words[language]
    at = (lambda offset: words[tongues.at(offset)]) if tongues.foreign else None
    return split_blocks(source, Layout.of(source, lexicon), lexicon, registry, at)


def context(source: Source, blocks: Sequence[Block], choice: Choice) -> Context:
    """The paragraph of `choice` in the draft it was found in, which has these blocks."""
    from negotext.source import Flow

    span = choice.span
    home = next((each for each in reversed(blocks) if each.span.start <= span.start), blocks[0])
    first = blocks.index(home)
    while first > 0 and (blocks[first].continues or blocks[first].kind in _PAGE):
        first -= 1
    end = home.span.end
    for block in blocks[first + 1 :]:
        if block.kind not in _PAGE and not block.continues and block.span.start >= span.end:
            break
        if block.kind not in _PAGE:
            end = max(end, block.span.end)
    # A place in a footnote is shown with the footnote.
    left_out = _PAGE if home.kind not in _PAGE else (BlockKind.FURNITURE,)
    flow = Flow(source.text, [block.span for block in blocks if block.kind in left_out])
    region = flow.region(min(blocks[first].span.start, span.start), max(end, span.end))
    start, stop = region.offset(span.start), region.offset(span.end)
    clean = region.clean
    return Context(clean[:start].lstrip(), clean[start:stop], clean[stop:].rstrip(), source.line(span.start))


def trimmed(around: Context, characters: int) -> Context:
    """No more than so many characters, those nearest to the place; what is left out is `…`."""
    before, words, after = around.before, around.words, around.after
    if len(before) + len(words) + len(after) <= characters:
        return around
    if len(words) > characters - 2 * _LEAST:
        half = max(_LEAST, (characters - 2 * _LEAST) // 2)
        words = f"{words[:half].rstrip()} … {words[-half:].lstrip()}" if len(words) > 2 * half else words
    room = max(2 * _LEAST, characters - len(words))
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), max(_LEAST, room - left))
    return Context(_tail(before, left), words, _head(after, right), around.line)


def _head(text: str, size: int) -> str:
    if len(text) <= size:
        return text
    cut = text.rfind(" ", size // 2, size)
    return text[: cut if cut > 0 else size].rstrip() + " …"


def _tail(text: str, size: int) -> str:
    if len(text) <= size:
        return text
    start = len(text) - size
    cut = text.find(" ", start, start + size // 2)
    return "… " + text[cut if cut > 0 else start :].lstrip()
