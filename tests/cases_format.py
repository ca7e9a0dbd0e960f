"""The format of tests/cases/*.md: a title, a draft, and what is expected of it, between dots on lines of their own.

    A name after a dash offers the words before it
    .
    5. The Committee shall [regularly – Chile] review the programme.
    .
    CL insert text="regularly" paragraph=5
    brackets contested=1 depth=1 editorial=0
    .

`none` expects no position at all. A case without a `brackets` line expects nothing of the brackets. The language is
that of the file (`en-`, `zh-`), or of the title (`fr: ...`) where the file holds several.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CASES = Path(__file__).resolve().parent / "cases"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
KEYS = ("alt", "behalf", "paragraph", "target", "text")
FIGURES = ("contested", "depth", "editorial")

_DOT = "."
_PAIR = re.compile(r'\s*(?P<key>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')
_WHO = re.compile(r"(?P<delegation>\S+) (?P<stance>[a-z]+)(?= |$)")


@dataclass(frozen=True)
class ExpectedPosition:
    delegation: str
    stance: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    title: str
    file: str
    line: int
    language: str
    draft: str
    positions: tuple[ExpectedPosition, ...]
    brackets: dict[str, int] | None

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.title}"


class BadCase(ValueError):
    """A case that does not keep to the format."""


def all_cases(folder: Path = CASES) -> list[Case]:
    """The cases of every file of a folder."""
    return [case for path in sorted(folder.glob("*.md")) for case in read_cases(path)]


def read_cases(path: Path) -> list[Case]:
    return list(parse_cases(path.read_text(encoding="utf-8"), path.name))


def parse_cases(text: str, file: str) -> Iterator[Case]:
    lines = text.split("\n")
    dots = [number for number, line in enumerate(lines) if line == _DOT]
    if len(dots) % 3:
        raise BadCase(f"{file}: {len(dots)} lines with a dot; every case has three")
    end = -1
    for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        head = [(number, line) for number, line in enumerate(lines[end + 1 : first], end + 1) if line.strip()]
        if len(head) != 1:
            raise BadCase(f"{file}:{first + 1}: a case has one line of title, here are {len(head)}")
        number, title = head[0]
        language, title = _language(title, file)
        expected = [(at + 1, lines[at]) for at in range(second + 1, third) if lines[at].strip()]
        positions, brackets = _expected(expected, file)
        draft = "\n".join(lines[first + 1 : second]) + "\n"
        yield Case(title, file, number + 1, language, draft, positions, brackets)
        end = third
    if any(line.strip() for line in lines[end + 1 :]):
        raise BadCase(f"{file}: there are words after the last case")


def _language(title: str, file: str) -> tuple[str, str]:
    prefix, colon, rest = title.partition(": ")
    if colon and prefix in LANGUAGES:
        return prefix, rest
    language = file.partition("-")[0]
    if language not in LANGUAGES:
        raise BadCase(f"{file}: neither the file nor the title “{title}” names a language")
    return language, title


def _expected(lines: list[tuple[int, str]], file: str) -> tuple[tuple[ExpectedPosition, ...], dict[str, int] | None]:
    positions: list[ExpectedPosition] = []
    brackets: dict[str, int] | None = None
    said_none = False
    for number, line in lines:
        if line == "none":
            said_none = True
        elif line.startswith("brackets "):
            pairs = _pairs(line.removeprefix("brackets "), FIGURES, f"{file}:{number}")
            brackets = {key: int(value) for key, value in pairs.items()}
        else:
            match = _WHO.match(line)
            if match is None:
                raise BadCase(f"{file}:{number}: no delegation and stance in “{line}”")
            fields = _pairs(line[match.end() :], KEYS, f"{file}:{number}")
            positions.append(ExpectedPosition(match["delegation"], match["stance"], fields))
    if said_none == bool(positions):
        raise BadCase(f"{file}:{lines[0][0] if lines else '?'}: a case lists its positions, or says none")
    return tuple(positions), brackets


def _pairs(text: str, known: tuple[str, ...], where: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    at = 0
    while text[at:].strip():
        match = _PAIR.match(text, at)
        if match is None or match["key"] not in known or match["key"] in pairs:
            raise BadCase(f"{where}: cannot read “{text[at:].strip()}”")
        pairs[match["key"]] = match["bare"] if match["quoted"] is None else match["quoted"]
        at = match.end()
    return pairs
