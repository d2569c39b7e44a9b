"""Everything that keeps the desk's file trustworthy, in the order a start needs it (4.4)."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.models.texts import Text
from simdesk.services import safe_mode, start_up
from simdesk.services.anchors import Anchors
from simdesk.services.announcer import Announcer
from simdesk.services.backups import BackupService
from simdesk.services.calls import Calls
from simdesk.services.restoring import Restoring, orders_since
from simdesk.services.safe_mode import SafeMode
from simdesk.services.sending import Sending
from simdesk.services.start_up import FileVerification
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from simdesk.services.storage.faults import damaged
from simdesk.services.storage.journal_seals import seal_settled
from simdesk.services.storage.sqlite_version import sqlite_warning


class Custody:
    """The file's verification, safe mode, backups, and what a restore leaves to do."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        clock: Clock,
        folder: Path,
        *,
        sending: Sending,
        auditor: Auditor,
        anchors: Anchors,
        announcer: Announcer,
        refresh: Callable[[], Awaitable[object]],
    ) -> None:
        """`folder` is the fleet's; `refresh` reads every card anew."""
        self._database = database
        self._auditor = auditor
        self.safe_mode = SafeMode(database, sending, auditor, announcer)
        self.verification = FileVerification(database, sending, self.safe_mode, anchors)
        self.restoring = Restoring(
            database,
            sending,
            now=calls.now,
            auditor=auditor,
            anchors=anchors,
            announcer=announcer,
            compare=partial(orders_since, calls=calls, database=database, refresh=refresh),
        )
        self.backups = BackupService(
            database,
            folder,
            clock,
            now=calls.now,
            auditor=auditor,
            announcer=announcer,
            anchor=anchors.note_if_possible,
            safe_mode=self.safe_mode,
        )

    @property
    def sqlite_warning(self) -> Text | None:
        """What is to be said of the SQLite in use; None where nothing is known against it."""
        return sqlite_warning()

    async def open(self, provider: object, *, asked: bool, copy: bool, hurried: bool) -> None:
        """At start, before anything is recovered or sent.

        `asked` for safe mode; a `copy` to look at; a `hurried` start follows failed ones. A large
        file is verified in the background. Raises KnownError when the file is damaged.
        """
        reasons = (
            (copy, safe_mode.COPY),
            (asked, safe_mode.ASKED),
            (hurried, safe_mode.STARTS),
        )
        for so, why in reasons:
            if so:
                self.safe_mode.enter(why)
        start_up.watch_clock(provider, self.safe_mode)
        await self.safe_mode.open()
        await self.restoring.forbid()
        await self.verification.begin()
        if any(flaw.structural for flaw in self.safe_mode.flaws) and not copy:
            raise damaged(self._database.path)
        await self.restoring.doubt()

    async def seal(self) -> int:
        """Seal operations that are all over; call it when some ended. Returns how many.

        None while the file is not verified: what may be damaged must not be made sound.
        """
        if not self._database.trusted:
            return 0
        return await self._database.write(partial(seal_settled, auditor=self._auditor))

    def unless_safe(self, step: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[object]]:
        """The step, left out while safe mode is on: then no rules run."""

        async def taken() -> object:
            return None if self.safe_mode.on else await step()

        return taken

    async def aclose(self) -> None:
        """Give up a verification that still runs; seal what is over, if the file can be written."""
        await self.verification.aclose()
        with suppress(KnownError):  # whatever the file has, the next start finds it
            await self.seal()
