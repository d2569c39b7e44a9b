"""Whatever nobody caught ends here: main thread, other threads, tasks, destructors, the process."""

import asyncio
import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO

from simdesk.services.crash import Crashes, CrashReport

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

HARD = "running.trace"
"""What the interpreter writes itself when the process dies of a signal."""
_LOG = logging.getLogger(__name__)


class CrashHooks:
    """Takes Python's last-resort hooks and hands what they get to `crashes`.

    `tell` hears of each new error, on the thread that met it.
    """

    def __init__(self, crashes: Crashes, tell: Callable[[CrashReport], object]) -> None:
        self._crashes = crashes
        self._tell = tell
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """From now on nothing that fails anywhere stays unsaid."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable

    def listen_to(self, loop: asyncio.AbstractEventLoop) -> None:
        """What tasks raise that nobody awaits."""
        loop.set_exception_handler(self._on_loop_exception)

    def uninstall(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def report(self, error: BaseException, doing: str) -> None:
        """Collect, print and tell. Never raises: nothing stands behind it."""
        try:
            report = self._crashes.collect(error, doing)
            if report.times == 1:
                _say(report.trace)
                self._tell(report)
        except Exception as second:  # noqa: BLE001 - the last resort has none of its own
            # Never their words: they were not redacted.
            _say(f"{type(error).__name__} could not be reported: {type(second).__name__}\n")

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error, "working in the main thread")

    def _on_thread_exception(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not isinstance(found.exc_value, SystemExit):
            name = "a thread" if found.thread is None else found.thread.name
            self.report(found.exc_value, f"working in {name}")

    def _on_unraisable(self, found: "UnraisableHookArgs") -> None:
        if found.exc_value is not None:
            self.report(found.exc_value, f"letting go of a {type(found.object).__name__}")

    def _on_loop_exception(self, loop: asyncio.AbstractEventLoop, found: dict[str, Any]) -> None:
        del loop
        error = found.get("exception")
        words = str(found.get("message", "working in a task"))
        if isinstance(error, BaseException):
            self.report(error, words)
        else:
            _LOG.error("%s", words)


def _say(words: str) -> None:
    if sys.stderr is not None:  # there is none in a program without a console
        with suppress(OSError, ValueError):
            sys.stderr.write(words)


class HardCrashes:
    """Lets the interpreter write down where it was when the process dies of a signal.

    Such a trace holds names of files and functions, no values. `earlier` is the one that the last
    run left, None when it ended otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / HARD
        self._file: TextIO | None = None
        self._was_enabled = faulthandler.is_enabled()
        self.earlier: Path | None = None

    def start(self) -> None:
        """Put away what the last run left, then watch; without a folder to write to, watch not."""
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.earlier = self._put_away()
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file, all_threads=True)

    def stop(self) -> None:
        """The run ended in good order: nothing is left behind."""
        if self._file is not None:
            faulthandler.disable()
            if self._was_enabled and sys.__stderr__ is not None:
                faulthandler.enable(sys.__stderr__)
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._path.unlink()

    def _put_away(self) -> Path | None:
        if not self._path.exists() or not self._path.stat().st_size:
            return None
        when = datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        return self._path.replace(self._path.with_name(f"hard-{when:%Y%m%d-%H%M%S}.txt"))
