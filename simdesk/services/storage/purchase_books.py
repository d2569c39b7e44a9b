"""Acts on vouchers and orders with their books: bounds asked, money booked, audit written.

Each function is one transaction: an act never moves without its money and its record.
"""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from simdesk.models.audit import Audited
from simdesk.models.guards import GuardedAct, passed
from simdesk.models.ledger import Cause
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.services.storage import guard_store, ledger_store, purchase_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.purchase_store import StoredAct
from simdesk.services.storage.tables import purchase


def ask(
    connection: Connection, account: str, act: StoredAct, price: Money | None, auditor: Auditor
) -> StoredAct | None:
    """Write down the intent as SENDING, unless an act of its kind on the same thing is open.

    Returns that open one; None when the intent is written. Raises KnownError where it would pass
    a bound; then nothing is written.
    """
    obstacles = guard_store.violated(connection, GuardedAct(price), act.requested_at)
    if obstacles:
        raise passed(obstacles)
    open_one = purchase_store.begin(connection, account, act, price)
    if open_one is None:
        _record(connection, auditor, Audited.PURCHASE_ASKED, act.serial)
    return open_one


def answer(
    connection: Connection,
    serial: str,
    state: ItemState,
    at: datetime,
    *,
    auditor: Auditor,
    order: str | None = None,
    code: str | None = None,
    reason: str | None = None,
    charged: Money | None = None,
    decided: bool = False,
) -> bool:
    """Move an act on; `charged` is what the provider took, where that is known.

    `decided` says that a person found it out. False when the act has left its state meanwhile in a
    way that forbids it; then nothing is written.
    """
    moved = purchase_store.advance(
        connection, serial, state, at, order=order, code=code, reason=reason
    )
    if not moved:
        return False
    if charged is not None:
        ledger_store.put_charge(connection, Cause(serial=serial), charged, at)
    act = Audited.PURCHASE_DECIDED if decided else Audited.PURCHASE_ANSWERED
    _record(connection, auditor, act, serial, charged)
    return True


def doubt_what_was_sending(connection: Connection, auditor: Auditor) -> int:
    """What was in flight when the program died is in doubt. Returns how many."""
    cut_off = purchase_store.doubt_what_was_sending(connection)
    for serial in cut_off:
        _record(connection, auditor, Audited.PURCHASE_ANSWERED, serial)
    return len(cut_off)


def _record(
    connection: Connection,
    auditor: Auditor,
    act: Audited,
    serial: str,
    charged: Money | None = None,
) -> None:
    row = connection.execute(_ROW, {"of": serial}).one()
    body: dict[str, object] = {
        "serial": serial,
        "kind": row.kind,
        "voucher": row.voucher,
        "order": row.order_number,
        "amount_minor": row.amount_minor,
        "currency": row.currency,
        "state": row.state,
        "code": row.code,
        "reason": row.reason,
    }
    if charged is not None:
        body["charged_minor"] = charged.minor
    auditor.write(connection, act, row.voucher or row.order_number or serial, body)


_ROW = select(purchase).where(purchase.c.serial == bindparam("of"))
