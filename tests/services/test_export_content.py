"""What is in an exported file, against a desk's database of its own."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from simdesk.models.card import ActivationMethod
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Direction, Sort
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import CardUsage
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.announcer import Announcer
from simdesk.services.export_columns import CARD_COLUMNS, FIELDS, column_count
from simdesk.services.exports import ExportService, ExportState
from simdesk.services.storage import export_reading, tables
from simdesk.services.storage.detail_store import put_readings
from simdesk.services.storage.usage_store import put_usage
from tests.factories import a_moment, some_details
from tests.services.auditing import departing
from tests.services.export_stage import EVERYTHING, JUNE, MAY, a_stage, days, facts
from tests.services.spreadsheets.read_back import by_calamine, by_csv, by_openpyxl


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
        "Row version": 1,
    }


def shown(*parts: int) -> datetime:
    return a_moment(*parts).replace(tzinfo=None)


async def test_the_version_of_each_row_is_there_for_programs_alone(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1), facts(2))
        await stage.cards(facts(2, auto_renew=True))
        row, lines = await stage.export(), await stage.export(format="csv")
    book = openpyxl.load_workbook(row.path)
    letters = {cell.value: cell.column_letter for cell in book["Cards"][1]}
    hidden = [one for one, width in book["Cards"].column_dimensions.items() if width.hidden]
    assert hidden == [letters["Row version"]]
    assert [one.value for one in book["Cards"][hidden[0]]] == ["Row version", 1, 2]
    assert [line[-1] for line in by_csv(lines.path.read_bytes())] == ["Row version", "1", "2"]


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
    assert len(titles) == len(CARD_COLUMNS) + 2 + 31 + 30 + 1
    assert len(titles) == column_count((MAY, JUNE), daily=True) + 1  # the hidden one
    assert titles[-62:-60] == ["20260501 (MB)", "20260502 (MB)"]
    assert titles[-31] == "20260601 (MB)"
    assert first[-62:-31] == list(range(31))
    assert first[-31:] == [3 / 1024, *[None] * 29, 1]
    assert first[-64:-62] == [sum(range(31)), 3 / 1024]
    assert second[-64:] == [*[None] * 63, 1]


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
    table = by_csv(row.path.read_bytes()) if form == "csv" else by_calamine(row.path)
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
            departures=departing(stage.database, tmp_path),
            say=say,
        )
        row = await service.wait(await service.start(EVERYTHING))
        await service.aclose()
    titles, values = by_openpyxl(row.path)
    assert (titles[3], values[3]) == ("运营商", "中国移动")


def test_the_export_reads_only_columns_that_exist() -> None:
    assert set(export_reading.CARD_FIELDS) == set(FIELDS)
    assert {"name", "path", "state"} <= set(tables.export_file.c.keys())
