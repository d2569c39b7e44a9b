"""Rows of a spreadsheet as the columns of the card table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from simdesk.models.periods import Month, midnight
from simdesk.models.reviews import Refused
from simdesk.models.sheet_cells import Column, Reader, Refusal, Value
from simdesk.models.sheet_fields import ROW_VERSION, WISH
from simdesk.models.sheet_mapping import Mapping as SheetMapping
from simdesk.models.sheet_values import reader_of
from simdesk.models.sheets import Rejection, column_letters
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.voucher import Voucher, voucher_or_none
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.quiet_store import quiet_from
from simdesk.services.storage.review_filling import BLANKS, CardRows, Stored
from simdesk.services.storage.usage_store import month_number, packed_days

Values = list[Any]
_COLUMNS: Final[Mapping[str, str]] = {
    **{name: name for name in ("iccid", "msisdns", "imsis", "carrier", "voucher", "cycle")},
    **{name: name for name in ("status", "specific", "sim_type", "apn", "network", "imei")},
    **{name: name for name in ("certified", "auto_renew", "remark")},
    "plan": "plan_type",
    "tier": "tier_kb",
    "method": "activation_method",
    "opened": "opened_at",
    "activated": "activated_at",
    "expires": "expires_at",
    "usage": "cycle_usage_kb",
    "left": "cycle_left_kb",
    "sms": "sms_used",
    "limit": "card_limit_kb",
    "group": "directional_group",
    "order": "order_number",
    ROW_VERSION: "version",
}
"""The column of the card table that a field is kept in."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """Some rows: the cards in them, and what was refused."""

    cards: CardRows
    refused: Sequence[Refused]


class Shaping:
    """Makes cards of rows, by one mapping. `own` is an export of ours.

    Monthly totals are left out: no day is known of them, and usage is kept by the day.
    """

    def __init__(self, mapping: SheetMapping, *, own: bool) -> None:
        self._places = {one.key: one.index for one in mapping.columns}
        self._readers: dict[str, Reader] = {
            one.key: reader_of(one, own=own, order=mapping.date_order, from_1904=mapping.from_1904)
            for one in mapping.columns
            if not one.key.startswith("month.")
        }
        self._days = _by_month(mapping.keys)
        self._fields = [key for key in _COLUMNS if key in self._readers]

    def shape(self, sheet: str, start: int, first: int, columns: Sequence[Column]) -> Shaped:
        """Rows of the sheet by columns, all equally long: the one numbered `first` and those below.

        Rows count from 1. A card's id is its row's number, counted on from `start`.
        """
        size = len(columns[0]) if columns else 0
        blank: Column = (None,) * size
        values = {
            key: read(columns[at] if (at := self._places[key]) < len(columns) else blank)
            for key, read in self._readers.items()
        }
        numbers: Sequence[int] = range(first, first + size)
        iccids, refused = values["iccid"], list[Refused]()
        if set(map(type, iccids)) != {str}:
            refused += self._rows_refused(iccids, columns, sheet, first)
            kept = [at for at, iccid in enumerate(iccids) if isinstance(iccid, str)]
            numbers = [first + at for at in kept]
            values = {key: [column[at] for at in kept] for key, column in values.items()}
        for key, column in values.items():
            if Refusal in set(map(type, column)):
                refused += self._cells_refused(key, column, sheet, numbers)
                values[key] = [None if isinstance(one, Refusal) else one for one in column]
        return Shaped(self._cards([start + number for number in numbers], values), refused)

    def _rows_refused(
        self, iccids: Sequence[Value], columns: Sequence[Column], sheet: str, first: int
    ) -> Iterator[Refused]:
        """Rows that are no cards; those without any cell filled are nothing at all."""
        place = self._places["iccid"]
        for at, iccid in enumerate(iccids):
            if isinstance(iccid, Refusal):
                yield _refused(sheet, first + at, place, iccid, whole_row=True)
            elif iccid is None and any(column[at] not in (None, "") for column in columns):
                yield _refused(sheet, first + at, place, _NO_ICCID, whole_row=True)

    def _cells_refused(
        self, key: str, column: Sequence[Value], sheet: str, numbers: Sequence[int]
    ) -> Iterator[Refused]:
        for number, value in zip(numbers, column, strict=True):
            if isinstance(value, Refusal):
                yield _refused(sheet, number, self._places[key], value, whole_row=False)

    def _cards(self, ids: Sequence[int], values: Mapping[str, Values]) -> CardRows:
        columns: dict[str, Values] = {_COLUMNS[key]: values[key] for key in self._fields}
        if "voucher" in columns:
            _told_by_vouchers(columns)
        _told_by_status(columns)
        for name, column in columns.items():
            blank = BLANKS.get(name)
            if blank is not None and None in column:
                columns[name] = [blank if one is None else one for one in column]
        usage: list[tuple[int, int, bytes]] = []
        if self._days:
            usage, columns["quiet_since"] = _usage(ids, self._days, values)
        return CardRows(
            ids,
            columns,
            tags=_pairs(ids, values.get("tags", ())),
            wishes=_pairs(ids, values.get(WISH, ())),
            usage=usage,
        )


def _pairs(ids: Sequence[int], values: Sequence[str | None]) -> list[tuple[int, str]]:
    return [(card_id, words) for card_id, words in zip(ids, values, strict=False) if words]


_NO_ICCID = Refusal(
    Rejection.BAD_VALUE,
    text(QT_TRANSLATE_NOOP("trade", "This row has no ICCID.")),
    text(QT_TRANSLATE_NOOP("trade", "If this row is a card, write its whole ICCID as text.")),
)


def _refused(sheet: str, number: int, place: int, why: Refusal, *, whole_row: bool) -> Refused:
    cell = f"{column_letters(place)}{number}"
    return Refused(sheet, number, cell, why.why, why.message, why.remedy, whole_row)


# What one field tells of others

_OF_VOUCHER: Final[Mapping[str, Callable[[Voucher], Stored]]] = {
    "carrier": lambda voucher: voucher.carrier.value,
    "plan_type": lambda voucher: voucher.plan_type.value,
    "cycle": lambda voucher: voucher.cycle.value,
    "rate_version": lambda voucher: voucher.rate_version,
    "tier_kb": lambda voucher: voucher.tier_kb,
    "pool_id": lambda voucher: voucher.pool_id,
}
_voucher = lru_cache(maxsize=65_536)(voucher_or_none)


def _told_by_vouchers(columns: dict[str, Values]) -> None:
    """What a card's voucher says of carrier, plan, cycle, tier and pool (domain.md 3.1).

    A column of its own is believed rather.
    """
    parts = [None if words is None else _voucher(words) for words in columns["voucher"]]
    for name, tell in _OF_VOUCHER.items():
        column = columns.get(name)
        if column is None:
            blank = BLANKS.get(name)
            columns[name] = [blank if one is None else tell(one) for one in parts]
        elif None in column:
            columns[name] = [
                tell(one) if value is None and one is not None else value
                for value, one in zip(column, parts, strict=True)
            ]


_SPECIFIC_ALONE: Final[Mapping[int, int]] = {
    status.value: only[0].value
    for status in SimStatus
    if len(only := [one for one in SpecificStatus if one.parent is status]) == 1
}
"""Statuses that have one specific status: it needs no telling."""
_STATUSES: Final = frozenset(one.value for one in SimStatus)
_PARENTS: Final[Mapping[int, int]] = {one.value: one.parent.value for one in SpecificStatus}


def _told_by_status(columns: dict[str, Values]) -> None:
    """A specific status tells the status; a status the specific one where there is only one.

    Where the status itself is told in the words of a specific one, it is both.
    """
    status, specific = columns.get("status"), columns.get("specific")
    if status is not None:
        if specific is None:
            columns["specific"] = [
                _SPECIFIC_ALONE.get(one, one if one in _PARENTS and one not in _STATUSES else 0)
                for one in status
            ]
        columns["status"] = [one if one in _STATUSES else _PARENTS.get(one, one) for one in status]
    elif specific is not None:
        columns["status"] = [_PARENTS.get(one, 0) for one in specific]


# Usage by days


def _by_month(keys: Iterable[str]) -> list[tuple[Month, list[str]]]:
    """The months of which some day has a column, oldest first, with the keys of all their days."""
    months = sorted({Month.parse(key[4:10]) for key in keys if key.startswith("day.")})
    return [(month, [f"day.{month}{day:02d}" for day in range(1, 32)]) for month in months]


def _usage(
    ids: Sequence[int], months: Sequence[tuple[Month, list[str]]], values: Mapping[str, Values]
) -> tuple[list[tuple[int, int, bytes]], Values]:
    """Rows of usage, and since when each card is quiet (see `quiet_store`)."""
    unknown: Values = [None] * len(ids)
    told: list[tuple[int, int, bytes]] = []
    by_card: list[list[tuple[Month, bytes]]] = [[] for _ in ids]
    for month, days in months:
        columns = [values.get(day, unknown) for day in days]
        number = month_number(month)
        for card_id, known, of_card in zip(ids, by_card, zip(*columns, strict=True), strict=True):
            packed = packed_days(of_card)
            if packed != _NOTHING_KNOWN:
                told.append((card_id, number, packed))
                known.insert(0, (month, packed))
    since = (quiet_from(known) for known in by_card)
    return told, [None if day is None else seconds(midnight(day)) for day in since]


_NOTHING_KNOWN: Final = packed_days((None,) * 31)
