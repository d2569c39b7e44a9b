"""Files that leave the desk: each carries the audit's head and is told to the audit (4.7)."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from simdesk.models.audit import Audited, AuditHead
from simdesk.services.anchors import Anchors
from simdesk.services.storage import audit_store
from simdesk.services.storage.auditor import Auditor, Entry, Job
from simdesk.services.storage.database import Database


class Departures:
    """Ask for the `head` before a file is written, and tell of it once it is there."""

    def __init__(self, database: Database, auditor: Auditor, anchors: Anchors) -> None:
        self._database = database
        self._auditor = auditor
        self._anchors = anchors

    async def head(self) -> AuditHead:
        """The end of the audit's chain, to stand in the file."""
        return await self._database.read(audit_store.head)

    async def tell(
        self,
        act: Audited,
        path: Path,
        body: Mapping[str, object],
        head: AuditHead,
        job: Job[None] | None = None,
    ) -> None:
        """The file at `path` is there, with `head` in it: audit it and anchor the head.

        `job` is done in the transaction of the record. Raises KnownError when that cannot be
        written; an anchor that cannot, is told by the anchors.
        """
        entry = Entry(act, path.name, body)
        told = self._auditor.telling(job or _nothing, lambda _: entry)
        await self._database.write(told)
        await asyncio.to_thread(self._anchors.note_if_possible, head, f"export {path.name}")


def _nothing(connection: object) -> None:
    del connection
