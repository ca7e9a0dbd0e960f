"""The package as bytes: the same for the same paper, whenever and wherever it is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from negotext.paper.values import Kind, Paper, Paragraph
from negotext.word.markup import legal

_FIRST, _LAST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
# Deflate at 6 takes twice as long for a tenth less.
_LEVEL = 4


def moment(date: str) -> datetime | None:
    """A date of a paper as a moment in UTC; None where it is empty or no date."""
    try:
        found = datetime.fromisoformat(date)
    except ValueError:
        return None
    return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found


def add_part(document: Document, name: str, content_type: str, relation: str, xml: str) -> None:
    """Add a part that belongs to the text, `name` its place in the package."""
    part = Part(PackURI(name), content_type, xml.encode(), document.part.package)
    document.part.relate_to(part, relation)


def describe(document: Document, paper: Paper) -> None:
    """Fill in the properties of the document: title, author, dates, symbol, language."""
    properties = document.core_properties
    root: Any = properties._element
    for child in list(root):
        root.remove(child)
    titles = (block.text for block in paper.body if isinstance(block, Paragraph) and block.kind is Kind.TITLE)
    properties.title = _short(paper.front.title or next(titles, ""))
    properties.author = properties.last_modified_by = _short(paper.author)
    properties.identifier = _short(paper.front.symbol)
    properties.subject = _short(paper.front.agenda)
    properties.language = _short(paper.language)
    properties.revision = 1
    created = moment(paper.created)
    if created is not None:
        properties.created = properties.modified = created


def _short(text: str) -> str:
    return legal(text)[:255]


def sealed(document: Document, parts: Mapping[str, str], created: str) -> bytes:
    """The document as the bytes of a .docx file.

    Args:
        document: the package.
        parts: parts that are written in place of its own, by their names in the archive, as XML.
        created: date of the document, which all entries of the archive have.
    """
    loose = io.BytesIO()
    document.save(loose)
    found = moment(created)
    stamp = min(max(found.timetuple()[:6], _FIRST), _LAST) if found else _FIRST
    result = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            data = parts[name].encode() if name in parts else source.read(name)
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data, compresslevel=_LEVEL)
    return result.getvalue()
