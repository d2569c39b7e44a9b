"""The list of exported files, and cards with their usage as an export reads them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, delete, func, insert, select, update

from simdesk.models.audit import AuditHead
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.services.storage import audit_store, card_store, dialect
from simdesk.services.storage.tables import card, card_tag, export_file, tag, usage

Columns = list[Sequence[str | int | None]]
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
    "remark": card.c.remark,
    "order": card.c.order_number,
}
"""Fields of a card as they are stored: codes, KB, seconds since 1970, lists as lines."""

CHUNK = 500
"""Cards read at once; what one call makes must not hold the interpreter for long."""
_UNKNOWN = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class StoredExport:
    """A row of export_file; moments are seconds since 1970, months yyyyMM."""

    id: int
    name: str
    path: str
    format: str
    state: str
    rows: int
    size: int
    content: str
    first_month: int | None
    last_month: int | None
    daily: bool
    created_at: int
    finished_at: int | None
    error: str | None


def columns(
    connection: Connection,
    card_ids: Sequence[int],
    fields: Sequence[str],
    months: Sequence[Month],
    *,
    daily: bool,
) -> Iterator[Columns]:
    """Cards in the order of `card_ids`, at most CHUNK at a time; unknown ids are left out.

    Column by column: the `fields`, where "tags" is a list as lines; then a total in KB for each
    month, None where nothing is known; then, when `daily`, KB for each day of each month.
    """
    stored = [CARD_FIELDS[name] for name in fields if name != "tags"]
    wanted = select(card.c.id, *stored).where(dialect.ids_in(card.c.id))
    place = list(fields).index("tags") if "tags" in fields else None
    for start in range(0, len(card_ids), CHUNK):
        asked = card_ids[start : start + CHUNK]
        ids = {"ids": dialect.id_list(asked)}
        found = {row[0]: row for row in connection.execute(wanted, ids)}
        rows = [found[one] for one in asked if one in found]
        if not rows:
            continue
        places, *stored_columns = zip(*rows, strict=True)
        made: Columns = [*stored_columns]
        if place is not None:
            tags = _tags(connection, ids)
            made.insert(place, [tags.get(one) for one in places])
        made += _usage(connection, ids, places, months, daily=daily)
        yield made


_TAGS = (
    select(card_tag.c.card_id, tag.c.name)
    .join_from(card_tag, tag)
    .where(dialect.ids_in(card_tag.c.card_id))
    .order_by(tag.c.name)
)


def _tags(connection: Connection, ids: dict[str, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for card_id, name in connection.execute(_TAGS, ids):
        found[card_id] = f"{found[card_id]}\n{name}" if card_id in found else name
    return found


def _usage(
    connection: Connection,
    ids: dict[str, str],
    card_ids: Sequence[int],
    months: Sequence[Month],
    *,
    daily: bool,
) -> Columns:
    numbers = [int(str(month)) for month in months]
    asked = select(usage.c.card_id, usage.c.month, usage.c.days).where(
        dialect.ids_in(usage.c.card_id), usage.c.month.in_(numbers)
    )
    # Months first, so that a day of all cards lies in one row.
    grid = np.full((len(months), len(card_ids), 31), _UNKNOWN, dtype=np.uint32)
    found = connection.execute(asked, ids).all() if months else []
    if found:
        of_card, of_month, days = zip(*found, strict=True)
        places = {card_id: place for place, card_id in enumerate(card_ids)}
        at_month = [numbers.index(number) for number in of_month]
        at_card = [places[card_id] for card_id in of_card]
        read = np.frombuffer(b"".join(days), dtype="<u4").reshape(-1, 31)
        grid[at_month, at_card] = read
    made: Columns = [_totals(grid[place]) for place in range(len(months))]
    if daily:
        for place, month in enumerate(months):
            made.extend(_day(grid[place, :, day]) for day in range(month.days))
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


def _day(cards: Days) -> list[int | None]:
    days: list[int | None] = cards.tolist()
    return [None if day == _UNKNOWN else day for day in days] if _UNKNOWN in days else days


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
    ) -> Iterator[Columns]:
        """See `columns`."""
        return columns(self._connection, card_ids, fields, months, daily=daily)

    def usage_as_of(self, card_ids: Sequence[int]) -> datetime | None:
        """The oldest moment these cards' usage in the cycle is of."""
        return card_store.sums(self._connection, card_ids).as_of

    def audit_head(self) -> AuditHead:
        """The end of the audit's chain."""
        return audit_store.head(self._connection)


# The list of exported files


def add(connection: Connection, values: dict[str, object]) -> int:
    """Put an export on the list; its id."""
    made = connection.execute(insert(export_file).values(**values))
    key = made.inserted_primary_key
    return int(key[0]) if key is not None else 0


def change(connection: Connection, export_id: int, values: dict[str, object]) -> None:
    connection.execute(update(export_file).where(export_file.c.id == export_id).values(**values))


def remove(connection: Connection, export_id: int) -> None:
    connection.execute(delete(export_file).where(export_file.c.id == export_id))


def exports(connection: Connection) -> tuple[StoredExport, ...]:
    """All exported files, newest first."""
    asked = select(export_file).order_by(export_file.c.created_at.desc(), export_file.c.id.desc())
    return tuple(StoredExport(**row) for row in connection.execute(asked).mappings())


def end_cut_off(connection: Connection, states: Sequence[str], to: str, error: str) -> None:
    """Exports that a crash left in one of `states` are `to` now."""
    connection.execute(
        update(export_file).where(export_file.c.state.in_(states)).values(state=to, error=error)
    )
