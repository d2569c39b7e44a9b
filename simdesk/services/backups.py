"""Backups: made on time and before what is hard to undo, verified, thinned, told in the audit."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from simdesk.models.audit import Audited, AuditHead
from simdesk.models.backups import Backup, BackupReason, Keeping, Loss, kept
from simdesk.models.changes import (
    AuditChanged,
    BackupsChanged,
    Change,
    PreferencesChanged,
    SendingChanged,
    SyncMoved,
    UndoChanged,
)
from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.models.flaws import Flaw
from simdesk.models.periods import local
from simdesk.services.announcer import Announcer
from simdesk.services.backup_copies import BackupCopies, thin
from simdesk.services.intervals import Interval
from simdesk.services.safe_mode import SafeMode
from simdesk.services.storage import backup_files, restore_files
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database

FOLDER = "backups"
EVERY = 30 * 60.0
"""Seconds between two backups of a desk that changes, unless told otherwise."""
LARGE = 200_000_000
"""A desk of so many bytes is copied that often; a larger one less often, in proportion."""
_NOT_OURS = (SyncMoved, SendingChanged, UndoChanged, BackupsChanged, PreferencesChanged)
"""What may change and leaves the desk's file as it was."""
BULK = 1_000
"""Before an operation on more cards than this a backup is made."""
Anchor = Callable[[AuditHead, str], None]
"""Keeps a head of the audit outside of the database; says why."""


class BackupService:
    """One fleet's backups. `now` is business time, `clock` counts the time between two of them."""

    def __init__(
        self,
        database: Database,
        folder: Path,
        clock: Clock,
        *,
        now: Callable[[], datetime],
        auditor: Auditor,
        announcer: Announcer,
        anchor: Anchor,
        safe_mode: SafeMode,
    ) -> None:
        """`folder` is the fleet's; `safe_mode` knows the flaws, and which of them were seen."""
        self.folder = folder / FOLDER
        self.copies = BackupCopies(self.folder)
        self.interval = Interval(clock, EVERY)
        """How often one is made of a desk that changes."""
        self.keeping = Keeping()
        self._database = database
        self._now = now
        self._auditor = auditor
        self._announcer = announcer
        self._anchor = anchor
        self._safe_mode = safe_mode
        self._turn = asyncio.Lock()
        self._changed = True
        announcer.subscribe(self._on_announced)

    def _on_announced(self, change: Change) -> None:
        if not isinstance(change, _NOT_OURS):
            self._changed = True

    async def make(self, why: BackupReason = BackupReason.HAND) -> Backup:
        """Copy the desk, verify the copy, drop what need not be kept any longer.

        Of a desk with flaws that nobody has seen, the copy has them too, and cannot be restored.
        Raises KnownError when there is no room or the copy is not whole; then there is no new one.
        That it could not be copied elsewhere as well is told in `copies.trouble`.
        """
        async with self._turn:
            at = self._now()
            self._changed = False
            try:
                job = partial(
                    backup_files.write_backup,
                    self._database.path,
                    self._unused(at),
                    at,
                    why,
                    accepted=self._accepted | {flaw.key for flaw in self._safe_mode.flaws},
                    seal=self._database.trusted,
                )
                backup = await asyncio.to_thread(job)
            except BaseException:
                self._changed = True
                raise
            changed = self._changed
            await self._database.write(
                lambda connection: self._auditor.write(
                    connection, Audited.BACKUP_MADE, backup.name, _body(backup)
                )
            )
            await asyncio.to_thread(self._anchor, backup.head, f"backup {backup.name}")
            await asyncio.to_thread(thin, self.folder, self._stay)
            await asyncio.to_thread(self.copies.take, backup, self._stay)
        self._announcer.announce(AuditChanged())
        self._announcer.announce(BackupsChanged())
        # That it is told in the audit is no reason for another one.
        self._changed = changed
        return backup

    @property
    def _accepted(self) -> frozenset[str]:
        return self._safe_mode.accepted()

    def _unused(self, at: datetime) -> Path:
        stem = f"desk-{local(at):%Y%m%d-%H%M%S}"
        number = 1
        while (path := self.folder / f"{stem}-{number}{backup_files.ENDING}").exists():
            number += 1
        return path

    def _stay(self, backups: tuple[Backup, ...]) -> frozenset[datetime]:
        return kept((backup.at for backup in backups), self._now(), self.keeping)

    async def before_bulk(self, cards: int) -> None:
        """Make one before an operation on many cards, if anything changed since the last.

        Raises KnownError when it cannot be made: the operation should not begin then.
        """
        if cards > BULK and self._changed:
            await self.make(BackupReason.BULK)

    async def keep(self, tell: Callable[[KnownError], None]) -> None:
        """Make one at every interval if anything changed, until cancelled; `tell` hears failures.

        Large desks are copied less often: their copies of two days would fill the disk.
        """
        while True:
            size = (await asyncio.to_thread(self._database.path.stat)).st_size
            await self.interval.passed(max(1.0, size / LARGE))
            if self._changed:
                try:
                    await self.make(BackupReason.TIME)
                except KnownError as error:
                    tell(error)
                else:
                    if self.copies.trouble is not None:
                        tell(self.copies.trouble)

    async def list(self) -> tuple[Backup, ...]:
        """The backups there are, newest first."""
        return await asyncio.to_thread(backup_files.listed, self.folder)

    async def check(self, backup: Backup) -> tuple[Flaw, ...]:
        """Read one back, as a drill: every flaw that no operator has seen yet."""
        flaws = await asyncio.to_thread(backup_files.check, self.folder, backup)
        return tuple(flaw for flaw in flaws if flaw.key not in self._accepted)

    async def loss(self, backup: Backup) -> Loss:
        """What the desk knows and this backup does not."""
        job = partial(backup_files.loss, self._database.path, self.folder / backup.name, backup.at)
        return await asyncio.to_thread(job)

    async def prepare_restore(self, backup: Backup) -> None:
        """Lay a backup ready; it takes the desk's place when the desk is opened next.

        A backup of today's desk is made first. Raises KnownError and changes nothing when the
        backup is not whole.
        """
        flaws = await self.check(backup)
        if flaws:
            raise KnownError(flaws[0].words)
        await self.make(BackupReason.RESTORE)
        job = partial(
            restore_files.prepare_restore,
            self._database.path,
            self.folder / backup.name,
            backup.at,
            self._accepted,
        )
        await asyncio.to_thread(job)

    @property
    def restore_ready(self) -> bool:
        """A restore was laid ready: close the desk and open it again."""
        return restore_files.is_ready(self._database.path)


def _body(backup: Backup) -> dict[str, object]:
    return {
        "why": backup.why.value,
        "size": backup.size,
        "sha256": backup.sha256,
        "head": {"number": backup.head.number, "digest": backup.head.digest},
    }
