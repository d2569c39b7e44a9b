"""Very large operations are entered into the journal in parts, beside what others write."""

import asyncio
from collections.abc import Iterator
from functools import partial

from simdesk.models.errors import KnownError
from simdesk.models.guards import GuardedAct
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.storage import journal_acts, journal_entry
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_entry import NewItem, NewOperation

LARGE = 20_000
"""From so many items on: a smaller one keeps the writer for less than half a second."""
CLOSING = text(QT_TRANSLATE_NOOP("trade", "SimDesk is closing."))


class Entering:
    """Writes operations that cost nothing: money is reserved in one transaction or not at all."""

    def __init__(self, database: Database, auditor: Auditor) -> None:
        self._database = database
        self._auditor = auditor
        self._closing = False
        self._under_way: set[str] = set()
        self._ended = asyncio.Event()

    async def write(
        self,
        new: NewOperation,
        items: Iterator[NewItem],
        *,
        guarded: GuardedAct,
        body: dict[str, object],
    ) -> None:
        """Enter it part by part, then approve it; `body` is what the audit tells of it.

        `items` is used up on the writer's thread. Raises KnownError where it would pass a bound,
        also one that was reached meanwhile, where nothing can be written and when SimDesk is
        closing; then nothing of it stays.
        """
        self._under_way.add(new.id)
        try:
            await self._database.write(partial(journal_acts.enter, new=new, guarded=guarded))
            try:
                await self._parts(new.id, items)
                job = partial(journal_entry.digest_of, op_id=new.id)
                digest = await self._database.read(job)
                approve = partial(
                    journal_acts.approve,
                    auditor=self._auditor,
                    new=new,
                    digest=digest,
                    guarded=guarded,
                    body=body,
                )
                await self._database.write(approve)
            except BaseException:
                await self._discard(new.id)
                raise
        finally:
            self._under_way.discard(new.id)
            self._ended.set()

    async def _parts(self, op_id: str, items: Iterator[NewItem]) -> None:
        part, written = partial(journal_entry.write_part, op_id=op_id, items=items), 0
        while count := await self._database.write(partial(part, first=written)):
            written += count
            if self._closing:
                raise KnownError(CLOSING)

    async def tidy(self) -> None:
        """At a start: take away what was being entered when the program died."""
        while (op_id := await self._database.read(journal_entry.unfinished)) is not None:
            await self._discard(op_id)

    async def _discard(self, op_id: str) -> None:
        while await self._database.write(partial(journal_entry.discard, op_id=op_id)):
            pass

    async def aclose(self) -> None:
        """Give up what is not entered yet."""
        self._closing = True
        while self._under_way:
            self._ended.clear()
            await self._ended.wait()
