"""What a Word file holds and a text cannot show, told once for each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from negotext.model import Diagnostic, Severity, Span

_TOLD = {
    "box": ("text-box", "{count} in this document: their words stand behind the paragraph they hang on", "text box"),
    "formula": ("formula", "{count} in this document: their letters and digits are read as a line", "formula"),
    "hidden": ("hidden-text", "{count} in this document are left out", "hidden stretch"),
    "contents": ("contents", "{count} of a table of contents are left out", "line"),
    "endnotes": (
        "endnotes",
        "{count} of endnotes: they go on with the count of the footnotes",
        "call",
    ),
    "resolved": ("resolved-comment", "left out because Word has them as resolved: {count}", "comment"),
    "chunk": ("embedded-document", "{count} inside this document are not read", "document"),
}
_PLURALS = {"text box": "text boxes", "formula": "formulas", "hidden stretch": "hidden stretches"}


def notices(found: Mapping[str, int]) -> Iterator[Diagnostic]:
    """The diagnostics for what was met, at the beginning of the text.

    Args:
        found: how often, by kind.
    """
    for kind, count in found.items():
        code, message, noun = _TOLD[kind]
        counted = f"{count} {noun if count == 1 else _PLURALS.get(noun, noun + 's')}"
        yield Diagnostic(code, Severity.NOTE, Span(0, 0), message.format(count=counted))
