"""Named tasks: a newer question replaces the older, a second press is refused."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from simdesk.models.errors import KnownError
from simdesk.ui.messages import Messages

_LOG = logging.getLogger(__name__)


class Tasks(QObject):
    """The only way the window starts coroutines: keeps them, names them, reports what fails."""

    busy_changed = Signal(str, bool)
    ended = Signal(str, object)
    """A task's name, and the exception it failed with or was cancelled by; None when it is done.

    What failed has been told by then.
    """

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._current: dict[str, asyncio.Task[object]] = {}
        self._all: set[asyncio.Task[object]] = set()
        self._readings: set[asyncio.Task[object]] = set()
        """Those that a newer one may replace."""
        self._closed = False
        self._heir: Tasks | None = None
        self._handed_over: frozenset[asyncio.Task[object]] = frozenset()

    def start(self, name: str, coroutine: Coroutine[Any, Any, object], *, replace: bool) -> None:
        """Run `coroutine` under `name`; needs a running loop.

        With `replace` an older task of that name is cancelled (reads: the latest wins); without,
        the new one is dropped while the older runs (writes: a second press does nothing).
        """
        if self._heir is not None and not replace and asyncio.current_task() in self._handed_over:
            self._heir.start(name, coroutine, replace=False)
            return
        older = self._current.get(name)
        if self._closed or (older is not None and not replace):
            coroutine.close()
            return
        if older is not None:
            older.cancel()
        _LOG.debug("task “%s” begins", name)
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self._current[name] = task
        self._all.add(task)
        if replace:
            self._readings.add(task)
        task.add_done_callback(self._on_task_done)
        if older is None:
            self.busy_changed.emit(name, True)

    def busy(self, name: str) -> bool:
        return name in self._current

    def names(self) -> frozenset[str]:
        """What runs at this moment."""
        return frozenset(self._current)

    def cancel(self, name: str) -> None:
        """Cancel the task of that name, if one runs."""
        task = self._current.get(name)
        if task is not None:
            task.cancel()

    def hand_over(
        self, heir: "Tasks", lasting: frozenset[str]
    ) -> "frozenset[asyncio.Task[object]]":
        """Give up, because the window of these tasks goes: nothing new begins here.

        Readings are cancelled. The others go on: `heir` waits for them, says what fails, and takes
        what they begin next. Those with a name in `lasting` are no business of the old window:
        `heir` knows them by their names. Returns all others, which the old window has to outlive.
        """
        self._closed, self._heir = True, heir
        for task in self._readings:
            task.cancel()
        kept = frozenset(self._all - self._readings)
        self._handed_over = kept
        stay = {task for task in kept if task.get_name() not in lasting}
        for task in kept:
            task.remove_done_callback(self._on_task_done)
            heir._adopt(task, by_name=task not in stay)
        ending = frozenset(stay | self._readings)
        names = [name for name, task in self._current.items() if task in kept]
        for name in names:
            del self._current[name]
        self._all -= kept
        return ending

    def _adopt(self, task: "asyncio.Task[object]", *, by_name: bool) -> None:
        self._all.add(task)
        task.add_done_callback(self._on_task_done)
        if by_name:
            self._current[task.get_name()] = task
            self.busy_changed.emit(task.get_name(), True)

    async def aclose(self) -> None:
        """Cancel what runs, wait until it has ended; later starts are dropped."""
        self._closed = True
        running = list(self._all)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _on_task_done(self, task: asyncio.Task[object]) -> None:
        self._all.discard(task)
        self._readings.discard(task)
        name = task.get_name()
        if self._current.get(name) is task:
            del self._current[name]
            self.busy_changed.emit(name, False)
        cancelled = task.cancelled()
        error = None if cancelled else task.exception()
        if isinstance(error, KnownError):
            self._messages.fail(error)
        elif error is not None:
            self._messages.bug(error, name)
        self.ended.emit(name, asyncio.CancelledError() if cancelled else error)
