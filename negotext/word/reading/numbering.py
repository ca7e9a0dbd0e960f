"""Automatic numbering as labels: what Word shows in front of a paragraph and does not keep in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..tags import VAL, w
from .numerals import numeral
from .stylesheet import Numbered, Stylesheet, integer, numbered_by

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
# Signs of the fonts Symbol and Wingdings, which are nothing outside them; a letter o in Courier is a hollow bullet.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_HOLLOW = "o"
# A space whatever stands there: `1.` and `5 per cent` without one would be another number.
_GAP = " "
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering.

    Attributes:
        start: its first number.
        form: `w:numFmt`.
        text: with `%1` … `%9` for the numbers of the levels.
        restart: number of levels above, counted from the top, the use of one of which begins this level anew.
        legal: whether all numbers are shown in digits.
        style: the paragraph style that has this level, or None.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class Numbering:
    """Counts the numbered paragraphs of a document, in its order.

    Args:
        root: of the part with the numberings; None where there is none.
        styles: the styles of the document.
    """

    def __init__(self, root: _Element | None, styles: Stylesheet) -> None:
        self._styles = styles
        self._abstract: dict[str, dict[int, Level]] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._family: dict[str, str] = {}
        self._first: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, properties: _Element | None) -> str:
        """The label of the next paragraph, with the gap behind it; empty where it has none.

        Args:
            properties: of the paragraph (`w:pPr`), None where it has none.
        """
        key, level = self._place(properties)
        if key is None or level is None:
            return ""
        levels, counts = self._levels[key], self._counts.setdefault(self._family[key], [None] * LEVELS)
        self._count(key, level, levels, counts)
        shown = levels.get(level, Level())
        if shown.form == "bullet":
            return self._bullet(shown)

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, Level())
            count = counts[at] if counts[at] is not None else other.start
            return numeral(count or 0, "decimal" if shown.legal and other.form != "none" else other.form)

        written = _PLACE.sub(number, shown.text)
        return f"{written}{_GAP}" if written.strip() else ""

    def _bullet(self, level: Level) -> str:
        sign = _PRIVATE.sub("•", level.text)
        sign = "◦" if sign == _HOLLOW else sign
        return f"{sign}{_GAP}" if sign.strip() else ""

    def _count(self, key: str, level: int, levels: dict[int, Level], counts: list[int | None]) -> None:
        first = self._first[key].get(level)
        count = counts[level]
        if first is not None and (key, level) not in self._begun:
            counts[level] = first
        else:
            counts[level] = levels.get(level, Level()).start if count is None else count + 1
        self._begun.add((key, level))
        for above in range(level):
            if counts[above] is None:
                counts[above] = levels.get(above, Level()).start
        for below in range(level + 1, LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or level < restart:
                counts[below] = None

    def _place(self, properties: _Element | None) -> tuple[str | None, int | None]:
        """The numbering and the level of a paragraph: its own, or that of its style."""
        own = numbered_by(properties)
        style = properties.find(w("pStyle")) if properties is not None else None
        named = style.get(VAL) if style is not None else self._styles.default
        inherited, giver = self._styles.numbered(named)
        number = own.number if own.number is not None else inherited.number
        if number is None or number == "0" or number not in self._levels:
            return None, None
        level = own.level
        if level is None and own.number is None:
            linked: dict[str | None, int] = {each.style: at for at, each in self._levels[number].items() if each.style}
            of_giver = inherited.level if inherited.level is not None else linked.get(giver)
            level = linked.get(named, of_giver)
        level = level if level is not None else inherited.level or 0
        return number, min(max(level, 0), LEVELS - 1)

    def _read(self, root: _Element) -> None:
        links: dict[str, str] = {}
        for abstract in root.iterfind(w("abstractNum")):
            key = abstract.get(w("abstractNumId"), "")
            self._abstract[key] = dict(_levels(abstract))
            link = abstract.find(w("numStyleLink"))
            if link is not None:
                links[key] = link.get(VAL, "")
        families = {
            num.get(w("numId"), ""): _attribute(num.find(w("abstractNumId"))) for num in root.iterfind(w("num"))
        }
        for num in root.iterfind(w("num")):
            key = num.get(w("numId"), "")
            family = families[key]
            if family in links:
                # The levels are those of the numbering that a list style has.
                linked: Numbered = self._styles.numbered(links[family])[0]
                family = families.get(linked.number or "", family)
            self._family[key] = family
            levels = dict(self._abstract.get(family, {}))
            self._first[key] = {}
            for override in num.iterfind(w("lvlOverride")):
                at = integer(override.get(w("ilvl"))) or 0
                levels |= dict(_levels(override))
                first = override.find(w("startOverride"))
                if first is not None:
                    self._first[key][at] = integer(first.get(VAL)) or 0
                    levels[at] = replace(levels.get(at, Level()), start=self._first[key][at])
            self._levels[key] = levels


def _attribute(element: _Element | None) -> str:
    return str(element.get(VAL, "")) if element is not None else ""


def _levels(holder: _Element) -> Iterator[tuple[int, Level]]:
    for level in holder.iterfind(w("lvl")):
        at = integer(level.get(w("ilvl")))
        if at is None or not 0 <= at < LEVELS:
            continue
        legal = level.find(w("isLgl"))
        form = level.find(w("numFmt"))
        start = integer(_attribute(level.find(w("start"))) or None)
        yield (
            at,
            Level(
                start=start if start is not None else 0,
                form=_attribute(form) or "decimal",
                text=_attribute(level.find(w("lvlText"))),
                restart=integer(_attribute(level.find(w("lvlRestart"))) or None),
                legal=legal is not None and legal.get(VAL, "1") not in _OFF,
                style=_attribute(level.find(w("pStyle"))) or None,
            ),
        )
