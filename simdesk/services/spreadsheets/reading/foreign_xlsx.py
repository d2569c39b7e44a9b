"""Workbooks of other programs, read by calamine after the guard has let them pass."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import python_calamine

from simdesk.models.sheets import OwnMark
from simdesk.services.spreadsheets.reading import refusals
from simdesk.services.spreadsheets.reading.shapes import Columns, Merged, Rows, by_columns, row_of

_CHUNK = 1_000


class ForeignXlsx:
    """A workbook; hidden sheets are left out: nobody expects what nobody sees.

    Numbers come as floats, moments and days as `datetime` without a zone, durations as days.
    """

    format = "xlsx"

    def __init__(self, path: Path, mark: OwnMark | None) -> None:
        self.own = mark
        with _faults():
            self._book = python_calamine.CalamineWorkbook.from_path(str(path))
            kinds, seen = python_calamine.SheetTypeEnum, python_calamine.SheetVisibleEnum
            self.sheets: Sequence[str] = tuple(
                one.name
                for one in self._book.sheets_metadata
                if one.typ == kinds.WorkSheet and one.visible == seen.Visible
            )
        if not self.sheets:
            raise refusals.empty()

    def close(self) -> None:
        self._book.close()

    def rows(self, sheet: str) -> Iterator[Rows]:
        """The sheet in chunks of rows, from row 1."""
        with _faults(sheet):
            found = self._sheet(sheet)
            rows = iter(found.iter_rows())
            left = [None] * (found.start[1] if found.start else 0)
        while True:
            with _faults(sheet):
                chunk = list(islice(rows, _CHUNK))
            if not chunk:
                return
            yield [row_of((*left, *row)) for row in chunk]

    def columns(self, sheet: str) -> Iterator[Columns]:
        """The same column by column, all of a chunk equally long."""
        return map(by_columns, self.rows(sheet))

    def merged(self, sheet: str) -> Sequence[Merged]:
        """Cells that are shown as one."""
        with _faults(sheet):
            ranges = self._sheet(sheet).merged_cell_ranges or []
        return tuple((*first, *last) for first, last in ranges)

    def _sheet(self, name: str) -> python_calamine.CalamineSheet:
        if name not in self.sheets:
            raise refusals.no_such_sheet(name)
        return self._book.get_sheet_by_name(name)


@contextmanager
def _faults(sheet: str | None = None) -> Iterator[None]:
    """What calamine says, as a refusal. A panic of its own is no `Exception`."""
    try:
        yield
    except python_calamine.PasswordError as error:
        raise refusals.locked() from error
    except MemoryError as error:
        raise refusals.out_of_memory() from error
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise refusals.not_understood(str(error), sheet=sheet) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise refusals.not_understood(str(error), sheet=sheet) from error
