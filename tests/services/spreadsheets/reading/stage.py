"""Sheets to be read: ours by our writers, others by hand, part by part."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from simdesk.models.periods import ZONE, Month
from simdesk.models.sheets import Cell
from simdesk.services.export_columns import columns
from simdesk.services.spreadsheets.columns import Column, Row
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.reading.source import open_source
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter

CREATED = datetime(2026, 6, 15, 9, tzinfo=ZONE)
MONTHS = (Month(2026, 5), Month(2026, 6))
OWN_COLUMNS = columns(MONTHS, daily=False)
HEAD = f"5:{'a' * 64}"
MARK = (
    ("SimDesk format", "1"),
    ("SimDesk account", "north"),
    ("SimDesk export", "7"),
    ("SimDesk exported at", CREATED.isoformat()),
    ("SimDesk months", "202605-202606"),
    ("SimDesk daily", "no"),
    ("SimDesk audit", HEAD),
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def read(path: Path, sheet: str | None = None) -> list[list[Cell]]:
    """All cells of the first sheet, or of one by its name."""
    with open_source(path) as source:
        return [list(row) for rows in source.rows(sheet or source.sheets[0]) for row in rows]


def read_columns(path: Path) -> list[list[Cell]]:
    """The same, taken column by column."""
    with open_source(path) as source:
        chunks = list(source.columns(source.sheets[0]))
    return [list(row) for chunk in chunks for row in zip(*chunk, strict=True)]


def own_xlsx(
    path: Path,
    rows: Sequence[Row],
    about: Sequence[Column] = OWN_COLUMNS,
    mark: Sequence[tuple[str, str]] = MARK,
    *,
    sheet_rows: int = 1_048_576,
) -> Path:
    """An export as the product writes it."""
    with path.open("wb") as file:
        writer = XlsxWriter(file, about, CREATED, sheet_rows=sheet_rows)
        writer.write(rows)
        writer.finish([("Exported by", "SimDesk"), ("Account", "north")], mark)
    return path


def own_csv(path: Path, rows: Sequence[Row], about: Sequence[Column] = OWN_COLUMNS) -> Path:
    with path.open("wb") as file:
        writer = CsvWriter(file, about)
        writer.write(rows)
        writer.finish([], [])
    return path


def card(number: int = 0, **told: str | int) -> Row:
    """A row of an export; `told` names its columns by their keys."""
    known = {"iccid": f"8986{number:016d}", "msisdns": f"1440{number:09d}", "sms": number} | told
    return tuple(known.get(column.key) for column in OWN_COLUMNS)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def changed(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """The file with one part changed as by a text editor."""
    parts = parts_of(path)
    parts[name] = change(parts[name].decode()).encode()
    path.write_bytes(packed(parts))
    return path


def sheet_xml(rows: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def workbook(sheet: bytes, **more: bytes) -> dict[str, bytes]:
    """The parts of the smallest workbook: one sheet, by hand; `more` adds shared or styles."""
    names = {"shared": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    kinds = {"shared": "sharedStrings", "styles": "styles"}
    links = "".join(
        f'<Relationship Id="{one}" Type="{_OFFICE}/{kinds[one]}" Target="{names[one][3:]}"/>'
        for one in more
    )
    types = "".join(
        f'<Override PartName="/{names[one]}" ContentType="{_SHEET_TYPE}.{kinds[one]}+xml"/>'
        for one in more
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" '
            f'ContentType="{_SHEET_TYPE}.worksheet+xml"/>{types}</Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ).encode(),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>{links}</Relationships>'
        ).encode(),
        "xl/worksheets/sheet1.xml": sheet,
        **{names[one]: part for one, part in more.items()},
    }
