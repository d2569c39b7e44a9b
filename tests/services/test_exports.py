"""Exports as an operator asks for them, against a desk's database of its own."""

import asyncio
import errno
import random
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

import openpyxl
import pytest

from simdesk.models.card import ActivationMethod, CardFacts
from simdesk.models.changes import Change, ExportsChanged
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Direction, Sort
from simdesk.models.periods import Month
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import CardUsage, MonthUsage
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services import export_job, exports, files
from simdesk.services.announcer import Announcer
from simdesk.services.export_columns import CARD_COLUMNS, column_count
from simdesk.services.exports import ExportRequest, ExportService, ExportState
from simdesk.services.storage import export_store, tables
from simdesk.services.storage.database import Database
from simdesk.services.storage.detail_store import put_readings
from simdesk.services.storage.listing_store import ensure_account, put_listing
from simdesk.services.storage.usage_store import put_usage
from tests.conftest import VirtualClock
from tests.factories import a_moment, some_details, some_facts
from tests.services.spreadsheets.reading import by_calamine, by_csv, by_openpyxl

MAY, JUNE = Month(2026, 5), Month(2026, 6)
EVERYTHING = ExportRequest(CardFilter(), Sort(), None, MAY, JUNE)


@dataclass
class Stage:
    """A desk with an export service, and what was announced."""

    database: Database
    service: ExportService
    folder: Path
    clock: VirtualClock
    told: list[Change] = field(default_factory=list)
    today: datetime = field(default_factory=a_moment)

    async def cards(self, *facts: CardFacts) -> None:
        await self.database.write(lambda c: put_listing(c, "demo", facts, a_moment()))

    async def export(self, **changes: Any) -> exports.ExportRow:
        export_id = await self.service.start(replace(EVERYTHING, **changes))
        return await self.service.wait(export_id)

    async def usage(self, facts: CardFacts, *months: MonthUsage) -> None:
        read = {facts.ref: CardUsage(months)}
        await self.database.write(lambda c: put_usage(c, "demo", read, a_moment()))

    async def states(self) -> list[ExportState]:
        return [row.state for row in await self.service.list()]


@asynccontextmanager
async def a_stage(folder: Path) -> AsyncIterator[Stage]:
    database = await Database.open(folder / "desk.db", "world-1")
    announcer, clock = Announcer(), VirtualClock()
    stage: Stage

    def now() -> datetime:
        return stage.today

    service = ExportService(
        database, folder / "exports", now, clock=clock, announcer=announcer, account="demo"
    )
    stage = Stage(database, service, folder / "exports", clock)
    announcer.subscribe(stage.told.append)
    await database.write(lambda c: ensure_account(c, "demo", "simulator"))
    try:
        yield stage
    finally:
        await service.aclose()
        await database.aclose()


def facts(number: int, **changes: Any) -> CardFacts:
    return some_facts(
        iccid=f"8986032{number:013d}",
        instance_id=str(number),
        msisdns=(f"1440{number:09d}",),
        imsis=(f"46008{number:010d}",),
        **changes,
    )


def days(month: Month, *known: int) -> MonthUsage:
    return MonthUsage(month, (*known, *[None] * (31 - len(known))))


