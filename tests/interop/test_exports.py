"""Exports of a real desk, read back by programs that share no code with our writer.

LibreOffice turns each sheet into a csv file in which text is quoted and numbers are not, so what
it took for a number or a formula shows.
"""

import asyncio
import csv
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from openpyxl.utils.escape import unescape

from simdesk.compose import Desk, SystemClock, open_desk
from simdesk.models.card import CardRow
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.periods import Month, local
from simdesk.models.usage import KB_PER_MB
from simdesk.services.exports import ExportRequest, ExportState
from simdesk.services.providers.simulator.fleet_plan import FleetPlan

CARDS = 300
EVERYTHING = parse_filter("cancelled:any")
REMARKS = (
    "=1+1",
    '=HYPERLINK("http://example.invalid","press")',
    "+86 10 1234",
    "-5",
    "@SUM(A1:A9)",
    "'quoted",
    "北门，仓库 3 号",
    'he said "no", twice',
    "1e5",
    "0012",
    "TRUE",
    "<b>&amp;</b>",
    "_x0041_",
    "emoji 😀",
)
FIELD = re.compile(r'("(?:[^"]|"")*")?([^,\n]*)(,|\n)')
SHEET_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,1"


@dataclass
class Exported:
    """Files as written, and what the database says they hold."""

    xlsx: Path
    csv: Path
    cards: tuple[CardRow, ...]
    months: tuple[Month, ...]
    usage: dict[str, list[int | None]]
    """KB by ICCID, one for each month; None where nothing is known."""


async def exported(folder: Path) -> Exported:
    plan = FleetPlan(cards=CARDS, seed=11)
    desk = await open_desk(folder / "fleet", plan, SystemClock(), "operator")
    try:
        await desk.sync.run()
        ids = await desk.cards.ids(EVERYTHING, Sort())
        for card_id, remark in zip(ids, REMARKS, strict=False):
            await desk.edits.set_remark([card_id], remark)
        await desk.edits.add_tags([ids[0]], ["depot", "北京"])
        last = Month.of(desk.cards.today())
        months = (last.plus(-1), last)
        return Exported(
            await written(desk, folder, "xlsx", months),
            await written(desk, folder, "csv", months),
            await desk.cards.rows(ids),
            months,
            {
                row.facts.iccid: await known_usage(desk, row.id, months)
                for row in await desk.cards.rows(ids)
            },
        )
    finally:
        await desk.aclose()


async def written(desk: Desk, folder: Path, ending: str, months: tuple[Month, ...]) -> Path:
    request = ExportRequest(
        EVERYTHING,
        Sort(),
        None,
        months[0],
        months[-1],
        format="csv" if ending == "csv" else "xlsx",
        name=f"exported as {ending}",
        folder=folder,
    )
    row = await desk.exports.wait(await desk.exports.start(request))
    assert row.state is ExportState.COMPLETED, row.error
    return row.path


async def known_usage(desk: Desk, card_id: int, months: tuple[Month, ...]) -> list[int | None]:
    usage = await desk.cards.usage(card_id, months[0], months[-1])
    known = {
        one.month: one.total_kb for one in usage.months if any(d is not None for d in one.days)
    }
    return [known.get(month) for month in months]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return asyncio.run(exported(tmp_path_factory.mktemp("interop")))


def by_libreoffice(path: Path, folder: Path) -> list[list[object]]:
    """The first sheet as LibreOffice understands it: only what it took for text is text."""
    soffice = shutil.which("soffice")
    assert soffice is not None, "needs LibreOffice: `make interop` installs it"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        SHEET_AS_CSV,
        "--outdir",
        folder,
        path,
    ]
    ended = subprocess.run(command, capture_output=True, timeout=240, check=False)
    assert ended.returncode == 0, ended.stderr
    (converted,) = folder.glob(f"{path.stem}*.csv")
    return quoted_lines(converted.read_text("utf-8"))


def quoted_lines(words: str) -> list[list[object]]:
    """Lines of csv: quoted fields as text, others as numbers, moments or nothing."""
    lines: list[list[object]] = [[]]
    for quoted, bare, end in FIELD.findall(words):
        lines[-1].append(quoted[1:-1].replace('""', '"') if quoted else meant(bare))
        if end == "\n":
            lines.append([])
    return lines[:-1]


def meant(bare: str) -> float | datetime | None:
    if not bare:
        return None
    return datetime.fromisoformat(bare) if ":" in bare else float(bare)


