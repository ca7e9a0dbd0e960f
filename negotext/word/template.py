"""What a document starts from: an empty package, or the organisation's own document without its text.

From a template come styles, theme, fonts, numbering, page set-up, headers and footers. All else is left behind, macros,
comments, embedded objects and links to other files among it.
"""

from __future__ import annotations

import io
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.opc.part import Part

from negotext.source import SourceError
from negotext.word.opening import open_package
from negotext.word.settings import cleaned_settings, fresh_settings
from negotext.word.styles import fresh

NAME: Final = "the template"
_WHAT_TO_DO = "open it in Word or LibreOffice, save it again as .docx, and try that"

_OF_DOCUMENT = frozenset({RT.STYLES, RT.THEME, RT.FONT_TABLE, RT.SETTINGS, RT.NUMBERING})
_OF_HEADS = frozenset({RT.HEADER, RT.FOOTER})
# What these parts may bring along. Pictures have to be in the file; only a link that is clicked may lead out.
_BROUGHT = frozenset({RT.IMAGE, RT.FONT})
_LARGEST = 64 * 1024 * 1024


def empty_document(language: str) -> Document:
    """A package without any text, with our page and the fonts of a language."""
    document = docx.Document()
    _leave_behind(document, _OF_DOCUMENT - {RT.THEME, RT.FONT_TABLE, RT.NUMBERING})
    fresh(document.styles, language)
    fresh_settings(document.settings, language)
    return document


def document_from(template: bytes, name: str = NAME) -> Document:
    """The organisation's own document without its text.

    Args:
        template: the bytes of a .docx file.
        name: what to call it in messages.

    Raises:
        SourceError: it is no Word document, or one that is not opened; see `opening.open_package`.
    """
    package = open_package(template, name)
    if sum(entry.file_size for entry in package.sizes.values()) > _LARGEST:
        raise SourceError(f"{name} unpacks to more than {_LARGEST // 1024 // 1024} MB", "take out its pictures")
    for part in package.sizes:
        if part.endswith((".xml", ".rels")):
            package.parsed(part)
        else:
            package.unpacked(part)
    try:
        document = docx.Document(io.BytesIO(template))
        _keep_first_heads(document)
        _leave_behind(document, _OF_DOCUMENT | _OF_HEADS)
        _clean_parts(document, name)
        cleaned_settings(document.settings)
        _ = document.styles.element
    # python-docx has no error of its own for a package that lacks what it needs.
    except (
        KeyError,
        ValueError,
        AttributeError,
        AssertionError,
        IndexError,
        TypeError,
        OpcError,
    ) as error:
        raise SourceError(f"{name} is damaged: Word would find no document in it ({error})", _WHAT_TO_DO) from None
    return document


def _keep_first_heads(document: Document) -> None:
    """Take the page set-up from the first section, which has the head of the first page."""
    body: Any = document.element.body
    first = document.sections[0]._sectPr
    for child in list(body):
        if child is not first:
            body.remove(child)
    if first.getparent() is not body:
        body.append(first)


def _leave_behind(document: Document, kept: frozenset[str]) -> None:
    """Drop what the document is related to, but for relations of these kinds that its sections use."""
    part = document.part
    used = set(document.element.xpath("//@r:id"))
    for key, relation in list(part.rels.items()):
        wanted = relation.reltype in kept and not relation.is_external
        if not wanted or (relation.reltype in _OF_HEADS and key not in used):
            del part.rels[key]
    for key, relation in list(part.package.rels.items()):
        if relation.reltype not in (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES):
            del part.package.rels[key]


def _clean_parts(document: Document, name: str) -> None:
    """Drop what the parts of a template bring along, but for pictures, fonts and links."""
    for relation in document.part.rels.values():
        part: Part = relation.target_part
        for key, brought in list(part.rels.items()):
            link = brought.reltype == RT.HYPERLINK and relation.reltype in _OF_HEADS
            if link or (brought.reltype in _BROUGHT and not brought.is_external):
                continue
            if relation.reltype in _OF_HEADS:
                raise SourceError(
                    f"a header or footer of {name} holds something that is not copied "
                    f"({brought.reltype.rpartition('/')[2]}{', outside the file' if brought.is_external else ''})",
                    "keep text and pictures there, and save the pictures in the file",
                )
            del part.rels[key]
        root: Any = getattr(part, "element", None)
        if root is not None and relation.reltype in _OF_HEADS:
            for mark in root.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
                mark.getparent().remove(mark)
