"""Writing a document from the chair's terminal: the same record, paper and file as `negotext export`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from negotext.formats.whole_file import Unwritable, write_file
from negotext.paper.issuing import Issued, Order, issued
from negotext.paper.record import Record, of_session
from negotext.paper.values import Paper, Style
from negotext.store import StoreError, open_session

ENDINGS = {".docx": "docx", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}
"""Formats by the ending of the file."""

OPEN_SHOWN = 6


class ExportError(Exception):
    """No document was written; its words say why, in one line."""


class Kind(NamedTuple):
    """A kind of document that can be chosen.

    Attributes:
        style: see `Style`.
        words: what it is.
        name: its word in file names.
        final: whether it is written only when nothing is open.
        by: whether it shows the proposals of one delegation, which has to be named.
    """

    style: Style
    words: str
    name: str
    final: bool = False
    by: bool = False


KINDS = (
    Kind(Style.CLEAN, "clean: what is agreed in the text, what is open in plain brackets", "clean"),
    Kind(Style.CLEAN, "final: the same, but only if nothing is open", "final", final=True),
    Kind(Style.ANNOTATED, "annotated: names in colour, remarks, who stands where in tables", "annotated"),
    Kind(Style.TRACKED, "tracked: what was decided, to accept or reject", "tracked"),
    Kind(Style.TRACKED, "one delegation's proposals, to accept or reject", "proposals", by=True),
    Kind(Style.COMPARISON, "comparison: this round against the one before, word by word", "comparison"),
)
"""In the order in which they are offered."""


class Wanted(NamedTuple):
    """A document that was asked for.

    Attributes:
        kind: one of `KINDS`.
        out: the file to write.
        delegation: code of the one whose proposals it shows; empty for none.
        replace: whether a file of that name may be replaced.
    """

    kind: Kind
    out: Path
    delegation: str = ""
    replace: bool = False


def suggested_name(session: Path, kind: Kind, delegation: str = "") -> str:
    """A name for the document: `harbour-clean.docx`, `harbour-proposals-cl.docx`."""
    whose = f"-{delegation.casefold()}" if delegation else ""
    return f"{session.stem}-{kind.name}{whose}.docx"


def format_of(out: Path) -> str:
    """The format that the ending of a file means.

    Raises:
        ExportError: it is none that is written.
    """
    found = ENDINGS.get(out.suffix.lower())
    if found is None:
        raise ExportError(f"{out.name} ends in none of {', '.join(('.docx', '.html', '.md', '.json'))}")
    return found


def export(session: Path, wanted: Wanted) -> str:
    """Write a document of a session; to be called from any thread.

    Args:
        session: its file.
        wanted: which document.

    Returns:
        What was written, in one line.

    Raises:
        ExportError: nothing was written, and what was there is as it was.
    """
    form = format_of(wanted.out)
    try:
        with open_session(session, read_only=True) as store:
            record = of_session(store)
            comparing = wanted.kind.style is Style.COMPARISON
            if comparing and record.round < 2:
                raise ExportError(f"round {record.round} is the first: there is nothing to compare it with")
            before = of_session(store, record.round - 1) if comparing else None
        if wanted.kind.final and record.open:
            raise ExportError(f"{_open(record)}, so there is no final text; nothing was written")
        made = issued(record, Order(wanted.kind.style, created=record.at, delegation=wanted.delegation), before)
        write_file(str(wanted.out), _bytes(made.paper, form), force=wanted.replace)
    except (StoreError, Unwritable) as error:
        raise ExportError(error.message) from error
    return f"wrote {wanted.out}{_beside(record, wanted, made)}"


def _bytes(paper: Paper, form: str) -> bytes:
    if form == "docx":
        from negotext.word.writing import write_docx

        return write_docx(paper)
    from negotext.formats import to_html, to_json, to_markdown

    return {"html": to_html, "json": to_json, "md": to_markdown}[form](paper).encode()


def _beside(record: Record, wanted: Wanted, made: Issued) -> str:
    """What whoever issues it has to know."""
    if wanted.kind.style is Style.CLEAN and record.open:
        return f"; {_open(record)}, in plain brackets"
    if wanted.delegation and not made.changed:
        return f"; no words in the text are those of {wanted.delegation}: it has no changes"
    if made.unshown:
        places = ", ".join(dict.fromkeys(each.address for each in made.unshown))
        return f"; not shown, because another wish is in the way: {places}"
    return ""


def _open(record: Record) -> str:
    found = [choice.address for choice in record.open]
    more = ", …" if len(found) > OPEN_SHOWN else ""
    places = f"{len(found)} places stay" if len(found) > 1 else "1 place stays"
    return f"{places} open ({', '.join(found[:OPEN_SHOWN])}{more})"
