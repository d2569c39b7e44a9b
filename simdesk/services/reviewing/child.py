"""The process that reads a spreadsheet: what it is asked stands in one line on its input.

A hostile file may need all memory, never end, or abort whoever reads it. All of that happens here,
within limits, and the window lives on.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_guessing import understood
from simdesk.models.sheet_mapping import Understanding
from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.apart import POSSIBLE
from simdesk.services.reviewing.messages import (
    Filled,
    Message,
    Understood,
    line_of,
)
from simdesk.services.reviewing.request import Request
from simdesk.services.reviewing.sources import Opening, heads
from simdesk.services.reviewing.troubles import trouble_of
from simdesk.services.spreadsheets.reading.csv_text import is_own
from simdesk.services.spreadsheets.reading.source import Source

if TYPE_CHECKING:
    from simdesk.services.reviewing.filling import Filling

MEMORY: Final = 512_000_000
"""Bytes of addresses that the process may use."""
PROCESSOR: Final = 1_800
"""Seconds of the processor after which the system ends it, should nobody else."""


def run(opening: Opening, asks: TextIO = sys.stdin, answers: TextIO = sys.stdout) -> int:
    """Within limits: do what one line of `asks` says, tell it line by line. The exit status."""
    limit()
    return serve(opening, asks, answers)


def serve(opening: Opening, asks: TextIO, answers: TextIO, *, copying: bool = POSSIBLE) -> int:
    """The same without limits; `copying` lets a copy of this process read."""

    def tell(message: Message) -> None:
        answers.write(line_of(message) + "\n")
        answers.flush()

    request = Request.of_line(asks.readline())
    try:
        with opening(request.path) as source:
            if request.folder is None:
                tell(Understood(_look(source), source.own))
            else:
                filling = _filling(source, request, request.folder)
                filling(tell, lambda: void(asks.readline()), copying=copying).fill()
                tell(Filled())
    except BrokenPipeError:
        return 1  # nobody listens any more
    except Exception as error:  # noqa: BLE001 - whatever it is, the window hears of it
        tell(trouble_of(error, request.path.name, request.folder))
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
    ours = source.own is not None or is_own([*map(_title, found[0].rows[0])])
    return understood(found, source.format, own=ours)


def _title(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _filling(source: Source, request: Request, folder: Path) -> Callable[..., "Filling"]:
    from simdesk.services.reviewing.filling import Filling

    path, own, found = request.path, source.own, _look(source)
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    begun = ReviewOf(
        request.identity,
        path.name,
        str(path),
        source.format,
        changed if own is None else own.exported_at,
        found.mapping if request.mapping is None else request.mapping,
        own,
    )
    return partial(Filling, source, begun, folder, ours=found.own)


def limit() -> None:
    """Where the system can: let what needs more fail here, not the whole machine."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most == resource.RLIM_INFINITY or most > MEMORY:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
