"""The list of exported files."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from simdesk.services.storage.tables import export_file


@dataclass(frozen=True, slots=True)
class StoredExport:
    """A row of export_file; moments are seconds since 1970, months yyyyMM."""

    id: int
    name: str
    path: str
    format: str
    state: str
    rows: int
    size: int
    content: str
    first_month: int | None
    last_month: int | None
    daily: bool
    created_at: int
    finished_at: int | None
    error: str | None


def add(connection: Connection, values: dict[str, object]) -> int:
    """Put an export on the list; its id."""
    made = connection.execute(insert(export_file).values(**values))
    key = made.inserted_primary_key
    return int(key[0]) if key is not None else 0


def change(connection: Connection, export_id: int, values: dict[str, object]) -> None:
    connection.execute(update(export_file).where(export_file.c.id == export_id).values(**values))


def remove(connection: Connection, export_id: int) -> None:
    connection.execute(delete(export_file).where(export_file.c.id == export_id))


def exports(connection: Connection) -> tuple[StoredExport, ...]:
    """All exported files, newest first."""
    asked = select(export_file).order_by(export_file.c.created_at.desc(), export_file.c.id.desc())
    return tuple(StoredExport(**row) for row in connection.execute(asked).mappings())


def end_cut_off(connection: Connection, states: Sequence[str], to: str, error: str) -> None:
    """Exports that a crash left in one of `states` are `to` now."""
    connection.execute(
        update(export_file).where(export_file.c.state.in_(states)).values(state=to, error=error)
    )