async def test_the_columns_of_a_card_as_a_person_reads_them(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        card = facts(
            7,
            plan_type=PlanType.SF,
            tags=("depot", "a,b"),
            remark="north gate",
            expires_at=a_moment(2026, 10, 31, 23, 59, 59),
            activation_method=ActivationMethod.SILENCE_EXPIRE,
        )
        detail = some_details(certified=True, card_limit_kb=20_480)
        read = {card.ref: (card, detail)}
        await stage.database.write(lambda c: put_readings(c, "demo", read, a_moment()))
        await stage.usage(card, days(MAY, 1024, 512), days(JUNE))
        row = await stage.export()
    sheet = by_openpyxl(row.path)
    assert dict(zip(sheet[0], sheet[1], strict=True)) == {
        "ICCID": "89860320000000000007",
        "MSISDN": "1440000000007",
        "IMSI": "460080000000007",
        "Carrier": "China Mobile",
        "Plan voucher": "CM_SF_M_2_100M",
        "Plan type": "Same-tier pool",
        "Billing cycle": "Month",
        "Data tier (MB)": 100,
        "SIM card status": "In Use",
        "Specific status": "In use",
        "Activation method": "Silent period ended",
        "Account opened (Asia/Shanghai)": shown(2025, 10, 29, 16, 12, 14),
        "Activated (Asia/Shanghai)": shown(2025, 11, 16, 16, 35, 50),
        "Plan expires (Asia/Shanghai)": shown(2026, 10, 31, 23, 59, 59),
        "Cumulative traffic in cycle (MB)": 12_345 / 1024,
        "Remaining (MB)": None,
        "SMS used": 0,
        "Card type": "nano",
        "APN": "cmiot",
        "Network": "4G",
        "Device IMEI": "490154203237518",
        "Real-name": "Certified",
        "Auto-renew": "No",
        "Usage limit (MB)": 20,
        "Directional group": None,
        "Tags": '"a,b", depot',
        "Remarks": "north gate",
        "Order": "211519634000001",
        "202605 total (MB)": 1.5,
        "202606 total (MB)": None,
    }


def shown(*parts: int) -> datetime:
    return a_moment(*parts).replace(tzinfo=None)


async def test_what_is_not_known_stays_blank_and_unknown_codes_are_shown(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(
            facts(1, specific=SpecificStatus.SILENT_PERIOD),
            facts(2, specific=999, status=99),
        )
        row = await stage.export()
    titles, first, second = by_openpyxl(row.path)
    silent = dict(zip(titles, first, strict=True))
    for title in ("Activated (Asia/Shanghai)", "Device IMEI", "Real-name", "Usage limit (MB)"):
        assert silent[title] is None
    strange = dict(zip(titles, second, strict=True))
    assert (strange["SIM card status"], strange["Specific status"]) == (
        "Unknown (99)",
        "Unknown (999)",
    )


async def test_a_smart_card_tells_all_its_numbers(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        card = replace(facts(1, carrier=Carrier.VNO), msisdns=("1440000000001", "1460000000002"))
        await stage.cards(card)
        row = await stage.export()
    assert by_calamine(row.path)[1][1] == "1440000000001, 1460000000002"


async def test_daily_usage_has_a_column_for_each_day_of_each_month(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1), facts(2))
        await stage.usage(facts(1), days(MAY, *range(0, 31 * 1024, 1024)), days(JUNE, 3))
        row = await stage.export(daily=True)
    titles, first, second = by_openpyxl(row.path)
    assert len(titles) == len(CARD_COLUMNS) + 2 + 31 + 30 == column_count((MAY, JUNE), daily=True)
    assert titles[-61:-59] == ["20260501 (MB)", "20260502 (MB)"]
    assert titles[-30] == "20260601 (MB)"
    assert first[-61:-30] == list(range(31))
    assert first[-30:] == [3 / 1024, *[None] * 29]
    assert first[-63:-61] == [sum(range(31)), 3 / 1024]
    assert second[-63:] == [None] * 63


@pytest.mark.parametrize("form", ["xlsx", "csv"])
async def test_every_value_equals_the_database(tmp_path: Path, form: str) -> None:
    chance = random.Random(7)
    async with a_stage(tmp_path) as stage:
        made = [facts(n, cycle_usage_kb=chance.randrange(10**7)) for n in range(1_203)]
        await stage.cards(*made)
        read = {
            one.ref: CardUsage((days(MAY, *(chance.randrange(10**6) for _ in range(31))),))
            for one in made
        }
        await stage.database.write(lambda c: put_usage(c, "demo", read, a_moment()))
        row = await stage.export(format=form, daily=True)
        assert (row.state, row.rows) == (ExportState.COMPLETED, 1_203)
    table = by_csv(row.path.read_bytes()) if form == "csv" else by_openpyxl(row.path)
    place = table[0].index("Cumulative traffic in cycle (MB)")
    first_day = table[0].index("20260501 (MB)")
    for line, card in zip(table[1:], made, strict=True):
        assert line[0] == card.iccid
        assert round(float(line[place]) * 1024) == card.cycle_usage_kb
        days_known = read[card.ref].months[0].days
        assert tuple(round(float(v) * 1024) for v in line[first_day : first_day + 31]) == days_known


async def test_the_question_and_its_order_decide_the_rows(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(
            facts(1, cycle_usage_kb=10, remark="north"),
            facts(2, cycle_usage_kb=30, remark="north"),
            facts(3, cycle_usage_kb=20),
            facts(4, cycle_usage_kb=40, specific=SpecificStatus.CANCELLED, remark="north"),
        )
        row = await stage.export(
            filter=parse_filter("remark:north"), sort=Sort("usage", Direction.DESCENDING)
        )
        assert [line[0][-1] for line in by_calamine(row.path)[1:]] == ["2", "1"]
        assert str(row.content) == "Cards matching remark:north"
        row = await stage.export()
        assert str(row.content) == "All cards"
        assert row.rows == 3
        row = await stage.export(card_ids=(4, 1, 99))
        assert [line[0][-1] for line in by_calamine(row.path)[1:]] == ["4", "1"]
        assert str(row.content) == "Selected cards"
        row = await stage.export(filter=CardFilter(card_ids=(3, 4)))
        assert row.rows == 2
        assert str(row.content) == "Listed cards "


async def test_relative_days_are_counted_from_business_today(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1, expires_at=a_moment(2026, 6, 30, 23, 59, 59)), facts(2))
        assert (await stage.export(filter=parse_filter("expires<30d"))).rows == 1
        stage.today = a_moment(2026, 5, 1)
        assert (await stage.export(filter=parse_filter("expires<30d"))).rows == 0


async def test_nothing_to_export_is_a_file_with_a_header(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        row = await stage.export()
    assert (row.state, row.rows, row.total) == (ExportState.COMPLETED, 0, 0)
    assert len(by_openpyxl(row.path)) == 1


async def test_the_file_names_itself_its_account_and_its_moment(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1))
        row = await stage.export()
    assert row.path == tmp_path / "exports" / "cards_20260615090000.xlsx"
    assert row.size == row.path.stat().st_size
    about = dict(by_openpyxl(row.path, "About"))
    assert about["Account"] == "demo"
    assert about["Cards"] == "1"
    assert about["Exported at"] == "2026-06-15 09:00:00 Asia/Shanghai"
    assert about["Usage as of"] == "2026-06-15 00:00:00 Asia/Shanghai"
    assert about["Columns"].startswith("iccid, msisdns, imsis, carrier, voucher")
    book = openpyxl.load_workbook(row.path)
    assert book.custom_doc_props["SimDesk export"].value == str(row.id)
    assert book.custom_doc_props["SimDesk months"].value == "202605-202606"


async def test_a_second_file_of_the_same_name_is_numbered(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        both = await asyncio.gather(stage.export(name="June"), stage.export(name="June"))
        third = await stage.export(name="June")
        over = await stage.export(name="June", replace=True)
    assert sorted(row.name for row in both) == ["June (2).xlsx", "June.xlsx"]
    assert (third.name, over.name) == ("June (3).xlsx", "June.xlsx")


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "a/b"},
        {"name": "../x"},
        {"name": "x" * 51},
        {"name": "CON"},
        {"first": JUNE, "last": MAY},
        {"first": Month(2025, 5)},
        {"folder": Path("/nowhere/at/all")},
    ],
)
async def test_what_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    async with a_stage(tmp_path) as stage:
        with pytest.raises(KnownError):
            await stage.export(**changes)
        assert await stage.states() == []


