"""What a support bundle tells of the desk's file: sizes, no row of it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from simdesk.services.storage import audit_store
from simdesk.services.storage.tables import metadata

SQLITE_VERSION = sqlite3.sqlite_version


@dataclass(frozen=True, slots=True)
class FileState:
    """Rows by table, pages, journal mode, the end of the audit's chain."""

    rows: Mapping[str, int]
    pages: int
    page_size: int
    journal_mode: str
    schema: int
    audit_records: int
    audit_head: str


def file_state(connection: Connection) -> FileState:
    """Count everything there is."""
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
        head.number,
        head.digest,
    )


def _asked(connection: Connection, pragma: str) -> str:
    return str(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())
