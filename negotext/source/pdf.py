"""Text out of a PDF file. A PDF has no paragraphs, only letters at places: what comes out is a guess and says so."""

from __future__ import annotations

import io
import logging
import re
import time

from negotext.model import Diagnostic, Severity, Source, Span

from .decode import LIMIT, SourceError, from_text

PAGES = 2_000
"""Most pages that are read. The longest real drafts have a few hundred."""

SECONDS = 120.0
"""How long the pages of one file may take."""

_NUMBER_OF = re.compile(r"\s*\d{1,4}\s*/\s*\d{1,4}\s*\Z")
_EMPTY = re.compile(r"\n(?:[ \t]*\n){3,}")
_SAVE = "ask for the draft as a Word file (.docx), or save its text as .txt"


def read_pdf(data: bytes, name: str = "-") -> tuple[Source, Diagnostic]:
    """The text of a PDF file as it lies on its pages, and a note that says that it may be wrong.

    Args:
        data: the bytes of the file.
        name: what to call it in messages.

    Raises:
        SourceError: it is damaged, protected, too long, or has no text because its pages are pictures.
    """
    text = "\f".join(_pages(data, name))
    if not text.strip():
        raise SourceError(f"{name} has no text: its pages are pictures", "recognise its text (OCR), or " + _SAVE)
    lossy = Diagnostic(
        "from-pdf",
        Severity.NOTE,
        Span(0, 0),
        "this text was taken from a PDF, where paragraphs, footnotes and spaces are guessed from places on the page",
        "compare it with the page before you rely on it; a Word file (.docx) is read exactly",
    )
    return from_text(text, name), lossy


def _pages(data: bytes, name: str) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    # What it finds odd in a file it tells the log, which nobody here reads.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    deadline = time.monotonic() + SECONDS
    found: list[str] = []
    size = 0
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{name} is protected by a password", "save it without a password")
        if len(reader.pages) > PAGES:
            raise SourceError(f"{name} has more than {PAGES:,} pages, which no draft has", "split it")
        for page in reader.pages:
            found.append(_tidied(page.extract_text(extraction_mode="layout")))
            size += len(found[-1])
            if size > LIMIT or time.monotonic() > deadline:
                raise SourceError(f"{name} takes too long to read", _SAVE)
    except (DependencyError, FileNotDecryptedError):
        raise SourceError(f"{name} is protected", "save it without protection, or " + _SAVE) from None
    except SourceError:
        raise
    except (PyPdfError, ArithmeticError, LookupError, TypeError, ValueError, OSError, RecursionError) as error:
        # What a damaged file does to the library that reads it cannot be foreseen.
        reason = str(error).strip().split("\n", maxsplit=1)[0]
        raise SourceError(f"{name} is a damaged PDF file ({reason or type(error).__name__})", _SAVE) from None
    except (AttributeError, MemoryError, NotImplementedError):
        raise SourceError(f"{name} is a damaged PDF file", _SAVE) from None
    return found


def _tidied(page: str) -> str:
    """A page without `3/12` at its ends, and without the empty lines down to its foot."""
    lines = page.strip("\n").split("\n")
    for end in (0, -1):
        if lines and _NUMBER_OF.match(lines[end]):
            del lines[end]
    return _EMPTY.sub("\n\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n") + "\n"