async def test_the_service_says_who_when_and_how_far(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(*map(facts, range(1_200)))
        row = await stage.export()
        assert row.finished_at == a_moment()
        assert (row.first, row.last, row.daily, row.kept) == (MAY, JUNE, False, False)
        assert set(stage.told) == {ExportsChanged(row.id)}
        # Waiting, generating, counted, ended; the clock stands, so no row was worth a word.
        assert len(stage.told) == 4
        assert not stage.service.running


def test_progress_is_announced_ten_times_a_second_at_most() -> None:
    told: list[int] = []
    clock = VirtualClock()
    progress = export_job.Progress(clock, lambda: told.append(progress.rows))
    progress.counted(10_000)
    for _ in range(100):
        clock.now += 0.03
        progress.wrote(100)
    assert told[0] == 0
    assert len(told) == 1 + 25
    assert told[-1] <= progress.rows == 10_000


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch, at_line: int) -> Iterator["Gate"]:
    """Stop the writing thread before a chunk until `go` is set."""
    gate = Gate()
    whole = export_store.lines

    def slowly(*args: Any, **kwargs: Any) -> Iterator[list[Any]]:
        for number, chunk in enumerate(whole(*args, **kwargs)):
            if number == at_line:
                gate.reached.set()
                assert gate.go.wait(10)
            yield chunk

    monkeypatch.setattr(export_store, "lines", slowly)
    try:
        yield gate
    finally:
        gate.go.set()


