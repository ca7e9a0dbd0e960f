"""Labels of paragraphs, items, headings and options, as printed at the beginning of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from negotext.languages import Lexicon
from negotext.model import BlockKind

_LATIN = (
    r"(?:bis|ter|quater|quarter|quinquies|sexies|septies|octies|novies|nonies|decies|undecies|duodecies|terdecies"
    r"|quaterdecies|quindecies|alt)"
)
_OPEN = re.compile(r"[\s\[［*_{]*")
_BULLET = re.compile(r"(?:[•‣▪●○◦·∙\uf0a7\uf0b7]|[−–—*-](?=\s|$))\s*")
# What every label but the named ones begins with, at a glance.
_SHAPED = re.compile(
    rf"\d|[(（]|[OP]P\s?\d|[a-zа-яivx]{{1,5}}[.)]|[A-Z]{{1,5}}[.．]|[a-z]\s(?:{_LATIN}\b|\S)|[一二三四五六七八九十]{{1,3}}、",
    re.IGNORECASE,
)
# A hollow bullet that the extraction made a letter.
_HOLLOW = re.compile(r"o\s+(?=[\[［A-Z“])")
_NUMBER = re.compile(
    rf"(?P<number>(?:[(（][A-Z]{{2,6}}[)）]\s?)?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})"
    rf"(?P<suffix>(?:\s?\.?\s?{_LATIN}\b(?:\.?\d{{1,2}}(?!\d)|\.)?|\s[\[［]{_LATIN}\.|之[二三四五六七八九十]{{1,2}})*)"
    r"(?:(?P<item>\.?\s?[(（]\w{1,4}[)）])|(?P<end>\s?[.．、)](?!\d)|\s?[-–]\s)|(?=\s|$))",
    re.IGNORECASE,
)
# Rival numbers of a paragraph: [4][2].
_RIVAL_NUMBERS = re.compile(r"[\[［](?P<number>\d{1,3})[\]］](?:\s?/?\s?[\[［]\d{1,3}[\]］]){0,3}\s?[.)](?=\s)")
_AFTER = re.compile(r"\s*(?:[\[［“\"(（«*_{A-ZÀ-ÞА-Я…,，،]|[^\x00-\u036f\u0430-\u045f]|$)")
# After a full stop, a paragraph may begin with anything: `5. 10 per cent`, `3. to report`.
_AFTER_STOP = re.compile(r"\s+\S")
_RESOLUTION = re.compile(rf"(?P<label>[OP]P\s?\d{{1,3}}(?:\s?{_LATIN}\b\.?\d?)*)[.:)]?\s*", re.IGNORECASE)
_ITEM = re.compile(
    rf"(?P<label>[(（](?:[a-zа-я]{{1,2}}|[ivx]{{1,5}}|\d{{1,2}}|[A-Z]|[一二三四五六七八九十]{{1,3}}|[٠-٩أ-ي]{{1,2}})[)）]"
    rf"|[a-z](?=[.)](?:\s|$))|[а-я](?=\)\s)|[a-z](?=\s{_LATIN}\b)|[ivx]{{1,5}}(?=[.)](?:\s|$)))"
    rf"(?P<suffix>(?:\s?\.?\s?(?:{_LATIN}|A[Ll][Tt])\b\.?(?:\s?\d{{1,2}}(?!\d)\.?)?)*)[.)]?\s*",
)
_SECTION = re.compile(r"(?P<label>[A-Z]|[IVX]{1,5})[.．]\s*(?=\S)|(?P<han>[一二三四五六七八九十]{1,3})、")
_SUFFIX = re.compile(rf"[\s.\[［]*(?<![^\W\d_])({_LATIN})(?![^\W\d_])(?:\.(?!\d))?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.。;；؛,，،:：]\s*$")
# An attribution in front of a label: `[US propose; CL oppose: 2. Nothing`, `[NZ propose. g. The protection`.
_ATTRIBUTED = re.compile(
    r"[\[［]{1,2}(?:[^\[\]［］:：]{2,160}[:：][\d⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}"
    r"|[A-Z]{2}[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}(?:/\s?[A-Z]{2}[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3})*\s[a-z]+\.)\s*(?:ALT\s)?"
    r"(?=\d{1,3}\.\s|[(（][a-z]{1,4}[)）]\s|[a-z]\.\s)"
)
_BEHIND_ARTICLE = re.compile(
    r"\s*(?:[:.：,—–-]?\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}\s*(?:[\[{(A-ZÀ-ÞА-Я“«]|$)|[\u3400-\u9fff]|(?:\s?[:：.–—-])?\s?[\u0600-\u06ff])"
)
_BEHIND_OPTION = re.compile(r"\s*(?:[:：.)(（\[]|$|bis|ter|[—–-])")
# A bracket closed in mid-line: words of a sentence, `[Annex I Parties][Parties included in annex X]`.
_CLOSES = re.compile(r"[\]］](?!\W*\Z)")
_NAMED_HEADING = 60
# A heading with a section letter is a short line.
_HEADING_WIDTH = 75
_BRACKET = re.compile(r"[\[［][^\[\]［］]*[\]］]")
# Brackets nested deeper stand in no heading.
_DEEP = 3


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
    shaped = _SHAPED.match(line, at)
    if shaped and (match := _RESOLUTION.match(line, at)):
        return Label(BlockKind.PARAGRAPH, _tidy(match["label"]), match.end())
    if shaped and (found := _item(line, at) or _numbered(line, at)):
        return found
    if line[:1] in ("[", "［"):
        if rivals := _RIVAL_NUMBERS.match(line):
            return Label(BlockKind.PARAGRAPH, rivals["number"], rivals.end())
        if attributed := _ATTRIBUTED.match(line):
            return _item(line, attributed.end()) or _numbered(line, attributed.end())
    hollow = _HOLLOW.match(line) if lexicon.language != "es" else None  # where it is a word
    if hollow:
        return Label(BlockKind.ITEM, "", hollow.end())
    return _section(line, at) if shaped else None


_ROUND = str.maketrans("（）", "()")


def _named(line: str, at: int, lexicon: Lexicon) -> Label | None:
    """Labels that begin with a word of the language: Article 3, Option 2, Chapter IV."""
    if not lexicon.named.match(line, at):
        return None
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
        if name in ("article", "chapter") and not _BEHIND_ARTICLE.match(rest):
            continue
        if name == "chapter" and rest[:1] == " " and not _heads(line):
            continue
        if name in ("option", "note") and not (_BEHIND_OPTION.match(rest) or (name == "option" and _heads(line))):
            continue
        return Label(kind, _tidy(match.group()), len(line) - len(rest.lstrip(" \xa0\u202f\t:：.")))
    return None


def _heads(line: str) -> bool:
    """Whether a line is short enough for a heading, and ends like one: `Option I for draft rules 6.1 and 6.2`."""
    return len(line) <= _NAMED_HEADING and not _SENTENCE_END.search(line) and not _CLOSES.search(line)


def _item(line: str, at: int) -> Label | None:
    match = _ITEM.match(line, at)
    if match is None:
        return None
    text = match["label"].translate(_ROUND).strip("()")
    return Label(BlockKind.ITEM, _tidy(f"({text}){match['suffix']}"), match.end())


def _numbered(line: str, at: int) -> Label | None:
    match = _NUMBER.match(line, at)
    if match is None:
        return None
    number, suffix, item = match["number"], match["suffix"].strip(), match["item"]
    if item:
        label = number + item.strip(" .").translate(_ROUND)
        return Label(BlockKind.PARAGRAPH, label, match.end())
    end = (match["end"] or "").strip()
    plain = match["end"] is None and "." not in number and not suffix
    stopped = end in (".", "．") and _AFTER_STOP.match(line, match.end())
    if plain or not (stopped or _AFTER.match(line, match.end())):
        return None
    between = "" if suffix.startswith("之") else " "
    return Label(BlockKind.PARAGRAPH, _tidy(f"{number}{between}{suffix}"), match.end())


def _section(line: str, at: int) -> Label | None:
    match = _SECTION.match(line, at)
    if match is None:
        return None
    words = re.sub(r"[\[［(（].*", "", line[match.end() :])
    long = _is_wide(_without_brackets(line)) or len(words) > _HEADING_WIDTH
    if match["han"]:
        kind = BlockKind.PARAGRAPH if long or _SENTENCE_END.search(words) else BlockKind.HEADING
        return Label(kind, match["han"], match.end())
    if long or _SENTENCE_END.search(words):
        return None
    return Label(BlockKind.HEADING, match["label"], match.end())


def _is_wide(line: str) -> bool:
    """Whether a line is too wide for a heading; Chinese characters are as wide as two others."""
    return len(line.encode("utf-8", "surrogatepass")) + len(line) > _HEADING_WIDTH * 3


def _without_brackets(line: str) -> str:
    """A line that ends with a bracket without all of them: who wants what in a heading makes it no paragraph.

    What is in brackets as a whole, or not closed in this line, stays.
    """
    rest = line.rstrip()
    if rest[-1:] not in ("]", "］"):
        return line
    for _ in range(_DEEP):
        rest = _BRACKET.sub("", rest)
    return rest if len(rest.split()) > 1 else line


def _tidy(label: str) -> str:
    folded = re.sub(r"\s+", " ", label).strip(" .:")
    return _SUFFIX.sub(r" \1", folded).strip()
