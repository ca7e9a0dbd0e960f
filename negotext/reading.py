"""Reading a draft, from its bytes to its positions. Total: any text gives a draft."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from negotext.blocks import Layout, split_blocks
from negotext.languages import (
    Lexicon,
    OwnDelegations,
    Registry,
    by_blocks,
    guess_language,
    load_lexicon,
    registry_for,
    tongues_again,
    tongues_of,
)
from negotext.model import Block, BracketTree, Diagnostic, Draft, Severity, Source, Span, Tongues
from negotext.source import Flow, decode, from_text

if TYPE_CHECKING:
    from negotext.positions import Found


def read_bytes(
    data: bytes, name: str = "-", language: str | None = None, delegations: OwnDelegations | None = None
) -> Draft:
    """Read a draft from the bytes of a file.

    Args:
        data: UTF-8 or UTF-16.
        name: what to call the draft in messages.
        language: code of its language, for all of it; when None it is guessed, block by block where it is mixed.
        delegations: known beside countries, or instead of them; None for countries and their groups alone.

    Raises:
        SourceError: the bytes are no text.
    """
    return read_source(decode(data, name), language, delegations)


def read_text(
    text: str, name: str = "-", language: str | None = None, delegations: OwnDelegations | None = None
) -> Draft:
    """Read a draft from a text; see `read_bytes`."""
    return read_source(from_text(text, name), language, delegations)


def read_source(source: Source, language: str | None = None, delegations: OwnDelegations | None = None) -> Draft:
    """Read a draft; see `read_bytes`."""
    return _read(source, _tongues(source, language), delegations)


def read_transcript(
    source: Source,
    language: str | None,
    delegations: OwnDelegations | None,
    *,
    before: str | None = None,
    known: Collection[int] = (),
) -> Draft:
    """Read the transcript of a document without pages, in which blank lines part the paragraphs and nothing else.

    Args:
        source: the transcript.
        language: code of its language; guessed when None.
        delegations: known beside countries, or instead of them.
        before: of a new round, the language of the round before it, which holds when `language` is None.
        known: where the brackets begin whose positions are known from elsewhere: they are not read.
    """
    tongues = tongues_again(source.text, before) if before and not language else _tongues(source, language)
    return _read(source, tongues, delegations, parted=True, known=frozenset(known))


def _tongues(source: Source, language: str | None) -> Tongues:
    return Tongues(language) if language else tongues_of(source.text, guess_language(source.text))


def reread(source: Source, language: str, delegations: OwnDelegations | None = None) -> Draft:
    """Read again a text that was read before, or its next round; `language` is the main one it was read in."""
    return _read(source, tongues_again(source.text, language), delegations)


def read_paragraphs(source: Source, language: str, delegations: OwnDelegations | None = None) -> Draft:
    """Find the blocks of a text of which each line is a paragraph; its brackets and positions are not read."""
    tongues = tongues_again(source.text, language)
    words = {each: (load_lexicon(each), registry_for(each, delegations)) for each in tongues.all}
    lexicon, registry = words[tongues.main]
    layout = Layout.of(source, lexicon, flowing=True)
    at = (lambda offset: words[tongues.at(offset)]) if tongues.foreign else None
    blocks = split_blocks(source, layout, lexicon, registry, at)
    foreign = by_blocks(tongues, blocks).foreign if tongues.foreign else ()
    return Draft(source, tongues.main, blocks, BracketTree(source.text, (), ()), (), (), foreign)


def _read(
    source: Source,
    tongues: Tongues,
    delegations: OwnDelegations | None,
    *,
    parted: bool = False,
    known: Collection[int] = (),
) -> Draft:
    """Source, blocks, bracket tree, kinds, positions, diagnostics, in this order."""
    # 30 ms for the grammars, which whoever wants the blocks alone does not need.
    from negotext.brackets import build_tree, classify
    from negotext.brackets.rounds import attributed_parentheses
    from negotext.positions import Units, find_positions

    with no_garbage_collection():
        words = {each: (load_lexicon(each), registry_for(each, delegations)) for each in tongues.all}
        lexicon, registry = words[tongues.main]
        layout = Layout.of(source, lexicon, parted=parted)
        if tongues.foreign:
            return _read_mixed(source, layout, tongues, words, known)
        blocks = split_blocks(source, layout, lexicon, registry)
        rounds = attributed_parentheses(Flow(source.text, layout.excluded(notes=False)), lexicon, registry)
        tree = classify(build_tree(source.text, blocks, rounds), blocks, lexicon)
        found = find_positions(Units(source, blocks, tree, layout), lexicon, registry, known=known)
        return _draft(source, tongues, blocks, tree, found)


Vocabularies = Mapping[str, tuple[Lexicon, Registry]]
"""Words, and names of delegations, of each language of a draft."""


def _read_mixed(source: Source, layout: Layout, tongues: Tongues, words: Vocabularies, known: Collection[int]) -> Draft:
    """Read a draft whose blocks are in several languages: the same steps, each block in its own."""
    from negotext.brackets import build_tree, classify
    from negotext.brackets.rounds import attributed_parentheses
    from negotext.positions import Units, find_positions

    lexicon, registry = words[tongues.main]
    blocks = split_blocks(source, layout, lexicon, registry, lambda offset: words[tongues.at(offset)])
    tongues = by_blocks(tongues, blocks)
    flow = Flow(source.text, layout.excluded(notes=False))
    rounds = [
        pair
        for each in tongues.all
        for pair in attributed_parentheses(flow, *words[each])
        if tongues.at(pair[0]) == each
    ]
    tree = build_tree(source.text, blocks, rounds)
    kinds = {each: classify(tree, blocks, words[each][0]).brackets for each in tongues.all}
    tree = tree.with_kinds({b.index: kinds[tongues.at(b.start)][b.index].kind for b in tree.brackets})
    units = Units(source, blocks, tree, layout)
    found = [find_positions(units, *words[each], _reads(tongues, each), known=known) for each in tongues.all]
    return _draft(source, tongues, blocks, tree, *found)


def _reads(tongues: Tongues, language: str) -> Callable[[int], bool]:
    """Whether what begins at an offset is in `language`."""
    return lambda offset: tongues.at(offset) == language


def _draft(source: Source, tongues: Tongues, blocks: tuple[Block, ...], tree: BracketTree, *read: Found) -> Draft:
    """The draft from what was found in each of its languages."""
    for found in read:
        tree = tree.with_kinds(found.kinds)
    positions = sorted(chain(*(found.positions for found in read)), key=lambda position: position.evidence.start)
    faults = sorted(
        [*_unbalanced(tree), *chain(*(found.diagnostics for found in read))], key=lambda fault: fault.span.start
    )
    return Draft(source, tongues.main, blocks, tree, tuple(positions), tuple(faults), tongues.foreign)


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Reading makes many values and no cycles: collecting while it does costs time and frees nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _unbalanced(tree: BracketTree) -> Iterator[Diagnostic]:
    for bracket in tree.unclosed:
        yield Diagnostic(
            "unclosed-bracket",
            Severity.ERROR,
            Span(bracket.start, bracket.start + 1),
            "this bracket is never closed",
            "add the closing bracket where its words end; until then it is read to the end of its paragraph",
        )
    for offset in tree.unopened:
        yield Diagnostic(
            "unopened-bracket",
            Severity.ERROR,
            Span(offset, offset + 1),
            "this bracket closes nothing",
            "add the opening bracket where its words begin, or take this one out",
        )
