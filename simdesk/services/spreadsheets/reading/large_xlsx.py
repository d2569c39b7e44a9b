"""Workbooks of others that are too large for calamine's memory: streamed by openpyxl, slowly."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path

import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from simdesk.models.sheets import OwnMark, SheetRejectedError
from simdesk.services.spreadsheets.reading import refusals
from simdesk.services.spreadsheets.reading.shapes import Columns, Merged, Rows, by_columns, row_of

_CHUNK = 1_000


class LargeXlsx:
    """A workbook whose rows are read one by one, at about 140,000 cells a second.

    Values come as `ForeignXlsx` gives them, but for a midnight, which has its time, a whole number,
    which is an int, and the word of an error ("#N/A"), which stays. Which cells are merged is not
    known without reading to the end; a fleet of this size comes from a program, which merges none.
    """

    format = "xlsx"

    def __init__(self, path: Path, mark: OwnMark | None) -> None:
        self.own = mark
        with ExitStack() as stack, _faults():
            # Given a path, openpyxl leaves the file open when it does not understand it.
            file = stack.enter_context(path.open("rb"))
            self._book = openpyxl.load_workbook(
                file, read_only=True, data_only=True, keep_links=False
            )
            self._sheets: dict[str, ReadOnlyWorksheet] = {
                one.title: one for one in self._book.worksheets if one.sheet_state == "visible"
            }
            self.sheets: Sequence[str] = tuple(self._sheets)
            if not self.sheets:
                raise refusals.empty()
            self.close = stack.pop_all().close

    def rows(self, sheet: str) -> Iterator[Rows]:
        """The sheet in chunks of rows, from row 1."""
        if sheet not in self._sheets:
            raise refusals.no_such_sheet(sheet)
        with _faults(sheet):
            found = self._sheets[sheet]
            found.reset_dimensions()  # what a file says of its size need not be so
            rows = found.iter_rows(values_only=True)
        while True:
            with _faults(sheet):
                chunk = [row_of(row) for row in islice(rows, _CHUNK)]
            if not chunk:
                return
            yield chunk

    def columns(self, sheet: str) -> Iterator[Columns]:
        """The same column by column, all of a chunk equally long."""
        return map(by_columns, self.rows(sheet))

    def merged(self, sheet: str) -> Sequence[Merged]:
        """Nothing is known of them."""
        del sheet
        return ()


@contextmanager
def _faults(sheet: str | None = None) -> Iterator[None]:
    """openpyxl throws what its parts throw, a dozen kinds, and warns of what it leaves out."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except SheetRejectedError:
        raise
    except MemoryError as error:
        raise refusals.out_of_memory() from error
    except Exception as error:
        raise refusals.not_understood(str(error), sheet=sheet) from error
