"""A column of card numbers becomes five buckets that sum to its rows."""

import random
from datetime import datetime
from pathlib import Path

import pytest

from simdesk.models.card_lists import ListReport, listed_row
from simdesk.models.sheet_sides import RefusedRow
from simdesk.models.sheets import Cell
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.services.card_lists import CardLists
from tests.services.desk_stage import staged
from tests.services.sheet_files import a_card, a_side, cards, iccid


def told(report: ListReport) -> dict[str, list[tuple[int, str]]]:
    names = ("not_found", "duplicate", "ambiguous", "malformed")
    return {
        name: [(row.row, row.words) for row in getattr(report, name)]
        for name in names
        if getattr(report, name)
    }


def summed(report: ListReport) -> bool:
    buckets = (report.not_found, report.duplicate, report.ambiguous, report.malformed)
    return report.rows == len(report.found) + sum(map(len, buckets))


async def test_every_row_lies_in_one_bucket(tmp_path: Path) -> None:
    rows = cards(4, {3: {"msisdns": ("1440000000003",)}, 4: {"msisdns": ("1440000000003",)}})
    cells: list[tuple[int, Cell]] = [
        (2, iccid(2)),
        (3, f" {iccid(1)} "),
        (4, ""),
        (5, None),
        (6, iccid(9)),
        (7, iccid(2)),
        (8, "1440000000003"),
        (9, 8.98603e19),
        (10, "8.98603E+19"),
        (11, "hello"),
        (12, datetime(2026, 1, 3)),  # noqa: DTZ001 - as a sheet has it
        (13, f'="{iccid(3)}"'),
    ]
    async with staged(tmp_path, rows) as stage:
        report = await CardLists(stage.database).of_cells(cells)
    assert report.found == (2, 1, 3)
    assert told(report) == {
        "not_found": [(6, iccid(9))],
        "duplicate": [(7, iccid(2))],
        "ambiguous": [(8, "1440000000003")],
        "malformed": [
            (9, "8.98603e+19"),
            (10, "8.98603E+19"),
            (11, "hello"),
            (12, "2026-01-03 00:00:00"),
        ],
    }
    assert (report.rows, summed(report)) == (10, True)
    assert [str(row.why)[:42] for row in report.malformed] == [
        "The number stands in a numeric cell, of wh",
        "“8.98603E+19” was rounded by a spreadsheet",
        "“hello” is not a card number.",
        "The number stands in a numeric cell, of wh",
    ]


async def test_a_reissued_number_means_the_living_card(tmp_path: Path) -> None:
    dead = a_card(1, specific=SpecificStatus.CANCELLED)
    alive = a_card(1, id=2, instance_id="9")
    async with staged(tmp_path, [dead, alive]) as stage:
        report = await CardLists(stage.database).of_cells([(1, iccid(1))])
    assert (report.found, report.rows) == ((2,), 1)


async def test_a_reviewed_sheet_lists_its_cards_and_what_reading_refused(tmp_path: Path) -> None:
    numeric = RefusedRow(7, "A7", text("The ICCID is a number."))
    side = a_side(tmp_path / "sheet.db", [a_card(2), a_card(8)], refused=(numeric,), refused_rows=3)
    heard: list[tuple[int, int]] = []
    async with staged(tmp_path, cards(3)) as stage:
        lists = CardLists(stage.database)
        report = await lists.of_sheet(side, lambda done, total: heard.append((done, total)))
    assert (report.found, told(report)) == (
        (2,),
        {"not_found": [(2, iccid(8))], "malformed": [(7, "A7"), (0, ""), (0, "")]},
    )
    assert str(report.malformed[0].why) == "The ICCID is a number."
    assert (report.rows, summed(report), heard[-1]) == (5, True, (2, 2))


@pytest.mark.parametrize("seed", range(5))
async def test_any_column_sums_to_its_rows(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    kinds: tuple[Cell, ...] = ("", None, "x", 3.0, iccid(99), "460001234512345")
    cells = [
        (row, iccid(chance.randrange(1, 30)) if chance.random() < 0.6 else chance.choice(kinds))
        for row in range(1, 80)
    ]
    async with staged(tmp_path, cards(20)) as stage:
        report = await CardLists(stage.database).of_cells(cells)
    assert summed(report)
    assert report.rows == sum(listed_row(row, cell) is not None for row, cell in cells)
    assert len(set(report.found)) == len(report.found)
