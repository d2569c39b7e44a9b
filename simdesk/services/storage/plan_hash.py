"""What an operator approved, as one digest over an operation's items.

Dialect: the lines are SQLite's.
"""

import sqlite3
from typing import Final

from simdesk.services.storage.row_digest import RowDigest


def plan_digest(raw: sqlite3.Connection, op_id: str) -> str:
    """SHA-256 in hexadecimal over the sorted lines of card, version, serial and price.

    SQLite sorts them, so that any number of items neither fills the memory nor holds the
    interpreter up.
    """
    rows = RowDigest(raw)
    rows.add_lines(_LINES, (op_id,))
    return rows.hexadecimal


_LINES: Final = (
    "SELECT CAST(iccid || ' ' || expect_version || ' ' || serial || ' '"
    " || coalesce(amount_minor, 'None') AS BLOB) AS line FROM op_item WHERE op_id = ? ORDER BY 1"
)
