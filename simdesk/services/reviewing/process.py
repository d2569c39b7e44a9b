"""The reading process from outside: what it tells, message by message."""

from collections.abc import AsyncGenerator, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services import own_process
from simdesk.services.own_process import OwnProcess
from simdesk.services.reviewing.messages import FirstRows, Message, message_of
from simdesk.services.reviewing.request import Request
from simdesk.services.reviewing.troubles import broken_off

COMMAND: Final = "read-sheet"
SILENCE: Final = 60.0
"""Seconds without a word after which a process is given up."""
_GO = b"\n"

command = partial(own_process.command, COMMAND)
"""How the reading process is started."""


async def messages(
    request: Request,
    *,
    silence: float = SILENCE,
    argv: Callable[[], Sequence[str]] = command,
) -> AsyncGenerator[Message, None]:
    """What the process tells, until it ends. Closing the iterator kills it.

    After `FirstRows` it goes on when the next message is asked for. Raises SheetRejectedError when
    it says nothing for `silence` seconds, dies, or says what makes no sense.
    """
    process = await OwnProcess.begin(argv(), request.to_line().encode() + b"\n")
    try:
        while line := await _next(process, silence, request.path):
            message = _understood(line, request.path)
            yield message
            if isinstance(message, FirstRows):
                await process.tell(_GO)
    finally:
        await process.end()


async def _next(process: OwnProcess, silence: float, path: Path) -> bytes:
    try:
        return await process.line(silence)
    except TimeoutError:
        raise SheetRejectedError(
            Rejection.TOO_SLOW,
            text(
                QT_TRANSLATE_NOOP("trade", "Reading “{file}” took too long and was given up."),
                file=path.name,
            ),
            text(QT_TRANSLATE_NOOP("trade", "Save the sheet with the cards alone, or as csv.")),
        ) from None


def _understood(line: bytes, path: Path) -> Message:
    try:
        return message_of(line)
    except (ValueError, KeyError, TypeError) as error:
        raise broken_off(path.name) from error
