"""An operation is entered into the journal: at once, or in parts beside what others write.

Parts are for the very large: a million items in one transaction would keep the writer from every
click for many seconds. An operation that is being entered is STOPPED and has no `plan_hash` and
no record in the audit: nobody can run it, lists leave it out, and if the program dies it is taken
away at the next start. One transaction at the end approves it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from sqlalchemy import (
    Connection,
    Text,
    bindparam,
    delete,
    exists,
    insert,
    literal,
    or_,
    select,
    update,
)

from simdesk.models.audit import Audited
from simdesk.models.operations import Hold, OperationState
from simdesk.models.orders import Money
from simdesk.services.storage.dialect import given_rows, rows_of
from simdesk.services.storage.image_column import image_json
from simdesk.services.storage.plan_hash import plan_digest
from simdesk.services.storage.tables import audit, card, op_item, operation

PART = 2000
"""Items written by one statement, and by one transaction where it is done in parts."""
WHOLE = or_(operation.c.plan_hash != "", operation.c.state != OperationState.STOPPED.value)
"""The operation is not just being entered."""


@dataclass(frozen=True, slots=True)
class NewOperation:
    """An operation about to be written; moments are seconds of UTC.

    With `not_before` it waits until then. `reverses` is the operation that it takes back.
    """

    id: str
    action: str
    request_json: str
    risk: int
    provider: str
    account: str
    simulated: bool
    amount: Money | None
    requested_by: str
    requested_at: int
    send_until: int
    not_before: int | None = None
    reverses: str | None = None
    reason: str = ""


class NewItem(NamedTuple):
    """One card of it. `replaces` is the operation and place of the item it asks for anew."""

    card_id: int
    version: int
    serial: str
    price: Money | None
    replaces: tuple[str, int] | None = None


def write_operation(connection: Connection, new: NewOperation, items: Iterable[NewItem]) -> None:
    """Write an operation and its items, all PLANNED, with their before-images, at once."""
    enter(connection, new)
    written, waiting = 0, iter(items)
    while part := write_part(connection, new.id, written, waiting):
        written += part
    approve(connection, new, digest_of(connection, new.id))


def enter(connection: Connection, new: NewOperation) -> None:
    """Write the operation alone; it can be run once it is approved."""
    row = {
        "id": new.id,
        "action": new.action,
        "request_json": new.request_json,
        "risk": new.risk,
        "provider": new.provider,
        "account": new.account,
        "simulated": new.simulated,
        "plan_hash": "",
        "amount_minor": None if new.amount is None else new.amount.minor,
        "currency": None if new.amount is None else new.amount.currency,
        "requested_by": new.requested_by,
        "requested_at": new.requested_at,
        "state": OperationState.STOPPED.value,
        "not_before": new.not_before,
        "send_until": new.send_until,
        "reverses": new.reverses,
        "reason": new.reason,
    }
    connection.execute(_ENTER, row)


_ENTER = insert(operation)


def digest_of(connection: Connection, op_id: str) -> str:
    """The digest of the items that are written; it takes seconds for a million."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return plan_digest(raw, op_id)


def approve(connection: Connection, new: NewOperation, digest: str) -> None:
    """All items are written, `digest` is theirs: from now on it can be run."""
    hold = None if new.not_before is None else Hold.WAITING.value
    connection.execute(_APPROVE, {"of": new.id, "held": hold, "digest": digest})


_APPROVE = (
    update(operation)
    .where(operation.c.id == bindparam("of"), ~WHOLE)
    .values(
        state=OperationState.RUNNING.value,
        hold=bindparam("held"),
        plan_hash=bindparam("digest"),
    )
)


def unfinished(connection: Connection) -> str | None:
    """An operation that was being entered when the program died; None where there is none."""
    return connection.scalar(_UNFINISHED)


_STARTED = exists().where(
    audit.c.subject == operation.c.id, audit.c.act == Audited.OPERATION_STARTED.value
)
_UNFINISHED = select(operation.c.id).where(~WHOLE, ~_STARTED).limit(1)


def discard(connection: Connection, op_id: str) -> bool:
    """Take away some items of an operation that was not approved; False once it is gone itself."""
    this = operation.c.id == op_id
    if connection.scalar(select(literal(1)).where(this, ~WHOLE)) is None:
        return False
    some = (
        select(op_item.c.seq)
        .where(op_item.c.op_id == op_id)
        .order_by(op_item.c.seq.desc())
        .limit(PART)
    )
    gone = connection.execute(
        delete(op_item).where(op_item.c.op_id == op_id, op_item.c.seq.in_(some))
    )
    if gone.rowcount == 0:
        connection.execute(delete(operation).where(this, ~WHOLE))
    return gone.rowcount > 0


def write_part(connection: Connection, op_id: str, first: int, items: Iterator[NewItem]) -> int:
    """Write the next items behind place `first`, PLANNED, with what their cards look like now.

    Returns how many, 0 when there are no more. Raises LookupError for a card that is not on the
    desk.
    """
    rows = [
        (
            seq,
            item.card_id,
            item.version,
            item.serial,
            None if item.price is None else item.price.minor,
            None if item.price is None else item.price.currency,
            *(item.replaces or (None, None)),
        )
        for seq, item in enumerate(islice(items, PART), start=first + 1)
    ]
    if not rows:
        return 0
    done = connection.execute(_WRITE_ITEMS, rows_of(rows) | {"of": op_id})
    if done.rowcount != len(rows):
        raise LookupError("an item of a card that is not on the desk")
    return len(rows)


_new = given_rows(
    "seq", "card_id", "version", "serial", "minor", "currency", "replaces_op", "replaces_seq"
)
_ITEM = {
    "op_id": bindparam("of", type_=Text),
    "seq": _new.c.seq,
    "card_id": card.c.id,
    "iccid": card.c.iccid,
    "instance_id": card.c.instance_id,
    "serial": _new.c.serial,
    "expect_version": _new.c.version,
    "before_json": image_json(),
    "amount_minor": _new.c.minor,
    "currency": _new.c.currency,
    "state": literal("PLANNED"),
    "attempts": literal(0),
    "replaces_op": _new.c.replaces_op,
    "replaces_seq": _new.c.replaces_seq,
}
_WRITE_ITEMS = insert(op_item).from_select(
    list(_ITEM), select(*_ITEM.values()).select_from(_new).where(card.c.id == _new.c.card_id)
)
