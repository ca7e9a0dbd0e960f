"""Sessions: one negotiation in one SQLite file.

The log is the truth (entry.py, log.py): decisions and statements are only added to it. How each choice stands
is its replay (ledger.py, effect.py, undoing.py: values, no database), kept in tables for quick answers
(derived.py) in the transaction that adds the entry. Drafts stay as they were read (intake.py, rounds.py).
VIEWS.md describes what anyone may rely on who opens the file with sqlite3 or Datasette.
"""

from .entry import Carried, Kind, LogEntry, Statement, Withdrawal, described
from .errors import (
    AlreadyExists,
    BadQuery,
    Busy,
    CannotOpen,
    Damaged,
    DiskFault,
    DiskFull,
    NewerSchema,
    NoSuchSession,
    NotASession,
    OlderSchema,
    QueryTooLong,
    ReadOnly,
    SchemaOutOfReach,
    StoreError,
    Unstorable,
)
from .ledger import DamagedLog, Ledger, replay
from .positions import Asked
from .refusals import (
    AlreadyOpen,
    CannotRedo,
    CannotUndo,
    CannotWithdraw,
    NothingToRedo,
    NothingToUndo,
    NothingToWithdraw,
    StaleChoice,
    StaleRound,
    StaleSession,
    UnknownAddress,
    UnknownAlternative,
    UnknownEntry,
    UnknownRound,
)
from .room import Shown
from .rounds import Round
from .search import Hit
from .session import TIMEOUT, Session, create, open_session
from .sql import Result
from .standing import Listed, Noted, Standing, Traced
from .unfinished import Unfinished
from .versions import Version

__all__ = [
    "TIMEOUT",
    "AlreadyExists",
    "AlreadyOpen",
    "Asked",
    "BadQuery",
    "Busy",
    "CannotOpen",
    "CannotRedo",
    "CannotUndo",
    "CannotWithdraw",
    "Carried",
    "Damaged",
    "DamagedLog",
    "DiskFault",
    "DiskFull",
    "Hit",
    "Kind",
    "Ledger",
    "Listed",
    "LogEntry",
    "NewerSchema",
    "NoSuchSession",
    "NotASession",
    "Noted",
    "NothingToRedo",
    "NothingToUndo",
    "NothingToWithdraw",
    "OlderSchema",
    "QueryTooLong",
    "ReadOnly",
    "Result",
    "Round",
    "SchemaOutOfReach",
    "Session",
    "Shown",
    "StaleChoice",
    "StaleRound",
    "StaleSession",
    "Standing",
    "Statement",
    "StoreError",
    "Traced",
    "Unfinished",
    "UnknownAddress",
    "UnknownAlternative",
    "UnknownEntry",
    "UnknownRound",
    "Unstorable",
    "Version",
    "Withdrawal",
    "create",
    "described",
    "open_session",
    "replay",
]
