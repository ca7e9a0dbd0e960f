"""Records for other programs, on stdout: JSON lines, JSON, CSV."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .terminal import is_terminal

TABULAR = ("table", "jsonl", "csv", "json")
"""The formats of a command that lists things."""

DEFAULT = "a table on a terminal, otherwise jsonl"
"""What holds when no format is named, in words."""


def chosen(form: str | None) -> str:
    """The format that holds: the one named, or a table for a person and JSON lines for a program."""
    return form or ("table" if is_terminal() else "jsonl")


def write(form: str, fields: Sequence[str], records: Iterable[Mapping[str, Any]]) -> None:
    """Write records as `jsonl`, `json` or `csv`.

    In CSV a list is its members with semicolons between them, and what is inside a record is JSON; what is in a
    record and not among the fields is in the other formats alone.
    """
    match form:
        case "jsonl":
            for record in records:
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        case "json":
            write_json(list(records))
        case _:
            # A table has the same columns for all: what only some records have is left to the other formats.
            writer = csv.DictWriter(sys.stdout, fields, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows({key: _flat(value) for key, value in record.items()} for record in records)


def write_json(value: object) -> None:
    """Write one value as JSON for people who look into it."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _flat(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        if all(isinstance(each, (str, int)) for each in value):
            return "; ".join(map(str, value))
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value
