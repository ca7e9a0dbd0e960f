"""Word files as drafts: opened without trust, read into strands, written as a transcript, read as any text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from negotext.languages import OwnDelegations, guess_language
from negotext.languages.written import load_written
from negotext.model import Anchor, Draft, Span
from negotext.paper.bookmarks import pending_name
from negotext.reading import no_garbage_collection, read_transcript
from negotext.source import SourceError, from_text

from ..opening import open_package
from .authors import Authors
from .body import read_body
from .claims import Transcript
from .composing import Composer
from .exactly import exactly
from .inline import TooDeep
from .moving import moved
from .pending import pending
from .pieces import Body, Mark, Words
from .settled import settled

_GAP = "\n\n"
# How much of a text tells its language.
_ENOUGH = 200_000


@no_garbage_collection()
def read_docx(
    data: bytes,
    name: str = "-",
    language: str | None = None,
    own: OwnDelegations | None = None,
    *,
    authors: Mapping[str, str] | None = None,
    typography: bool = False,
    before: str | None = None,
    changes: Collection[tuple[str, str]] = (),
) -> Draft:
    """Read a draft from a Word file.

    The text of the draft is a transcript: what was there before the tracked changes, with each change and comment as
    a bracket in the notation of the language. Positions read from these brackets are exactly those of the file. What
    somebody moves stays where it was, with who moves it and where to; what was changed in it on the way is a change
    there. Where Word's two ends of a move are not both there, what is left is read as a deletion or an insertion.

    Args:
        data: the bytes of a .docx file.
        name: what to call it in messages.
        language: code of its language, for all of it; guessed when None.
        own: delegations known beside countries, or instead of them.
        authors: codes of delegations by the names of authors, where these do not say it.
        typography: whether struck-out words are a deletion and underlined ones an insertion.
        before: of a new round, the language of the round before it, in which it is read when `language` is None.
        changes: tracked changes that are nobody's proposals, by author and time; see `settled`.

    Raises:
        SourceError: it is no Word file that can be read.
    """
    try:
        body = read_body(open_package(data, name), typography=typography)
        marks = [Mark(*each) for each in changes]
        waiting = pending(body, marks)
        body = settled(body, marks)
    except TooDeep:
        raise SourceError(f"{name} is damaged: its elements are nested too deeply", "save it again in Word") from None
    main = language or before or guess_language(_sample(body))
    body = moved(body, main, load_written(main))
    transcript = transcribed(body, main, own, authors or {})
    source = from_text(transcript.text, name)
    # The grammar tells what a comment says. What a tracked change wants, the file says itself.
    known = [claim.at for claim in transcript.claims if claim.stance is not None]
    draft = read_transcript(source, language, own, before=before, known=known)
    draft = exactly(draft, transcript)
    return replace(draft, anchors=(*draft.anchors, *(Anchor(pending_name(name), Span(0, 0)) for name in waiting)))


def transcribed(body: Body, language: str, own: OwnDelegations | None, authors: Mapping[str, str]) -> Transcript:
    """The transcript of a document, with a blank line between paragraphs.

    Args:
        body: the document.
        language: code of its language.
        own: delegations known beside countries, or instead of them.
        authors: codes of delegations by the names of authors.
    """
    written, known = load_written(language), Authors(language, own, authors)
    return Composer(body, written, known, _GAP).transcript()


def _sample(body: Body) -> str:
    """Enough words to tell the language by."""
    parts: list[str] = []
    size = 0
    for strand in body.strands:
        for piece in strand.pieces:
            if isinstance(piece, Words):
                parts.append(piece.text)
                size += len(piece.text)
        parts.append("\n\n")
        if size > _ENOUGH:
            break
    return "".join(parts)
