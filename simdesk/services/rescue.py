"""A desk that cannot be opened: look at it, put a backup in its place, save what can be read."""

import asyncio
import shutil
import tempfile
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from simdesk.models.backups import Backup
from simdesk.models.flaws import Flaw
from simdesk.services.backups import FOLDER
from simdesk.services.files import InstanceLock, file_trouble, write_atomically
from simdesk.services.spreadsheets.columns import Column, Kind
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.storage import backup_files, restore_files, salvage
from simdesk.services.storage.verification import verify_file

_SAVED = "readable"
_AT_ONCE = 500


class Rescue:
    """`desk` is the file that cannot be opened, or is not to be. Nothing here writes to it."""

    def __init__(self, desk: Path) -> None:
        self.desk = desk

    async def verify(self) -> tuple[Flaw, ...]:
        """Everything that is wrong with the file."""
        return await asyncio.to_thread(verify_file, self.desk)

    async def backups(self) -> tuple[Backup, ...]:
        """The backups there are, newest first."""
        return await asyncio.to_thread(backup_files.listed, self.desk.parent / FOLDER)

    async def restore(self, backup: Backup) -> Path | None:
        """Check a backup and put it in the desk's place; see `restore_from`."""
        return await self.restore_from(self.desk.parent / FOLDER / backup.name)

    async def restore_from(self, file: Path) -> Path | None:
        """Check any backup file and put it in the desk's place.

        Returns where the old file is kept, None where there was none. Sending is off in the
        restored desk until it was compared with the provider. Raises KnownError, and changes
        nothing, when the file is not whole or the desk is open somewhere.
        """
        return await asyncio.to_thread(self._restored, file)

    def _restored(self, file: Path) -> Path | None:
        with InstanceLock(self.desk.with_name(self.desk.name + ".lock")):
            there = self.desk.exists()
            restore_files.prepare_restore(self.desk, file, backup_files.made_at(file))
            try:
                kept = restore_files.finish_restore(self.desk)
            except OSError as error:
                raise file_trouble(error, self.desk) from error
        return kept if there else None

    async def copy(self) -> Path:
        """A copy in a folder of its own to look at; whoever asked for it removes that folder.

        Raises KnownError when there is no room or the file cannot be read.
        """
        return await asyncio.to_thread(self._copied)

    def _copied(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="simdesk-look-"))
        try:
            for ending in ("", "-wal"):
                file = self.desk.with_name(self.desk.name + ending)
                if file.exists():
                    shutil.copyfile(file, folder / file.name)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise file_trouble(error, self.desk) from error
        return folder / self.desk.name

    async def save_readable(self) -> tuple[Path, Mapping[str, int]]:
        """Write a csv file for each table with the rows that can be read, into a new folder.

        Returns the folder and how many rows of each table there are. Raises KnownError.
        """
        return await asyncio.to_thread(self._saved)

    def _saved(self) -> tuple[Path, Mapping[str, int]]:
        number = 1
        while (folder := self.desk.with_name(f"{_SAVED}-{number}")).exists():
            number += 1
        try:
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise file_trouble(error, folder) from error
        tables = salvage.readable_tables(self.desk)
        return folder, {name: self._written(folder, name, tables[name]) for name in tables}

    def _written(self, folder: Path, table: str, columns: tuple[str, ...]) -> int:
        rows = 0
        with write_atomically(folder / f"{table}.csv") as file:
            writer = CsvWriter(file, [Column(name, name, Kind.WORDS) for name in columns])
            found = salvage.readable_rows(self.desk, table)
            while part := list(islice(found, _AT_ONCE)):
                rows += len(part)
                writer.write(part)
            writer.finish((), ())
        return rows


def forget_copy(copy: Path) -> None:
    """Remove a copy that was made to be looked at, with its folder."""
    shutil.rmtree(copy.parent, ignore_errors=True)
