"""Cards with their usage as an export reads them: column by column, a chunk at a time.

A chunk is one row of lists that SQLite makes in one step, so other threads keep the interpreter
meanwhile; fetching its cards row by row would take it and give it back for each of them.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, Connection, Select, func, select

from simdesk.models.audit import AuditHead
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.services.storage import audit_store, card_store, dialect
from simdesk.services.storage.tables import card, card_tag, tag, usage

Stored = str | int | None
Columns = list[Sequence[Stored]]
Days = npt.NDArray[np.uint32]

CARD_FIELDS = {
    "iccid": card.c.iccid,
    "msisdns": card.c.msisdns,
    "imsis": card.c.imsis,
    "carrier": card.c.carrier,
    "voucher": card.c.voucher,
    "plan": card.c.plan_type,
    "cycle": card.c.cycle,
    "tier": card.c.tier_kb,
    "status": card.c.status,
    "specific": card.c.specific,
    "method": card.c.activation_method,
    "opened": card.c.opened_at,
    "activated": card.c.activated_at,
    "expires": card.c.expires_at,
    "usage": card.c.cycle_usage_kb,
    "left": card.c.cycle_left_kb,
    "sms": card.c.sms_used,
    "sim_type": card.c.sim_type,
    "network": card.c.network,
    "apn": card.c.apn,
    "imei": card.c.imei,
    "certified": card.c.certified,
    "auto_renew": card.c.auto_renew,
    "limit": func.coalesce(card.c.card_limit_kb, card.c.voucher_limit_kb),
    "group": card.c.directional_group,
    "tags": select(func.group_concat(card_tag.c.tag_id))
    .where(card_tag.c.card_id == card.c.id)
    .scalar_subquery(),
    "remark": card.c.remark,
    "order": card.c.order_number,
}
"""Fields of a card as they are stored: codes, KB, seconds since 1970, lists as lines.

A flag is 0 or 1. "tags" is read as numbers of tags and told as their names.
"""

CHUNK = 500
"""Cards read at once; what one call makes must not hold the interpreter for long."""
_DAYS = 31
_UNKNOWN = 0xFFFFFFFF
_UNKNOWN_MONTH = b"\xff\xff\xff\xff" * _DAYS
_TAG_SETS = 8_000  # different sets of tags whose names are remembered


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive cards, `columns` as asked for; their usage in the cycle is of `as_of` or later.

    `as_of` is seconds since 1970.
    """

    columns: Columns
    as_of: int


def columns(
    connection: Connection,
    card_ids: Sequence[int],
    fields: Sequence[str],
    months: Sequence[Month],
    *,
    daily: bool,
) -> Iterator[Chunk]:
    """Cards in the order of `card_ids`, at most CHUNK at a time; unknown ids are left out.

    Column by column: the `fields`, where "tags" is a list as lines; then a total in KB for each
    month, None where nothing is known; then, when `daily`, KB for each day of each month.
    """
    question = _lists(fields, months)
    place = list(fields).index("tags") if "tags" in fields else None
    named = _tag_names(connection) if place is not None else None
    for start in range(0, len(card_ids), CHUNK):
        asked = list(card_ids[start : start + CHUNK])
        as_of, found, *told = tuple(
            connection.execute(question, {"ids": dialect.id_list(asked)}).one()
        )
        ids: list[int] = json.loads(found)
        if not ids:
            continue
        made: Columns = [json.loads(one) for one in told[: len(fields)]]
        if place is not None and named is not None:
            made[place] = list(map(named, made[place]))
        made += _usage(told[len(fields) :], months, daily=daily)
        yield Chunk(made if ids == asked else _ordered(made, ids, asked), as_of)


class CardReader:
    """What an export asks of one consistent state of the file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(self, question: CardFilter, sort: Sort) -> Sequence[int]:
        """All cards of the question, in order."""
        return card_store.ids(self._connection, question, sort)

    def columns(
        self,
        card_ids: Sequence[int],
        fields: Sequence[str],
        months: Sequence[Month],
        *,
        daily: bool,
    ) -> Iterator[Chunk]:
        """See `columns`."""
        return columns(self._connection, card_ids, fields, months, daily=daily)

    def audit_head(self) -> AuditHead:
        """The end of the audit's chain."""
        return audit_store.head(self._connection)


def _lists(fields: Sequence[str], months: Sequence[Month]) -> Select[*tuple[Any, ...]]:
    """One row: the oldest `as_of`, the ids, a list for each field, and each month's days."""
    asked = dialect.given_ids()
    fill = [dialect.as_list(CARD_FIELDS[name]) for name in fields]
    days = [dialect.as_hex(_days_of(month), _UNKNOWN_MONTH) for month in months]
    return (
        select(func.min(card.c.usage_as_of), dialect.as_list(card.c.id), *fill, *days)
        .select_from(asked)
        .join(card, card.c.id == asked.c.value)
    )


def _days_of(month: Month) -> ColumnElement[bytes]:
    held = (usage.c.card_id == card.c.id) & (usage.c.month == int(str(month)))
    return select(usage.c.days).where(held).scalar_subquery()


def _ordered(made: Columns, ids: Sequence[int], asked: Sequence[int]) -> Columns:
    """The columns in the order of `asked`: SQLite promises none, and some cards may be gone."""
    places = {one: place for place, one in enumerate(ids)}
    wanted = [places[one] for one in asked if one in places]
    return [[values[place] for place in wanted] for values in made]


def _tag_names(connection: Connection) -> Callable[[Stored], str | None]:
    """What turns numbers of tags, parted by commas, into their names as lines."""
    names = {row.id: row.name for row in connection.execute(select(tag.c.id, tag.c.name))}

    def named(numbers: Stored) -> str | None:
        if numbers is None:
            return None
        return "\n".join(sorted(names[int(one)] for one in str(numbers).split(",")))

    return lru_cache(_TAG_SETS)(named)


def _usage(read: Sequence[str], months: Sequence[Month], *, daily: bool) -> Columns:
    """Totals and days of all months from each month's days in hexadecimal."""
    grids = [np.frombuffer(bytes.fromhex(one), dtype="<u4").reshape(-1, _DAYS) for one in read]
    made: Columns = [_totals(grid) for grid in grids]
    if daily:
        for grid, month in zip(grids, months, strict=True):
            days = grid.T.tolist()[: month.days]
            unknown = bool((grid == _UNKNOWN).any())
            made.extend(_known(day) if unknown else day for day in days)
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
