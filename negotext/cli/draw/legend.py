"""What the marks and colours of a page mean."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from negotext.model import Block, Draft, Span, Stance

from . import palette

_GAP = "   "


def draw_legend(draft: Draft, blocks: Sequence[Block], agreed: Sequence[Span] = ()) -> Text:
    """The marks of stances and the colours of brackets, on two lines; only what occurs in `blocks`.

    Where there are `agreed` words, a third line says how they look.
    """
    spans = _stretches(blocks)
    shown = any(span.overlaps(words) for words in agreed for span in spans)
    settled = Text("agreed", palette.AGREED) if shown else Text()
    lines = [line for line in (_stances(draft, spans), _brackets(draft, spans), settled) if line]
    return Text("\n").join(lines)


def _stretches(blocks: Sequence[Block]) -> list[Span]:
    """The spans of blocks that follow each other, joined: one for a whole draft."""
    joined: list[Span] = []
    for block in blocks:
        if joined and joined[-1].end == block.span.start:
            joined[-1] = Span(joined[-1].start, block.span.end)
        else:
            joined.append(block.span)
    return joined


def _stances(draft: Draft, spans: Sequence[Span]) -> Text:
    used = {position.stance for position in draft.positions if any(span.overlaps(position.evidence) for span in spans)}
    entries = [
        Text(f"{palette.STANCES[stance].sign} {stance.value}", palette.STANCES[stance].style)
        for stance in Stance
        if stance in used
    ]
    return Text(_GAP).join(entries)


def _brackets(draft: Draft, spans: Sequence[Span]) -> Text:
    def shown(offset: int) -> bool:
        return any(span.start <= offset < span.end for span in spans)

    # Contested brackets by depth (1, 2, ...), then the other kinds (depth 0) by name.
    styles: dict[tuple[bool, int, str], tuple[str, str]] = {}
    for bracket, depth in zip(draft.tree.brackets, draft.tree.contested_depths(), strict=True):
        # Deeper ones have the colours of the first again.
        if depth <= palette.DEPTHS and shown(bracket.start):
            name = f"depth {depth}" if depth > 1 else bracket.kind.value
            style = (palette.edge(bracket, depth), palette.inside(bracket, depth))
            styles.setdefault((depth == 0, depth, name), style)
    entries = [
        Text().append("[", edge).append(name, inside).append("]", edge)
        for (_, _, name), (edge, inside) in sorted(styles.items())
    ]
    lost = (*(bracket.start for bracket in draft.tree.unclosed), *draft.tree.unopened)
    if any(map(shown, lost)):
        entries.append(Text().append("[", palette.FAULT).append(" has no partner", palette.DIM))
    return Text(_GAP).join(entries)
