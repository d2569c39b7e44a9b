"""What SQLite refuses, said as a sentence with the place and the remedy."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text

if TYPE_CHECKING:  # the process that reads a sheet begins sooner without it
    from sqlalchemy.exc import DBAPIError

_PRIMARY = 0xFF  # an extended code keeps its family in the lowest byte

_FULL = (
    QT_TRANSLATE_NOOP("trade", "The disk is full: “{path}” could not be written."),
    QT_TRANSLATE_NOOP("trade", "Free some space, then try again; nothing was changed."),
)
_READ_ONLY = (
    QT_TRANSLATE_NOOP("trade", "“{path}” or its folder may only be read."),
    QT_TRANSLATE_NOOP("trade", "Give yourself the right to write there, or choose another folder."),
)
_BUSY = (
    QT_TRANSLATE_NOOP("trade", "Another program keeps “{path}” locked."),
    QT_TRANSLATE_NOOP("trade", "Close that program (a backup, a database tool), then try again."),
)
_DAMAGED = (
    QT_TRANSLATE_NOOP("trade", "“{path}” is damaged."),
    QT_TRANSLATE_NOOP("trade", "Put a backup in its place, or open another fleet."),
)
_UNREADABLE = (
    QT_TRANSLATE_NOOP("trade", "“{path}” could not be read or written: the disk reports an error."),
    QT_TRANSLATE_NOOP("trade", "Check the disk, then try again; nothing was changed."),
)
_TROUBLES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _UNREADABLE,
}


def primary_code(error: "DBAPIError | sqlite3.Error") -> int | None:
    """SQLite's own error number without its details; None where it gave none."""
    code = getattr(_origin(error), "sqlite_errorcode", None)
    return code & _PRIMARY if isinstance(code, int) else None


def _origin(error: BaseException) -> object:
    """SQLite's own error, which SQLAlchemy's has in it."""
    return getattr(error, "orig", error)


def known_trouble(error: "DBAPIError | sqlite3.Error", path: Path) -> KnownError | None:
    """What the operator can understand of it; None for a mistake of the program."""
    found = _TROUBLES.get(primary_code(error) or 0)
    if found is None:
        return None
    sentence, remedy = found
    return KnownError(text(sentence, path=str(path)), text(remedy))


def damaged(path: Path) -> KnownError:
    return KnownError(text(_DAMAGED[0], path=str(path)), text(_DAMAGED[1]))


def trouble_with(error: BaseException, path: Path) -> KnownError | None:
    """The same of any error; None for one that is not the database's."""
    origin = _origin(error)
    return known_trouble(origin, path) if isinstance(origin, sqlite3.Error) else None
