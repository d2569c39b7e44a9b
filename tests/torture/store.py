"""The desk's tables in memory, each job at once on the loop's thread, and their history.

A life runs inside one transaction that is taken back when it is over, so that the next one begins
on the same desk at once. What the desk calls a transaction is a savepoint in it: the same promises.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool

from simdesk.services.storage.tables import metadata
from tests.torture.kills import Points

T = TypeVar("T")

_HISTORY = """
CREATE TABLE history (n INTEGER PRIMARY KEY, tick INTEGER NOT NULL, op_id TEXT NOT NULL,
    seq INTEGER NOT NULL, card_id INTEGER NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL);
CREATE TRIGGER history_of_items AFTER UPDATE OF state ON op_item WHEN OLD.state <> NEW.state
    BEGIN INSERT INTO history (tick, op_id, seq, card_id, old, new)
    VALUES (tick(), NEW.op_id, NEW.seq, NEW.card_id, OLD.state, NEW.state); END;
CREATE TABLE purchase_history (n INTEGER PRIMARY KEY, tick INTEGER NOT NULL,
    serial TEXT NOT NULL, old TEXT, new TEXT NOT NULL);
CREATE TRIGGER history_of_purchases AFTER UPDATE OF state ON purchase
    WHEN OLD.state <> NEW.state BEGIN INSERT INTO purchase_history (tick, serial, old, new)
    VALUES (tick(), NEW.serial, OLD.state, NEW.state); END;
CREATE TRIGGER begin_of_purchases AFTER INSERT ON purchase
    BEGIN INSERT INTO purchase_history (tick, serial, old, new)
    VALUES (tick(), NEW.serial, NULL, NEW.state); END;
CREATE TABLE operation_history (n INTEGER PRIMARY KEY, tick INTEGER NOT NULL,
    op_id TEXT NOT NULL, state TEXT NOT NULL, hold TEXT);
CREATE TRIGGER begin_of_operations AFTER INSERT ON operation
    BEGIN INSERT INTO operation_history (tick, op_id, state, hold)
    VALUES (tick(), NEW.id, NEW.state, NEW.hold); END;
CREATE TRIGGER history_of_operations AFTER UPDATE OF state, hold ON operation
    WHEN OLD.state <> NEW.state OR OLD.hold IS NOT NEW.hold
    BEGIN INSERT INTO operation_history (tick, op_id, state, hold)
    VALUES (tick(), NEW.id, NEW.state, NEW.hold); END;
"""
"""Every move of every operation, item and purchase, in its order among all that happens.

`tick` counts the world's steps as well as these. Triggers of the bench keep it, whatever code
moves a state.
"""


class Ticks:
    """Counts everything that happens, at the desk and in the world alike."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last


class Store:
    """What a `Database` promises, without threads and without a disk."""

    def __init__(self, fill: Callable[[Connection], None]) -> None:
        """`fill` writes the desk that every life begins with."""
        self.points = Points()
        self.ticks = Ticks()
        self.failing: list[Exception] = []
        self.writes = 0
        self._raw = sqlite3.connect(":memory:", isolation_level=None, cached_statements=512)
        self._raw.create_function("tick", 0, self.tick)
        self._raw.execute("PRAGMA foreign_keys=ON")
        self.engine = self._engine()
        metadata.create_all(self.engine)
        self._raw.executescript(_HISTORY)
        self._connection = self.engine.connect()
        self._connection.begin()
        self._within(fill)

    def _engine(self) -> Engine:
        engine = create_engine(
            "sqlite://",
            creator=lambda: self._raw,
            poolclass=StaticPool,
            pool_reset_on_return=None,
        )
        engine.connect().close()  # the dialect looks at its first connection, outside of all jobs
        # SQLAlchemy's one transaction lasts as long as the room; those that count are `_within`.
        dialect: Any = engine.dialect
        dialect.do_begin = dialect.do_commit = dialect.do_rollback = lambda raw: None
        return engine

    def begin(self, *, once: bool = False) -> None:
        """A new life on the desk as it was filled.

        A life that is lived only `once` is never taken back: for a large desk, whose savepoints
        would cost the more the more has been written before them.
        """
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")
        if not once:
            self._raw.execute("BEGIN")
        self.points, self.ticks = Points(), Ticks()
        self.failing.clear()
        self.writes = 0

    def tick(self) -> int:
        """The next step of the life that is under way."""
        return self.ticks.next()

    async def read(self, job: Callable[[Connection], T]) -> T:
        await asyncio.sleep(0)
        return self._within(job)

    async def write(self, job: Callable[[Connection], T]) -> T:
        await asyncio.sleep(0)
        if self.failing:
            raise self.failing.pop(0)
        result = self._within(job, "before commit")
        self.writes += 1
        self.points.point("after commit")
        return result

    def _within(self, job: Callable[[Connection], T], point: str | None = None) -> T:
        """The job's result, after passing the point; what it wrote is kept whole, or not at all."""
        execute = self._raw.execute
        execute("SAVEPOINT job")
        try:
            result = job(self._connection)
            if point is not None:
                self.points.point(point)
            execute("RELEASE job")
        except BaseException:
            execute("ROLLBACK TO job")
            execute("RELEASE job")
            raise
        return result

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Plain rows of plain SQL: what the checker and the bench look at."""
        return self._raw.execute(sql, values).fetchall()
