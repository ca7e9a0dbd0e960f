"""What a person has set for the chair's terminal: a file `chair.toml`, read so that no fault of it keeps one out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from .keymap import Keymap, keymap_of

THEMES = ("dark", "light", "high-contrast")
"""The names of the themes, in the order in which the key goes through them."""

NARROWEST = 30
"""The smallest reading width, in cells."""

_MOST = 1_000_000


@dataclass(frozen=True)
class Settings:
    """How the terminal is set up.

    Attributes:
        theme: the colours to begin with.
        width: how wide the text is at most, in cells; 0 for as wide as there is room.
        names: whether the projector (`negotext view`) shows who asked for what to begin with.
        keymap: which keys do what.
        faults: what of the file does not hold, each a sentence that names the file and the line.
        path: the file; None where none was looked for.
    """

    theme: str = THEMES[0]
    width: int = 0
    names: bool = False
    keymap: Keymap = field(default_factory=Keymap)
    faults: tuple[str, ...] = ()
    path: Path | None = None

    @property
    def told(self) -> str:
        """The faults in one line; empty where there are none."""
        more = f" (and {len(self.faults) - 1} more: negotext chair --keys)" if len(self.faults) > 1 else ""
        return f"{self.faults[0]}{more}" if self.faults else ""


def settings_path() -> Path:
    """Where the file is on this system: on Linux `$XDG_CONFIG_HOME/negotext/chair.toml`."""
    from platformdirs import user_config_path

    return user_config_path("negotext", appauthor=False, roaming=True) / "chair.toml"


def load_settings(path: Path | None = None) -> Settings:
    """The settings of a file; those that hold without one, where there is none.

    Args:
        path: of the file; `settings_path()` when None.

    Returns:
        What could be read, the rest as it is without a file; what could not is in `faults`.
    """
    place = path or settings_path()
    try:
        with place.open("rb") as file:
            data = file.read(_MOST + 1)
    except FileNotFoundError:
        return Settings(path=place)
    except OSError as error:
        return Settings(path=place, faults=(f"{place} cannot be read ({error.strerror}): all is as without it",))
    if len(data) > _MOST:
        return Settings(path=place, faults=(f"{place} is larger than 1 MB: all is as without it",))
    try:
        text = data.decode("utf-8-sig")
        return read_settings(text, place)
    except UnicodeDecodeError:
        return Settings(path=place, faults=(f"{place} is no text in UTF-8: all is as without it",))


def read_settings(text: str, path: Path) -> Settings:
    """The settings of a text in TOML; see `load_settings`.

    Args:
        text: of the file.
        path: what to call it in the faults.
    """
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason = str(error) or "it is nested too deep"
        return Settings(path=path, faults=(f"{path} is no TOML: {reason}; all is as without it",))
    faults = [(name, reason) for name, reason in _misplaced(found)]
    values: dict[str, Any] = {}
    for name, check in _CHECKS.items():
        if name in found:
            reason = check(found[name])
            if reason:
                faults.append((name, reason))
            else:
                values[name] = found[name]
    keys = found.get("keys", {})
    keymap = Keymap()
    if isinstance(keys, Mapping):
        keymap, doubtful = keymap_of(keys)
        faults += doubtful
    else:
        faults.append(("keys", 'keys stand below a line [keys], such as park = "P"'))
    lines = text.splitlines()
    told = sorted((_line(lines, name), f"{name}: {reason}") for name, reason in faults)
    said = tuple(f"{path} line {line}, {words}" if line else f"{path}, {words}" for line, words in told)
    return Settings(**values, keymap=keymap, faults=said, path=path)


def _theme(value: object) -> str:
    return "" if value in THEMES else f"there is no theme {value!r}; take {', '.join(THEMES)}"


def _width(value: object) -> str:
    fits = isinstance(value, int) and not isinstance(value, bool) and (value == 0 or value >= NARROWEST)
    return "" if fits else f"a number of cells, {NARROWEST} or more, or 0 for as wide as there is room"


def _names(value: object) -> str:
    return "" if isinstance(value, bool) else "true or false"


_CHECKS: dict[str, Callable[[object], str]] = {"theme": _theme, "width": _width, "names": _names}


def _misplaced(found: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    known = [*_CHECKS, "keys"]
    for name in found:
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.5)
            yield name, f"there is no such setting; {f'did you mean {near[0]}?' if near else ', '.join(known)}"


def _line(lines: list[str], name: str) -> int:
    """The line in which a name is set; 0 where it cannot be told."""
    begins = re.compile(rf"""\s*(?:\[\s*)?(?:keys\s*\.\s*)?["']?{re.escape(name)}["']?\s*[\].=]""")
    return next((number for number, line in enumerate(lines, start=1) if begins.match(line)), 0)