@dataclass
class Gate:
    reached: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)

    async def arrival(self) -> None:
        assert await asyncio.to_thread(self.reached.wait, 10)


async def test_cancel_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(*map(facts, range(1_100)))
        with held_up(monkeypatch, 1) as gate:
            export_id = await stage.service.start(EVERYTHING)
            await gate.arrival()
            (row,) = await stage.service.list()
            assert (row.state, row.rows, row.total) == (ExportState.GENERATING, 500, 1_100)
            cancelling = asyncio.create_task(stage.service.cancel(export_id))
            await asyncio.sleep(0)
            gate.go.set()
            await cancelling
        row = await stage.service.wait(export_id)
        assert (row.state, row.rows) == (ExportState.CANCELLED, 500)
        assert list(stage.folder.iterdir()) == []


async def test_one_after_the_other_and_a_waiting_one_can_be_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1))
        with held_up(monkeypatch, 0) as gate:
            first = await stage.service.start(EVERYTHING)
            await gate.arrival()
            second = await stage.service.start(EVERYTHING)
            assert await stage.states() == [ExportState.WAITING, ExportState.GENERATING]
            cancelling = asyncio.create_task(stage.service.cancel(second))
            await asyncio.sleep(0)
            gate.go.set()
            assert (await stage.service.wait(first)).state is ExportState.COMPLETED
            await cancelling
        assert (await stage.service.wait(second)).state is ExportState.CANCELLED


async def test_closing_in_the_middle_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1))
        with held_up(monkeypatch, 0) as gate:
            await stage.service.start(EVERYTHING)
            await gate.arrival()
            closing = asyncio.create_task(stage.service.aclose())
            await asyncio.sleep(0)
            gate.go.set()
            await closing
        assert await stage.states() == [ExportState.CANCELLED]
        assert list(stage.folder.iterdir()) == []


class FullDisk:
    """A file that takes so many bytes and no more."""

    def __init__(self, file: IO[bytes], room: int) -> None:
        self._file = file
        self._room = room

    def write(self, content: bytes) -> int:
        self._room -= len(content)
        if self._room < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._file.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def fill_disk(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    @contextmanager
    def narrow(path: Path) -> Iterator[Any]:
        with files.write_atomically(path) as file:
            yield FullDisk(file, room)

    monkeypatch.setattr(export_job, "write_atomically", narrow)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("room", [0, 40, 2_000, 18_000])
async def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, room: int
) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(*map(facts, range(600)))
        fill_disk(monkeypatch, room)
        row = await stage.export(format=form)
        assert row.state is ExportState.FAILED
        assert str(row.error) == (
            f"The disk is full: “{row.path}” could not be written. "
            "Free some space or choose another folder, then try again."
        )
        assert list(stage.folder.iterdir()) == []
        monkeypatch.undo()
        assert (await stage.export(format=form)).state is ExportState.COMPLETED


