"""Our own exports, as they are and as other hands leave them."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl

from simdesk.models.periods import ZONE, Month
from simdesk.services.export_columns import columns
from simdesk.services.spreadsheets.columns import Row
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from tests.interop.foreign.by_hand_xml import BARE, SHARED, SHEET, blown_up, packed
from tests.interop.foreign.fleet import builder

CREATED = datetime(2026, 6, 15, 9, tzinfo=ZONE)
COLUMNS = columns((Month(2026, 6),), daily=False)
CARDS = 60
REMARKS = ("=1+1", "'quoted", " edge ", "a_x0041_", "<&>", "北门 😀", "one\ntwo", "0012", "NA")
MARK = (
    ("SimDesk format", "1"),
    ("SimDesk account", "north"),
    ("SimDesk export", "7"),
    ("SimDesk exported at", CREATED.isoformat()),
    ("SimDesk months", "202606-202606"),
    ("SimDesk daily", "no"),
    ("SimDesk audit", f"3:{'c' * 64}"),
)


def card(number: int) -> Row:
    known: dict[str, str | int] = {
        "iccid": f"8986{number:016d}",
        "msisdns": f"1440{number:09d}\n1450{number:09d}" if number % 9 == 0 else "",
        "opened": int(CREATED.timestamp()) - number * 4_567,
        "usage": number * 1_000,
        "sms": number,
        "tags": "depot\nnorth, left" if number % 3 else "",
        "remark": REMARKS[number] if number < len(REMARKS) else "",
        "order": f"2026{number:015d}",
    }
    return tuple(known.get(column.key) for column in COLUMNS)


@builder("own.xlsx")
def xlsx(path: Path, sheet_rows: int = 1_048_576) -> None:
    with path.open("wb") as file:
        writer = XlsxWriter(file, COLUMNS, CREATED, sheet_rows=sheet_rows)
        writer.write([card(number) for number in range(CARDS)])
        writer.finish([("Exported by", "SimDesk")], MARK)


@builder("own_three_sheets.xlsx")
def _three_sheets(path: Path) -> None:
    xlsx(path, 25)


@builder("own.csv")
def own_csv(path: Path) -> None:
    with path.open("wb") as file:
        writer = CsvWriter(file, COLUMNS)
        writer.write([card(number) for number in range(CARDS)])
        writer.finish([], [])


@builder("own_csv_sorted_and_cut.csv")
def _csv_cut(path: Path) -> None:
    own_csv(path)
    head, *lines = path.read_bytes().split(b"\r\n8986")
    kept = sorted(lines, reverse=True)[10:20]
    path.write_bytes(b"\r\n8986".join([head, *kept]))


@builder("own_csv_with_semicolons.csv")
def _csv_semicolons(path: Path) -> None:
    """As a spreadsheet program of another country saves it: no mark, another delimiter."""
    import csv

    own_csv(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _edited(name: str, edit: Callable[[str], str], part: str = SHEET) -> None:
    def build(path: Path) -> None:
        xlsx(path)
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            parts = {one: archive.read(one) for one in archive.namelist()}
        parts[part] = edit(parts[part].decode()).encode()
        path.write_bytes(packed(parts))

    builder(name)(build)


_edited("own_remark_by_hand.xlsx", lambda xml: xml.replace(">0012<", ">0012 seen<"), SHARED)
_edited(
    "own_place_by_hand.xlsx", lambda xml: xml.replace('<c s="3"><v>5<', '<c r="Q7" s="3"><v>5<')
)
_edited(
    "own_number_as_id.xlsx",
    lambda xml: xml.replace(
        '<c s="1" t="inlineStr"><is><t>89860000000000000002</t></is></c>',
        '<c s="1"><v>8.986E+19</v></c>',
    ),
)
_edited("own_cut_by_hand.xlsx", lambda xml: xml[: len(xml) // 2])


@builder("own_saved_by_openpyxl.xlsx")
def _saved_by_openpyxl(path: Path) -> None:
    xlsx(path)
    book = openpyxl.load_workbook(path)
    book["Cards"]["AA3"] = "changed"
    book["Cards"].delete_rows(10, 5)
    book.save(path)


@builder("false_mark.xlsx")
def _false_mark(path: Path) -> None:
    """A foreign workbook that carries the mark of one of ours."""
    xlsx(path)
    with zipfile.ZipFile(path) as archive:
        mark = archive.read("docProps/custom.xml")
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>ICCID</t></is></c></row>'
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
    path.write_bytes(packed(BARE | {SHEET: sheet.encode(), "docProps/custom.xml": mark}))


@builder("false_mark_bomb.xlsx")
def _false_mark_bomb(path: Path) -> None:
    """It says it is ours, and unpacks to more than a foreign file may."""
    _false_mark(path)
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    path.write_bytes(blown_up(parts, SHEET, 510_000_000))
