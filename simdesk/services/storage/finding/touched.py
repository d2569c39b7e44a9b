"""Which cards a transaction touched, noted by the database itself: no writer can forget to tell.

Triggers in the writer's own temporary schema; the desk's file knows nothing of them.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from simdesk.services.storage.finding.fields import GROUPS, OF_NEW
from simdesk.services.storage.tables import card

MOST = 50_000
"""When one transaction touches more, reading everything anew is the shorter way."""
TAGS = "tags"
GONE = "gone"
WHERE = "card.id IN (SELECT number FROM temp.touched WHERE part = '{part}')"


def watch(connection: Connection) -> None:
    """Begin to note, unless this connection does already."""
    raw = _raw(connection)
    raw.execute(
        "CREATE TEMP TABLE IF NOT EXISTS touched (part TEXT, number INTEGER,"
        " PRIMARY KEY (part, number)) WITHOUT ROWID"
    )
    for trigger in _triggers():
        raw.execute(trigger)


def watches(connection: Connection) -> bool:
    """This connection notes what is touched; a new one does not yet."""
    found = _raw(connection).execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'touched'")
    return found.fetchone() is not None


def counts(connection: Connection) -> dict[str, int]:
    """How many numbers are noted for each part; parts with none are absent."""
    found = _raw(connection).execute("SELECT part, count(*) FROM temp.touched GROUP BY part")
    return {str(part): int(count) for part, count in found}


def numbers(connection: Connection, part: str) -> list[int]:
    found = _raw(connection).execute("SELECT number FROM temp.touched WHERE part = ?", (part,))
    return [int(number) for (number,) in found]


def forget(connection: Connection) -> None:
    """Begin the next transaction with nothing noted."""
    _raw(connection).execute("DELETE FROM temp.touched")


def _raw(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def _triggers() -> Iterator[str]:
    for part, columns in GROUPS.items():
        named = ", ".join(column.name for column in card.columns if column.name in columns)
        yield _trigger(f"{part}_set", f"UPDATE OF {named} ON card", (part,), "NEW.id")
    yield _trigger("card_new", "INSERT ON card", OF_NEW, "NEW.id")
    yield _trigger("card_gone", "DELETE ON card", (GONE,), "OLD.id")
    # A silent card's dates are read from its history.
    told = "INSERT ON card_change"
    yield _trigger("card_told", told, ("standing",), "NEW.card_id", "WHEN NEW.field = 'specific'")
    yield _trigger("tagged", "INSERT ON card_tag", (TAGS,), "NEW.tag_id")
    yield _trigger("tag_named", "UPDATE OF name ON tag", (TAGS,), "NEW.id")
    yield _trigger("untagged", "DELETE ON card_tag", (TAGS,), "OLD.tag_id")


def _trigger(name: str, event: str, parts: Iterable[str], number: str, when: str = "") -> str:
    rows = ", ".join(f"('{part}', {number})" for part in parts)
    return (
        f"CREATE TEMP TRIGGER IF NOT EXISTS touched_{name} AFTER {event} {when}"
        f" BEGIN INSERT OR IGNORE INTO touched VALUES {rows}; END"
    )
