"""csv files: texts alone, row by row, in constant memory."""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, cast

from simdesk.models.sheet_fields import key_of_title
from simdesk.models.sheets import Cell, OwnMark, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.spreadsheets.reading import limits, refusals
from simdesk.services.spreadsheets.reading.csv_shape import (
    LONGEST_FIELD,
    delimiter_of,
    encoding_of,
)
from simdesk.services.spreadsheets.reading.shapes import Columns, Merged, Rows, by_columns
from simdesk.services.spreadsheets.sheet_text import unguarded

OWN_TITLES = (
    "ICCID",
    "MSISDN",
    "IMSI",
    "Carrier",
    "Plan voucher",
    "Plan type",
    "Billing cycle",
    "Data tier (MB)",
    "SIM card status",
    "Specific status",
    "Activation method",
    "Account opened (Asia/Shanghai)",
    "Activated (Asia/Shanghai)",
    "Plan expires (Asia/Shanghai)",
    "Cumulative traffic in cycle (MB)",
    "Remaining (MB)",
    "SMS used",
    "Card type",
    "APN",
    "Network",
    "Device IMEI",
    "Real-name",
    "Auto-renew",
    "Usage limit (MB)",
    "Directional group",
    "Tags",
    "Remarks",
    "Order",
)
"""How the header of our own csv begins, in English."""
_OWN_KEYS = tuple(map(key_of_title, OWN_TITLES))
_CHUNK = 1_000
_LONGEST_LINE = 16_000_000


def is_own(head: Sequence[str]) -> bool:
    """Our own csv begins with these columns in this order, whatever language its titles speak.

    A leading quote below such a header is our guard, to be taken off.
    """
    return tuple(map(key_of_title, head[: len(_OWN_KEYS)])) == _OWN_KEYS


class CsvText:
    """A csv file as one sheet, which has the file's name. Blank fields are None.

    Raises SheetRejectedError for a file that is no text.
    """

    format = "csv"
    own: OwnMark | None = None

    def __init__(self, path: Path, size: int) -> None:
        self.sheets: Sequence[str] = (path.stem,)
        self._path = path
        self._encoding = encoding_of(path)
        self._begin = 0
        with self._opened() as file:
            if file.read(200).lstrip().startswith("<"):
                raise _markup()
        with self._opened() as file:
            self._delimiter, self._begin = delimiter_of(file)
        with self._opened() as file:
            head = next(self._parsed(file), [])
        self._ours = is_own(head)
        most = limits.OWN_UNPACKED if self._ours else limits.FOREIGN_UNPACKED
        if size > most:
            raise refusals.too_many_bytes(most)

    def rows(self, sheet: str) -> Iterator[Rows]:
        """The file in chunks of rows, from its first line."""
        if sheet not in self.sheets:
            raise refusals.no_such_sheet(sheet)
        return self._own_rows() if self._ours else self._foreign_rows()

    def columns(self, sheet: str) -> Iterator[Columns]:
        """The same column by column, all of a chunk equally long."""
        return map(by_columns, self.rows(sheet))

    def merged(self, sheet: str) -> Sequence[Merged]:
        """A csv file cannot merge cells."""
        del sheet
        return ()

    def _own_rows(self) -> Iterator[Rows]:
        with self._opened() as file:
            parsed = self._parsed(file)
            while chunk := list(islice(parsed, _CHUNK)):
                yield [
                    [unguarded(one) or None for one in row]
                    if "'" in "".join(row)
                    else [one or None for one in row]
                    for row in chunk
                ]

    def _foreign_rows(self) -> Iterator[Rows]:
        """By pandas, which has to know how many fields the longest row has."""
        import pandas as pd

        with self._opened() as file:
            width = max(map(len, self._parsed(file)), default=0)
        if not width:
            raise refusals.empty()
        if width > limits.COLUMNS:
            raise _too_wide()
        with self._opened() as file:
            try:
                chunks = pd.read_csv(
                    file,
                    sep=self._delimiter,
                    header=None,
                    names=range(width),
                    index_col=False,
                    dtype=str,
                    keep_default_na=False,
                    na_filter=False,
                    skip_blank_lines=False,
                    chunksize=_CHUNK,
                )
                for chunk in chunks:
                    yield [_blanks(row) for row in chunk.to_numpy(dtype=object).tolist()]
            except (ValueError, OverflowError) as error:
                raise _unreadable(str(error)) from error
            except MemoryError as error:
                raise refusals.out_of_memory() from error

    def _opened(self) -> IO[str]:
        file = self._path.open(encoding=self._encoding, newline="")
        file.read(self._begin)
        return cast("IO[str]", file)

    def _parsed(self, file: IO[str]) -> Iterator[list[str]]:
        csv.field_size_limit(LONGEST_FIELD)
        reader = csv.reader(_lines(file), delimiter=self._delimiter)
        try:
            yield from reader
        except csv.Error as error:
            raise _unreadable(f"{error}, after line {reader.line_num}") from error


def _blanks(fields: Sequence[str]) -> Sequence[Cell]:
    row = [one or None for one in fields]
    while row and row[-1] is None:
        row.pop()
    return row


def _lines(file: IO[str]) -> Iterator[str]:
    while line := file.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise csv.Error("a line without an end")
        yield line


def _unreadable(words: str) -> SheetRejectedError:
    return refusals.damaged(
        text(
            QT_TRANSLATE_NOOP("trade", "The csv file cannot be understood: {words}."),
            words=" ".join(words.split())[:200],
        )
    )


def _too_wide() -> SheetRejectedError:
    return refusals.too_large(
        text(
            QT_TRANSLATE_NOOP("trade", "A row of the file has more than {most} fields."),
            most=f"{limits.COLUMNS:,}",
        )
    )


def _markup() -> SheetRejectedError:
    return refusals.not_a_sheet(
        text(QT_TRANSLATE_NOOP("trade", "The file is a web page or XML, whatever its name says."))
    )
