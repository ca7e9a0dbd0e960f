"""Labels of paragraphs, items, headings and options, as printed at the beginning of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotext.languages import Lexicon
from negotext.model import BlockKind

_LATIN = (
    r"(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|undecies|duodecies|terdecies"
    r"|quaterdecies|quindecies|alt)"
)
_OPEN = re.compile(r"[\s\[［*_{]*")
_BULLET = re.compile(r"(?:[•‣▪●○◦·∙\uf0b7]|[−–—*-](?=\s))\s*")
_NUMBER = re.compile(
    rf"(?P<number>[\d٠-٩]{{1,3}}(?:\.\d{{1,3}}){{0,3}})(?P<suffix>(?:\s?\.?\s?{_LATIN}\b\.?(?:\d{{1,2}}(?!\d))?)*)"
    r"(?:(?P<item>\.?\s?[(（]\w{1,4}[)）])|(?P<end>\s?[.．、)](?!\d)|\s?[-–]\s)|(?=\s))",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:[\[［“\"(（«*_{A-ZÀ-ÞА-Я…,，،]|[^\x00-\u036f\u0430-\u045f]|$)")
_RESOLUTION = re.compile(rf"(?P<label>[OP]P\s?\d{{1,3}}(?:\s?{_LATIN}\b\.?\d?)*)[.:)]?\s*", re.IGNORECASE)
_ITEM = re.compile(
    rf"(?P<label>[(（](?:[a-z]{{1,2}}|[ivx]{{1,5}}|\d{{1,2}}|[A-Z]|[一二三四五六七八九十]{{1,3}})[)）]"
    rf"|[a-z](?=[.)]\s)|[a-z](?=\s{_LATIN}\b)|[ivx]{{1,5}}(?=[.)]\s))(?P<suffix>(?:\s?{_LATIN}\b\.?)*)[.)]?\s*",
)
_ITEM_ALT = re.compile(r"\s?Alt\b\.?(?:\s?bis\b\.?)?\s*", re.IGNORECASE)
_SECTION = re.compile(r"(?P<label>[A-Z]|[IVX]{1,5})[.．]\s*(?=\S)|(?P<han>[一二三四五六七八九十]{1,3})、")
_SENTENCE_END = re.compile(r"[.。;；,，:：]\s*$")
_ATTRIBUTED = re.compile(r"[\[［][^\[\]［］:：]{2,160}[:：]\d{0,3}\s*(?:ALT\s)?(?=\d{1,3}\.\s)")
# A heading with a section letter is a short line.
_HEADING_WIDTH = 75


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the beginning of a line: its kind, its text, and how many characters it takes."""

    kind: BlockKind
    text: str
    length: int
    bullet: bool = False


def find_label(line: str, lexicon: Lexicon) -> Label | None:
    """The label at the beginning of `line`, None where there is none."""
    opening = _OPEN.match(line)
    at = opening.end() if opening else 0
    if bullet := _BULLET.match(line, at):
        inner = find_label(line[bullet.end() :], lexicon)
        if inner is not None and inner.kind is BlockKind.OPTION:
            return Label(inner.kind, inner.text, bullet.end() + inner.length)
        return Label(BlockKind.ITEM, "", bullet.end(), bullet=True)
    named = _named(line, at, lexicon)
    if named is not None:
        return named
    if match := _RESOLUTION.match(line, at):
        return Label(BlockKind.PARAGRAPH, _tidy(match["label"]), match.end())
    if match := _ITEM.match(line, at):
        end = match.end()
        if alternative := _ITEM_ALT.match(line, end):
            end = alternative.end()
        text = match["label"].translate(_ROUND).strip("()")
        return Label(BlockKind.ITEM, _tidy(f"({text}){match['suffix']}"), end)
    if found := _numbered(line, at):
        return found
    if attributed := _ATTRIBUTED.match(line):
        return _numbered(line, attributed.end())
    return _section(line, at)


_ROUND = str.maketrans("（）", "()")


def _named(line: str, at: int, lexicon: Lexicon) -> Label | None:
    """Labels that begin with a word of the language: Article 3, Option 2, Chapter IV."""
    for name, kind in (
        ("option", BlockKind.OPTION),
        ("alternative", BlockKind.OPTION),
        ("article", BlockKind.PARAGRAPH),
        ("chapter", BlockKind.HEADING),
        ("note", BlockKind.NOTE),
    ):
        pattern = lexicon.labels.get(name)
        match = pattern.match(line, at) if pattern else None
        if match is None:
            continue
        rest = line[match.end() :]
        if name in ("article", "chapter") and not re.match(r"\s*(?:[:.：,—–-]?\s*(?:[\[{(A-Z“]|$)|[\u3400-\u9fff])", rest):
            continue
        if name in ("option", "note") and not re.match(r"\s*(?:[:：.)(（\[]|$|bis|ter|[—–-])", rest):
            continue
        return Label(kind, _tidy(match.group()), match.end() + len(re.match(r"[\s:：.]*", rest).group()))  # type: ignore[union-attr]
    return None


def _numbered(line: str, at: int) -> Label | None:
    match = _NUMBER.match(line, at)
    if match is None:
        return None
    number, suffix, item = match["number"], match["suffix"].strip(), match["item"]
    if item:
        label = number + item.strip(" .").translate(_ROUND)
        return Label(BlockKind.PARAGRAPH, label, match.end())
    plain = match["end"] is None and "." not in number and not suffix
    if plain or not _AFTER.match(line, match.end()):
        return None
    return Label(BlockKind.PARAGRAPH, _tidy(f"{number} {suffix}"), match.end())


def _section(line: str, at: int) -> Label | None:
    match = _SECTION.match(line, at)
    if match is None or len(line.encode()) // 2 + len(line) // 2 > _HEADING_WIDTH * 1.5:
        return None
    words = re.sub(r"[\[［(（].*", "", line[match.end() :])
    if len(words) > _HEADING_WIDTH or (_SENTENCE_END.search(words) and match["label"]):
        return None
    return Label(BlockKind.HEADING, match["label"] or match["han"], match.end())


def _tidy(label: str) -> str:
    folded = re.sub(r"\s+", " ", label).strip(" .:")
    return re.sub(rf"\s*\.?\s*\b({_LATIN})\b\.?", r" \1", folded, flags=re.IGNORECASE).strip()
