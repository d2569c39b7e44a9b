"""Lists of cards from a spreadsheet, held against the desk."""

import asyncio
from collections.abc import Iterable, Sequence

from simdesk.models.card_lists import ListedRow, ListReport, listed_row, sort_rows
from simdesk.models.paste import Pasted, numbers_wanted
from simdesk.models.sheet_sides import SheetSide
from simdesk.models.sheets import Cell
from simdesk.services.sheet_job import Moved, Tick, beside, unheard
from simdesk.services.storage import card_store, sheet_merging
from simdesk.services.storage.database import Database

_AT_ONCE = 20_000


class CardLists:
    """Finds the cards that a list names. Everything here reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_cells(self, cells: Iterable[tuple[int, Cell]]) -> ListReport:
        """The cells of a column with their rows, from 1; blank ones are no rows of the list.

        A cell is an ICCID, MSISDN, IMSI or IMEI, mixed at will.
        """
        rows = await asyncio.to_thread(_listed, cells)
        return await self._sorted(rows)

    async def of_sheet(self, sheet: SheetSide, moved: Moved = unheard) -> ListReport:
        """The ICCIDs of a spreadsheet opened for review; rows that reading refused are malformed.

        Of refused rows that the review counts and does not tell, only the number is known: they
        are malformed without words.
        """

        def job(tick: Tick) -> list[ListedRow]:
            rows = [
                ListedRow(one.row, Pasted(one.cell, "", ()), one.reason) for one in sheet.refused
            ]
            rows += [
                ListedRow(0, Pasted("", "", ())) for _ in range(sheet.refused_rows - len(rows))
            ]
            with sheet_merging.looked_at(sheet.path) as (connection,):
                total = sheet_merging.count(connection)
                for done, (row, iccid) in enumerate(sheet_merging.rows(connection)):
                    if not done % _AT_ONCE:
                        tick(done, total)
                    if (listed := listed_row(row, iccid)) is not None:
                        rows.append(listed)
                tick(total, total)
            return rows

        return await self._sorted(await beside(job, moved))

    async def _sorted(self, rows: Sequence[ListedRow]) -> ListReport:
        wanted: set[str] = set().union(*numbers_wanted(row.pasted for row in rows).values())
        found, cancelled = await self._database.read(
            lambda connection: card_store.by_numbers(connection, wanted)
        )
        return await asyncio.to_thread(sort_rows, rows, found, cancelled)


def _listed(cells: Iterable[tuple[int, Cell]]) -> list[ListedRow]:
    rows = (listed_row(row, cell) for row, cell in cells)
    return [row for row in rows if row is not None]
