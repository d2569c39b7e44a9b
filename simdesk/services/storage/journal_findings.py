"""How doubt ends: readings of cards and what they show of items, written down together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, func, insert, select, update

from simdesk.models.commands import CardRef
from simdesk.models.ledger import Cause
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.services.storage import ledger_store
from simdesk.services.storage.codec import moment
from simdesk.services.storage.detail_store import Reading, put_readings
from simdesk.services.storage.differences import Changes
from simdesk.services.storage.tables import evidence, op_item


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reading, an order or a person showed about an item that was in doubt."""

    op_id: str
    seq: int
    at: int
    before: ItemState
    after: ItemState
    source: str
    finding: str
    by: str
    order_number: str | None = None
    charged: Money | None = None
    """What its order says was charged."""


def put_findings(
    connection: Connection,
    account: str,
    read: Mapping[CardRef, Reading],
    asked_at: datetime,
    findings: Sequence[Finding],
) -> Changes:
    """What was read becomes the desk's truth together with what it shows, or neither does."""
    changes = put_readings(connection, account, read, asked_at)
    record(connection, findings)
    return changes


def record(connection: Connection, findings: Sequence[Finding]) -> None:
    """Lift doubts, each with its evidence; an item that moved meanwhile keeps its state."""
    if not findings:
        return
    rows = [
        {
            "of": one.op_id,
            "at_seq": one.seq,
            "at": one.at,
            "final_at": one.at if one.after.final else None,
            "was": one.before.value,
            "to": one.after.value,
            "its_source": one.source,
            "found": one.finding,
            "who": one.by,
            "number": one.order_number,
        }
        for one in findings
    ]
    connection.execute(_ADD_EVIDENCE, rows)
    connection.execute(_LIFT, rows)
    for one in findings:
        if one.charged is not None and one.after is ItemState.DONE:
            cause = Cause(one.op_id, one.seq)
            ledger_store.put_charge(connection, cause, one.charged, moment(one.at))


_ITEM = and_(op_item.c.op_id == bindparam("of"), op_item.c.seq == bindparam("at_seq"))
_ADD_EVIDENCE = insert(evidence).from_select(
    ["op_id", "seq", "at", "source", "finding", "by"],
    select(
        op_item.c.op_id,
        op_item.c.seq,
        bindparam("at"),
        bindparam("its_source"),
        bindparam("found"),
        bindparam("who"),
    ).where(_ITEM, op_item.c.state == bindparam("was")),
)
_LIFT = (
    update(op_item)
    .where(_ITEM, op_item.c.state == bindparam("was"))
    .values(
        state=bindparam("to"),
        settled_at=bindparam("final_at"),
        reason=bindparam("found"),
        order_number=func.coalesce(bindparam("number"), op_item.c.order_number),
    )
)
