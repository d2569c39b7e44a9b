"""What a support bundle tells of the desk's file: sizes and wholeness, no row of it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from simdesk.services.storage import audit_store
from simdesk.services.storage.tables import metadata

SQLITE_VERSION = sqlite3.sqlite_version


@dataclass(frozen=True, slots=True)
class FileState:
    """Rows by table, pages, journal mode and what SQLite's own check says of the whole file."""

    rows: Mapping[str, int]
    pages: int
    page_size: int
    journal_mode: str
    schema: int
    findings: tuple[str, ...]
    """Empty where the file is whole; otherwise what the checks said, up to 100 lines."""
    audit_records: int
    audit_head: str


def file_state(connection: Connection) -> FileState:
    """Count everything and check the whole file; a second for each million of items."""
    rows = {
        table.name: connection.scalars(select(func.count()).select_from(table)).one()
        for table in metadata.sorted_tables
    }
    head = audit_store.head(connection)
    return FileState(
        rows,
        int(_asked(connection, "page_count")),
        int(_asked(connection, "page_size")),
        _asked(connection, "journal_mode"),
        int(_asked(connection, "user_version")),
        _findings(connection),
        head.number,
        head.digest,
    )


def _asked(connection: Connection, pragma: str) -> str:
    return str(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())


def _findings(connection: Connection) -> tuple[str, ...]:
    told = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check(100)")]
    # Names of tables and numbers of rows, never what stands in them.
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(100)
    return tuple(
        [line for line in told if line != "ok"]
        + [f"{table} row {row} names a {parent} that is missing" for table, row, parent, _ in loose]
    )
