"""Who writes the audit: one operator at one machine, in business time."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from simdesk.models.audit import Audited
from simdesk.services.storage import audit_store
from simdesk.services.storage.codec import seconds


class Auditor:
    """Signs records for `operator` at the machine `host`; `now` is the provider's."""

    def __init__(self, operator: str, host: str, now: Callable[[], datetime]) -> None:
        self.operator = operator
        self.host = host
        self._now = now

    def write(
        self, connection: Connection, act: Audited, subject: str, body: Mapping[str, object]
    ) -> None:
        """Add a record in the transaction of the act itself: neither is kept without the other.

        `body` is plain JSON: what was before and after, counts, money in minor units, reasons.
        """
        record = audit_store.NewRecord(
            seconds(self._now()), self.operator, self.host, act, subject, body
        )
        audit_store.append(connection, record)
