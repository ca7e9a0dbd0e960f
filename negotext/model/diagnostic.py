"""Faults of a text. They are values: a faulty draft is read to its end, and its faults are listed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .span import Span


class Severity(StrEnum):
    """How much a fault matters; `check` exits 1 when there is an error."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault.

    Attributes:
        code: stable name of the kind of fault, such as `unclosed-bracket`.
        severity: see `Severity`.
        span: where it is, in characters of the source.
        message: one sentence saying what is wrong.
        hint: what to do about it; empty where there is nothing to say.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
