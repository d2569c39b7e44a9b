"""Our own exports, read at the speed at which they unpack.

Our writer gives every row all its cells, none of which tells its place, and no text holds a bare
"<". So a piece of a sheet split at "<c" is its cells, and every n-th of them is a column.
"""

import re
from collections.abc import Iterator

from simdesk.models.sheets import OwnMark
from simdesk.services.spreadsheets.reading.archive import Archive
from simdesk.services.spreadsheets.reading.limits import SHARED_TEXT_BYTES
from simdesk.services.spreadsheets.reading.own_cells import NotOursError, OwnCells, shared_texts
from simdesk.services.spreadsheets.reading.own_rows import OwnRows
from simdesk.services.spreadsheets.reading.shapes import Columns
from simdesk.services.spreadsheets.xlsx_parts import MAIN, SHARED_TEXTS

_HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">'
_SHEETS = re.compile(r'<sheet name="([A-Za-z0-9 ]{1,31})" sheetId="([0-9]+)" r:id="rId\2"/>')
_DATA, _DATA_END, _ROW, _CELL, _ROW_END = "<sheetData>", "</sheetData>", "<row", "<c", "</row>"
_LONGEST_HEAD = 4_000_000
"""Bytes before the first row: the widths of 16,384 columns are a third of that."""
_LONGEST_ROW = 64_000_000
_WORKBOOK_BYTES = 20_000_000
"""Ours is a thousand bytes; others who keep our mark may list all their names and links."""


def own_sheets(archive: Archive) -> dict[str, str] | None:
    """The part of each sheet by its name, in order; None if our writer did not write the file."""
    if not {"xl/workbook.xml", SHARED_TEXTS}.issubset(archive.names):
        return None
    workbook = archive.whole("xl/workbook.xml", _WORKBOOK_BYTES).decode("utf-8", "replace")
    listed = workbook.partition("<sheets>")[2].partition("</sheets>")[0]
    sheets = {one[1]: f"xl/worksheets/sheet{one[2]}.xml" for one in _SHEETS.finditer(listed)}
    if not sheets or _SHEETS.sub("", listed) or len(set(sheets.values())) < len(sheets):
        return None
    return sheets if all(_begins_as_ours(archive, part) for part in sheets.values()) else None


def _begins_as_ours(archive: Archive, part: str) -> bool:
    if part not in archive.names:
        return False
    pieces = archive.pieces(part)
    try:
        return next(pieces, b"").startswith(_HEAD.encode())
    finally:
        pieces.close()


class OwnXlsx:
    """An export as our writer wrote it, untouched; constant memory, whatever its size."""

    def __init__(self, archive: Archive, mark: OwnMark, sheets: dict[str, str]) -> None:
        self.own: OwnMark | None = mark
        self.sheets = tuple(sheets)
        self._archive = archive
        self._parts = sheets
        self._shared: list[str] | None = None

    def columns(self, sheet: str) -> Iterator[Columns]:
        """The sheet in chunks of a hundred rows or more, from row 1, column by column.

        Moments come as days since 1899-12-30 in Asia/Shanghai, sizes in MB, as they are stored.
        Raises NotOursError once something is met that our writer does not write.
        """
        cells, rows = OwnCells(self._texts()), OwnRows(self._texts())
        number = 1
        for xml in self._rows_of(self._parts[sheet]):
            made = rows.columns(xml, number)
            if made is None:
                columns = _split(xml, number)
                titles = number == 1  # they are of another sort than what is below them
                rows.learn([column[titles:] for column in columns])
                made = [cells.of(column) for column in columns]
            number += len(made[0])
            yield made

    def _texts(self) -> list[str]:
        if self._shared is None:
            content = self._archive.whole(SHARED_TEXTS, SHARED_TEXT_BYTES)
            self._shared = shared_texts(_decoded(content))
        return self._shared

    def _rows_of(self, part: str) -> Iterator[str]:
        """The XML of whole rows, as many as a piece has."""
        pieces = self._archive.pieces(part)
        try:
            left = _begun(pieces)
            row, end = _ROW.encode(), _DATA_END.encode()
            for piece in pieces:
                left += piece
                if (last := left.find(end)) >= 0:
                    break
                if (last := left.rfind(row)) > 0:
                    yield _decoded(left[:last])
                    left = left[last:]
                elif len(left) > _LONGEST_ROW:
                    raise NotOursError(part)
            last = left.find(end)
            if last < 0:
                raise NotOursError(part)
            if last:
                yield _decoded(left[:last])
            for _ in pieces:
                pass  # to the end, where the checksum is compared
        finally:
            pieces.close()


def _begun(pieces: Iterator[bytes]) -> bytes:
    """What follows the beginning of the rows in the first pieces."""
    head, data = b"", _DATA.encode()
    for piece in pieces:
        head += piece
        before, begun, after = head.partition(data)
        if begun:
            return after
        if len(before) > _LONGEST_HEAD:
            break
    raise NotOursError


def _split(xml: str, number: int) -> list[list[str]]:
    """The cells of rows from row `number` on, column by column; each without its "<c".

    That a row ends among the cells of another column shows when they are made values.
    """
    cells = xml.split(_CELL)
    width = xml.count(_CELL, 0, xml.find(_ROW_END))
    rows, rest = divmod(len(cells) - 1, width) if width else (0, 1)
    if rest:
        raise NotOursError
    columns = [cells[place::width] for place in range(1, width + 1)]
    ends = [cell.partition(_ROW_END) for cell in columns[-1]]
    columns[-1] = [cell for cell, _, _ in ends]
    begun = [cells[0], *(after for _, end, after in ends if end)]
    plain = cells[0] == "<row>"
    wanted = ["<row>" if plain else f'<row r="{one}">' for one in range(number, number + rows)]
    if begun != [*wanted, ""]:
        raise NotOursError
    return columns


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise NotOursError from error
