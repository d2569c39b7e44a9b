"""Dates and times in spreadsheets: cells, serial numbers and what people write (domain.md 1)."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from simdesk.models.periods import ZONE, last_second, midnight
from simdesk.models.sheet_cells import BLANKS, Column, Remembering, Value, unread
from simdesk.models.sheet_mapping import DateOrder
from simdesk.models.sheets import Cell
from simdesk.models.texts import QT_TRANSLATE_NOOP

_NO_MOMENT = QT_TRANSLATE_NOOP("trade", "“{words}” is not a date that SimDesk can read.")
_DAY_SECONDS = 86_400
_AHEAD: Final = 8 * 3600
"""Seconds by which the clock in Shanghai is ahead of UTC, since 1992 all year."""
_TO_1970 = 25_569
_TO_1904 = 1_462
_LATEST: Final = 4_700_000_000
_FIRST_SERIAL, _LAST_SERIAL = 33_604, 80_000
"""Serial days that are dates, 1992 to 2119: a smaller number is a mistake more often."""
_CLOCK = (
    r"(?:[T\s]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?\s*(am|pm)?"
    r"\s*(z|utc|[+-][0-9]{2}:?[0-9]{2}|asia/shanghai)?)?"
)
_YEAR_FIRST = re.compile(
    rf"([0-9]{{4}})(?:[-/.]|\s*年\s*)([0-9]{{1,2}})(?:[-/.]|\s*月\s*)([0-9]{{1,2}})\s*日?{_CLOCK}",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(
    rf"([0-9]{{1,2}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{4}}){_CLOCK}", re.IGNORECASE
)
_RUN_ON = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?:([0-9]{2})([0-9]{2})([0-9]{2}))?")
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")


class Moments:
    """Reads moments of Shanghai's clock as seconds of UTC since 1970.

    A date alone is its midnight; where a plan `ends`, its last second (domain.md 3.4).
    """

    def __init__(self, order: DateOrder, *, from_1904: bool, ends: bool) -> None:
        self._order = order
        self._ends = ends
        self._shift = _TO_1970 - (_TO_1904 if from_1904 else 0)
        self._texts = Remembering(self._of_text)

    def __call__(self, cells: Column) -> list[Value]:
        shift = self._shift
        try:
            made = [
                None if cell is None else int((cell - shift) * _DAY_SECONDS + 0.5) - _AHEAD  # type: ignore[operator]  # text raises
                for cell in cells
            ]
        except (TypeError, ValueError, OverflowError):
            return list(map(self._one, cells))
        known = [at for at in made if at is not None]
        low = (_FIRST_SERIAL - _TO_1970) * _DAY_SECONDS
        if not known or (min(known) >= low and max(known) < _LATEST and not self._ends):
            return list(made)
        return list(map(self._one, cells))

    def _one(self, cell: Cell) -> Value:
        match cell:
            case None:
                return None
            case str():
                return self._texts.one(cell)
            case datetime():
                return int((cell if cell.tzinfo else cell.replace(tzinfo=ZONE)).timestamp())
            case date():
                return self._of_day(cell)
            case bool() | time():
                return unread(cell, _NO_MOMENT)
        return self._of_serial(cell)

    def _of_serial(self, serial: float) -> Value:
        day = serial - self._shift + _TO_1970
        if not _FIRST_SERIAL <= day <= _LAST_SERIAL:
            return unread(serial, _NO_MOMENT)
        if float(serial).is_integer():
            return self._of_day(date(1970, 1, 1) + timedelta(days=int(serial) - self._shift))
        return int((serial - self._shift) * _DAY_SECONDS + 0.5) - _AHEAD

    def _of_day(self, day: date) -> int:
        return int((last_second(day) if self._ends else midnight(day)).timestamp())

    def _of_text(self, cell: Cell) -> Value:
        words = unicodedata.normalize("NFKC", str(cell)).strip()
        if not words or words.casefold() in BLANKS:
            return None
        if _SERIAL.fullmatch(words):
            return self._of_serial(float(words))
        try:
            found = self._parsed(words)
        except (ValueError, OverflowError):
            found = None
        if found is None:
            return unread(cell, _NO_MOMENT)
        return found

    def _parsed(self, words: str) -> int | None:
        found = _RUN_ON.fullmatch(words) or _YEAR_FIRST.fullmatch(words)
        if found is not None:
            year, month, day, *clock = found.groups()
        elif self._order != "ymd" and (found := _YEAR_LAST.fullmatch(words)) is not None:
            first, second, year, *clock = found.groups()
            day, month = (first, second) if self._order == "dmy" else (second, first)
        else:
            return None  # or nobody said which of its numbers is the month
        on = date(int(year), int(month), int(day))
        return self._of_day(on) if clock[0] is None else _moment(on, clock)


def _moment(on: date, clock: Sequence[str | None]) -> int:
    """Hour, minute and second of a day, then perhaps am or pm, and a zone."""
    hour, minute, second, half, zone = (*clock, None, None)[:5]
    of_day = int(hour or 0)
    if half is not None:
        of_day = of_day % 12 + (12 if half.casefold() == "pm" else 0)
    told = time(of_day, int(minute or 0), int(second or 0))
    if zone is None or "/" in zone:
        return int(datetime.combine(on, told, ZONE).timestamp())
    offset = zone if zone[0] in "+-" else "+00:00"
    return int(datetime.fromisoformat(f"{on}T{told}{offset}").timestamp())
