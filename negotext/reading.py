"""Reading a draft, from its bytes to its positions. Total: any text gives a draft."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from negotext.blocks import Layout, split_blocks
from negotext.brackets import build_tree, classify
from negotext.brackets.rounds import attributed_parentheses
from negotext.languages import guess_language, load_lexicon, load_registry
from negotext.model import BracketTree, Diagnostic, Draft, Severity, Source, Span
from negotext.positions import Units, find_positions
from negotext.source import Flow, decode, from_text


def read_bytes(data: bytes, name: str = "-", language: str | None = None) -> Draft:
    """Read a draft from the bytes of a file.

    Args:
        data: UTF-8 or UTF-16.
        name: what to call the draft in messages.
        language: code of its language; guessed when None.

    Raises:
        SourceError: the bytes are no text.
    """
    return read_source(decode(data, name), language)


def read_text(text: str, name: str = "-", language: str | None = None) -> Draft:
    """Read a draft from a text; see `read_bytes`."""
    return read_source(from_text(text, name), language)


def read_source(source: Source, language: str | None = None) -> Draft:
    """Read a draft: source, blocks, bracket tree, kinds, positions, diagnostics, in this order."""
    with _no_garbage_collection():
        language = language or guess_language(source.text)
        lexicon, registry = load_lexicon(language), load_registry(language)
        layout = Layout.of(source, lexicon)
        blocks = split_blocks(source, layout, lexicon, registry)
        rounds = attributed_parentheses(Flow(source.text, layout.excluded(notes=False)), lexicon, registry)
        tree = classify(build_tree(source.text, blocks, rounds), blocks, lexicon)
        found = find_positions(Units(source, blocks, tree, layout), lexicon, registry)
        tree = tree.with_kinds(found.kinds)
        faults = [*_unbalanced(tree), *found.diagnostics]
        faults.sort(key=lambda fault: fault.span.start)
        return Draft(source, language, blocks, tree, found.positions, tuple(faults))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
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
