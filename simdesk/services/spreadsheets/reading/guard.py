"""A look at every part of a foreign file before its reader sees it.

calamine takes memory for every place between the first and the last cell of a sheet, and cannot say
no: where memory ends, the process does. So what it would need is counted here, from a stream.
"""

import re
from dataclasses import dataclass

from simdesk.models.sheets import SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.spreadsheets.reading import limits, refusals
from simdesk.services.spreadsheets.reading.archive import Archive

_XML = (".xml", ".rels", ".vml")
_DOCTYPE, _ROW, _SHARED = b"<!DOCTYPE", b"<row", b"<si"
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_PLACED = re.compile(rb'\sr\s*=\s*["\'][A-Za-z]')
"""A cell that says where it is."""
_FILLED = re.compile(rb'\sr\s*=\s*["\']([A-Za-z]+)([0-9]+)["\'][^<>]*(?<!/)>')
"""One that also holds something, with its column and row: a blank one takes no place."""
_CELL, _PREFIXED_CELL = re.compile(rb"<c[\s/>]"), re.compile(rb":c[\s/>]")
_CLAIM = re.compile(rb'ount\s*=\s*["\']\s*[+]?0*([0-9]{7,})')
"""How many texts, merged cells or formats there will be: its reader sets memory aside for them."""
_SHEET_END = b"worksheet>"
_NUMBER = re.compile(rb'[^>]*?\sr\s*=\s*["\']([0-9]{1,18})["\']')
_FAR_ROW = re.compile(rb'row\s[^>]*?\br\s*=\s*["\'][+]?0*[0-9]{8,}')
"""A row that no sheet has: openpyxl would give all the blank ones before it."""
_OVERLAP = 64
_LONGEST_TAG = 2_000


@dataclass(slots=True)
class _Seen:
    """What of a part has gone by. Rows and columns are counted from 1."""

    size: int = 0
    cells: int = 0
    places: int = 0
    """Cells that say where they are."""
    last_row: int = 0
    last_column: int = 0
    widest: int = 0
    """Cells of the row that has the most, for rows whose cells do not say where they are."""
    shared: int = 0
    claimed: int = 0

    @property
    def box(self) -> int:
        """Places from the first row and column to the last."""
        columns = max(self.last_column, self.widest if self.places < self.cells else 0)
        return self.last_row * columns

    @property
    def need(self) -> int:
        """Bytes that calamine needs for it, roughly."""
        words = max(0, self.size - limits.XML_PER_CELL * self.cells)
        return (
            limits.BYTES_PER_PLACE * self.box
            + limits.BYTES_PER_CELL * (self.cells + self.shared)
            + (words if self.cells or self.shared else 0)
        )


def guard(archive: Archive) -> bool:
    """Read all parts to their end: whether calamine has room for each sheet.

    Raises SheetRejectedError for what must not go further.
    """
    texts = largest = most = 0
    for name in archive.names:
        if not name.casefold().endswith(_XML):
            for _ in archive.pieces(name):
                pass
            continue
        seen = _look(archive, name)
        if seen.cells:
            largest, most = max(largest, seen.need), max(most, seen.cells)
        elif seen.shared:
            texts += seen.need
    if texts > limits.TEXTS_BYTES:
        raise refusals.too_large(
            text(
                QT_TRANSLATE_NOOP("trade", "The texts of the file need {size} MB."),
                size=texts // limits.MB,
            )
        )
    if texts + largest <= limits.READER_BYTES:
        return True
    if archive.size < most * limits.PACKED_PER_CELL:
        raise refusals.too_large(
            text(
                QT_TRANSLATE_NOOP("trade", "The file is small and has {cells} cells."),
                cells=f"{most:,}",
            )
        )
    return False


def _look(archive: Archive, name: str) -> _Seen:
    seen, left = _Seen(), b""
    for piece in archive.pieces(name):
        if not seen.size and piece.startswith(_OTHER_ENCODINGS):
            raise refusals.damaged_part(name)
        seen.size += len(piece)
        if _DOCTYPE in left[-_OVERLAP:] + piece:
            raise refusals.unsafe(
                text(QT_TRANSLATE_NOOP("trade", "The file holds a document type declaration."))
            )
        left += piece
        # Whole rows where there are some, or up to a tag that may go on.
        cut = max(left.rfind(_ROW), 0) or max(left.rfind(b"<"), len(left) - _LONGEST_TAG)
        _count(seen, left[:cut])
        left = left[cut:]
        _check(seen, name)
    _count(seen, left)
    _check(seen, name)
    if seen.cells and _SHEET_END not in left[-_LONGEST_TAG:]:
        raise refusals.damaged_part(name)  # its reader would be content with half of it
    return seen


def _check(seen: _Seen, name: str) -> None:
    claims = seen.claimed * limits.BYTES_PER_CELL > limits.READER_BYTES
    if claims or seen.last_row > limits.ROWS or seen.last_column > limits.COLUMNS:
        raise refusals.damaged_part(name)
    if seen.cells > limits.CELLS or seen.box > limits.PLACES:
        raise _too_many_cells(seen)


def _count(seen: _Seen, xml: bytes) -> None:
    cells = _cells(xml)
    seen.shared += xml.count(_SHARED)
    for claim in _CLAIM.findall(xml):
        seen.claimed = max(seen.claimed, int(claim[:20]))
    if _FAR_ROW.search(xml):
        seen.last_row = limits.ROWS + 1
    if not cells:
        return
    seen.cells += cells
    seen.places += len(_PLACED.findall(xml))
    filled = _FILLED.findall(xml)
    columns, rows = {column for column, _ in filled}, {row[:9] for _, row in filled}
    seen.last_column = max(seen.last_column, *map(_column, columns), 0)
    seen.last_row = max(seen.last_row, *map(int, rows), 0)
    if seen.places < seen.cells:
        _count_unplaced(seen, xml)


def _cells(xml: bytes) -> int:
    """How many there are; text that only looks like one counts too."""
    prefixed = len(_PREFIXED_CELL.findall(xml)) if b":c" in xml else 0
    return len(_CELL.findall(xml)) + prefixed


def _count_unplaced(seen: _Seen, xml: bytes) -> None:
    """Rows whose cells lie one after the other."""
    for row in xml.split(_ROW)[1:]:
        cells = _cells(row)
        seen.widest = max(seen.widest, cells)
        if cells:
            number = _NUMBER.match(row)
            seen.last_row = max(seen.last_row + 1, int(number[1]) if number else 0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + letter - 64
    return number


def _too_many_cells(seen: _Seen) -> SheetRejectedError:
    return refusals.too_large(
        text(
            QT_TRANSLATE_NOOP(
                "trade", "A sheet has {cells} cells and reaches to row {row}, column {column}."
            ),
            cells=f"{seen.cells:,}",
            row=f"{seen.last_row:,}",
            column=f"{max(seen.last_column, seen.widest):,}",
        )
    )
