"""Connections as the desk wants them: durable, typed by transaction, trusting no schema."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

READERS = 3
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-16000",
)


def writer_engine(path: Path) -> Engine:
    """One connection whose transactions take the write lock at once (BEGIN IMMEDIATE).

    A lock taken later would fail instead of wait, or lose an update (ecosystem.md 2.2).
    """
    return _engine(path, 1, "BEGIN IMMEDIATE", ())


def reader_engine(path: Path) -> Engine:
    """Connections for reader threads; they cannot write."""
    return _engine(path, READERS, "BEGIN", ("PRAGMA query_only=ON",))


def _engine(path: Path, connections: int, begin: str, pragmas: tuple[str, ...]) -> Engine:
    def connect() -> sqlite3.Connection:
        # mode=rw: a path that vanished must not come back as an empty database.
        raw = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, check_same_thread=False
        )
        try:
            raw.isolation_level = None  # transactions are begun below, not by the driver
            for pragma in (*_PRAGMAS, *pragmas):
                raw.execute(pragma)
        except sqlite3.Error:
            raw.close()
            raise
        return raw

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,  # what is written stands in no error's words
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "close")
    def _close(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        del entry
        if not pragmas:
            # Statistics can wait; a full disk must not hide why the connection is closed.
            with suppress(sqlite3.Error):
                connection.cursor().execute("PRAGMA optimize")

    return engine
