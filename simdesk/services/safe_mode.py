"""Safe mode: something is wrong with the desk, so nothing is sent until a person says so (4.13)."""

from collections.abc import Sequence
from functools import partial

from simdesk.models.audit import Audited
from simdesk.models.changes import AuditChanged, SendingChanged
from simdesk.models.errors import KnownError
from simdesk.models.flaws import Flaw
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.announcer import Announcer
from simdesk.services.entry import checked_note
from simdesk.services.sending import Ban, Sending
from simdesk.services.storage import safe_mode_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database

ASKED = text(QT_TRANSLATE_NOOP("trade", "Safe mode was asked for."))
STARTS = text(
    QT_TRANSLATE_NOOP("trade", "The last two starts failed within a minute; this one is safe.")
)
COPY = text(
    QT_TRANSLATE_NOOP("trade", "This is a copy to look at; what you change here is not kept.")
)
CLOCK = QT_TRANSLATE_NOOP("trade", "The clock of this PC is off by {minutes} minutes.")
VERIFYING = text(QT_TRANSLATE_NOOP("trade", "The desk's file is being verified."))
_FLAW = QT_TRANSLATE_NOOP("trade", "The verification found a flaw: {first}")
_FLAWS = QT_TRANSLATE_NOOP("trade", "The verification found {count} flaws: {first}")


class SafeMode:
    """Why safe mode is on, what was found, and the one way out. No rules run while it is on."""

    def __init__(
        self, database: Database, sending: Sending, auditor: Auditor, announcer: Announcer
    ) -> None:
        self._database = database
        self._sending = sending
        self._auditor = auditor
        self._announcer = announcer
        self._reasons: list[Text] = []
        self._accepted: frozenset[str] = frozenset()
        self.flaws: tuple[Flaw, ...] = ()
        """What the last verification found and nobody has seen yet."""

    @property
    def on(self) -> bool:
        return bool(self._reasons)

    @property
    def reasons(self) -> Sequence[Text]:
        """Why it is on, in the order of finding."""
        return tuple(self._reasons)

    @property
    def way_out(self) -> Text | None:
        """Why it cannot be left here; None where it can."""
        if COPY in self._reasons:
            return text(QT_TRANSLATE_NOOP("trade", "A copy stays as safe as it is."))
        if any(flaw.structural for flaw in self.flaws):
            return text(QT_TRANSLATE_NOOP("trade", "The file is damaged. Restore a backup."))
        return None

    def accepted(self) -> frozenset[str]:
        """Keys of flaws that an operator has seen."""
        return self._accepted

    async def open(self) -> None:
        """At start: learn what was accepted before."""
        self._accepted = await self._database.read(safe_mode_store.accepted)

    def enter(self, reason: Text) -> None:
        """Send nothing from now on, until `leave`."""
        if reason not in self._reasons:
            self._reasons.append(reason)
        self._sending.forbid(Ban.SAFE_MODE, self._reasons[0])
        self._announcer.announce(SendingChanged())

    def found(self, flaws: Sequence[Flaw]) -> None:
        """A verification ended: what it found and nobody has seen yet switches safe mode on."""
        self.flaws = tuple(flaw for flaw in flaws if flaw.key not in self._accepted)
        if self.flaws:
            count, first = len(self.flaws), self.flaws[0].words
            several = text(_FLAWS, count=count, first=first)
            self.enter(text(_FLAW, first=first) if count == 1 else several)

    async def leave(self, note: str) -> None:
        """The operator has seen why and goes on; `note` is the operator's own.

        Written into the audit with every flaw that is accepted by it. Raises KnownError where
        there is no way out.
        """
        against = self.way_out
        if against is not None:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "Safe mode cannot be left now.")), against
            )
        keys = sorted(flaw.key for flaw in self.flaws)
        body = {
            "why": [str(one) for one in self._reasons],
            "accepted": keys,
            "note": checked_note(note),
        }
        job = partial(
            self._auditor.write,
            act=Audited.SAFE_MODE_LEFT,
            subject=safe_mode_store.SUBJECT,
            body=body,
        )
        await self._database.write(job)
        await self._database.trust()
        self._accepted |= frozenset(keys)
        self._reasons.clear()
        self.flaws = ()
        self._sending.allow(Ban.SAFE_MODE)
        self._announcer.announce(AuditChanged())
