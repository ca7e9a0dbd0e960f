"""Dates of documents: from what a person typed or the session's log, never from the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from .errors import Unusable

_HINT = "write 2026-03-04, or with the time 2026-03-04T14:05Z"
# The years that the parts of a .docx file can hold.
_FIRST, _LAST = 1980, 2107


def created_at(typed: str | None, known: str) -> str:
    """When the document is of: ISO 8601 in UTC to the second.

    Args:
        typed: behind `--date`; a time without a zone is UTC.
        known: what holds without it.

    Raises:
        Unusable: it is no date, or SOURCE_DATE_EPOCH is none.
    """
    if typed is None:
        return known
    try:
        moment = datetime.fromisoformat(typed.strip())
    except ValueError:
        raise Unusable(f"{typed!r} is no date", _HINT) from None
    return _stamp(moment.replace(tzinfo=moment.tzinfo or UTC), repr(typed))


def of_environment(otherwise: str) -> str:
    """The date that SOURCE_DATE_EPOCH names (https://reproducible-builds.org), `otherwise` where it is not set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return otherwise
    try:
        return _stamp(datetime.fromtimestamp(int(seconds), UTC), f"SOURCE_DATE_EPOCH {seconds}")
    except (ValueError, OverflowError, OSError):
        raise Unusable(
            f"SOURCE_DATE_EPOCH is {seconds!r}", "it counts the seconds since 1970, such as 1772633109"
        ) from None


def _stamp(moment: datetime, shown: str) -> str:
    try:
        stamp = moment.astimezone(UTC)
    except OverflowError:
        raise Unusable(f"{shown} is out of range", _HINT) from None
    if not _FIRST <= stamp.year <= _LAST:
        raise Unusable(f"{shown} is not between {_FIRST} and {_LAST}", _HINT)
    return stamp.strftime("%Y-%m-%dT%H:%M:%SZ")
