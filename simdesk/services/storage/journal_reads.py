"""What the journal tells: operations with their counts, items, and what is in doubt."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, func, select
from sqlalchemy import text as sql

from simdesk.models.commands import CardRef
from simdesk.models.operations import ItemRow, ItemState
from simdesk.models.orders import Money
from simdesk.services.storage.dialect import id_list, ids_in
from simdesk.services.storage.journal_entry import WHOLE
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import attempt, evidence, op_item, operation


@dataclass(frozen=True, slots=True)
class StoredOperation:
    """An operation as kept; moments are seconds of UTC."""

    id: str
    request_json: str
    state: str
    requested_by: str
    requested_at: int
    amount: Money | None
    hold: str | None
    hold_reason: str | None
    not_before: int | None
    reverses: str | None
    reason: str


ItemKey = tuple[str, int]
"""An item by its operation and its place there."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An item whose effect is open: all that is needed to recognise it. Moments: seconds of UTC."""

    op_id: str
    seq: int
    card_id: int
    ref: CardRef
    serial: str
    state: ItemState
    request_json: str
    before_json: str
    price: Money | None
    order_number: str | None
    sent_at: int
    answered_at: int
    """When the last attempt ended, or was found cut off: from then on late effects are awaited."""
    acted_at: int | None = None
    """When an earlier act on the card was last found done, but not by looking at the card; None
    where there was none."""


def newest_first(query: Select[Any]) -> Select[Any]:
    """Operations by the order they were written in; SQLite keeps it in rowid."""
    return query.order_by(sql("operation.rowid DESC"))


def operations(connection: Connection) -> list[StoredOperation]:
    """Every operation, newest first, without those that are just being entered."""
    return [
        StoredOperation(
            row.id,
            row.request_json,
            row.state,
            row.requested_by,
            row.requested_at,
            _money(row.amount_minor, row.currency),
            row.hold,
            row.hold_reason,
            row.not_before,
            row.reverses,
            row.reason,
        )
        for row in connection.execute(newest_first(select(operation).where(WHOLE)))
    ]


def counts(connection: Connection, op_ids: Collection[str]) -> dict[str, dict[ItemState, int]]:
    """Items by state for each of these operations, zeros included."""
    found = {op_id: dict.fromkeys(ItemState, 0) for op_id in op_ids}
    query = (
        select(op_item.c.op_id, op_item.c.state, func.count())
        .where(op_item.c.op_id.in_(op_ids))
        .group_by(op_item.c.op_id, op_item.c.state)
    )
    for op_id, state, count in connection.execute(query):
        found[op_id][ItemState(state)] = count
    return found


def items(
    connection: Connection,
    op_id: str,
    states: Collection[ItemState] | None,
    offset: int,
    limit: int,
) -> tuple[ItemRow, ...]:
    """A page of an operation's items, in order."""
    query = select(op_item).where(op_item.c.op_id == op_id)
    if states is not None:
        query = query.where(op_item.c.state.in_([state.value for state in states]))
    query = query.order_by(op_item.c.seq).offset(offset).limit(limit)
    return tuple(
        ItemRow(
            row.op_id,
            row.seq,
            row.card_id,
            row.iccid,
            ItemState(row.state),
            _money(row.amount_minor, row.currency),
            row.order_number,
            row.code,
            row.reason,
            row.attempts,
        )
        for row in connection.execute(query)
    )


def card_ids(connection: Connection, op_id: str, states: Collection[ItemState]) -> tuple[int, ...]:
    """Cards of the items in these states, in order."""
    query = (
        select(op_item.c.card_id)
        .where(op_item.c.op_id == op_id, op_item.c.state.in_([state.value for state in states]))
        .order_by(op_item.c.seq)
    )
    return tuple(connection.scalars(query))


def places(connection: Connection, op_id: str, states: Collection[ItemState]) -> dict[int, int]:
    """The place of each card whose item is in one of these states, in order.

    Without items that were asked for anew already, unless that was never sent: whoever asks for
    one twice would have it done twice.
    """
    query = (
        select(op_item.c.card_id, op_item.c.seq)
        .where(
            op_item.c.op_id == op_id,
            op_item.c.state.in_([state.value for state in states]),
            op_item.c.seq.not_in(_anew(op_id)),
        )
        .order_by(op_item.c.seq)
    )
    return {row.card_id: row.seq for row in connection.execute(query)}


def _anew(op_id: str) -> Select[tuple[int]]:
    """The places in an operation that another one has asked for anew, and may have sent."""
    return select(op_item.c.replaces_seq).where(
        op_item.c.replaces_op == op_id, op_item.c.state.not_in(("SKIPPED", "WITHDRAWN"))
    )


