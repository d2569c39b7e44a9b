"""The one way into a spreadsheet: what kind of file it is, and who may read it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from simdesk.models.sheets import OwnMark, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.spreadsheets.reading import limits, refusals
from simdesk.services.spreadsheets.reading.archive import Archive
from simdesk.services.spreadsheets.reading.csv_text import CsvText
from simdesk.services.spreadsheets.reading.foreign_xlsx import ForeignXlsx
from simdesk.services.spreadsheets.reading.guard import guard
from simdesk.services.spreadsheets.reading.marks import mark_of
from simdesk.services.spreadsheets.reading.own_cells import NotOursError
from simdesk.services.spreadsheets.reading.own_xlsx import OwnXlsx, own_sheets
from simdesk.services.spreadsheets.reading.shapes import Columns, Merged, Rows

if TYPE_CHECKING:
    from simdesk.services.spreadsheets.reading.large_xlsx import LargeXlsx

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_LOOK = 4_000_000
_WORKBOOK, _BINARY_WORKBOOK, _MIMETYPE = "xl/workbook.xml", "xl/workbook.bin", "mimetype"


class Source(Protocol):
    """An open spreadsheet. Everything may raise SheetRejectedError.

    `format` is "xlsx" or "csv"; `own` tells what our export says of itself, None for others and
    for csv; `sheets` are the names, in order.
    """

    @property
    def format(self) -> str: ...
    @property
    def own(self) -> OwnMark | None: ...
    @property
    def sheets(self) -> Sequence[str]: ...

    def rows(self, sheet: str) -> Iterator[Rows]:
        """Chunks of consecutive rows from row 1 of the sheet; each row ends where it likes."""
        ...

    def columns(self, sheet: str) -> Iterator[Columns]:
        """The same column by column, all of a chunk equally long: quicker for our own exports."""
        ...

    def merged(self, sheet: str) -> Sequence[Merged]:
        """Cells shown as one: first row, first column, last row, last column, from 0."""
        ...


@contextmanager
def open_source(path: Path) -> Iterator[Source]:
    """Open a spreadsheet for reading, once it has passed what guards there are.

    Meant for a child process with little memory and little time: what no look beforehand can
    stop, ends that process. Raises SheetRejectedError.
    """
    with ExitStack() as stack:
        try:
            file = stack.enter_context(path.open("rb"))
            size = path.stat().st_size
            head = file.read(len(_OLE))
        except OSError as error:
            raise refusals.not_there(path.name, error.strerror or str(error)) from error
        if not size:
            raise refusals.empty()
        if head == _OLE:
            raise _old_format(file)
        if head.startswith(_ZIP):
            yield _workbook(stack, path, file, size)
        else:
            yield CsvText(path, size)


def _old_format(file: IO[bytes]) -> SheetRejectedError:
    if _ENCRYPTED in file.read(_OLE_LOOK):
        return refusals.locked()
    return refusals.not_a_sheet(
        text(QT_TRANSLATE_NOOP("trade", "The file is in the format of Excel 97 (xls)."))
    )


def _workbook(stack: ExitStack, path: Path, file: IO[bytes], size: int) -> Source:
    if size > limits.OWN_PACKED:
        raise refusals.too_many_bytes(limits.OWN_PACKED)
    archive = Archive(file, size)
    stack.callback(archive.close)
    if _WORKBOOK not in archive.names:
        raise _no_workbook(archive)
    mark = mark_of(archive)
    sheets = own_sheets(archive) if mark is not None else None
    if mark is None or sheets is None:
        return _foreign(stack, path, archive, mark)
    archive.allowed = limits.OWN_UNPACKED
    return _Own(stack, path, archive, OwnXlsx(archive, mark, sheets))


def _no_workbook(archive: Archive) -> SheetRejectedError:
    names = archive.names
    if _BINARY_WORKBOOK in names:
        what = text(QT_TRANSLATE_NOOP("trade", "The file is a binary workbook (xlsb)."))
    elif _MIMETYPE in names:
        what = text(QT_TRANSLATE_NOOP("trade", "The file is an OpenDocument file, not xlsx."))
    else:
        what = text(QT_TRANSLATE_NOOP("trade", "The file is a zip file without a workbook."))
    return refusals.not_a_sheet(what)


def _foreign(
    stack: ExitStack, path: Path, archive: Archive, mark: OwnMark | None
) -> "ForeignXlsx | LargeXlsx":
    """A file of others, or one that only says it is ours: the limits of others hold."""
    if archive.size > limits.FOREIGN_PACKED:
        raise refusals.too_many_bytes(limits.FOREIGN_PACKED)
    archive.allowed = limits.FOREIGN_UNPACKED
    found = ForeignXlsx(path, mark) if guard(archive) else _large(path, mark)
    stack.callback(found.close)
    return found


def _large(path: Path, mark: OwnMark | None) -> "LargeXlsx":
    # openpyxl takes as long to begin as a small sheet to read, and few are so large.
    from simdesk.services.spreadsheets.reading.large_xlsx import LargeXlsx

    return LargeXlsx(path, mark)


class _Own:
    """Our export: read the quick way as far as our writer wrote it, the rest like a foreign one."""

    format = "xlsx"

    def __init__(self, stack: ExitStack, path: Path, archive: Archive, quick: OwnXlsx) -> None:
        self.own = quick.own
        self.sheets = quick.sheets
        self._stack = stack
        self._path = path
        self._archive = archive
        self._quick = quick
        self._slow: ForeignXlsx | LargeXlsx | None = None

    def rows(self, sheet: str) -> Iterator[Rows]:
        for columns in self.columns(sheet):
            yield list(zip(*columns, strict=True))

    def columns(self, sheet: str) -> Iterator[Columns]:
        if sheet not in self.sheets:
            raise refusals.no_such_sheet(sheet)
        read = 0
        try:
            for columns in self._quick.columns(sheet):
                yield columns
                read += len(columns[0])
        except NotOursError:
            yield from _after(self._as_foreign().columns(sheet), read)

    def merged(self, sheet: str) -> Sequence[Merged]:
        return () if self._slow is None else self._slow.merged(sheet)

    def _as_foreign(self) -> "ForeignXlsx | LargeXlsx":
        if self._slow is None:
            self._slow = _foreign(self._stack, self._path, self._archive, self.own)
        return self._slow


def _after(chunks: Iterator[Columns], read: int) -> Iterator[Columns]:
    """What comes after the first rows."""
    for columns in chunks:
        rows = len(columns[0])
        if read < rows:
            yield [column[read:] for column in columns] if read else columns
        read = max(0, read - rows)
