"""Who writes the audit: one operator at one machine, in business time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from simdesk.models.audit import Audited, AuditHead
from simdesk.services.storage import audit_store
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.committed import after_commit

T = TypeVar("T")
Job = Callable[[Connection], T]
"""What the database is handed to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record is to tell; see `Auditor.write`."""

    act: Audited
    subject: str
    body: Mapping[str, object]


class Auditor:
    """Signs records for `operator` at the machine `host`; `now` is the provider's.

    `added` hears of the new head once it is committed, on the writer's thread; it must not raise.
    """

    def __init__(
        self,
        operator: str,
        host: str,
        now: Callable[[], datetime],
        added: Callable[[AuditHead], None] | None = None,
    ) -> None:
        self.operator = operator
        self.host = host
        self._now = now
        self._added = added

    def write(
        self, connection: Connection, act: Audited, subject: str, body: Mapping[str, object]
    ) -> None:
        """Add a record in the transaction of the act itself: neither is kept without the other.

        `body` is plain JSON: what was before and after, counts, money in minor units, reasons.
        """
        record = audit_store.NewRecord(
            seconds(self._now()), self.operator, self.host, act, subject, body
        )
        head = audit_store.append(connection, record)
        if self._added is not None:
            after_commit(connection, "audit", partial(self._added, head))

    def put(self, connection: Connection, entry: Entry) -> None:
        """Write an entry; see `write`."""
        self.write(connection, entry.act, entry.subject, entry.body)

    def telling(self, job: Job[T], tell: Callable[[T], Entry | None]) -> Job[T]:
        """The job, and in its transaction the record that `tell` makes of its result, if any."""
        return self.telling_all(job, lambda result: (tell(result),))

    def telling_all(self, job: Job[T], tell: Callable[[T], Iterable[Entry | None]]) -> Job[T]:
        """The same, where there may be several records."""

        def told(connection: Connection) -> T:
            result = job(connection)
            for entry in tell(result):
                if entry is not None:
                    self.put(connection, entry)
            return result

        return told
