"""Usage of an export's cards: read ahead in the order of the file, told in the order asked for."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, Connection, select

from simdesk.models.periods import Month
from simdesk.services.storage import dialect
from simdesk.services.storage.export_chunks import Columns
from simdesk.services.storage.tables import usage

Days = npt.NDArray[np.uint32]

_DAYS = 31
_UNKNOWN = 0xFFFFFFFF
_UNKNOWN_MONTH = b"\xff\xff\xff\xff" * _DAYS
_AHEAD = 40_000
"""Months of cards held at once, 124 bytes each. More would save more reading, but nobody could
call it off meanwhile."""
_STEP = 500


class UsageAhead:
    """Days of `card_ids` in `months`.

    A card's months lie beside those of its neighbours by id. An export follows another order, and
    would read a page of the file for each card; of many cards at once some share a page.
    """

    def __init__(
        self, connection: Connection, card_ids: Sequence[int], months: Sequence[Month]
    ) -> None:
        self._connection = connection
        self._card_ids = card_ids
        self._months = len(months)
        asked = dialect.given_ids()
        self._question = select(
            *(dialect.as_hex(_days_of(asked.c.value, month), _UNKNOWN_MONTH) for month in months)
        ).select_from(asked)
        self._most = max(_STEP, _AHEAD // max(1, self._months))
        self._begin, self._days = 0, self._nothing(0)

    def of(self, begin: int, end: int) -> Days:
        """KB of the cards at these places: by month, card and day, 0xFFFFFFFF for unknown.

        Places never go back, and there are at most 500.
        """
        if end > self._begin + self._days.shape[1]:
            self._begin = begin
            self._days = self._read(self._card_ids[begin : begin + self._most])
        return self._days[:, begin - self._begin : end - self._begin]

    def _read(self, card_ids: Sequence[int]) -> Days:
        read = self._nothing(len(card_ids))
        if not self._months:
            return read
        ids = np.asarray(card_ids, dtype=np.int64)
        order = np.argsort(ids, kind="stable")
        for start in range(0, len(order), _STEP):
            places = order[start : start + _STEP]
            listed = {"ids": dialect.id_list(ids[places].tolist())}
            row = self._connection.execute(self._question, listed).one()
            for month, told in enumerate(row):
                days = np.frombuffer(bytes.fromhex(told), dtype="<u4")
                read[month, places] = days.reshape(-1, _DAYS)
        return read

    def _nothing(self, cards: int) -> Days:
        return np.full((self._months, cards, _DAYS), _UNKNOWN, dtype=np.uint32)


def _days_of(card_id: ColumnElement[int], month: Month) -> ColumnElement[bytes]:
    held = (usage.c.card_id == card_id) & (usage.c.month == int(str(month)))
    return select(usage.c.days).where(held).scalar_subquery()


def usage_columns(days: Days, months: Sequence[Month], *, daily: bool) -> Columns:
    """A total in KB for each month, then, when `daily`, KB for each day; None where unknown."""
    made: Columns = [_totals(of_month) for of_month in days]
    if daily:
        for of_month, month in zip(days, months, strict=True):
            unknown = bool((of_month == _UNKNOWN).any())
            by_day = of_month.T.tolist()[: month.days]
            made.extend(_known(day) if unknown else day for day in by_day)
    return made


def _totals(days: Days) -> list[int | None]:
    known = days != _UNKNOWN
    totals = np.where(known, days, 0).sum(axis=1, dtype=np.int64).tolist()
    if known.any(axis=1).all():
        return list(totals)
    return [
        total if any_known else None
        for total, any_known in zip(totals, known.any(axis=1).tolist(), strict=True)
    ]


def _known(day: list[int]) -> list[int | None]:
    return [None if kb == _UNKNOWN else kb for kb in day]
