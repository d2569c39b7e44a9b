"""Backups, restores and safe mode of a whole desk: the drills that must not fail on the day."""

import asyncio
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from simdesk.compose import DESK_FILE, Desk, open_desk
from simdesk.models.account_commands import EnlargePool
from simdesk.models.action import Action
from simdesk.models.audit import Audited
from simdesk.models.backups import Backup, BackupReason
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.flaws import Flaw
from simdesk.models.operations import Request
from simdesk.services import safe_mode, start_up
from simdesk.services.start_up import Starts, TellsTime, watch_clock
from simdesk.services.storage import backup_files, restore_doubts, restore_files, verification
from simdesk.services.storage.database import Database
from simdesk.services.storage.opening import create
from simdesk.services.storage.restore_files import finish_restore, prepare_restore
from simdesk.services.storage.verification import verify_file
from tests.conftest import VirtualClock
from tests.factories import a_moment
from tests.services.small_desk import PLAN, POOLED, SmallDesk, small_desk
from tests.services.storage import booked_desk


async def bought(small: SmallDesk) -> str:
    """Buy a larger pool; the order's number."""
    offers = await small.desk.purchases.offers(POOLED)
    offer = offers.enlargements[0]
    act = await small.desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
    assert act.order is not None
    return act.order


def audited(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / DESK_FILE)) as raw:
        return [act for (act,) in raw.execute("SELECT act FROM audit ORDER BY n")]


