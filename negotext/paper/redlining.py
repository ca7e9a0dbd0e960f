"""A text as tracked changes against another one: both come from one draft, or one from the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from .called import Waiting, calls_in
from .last_end import ended
from .laying import Laid, lay
from .outline import Outlined
from .requests import Setting
from .spelling import END, Spelled
from .stretch import Break
from .values import Change, Edge, Inline, Note, NoteMark, Paragraph, Revision, Run

Revise = Callable[[Change, int], Revision]
"""Whose change it is: of an offset in the older text for a deletion, in the newer one for an insertion."""

Text = tuple[Sequence[Spelled], Sequence[Spelled]]
"""Paragraphs and footnotes."""


def redline(old: Text, new: Text, revise: Revise) -> Setting:
    """The newer text as tracked changes against the older one.

    Paragraphs that are the same in both stay as they are. Accepting all changes gives the newer text, rejecting all
    the older one, see `resolving`.
    """
    paragraphs: list[Paragraph] = []
    for before, after in _groups(old[0], new[0]):
        if len(before) == len(after) == 1 and _same(before[0], after[0]):
            paragraphs.append(_as_it_is(before[0]))
            continue
        older = [item for each in before for item in each.items()]
        newer = [item for each in after for item in each.items()]
        language = _language([*before, *after])
        paragraphs += _paragraphs(lay(older, newer, language), revise)
    return Setting(tuple(ended(paragraphs)), tuple(_notes(paragraphs, old[1], new[1], revise)))


def _groups(old: Sequence[Spelled], new: Sequence[Spelled]) -> Iterator[tuple[Sequence[Spelled], Sequence[Spelled]]]:
    """Paragraphs that are the same, one by one, and what stands between them."""
    places = {each.first: index for index, each in enumerate(new) if each.first >= 0}
    done_old = done_new = 0
    for index, each in enumerate(old):
        place = places.get(each.first, -1) if each.first >= 0 else -1
        if place < done_new or not _same(each, new[place]):
            continue
        if index > done_old or place > done_new:
            yield old[done_old:index], new[done_new:place]
        yield old[index : index + 1], new[place : place + 1]
        done_old, done_new = index + 1, place + 1
    if done_old < len(old) or done_new < len(new):
        yield old[done_old:], new[done_new:]


def _same(old: Spelled, new: Spelled) -> bool:
    """Whether two paragraphs have the same words and looks, whatever is marked in them."""
    return _bare(old) == _bare(new)


def _bare(each: Spelled) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for token in each.tokens:
        if isinstance(token, Run):
            found.append((token.text, False))
        elif isinstance(token, NoteMark):
            found.append((token.number, True))
    words: list[tuple[str, bool]] = []
    for text, called in found:
        if words and not called and not words[-1][1]:
            words[-1] = (words[-1][0] + text, False)
        else:
            words.append((text, called))
    return words


def _language(group: Sequence[Spelled]) -> str:
    return next((each.outlined.language for each in group if each.outlined is not None), "en")


def _as_it_is(each: Spelled) -> Paragraph:
    assert each.outlined is not None
    content = tuple(token for token in each.tokens if not isinstance(token, Break))
    return _paragraph(each.outlined, content, None)


def _paragraph(outlined: Outlined, content: tuple[Inline, ...], revision: Revision | None) -> Paragraph:
    kind, level, address, language = outlined.kind, outlined.level, outlined.address, outlined.language
    return Paragraph(kind, content, level, address, language, revision, outlined.below)


def _paragraphs(laid: Iterable[Laid], revise: Revise) -> Iterator[Paragraph]:
    line: list[Laid] = []
    for each in laid:
        line.append(each)
        outlined = each.item.look
        if each.item.text == END and isinstance(outlined, Outlined):
            revision = revise(each.change, each.item.at) if each.change else None
            yield _paragraph(outlined, _content(line[:-1], revise), revision)
            line = []


def _content(laid: Iterable[Laid], revise: Revise) -> tuple[Inline, ...]:
    """Items as inlines; characters of one look and one change are one run."""
    content: list[Inline] = []
    letters: list[str] = []
    run: Run | None = None
    plain: Run | None = None  # its look without the change
    for item, change in laid:
        look = item.look
        if isinstance(look, Run):
            revision = revise(change, item.at) if change else None
            if run is None or look is not plain or revision is not run.revision:
                now = replace(look, revision=revision) if revision else look
                if run is not None and now != run:
                    content.append(replace(run, text="".join(letters)))
                    letters = []
                run, plain = now, look
            letters.append(item.text)
            continue
        if run is not None:
            content.append(replace(run, text="".join(letters)))
            run, letters = None, []
        if isinstance(look, NoteMark):
            content.append(NoteMark(look.number, revise(change, item.at) if change else None))
        elif isinstance(look, Edge):
            content.append(look)
    if run is not None:
        content.append(replace(run, text="".join(letters)))
    return tuple(content)


def _notes(body: Sequence[Paragraph], old: Sequence[Spelled], new: Sequence[Spelled], revise: Revise) -> Iterator[Note]:
    """A footnote for each call; what changed in one that both texts call is a tracked change."""
    going = Waiting((each.number, each) for each in old)
    coming = Waiting((each.number, each) for each in new)
    for mark in calls_in(body):
        change = mark.revision.change if mark.revision else None
        before = going.next(mark.number) if change is not Change.INSERTED else None
        after = coming.next(mark.number) if change is not Change.DELETED else None
        if before is None or after is None or _same(before, after):
            if one := before or after:
                yield Note(mark.number, one.stretch.inlines(), one.key)
        else:
            language = body[0].language
            laid = lay([*before.items()], [*after.items()], language)
            yield Note(mark.number, _content(laid, revise), before.key)
