"""The world's own file: its tables, how it is made and how a stranger's file is refused."""

import sqlite3
from pathlib import Path
from typing import Final

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text

APPLICATION_ID: Final = 0x53445744
FORMAT: Final = 2
"""What `upgrade` brings older files to."""
_PATIENCE: Final = 0.2
"""Seconds to wait for another program that has the file open."""

TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE voucher (
  id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE,
  limit_kb INTEGER NOT NULL, limit_restore INTEGER NOT NULL
) STRICT;
CREATE TABLE card (
  id INTEGER PRIMARY KEY, iccid TEXT NOT NULL, instance TEXT NOT NULL, voucher INTEGER NOT NULL,
  smart INTEGER NOT NULL, kind INTEGER NOT NULL, level INTEGER NOT NULL,
  msisdn TEXT NOT NULL, imsi TEXT NOT NULL, ip TEXT NOT NULL, opened INTEGER NOT NULL,
  order_number TEXT NOT NULL, sim_type TEXT NOT NULL, network TEXT NOT NULL, apn TEXT NOT NULL,
  segment TEXT NOT NULL, certify TEXT NOT NULL, sms_enabled INTEGER NOT NULL,
  directional TEXT NOT NULL, tags TEXT NOT NULL, remark TEXT NOT NULL, UNIQUE (iccid, instance)
) STRICT;
CREATE TABLE state (
  card INTEGER PRIMARY KEY, base INTEGER NOT NULL, holds INTEGER NOT NULL, due INTEGER NOT NULL,
  due_on INTEGER NOT NULL, open_from INTEGER NOT NULL, open_secs INTEGER NOT NULL,
  plugged INTEGER NOT NULL, device INTEGER NOT NULL, imei INTEGER NOT NULL,
  certified INTEGER NOT NULL, auto_renew INTEGER NOT NULL, auto_rebind INTEGER NOT NULL,
  limit_kb INTEGER NOT NULL, limit_restore INTEGER NOT NULL, overridden INTEGER NOT NULL,
  activated INTEGER NOT NULL, method TEXT NOT NULL, expires INTEGER NOT NULL,
  periods INTEGER NOT NULL, anchor INTEGER NOT NULL, test_until INTEGER NOT NULL,
  test_quota INTEGER NOT NULL, test_kb INTEGER NOT NULL, silent_until INTEGER NOT NULL,
  stopped_on INTEGER NOT NULL, cycle_kb INTEGER NOT NULL, month_kb INTEGER NOT NULL,
  extra_kb INTEGER NOT NULL, extra_until INTEGER NOT NULL, sms INTEGER NOT NULL
) STRICT;
CREATE TABLE sub_card (
  card INTEGER NOT NULL, seq INTEGER NOT NULL, iccid TEXT NOT NULL, carrier TEXT NOT NULL,
  msisdn TEXT NOT NULL, imsi TEXT NOT NULL, ip TEXT NOT NULL, apn TEXT NOT NULL,
  segment TEXT NOT NULL, sms_enabled INTEGER NOT NULL, weight INTEGER NOT NULL,
  holds INTEGER NOT NULL, certified INTEGER NOT NULL, open_from INTEGER NOT NULL,
  open_secs INTEGER NOT NULL, cycle_kb INTEGER NOT NULL, sms INTEGER NOT NULL,
  PRIMARY KEY (card, seq)
) WITHOUT ROWID, STRICT;
CREATE TABLE usage (
  card INTEGER NOT NULL, month INTEGER NOT NULL, days BLOB NOT NULL, PRIMARY KEY (card, month)
) WITHOUT ROWID, STRICT;
CREATE TABLE plan (
  card INTEGER NOT NULL, seq INTEGER NOT NULL, add_on INTEGER NOT NULL, starts INTEGER NOT NULL,
  ends INTEGER NOT NULL, quota_kb INTEGER NOT NULL, order_number TEXT NOT NULL,
  PRIMARY KEY (card, seq)
) WITHOUT ROWID, STRICT;
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, state TEXT NOT NULL,
  minor INTEGER NOT NULL, created INTEGER NOT NULL, paid INTEGER NOT NULL,
  card INTEGER NOT NULL, voucher TEXT NOT NULL, serial TEXT,
  quantity INTEGER NOT NULL DEFAULT 1, size_kb INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX orders_created ON orders (created);
