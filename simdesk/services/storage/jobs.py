"""One job on a reader thread, and how to stop it without hitting the next one."""

import sqlite3
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

T = TypeVar("T")
_JOB = "simdesk_job"


class AbandonedError(Exception):
    """Nobody waits for this job any more."""


class ReadJob(Generic[T]):
    """Runs `work` in a transaction of its own; `abandon` ends it from another thread.

    SQLite's interrupt() hits whatever the connection runs, so it is called only while this job
    holds the connection, under the lock the job takes to let go of it.
    """

    def __init__(self, engine: Engine, work: Callable[[Connection], T]) -> None:
        self._engine = engine
        self._work = work
        self._lock = threading.Lock()
        self._raw: sqlite3.Connection | None = None
        self._abandoned = False
        self.ended = False

    def run(self) -> T:
        """The work's result. Raises AbandonedError when that came first."""
        try:
            with self._engine.connect() as connection, connection.begin():
                connection.info[_JOB] = self
                self._hold(connection)
                try:
                    return self._work(connection)
                finally:
                    self._let_go()
                    del connection.info[_JOB]
        except DBAPIError as error:
            if self._abandoned:
                raise AbandonedError from error
            raise
        finally:
            self.ended = True

    def abandon(self) -> bool:
        """Stop as soon as possible. True once the job has ended: nothing more to do."""
        with self._lock:
            self._abandoned = True
            if self._raw is not None:
                self._raw.interrupt()
        return self.ended

    def check(self) -> None:
        """Raises AbandonedError between two statements of an abandoned job."""
        if self._abandoned:
            raise AbandonedError

    def _hold(self, connection: Connection) -> None:
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            with self._lock:
                self._raw = raw

    def _let_go(self) -> None:
        with self._lock:
            self._raw = None


def watch_statements(engine: Engine) -> None:
    """Let no statement of an abandoned job begin."""

    @event.listens_for(engine, "before_cursor_execute")
    def _before(connection: Connection, *rest: object) -> None:
        del rest
        job = connection.info.get(_JOB)
        if isinstance(job, ReadJob):
            job.check()
