"""Making the document that was asked for: which text, which style, which format, and where it goes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .errors import Unusable, complain
from .export_options import STDIN, check_options, format_of, style_of
from .waiting import waiting
from .written_file import refuse_existing, write_file

if TYPE_CHECKING:
    from negotext.paper.issuing import Issued, Order
    from negotext.paper.record import Record
    from negotext.paper.values import Paper

# Bytes; what is longer is no template.
_TEMPLATE = 50_000_000
_LISTED = 20
_SHOWN = 60


def export(name: str, out: str, options: dict[str, Any]) -> bool:
    """Write the document that was asked for.

    Args:
        name: of the draft or session, as typed.
        out: file to write, or `-`.
        options: as typed, by name.

    Returns:
        Whether it was written; not when the final text was asked for and something is open.

    Raises:
        Unusable: it cannot be made or written; no file is changed.
    """
    with _no_garbage_collection():
        return _export(name, out, options)


def _export(name: str, out: str, options: dict[str, Any]) -> bool:
    from .export_papers import order_of, papered, record_of

    form = format_of(out, options["form"])
    options = {**options, "style": style_of(options)}
    check_options(options, form)
    if out != STDIN:
        refuse_existing(out, force=options["force"])
    elif form == "docx" and sys.stdout.isatty():
        raise Unusable("a Word file is nothing for a terminal", "name a file, or send it on: ... - | other-program")
    template = _template(options["template"])
    record = record_of(name, options)
    if options["final"] and record.open:
        _tell_open(name, record)
        return False
    with waiting(f"writing {out}", len(record.draft.source.text)):
        order = order_of(record, name, options)
        made = papered(record, order, name, options)
        data = writer(form, template, options["template"])(made.paper)
    if out == STDIN:
        sys.stdout.buffer.write(data)
    else:
        write_file(out, data, force=options["force"])
    _tell(record, order, made)
    return True


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """A document is made of many small values and no cycles: looking for some takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What is left goes with the process; otherwise all of it is looked through at once.
            gc.freeze()
            gc.enable()


def _tell(record: Record, order: Order, made: Issued) -> None:
    """What whoever issues the document has to know of it, on stderr."""
    if order.style == "clean" and record.open:
        complain(f"{_places(record)} open, in plain brackets", "--final refuses as long as anything is open")
    if order.delegation and not made.changed:
        complain(f"no words in the text are those of {order.delegation}: the document has no changes")
    for unshown in made.unshown:
        words = f"“{_cut(unshown.words)}”" if unshown.words else "leave it out"
        again = unshown.behind == unshown.address
        why = "it has a second wish for this place" if again else f"{unshown.behind} is in its way"
        complain(f"not shown: {unshown.address}, {words}", why)


def writer(form: str, template: bytes | None, named: str | None = None) -> Callable[[Paper], bytes]:
    """What turns a paper into the bytes of a file of this format.

    Args:
        form: `docx`, `html`, `json` or `md`.
        template: the bytes of the organisation's own .docx.
        named: the file they come from.
    """
    if form == "docx":
        from negotext.source import SourceError
        from negotext.word.writing import write_docx

        def written(paper: Paper) -> bytes:
            try:
                return write_docx(paper, template=template, template_name=f"the template {named}")
            except SourceError as error:
                raise Unusable(str(error), error.hint) from None

        return written
    from negotext.formats import to_html, to_json, to_markdown

    text_of = {"html": to_html, "json": to_json, "md": to_markdown}[form]
    return lambda paper: text_of(paper).encode()


def _template(name: str | None) -> bytes | None:
    """The bytes of the organisation's own .docx."""
    if name is None:
        return None
    try:
        with Path(name).open("rb") as file:
            data = file.read(_TEMPLATE + 1)
    except FileNotFoundError:
        raise Unusable(f"there is no file {name}", "--template is a Word file (.docx) with the styles to use") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Unusable(f"{name} cannot be read: {reason}", "name a Word file (.docx)") from None
    if len(data) > _TEMPLATE:
        raise Unusable(f"{name} is larger than {_TEMPLATE // 1_000_000} MB", "name a Word file with the styles alone")
    return data


def _tell_open(name: str, record: Record) -> None:
    """List what keeps a text from being final: findings, so on stdout."""
    complain(f"{_places(record)} open, so there is no final text; nothing was written", "decide or leave them out:")
    for choice in record.open[:_LISTED]:
        words = next((each.text for each in choice.alternatives[1:] if each.text), "")
        click.echo(f"{choice.address}\t{record.state(choice.address).value}\t{_cut(words)}")
    if len(record.open) > _LISTED:
        more = f"negotext list {name} --open" if record.round else f"negotext new SESSION --draft {name}"
        click.echo(f"… and {len(record.open) - _LISTED} more: {more}")


def _places(record: Record) -> str:
    count = len(record.open)
    return f"{count} places stay" if count > 1 else "1 place stays"


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 2] + " …"
