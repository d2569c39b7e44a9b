"""Spreadsheets opened for review: looked into, then read into a desk's file of their own."""

import asyncio
import logging
import shutil
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from simdesk.models.card import CardRow
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_mapping import Mapping, Understanding
from simdesk.paths import DESK_FILE
from simdesk.services.files import file_trouble
from simdesk.services.logs import note
from simdesk.services.providers.review_file import read_review
from simdesk.services.providers.spreadsheet import NAME
from simdesk.services.reviewing.messages import (
    Failed,
    Filled,
    FirstRows,
    Message,
    Ordering,
    Rejected,
    RowsRead,
    Understood,
)
from simdesk.services.reviewing.process import SILENCE, command, messages
from simdesk.services.reviewing.request import Request
from simdesk.services.reviewing.troubles import broken_off
from simdesk.services.storage.glance import glance

_LOG = logging.getLogger(__name__)
_IDENTITY_BITS = 128
SHOWN_FIRST: Final = 200
"""Cards that are told as soon as the first rows are in."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How far a file is read: rows so far, and of the indexes how many are made.

    `first` are the first cards by ICCID, told once, as soon as there are some to look at; the
    review can be opened when `load` returns.
    """

    rows: int
    first: tuple[CardRow, ...] = ()
    ordered: int = 0
    to_order: int = 0


class Reviews:
    """Reads spreadsheets in a process of its own, which has limits; no network, no provider.

    `random_bits(n)` tells one review from another; `silence` is in seconds.
    """

    def __init__(
        self,
        random_bits: Callable[[int], int],
        *,
        silence: float = SILENCE,
        argv: Callable[[], Sequence[str]] = command,
    ) -> None:
        self._random_bits = random_bits
        self._messages = partial(messages, silence=silence, argv=argv)

    async def look(self, path: Path) -> Understanding:
        """What is in a file, and how it is to be read. Raises SheetRejectedError."""
        async with aclosing(self._asked(Request(path))) as told:
            async for message in told:
                if isinstance(message, Understood):
                    return message.what
        raise broken_off(path.name)

    async def load(
        self,
        path: Path,
        mapping: Mapping | None,
        folder: Path,
        progress: Callable[[Loaded], None],
    ) -> ReviewOf:
        """Fill the empty or missing `folder` with the review, ready for `compose.open_desk`.

        Without a `mapping` the file is read as `look` understands it. Cancelled or refused, the
        folder is gone. Raises SheetRejectedError, and KnownError for what the disk does.
        """
        identity = f"{NAME}:{self._random_bits(_IDENTITY_BITS):032x}"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            request = Request(path, folder, identity, mapping)
            await self._filled(request, folder, progress)
            return await asyncio.to_thread(read_review, folder)
        except OSError as error:
            raise file_trouble(error, folder) from error
        except BaseException:
            await asyncio.shield(
                asyncio.create_task(
                    asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True),
                    name="review thrown away",
                )
            )
            raise

    async def _filled(
        self, request: Request, folder: Path, progress: Callable[[Loaded], None]
    ) -> None:
        now = Loaded(0)
        async with aclosing(self._asked(request)) as told:
            async for message in told:
                match message:
                    case Filled():
                        return
                    case FirstRows(rows):
                        found = await asyncio.to_thread(glance, folder / DESK_FILE, SHOWN_FIRST)
                        now = Loaded(rows, () if found is None else found.cards)
                        progress(now)
                    case RowsRead(rows):
                        now = Loaded(rows)
                        progress(now)
                    case Ordering(done, total):
                        progress(Loaded(now.rows, (), done, total))
        raise broken_off(request.path.name)

    async def _asked(self, request: Request) -> AsyncGenerator[Message, None]:
        """What the process tells. Raises what it refuses; a mistake of ours is noted in the log."""
        async with aclosing(self._messages(request)) as told:
            async for message in told:
                if isinstance(message, Rejected):
                    raise message.error
                if isinstance(message, Failed):
                    note(_LOG, "reading a spreadsheet failed", where=message.where)
                    raise broken_off(request.path.name)
                yield message
