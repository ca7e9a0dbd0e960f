"""Opening a Word file without trusting it.

A .docx is a zip archive of XML parts. Guarantees, whatever the bytes: nothing is written or fetched, no entity is
expanded, memory is bounded by `LIMIT`, and what cannot be read is one `SourceError` that says what to do.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from negotext.source import SourceError

from .tags import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 64 * 1024 * 1024
"""Largest part that is unpacked, and largest file, in bytes. The longest real drafts are below 5 MB unpacked."""

WHOLE = 512 * 1024 * 1024
"""Most that all parts together may say they unpack to, pictures among them."""

PARTS = 5_000
"""Most parts a file may have."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ZIPS = (_ZIP, b"PK\x05\x06")  # the other begins an archive without any entry
_TYPES = "[Content_Types].xml"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
# "Strict Open XML Document", the other form of the same format, differs in its namespaces.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_SAVE_AGAIN = "open it in Word or LibreOffice and save it again as .docx"
_MACROS = "open it in Word and save it as .docx, which holds no macros"


def is_package(data: bytes) -> bool:
    """Whether bytes are an Office package: a zip archive that lists its content types."""
    return data.startswith(_ZIP) and _TYPES.encode() in data


@dataclass(slots=True)
class Package:
    """The parts of a Word file, unpacked when they are asked for.

    Attributes:
        name: what to call the file in messages.
        main: name of the part with the text.
        related: names of the parts that belong to it, by kind: `styles`, `numbering`, `comments`, `footnotes`.
    """

    name: str
    archive: zipfile.ZipFile
    sizes: dict[str, zipfile.ZipInfo]
    main: str = ""
    related: dict[str, str] = field(default_factory=dict)

    def body(self) -> _Element:
        """The root of the main part."""
        return self.parsed(self.main)

    def root(self, kind: str) -> _Element | None:
        """The root of the part of this kind, None where the file has none."""
        part = self.related.get(kind)
        return self.parsed(part) if part in self.sizes else None

    def parsed(self, part: str) -> _Element:
        """The root element of a part.

        Raises:
            SourceError: it is missing, too large, damaged, or has a document type definition.
        """
        from lxml import etree

        data = self.unpacked(part)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            reason = " ".join((error.msg or "").replace("xmlSAX2Characters: ", "").split()).partition(", use XML")[0]
            raise SourceError(f"{self.name} is damaged: {part} is no XML ({reason})", _SAVE_AGAIN) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise SourceError(
                f"{self.name} has a document type definition in {part}, which no Word file has",
                f"do not trust it; if you do, {_SAVE_AGAIN}",
            )
        return root

    def unpacked(self, part: str) -> bytes:
        """The bytes of a part; see `parsed`."""
        info = self.sizes.get(part)
        if info is None:
            raise SourceError(f"{self.name} is damaged: it has no {part}", _SAVE_AGAIN)
        if info.flag_bits & 1:
            raise SourceError(f"{self.name} is protected by a password", "save it without a password")
        try:
            with self.archive.open(info) as file:
                # What the archive says of its sizes may be a lie.
                data = file.read(LIMIT + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise SourceError(f"{self.name} is damaged: {part} cannot be unpacked ({error})", _SAVE_AGAIN) from None
        if len(data) > LIMIT:
            raise _too_large(self.name, part)
        return data


def open_package(data: bytes, name: str) -> Package:
    """The parts of a Word file.

    Args:
        data: its bytes.
        name: what to call it in messages.

    Raises:
        SourceError: it is no Word document, or one that is not opened: protected, with macros, damaged, too large.
    """
    if len(data) > LIMIT:
        raise SourceError(
            f"{name} is larger than {LIMIT // 1024 // 1024} MB, which no draft is", "take out its pictures, or split it"
        )
    if data.startswith(_OLE):
        if _PASSWORD in data:
            raise SourceError(f"{name} is protected by a password", "open it in Word and save it without a password")
        raise SourceError(f"{name} is an old Word (.doc) file", "open it in Word or LibreOffice and save it as .docx")
    if not data.startswith(_ZIPS):
        raise SourceError(f"{name} is no Word file", _SAVE_AGAIN)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError(
            f"{name} is a damaged or incomplete Word file ({error})", f"copy it again, or {_SAVE_AGAIN}"
        ) from None
    package = Package(name, archive, _checked(archive.infolist(), name))
    if _TYPES not in package.sizes:
        raise _no_document(package)
    package.main = _target(package, "_rels/.rels", "", "officeDocument").get("officeDocument", "word/document.xml")
    _check_kind(package)
    folder, file = posixpath.split(package.main)
    package.related = _target(package, posixpath.join(folder, "_rels", f"{file}.rels"), folder)
    return package


def _checked(entries: list[zipfile.ZipInfo], name: str) -> dict[str, zipfile.ZipInfo]:
    """The entries of an archive by name, when there is nothing suspicious about them."""
    if len(entries) > PARTS:
        raise SourceError(f"{name} has {len(entries):,} parts, more than any draft", f"if you trust it, {_SAVE_AGAIN}")
    if sum(entry.file_size for entry in entries) > WHOLE:
        raise _too_large(name, "all its parts")
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        path = entry.filename.replace("\\", "/")
        if path.startswith("/") or ":" in path or ".." in path.split("/"):
            raise SourceError(
                f"{name} names a part outside itself ({entry.filename[:80]!r})", f"do not trust it, or {_SAVE_AGAIN}"
            )
        if entry.filename in found:
            raise SourceError(f"{name} has two parts named {entry.filename[:80]!r}", _SAVE_AGAIN)
        found[entry.filename] = entry
    return found


def _too_large(name: str, part: str) -> SourceError:
    return SourceError(
        f"{name} unpacks to more than a draft can hold ({part}: over "
        f"{(WHOLE if part == 'all its parts' else LIMIT) // 1024 // 1024} MB)",
        "do not trust it; a real draft can be split, or saved without its pictures",
    )


def _check_kind(package: Package) -> None:
    """That the main part is the text of a Word document, without macros."""
    kinds = dict(_content_types(package))
    kind = kinds.get(f"/{package.main}", "")
    if "macroEnabled" in kind or any(part.endswith("vbaProject.bin") for part in package.sizes):
        raise SourceError(f"{package.name} is a Word file with macros (.docm)", _MACROS)
    if "spreadsheetml" in kind or "presentationml" in kind:
        what = "an Excel (.xlsx)" if "spreadsheetml" in kind else "a PowerPoint (.pptx)"
        raise SourceError(f"{package.name} is {what} file, not a Word document", "copy its text into a .docx")
    if package.main not in package.sizes:
        raise _no_document(package)


def _no_document(package: Package) -> SourceError:
    if "mimetype" in package.sizes and package.unpacked("mimetype").startswith(b"application/vnd.oasis"):
        return SourceError(f"{package.name} is an OpenDocument (.odt) file", "open it in LibreOffice, save it as .docx")
    return SourceError(f"{package.name} is a zip archive without a Word document", "name a draft: .docx, or text")


def _content_types(package: Package) -> Iterator[tuple[str, str]]:
    for entry in package.parsed(_TYPES):
        yield str(entry.get("PartName", "")), str(entry.get("ContentType", ""))


def _target(package: Package, part: str, folder: str, only: str = "") -> dict[str, str]:
    """What a part is related to, inside the file, by kind. Relations that lead outside are not followed."""
    found: dict[str, str] = {}
    if part not in package.sizes:
        return found
    for relation in package.parsed(part):
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        if relation.get("TargetMode") == "External" or (only and kind != only):
            continue
        target = unquote(str(relation.get("Target", "")))
        path = posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
        if path.startswith(".."):
            raise SourceError(
                f"{package.name} names a part outside itself ({target[:80]!r})", f"do not trust it, or {_SAVE_AGAIN}"
            )
        found.setdefault(kind, path)
    return found
