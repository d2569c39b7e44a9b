"""The audit: searched, verified against what was anchored outside of the desk, exported (4.7)."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from simdesk.models.audit import Audited, AuditFilter, AuditHead, AuditList
from simdesk.models.audit_chain import ChainVerdict
from simdesk.models.changes import AuditChanged
from simdesk.models.errors import KnownError
from simdesk.models.periods import local
from simdesk.services.anchors import Anchors
from simdesk.services.announcer import Announcer
from simdesk.services.audit_bodies import audit_exported
from simdesk.services.audit_export import AuditExport, write_audit
from simdesk.services.departures import Departures
from simdesk.services.export_columns import Say
from simdesk.services.storage import audit_store, audit_verify
from simdesk.services.storage.audit_store import AuditReader
from simdesk.services.storage.database import Database

LISTED = 500
"""Records that are read at a time."""
Progress = Callable[[int, int], None]
"""Hears of records walked and in all, on the loop's thread."""


class AuditService:
    """Reads what `Auditor`s wrote. `now` is business time, `say` the language of exported files."""

    def __init__(
        self,
        database: Database,
        anchors: Anchors,
        departures: Departures,
        now: Callable[[], datetime],
        *,
        account: str,
        say: Say = str,
    ) -> None:
        self._database = database
        self._departures = departures
        self._anchors = anchors
        self._now = now
        self._account = account
        self._say = say

    @property
    def today(self) -> date:
        """The business date, in Asia/Shanghai."""
        return local(self._now()).date()

    @property
    def anchor_trouble(self) -> KnownError | None:
        """Why the last head could not be anchored; None while anchors are kept."""
        return self._anchors.trouble

    async def list(
        self, question: AuditFilter, limit: int = LISTED, before: int | None = None
    ) -> AuditList:
        """The newest records that match, at most `limit`, of those numbered below `before`."""
        return await self._database.read(
            partial(audit_store.listed, question=question, limit=limit, before=before)
        )

    async def head(self) -> AuditHead:
        """The end of the chain."""
        return await self._database.read(audit_store.head)

    async def verify(self, progress: Progress | None = None) -> ChainVerdict:
        """Walk the whole chain and compare it with every anchor.

        Cancelling the awaiting task stops it. Raises KnownError when the anchors cannot be read.
        """
        # In this order: an anchor is written after its record, and never ahead of it.
        anchored = await asyncio.to_thread(self._anchors.read)
        loop = asyncio.get_running_loop()

        def moved(done: int, total: int) -> None:
            if progress is not None:
                loop.call_soon_threadsafe(progress, done, total)

        walking = partial(audit_verify.verify, anchors=anchored.anchors, progress=moved)
        verdict = await self._database.read(walking)
        return replace(verdict, unreadable=anchored.unreadable)

    async def export(self, path: Path, question: AuditFilter) -> int:
        """Write all records that match, xlsx or csv by the file's ending; how many there are.

        The file and the anchors get the chain's head. Raises KnownError for what the disk does;
        then there is no file.
        """
        plan = AuditExport(path, self._account, question, self._now(), self._say)
        written = await self._database.read(
            lambda connection: write_audit(AuditReader(connection), plan)
        )
        acts = [act.value for act in question.acts]
        body = audit_exported(question.words, acts, path.name, written.records)
        await self._departures.tell(Audited.AUDIT_EXPORTED, path, body, written.head)
        return written.records

    async def aclose(self) -> None:
        """Anchor the end of the chain; call it when nothing is written any more."""
        try:
            head = await self.head()
        except KnownError:
            return  # the disk is gone; closing must go on, and the next start looks at the file
        await asyncio.to_thread(self._anchors.note_if_possible, head, "closed")


def told_to(
    anchors: Anchors, announcer: Announcer, loop: asyncio.AbstractEventLoop
) -> Callable[[AuditHead], None]:
    """What an `Auditor` is to call when records were added: anchors follow, listeners are told."""

    def added(head: AuditHead) -> None:
        anchors.added(head)
        if not loop.is_closed():
            loop.call_soon_threadsafe(announcer.announce, AuditChanged())

    return added
