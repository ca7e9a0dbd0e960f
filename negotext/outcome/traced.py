"""The outcome with the way back: which of its words stand where in the draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from negotext.model import Choice, Decision, Draft, Span

from .spacing import join
from .text import _Renderer


class Stretch(NamedTuple):
    """Words of an outcome that stand side by side in the draft, or that are not in it.

    Attributes:
        text: the words.
        at: offset in the draft of the first one; -1 for words that are not in it.
        anchor: where they are put in: offset in the draft of what they take the place of; `at` for the others.
    """

    text: str
    at: int
    anchor: int


def traced_outcome(
    draft: Draft, choices: Sequence[Choice], decisions: Mapping[str, Decision], *, names: bool = True
) -> list[Stretch]:
    """The stretches whose texts, put together, are the text of `outcome`; the arguments are the same."""
    renderer = _Tracing(draft, choices, decisions, names=names)
    return renderer.trace(Span(0, len(draft.source.text)))


class _Tracing(_Renderer):
    def trace(self, span: Span) -> list[Stretch]:
        """What `render` gives, in stretches."""
        parts: list[Stretch] = []
        at = span.start
        for edit in self.edits:
            if edit.span.start < at or edit.span.end > span.end:
                continue
            kept = [Stretch(self.text[at : edit.span.start], at, at)] if edit.span.start > at else []
            if edit.source is not None:
                new = self.trace(edit.source)
            else:
                new = [Stretch(edit.words, -1, edit.span.start)] if edit.words else []
            _add(parts, kept, joined=at > span.start)
            _add(parts, new, joined=True)
            at = edit.span.end
        rest = [Stretch(self.text[at : span.end], at, at)] if span.end > at else []
        _add(parts, rest, joined=at > span.start)
        return parts


def _add(parts: list[Stretch], new: list[Stretch], *, joined: bool) -> None:
    """Add stretches; spaces and commas where they meet the words before come out as in `outcome`."""
    if not new:
        return
    if parts and joined:
        words = "".join(stretch.text for stretch in new)
        left, right = join(parts[-1].text, words)
        parts[-1] = parts[-1]._replace(text=left)
        if not left:
            parts.pop()
        cut = len(words) - len(right)
        first = new[0]
        new = [_cut(first, cut), *new[1:]]
    parts.extend(stretch for stretch in new if stretch.text)


def _cut(stretch: Stretch, cut: int) -> Stretch:
    """A stretch without its first characters."""
    at = stretch.at + cut if stretch.at >= 0 else -1
    return Stretch(stretch.text[cut:], at, at if at >= 0 else stretch.anchor)
