"""Choices where they stand: in the words of their passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from negotext.merging import align_words, is_wording
from negotext.model import Choice, ChoiceKind, Span

from .passages import Passage, folded
from .wording import Wording

Words = tuple[str, ...]


_QUOTES = frozenset('“”„"«「『‘')


class Form(Enum):
    """How a choice shows in the text: what loses its brackets is settled, even if somebody still objects."""

    BRACKET = "bracket"
    WORDS = "words"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Site:
    """A choice, and where it stands.

    Attributes:
        choice: the choice.
        units: the units of the wording of its match that it is about.
        wordings: for each number of an alternative its units, the label of a paragraph left out.
        here: those units of each alternative that stand in the passages of the match; an alternative that stands
            wholly elsewhere, as a chair's text does, is not among them.
        form: see `Form`.
    """

    choice: Choice
    units: range
    wordings: Mapping[int, Words]
    here: Mapping[int, Words]
    form: Form

    @property
    def key(self) -> tuple[bool, tuple[Words, ...]]:
        """The words it is about: what has the same key is the same choice if it is in the same place.

        A choice about a whole passage is another one than that about a bracket around all its words.
        """
        return self.form is Form.PASSAGE, tuple(sorted(words for number, words in self.wordings.items() if number))


def sites_in(choices: Mapping[int, Sequence[Choice]], wording: Wording) -> list[Site]:
    """The choices that begin in the passages of a wording, in order.

    Args:
        choices: by the index of the passage they begin in.
        wording: passages of their draft.
    """
    return [
        _site(choice, passage, wording) for passage in wording.passages for choice in choices.get(passage.index, ())
    ]


def _site(choice: Choice, passage: Passage, wording: Wording) -> Site:
    around = Span(wording.passages[0].span.start, wording.passages[-1].span.end)
    wordings: dict[int, Words] = {}
    here: dict[int, Words] = {}
    for alternative in choice.alternatives:
        number, span = alternative.number, alternative.span
        wordings[number] = folded(alternative.text, passage.language)
        if span is None:
            here[number] = wordings[number]
        elif around.overlaps(span):
            units = wording.units(span)
            here[number] = tuple(wording.words[units.start : units.stop])
            if around.holds(span):
                # As in the passages: without label and bullet, but without the quotation marks around it too.
                words_begin = passage.start(0) if passage.words else passage.span.start
                at_label = span.start <= passage.span.start or span.start < words_begin
                here[number] = here[number] if at_label else wordings[number]
                wordings[number] = here[number]
    units = wording.units(choice.span)
    quoted = _quoted(wordings.get(choice.base, ()) if choice.base else (), units, wording)
    if quoted is not None:
        return Site(choice, quoted, wordings, here, Form.WORDS)
    form = form_of(choice, wording.words[units.start] if units else "")
    return Site(choice, units, wordings, here, form)


def _quoted(words: Words, units: range, wording: Wording) -> range | None:
    """Where words stand that a bracket only quotes: `and the noise [Japan: delete “and the noise”]`."""
    size = len(words)
    inside = wording.words[units.start : units.stop]
    if not size or not any(
        mark in _QUOTES and tuple(inside[at + 1 : at + 1 + size]) == words for at, mark in enumerate(inside)
    ):
        return None
    before = range(units.start - size, -1, -1)
    after = range(units.stop, len(wording.words) - size + 1)
    for at in (*before, *after):
        if tuple(wording.words[at : at + size]) == words:
            return range(at, at + size)
    return None


def form_of(choice: Choice, opening: str) -> Form:
    """How a choice shows in the text; `opening` is the first character of its stretch."""
    if choice.kind in (ChoiceKind.PASSAGE, ChoiceKind.OPTIONS):
        return Form.PASSAGE
    return Form.BRACKET if opening in tuple("[［(（") else Form.WORDS


def telling(words: Iterable[str]) -> Words:
    """Words and numbers, without brackets and punctuation."""
    return tuple(word for word in words if is_wording(word))


def own(words: Words) -> Words:
    """The words and numbers of an alternative that stand in no bracket inside it."""
    depths = _depths(_bared(words))
    return telling(word for word, depth in zip(_bared(words), depths, strict=True) if not depth)


def same_words(old: Words, new: Words) -> bool:
    """Whether two wordings are the same but for choices inside them that were opened, changed or closed.

    What was taken out stood in brackets inside the old one, and what was put in stands in brackets in the new
    one; brackets themselves are no words.
    """
    if old == new:
        return True
    if not own(old) or not own(new):
        return False
    old, new = _bared(old), _bared(new)
    before, after = _depths(old), _depths(new)
    runs = align_words(old, new).runs
    kept_old = {run.a + i for run in runs for i in range(run.size)}
    kept_new = {run.b + i for run in runs for i in range(run.size)}
    return all(before[i] or old[i] == "]" for i in range(len(old)) if i not in kept_old) and all(
        after[i] or new[i] == "]" for i in range(len(new)) if i not in kept_new
    )


def _bared(words: Words) -> Words:
    """Without brackets around the whole."""
    while words[:1] == ("[",) and words[-1:] == ("]",):
        depths = _depths(words)
        if not all(depths):
            break
        words = words[1:-1]
    return words


def _depths(words: Sequence[str]) -> list[int]:
    """How many brackets each unit stands in; a bracket stands in itself."""
    depths: list[int] = []
    depth = 0
    for word in words:
        depth += word == "["
        depths.append(depth)
        depth = max(0, depth - (word == "]"))
    return depths


def alike(old: Words, new: Words) -> float:
    """How much alike two wordings are, by the words they share; 1 for the same words."""
    if old == new:
        return 1.0
    before, after = Counter(telling(old)), Counter(telling(new))
    total = before.total() + after.total()
    return min(2 * (before & after).total() / total, 0.99) if total else 0.0