def asked_anew(connection: Connection, keys: Sequence[ItemKey]) -> bool:
    """Whether one of these items was asked for anew already, and may have been sent since."""
    return any(
        not places.isdisjoint(connection.scalars(_anew(op_id)))
        for op_id, places in _by_operation(keys).items()
    )


def request_of(connection: Connection, op_id: str) -> str | None:
    """The request of one operation as JSON; None for an id nobody knows."""
    return connection.scalar(_REQUEST, {"of": op_id})


_REQUEST = select(operation.c.request_json).where(operation.c.id == bindparam("of"))


def open_items(connection: Connection, limit: int | None) -> list[ItemKey]:
    """Items that are UNKNOWN or ACCEPTED, oldest send first."""
    most = _NO_LIMIT if limit is None else limit
    return [tuple(row) for row in connection.execute(_OPEN_KEYS, {"most": most})]


_NO_LIMIT = 2**62
_OPEN_KEYS = (
    select(op_item.c.op_id, op_item.c.seq)
    .where(OPEN_ITEM, op_item.c.state.in_(("UNKNOWN", "ACCEPTED")))
    .order_by(op_item.c.sent_at, op_item.c.op_id, op_item.c.seq)
    .limit(bindparam("most"))
)


def doubts(connection: Connection, keys: Sequence[ItemKey]) -> list[Doubt]:
    """Those of these items that are still UNKNOWN or ACCEPTED, in the order given."""
    found: dict[ItemKey, Doubt] = {}
    for op_id, seqs in _by_operation(keys).items():
        for row in connection.execute(_DOUBTFUL, {"of": op_id, "ids": id_list(list(seqs))}):
            found[op_id, row.seq] = _doubt(row)
    return [found[key] for key in keys if key in found]


def accepted_count(connection: Connection, op_id: str, after: int) -> int:
    """How many items behind place `after` are accepted, and not confirmed."""
    asked = select(func.count()).where(
        op_item.c.op_id == op_id, op_item.c.seq > after, op_item.c.state == "ACCEPTED"
    )
    return connection.scalar(asked.select_from(op_item)) or 0


def done_items(connection: Connection, op_id: str, after: int, limit: int) -> list[Doubt]:
    """Items behind place `after` that are done, as one would look at them in doubt."""
    asked = (
        select(*_WANTED)
        .join(operation, operation.c.id == op_item.c.op_id)
        .where(op_item.c.op_id == op_id, op_item.c.seq > after, op_item.c.state == "DONE")
        .order_by(op_item.c.seq)
        .limit(limit)
    )
    return [_doubt(row) for row in connection.execute(asked)]


def _by_operation(keys: Iterable[ItemKey]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for op_id, seq in keys:
        found.setdefault(op_id, set()).add(seq)
    return found


_ENDED_AT = (
    select(func.max(attempt.c.ended_at))
    .where(attempt.c.op_id == op_item.c.op_id, attempt.c.seq == op_item.c.seq)
    .scalar_subquery()
)
_earlier = op_item.alias("earlier")
_ACTED_AT = (
    select(func.max(_earlier.c.settled_at))
    .where(
        _earlier.c.card_id == op_item.c.card_id,
        _earlier.c.state == "DONE",
        _earlier.c.sent_at <= op_item.c.sent_at,
        _earlier.c.serial != op_item.c.serial,
        # What the card itself has shown, every later image shows as well.
        ~exists().where(
            evidence.c.op_id == _earlier.c.op_id,
            evidence.c.seq == _earlier.c.seq,
            evidence.c.source == "card",
        ),
    )
    .scalar_subquery()
)
_WANTED = (
    op_item,
    operation.c.request_json,
    _ENDED_AT.label("ended_at"),
    _ACTED_AT.label("acted_at"),
)
_DOUBTFUL = (
    select(*_WANTED)
    .join(operation, operation.c.id == op_item.c.op_id)
    .where(
        op_item.c.op_id == bindparam("of"),
        ids_in(op_item.c.seq),
        op_item.c.state.in_(("UNKNOWN", "ACCEPTED")),
    )
)


def _doubt(row: Any) -> Doubt:  # noqa: ANN401 - a row of _DOUBTFUL
    return Doubt(
        row.op_id,
        row.seq,
        row.card_id,
        CardRef(row.iccid, row.instance_id),
        row.serial,
        ItemState(row.state),
        row.request_json,
        row.before_json,
        _money(row.amount_minor, row.currency),
        row.order_number,
        row.sent_at,
        row.sent_at if row.ended_at is None else row.ended_at,
        row.acted_at,
    )


def _money(minor: int | None, currency: str | None) -> Money | None:
    return None if minor is None or currency is None else Money(minor, currency)
