"""Styles of a document, as far as reading needs them: their names, and which paragraphs they number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..tags import VAL, w

if TYPE_CHECKING:
    from lxml.etree import _Element

# A chain of styles longer than this leads in a circle.
_CHAIN = 32


@dataclass(frozen=True, slots=True)
class Numbered:
    """What numbers a paragraph: `number` is the id of a numbering, `level` the level in it or None where unsaid."""

    number: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str | None
    numbered: Numbered


class Stylesheet:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        """Take the root of the part with the styles; None where there is none."""
        self._styles: dict[str, _Style] = {}
        self.default: str | None = None
        for style in root.iterfind(w("style")) if root is not None else ():
            key = style.get(w("styleId"))
            if key is None:
                continue
            self._styles[key] = _Style(
                _value(style, w("name")) or key,
                _value(style, w("basedOn")),
                numbered_by(style.find(w("pPr"))),
            )
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
                self.default = key

    def name(self, style: str | None) -> str:
        """The name of a style, or its id where it is not defined, or nothing."""
        found = self._styles.get(style or "")
        return found.name if found else style or ""

    def names(self) -> list[str]:
        """The names of all styles."""
        return [style.name for style in self._styles.values()]

    def numbered(self, style: str | None) -> tuple[Numbered, str | None]:
        """What numbers paragraphs of a style, and which style in its chain says so."""
        level: int | None = None
        for _ in range(_CHAIN):
            found = self._styles.get(style or "")
            if found is None:
                break
            level = level if level is not None else found.numbered.level
            if found.numbered.number is not None:
                return Numbered(found.numbered.number, level), style
            style = found.parent
        return Numbered(None, level), None


def numbered_by(properties: _Element | None) -> Numbered:
    """What the properties of a paragraph or of a style say about numbering; an insertion under review is not there."""
    numbering = properties.find(w("numPr")) if properties is not None else None
    if numbering is None:
        return Numbered(None, None)
    if numbering.find(w("ins")) is not None:
        return Numbered("0", None)
    level = _value(numbering, w("ilvl"))
    return Numbered(_value(numbering, w("numId")), integer(level))


def _value(element: _Element, tag: str) -> str | None:
    found = element.find(tag)
    return found.get(VAL) if found is not None else None


def integer(text: str | None) -> int | None:
    """The number that an attribute holds; None where it holds none that a document can mean."""
    try:
        return int(text) if text is not None and len(text) < 12 else None
    except ValueError:
        return None
