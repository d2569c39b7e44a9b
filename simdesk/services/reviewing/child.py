"""The process that reads a spreadsheet: what it is asked stands in one line on its input.

A hostile file may need all memory, never end, or abort whoever reads it. All of that happens here,
within limits, and the window lives on.
"""

import json
import sqlite3
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TextIO

from simdesk.models.errors import KnownError
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_guessing import understood
from simdesk.models.sheet_mapping import Mapping, Understanding
from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.reviewing.messages import (
    Failed,
    Filled,
    Message,
    Rejected,
    Understood,
    line_of,
)
from simdesk.services.reviewing.sources import Opening, Source, heads

MEMORY: Final = 512_000_000
"""Bytes of addresses that the process may use."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the process is to do: look into a file, or fill a review in `folder` from it.

    Without a `mapping` a file is read as it is understood.
    """

    path: Path
    folder: Path | None = None
    identity: str = ""
    mapping: Mapping | None = None

    def to_line(self) -> str:
        told = {
            "path": str(self.path),
            "folder": None if self.folder is None else str(self.folder),
            "identity": self.identity,
            "mapping": None if self.mapping is None else self.mapping.to_json(),
        }
        return json.dumps(told)

    @classmethod
    def of_line(cls, line: str) -> "Request":
        told: dict[str, Any] = json.loads(line)
        folder, mapping = told["folder"], told["mapping"]
        return cls(
            Path(told["path"]),
            None if folder is None else Path(folder),
            told["identity"],
            None if mapping is None else Mapping.from_json(mapping),
        )


def run(opening: Opening, asks: TextIO = sys.stdin, answers: TextIO = sys.stdout) -> int:
    """Do what one line of `asks` says, tell it line by line. Returns the exit status."""

    def tell(message: Message) -> None:
        answers.write(line_of(message) + "\n")
        answers.flush()

    request = Request.of_line(asks.readline())
    try:
        _limit_memory()
        with opening(request.path) as source:
            if request.folder is None:
                tell(Understood(_look(source), source.own))
            else:
                _fill(source, request, request.folder, tell, lambda: void(asks.readline()))
                tell(Filled())
    except KnownError as error:
        tell(Rejected(error))
    except MemoryError:
        tell(Rejected(_too_large(request.path)))
    except sqlite3.Error as error:
        tell(Rejected(_disk(error, request.folder or request.path)))
    except BrokenPipeError:
        return 1  # nobody listens any more
    except Exception as error:  # noqa: BLE001 - its words may be those of the file: only its place is told
        tell(Failed(_place(error)))
        return 1
    return 0


def void(heard: object) -> None:
    """What was heard does not matter, only that it was."""
    del heard


def _look(source: Source) -> Understanding:
    found = [head for head in heads(source) if any(map(any, head.rows))]
    if not found:
        raise SheetRejectedError(
            Rejection.EMPTY,
            text(QT_TRANSLATE_NOOP("trade", "There is nothing in the file.")),
            text(QT_TRANSLATE_NOOP("trade", "Choose a file that has rows.")),
        )
    return understood(found, source.format, own=source.own is not None)


def _fill(
    source: Source,
    request: Request,
    folder: Path,
    tell: Callable[[Message], None],
    wait: Callable[[], None],
) -> None:
    from simdesk.services.reviewing.filling import Filling

    path, own = request.path, source.own
    mapping = _look(source).mapping if request.mapping is None else request.mapping
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    begun = ReviewOf(
        request.identity,
        path.name,
        str(path),
        source.format,
        changed if own is None else own.exported_at,
        mapping,
        own,
    )
    Filling(source, begun, folder, tell, wait).fill()


def _limit_memory() -> None:
    """Where the system can: let what needs more fail here, not the whole machine."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most == resource.RLIM_INFINITY or most > MEMORY:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))


def _too_large(path: Path) -> SheetRejectedError:
    return SheetRejectedError(
        Rejection.TOO_LARGE,
        text(
            QT_TRANSLATE_NOOP("trade", "“{file}” needs more memory than a file may."),
            file=path.name,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Save the sheet with the cards alone, or as csv.")),
    )


def _disk(error: sqlite3.Error, path: Path) -> KnownError:
    from simdesk.services.storage.faults import known_trouble

    trouble = known_trouble(error, path)
    if trouble is None:
        raise error
    return trouble


def _place(error: BaseException) -> str:
    frames: Sequence[traceback.FrameSummary] = traceback.extract_tb(error.__traceback__)
    where = ", ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames[-4:])
    return f"{type(error).__name__} at {where}"