async def test_a_read_only_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        raise PermissionError(errno.EACCES, "Permission denied")

    async with a_stage(tmp_path) as stage:
        monkeypatch.setattr(Path, "open", refused)
        row = await stage.export()
        monkeypatch.undo()
        assert row.state is ExportState.FAILED
        assert "may not be written: Permission denied" in str(row.error)


async def test_a_mistake_of_ours_fails_the_export_and_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise ZeroDivisionError

    async with a_stage(tmp_path) as stage:
        monkeypatch.setattr(export_store, "lines", broken)
        with pytest.raises(ZeroDivisionError):
            await stage.export()
        (row,) = await stage.service.list()
        assert row.state is ExportState.FAILED
        assert str(row.error) == "Something in SimDesk went wrong; nothing was written."
        assert list(stage.folder.iterdir()) == []


async def test_what_a_crash_cut_off_has_failed(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.export(name="whole")
        for state in ("WAITING", "GENERATING"):
            values = cut_off(stage.folder / "half.xlsx", state)
            await stage.database.write(lambda c, v=values: export_store.add(c, v))
    async with a_stage(tmp_path) as stage:
        await stage.service.recover()
        rows = {row.id: row for row in await stage.service.list()}
    assert [rows[number].state for number in (1, 2, 3)] == [
        ExportState.COMPLETED,
        ExportState.FAILED,
        ExportState.FAILED,
    ]
    assert str(rows[2].error) == "SimDesk ended before the file was written. Export again."
    assert rows[1].error is None


def cut_off(path: Path, state: str) -> dict[str, object]:
    return {
        "name": path.name,
        "path": str(path),
        "format": "xlsx",
        "state": state,
        "content": "all",
        "first_month": 202605,
        "last_month": 202606,
        "created_at": int(a_moment().timestamp()),
    }


async def test_after_seven_days_our_own_files_expire_and_the_operators_stay(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    async with a_stage(tmp_path) as stage:
        ours = await stage.export()
        theirs = await stage.export(folder=own)
        assert (ours.kept, theirs.kept) == (False, True)
        stage.today += timedelta(days=7, seconds=-1)
        assert await stage.states() == [ExportState.COMPLETED] * 2
        stage.today += timedelta(seconds=1)
        assert await stage.states() == [ExportState.COMPLETED, ExportState.EXPIRED]
        assert (ours.path.exists(), theirs.path.exists()) == (False, True)


async def test_download_saves_a_copy(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        row = await stage.export()
        await stage.service.save_copy(row.id, tmp_path / "copy.xlsx")
        assert (tmp_path / "copy.xlsx").read_bytes() == row.path.read_bytes()
        row.path.unlink()
        with pytest.raises(KnownError, match="is no longer there"):
            await stage.service.save_copy(row.id, tmp_path / "again.xlsx")
        with pytest.raises(KnownError):
            await stage.service.save_copy(99, tmp_path / "again.xlsx")


async def test_delete_removes_our_files_and_only_forgets_the_operators(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    async with a_stage(tmp_path) as stage:
        ours, theirs = await stage.export(), await stage.export(folder=own)
        await stage.service.delete(ours.id)
        await stage.service.delete(theirs.id)
        assert await stage.service.list() == ()
    assert (ours.path.exists(), theirs.path.exists()) == (False, True)


async def test_titles_and_words_follow_the_language_of_the_service(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1))
        chinese = {"Carrier": "运营商", "China Mobile": "中国移动"}
        say: Callable[[Any], str] = lambda text: text.filled(chinese.get(text.source))  # noqa: E731
        service = ExportService(
            stage.database,
            stage.folder,
            a_moment,
            clock=stage.clock,
            announcer=Announcer(),
            account="demo",
            say=say,
        )
        row = await service.wait(await service.start(EVERYTHING))
        await service.aclose()
    titles, values = by_openpyxl(row.path)
    assert (titles[3], values[3]) == ("运营商", "中国移动")


def test_the_export_reads_only_columns_that_exist() -> None:
    assert set(export_store.CARD_FIELDS) | {"tags"} == {one.field for one in CARD_COLUMNS}
    assert {"name", "path", "state"} <= set(tables.export_file.c.keys())
