"""A second place for backups: each is copied there as well, read back, and thinned the same way."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from simdesk.models.backups import Backup
from simdesk.models.errors import KnownError
from simdesk.services.storage import backup_files

Stay = Callable[[tuple[Backup, ...]], frozenset[datetime]]
"""The moments whose backups are kept."""


class BackupCopies:
    """The copies of one fleet's backups. `where` is the operator's folder; None: there are none."""

    def __init__(self, backups: Path) -> None:
        """`backups` is the folder of the backups themselves, in the fleet's."""
        self._backups = backups
        self.where: Path | None = None
        self.trouble: KnownError | None = None
        """Why the last backup was not copied; the backup itself is there."""

    @property
    def folder(self) -> Path | None:
        """Where the copies of this fleet lie: fleets of one name, kept elsewhere, do not meet."""
        if self.where is None:
            return None
        place = hashlib.sha256(str(self._backups.absolute()).encode()).hexdigest()[:8]
        return self.where / f"{self._backups.parent.name}-{place}"

    def take(self, backup: Backup, stay: Stay) -> None:
        """Copy a backup, drop copies that need not stay. Waits for the disk; never raises."""
        self.trouble = None
        folder = self.folder
        if folder is None:
            return
        try:
            backup_files.copy_backup(self._backups, backup, folder)
            thin(folder, stay)
        except KnownError as error:
            self.trouble = error


def thin(folder: Path, stay: Stay) -> None:
    """Drop the backups in a folder that need not stay. Raises KnownError."""
    backups = backup_files.listed(folder)
    kept = stay(backups)
    for backup in backups:
        if backup.at not in kept:
            backup_files.drop(folder, backup)
