"""An xlsx file streamed from row tuples: constant memory, no value ever a formula."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import IO

from simdesk.models.sheets import column_letters
from simdesk.services.spreadsheets.cells import (
    TITLE,
    Cells,
    Numbers,
    SharedTexts,
    format_of,
    text_cell,
)
from simdesk.services.spreadsheets.columns import Column, Kind, Row, Value
from simdesk.services.spreadsheets.in_turn import InTurn
from simdesk.services.spreadsheets.sheet_text import carried
from simdesk.services.spreadsheets.xlsx_parts import (
    MAIN,
    SHARED_TEXTS,
    about_sheet,
    parts,
    shared_texts,
)

SHEET_ROWS = 1_048_576
"""Rows a sheet can have, the header row counted."""
SHEET_COLUMNS = 16_384
SHEET_BYTES = 1_500_000_000
"""Sheets are split before this much XML, so that none needs the 64-bit zip form Excel repairs."""
SHEET_NAME = "Cards"
ABOUT_NAME = "About"
# So much is joined in one call, which lets no other thread in: well below 1 ms. Were all of a
# chunk's cells as long as can be, a sheet would still stay below what the old zip form holds.
_CHUNK_CELLS = 6_000
_LEVEL = 1
_HIDDEN = ' hidden="1"'
_AHEAD = 4  # chunks that may wait to be deflated, which lets other threads run


class XlsxWriter:
    """Writes one table into as many sheets as it needs, and a sheet about it.

    `stream` is a seekable binary file, `created` an aware moment, `name` the first sheet's in plain
    ASCII letters. `sheet_rows` and `sheet_bytes` are lower in tests. Call `write` any number of
    times, then `finish` once. Raises what the stream raises, at the latest in `finish`; the caller
    then calls `abandon` and discards the file. Sheets are deflated by a thread of their own.
    """

    def __init__(
        self,
        stream: IO[bytes],
        columns: Sequence[Column],
        created: datetime,
        *,
        name: str = SHEET_NAME,
        sheet_rows: int = SHEET_ROWS,
        sheet_bytes: int = SHEET_BYTES,
    ) -> None:
        if not 0 < len(columns) <= SHEET_COLUMNS:
            raise ValueError(f"{len(columns)} columns do not fit a sheet")
        self._outlet = _Outlet(stream)
        self._zip = zipfile.ZipFile(self._outlet, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        self._columns = tuple(columns)
        numbers = Numbers()
        self._shared = SharedTexts()
        self._cells = tuple(Cells(column, numbers, self._shared) for column in columns)
        self._created = created
        self._first_name = name
        self._sheet_rows = sheet_rows
        self._sheet_bytes = sheet_bytes
        self._chunk = max(1, _CHUNK_CELLS // len(columns))
        self._sheets: list[tuple[str, int]] = []
        self._member: IO[bytes] = io.BytesIO()
        self._pressing = InTurn("desk-deflate", _AHEAD)
        try:
            self._open_sheet()
        except BaseException:
            self.abandon()
            raise

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out so far."""
        return sum(cells.left_out for cells in self._cells)

    def write(self, rows: Sequence[Row]) -> None:
        """Append rows, each as long as the columns."""
        if rows:
            self.write_columns(list(zip(*rows, strict=True)))

    def write_columns(self, columns: Sequence[Sequence[Value]]) -> None:
        """Append rows given column by column."""
        start, count = 0, len(columns[0])
        while start < count:
            if self._row >= self._sheet_rows or self._bytes >= self._sheet_bytes:
                self._close_sheet()
                self._open_sheet()
            room = min(self._chunk, self._sheet_rows - self._row, count - start)
            self._write_chunk([values[start : start + room] for values in columns], room)
            start += room

    def finish(self, about: Sequence[tuple[str, str]], marker: Sequence[tuple[str, str]]) -> None:
        """Close the table, add the sheet about it and the parts that hold the file together."""
        self._close_sheet()
        self._pressing.end()
        self._sheets.append((ABOUT_NAME, 0))
        self._put(f"xl/worksheets/sheet{len(self._sheets)}.xml", about_sheet(about))
        self._put(SHARED_TEXTS, *shared_texts(self._shared.elements))
        for name, content in parts(self._sheets, len(self._columns), self._created, marker):
            self._put(name, content)
        self._zip.close()

    def abandon(self) -> None:
        """Let go of a file that will not be finished; nothing more is written to it."""
        self._pressing.end()
        self._outlet.shut()
        self._member.close()
        self._zip.close()

    def _write_chunk(self, columns: Sequence[Sequence[Value]], count: int) -> None:
        begun = [f'<row r="{number}">' for number in range(self._row + 1, self._row + 1 + count)]
        cells = [one.of(values) for one, values in zip(self._cells, columns, strict=True)]
        rows = map("".join, zip(begun, *cells, strict=True))
        content = ("</row>".join(rows) + "</row>").encode()
        self._pressing.do(partial(self._member.write, content))
        self._row += count
        self._bytes += len(content)

    def _open_sheet(self) -> None:
        number = len(self._sheets) + 1
        self._name = self._first_name if number == 1 else f"{self._first_name} {number}"
        self._member = self._zip.open(f"xl/worksheets/sheet{number}.xml", "w")
        head = _sheet_head(self._columns, selected=number == 1).encode()
        self._member.write(head)
        self._row = 1
        self._bytes = len(head)

    def _close_sheet(self) -> None:
        self._pressing.settle()
        self._member.write(_sheet_end(self._columns, self._row).encode())
        self._member.close()
        self._sheets.append((self._name, self._row))

    def _put(self, name: str, *content: str) -> None:
        with self._zip.open(name, "w") as member:
            for piece in content:
                member.write(piece.encode())


class _Outlet:
    """The way to the stream, which can be shut: a zip file writes its end even when given up."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._place = 0
        self._shut = False

    def shut(self) -> None:
        self._shut = True

    def write(self, content: bytes) -> int:
        if not self._shut:
            self._stream.write(content)
        self._place += len(content)
        return len(content)

    def tell(self) -> int:
        return self._place

    def seek(self, place: int, whence: int = 0) -> int:
        if not self._shut:
            self._place = self._stream.seek(place, whence)
        return self._place

    def flush(self) -> None:
        if not self._shut:
            self._stream.flush()

    def close(self) -> None:
        """The stream is its owner's to close."""


def _sheet_head(columns: Sequence[Column], *, selected: bool) -> str:
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{column.width:g}" customWidth="1" '
        f'style="{format_of(column.kind)}"{_HIDDEN if column.hidden else ""}/>'
        for number, column in enumerate(columns, 1)
    )
    titles = "".join(text_cell(carried(column.title), TITLE) for column in columns)
    tab = ' tabSelected="1"' if selected else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView{tab} workbookViewId="0">'
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
        "</sheetView></sheetViews>"
        f'<cols>{widths}</cols><sheetData><row r="1">{titles}</row>'
    )


def _sheet_end(columns: Sequence[Column], last_row: int) -> str:
    last = column_letters(len(columns) - 1)
    texts = " ".join(
        f"{column_letters(index)}1:{column_letters(index)}{last_row}"
        for index, column in enumerate(columns)
        if column.kind in (Kind.ID, Kind.WORDS)
    )
    # Text that looks like a number is meant: no warning triangle on every id.
    ignored = f'<ignoredError sqref="{texts}" numberStoredAsText="1"/>' if texts else ""
    return (
        f'</sheetData><autoFilter ref="A1:{last}{last_row}"/>'
        f"{f'<ignoredErrors>{ignored}</ignoredErrors>' if ignored else ''}</worksheet>"
    )