CREATE TABLE charge (
  id INTEGER PRIMARY KEY, order_number TEXT UNIQUE, card INTEGER NOT NULL, reason TEXT NOT NULL,
  minor INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE TABLE wallet (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, minor INTEGER NOT NULL, reason TEXT NOT NULL,
  charge INTEGER
) STRICT;
CREATE TABLE serial (
  serial TEXT PRIMARY KEY, at INTEGER NOT NULL, answer TEXT NOT NULL
) WITHOUT ROWID, STRICT;
CREATE TABLE agenda (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, card INTEGER NOT NULL, what TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX agenda_at ON agenda (at, id);
CREATE TABLE event (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, card INTEGER NOT NULL, what TEXT NOT NULL,
  who TEXT NOT NULL, detail TEXT NOT NULL
) STRICT;
CREATE INDEX event_card ON event (card, id);
"""
POOL_TABLES: Final = """
CREATE INDEX card_voucher ON card (voucher);
CREATE TABLE pool (
  voucher INTEGER PRIMARY KEY, bought_kb INTEGER NOT NULL, spent_kb INTEGER NOT NULL
) STRICT;
CREATE TABLE function_fee (
  voucher INTEGER NOT NULL, month INTEGER NOT NULL, units INTEGER NOT NULL,
  PRIMARY KEY (voucher, month)
) WITHOUT ROWID, STRICT;
CREATE TABLE pool_month (
  voucher INTEGER NOT NULL, month INTEGER NOT NULL, cards_total INTEGER NOT NULL,
  cards_active INTEGER NOT NULL, used_kb INTEGER NOT NULL, cycle_kb INTEGER NOT NULL,
  sms INTEGER NOT NULL, bought_kb INTEGER NOT NULL, spent_kb INTEGER NOT NULL,
  PRIMARY KEY (voucher, month)
) WITHOUT ROWID, STRICT;
"""
"""Of pooled plans what was bought and what earlier months used; every voucher's closed months."""


def create(path: Path) -> sqlite3.Connection:
    """A new, empty world file, without a journal: it is moved into place once complete."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORMAT};"
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;"
        + TABLES
        + POOL_TABLES
    )
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing world file for this thread alone.

    Raises KnownError for a file that is not a world, is from a newer SimDesk, is damaged or is
    in use; such a file is left as it was.
    """
    _refuse_stranger(path)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", _PATIENCE, uri=True)
    connection.isolation_level = None
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("SELECT value FROM meta LIMIT 1").fetchone()
    except sqlite3.OperationalError as problem:
        connection.close()
        raise _not_opened(path, problem) from problem
    except sqlite3.DatabaseError as problem:
        connection.close()
        raise _not_a_world(path) from problem
    return connection


def _refuse_stranger(path: Path) -> None:
    """Read the header's marks without opening the file as a database."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as problem:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{path}” cannot be read: {why}."),
                path=str(path),
                why=problem.strerror or str(problem),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Check that the file exists and may be read.")),
        ) from problem
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise _not_a_world(path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise _not_a_world(path)
    size = int.from_bytes(header[28:32], "big") * (int.from_bytes(header[16:18], "big") or 65_536)
    if path.stat().st_size < size:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{path}” is damaged: its end is missing."),
                path=str(path),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Put back a copy of the file, or move it away.")),
        )
    if int.from_bytes(header[60:64], "big") > FORMAT:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{path}” was made by a newer SimDesk."), path=str(path)
            ),
            text(QT_TRANSLATE_NOOP("trade", "Open it with that version, or update this one.")),
        )


def _not_a_world(path: Path) -> KnownError:
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "“{path}” is not a simulated world of SimDesk."),
            path=str(path),
        ),
        text(QT_TRANSLATE_NOOP("trade", "Choose another folder, or move the file away.")),
    )


def _not_opened(path: Path, problem: sqlite3.OperationalError) -> KnownError:
    busy = problem.sqlite_errorcode == sqlite3.SQLITE_BUSY
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "“{path}” cannot be opened: {why}."),
            path=str(path),
            why=str(problem),
        ),
        text(QT_TRANSLATE_NOOP("trade", "Close the other SimDesk that has it open."))
        if busy
        else text(QT_TRANSLATE_NOOP("trade", "Check that its folder may be written to.")),
    )
