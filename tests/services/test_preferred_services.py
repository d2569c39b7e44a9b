"""What the operator set acts on the services of an open desk, from the moment it is set."""

import asyncio
from pathlib import Path

import pytest

from simdesk.models.backups import BackupReason, Keeping
from simdesk.models.changes import PreferencesChanged
from simdesk.models.errors import KnownError
from simdesk.services.backup_copies import BackupCopies
from simdesk.services.backups import EVERY
from simdesk.services.preferences import PreferenceService
from simdesk.services.storage import backup_files
from tests.services.small_desk import small_desk


async def test_as_at_first_is_what_services_do_by_themselves(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        backups = small.desk.custody.backups
        assert backups.interval.seconds == EVERY
        assert backups.keeping == Keeping()
        assert backups.copies.folder is None
        assert small.desk.syncing.seconds is None


async def test_what_is_set_counts_at_once_and_is_announced(tmp_path: Path) -> None:
    preferences = PreferenceService()
    async with small_desk(tmp_path, preferences=preferences) as small:
        backups = small.desk.custody.backups
        await backups.make()
        preferences.change({"backup_minutes": 5, "backup_weeks": 0, "sync_minutes": 60})
        assert backups.interval.seconds == 300
        assert backups.keeping == Keeping(weeks=0)
        assert small.desk.syncing.seconds == 3_600
        assert PreferencesChanged() in small.heard
        await backups.before_bulk(1_001)
        assert len(await backups.list()) == 1  # nothing of the desk changed by that
    preferences.change({"backup_minutes": 50})
    assert backups.interval.seconds == 300


async def test_a_backup_is_made_as_often_as_set(tmp_path: Path) -> None:
    preferences = PreferenceService()
    preferences.change({"backup_minutes": 5})
    async with small_desk(tmp_path, preferences=preferences) as small:
        keeping = asyncio.create_task(small.desk.custody.backups.keep(pytest.fail))
        while not await small.desk.custody.backups.list():
            await asyncio.sleep(0.01)
        keeping.cancel()
        await asyncio.wait({keeping})
        assert 300 in small.clock.slept


async def test_only_as_many_days_of_backups_stay_as_set(tmp_path: Path) -> None:
    preferences = PreferenceService()
    preferences.change({"backup_days": 1, "backup_weeks": 0, "backup_months": 0})
    async with small_desk(tmp_path, preferences=preferences) as small:
        for _ in range(3):
            await small.pass_time(days=4)
            latest = await small.desk.custody.backups.make()
            assert await small.desk.custody.backups.list() == (latest,)


# Copies


async def test_every_backup_is_copied_to_the_second_folder_and_thinned_there(
    tmp_path: Path,
) -> None:
    preferences, elsewhere = PreferenceService(), tmp_path / "disk"
    preferences.change({"backup_copies": str(elsewhere), "backup_days": 1})
    preferences.change({"backup_weeks": 0, "backup_months": 0})
    async with small_desk(tmp_path / "north", preferences=preferences) as small:
        backups = small.desk.custody.backups
        for _ in range(2):
            await small.pass_time(days=4)
            latest = await backups.make()
        assert backups.copies.trouble is None
        folder = backups.copies.folder
        assert folder is not None
        assert folder.parent == elsewhere
        assert folder.name.startswith("north-")
        assert backup_files.listed(folder) == (latest,) == await backups.list()
        assert backup_files.check(folder, latest) == ()


def test_fleets_of_one_name_do_not_meet(tmp_path: Path) -> None:
    copies = [BackupCopies(tmp_path / place / "north" / "backups") for place in ("a", "b")]
    for one in copies:
        one.where = tmp_path / "disk"
    assert len({one.folder for one in copies}) == 2


async def test_a_copy_that_cannot_be_made_is_told_and_costs_no_backup(tmp_path: Path) -> None:
    preferences = PreferenceService()
    (tmp_path / "disk").write_text("no folder")
    preferences.change({"backup_copies": str(tmp_path / "disk"), "backup_minutes": 5})
    async with small_desk(tmp_path / "north", preferences=preferences) as small:
        told: list[KnownError] = []
        keeping = asyncio.create_task(small.desk.custody.backups.keep(told.append))
        while not told:
            await asyncio.sleep(0.01)
        keeping.cancel()
        await asyncio.wait({keeping})
        assert "disk" in str(told[0])
        assert [one.why for one in await small.desk.custody.backups.list()] == [BackupReason.TIME]
        preferences.change({"backup_copies": ""})
        await small.desk.custody.backups.make()
        assert small.desk.custody.backups.copies.trouble is None


async def test_a_copy_that_differs_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with small_desk(tmp_path / "north") as small:
        backups = small.desk.custody.backups
        backup = await backups.make()
        monkeypatch.setattr(backup_files, "sha256_of", lambda path: "0")
        with pytest.raises(KnownError, match="not whole"):
            backup_files.copy_backup(backups.folder, backup, tmp_path / "disk")
        assert list((tmp_path / "disk").iterdir()) == []
