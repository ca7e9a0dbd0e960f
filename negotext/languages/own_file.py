"""Reading a file of delegations (TOML), written by people who have never seen one.

At the top it may say `iso = false`: countries are not known. Each delegation is a table under its code: `[GREENS]`, and
below it `names = ["The Greens", "Green Party"]`; `members = ["GREENS", "LEFT"]` makes it a group. More names for
somebody who is known anyway are `aliases`, and `title` is what to call a delegation.
"""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from functools import lru_cache
from typing import Any

from .own import ANY, OwnDelegation, OwnDelegations, OwnError, articles, variants
from .registry import Registry, load_registry

LIMIT = 256 * 1024
"""Largest file of delegations, in characters; a thousand parties with five names each need a third of it."""

_EXAMPLE = 'write for example: [GREENS], and below it: names = ["The Greens", "Green Party"]'
_CODE = re.compile(r"[A-Z][A-Z0-9_]{1,23}")
_KEYS = ("names", "aliases", "title", "members")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
_LONGEST = 200


@lru_cache(maxsize=16)
def read_own(text: str) -> OwnDelegations:
    """The delegations of a file.

    Args:
        text: the file, decoded.

    Raises:
        OwnError: it cannot be used; says the line, as far as there is one, and what to do.
    """
    if len(text) > LIMIT:
        hint = "give a file with one small table for each delegation; is this the draft?"
        raise OwnError(f"this is far too long for a file of delegations (above {LIMIT // 1024} kB)", 0, hint)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _no_toml(text, error) from None
    return _File(text, data).read()


class _File:
    """One file: its data, and where in the text each thing stands."""

    def __init__(self, text: str, data: dict[str, Any]) -> None:
        self.text = text
        self.data = data
        self.owners: dict[str, str] = {}
        self.iso = True
        self.known: Registry | None = None

    def read(self) -> OwnDelegations:
        tables = self._tables()
        self.known = load_registry("en") if self.iso else None
        for code in tables:
            self._code(code)
        read = [self._delegation(code, table) for code, table in tables.items()]
        listed = {code: self._members(code, table) for code, table in tables.items() if "members" in table}
        return OwnDelegations(
            self.text,
            self.iso,
            tuple(
                OwnDelegation(each.code, each.names, each.titles, _all_members(each.code, listed), each.adds)
                for each in read
            ),
        )

    def _tables(self) -> dict[str, dict[str, Any]]:
        tables = dict(self.data)
        iso = tables.pop("iso", True)
        if not isinstance(iso, bool):
            raise OwnError("`iso` is a switch", self._line("iso"), "write iso = true or iso = false, without quotes")
        self.iso = iso
        for code, table in tables.items():
            if isinstance(table, list) and table and isinstance(table[0], dict):
                raise OwnError(f"{code} is in double brackets", self._line(code), f"write [{code}]")
            if not isinstance(table, dict):
                hint = f"put it below the code of a delegation; {_EXAMPLE}"
                raise OwnError(f"`{code}` belongs to no delegation", self._line(code), hint)
        if not tables:
            raise OwnError("there is no delegation in this file", 0, _EXAMPLE)
        return tables

    def _code(self, code: str) -> None:
        if not _CODE.fullmatch(code):
            plain = unicodedata.normalize("NFKD", code).encode("ascii", "ignore").decode().upper()
            better = re.sub(r"[^A-Z0-9]+", "_", plain).strip("_0123456789")[:24]
            hint = f"write [{better}]" if _CODE.fullmatch(better) else "write for example [GREENS]"
            fault = f"“{code}” is no code: that is 2 to 24 capital letters A to Z, digits or _"
            raise OwnError(fault, self._line(code), f"{hint}; the name itself goes into names")
        self._own(code, code)

    def _own(self, name: str, code: str) -> None:
        owner = self.owners.setdefault(name.casefold().replace("’", "'"), code)
        if owner != code:
            hint = "a name can be that of one delegation only: take it out of one of the two"
            raise OwnError(f"“{name}” is a name of {owner} and of {code}", self._line(code, name), hint)

    def _delegation(self, code: str, table: dict[str, Any]) -> OwnDelegation:
        for key in table:
            if key not in _KEYS:
                raise self._odd_key(code, key)
        adds = "names" not in table and self.known is not None and code in self.known.titles
        names = self._names(code, table.get("names", []), "names") + self._names(
            code, table.get("aliases", []), "aliases"
        )
        if not names and not (adds and table):
            raise OwnError(f"{code} has no names", self._line(code), f'add below it: names = ["{code.title()}"]')
        for _, name in names:
            for form in (name, *variants(name, articles())):
                self._own(form, code)
        return OwnDelegation(code, tuple(names), tuple(self._titles(code, table.get("title", []))), adds=adds)

    def _odd_key(self, code: str, key: str) -> OwnError:
        line = self._line(code, key)
        if key == "iso":
            return OwnError("`iso` stands under " + code, line, "move it to the top of the file, above the first [")
        near = difflib.get_close_matches(key.lower(), _KEYS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(_KEYS)}"
        return OwnError(f"{code} has `{key}`, which means nothing here", line, hint)

    def _names(self, code: str, given: Any, key: str) -> list[tuple[str, str]]:
        """Pairs of language and name, of a list or of a table with a list for each language."""
        found = []
        for language, listed in given.items() if isinstance(given, dict) else [(ANY, given)]:
            names = [listed] if isinstance(listed, str) else listed
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                hint = f'write {key} = ["One name", "Another name"]'
                raise OwnError(f"the {key} of {code} are no list of words in quotes", self._line(code, key), hint)
            found += [(language, self._name(code, name)) for name in names]
        return found

    def _name(self, code: str, name: str) -> str:
        plain = " ".join(name.split())
        line = self._line(code, name)
        if not 2 <= len(plain) <= _LONGEST:
            fault = f"a name of {code} is {'too short' if len(plain) < 2 else 'far too long'}: “{plain[:40]}”"
            raise OwnError(fault, line, "write the name as drafts have it, of 2 to 200 characters")
        if not plain[0].isalnum() or not any(letter.isalpha() for letter in plain):
            raise OwnError(f"“{plain}” cannot be a name of {code}", line, "begin it with a letter or a digit")
        return plain

    def _titles(self, code: str, given: Any) -> list[tuple[str, str]]:
        if isinstance(given, dict) and all(isinstance(title, str) for title in given.values()):
            return [(language, self._name(code, title)) for language, title in given.items()]
        if isinstance(given, str):
            return [(ANY, self._name(code, given))]
        if given:
            line = self._line(code, "title")
            raise OwnError(f"the title of {code} is not one name in quotes", line, 'write title = "Green Party"')
        return []

    def _members(self, code: str, table: dict[str, Any]) -> list[str]:
        listed = table["members"]
        if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
            hint = 'write members = ["GREENS", "LEFT"]'
            raise OwnError(f"the members of {code} are no list of codes in quotes", self._line(code, "members"), hint)
        return [self._member(code, " ".join(name.split())) for name in listed]

    def _member(self, code: str, name: str) -> str:
        found = self.owners.get(name.casefold().replace("’", "'"))
        if found is None and self.known is not None:
            found = self.known.code(name)
        if found is None:
            near = difflib.get_close_matches(name.casefold(), self.owners, n=1)
            meant = f"did you mean {self.owners[near[0]]}? " if near else ""
            hint = f"{meant}Each member needs a table of its own: [{re.sub('[^A-Z0-9]', '_', name.upper())}]"
            raise OwnError(f"{code} has a member that nobody defines: “{name}”", self._line(code, name), hint)
        if found == code:
            raise OwnError(f"{code} is a member of itself", self._line(code, name), "take it out of its members")
        return found

    def _line(self, code: str, inside: str = "") -> int:
        """Line of a table or key, from 1; with `inside`, of these words in it where they are found."""
        lines = self.text.splitlines()
        head = re.compile(rf"""\s*(?:\[+\s*["']?{re.escape(code)}["']?\s*[\].]|["']?{re.escape(code)}["']?\s*[.=])""")
        at = next((number for number, line in enumerate(lines) if head.match(line)), None)
        if at is None:
            return 0
        for number, line in enumerate(lines[at:], start=at) if inside else ():
            if number > at and re.match(r"\s*\[[^\]]*\]\s*(?:#|$)", line) and not head.match(line):
                break
            if inside.casefold() in line.casefold() and not (number == at and head.match(line)):
                return number + 1
        return at + 1


