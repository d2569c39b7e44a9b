"""More rows than a sheet holds, at the real limit, read by others from the first to the last."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from simdesk.models.periods import ZONE
from simdesk.services.spreadsheets.columns import Column, Kind
from simdesk.services.spreadsheets.xlsx_writer import SHEET_ROWS, XlsxWriter

COLUMNS = (Column("iccid", "ICCID", Kind.ID), Column("sms", "SMS used", Kind.COUNT))
ROWS = SHEET_ROWS + 2_000
TITLES = ["ICCID", "SMS used"]


def row(number: int) -> list[object]:
    return [f"8986{number:016d}", number % 97]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheets") / "full.xlsx"
    with path.open("wb") as file:
        writer = XlsxWriter(file, COLUMNS, datetime(2026, 6, 15, tzinfo=ZONE))
        for start in range(0, ROWS, 500):
            some = [row(number) for number in range(start, min(start + 500, ROWS))]
            writer.write_columns([[one[0] for one in some], [one[1] for one in some]])
        writer.finish([], [])
    return path


def expected() -> tuple[Iterator[list[object]], Iterator[list[object]]]:
    full = SHEET_ROWS - 1
    return (row(n) for n in range(full)), (row(n) for n in range(full, ROWS))


def test_calamine_reads_every_row_of_both_sheets(path: Path) -> None:
    book = python_calamine.CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["Cards", "Cards 2", "About"]
    for name, wanted in zip(book.sheet_names, expected(), strict=False):
        rows = book.get_sheet_by_name(name).iter_rows()
        assert next(rows) == TITLES
        for found, right in zip(rows, wanted, strict=True):
            assert found == right


def test_openpyxl_reads_the_same(path: Path) -> None:
    """The second sheet to its end; of the first a beginning, for it takes a minute of a million."""
    book = openpyxl.load_workbook(path, read_only=True)
    assert book.sheetnames == ["Cards", "Cards 2", "About"]
    for name, wanted, most in zip(book.sheetnames, expected(), (20_000, None), strict=False):
        rows = book[name].iter_rows(values_only=True)
        assert list(next(rows)) == TITLES
        for found, right in zip(islice(rows, most), islice(wanted, most), strict=True):
            assert list(found) == right
    book.close()


def test_each_sheet_filters_and_keeps_its_header_in_sight(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for number, last in ((1, SHEET_ROWS), (2, ROWS - SHEET_ROWS + 2)):
            with archive.open(f"xl/worksheets/sheet{number}.xml") as sheet:
                content = sheet.read().decode()
            assert f'<autoFilter ref="A1:B{last}"/>' in content
            assert '<pane xSplit="1" ySplit="1"' in content[:2_000]
            assert content.count('<row r="') == last
