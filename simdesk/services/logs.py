"""What the program writes down about itself: one record one line, no secret, no whole card number.

(reliability.md 4.12, F57)
"""

import json
import logging
import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from simdesk.models.redaction import Redactor

FOLDER = "logs"
FILE = "simdesk.log"
FILE_BYTES = 2_000_000
FILES = 5
"""The file that is written and four older ones: ten megabytes at most."""
KEPT = 50
"""The last records, kept in memory for crash reports; finer ones than the file holds."""
_PROGRAM = "simdesk"
_FACTS = "facts"
_LINE = "_simdesk_line"


def note(
    logger: logging.Logger, words: str, /, *, level: int = logging.INFO, **facts: object
) -> None:
    """Write down what happened, with its facts: counts, ids, codes, seconds; never card data."""
    logger.log(level, "%s", words, extra={_FACTS: facts})


def trace_of(error: BaseException) -> str:
    """The error with its place and everything that led to it, as Python tells it; not redacted."""
    return "".join(traceback.format_exception(error))


class Logs:
    """The log of one running program. `now` is UTC; what comes before `open` is kept and written.

    Records of other libraries are kept from warnings on. A disk that is full costs lines, never
    the work that was to be told of.
    """

    def __init__(self, redactor: Redactor, now: Callable[[], datetime]) -> None:
        self._formatter = LineFormatter(redactor, now)
        self._recent = _Recent(self._formatter)
        self._file: _QuietFile | None = None
        self._written = 0
        self._program = logging.getLogger(_PROGRAM)
        self._level_before = self._program.level
        self._program.setLevel(logging.DEBUG)
        logging.getLogger().addHandler(self._recent)

    @property
    def recent(self) -> tuple[str, ...]:
        """The last `KEPT` lines, the oldest first."""
        return tuple(line for _, _, line in tuple(self._recent.kept))

    def open(self, folder: Path, business: Callable[[], datetime] | None = None) -> None:
        """Write into `folder` from now on; `business` time stands beside the machine's.

        What came before, or since a file was left, is written first.
        """
        self.leave()
        self._formatter.business = business
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = _QuietFile(folder / FILE, self._formatter)
        for number, level, line in tuple(self._recent.kept):
            if number > self._written and level >= self._file.level:
                self._file.handle(self._formatter.made(level, line))
        logging.getLogger().addHandler(self._file)

    def leave(self) -> None:
        """Let go of the file; what comes now is only kept."""
        if self._file is not None:
            logging.getLogger().removeHandler(self._file)
            with suppress(OSError):
                self._file.close()
            self._file = None
            self._written = self._recent.count
        self._formatter.business = None

    def close(self) -> None:
        """Let go of the file and of the root logger."""
        self.leave()
        logging.getLogger().removeHandler(self._recent)
        self._program.setLevel(self._level_before)


class LineFormatter(logging.Formatter):
    """UTC, business time where there is one, level, logger, words, facts, and the error if any."""

    def __init__(self, redactor: Redactor, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.business: Callable[[], datetime] | None = None
        self._redactor = redactor
        self._now = now

    def format(self, record: logging.LogRecord) -> str:
        made: tuple[LineFormatter, str] | None = getattr(record, _LINE, None)
        if made is not None and made[0] is self:
            return made[1]
        line = self._redactor.line(" ".join(self._parts(record)))
        setattr(record, _LINE, (self, line))
        return line

    def made(self, level: int, line: str) -> logging.LogRecord:
        """A record whose line is this one."""
        record = _record(level, "")
        setattr(record, _LINE, (self, line))
        return record

    def _parts(self, record: logging.LogRecord) -> list[str]:
        business = "-" if self.business is None else f"{self.business():%Y-%m-%dT%H:%M:%S%z}"
        utc = f"{self._now():%Y-%m-%dT%H:%M:%S.%f}"[:-3]
        parts = [f"{utc}Z", business, record.levelname, f"{record.name}:", _words(record)]
        facts: dict[str, object] = getattr(record, _FACTS, {})
        parts += [f"{name}={_plain(value)}" for name, value in facts.items()]
        if record.exc_info and record.exc_info[1] is not None:
            parts.append(f"| {trace_of(record.exc_info[1])}")
        return parts


def _words(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} (with arguments that do not fit)"


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


class _Recent(logging.Handler):
    """Keeps numbers, levels and lines; records would keep the frames of an error alive."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(formatter)
        self.kept: deque[tuple[int, int, str]] = deque(maxlen=KEPT)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1
        try:
            self.kept.append((self.count, record.levelno, self.format(record)))
        except Exception:  # noqa: BLE001 - a value that cannot be written must not stop the work
            line = f"{record.levelname} {record.name}: (cannot be written)"
            self.kept.append((self.count, record.levelno, line))


class _QuietFile(RotatingFileHandler):
    """Counts what could not be written, and says so when writing works again."""

    def __init__(self, path: Path, formatter: logging.Formatter) -> None:
        super().__init__(
            path,
            maxBytes=FILE_BYTES,
            backupCount=FILES - 1,
            encoding="utf-8",
            delay=True,
            errors="backslashreplace",
        )
        self.setLevel(logging.INFO)
        self.setFormatter(formatter)
        self._lost = 0

    def emit(self, record: logging.LogRecord) -> None:
        before = self._lost
        super().emit(record)
        if before and self._lost == before:
            self._lost = 0
            words = "%d records before this one could not be written"
            super().emit(_record(logging.WARNING, words, before))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        del record
        self._lost += 1

    def _open(self) -> Any:  # noqa: ANN401 - the stream that logging wants
        with suppress(OSError):
            Path(self.baseFilename).touch(mode=0o600)
        return super()._open()


def _record(level: int, words: str, *given: object) -> logging.LogRecord:
    return logging.LogRecord(__name__, level, __file__, 0, words, given, None)
