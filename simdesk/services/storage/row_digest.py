"""A digest of rows as they are stored: what a seal is made of.

Dialect: `json_array` tells 1, '1' and NULL apart, and is the fastest way SQLite has to spell a row.
"""

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

_AT_ONCE = 2000
"""Rows that are held at once, so that the interpreter is free in between."""


@dataclass
class RowDigest:
    """Takes in rows of any tables, one after the other."""

    raw: sqlite3.Connection
    rows: int = 0
    _sum: Any = field(default_factory=hashlib.sha256)

    def add(
        self,
        table: str,
        columns: Sequence[str],
        clauses: str = "",
        arguments: Sequence[object] = (),
    ) -> None:
        """Take in these columns of the rows that `clauses` (WHERE and ORDER BY) find.

        Raises sqlite3.Error for what cannot be read, and for a BLOB, which no column here holds.
        """
        # As bytes: damaged text may not be text at all.
        line = f"CAST(json_array({', '.join(columns)}) AS BLOB)"
        self.add_words(f"\n{table}\n")
        self.add_lines(f"SELECT {line} FROM {table} {clauses}", arguments)

    def add_lines(self, query: str, arguments: Sequence[object] = ()) -> None:
        """Take in what a query answers, one BLOB a row, joined by line ends."""
        found, between = self.raw.execute(query, arguments), b""
        while part := found.fetchmany(_AT_ONCE):
            self.rows += len(part)
            self._sum.update(between)
            self._sum.update(b"\n".join([row[0] for row in part]))
            between = b"\n"

    def add_words(self, words: str) -> None:
        self._sum.update(words.encode())

    @property
    def hexadecimal(self) -> str:
        return str(self._sum.hexdigest())
