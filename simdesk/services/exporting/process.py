"""The writing process from outside: begun with a plan, followed, stopped, never left behind."""

import asyncio
import logging
import pickle
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services import own_process
from simdesk.services.apart import FailedError
from simdesk.services.export_columns import Say
from simdesk.services.export_job import (
    ExportCancelledError,
    ExportPlan,
    Progress,
    Written,
    words_of,
)
from simdesk.services.exporting.messages import (
    Failed,
    Message,
    Order,
    Reached,
    Refused,
    Stopped,
    message_of,
)
from simdesk.services.files import clear_parts
from simdesk.services.own_process import OwnProcess

COMMAND: Final = "write-export"
LARGE: Final = 20_000
"""From so many cards on a process is worth its start; fewer are written before it stands."""
PATIENCE: Final = 2.0
"""Seconds it has to stop by itself."""
_LOG = logging.getLogger(__name__)

command = partial(own_process.command, COMMAND)
"""How the writing process is started."""


class NotBegunError(Exception):
    """The system does not let this program start another process."""


class ExportProcess:
    """Writes exports of the desk at `desk`, each in a process of its own."""

    def __init__(self, desk: Path, *, argv: Callable[[], Sequence[str]] = command) -> None:
        self._desk = desk.absolute()
        self._argv = argv

    async def write(self, plan: ExportPlan, progress: Progress, say: Say) -> Written:
        """The file of `plan`, finished.

        Raises KnownError, ExportCancelledError and FailedError, and then there is no file;
        NotBegunError when nothing was tried.
        """
        order = Order(self._desk, plan, words_of(plan, say))
        packed = await asyncio.to_thread(pickle.dumps, order, pickle.HIGHEST_PROTOCOL)
        try:
            process = await OwnProcess.begin(self._argv(), packed)
        except OSError as error:
            _LOG.warning("no process for an export: %s", error.strerror)
            raise NotBegunError from error
        try:
            return await _followed(process, progress)
        finally:
            progress.on_stop = None
            await process.end()
            await asyncio.to_thread(clear_parts, plan.path.parent, process.number)


async def _followed(process: OwnProcess, progress: Progress) -> Written:
    progress.on_stop = partial(process.hush, PATIENCE)
    if progress.stopped:  # while it was being started
        process.hush(PATIENCE)
    while line := await process.line():
        match _understood(line):
            case Reached(rows, total):
                if progress.total is None:
                    progress.counted(total)
                progress.reached(rows)
            case Written() as written:
                return written
            case Stopped():
                raise ExportCancelledError
            case Refused(error):
                raise error
            case Failed(where):
                raise FailedError(where)
    progress.check()
    raise KnownError(
        text(QT_TRANSLATE_NOOP("trade", "Writing the file broke off: the system ended it.")),
        text(QT_TRANSLATE_NOOP("trade", "Close other programs if memory is short, and try again.")),
    )


def _understood(line: bytes) -> Message:
    try:
        return message_of(line)
    except (ValueError, KeyError, TypeError) as error:
        raise FailedError("a line of the writing process") from error
