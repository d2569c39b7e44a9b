"""Sheets made by other programs open, or are refused, exactly as the table says."""

import re
from pathlib import Path

import pytest

from simdesk.models.sheets import Cell, SheetRejectedError
from simdesk.services.spreadsheets.reading.source import open_source
from tests.interop.expected import TABLE, Sheet
from tests.interop.foreign import by_hand_csv, by_hand_xml, by_libraries, office, ours
from tests.interop.foreign.fleet import BUILDERS

MAKERS = (by_hand_csv, by_hand_xml, by_libraries, ours)
"""Importing them fills the list of builders."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every sheet of the table."""
    folder = tmp_path_factory.mktemp("foreign")
    for name, build in BUILDERS.items():
        build(folder / name)
    office.build_all(folder)
    return folder


def test_the_table_has_every_sheet_once() -> None:
    names = [sheet.name for sheet in TABLE]
    assert len(names) == len(set(names)) >= 60
    assert set(names) == BUILDERS.keys() | office.SAVED.keys() | office.SORTED.keys()
    assert {"LibreOffice", "pandas", "XlsxWriter", "openpyxl", "csv module", "by hand"} <= {
        sheet.made_by for sheet in TABLE
    }


@pytest.mark.parametrize("sheet", TABLE, ids=lambda sheet: sheet.name)
def test_a_sheet_of_the_table(folder: Path, sheet: Sheet) -> None:
    path = folder / sheet.name
    if sheet.refused is not None:
        with pytest.raises(SheetRejectedError) as refused:
            rows_of(path, sheet.sheet)
        assert refused.value.why is sheet.refused
        assert refused.value.remedy is not None
        return
    rows = rows_of(path, sheet.sheet)
    assert len(rows) == sheet.rows
    assert {place: cell_at(rows, place) for place in sheet.cells} == sheet.cells
    assert {place: type(cell_at(rows, place)) for place in sheet.cells} == {
        place: type(cell) for place, cell in sheet.cells.items()
    }
    with open_source(path) as source:
        assert (source.own is not None) == sheet.own


def rows_of(path: Path, sheet: str | None) -> list[list[Cell]]:
    with open_source(path) as source:
        rows = source.rows(sheet or source.sheets[0])
        return [list(row) for chunk in rows for row in chunk]


def cell_at(rows: list[list[Cell]], place: str) -> Cell:
    """The cell of "AA7"; None beyond the end of its row."""
    found = re.fullmatch("([A-Z]+)([0-9]+)", place)
    assert found is not None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = rows[int(found[2]) - 1] if int(found[2]) <= len(rows) else []
    return row[column - 1] if column <= len(row) else None
