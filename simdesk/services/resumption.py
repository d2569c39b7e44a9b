"""The operator's word that sending may go on after an unexpected error, kept in the audit (F36)."""

from functools import partial

from simdesk.models.audit import Audited
from simdesk.models.changes import AuditChanged
from simdesk.services.announcer import Announcer
from simdesk.services.sending import Ban, Sending
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database


class Resumption:
    """Lifts what an unexpected error forbade; other reasons to send nothing stay."""

    def __init__(
        self, database: Database, auditor: Auditor, sending: Sending, announcer: Announcer
    ) -> None:
        self._database = database
        self._auditor = auditor
        self._sending = sending
        self._announcer = announcer

    async def go_on(self) -> bool:
        """Allow sending again; True when it is.

        Raises KnownError when that cannot be written down: sending then stays off.
        """
        reason = self._sending.reason_of(Ban.FAILED)
        if reason is None:
            return True
        told = partial(
            self._auditor.write,
            act=Audited.SENDING_CONTINUED,
            subject="",
            body={"reason": str(reason)},
        )
        await self._database.write(told)
        self._announcer.announce(AuditChanged())
        self._sending.allow(Ban.FAILED)
        return True