def _all_members(code: str, listed: dict[str, list[str]]) -> frozenset[str] | None:
    """The members of a group and of the groups in it; None where it is no group."""
    if code not in listed:
        return None
    found: set[str] = set()
    ahead = list(listed[code])
    while ahead:
        member = ahead.pop()
        if member not in found and member != code:
            found.add(member)
            ahead += listed.get(member, [])
    return frozenset(found)


def _no_toml(text: str, error: Exception) -> OwnError:
    """What to say of a text that is no TOML."""
    told = str(error)
    at = _AT.search(told)
    lines = text.splitlines()
    number = int(at[1]) if at and at[1] else len(lines)
    twice = re.search(r"Cannot (?:declare|overwrite)(?: \('?([^',)]*)'?,\) twice)?", told)
    if twice and twice[1]:
        return OwnError(f"{twice[1]} is there twice", number, "put all names of a delegation below one [ ] line")
    if isinstance(error, RecursionError):
        return OwnError("brackets are nested without end", 0, _EXAMPLE)
    words = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    if any(quote in words for quote in "“”„«»‘’") and '"' not in words:
        return OwnError("names stand in curly quotes", number, f"use straight ones; {_EXAMPLE}")
    if words.startswith("[") and not re.fullmatch(r"""\[[\w".'-]+\]\s*(?:#.*)?""", words):
        fault = f"“{words[:40]}” is no code in brackets"
        return OwnError(fault, number, f"codes have no spaces; {_EXAMPLE}")
    reason = _AT.sub("", told)
    return OwnError(f"this cannot be read ({reason[:1].lower()}{reason[1:]})", number, _EXAMPLE)
