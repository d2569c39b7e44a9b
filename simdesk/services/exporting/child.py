"""The process that writes a large export: a copy of it reads the cards, it writes the file itself.

It stops, and leaves no file, once its input ends: then nobody waits for it any more.
"""

import gc
import os
import pickle
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import IO, Any, Final, TextIO

from simdesk.models.audit import AuditHead
from simdesk.models.errors import KnownError
from simdesk.models.texts import Text
from simdesk.services.apart import POSSIBLE, FailedError, apart, place_of
from simdesk.services.export_job import (
    Begun,
    ExportCancelledError,
    Progress,
    read_cards,
    write_export,
)
from simdesk.services.exporting.messages import (
    Failed,
    Message,
    Order,
    Reached,
    Refused,
    Stopped,
    line_of,
    message_of,
)
from simdesk.services.storage.export_chunks import Chunk

_KINDNESS: Final = 10
"""How far behind the window the system puts this process where both want the processor."""
Plain = tuple[int, Any]


def run(asks: IO[bytes], answers: TextIO) -> int:
    """Behind the window: do what `asks` says, tell it line by line. The exit status."""
    if hasattr(os, "nice"):
        os.nice(_KINDNESS)
    gc.disable()  # what is read and written in a chunk hangs together in no circles
    return serve(asks, answers)


def serve(asks: IO[bytes], answers: TextIO, *, copying: bool = POSSIBLE) -> int:
    """The same; `copying` lets a copy of this process read."""

    def tell(message: Message) -> None:
        with suppress(BrokenPipeError):  # nobody listens: its input has ended as well
            answers.write(line_of(message) + "\n")
            answers.flush()

    order: Order = pickle.load(asks)
    progress = Progress(None, lambda: tell(Reached(progress.rows, progress.total or 0)))

    def say(words: Text) -> str:
        return words.filled(order.words.get(words.source))

    try:
        plain = apart(map(_plain, _read(order)), _told_of, _heard_of, copying=copying)
        # The copy is made by the first step, before there is another thread.
        read = map(_made, chain([next(plain)], plain))
        threading.Thread(target=_await_end, args=(asks, progress), daemon=True).start()
        tell(write_export(read, order.plan, progress, say, behind=False))
    except ExportCancelledError:
        tell(Stopped())
    except Exception as error:  # noqa: BLE001 - whatever it is, the window hears of it
        tell(_trouble(error))
    return 0


def _await_end(asks: IO[bytes], progress: Progress) -> None:
    # Not by its buffer: the process may not end while somebody waits in there.
    bare = getattr(asks, "raw", asks)
    while bare.read(1):
        pass
    progress.stop()


def _read(order: Order) -> Iterator[Begun | Chunk]:
    # Imported by the copy alone: writing needs no database.
    from simdesk.services.storage.export_reading import reading

    with reading(order.desk) as cards:
        yield from read_cards(cards, order.plan)


def _plain(read: Begun | Chunk) -> Plain:
    """In a form that travels fast."""
    if isinstance(read, Begun):
        return read.total, read.head.mark
    return read.as_of, read.columns


def _made(plain: Plain) -> Begun | Chunk:
    number, told = plain
    if isinstance(told, str):
        return Begun(number, AuditHead.parse(told))
    return Chunk(told, number)


def _trouble(error: BaseException) -> Refused | Failed:
    return Refused(error) if isinstance(error, KnownError) else Failed(place_of(error))


def _told_of(error: BaseException) -> str:
    return line_of(_trouble(error))


def _heard_of(line: str) -> Exception:
    match message_of(line):
        case Refused(error):
            return error
        case Failed(where):
            return FailedError(where)
        case other:
            return FailedError(type(other).__name__)
