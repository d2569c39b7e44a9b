"""The journal's real SQL: every statement that a desk's writer sent, by transaction.

Heard from SQLAlchemy while a real desk lives through its bulks, to be said again to another disk.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, event

Parameters = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL and its parameters, one tuple for each time it runs."""

    sql: str
    runs: tuple[Parameters, ...]


@dataclass
class Recording:
    """Transactions in the order they were committed; what was rolled back is not among them."""

    transactions: list[tuple[Statement, ...]] = field(default_factory=list)
    _open: list[Statement] = field(default_factory=list)

    def heard(
        self,
        connection: Connection,
        cursor: object,
        sql: str,
        parameters: Any,
        context: object,
        many: bool,
    ) -> None:
        del connection, cursor, context
        if _writing():
            runs = tuple(map(tuple, parameters)) if many else (tuple(parameters or ()),)
            self._open.append(Statement(sql, runs))

    def committed(self, connection: Connection) -> None:
        del connection
        if _writing():
            # The first is BEGIN IMMEDIATE, which whoever says it again says for himself.
            self.transactions.append(tuple(self._open[1:]))
            self._open.clear()

    def rolled_back(self, connection: Connection) -> None:
        del connection
        if _writing():
            self._open.clear()


def _writing() -> bool:
    return threading.current_thread().name.startswith("desk-write")


@contextmanager
def recording() -> Iterator[Recording]:
    """Listen to every desk of this process until the block ends."""
    heard = Recording()
    listeners = (
        ("before_cursor_execute", heard.heard),
        ("commit", heard.committed),
        ("rollback", heard.rolled_back),
    )
    for name, listener in listeners:
        event.listen(Engine, name, listener)
    try:
        yield heard
    finally:
        for name, listener in listeners:
            event.remove(Engine, name, listener)
