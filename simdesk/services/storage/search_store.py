"""Saved searches."""

from sqlalchemy import Connection, Row, delete, insert, select, update

from simdesk.services.storage import dialect
from simdesk.services.storage.tables import saved_search

SearchRow = Row[int, str, str]
_SELECT = select(saved_search.c.id, saved_search.c.name, saved_search.c.filter_text)


def searches(connection: Connection) -> list[SearchRow]:
    """All of them by name."""
    return list(connection.execute(_SELECT.order_by(dialect.uncased(saved_search.c.name))))


def add(connection: Connection, name: str, filter_text: str) -> int | str:
    """The new search's id; or the name, ASCII case apart the same, that is taken."""
    other = _named(connection, name)
    if other is not None:
        return str(other.name)
    new = insert(saved_search).values(name=name, filter_text=filter_text)
    return int(connection.execute(new.returning(saved_search.c.id)).scalar_one())


def rename(connection: Connection, search_id: int, name: str) -> bool | str:
    """False when there is no such search any more; or the name that another search has."""
    other = _named(connection, name)
    if other is not None and other.id != search_id:
        return str(other.name)
    changed = update(saved_search).where(saved_search.c.id == search_id).values(name=name)
    return connection.execute(changed).rowcount > 0


def _named(connection: Connection, name: str) -> SearchRow | None:
    same = dialect.uncased(saved_search.c.name) == name
    return connection.execute(_SELECT.where(same)).one_or_none()


def remove(connection: Connection, search_id: int) -> bool:
    return (
        connection.execute(delete(saved_search).where(saved_search.c.id == search_id)).rowcount > 0
    )
