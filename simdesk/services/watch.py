"""What watches over one running program: its log, its crash reports, its last-resort hooks."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from simdesk.models.redaction import Redactor
from simdesk.services import crash, logs
from simdesk.services.crash import Crashes, CrashReport
from simdesk.services.crash_hooks import CrashHooks, HardCrashes
from simdesk.services.logs import Logs, note
from simdesk.services.versions import versions

_LOG = logging.getLogger(__name__)


class Watch:
    """Begins with the program and ends with it; knows its folder once a fleet is open.

    `now` is UTC. `redactor` is the one for the whole program. New errors are told to `tell`, on
    the thread that met them.
    """

    def __init__(
        self, now: Callable[[], datetime], tell: Callable[[CrashReport], object] | None = None
    ) -> None:
        self.redactor = Redactor()
        self.logs = Logs(self.redactor, now)
        self.crashes = Crashes(self.redactor, now, lambda: self.logs.recent)
        self._tell = tell
        self._hooks = CrashHooks(self.crashes, self._on_reported)
        self._hard: HardCrashes | None = None

    def tell_to(self, tell: Callable[[CrashReport], object]) -> None:
        """Who hears of new errors from now on."""
        self._tell = tell

    def _on_reported(self, report: CrashReport) -> None:
        if self._tell is not None:
            self._tell(report)

    def begin(self, loop: asyncio.AbstractEventLoop | None = None) -> None:
        """Take the hooks, those of `loop` as well."""
        self._hooks.install()
        if loop is not None:
            self._hooks.listen_to(loop)
        note(_LOG, "SimDesk begins", versions=dict(versions()))

    def settle(self, folder: Path, business: Callable[[], datetime]) -> None:
        """Keep log and reports in the folder of the fleet that is open; `business` is its time."""
        self.logs.open(folder / logs.FOLDER, business)
        self.crashes.keep_in(folder / crash.FOLDER)

    def watch_hard_crashes(self, folder: Path) -> Path | None:
        """From now on, also what kills the process. The trace of the last run, if that died so."""
        if self._hard is not None:
            self._hard.stop()
        self._hard = HardCrashes(folder / crash.FOLDER)
        self._hard.start()
        if self._hard.earlier is not None:
            _LOG.warning("the last run was killed by the system; its trace was kept")
        return self._hard.earlier

    def report(self, error: BaseException, doing: str) -> None:
        """What went wrong where nobody else could say it; a known one is nothing new."""
        self._hooks.report(error, doing)

    def close(self) -> None:
        """The end of the program, in good order."""
        note(_LOG, "SimDesk ends")
        if self._hard is not None:
            self._hard.stop()
            self._hard = None
        self._hooks.uninstall()
        self.logs.close()

    def __enter__(self) -> Self:
        self.begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
