"""What a sheet wishes to be done with its cards: a table that only reviews of sheets have."""

import sqlite3
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from simdesk.services.storage import dialect

CREATE = (
    "CREATE TABLE IF NOT EXISTS review_wish"
    " (card_id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT"
)
_PUT = "INSERT OR REPLACE INTO review_wish (card_id, words) VALUES (?, ?)"
_THERE = "SELECT count(*) FROM sqlite_master WHERE name = 'review_wish'"
_OF = "SELECT card_id, words FROM review_wish WHERE card_id IN (SELECT value FROM json_each(:ids))"


def put(raw: sqlite3.Connection, wishes: Sequence[tuple[int, str]]) -> None:
    """Write down what the sheet says, word for word, for these cards of the review."""
    if wishes:
        raw.execute(CREATE)
        raw.executemany(_PUT, wishes)


def of(connection: Connection, card_ids: Collection[int]) -> dict[int, str]:
    """What is wished for these cards; cards without a wish are absent."""
    if not connection.exec_driver_sql(_THERE).scalar_one():
        return {}
    found = connection.exec_driver_sql(_OF, {"ids": dialect.id_list(card_ids)})
    return {row[0]: row[1] for row in found}
