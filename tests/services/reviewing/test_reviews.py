"""Spreadsheets opened for review, through the real process that reads them."""

import asyncio
import csv
import os
import socket
import sys
import textwrap
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from simdesk.compose import Desk, open_desk
from simdesk.models.deadlines import silence_ends
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.periods import Month
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_mapping import MappedColumn, Mapping
from simdesk.models.sheets import Cell, Rejection, SheetRejectedError
from simdesk.services.exports import ExportRequest
from simdesk.services.providers.simulator import FleetPlan
from simdesk.services.reviewing.reviews import Loaded, Reviews
from simdesk.services.storage import export_reading, review_wishes
from tests.conftest import VirtualClock
from tests.factories import a_moment
from tests.services.export_stage import JUNE, MAY, a_stage, days, facts

TITLES = ("ICCID", "手机号", "卡状态", "已用流量(GB)", "标签", "备注")

TOLD = (
    *("iccid", "msisdns", "imsis", "voucher", "carrier", "plan_type", "cycle", "tier_kb"),
    *("rate_version", "pool_id", "status", "specific", "cycle_usage_kb", "cycle_left_kb"),
    *("sms_used", "opened_at", "activated_at", "activation_method", "expires_at", "auto_renew"),
    *("sim_type", "network", "apn", "directional_group", "order_number"),
)
"""Facts that an export tells."""


def iccid(number: int) -> str:
    return f"8986032144{number:010d}"


def a_row(number: int) -> Sequence[Cell]:
    return (iccid(number), f"1440{number:09d}", "使用中", 1.5, "a、b", f"card {number}")


