"""A review's file filled from a spreadsheet, in the reading process."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from simdesk.models.reviews import MOST_REFUSED, Refused, ReviewOf
from simdesk.models.sheets import Rejection, SheetRejectedError, column_letters
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.paths import DESK_FILE
from simdesk.services.apart import POSSIBLE, apart
from simdesk.services.providers.review_file import write_review
from simdesk.services.reviewing.messages import FirstRows, Message, Ordering, RowsRead
from simdesk.services.reviewing.shaping import Shaping
from simdesk.services.reviewing.sources import chunks
from simdesk.services.reviewing.troubles import heard_of, told_of
from simdesk.services.spreadsheets.reading.shapes import Columns
from simdesk.services.spreadsheets.reading.source import Source
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.review_filling import FIRST_ROWS, ReviewFile

TOLD_EVERY: Final = 5_000
"""Rows between two words of how far it is."""
_ICCID = "iccid"


class Filling:
    """Fills the desk's file in `folder` from an open spreadsheet.

    `begun` is what is known of the review before a row is read. `tell` hears how far it is; when
    the first rows can be looked at, `wait` is called and returns when somebody did. `ours` says
    that lists are written as our exports write them; `copying` lets a copy of the process read.
    """

    def __init__(
        self,
        source: Source,
        begun: ReviewOf,
        folder: Path,
        tell: Callable[[Message], None],
        wait: Callable[[], None],
        *,
        ours: bool,
        copying: bool = POSSIBLE,
    ) -> None:
        self._copying = copying
        self._shaping = Shaping(begun.mapping, own=ours)
        self._source = source
        self._review = begun
        self._folder = folder
        self._tell = tell
        self._wait = wait
        self._read = self._told_at = self._last = 0
        self._refused: list[Refused] = []
        self._rows_refused = self._cells_refused = 0
        self._starts: list[tuple[str, int]] = []

    def fill(self) -> None:
        """Raises SheetRejectedError when nothing can be shown, sqlite3.Error for the disk."""
        review = self._review
        problem = review.mapping.problem()
        if problem is not None:
            raise _no_cards(problem)
        at = seconds(review.at)
        path = self._folder / DESK_FILE
        with ReviewFile(path, review.identity, review.account, at) as file:
            for sheet, number, columns in self._read_apart():
                self._put(file, sheet, number, columns)
            steps = len(file.later)
            for done, twins in enumerate(file.finish(), start=1):
                self._twins_refused(twins)
                self._tell(Ordering(done, steps))
            if not file.rows:
                raise _nothing(self._refused)
            write_review(self._folder, self._ended(file.rows))

    def _read_apart(self) -> Iterator[tuple[str, int, Columns]]:
        return apart(self._chunks(), told_of, heard_of, copying=self._copying)

    def _chunks(self) -> Iterator[tuple[str, int, Columns]]:
        """Rows of all sheets: the sheet, the number of the first row, and the columns."""
        mapping = self._review.mapping
        for sheet in mapping.sheets:
            for number, columns in chunks(self._source, sheet, mapping.header_row + 1):
                size = len(columns[0])
                step = size if size <= TOLD_EVERY else FIRST_ROWS
                for begin in range(0, size, step):
                    yield sheet, number + begin, [one[begin : begin + step] for one in columns]

    def _put(self, file: ReviewFile, sheet: str, number: int, columns: Columns) -> None:
        if not self._starts or self._starts[-1][0] != sheet:
            self._starts.append((sheet, self._starts[-1][1] + self._last if self._starts else 0))
        shaped = self._shaping.shape(sheet, self._starts[-1][1], number, columns)
        self._refuse(shaped.refused)
        seen = file.rows
        if file.put(shaped.cards) and seen < FIRST_ROWS:
            self._tell(FirstRows(file.rows))
            self._wait()
        size = len(columns[0])
        self._last = number + size - 1
        self._read += size
        if self._read - self._told_at >= TOLD_EVERY:
            self._told_at = self._read
            self._tell(RowsRead(self._read))

    def _refuse(self, refused: Sequence[Refused]) -> None:
        self._refused += refused[: MOST_REFUSED - len(self._refused)]
        rows = sum(one.whole_row for one in refused)
        self._rows_refused += rows
        self._cells_refused += len(refused) - rows

    def _twins_refused(self, twins: Sequence[tuple[int, int]]) -> None:
        """Rows whose card stands in an earlier row already."""
        if not twins:
            return
        so_far = replace(self._review, starts=tuple(self._starts))
        place = next(one.index for one in self._review.mapping.columns if one.key == _ICCID)
        self._refuse([_twin(so_far, card_id, first, place) for card_id, first in twins])

    def _ended(self, rows: int) -> ReviewOf:
        keys = self._review.mapping.keys
        return replace(
            self._review,
            rows=rows,
            refused_rows=self._rows_refused,
            refused_cells=self._cells_refused,
            refused=tuple(sorted(self._refused, key=lambda one: not one.whole_row)),
            starts=tuple(self._starts),
            skipped_totals=sum(key.startswith("month.") for key in keys),
        )


def _twin(review: ReviewOf, card_id: int, first: int, place: int) -> Refused:
    sheet, row = review.place_of(card_id)
    first_sheet, first_row = review.place_of(first)
    return Refused(
        sheet,
        row,
        f"{column_letters(place)}{row}",
        Rejection.BAD_VALUE,
        text(
            QT_TRANSLATE_NOOP("trade", "The same ICCID stands in row {row} of “{sheet}” already."),
            row=first_row,
            sheet=first_sheet,
        ),
        text(QT_TRANSLATE_NOOP("trade", "The first of the two rows is shown.")),
        whole_row=True,
    )


_MAP_IT = text(QT_TRANSLATE_NOOP("trade", "Say which column holds the ICCIDs of the cards."))


def _no_cards(why: Text) -> SheetRejectedError:
    return SheetRejectedError(Rejection.NO_CARDS, why, _MAP_IT)


def _nothing(refused: Sequence[Refused]) -> SheetRejectedError:
    """Not one card: the first row that was refused says why."""
    if not refused:
        return SheetRejectedError(
            Rejection.EMPTY,
            text(QT_TRANSLATE_NOOP("trade", "There is no row with a card below the titles.")),
            text(QT_TRANSLATE_NOOP("trade", "Choose another sheet or another file.")),
        )
    first = next((one for one in refused if one.whole_row), refused[0])
    why = first.why if first.why is Rejection.NUMBER_FOR_ID else Rejection.NO_CARDS
    return SheetRejectedError(
        why,
        text(
            QT_TRANSLATE_NOOP("trade", "Not one row is a card. Cell {cell}: {why}"),
            cell=first.cell,
            why=first.message,
        ),
        first.remedy if why is Rejection.NUMBER_FOR_ID else _MAP_IT,
        sheet=first.sheet,
        cell=first.cell,
    )