async def test_a_backup_is_a_whole_desk_of_its_own_and_told_in_the_audit(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        backup = await small.desk.custody.backups.make()
        assert await small.desk.custody.backups.list() == (backup,)
        assert await small.desk.custody.backups.check(backup) == ()
        assert backup.counts["card"] == PLAN.cards
        path = small.desk.custody.backups.folder / backup.name
        names = [backup.name, path.with_suffix(".json").name]
        assert sorted(one.name for one in path.parent.iterdir()) == names
        assert path.parent.stat().st_mode & 0o077 == 0
    assert verify_file(path) == ()
    assert Audited.BACKUP_MADE in audited(tmp_path)


async def test_nothing_new_no_backup(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        backups = small.desk.custody.backups
        await backups.before_bulk(1_000)
        assert await backups.list() == ()
        await backups.before_bulk(1_001)
        await backups.before_bulk(1_001)
        assert [one.why for one in await backups.list()] == [BackupReason.BULK]
        await small.desk.sync.run()
        await backups.before_bulk(1_001)
        assert len(await backups.list()) == 2


async def test_a_backup_with_a_changed_byte_is_refused(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        backups = small.desk.custody.backups
        backup = await backups.make()
        path = backups.folder / backup.name
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)
        assert (await backups.check(backup))[0].structural
        with pytest.raises(KnownError, match=backup.name):
            await backups.prepare_restore(backup)
        assert not backups.restore_ready


async def test_a_full_disk_leaves_no_half_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simdesk.services import files

    async with small_desk(tmp_path) as small:
        backups = small.desk.custody.backups

        class Usage:
            free = 100

        monkeypatch.setattr(files.shutil, "disk_usage", lambda folder: Usage)
        with pytest.raises(KnownError, match="disk is full"):
            await backups.make()
        assert await backups.list() == ()
        assert list(backups.folder.iterdir()) == []


async def test_the_restore_drill(tmp_path: Path) -> None:
    """Backup, then money is spent, then the restore: the desk must not forget it silently."""
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        backup = await small.desk.custody.backups.make()
        await small.pass_time(hours=1)
        order = await bought(small)
        loss = await small.desk.custody.backups.loss(backup)
        assert (loss.operations, loss.purchases, loss.since) == (0, 1, backup.at)
        await small.desk.custody.backups.prepare_restore(backup)
        assert small.desk.custody.backups.restore_ready
    async with small_desk(tmp_path) as small:
        restoring = small.desk.custody.restoring
        assert list(await small.desk.purchases.acts()) == []
        assert restoring.since == backup.at
        with pytest.raises(KnownError, match="restored from a backup"):
            small.desk.sending.check()
        with pytest.raises(KnownError, match="Compare"):
            await restoring.leave("all good")
    async with small_desk(tmp_path) as small:  # a restart changes nothing about it
        restoring = small.desk.custody.restoring
        assert small.desk.sending.reason is not None
        theirs = await restoring.compare()
        assert [one.number for one in theirs.orders] == [order]
        await restoring.leave("seen")
        small.desk.sending.check()
    async with small_desk(tmp_path) as small:
        small.desk.sending.check()
        assert small.desk.custody.restoring.since is None
    told = audited(tmp_path)
    assert told.count(Audited.BACKUP_RESTORED) == 1
    assert told[-1] == Audited.SAFE_MODE_LEFT
    assert (tmp_path / "desk-replaced-1.db").exists()
    assert verify_file(tmp_path / DESK_FILE) == ()


async def test_what_waited_in_the_backup_is_in_doubt_after_the_restore(tmp_path: Path) -> None:
    desk, backup = tmp_path / "desk.db", tmp_path / "old.db"
    booked_desk.make(backup)
    booked_desk.make(desk)
    with closing(sqlite3.connect(backup)) as raw, raw:  # one waits for its time, and is as it was
        raw.execute(
            "UPDATE operation SET hold = 'WAITING', not_before = 1 << 40, state = 'RUNNING'"
            " WHERE id = 'settled4'"
        )
        raw.execute("DELETE FROM meta WHERE key = 'sealed'")
    prepare_restore(desk, backup, a_moment(2026, 6, 15, 9), ["seal:settled4"])
    database = await Database.open(desk, booked_desk.WORLD)
    state = await database.read(restore_doubts.restored)
    assert state is not None
    assert not state.doubted
    now, auditor = booked_desk.NOW + 7200, booked_desk.auditor()
    doubtful = await database.write(
        lambda one: restore_doubts.doubt(one, state, now, "may have been sent", auditor)
    )
    assert doubtful == 6
    rows = await database.read(
        lambda one: one.exec_driver_sql(
            "SELECT state, count(*) FROM op_item WHERE op_id = 'moving' GROUP BY state"
        ).all()
    )
    assert dict(map(tuple, rows)) == {"ACCEPTED": 6, "SENDING": 6, "UNKNOWN": 12}
    held = await database.read(
        lambda one: one.exec_driver_sql(
            "SELECT hold, hold_reason FROM operation WHERE not_before"
        ).one()
    )
    assert tuple(held) == ("PAUSED", "may have been sent")
    await database.aclose()
    assert [flaw.key for flaw in verify_file(desk)] == ["seal:settled4"]


@pytest.mark.parametrize("steps", range(5))
def test_a_restore_cut_off_at_any_step_is_finished_at_the_next_start(
    tmp_path: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, backup = tmp_path / "desk.db", tmp_path / "old.db"
    create(desk, "world 1")
    create(backup, "world 1")
    (tmp_path / "desk.db-wal").write_bytes(b"a stale wal")
    (tmp_path / "desk.db-shm").write_bytes(b"a stale shm")
    old = desk.read_bytes()
    with closing(sqlite3.connect(backup)) as raw, raw:
        raw.execute("INSERT INTO meta VALUES ('mark', 'of the backup')")
    prepare_restore(desk, backup, a_moment(2026, 6, 15))
    left = steps

    def spent() -> None:
        nonlocal left
        if left == 0:
            raise OSError("power cut")
        left -= 1

    kept = {name: getattr(Path, name) for name in ("unlink", "replace")}
    link = restore_files.os.link

    def linked(old: Path, new: Path) -> None:
        spent()
        link(old, new)

    monkeypatch.setattr(Path, "unlink", lambda *a, **k: (spent(), kept["unlink"](*a, **k)))
    monkeypatch.setattr(Path, "replace", lambda *a: (spent(), kept["replace"](*a)))
    monkeypatch.setattr(restore_files, "_keep", linked)
    with pytest.raises(OSError, match="power cut"):
        finish_restore(desk)
    monkeypatch.undo()
    finish_restore(desk)
    with closing(sqlite3.connect(desk)) as raw:
        assert ("of the backup",) in raw.execute("SELECT value FROM meta").fetchall()
    assert not (tmp_path / "desk.db-wal").exists()
    pairs = [
        (one.read_bytes(), one.with_name(one.name + "-wal").read_bytes())
        for one in tmp_path.glob("desk-replaced-?.db")
        if one.with_name(one.name + "-wal").exists()
    ]
    assert (old, b"a stale wal") in pairs
    assert finish_restore(desk) is None


def test_a_backup_of_another_fleet_is_not_restored(tmp_path: Path) -> None:
    create(tmp_path / "desk.db", "world 1")
    create(tmp_path / "theirs.db", "world 2")
    before = (tmp_path / "desk.db").read_bytes()
    with pytest.raises(KnownError, match="another fleet"):
        prepare_restore(tmp_path / "desk.db", tmp_path / "theirs.db", a_moment())
    assert (tmp_path / "desk.db").read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["desk.db", "theirs.db"]


async def test_a_changed_order_switches_safe_mode_on_until_a_person_has_seen_it(
    tmp_path: Path,
) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        await bought(small)
    with closing(sqlite3.connect(tmp_path / DESK_FILE)) as raw, raw:
        raw.execute("UPDATE purchase SET requested_by = 'somebody'")
    for _ in range(2):  # closing and starting again does not make it sound
        async with small_desk(tmp_path) as small:
            assert small.desk.custody.safe_mode.on
            backup = await small.desk.custody.backups.make()
            assert [flaw.kind.value for flaw in await small.desk.custody.backups.check(backup)] == [
                "closing"
            ]
    async with small_desk(tmp_path) as small:
        safe = small.desk.custody.safe_mode
        assert [flaw.kind.value for flaw in safe.flaws] == ["closing"]
        assert [flaw.kind.value for flaw in await small.desk.custody.verification.again()] == [
            "closing"
        ]
        with pytest.raises(KnownError, match="found a flaw"):
            small.desk.sending.check()
        await safe.leave("I did that")
        small.desk.sending.check()
        assert not safe.on
    async with small_desk(tmp_path) as small:
        small.desk.sending.check()
    assert audited(tmp_path)[-1] == Audited.SAFE_MODE_LEFT


async def test_a_large_file_is_verified_while_the_desk_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
    monkeypatch.setattr(start_up, "AT_ONCE", 0)
    go = threading.Event()
    structure = verification._CHECKS[0]

    def slowly(connection: Connection, held: verification.Held) -> Iterator[Flaw]:
        go.wait(10)
        yield from structure(connection, held)

    monkeypatch.setattr(verification, "_CHECKS", (slowly, *verification._CHECKS[1:]))
    async with small_desk(tmp_path) as small:
        assert await small.desk.cards.total() > 0
        with pytest.raises(KnownError, match="verified"):
            small.desk.sending.check()
        go.set()
        await small.desk.custody.verification.wait()
        small.desk.sending.check()
    go.clear()
    async with small_desk(tmp_path) as small:
        assert small.desk.sending.reason is not None
        go.set()  # closed in the middle of it, the desk ends in good order
    assert verify_file(tmp_path / DESK_FILE) == ()


@pytest.mark.parametrize("killed", [False, True])
async def test_what_is_edited_during_the_verification_is_no_flaw_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    """Whether the desk is closed in the middle of it or its process dies."""
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
    monkeypatch.setattr(start_up, "AT_ONCE", 0)
    go = threading.Event()

    def slowly(connection: Connection, held: verification.Held) -> Iterator[Flaw]:
        del connection, held
        go.wait(10)
        yield from ()

    with monkeypatch.context() as patched:
        patched.setattr(verification, "_CHECKS", (slowly, *verification._CHECKS))
        async with small_desk(tmp_path) as small:
            await small.desk.tags.create("meters")
            files = {one.name: one.read_bytes() for one in tmp_path.glob(f"{DESK_FILE}*")}
            go.set()
    if killed:
        for name, content in files.items():
            if not name.endswith(".lock"):
                (tmp_path / name).write_bytes(content)
    async with small_desk(tmp_path) as small:
        await small.desk.custody.verification.wait()
        assert not small.desk.custody.safe_mode.on
        assert small.desk.custody.safe_mode.flaws == ()
        small.desk.sending.check()


async def test_an_operation_that_is_over_is_sealed_when_the_desk_is_closed(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        ids = await small.desk.cards.ids(parse_filter("status:in_use"), Sort())
        preview = await small.desk.operations.preview(Request(Action.SUSPEND), ids[:3])
        await small.desk.operations.start(preview)
        while small.desk.operations.running:
            await asyncio.sleep(0.01)
        await small.desk.operations.settle()
    assert audited(tmp_path).count(Audited.OPERATION_SETTLED) == 1
    with closing(sqlite3.connect(tmp_path / DESK_FILE)) as raw, raw:
        raw.execute("UPDATE op_item SET order_number = '1' WHERE seq = 2")
    assert [flaw.kind.value for flaw in verify_file(tmp_path / DESK_FILE)] == ["seal"]


async def test_safe_mode_that_was_asked_for_sends_nothing_and_runs_no_rules(tmp_path: Path) -> None:
    desk = await opened(tmp_path, safe=True)
    ran: list[str] = []

    async def rules() -> None:
        ran.append("rules")

    step = desk.custody.unless_safe(rules)
    await step()
    assert str(desk.sending.reason) == str(safe_mode.ASKED)
    await desk.custody.safe_mode.leave("done")
    await step()
    assert ran == ["rules"]
    await desk.aclose()


async def opened(folder: Path, **how: object) -> Desk:
    (folder / "world.db").unlink(missing_ok=True)
    return await open_desk(folder, PLAN, VirtualClock(), "lin", **how)  # type: ignore[arg-type]


async def test_after_two_crashes_within_a_minute_the_third_start_is_safe(tmp_path: Path) -> None:
    clock = VirtualClock()
    assert not Starts(tmp_path, clock).begin()
    clock.now += 20
    assert not Starts(tmp_path, clock).begin()
    clock.now += 20
    assert Starts(tmp_path, clock).begin()
    Starts(tmp_path, clock).succeeded()
    assert not Starts(tmp_path, clock).begin()
    clock.now += 61
    assert not Starts(tmp_path, clock).begin()
    (tmp_path / "starting.json").write_text("{")
    assert not Starts(tmp_path, clock).begin()


async def test_a_clock_that_is_off_is_only_known_where_the_provider_tells(tmp_path: Path) -> None:
    class Telling:
        clock_off: timedelta | None = timedelta(minutes=4)

    desk = await opened(tmp_path)
    provider = Telling()
    assert isinstance(provider, TellsTime)
    for silent in (object(), provider):
        watch_clock(silent, desk.custody.safe_mode)
        assert not desk.custody.safe_mode.on
    provider.clock_off = timedelta(minutes=-7)
    watch_clock(provider, desk.custody.safe_mode)
    assert "7 minutes" in str(desk.sending.reason)
    await desk.aclose()


async def test_half_hours_pass_and_changes_are_kept(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        told: list[KnownError] = []
        keeping = asyncio.create_task(small.desk.custody.backups.keep(told.append))
        while len(made := await small.desk.custody.backups.list()) < 1:
            await asyncio.sleep(0.01)
        keeping.cancel()
        await asyncio.wait({keeping})
        assert [one.why for one in made] == [BackupReason.TIME]
        assert told == []


def test_what_is_told_beside_a_backup_can_be_read_or_is_passed_over(tmp_path: Path) -> None:
    desk = tmp_path / "desk.db"
    booked_desk.make(desk)
    at: datetime = a_moment(2026, 6, 15, 9)
    made: Backup = backup_files.write_backup(
        desk, tmp_path / "b" / "desk-1.db", at, BackupReason.HAND
    )
    assert backup_files.listed(tmp_path / "b") == (made,)
    assert backup_files.listed(tmp_path / "none") == ()
    told = tmp_path / "b" / "desk-1.json"
    assert json.loads(told.read_text())["sha256"] == made.sha256
    told.write_text("{}")
    assert backup_files.listed(tmp_path / "b") == ()