def by_openpyxl(path: Path) -> list[list[object]]:
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        sheet = book.worksheets[0]
        return [[plain(cell.value) for cell in row] for row in sheet.iter_rows()]
    finally:
        book.close()


def plain(value: object) -> object:
    """openpyxl leaves the escape of what looks like an escape in inline strings."""
    return unescape(value) if isinstance(value, str) else value


def by_calamine(path: Path) -> list[list[object]]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]


READERS = ("LibreOffice", "openpyxl", "calamine")


@pytest.fixture(scope="module", params=READERS)
def sheet(
    request: pytest.FixtureRequest, files: Exported, tmp_path_factory: pytest.TempPathFactory
) -> list[list[object]]:
    if request.param == "LibreOffice":
        return by_libreoffice(files.xlsx, tmp_path_factory.mktemp("office"))
    return by_openpyxl(files.xlsx) if request.param == "openpyxl" else by_calamine(files.xlsx)


def column(sheet: list[list[object]], title: str) -> list[object]:
    (index,) = [number for number, one in enumerate(sheet[0]) if one == title]
    return [row[index] for row in sheet[1:]]


def test_ids_are_text_of_twenty_characters(files: Exported, sheet: list[list[object]]) -> None:
    iccids = column(sheet, "ICCID")
    assert iccids == [row.facts.iccid for row in files.cards]
    assert {(type(iccid), len(str(iccid))) for iccid in iccids} == {(str, 20)}
    assert all(isinstance(number, str | None) for number in column(sheet, "MSISDN"))


def test_remarks_are_words_whatever_they_look_like(
    files: Exported, sheet: list[list[object]]
) -> None:
    remarks = [remark or "" for remark in column(sheet, "Remarks")]
    assert remarks[: len(REMARKS)] == [row.remark for row in files.cards[: len(REMARKS)]]
    assert [row.remark for row in files.cards[: len(REMARKS)]] == list(REMARKS)


def test_moments_are_moments(files: Exported, sheet: list[list[object]]) -> None:
    opened = column(sheet, "Account opened (Asia/Shanghai)")
    assert all(isinstance(moment, datetime) for moment in opened)
    wanted = [local(row.facts.opened_at).replace(tzinfo=None) for row in files.cards]
    assert [rounded(moment) for moment in opened] == wanted


def rounded(moment: object) -> datetime:
    """To the second: a sheet counts days, and its readers differ in the last microseconds."""
    assert isinstance(moment, datetime)
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def test_tags_arrive(sheet: list[list[object]]) -> None:
    assert {"depot", "北京"} <= set(str(column(sheet, "Tags")[0]).replace(",", "\n").split())


def test_usage_is_what_the_database_says(files: Exported, sheet: list[list[object]]) -> None:
    for index, month in enumerate(files.months):
        (title,) = [one for one in sheet[0] if str(month) in str(one).replace("-", "")]
        shown = [megabytes(cell) for cell in column(sheet, str(title))]
        wanted = [files.usage[row.facts.iccid][index] for row in files.cards]
        assert shown == wanted
        assert sum(kb or 0 for kb in wanted) > 0


def megabytes(cell: object) -> int | None:
    """Whole KB of a cell in MB; None for a blank one."""
    if cell is None or cell == "":
        return None
    assert isinstance(cell, int | float), f"{cell!r} is not a number"
    return round(cell * KB_PER_MB)


def test_csv_runs_nothing_in_libreoffice(files: Exported, tmp_path: Path) -> None:
    """Ids in csv are at the mercy of the reader; formulas must not be."""
    sheet = by_libreoffice(files.csv, tmp_path)
    remarks = column(sheet, "Remarks")
    for remark, shown in zip(REMARKS, remarks, strict=False):
        if remark.lstrip().startswith(("=", "+", "@")):
            assert isinstance(shown, str), f"{remark} became {shown}"
            assert remark.strip() in shown


def test_the_office_is_asked_in_a_profile_of_its_own(tmp_path: Path) -> None:
    """Reading a sheet twice at once must not wait for a lock of the user's own office."""
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    for path in (first, second):
        path.write_text("n\r\n1\r\n", "utf-8")
    assert by_libreoffice(first, tmp_path / "one") == by_libreoffice(second, tmp_path / "two")


def lines_of(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.reader(lines)


def test_csv_keeps_ids_whole(files: Exported) -> None:
    titles, *rows = lines_of(files.csv)
    assert [row[titles.index("ICCID")] for row in rows] == [row.facts.iccid for row in files.cards]
