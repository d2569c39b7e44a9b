"""The one place for unexpected errors, from any thread: each becomes a report one can read.

(reliability.md F36, F57)
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from simdesk.models.errors import KnownError
from simdesk.models.redaction import Redactor
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.files import reading_trouble, write_atomically
from simdesk.services.logs import trace_of
from simdesk.services.sending import Ban, Sending
from simdesk.services.versions import versions

FOLDER = "crash-reports"
KEPT = 20
"""Reports on the disk; older ones go."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What went wrong, already redacted. `at` is UTC, `times` counts the same error again.

    `recent` are the last records of the log: what the operator was doing. `path` is where it is
    kept, None while it is not.
    """

    at: datetime
    doing: str
    kind: str
    trace: str
    versions: tuple[tuple[str, str], ...]
    recent: tuple[str, ...]
    times: int = 1
    path: Path | None = None

    @property
    def text(self) -> str:
        """All of it, as a person reads it before it goes anywhere."""
        parts = [
            f"SimDesk report of an unexpected error\n\nwhen   {self.at:%Y-%m-%d %H:%M:%S} UTC",
            f"while  {self.doing}\nerror  {self.kind}\n\n{self.trace.rstrip()}\n\nVersions",
            *(f"  {name} {version}" for name, version in self.versions),
            "\nThe last records of the log",
            *(f"  {line}" for line in self.recent),
        ]
        return "\n".join(parts) + "\n"


class Crashes:
    """Collects reports; thread-safe. They are written once there is a folder to keep them in.

    `now` is UTC; `recent` tells the last lines of the log.
    """

    def __init__(
        self,
        redactor: Redactor,
        now: Callable[[], datetime],
        recent: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self._redactor = redactor
        self._now = now
        self._recent = recent
        self._folder: Path | None = None
        self._turn = threading.RLock()
        self._known: dict[str, CrashReport] = {}
        self._latest = ""

    @property
    def latest(self) -> CrashReport | None:
        """The report of the error that was met last, None when none was."""
        return self._known.get(self._latest)

    def collect(self, error: BaseException, doing: str) -> CrashReport:
        """Make a report of `error`, met while `doing`; never raises for a disk that refuses.

        The same error at the same place is reported once and counted from then on.
        """
        with self._turn:
            print_of = _print_of(error)
            known = self._known.get(print_of)
            if known is not None:
                report = replace(known, times=known.times + 1)
                if report.times.bit_count() == 1:  # 2, 4, 8: an error of every repaint fills no log
                    _LOG.error("%s again while %s, %d times", report.kind, doing, report.times)
            else:
                report = self._kept(self._made(error, doing))
            self._known[print_of], self._latest = report, print_of
            return report

    def _made(self, error: BaseException, doing: str) -> CrashReport:
        recent = self._recent()
        _LOG.error("unexpected error while %s", doing, exc_info=error)
        return CrashReport(
            self._now(),
            self._redactor.line(doing),
            type(error).__name__,
            self._redactor.text(trace_of(error)),
            versions(),
            recent,
        )

    def keep_in(self, folder: Path) -> None:
        """Write reports there from now on, those that were made before as well."""
        with self._turn:
            self._folder = folder
            for print_of, report in self._known.items():
                if report.path is None:
                    self._known[print_of] = self._kept(report)

    def _kept(self, report: CrashReport) -> CrashReport:
        if self._folder is None:
            return report
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = _free(self._folder, f"crash-{report.at:%Y%m%d-%H%M%S}")
            save(report.text, path)
            _thin(self._folder)
        except (KnownError, OSError) as error:
            _LOG.warning("the report could not be kept: %s", error)
            return report
        return replace(report, path=path)


def save(words: str, path: Path) -> None:
    """Write a report where the operator wants it. Raises KnownError."""
    with write_atomically(path) as file:
        file.write(words.encode("utf-8", "backslashreplace"))


def kept_reports(folder: Path) -> tuple[Path, ...]:
    """Reports in `folder`, the newest first; empty where there are none."""
    found = (*folder.glob("crash-*.txt"), *folder.glob("hard-*.txt"))
    return tuple(sorted(found, key=lambda path: path.name.partition("-")[2], reverse=True))


def read_report(path: Path) -> str:
    """The words of a kept report. Raises KnownError."""
    try:
        return path.read_text("utf-8", "replace")
    except OSError as error:
        raise reading_trouble(error, path) from error


def stop_sending(sending: Sending, report: CrashReport) -> None:
    """Send nothing more until the operator has read the report and says so.

    Only the first time: to go on is the operator's word about this error, for this run.
    """
    if report.times == 1:
        words = QT_TRANSLATE_NOOP(
            "trade",
            "An unexpected error ({kind}) was met. Read its report, from the Help menu, and let "
            "sending go on there.",
        )
        sending.forbid(Ban.FAILED, text(words, kind=report.kind))


def _print_of(error: BaseException) -> str:
    """Where the error was raised, and of which kind it is."""
    place, trace = "", error.__traceback__
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__qualname__} {place}"


def _free(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.txt", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.txt"
    return path


def _thin(folder: Path) -> None:
    for old in kept_reports(folder)[KEPT:]:
        with suppress(OSError):
            old.unlink()
