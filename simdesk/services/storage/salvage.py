"""What can still be read of a damaged file, row by row, from both ends of each table.

Dialect: SQLite's rowid.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from simdesk.services.storage.desk_file import looked_into

Row = tuple[str, ...]


def readable_tables(path: Path) -> dict[str, tuple[str, ...]]:
    """The tables that are there, with their columns; none where not even that can be read."""
    try:
        with closing(_looked_into(path)) as raw:
            asked = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            names = [name for (name,) in raw.execute(asked) if not name.startswith("sqlite_")]
            return {name: columns for name in names if (columns := _columns(raw, name)) is not None}
    except sqlite3.Error:
        return {}


def _columns(raw: sqlite3.Connection, table: str) -> tuple[str, ...] | None:
    try:
        return tuple(row[1] for row in raw.execute(f"PRAGMA table_info({_quoted(table)})"))
    except sqlite3.Error:
        return None


def readable_rows(path: Path, table: str) -> Iterator[Row]:
    """The rows that can be read, as text; those between two damages are lost."""
    with closing(_looked_into(path)) as raw:
        last = -(2**63)
        for row in _until_damage(raw, f"SELECT rowid, * FROM {_quoted(table)} ORDER BY rowid"):
            last = row[0]
            yield _as_text(row)
        behind = f"SELECT rowid, * FROM {_quoted(table)} WHERE rowid > {last} ORDER BY rowid DESC"
        yield from map(_as_text, _until_damage(raw, behind))


def _until_damage(raw: sqlite3.Connection, asked: str) -> Iterator[tuple[Any, ...]]:
    # SQLite steps through the table, so that all before the damage has come by then.
    with suppress(sqlite3.Error):
        yield from raw.execute(asked)


def _as_text(row: tuple[Any, ...]) -> Row:
    return tuple(_words(value) for value in row[1:])


def _words(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def _looked_into(path: Path) -> sqlite3.Connection:
    raw = looked_into(path)
    raw.text_factory = lambda stored: stored.decode("utf-8", "replace")
    raw.execute("PRAGMA trusted_schema=OFF")
    return raw


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
