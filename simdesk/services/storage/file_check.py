"""The verification of an open desk, on a thread of its own, and how to stop it."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from simdesk.models.flaws import Flaw
from simdesk.services.storage.jobs import AbandonedError
from simdesk.services.storage.verification import Held, verify_open


class FileCheck:
    """Verifies one state of the file; `begun` is called from its thread once it holds that state.

    What is written from then on is not looked at, and does not wait.
    """

    def __init__(self, path: Path, held: Held, begun: Callable[[], None]) -> None:
        self._path = path
        self._held = held
        self._begun = begun
        self._lock = threading.Lock()
        self._raw: sqlite3.Connection | None = None
        self._abandoned = False

    def run(self) -> tuple[Flaw, ...]:
        """Every flaw there is. Raises AbandonedError when it was stopped first."""
        try:
            return verify_open(self._path, self._held, self._hold, self._let_go)
        finally:
            self._begun()

    def abandon(self) -> bool:
        """Stop as soon as possible."""
        with self._lock:
            self._abandoned = True
            if self._raw is not None:
                self._raw.interrupt()
        return True

    def _hold(self, raw: sqlite3.Connection) -> None:
        with self._lock:
            if self._abandoned:
                raise AbandonedError
            self._raw = raw
        self._begun()

    def _let_go(self) -> None:
        with self._lock:
            self._raw = None
