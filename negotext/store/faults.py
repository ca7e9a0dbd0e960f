"""From the errors of SQLite and of the system to what a person is told."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import (
    AlreadyExists,
    Busy,
    CannotOpen,
    Damaged,
    DiskFault,
    DiskFull,
    NotASession,
    ReadOnly,
    StoreError,
    Unstorable,
)
from .ledger import DamagedLog

# FULL is a full disk; the others a quota, a limit on file sizes, no room for the shared memory.
_NO_ROOM = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE})
_NO_ROOM_ERRNO = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHT_ERRNO = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def explained(path: Path, timeout: float = 0.0) -> Iterator[None]:
    """Run a block; an error of SQLite or of the system in it becomes a `StoreError` about `path`.

    Args:
        path: the session, as messages call it.
        timeout: how long its connection waits for others, in seconds.
    """
    try:
        yield
    except sqlite3.Error as error:
        told = _of_sqlite(error, path, timeout)
        if told is None:
            raise
        raise told from error
    except DamagedLog as error:
        raise Damaged(path, str(error)) from error
    except UnicodeEncodeError as error:
        raise Unstorable(
            "a text holds half a character (a lone surrogate), which no file can keep",
            "type it again; most often it comes from a terminal that is not set to UTF-8",
        ) from error
    except OSError as error:
        raise _of_system(error, path) from error


def _of_sqlite(error: sqlite3.Error, path: Path, timeout: float) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    detail = str(error)
    if code in _NO_ROOM:
        return DiskFull(path, detail)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return CannotOpen(path, "it was moved or deleted while it was open")
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Busy(path, timeout)
        case sqlite3.SQLITE_READONLY:
            return ReadOnly(path, "the file or its folder is read-only")
        case sqlite3.SQLITE_IOERR:
            return DiskFault(path, detail)
        case sqlite3.SQLITE_CORRUPT:
            return Damaged(path, detail)
        case sqlite3.SQLITE_NOTADB:
            return NotASession(path, "no SQLite file")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return CannotOpen(path, detail)
        case _:
            return None


def _of_system(error: OSError, path: Path) -> StoreError:
    if isinstance(error, FileExistsError):
        return AlreadyExists(path)
    reason = error.strerror or str(error)
    if error.errno in _NO_ROOM_ERRNO:
        return DiskFull(path, reason)
    if error.errno in _NO_RIGHT_ERRNO:
        return ReadOnly(path, reason)
    return CannotOpen(path, reason)
