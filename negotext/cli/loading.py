"""Getting at a draft: from the name a person typed to a `Draft`, or one clear sentence."""

from __future__ import annotations

import difflib
import stat
import sys
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

import click

from negotext.languages import OwnDelegations
from negotext.model import Draft
from negotext.reading import read_bytes, read_source, reread
from negotext.source import LIMIT, SourceError, decode

from .errors import Unusable
from .manner import Manner
from .no_drafts import refuse_no_draft
from .terminal import screen

STDIN = "-"
LANGUAGE_NAMES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}
# From about here on a person wonders whether anything is happening.
_SLOW = 1_000_000


_WORD_ENDINGS = (".docx", ".docm", ".dotx")
# What files begin with that are opened as packages, to be read or to be told what they are: zip archives, old Word.
_PACKAGES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_PDF = b"%PDF-"


def load(
    name: str,
    language: str | None = None,
    before: str | None = None,
    own: OwnDelegations | None = None,
    manner: Manner = Manner(),  # noqa: B008  # frozen
    *,
    changes: Collection[tuple[str, str]] = (),
) -> Draft:
    """Read the draft a person has named.

    Says on a terminal that a long draft is being read.

    Args:
        name: a path, or `-` for standard input.
        language: code of its language; guessed when None.
        before: of a new round, the language of the round before it, in which it is read when `language` is None.
        own: delegations that are known beside countries, or instead of them.
        manner: how a Word file is read.
        changes: of a Word file, tracked changes that are nobody's proposals, by author and time.

    Raises:
        Unusable: there is no such file, or it is no text and no Word file.
    """
    shown = "<stdin>" if name == STDIN else name
    data = _from_stdin() if name == STDIN else _from_file(Path(name))
    try:
        with _progress(f"reading {shown} ({len(data) / 1e6:.1f} MB)", len(data)):
            return read(data, shown, language, before=before, own=own, manner=manner, changes=changes)
    except SourceError as error:
        raise Unusable(str(error), error.hint) from None


def read(
    data: bytes,
    name: str,
    language: str | None = None,
    *,
    before: str | None = None,
    own: OwnDelegations | None = None,
    manner: Manner = Manner(),  # noqa: B008  # frozen
    changes: Collection[tuple[str, str]] = (),
) -> Draft:
    """Read a draft from the bytes of a file, a Word file or a text; see `load`.

    Raises:
        SourceError: they are neither.
    """
    if data.startswith(_PACKAGES):
        from negotext.word.reading import read_docx

        return read_docx(
            data,
            name,
            language,
            own,
            authors=manner.authors,
            typography=manner.typography,
            before=before,
            changes=changes,
        )
    manner.refused(name, "no Word file")
    if name.lower().endswith(_WORD_ENDINGS) and not data.startswith(_PDF):
        raise SourceError(
            f"{name} is called a Word file and is none",
            "get it again, it may be damaged; if it is a text, give it the ending .txt",
        )
    refuse_no_draft(data, name)
    if data.startswith(_PDF):
        from negotext.source.pdf import read_pdf

        source, lossy = read_pdf(data, name)
        draft = reread(source, before, own) if before and not language else read_source(source, language, own)
        return replace(draft, diagnostics=(lossy, *draft.diagnostics))
    if before and not language:
        return reread(decode(data, name), before, own)
    return read_bytes(data, name, language, own)


def manner_of(manner: Manner, names: Sequence[str]) -> list[Manner]:
    """How each of several drafts is read: what is asked for is about those among them that are Word files.

    Raises:
        Unusable: something is asked for, and none of them is one.
    """
    word = [name == STDIN or _is_package(Path(name)) for name in names]
    if names and not any(word):
        manner.refused(names[0], "no Word file")
    return [manner if each else Manner() for each in word]


def _is_package(path: Path) -> bool:
    try:
        # Devices and pipes are read once.
        with path.open("rb") if path.is_file() else nullcontext() as file:
            return file is not None and file.read(4) in _PACKAGES
    except (OSError, ValueError):
        return False


def _from_stdin() -> bytes:
    if sys.stdin is None:
        raise Unusable("standard input is closed", "name a file, or pipe a draft into negotext")
    if sys.stdin.isatty():
        click.echo("negotext: reading a draft from the terminal; end it with Ctrl-D", err=True)
    # One byte more than is allowed tells that there is too much, without taking all of it.
    return sys.stdin.buffer.read(LIMIT + 1)


def _from_file(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Unusable(f"{path} is a folder, not a draft", _in_folder(path))
        if found.st_size > LIMIT:
            raise Unusable(
                f"{path} is {found.st_size / 1e6:,.0f} MB; drafts are read up to {LIMIT // 1024 // 1024} MB",
                "name the draft itself, or split the file",
            )
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError:
        raise Unusable(f"there is no file {path}", _nearest(path)) from None
    except PermissionError:
        raise Unusable(f"{path} may not be read", "ask its owner for permission to read it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Unusable(f"{path} cannot be read: {reason}", "name a Word file (.docx), or a text") from None


def _in_folder(folder: Path) -> str:
    try:
        drafts = sorted(path.name for path in folder.iterdir() if path.suffix in (".docx", ".txt"))
    except OSError:
        drafts = []
    return f"name a file in it, such as {folder / drafts[0]}" if drafts else "name a Word file (.docx), or a text"


def _nearest(path: Path) -> str:
    try:
        names = [other.name for other in path.parent.iterdir() if other.is_file()]
    except OSError:
        return f"there is no folder {path.parent} either"
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"did you mean {path.with_name(near[0])}?" if near else "check the name; - reads standard input"


def _progress(what: str, size: int) -> AbstractContextManager[object]:
    """A sign of life on stderr for a long draft, when somebody is looking."""
    if size < _SLOW or not sys.stderr.isatty():
        return nullcontext()
    return screen(stderr=True).status(what)