def sheet(path: Path, *rows: Sequence[Cell]) -> Path:
    """An xlsx file of somebody else's."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def a_csv(path: Path, rows: Sequence[Sequence[Cell]]) -> Path:
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def reviews(**changes: object) -> Reviews:
    return Reviews(lambda bits: 7, **changes)  # type: ignore[arg-type]  # of tests


async def loaded(path: Path, folder: Path, mapping: Mapping | None = None) -> ReviewOf:
    return await reviews().load(path, mapping, folder, lambda now: None)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Desk]:
    desk = await open_desk(folder, FleetPlan(1), VirtualClock(), "lin")
    try:
        yield desk
    finally:
        await desk.aclose()


async def found(desk: Desk, words: str) -> int:
    return len(await desk.cards.ids(parse_filter(words), Sort()))


async def test_a_foreign_sheet_is_understood_and_opened(tmp_path: Path) -> None:
    path = sheet(tmp_path / "卡.xlsx", ("某公司物联网卡",), TITLES, a_row(1), a_row(2))
    os.utime(path, (a_moment().timestamp(),) * 2)
    understood = await reviews().look(path)
    assert not understood.own
    assert understood.mapping.header_row == 1
    assert understood.mapping.keys == {"iccid", "msisdns", "status", "usage", "tags", "remark"}
    folder = tmp_path / "review"
    review = await loaded(path, folder, understood.mapping)
    assert (review.rows, review.refused_rows, review.refused_cells) == (2, 0, 0)
    assert review.at == a_moment()
    async with opened(folder) as desk:
        assert desk.review == review
        assert desk.simulation is None
        assert desk.cards.now() == a_moment()
        assert await found(desk, "status:in_use tag:a usage>=1.5GB") == 2
        (one,) = await desk.cards.rows([3])
        assert (one.facts.iccid, one.facts.msisdns) == (iccid(1), ("1440000000001",))
        assert (one.remark, one.tags) == ("card 1", ("a", "b"))
        assert review.place_of(one.id) == ("Sheet", 3)
        assert not desk.custody.safe_mode.flaws


async def test_a_csv_of_any_make(tmp_path: Path) -> None:
    path = a_csv(tmp_path / "cards.csv", [TITLES, *map(a_row, range(3))])
    review = await loaded(path, tmp_path / "review")
    assert (review.format, review.rows) == ("csv", 3)
    async with opened(tmp_path / "review") as desk:
        assert await found(desk, "usage>=1.5GB") == 3


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
async def test_our_own_export_comes_back_as_it_was(tmp_path: Path, kind: str) -> None:
    card = facts(1, cycle_usage_kb=1537, tags=("b", "a, c"), remark="=1+1")
    async with a_stage(tmp_path / "desk") as stage:
        await stage.cards(card, facts(2))
        await stage.usage(card, days(MAY, 7, 8), days(JUNE, 0, 9))
        row = await stage.export(format=kind, daily=True, first=MAY, last=JUNE)
    assert row.path is not None
    understood = await reviews().look(row.path)
    assert understood.own
    review = await reviews().load(row.path, None, tmp_path / "review", lambda now: None)
    assert review.refused == ()
    assert (review.own is not None) == (kind == "xlsx")
    if review.own is not None:
        assert (review.account, review.own.export_id) == ("demo", row.id)
        assert review.at == stage.today
    async with opened(tmp_path / "review") as desk:
        (id_,) = await desk.cards.ids(parse_filter(f"iccid:{card.iccid}"), Sort())
        (one,) = await desk.cards.rows([id_])
        usage = await desk.cards.usage(id_, MAY, JUNE)
    for name in (
        "iccid",
        "msisdns",
        "imsis",
        "voucher",
        "carrier",
        "plan_type",
        "cycle",
        "tier_kb",
    ):
        assert getattr(one.facts, name) == getattr(card, name), name
    for name in ("status", "specific", "cycle_usage_kb", "cycle_left_kb", "sms_used", "apn"):
        assert getattr(one.facts, name) == getattr(card, name), name
    for name in ("opened_at", "activated_at", "activation_method", "expires_at", "auto_renew"):
        assert getattr(one.facts, name) == getattr(card, name), name
    assert (one.tags, one.remark) == (("a, c", "b"), "=1+1")
    assert [month.days[:2] for month in usage.months] == [(7, 8), (0, 9)]
    assert review.skipped_totals == 2


async def test_what_is_no_card_is_refused_with_its_address(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "cards.xlsx",
        TITLES,
        a_row(1),
        (89860321440000000002, "1440000000002"),
        (),
        ("合计", None, None, 3),
        (None, "1440000000003"),
        (iccid(1), "1440000000001", "使用中", 1, "twin"),
        (iccid(4), 1440000000004, "on holiday", "much"),
    )
    review = await loaded(path, tmp_path / "review")
    assert (review.rows, review.refused_rows, review.refused_cells) == (2, 4, 3)
    assert [(one.cell, one.why, one.whole_row) for one in review.refused] == [
        ("A3", Rejection.NUMBER_FOR_ID, True),
        ("A5", Rejection.BAD_VALUE, True),
        ("A6", Rejection.BAD_VALUE, True),
        ("A7", Rejection.BAD_VALUE, True),
        ("B8", Rejection.NUMBER_FOR_ID, False),
        ("C8", Rejection.BAD_VALUE, False),
        ("D8", Rejection.BAD_VALUE, False),
    ]
    assert "row 2" in str(review.refused[3].message)
    async with opened(tmp_path / "review") as desk:
        (one,) = await desk.cards.rows([8])
        assert (one.facts.msisdns, one.facts.status, one.facts.cycle_usage_kb) == ((), 0, 0)
        assert await found(desk, "tag:twin") == 0


async def test_only_numbers_for_ids_is_said_as_such(tmp_path: Path) -> None:
    path = sheet(tmp_path / "cards.xlsx", ("ICCID",), (89860321440000000002,))
    with pytest.raises(SheetRejectedError, match="A2") as caught:
        await loaded(path, tmp_path / "review")
    assert (caught.value.why, caught.value.cell) == (Rejection.NUMBER_FOR_ID, "A2")
    assert not (tmp_path / "review").exists()


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([("Name", "City"), ("x", "y")], Rejection.NO_CARDS),
        ([("ICCID", "备注")], Rejection.EMPTY),
        ([("ICCID",), ("not a card",)], Rejection.NO_CARDS),
    ],
)
async def test_files_without_cards(
    tmp_path: Path, rows: list[Sequence[Cell]], why: Rejection
) -> None:
    with pytest.raises(SheetRejectedError) as caught:
        await loaded(sheet(tmp_path / "x.xlsx", *rows), tmp_path / "review")
    assert caught.value.why is why
    assert not (tmp_path / "review").exists()


async def test_what_is_no_spreadsheet_is_refused_by_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "cards.xlsx"
    with pytest.raises(SheetRejectedError) as caught:
        await reviews().look(path)
    assert caught.value.why is Rejection.NOT_THERE
    path.write_bytes(b"PK\x03\x04 no zip file")
    with pytest.raises(SheetRejectedError) as caught:
        await reviews().look(path)
    assert caught.value.why in (Rejection.DAMAGED, Rejection.NOT_A_SHEET)
    path.write_bytes(b"")
    with pytest.raises(SheetRejectedError) as caught:
        await reviews().look(path)
    assert caught.value.why is Rejection.EMPTY


async def test_a_changed_mapping_is_kept_to(tmp_path: Path) -> None:
    path = sheet(tmp_path / "x.xlsx", ("one", "two"), (iccid(1), "5"), (iccid(2), "6"))
    mapping = Mapping(("Sheet",), 0, (MappedColumn(0, "iccid"), MappedColumn(1, "usage", "KB")))
    await loaded(path, tmp_path / "review", mapping)
    async with opened(tmp_path / "review") as desk:
        assert await found(desk, "usage:5KB..5KB") == 1


async def test_a_voucher_tells_what_no_column_does(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "x.xlsx",
        ("ICCID", "套餐", "具体状态"),
        (iccid(1), "CM_SF_M_2_100M", "达量停用"),
        (iccid(2), "our own plan", ""),
    )
    await loaded(path, tmp_path / "review")
    async with opened(tmp_path / "review") as desk:
        told, untold = await desk.cards.rows([2, 3])
    assert (told.facts.carrier, told.facts.plan_type, told.facts.tier_kb) == ("CMCC", "SF", 102_400)
    assert (told.facts.status, told.facts.specific) == (35, 300)
    assert (untold.facts.carrier, untold.facts.plan_type, untold.facts.cycle) == ("", "", 0)
    assert (untold.facts.status, untold.facts.specific) == (0, 0)


async def test_wishes_and_versions_are_kept(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "x.xlsx",
        ("ICCID", "Wished action", "Row version"),
        (iccid(1), "Suspend", 7),
        (iccid(2), None, None),
    )
    await loaded(path, tmp_path / "review")
    async with opened(tmp_path / "review") as desk:
        assert [one.version for one in await desk.cards.rows([2, 3])] == [7, 1]
        wished = partial(review_wishes.of, card_ids=[2, 3])
        assert await desk.database.read(wished) == {2: "Suspend"}


async def test_the_first_rows_can_be_looked_at_before_the_last(tmp_path: Path) -> None:
    path = a_csv(tmp_path / "cards.csv", [TITLES, *map(a_row, range(12_000))])
    told: list[Loaded] = []
    review = await reviews().load(path, None, tmp_path / "review", told.append)
    assert review.rows == 12_000
    assert told[0].rows < 5_000
    assert [row.facts.iccid for row in told[0].first] == [iccid(n) for n in range(200)]
    assert all(not one.first for one in told[1:])
    assert [one.rows for one in told] == sorted(one.rows for one in told)
    assert told[-1].ordered == told[-1].to_order > 0


async def test_calling_it_off_leaves_nothing(tmp_path: Path) -> None:
    path = a_csv(tmp_path / "cards.csv", [TITLES, *map(a_row, range(12_000))])
    begun = asyncio.Event()
    task = asyncio.create_task(
        reviews().load(path, None, tmp_path / "review", lambda now: begun.set())
    )
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not (tmp_path / "review").exists()


async def test_nothing_is_edited_and_nothing_synced(tmp_path: Path) -> None:
    await loaded(sheet(tmp_path / "x.xlsx", TITLES, a_row(1)), tmp_path / "review")
    async with opened(tmp_path / "review") as desk:
        for act in (
            lambda: desk.edits.set_remark([2], "x"),
            lambda: desk.edits.add_tags([2], ["x"]),
            lambda: desk.tags.create("x"),
        ):
            with pytest.raises(KnownError, match="spreadsheet opened for review"):
                await act()
        with pytest.raises(KnownError, match="no provider to ask"):
            await desk.sync.run()
        month = Month(2026, 6)
        assert (await desk.cards.usage(2, month, month)).months == ()


# A process that misbehaves


def child(*lines: str) -> Callable[[], Sequence[str]]:
    words = textwrap.dedent("\n".join(lines))
    return lambda: (sys.executable, "-c", words)


@pytest.mark.parametrize(
    "lines",
    [
        ("raise SystemExit(3)",),
        ("import os", "os.abort()"),
        ("print('no message')",),
        ('print(\'{"kind": "Strange"}\')',),
        ('print(\'{"kind": "Failed", "where": "there:1"}\')',),
    ],
)
async def test_a_process_that_ends_without_a_result(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(SheetRejectedError, match="broke off") as caught:
        await reviews(argv=child(*lines)).look(tmp_path / "x.xlsx")
    assert caught.value.why is Rejection.DAMAGED


async def test_a_process_that_never_ends_is_given_up(tmp_path: Path) -> None:
    silent = child("import time", "time.sleep(60)")
    with pytest.raises(SheetRejectedError, match="too long") as caught:
        await reviews(argv=silent, silence=0.2).load(
            tmp_path / "x.xlsx", None, tmp_path / "review", lambda now: None
        )
    assert caught.value.why is Rejection.TOO_SLOW
    assert not (tmp_path / "review").exists()


def reading(*lines: str) -> Callable[[], Sequence[str]]:
    """The real process with another source: `rows` gives one chunk after the other."""
    return child(
        "from contextlib import contextmanager",
        "from simdesk.services.reviewing.child import run",
        "class Source:",
        "    format, own, sheets = 'csv', None, ('x',)",
        "    def merged(self, sheet): return ()",
        "    def rows(self, sheet):",
        "        yield [['ICCID']] + [['89860321440000000001']] * 99",
        "    def columns(self, sheet):",
        *(f"        {line}" for line in lines),
        "@contextmanager",
        "def opening(path): yield Source()",
        "run(opening)",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the system sets no limit")
@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("yield [['x' * 600_000_000]]",), Rejection.TOO_LARGE),
        (("import os", "os.abort()", "yield []"), Rejection.DAMAGED),
        (("yield []",), Rejection.DAMAGED),
    ],
)
async def test_a_file_that_ends_its_reader(
    tmp_path: Path, lines: tuple[str, ...], why: Rejection
) -> None:
    path = tmp_path / "x.csv"
    path.touch()
    with pytest.raises(SheetRejectedError) as caught:
        await reviews(argv=reading(*lines)).load(path, None, tmp_path / "r", lambda now: None)
    assert caught.value.why is why


async def test_what_nobody_told_is_nothing(tmp_path: Path) -> None:
    """No date of 1970, no deadline worked out from it, nothing in the card's history."""
    path = sheet(tmp_path / "x.xlsx", ("ICCID", "状态"), (iccid(1), "未使用"))
    await loaded(path, tmp_path / "review")
    async with opened(tmp_path / "review") as desk:
        (one,) = await desk.cards.rows([2])
        assert one.facts.opened is None
        assert silence_ends(one) is None
        assert await desk.cards.records(2) == ()
        assert await found(desk, "silent_ends<2030-01-01") == 0
        chunks = await desk.database.read(
            lambda c: list(export_reading.columns(c, [2], ["opened", "carrier"], (), daily=False))
        )
        assert chunks[0].columns == [[None], [""]]


async def test_the_whole_of_it_needs_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*asked: object, **more: object) -> object:
        raise AssertionError(f"the network was asked: {asked} {more}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    argv = child(
        "import socket",
        "def forbidden(*asked, **more): raise AssertionError(asked)",
        "socket.socket.connect = socket.socket.connect_ex = forbidden",
        "socket.socket.sendto = socket.getaddrinfo = forbidden",
        "from simdesk.cli.read_sheet import read_sheet",
        "read_sheet()",
    )
    path = sheet(tmp_path / "x.xlsx", TITLES, a_row(1))
    understood = await reviews(argv=argv).look(path)
    folder = tmp_path / "review"
    await reviews(argv=argv).load(path, understood.mapping, folder, lambda now: None)
    async with opened(folder) as desk:
        assert await found(desk, "tag:a") == 1
        assert await desk.cards.records(2) == ()
        assert (await desk.cards.value_counts(parse_filter(""), "status")).cards == 1
        request = ExportRequest(parse_filter(""), Sort(), None, MAY, JUNE, folder=tmp_path)
        row = await desk.exports.wait(await desk.exports.start(request))
        assert row.rows == 1
