"""Cards with their usage as an export reads them: column by column, a chunk at a time.

A chunk is one row of lists that SQLite makes in one step, so other threads keep the interpreter
meanwhile; fetching its cards row by row would take it and give it back for each of them.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.exc import DBAPIError

from simdesk.models.audit import AuditHead
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.services.storage import audit_store, card_store, dialect
from simdesk.services.storage.engines import reader_engine
from simdesk.services.storage.export_chunks import Chunk, Columns, Stored
from simdesk.services.storage.export_usage import UsageAhead, usage_columns
from simdesk.services.storage.faults import known_trouble
from simdesk.services.storage.tables import card, card_tag, tag

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
    "opened": func.nullif(card.c.opened_at, 0),
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
    "version": card.c.version,
}
"""Fields of a card as they are stored: codes, KB, seconds since 1970, lists as lines.

A flag is 0 or 1. "tags" is read as numbers of tags and told as their names.
"""

CHUNK = 500
"""Cards read at once; what one call makes must not hold the interpreter for long."""
_TAG_SETS = 8_000  # different sets of tags whose names are remembered


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
    question = _lists(fields)
    ahead = UsageAhead(connection, card_ids, months)
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
        made: Columns = [json.loads(one) for one in told]
        if place is not None and named is not None:
            made[place] = list(map(named, made[place]))
        places = _places(ids, asked)
        if places is not None:
            made = [[values[at] for at in places.values()] for values in made]
        days = ahead.of(start, start + len(asked))
        if places is not None:
            days = days[:, list(places)]
        yield Chunk([*made, *usage_columns(days, months, daily=daily)], as_of)


@contextmanager
def reading(desk: Path) -> Iterator["CardReader"]:
    """Another process's desk, in one state, which is not locked for it. Raises KnownError."""
    engine = reader_engine(desk)
    try:
        with engine.begin() as connection:
            yield CardReader(connection)
    except DBAPIError as error:
        raise known_trouble(error, desk) or error from error
    finally:
        engine.dispose()


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


def _lists(fields: Sequence[str]) -> Select[*tuple[Any, ...]]:
    """One row: the oldest `as_of`, the ids, and a list for each field."""
    asked = dialect.given_ids()
    fill = [dialect.as_list(CARD_FIELDS[name]) for name in fields]
    return (
        select(func.min(card.c.usage_as_of), dialect.as_list(card.c.id), *fill)
        .select_from(asked)
        .join(card, card.c.id == asked.c.value)
    )


def _places(ids: Sequence[int], asked: Sequence[int]) -> dict[int, int] | None:
    """For each place in `asked` of a card that there is, its place in `ids`; None: they are equal.

    SQLite promises no order, and some cards may be gone.
    """
    if ids == asked:
        return None
    found = {one: place for place, one in enumerate(ids)}
    return {place: found[one] for place, one in enumerate(asked) if one in found}


def _tag_names(connection: Connection) -> Callable[[Stored], str | None]:
    """What turns numbers of tags, parted by commas, into their names as lines."""
    names = {row.id: row.name for row in connection.execute(select(tag.c.id, tag.c.name))}

    def named(numbers: Stored) -> str | None:
        if numbers is None:
            return None
        return "\n".join(sorted(names[int(one)] for one in str(numbers).split(",")))

    return lru_cache(_TAG_SETS)(named)
