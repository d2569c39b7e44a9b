"""Where a sync stands: the sweep of the list, and which cards it has not read yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, func, or_, select, update

from simdesk.models.commands import CardRef
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import moment, moment_or_none, seconds
from simdesk.services.storage.differences import Changes
from simdesk.services.storage.tables import card, sync_progress


@dataclass(frozen=True, slots=True)
class Sweep:
    """A walk through the whole list: `next_page` from 1; `finished_at` None while it is cut off."""

    started_at: datetime
    next_page: int
    finished_at: datetime | None = None


def last_sweep(connection: Connection, account: str) -> Sweep | None:
    asked = select(sync_progress).where(sync_progress.c.account == account)
    row = connection.execute(asked).first()
    if row is None:
        return None
    return Sweep(moment(row.started_at), row.next_page, moment_or_none(row.finished_at))


def note_sweep(connection: Connection, account: str, sweep: Sweep) -> None:
    """Remember how far the list was read, in the transaction that stores what was read."""
    row = {
        "account": account,
        "started_at": seconds(sweep.started_at),
        "next_page": sweep.next_page,
        "finished_at": None if sweep.finished_at is None else seconds(sweep.finished_at),
    }
    connection.execute(_NOTE, row)


_NOTE = dialect.upsert(sync_progress, ("account",), ("started_at", "next_page", "finished_at"))


def mark_not_listed(connection: Connection, ids: Sequence[int], since: datetime) -> Changes:
    """These cards are in the provider's list no more; they are kept."""
    gone = update(card).where(dialect.ids_in(card.c.id)).values(not_listed_since=seconds(since))
    connection.execute(gone, {"ids": dialect.id_list(ids)})
    changes = Changes()
    for card_id in ids:
        changes.add(card_id, ("missing",))
    return changes


@dataclass(frozen=True, slots=True)
class ToRead:
    """A card whose details or usage are due; `usage_at` None: its whole history is wanted."""

    id: int
    ref: CardRef
    usage_at: datetime | None


def to_read(
    connection: Connection, account: str, since: datetime, after: int, limit: int
) -> tuple[ToRead, ...]:
    """Cards whose details or usage were not read since `since`, by id from behind `after`."""
    return _found(connection, _FOLLOWING, _of(account, since) | {"after": after, "most": limit})


def stalest(
    connection: Connection, account: str, since: datetime, limit: int
) -> tuple[ToRead, ...]:
    """The cards whose details and usage were read longest ago, those never read first."""
    return _found(connection, _STALEST, _of(account, since) | {"most": limit})


def count_to_read(connection: Connection, account: str, since: datetime) -> int:
    return connection.execute(_HOW_MANY, _of(account, since)).scalar_one()


def some_to_read(connection: Connection, ids: Sequence[int]) -> tuple[ToRead, ...]:
    """The same of these cards, due or not."""
    return _found(connection, _THESE, {"ids": dialect.id_list(ids)})


def unseen(connection: Connection, account: str, since: datetime) -> tuple[ToRead, ...]:
    """Cards that a sweep begun at `since` has not met though they were listed before."""
    return _found(connection, _UNSEEN, _of(account, since))


def _of(account: str, since: datetime) -> dict[str, Any]:
    return {"owner": account, "since": seconds(since)}


_SELECT = select(card.c.id, card.c.iccid, card.c.instance_id, card.c.usage_at)
# All cards of an account are most of the desk: an index of it would read and sort them for each
# batch, where the cards themselves lie in order of their ids.
_OWN = (
    dialect.unindexed(card.c.account) == bindparam("owner"),
    card.c.not_listed_since.is_(None),
)
_DUE = _SELECT.where(
    *_OWN,
    or_(
        func.coalesce(card.c.detailed_at, -1) < bindparam("since"),
        func.coalesce(card.c.usage_at, -1) < bindparam("since"),
    ),
)
_FOLLOWING = _DUE.where(card.c.id > bindparam("after")).order_by(card.c.id).limit(bindparam("most"))
_DETAILS, _USAGE = func.coalesce(card.c.detailed_at, 0), func.coalesce(card.c.usage_at, 0)
_STALEST = _DUE.order_by(case((_DETAILS < _USAGE, _DETAILS), else_=_USAGE), card.c.id).limit(
    bindparam("most")
)
_HOW_MANY = select(func.count()).select_from(_DUE.subquery())
_THESE = _SELECT.where(dialect.ids_in(card.c.id)).order_by(card.c.id)
_UNSEEN = _SELECT.where(*_OWN, card.c.listed_at < bindparam("since"))


def _found(
    connection: Connection,
    asked: Select[int, str, str, int | None],
    values: Mapping[str, Any],
) -> tuple[ToRead, ...]:
    return tuple(
        ToRead(card_id, CardRef(iccid, instance), moment_or_none(usage_at))
        for card_id, iccid, instance, usage_at in connection.execute(asked, values)
    )
