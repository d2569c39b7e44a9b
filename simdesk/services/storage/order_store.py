"""The provider's orders as it last told them, and how far they were read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, or_, select, update

from simdesk.models.operations import ItemState
from simdesk.models.orders import Order, OrderState
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import clean, moment_or_none, seconds, seconds_or_none
from simdesk.services.storage.purchase_store import BUYING
from simdesk.services.storage.tables import meta, provider_order, purchase

_FIELDS = (
    "kind",
    "state",
    "amount_minor",
    "currency",
    "created_at",
    "paid_at",
    "iccid",
    "voucher",
    "serial",
    "quantity",
    "size_kb",
)
COLUMNS = (provider_order.c.number, *(provider_order.c[name] for name in _FIELDS))
"""All of an order but whose it is and when it was read."""
_OPEN = tuple(state.value for state in OrderState if state.open)
_NEAR = timedelta(days=1)
"""An order is made within so long of being asked for."""


@dataclass(frozen=True, slots=True)
class ReadMark:
    """How far an account's orders were read: all that were made before `day`.

    With a `page` the reading of all orders, newest first, that began on `day` goes on there. `at`
    is when a reading last came to its end.
    """

    day: date
    page: int | None = None
    at: datetime | None = None


def read_mark(connection: Connection, account: str) -> ReadMark | None:
    """None when orders were never read."""
    found = connection.scalar(select(meta.c.value).where(meta.c.key == _mark_key(account)))
    if found is None:
        return None
    stored = json.loads(found)
    at = moment_or_none(stored.get("at"))
    return ReadMark(date.fromisoformat(stored["day"]), stored["page"], at)


def note_mark(connection: Connection, account: str, mark: ReadMark) -> None:
    """Remember how far orders were read, in the transaction that stores them."""
    told = {"day": mark.day.isoformat(), "page": mark.page, "at": seconds_or_none(mark.at)}
    value = json.dumps(told)
    row = {"key": _mark_key(account), "value": value}
    connection.execute(dialect.upsert(meta, ("key",), ("value",)), row)


def _mark_key(account: str) -> str:
    return f"orders {account}"


def keep_page(
    connection: Connection,
    account: str,
    orders: Sequence[Order],
    at: datetime,
    mark: ReadMark | None = None,
) -> int:
    """Write down a page of orders, and the mark with it. Returns how many orders are other."""
    changed = put_orders(connection, account, orders, at)
    if mark is not None:
        note_mark(connection, account, mark)
    return changed


def put_orders(connection: Connection, account: str, orders: Sequence[Order], at: datetime) -> int:
    """Write down what the provider told. Returns how many orders are new or other than before."""
    rows = {clean(order.number): _stored(account, order, seconds(at)) for order in orders}
    before = {
        row["number"]: {name: row[name] for name in _FIELDS}
        for row in connection.execute(
            select(*COLUMNS).where(
                provider_order.c.account == account, dialect.exactly_in(provider_order.c.number)
            ),
            {"texts": dialect.text_list(rows)},
        ).mappings()
    }
    if rows:
        new = dialect.upsert(provider_order, ("account", "number"), (*_FIELDS, "read_at"))
        connection.execute(new, list(rows.values()))
    return sum(
        before.get(number) != {name: row[name] for name in _FIELDS} for number, row in rows.items()
    )


def _stored(account: str, order: Order, read_at: int) -> dict[str, object]:
    return {
        "account": account,
        "number": clean(order.number),
        "kind": order.kind.value,
        "state": order.state.value,
        "amount_minor": order.price.minor,
        "currency": order.price.currency,
        "created_at": seconds(order.created_at),
        "paid_at": seconds_or_none(order.paid_at),
        "iccid": None if order.iccid is None else clean(order.iccid),
        "voucher": None if order.voucher is None else clean(order.voucher),
        "serial": order.serial,
        "quantity": order.quantity,
        "size_kb": order.size_kb,
        "read_at": read_at,
    }


def oldest_open(connection: Connection, account: str) -> datetime | None:
    """When the oldest order was made that is unpaid or processing; None when there is none."""
    found = connection.scalar(
        select(func.min(provider_order.c.created_at)).where(
            provider_order.c.account == account, provider_order.c.state.in_(_OPEN)
        )
    )
    return moment_or_none(found)


def link_acts(connection: Connection, account: str, since: datetime) -> int:
    """Give acts asked since then the order they made, by serial or as the refusal names it.

    Only acts that have ended: doubt is settled elsewhere. Returns how many found theirs.
    """
    columns = (purchase.c.serial, purchase.c.voucher, purchase.c.reason, purchase.c.requested_at)
    asked = select(*columns).where(
        purchase.c.account == account,
        purchase.c.order_number.is_(None),
        purchase.c.kind.in_(BUYING),
        purchase.c.state.in_((ItemState.FAILED.value, ItemState.DONE.value)),
        purchase.c.requested_at >= seconds(since - _NEAR),
    )
    near = int(_NEAR.total_seconds())
    linked = 0
    for row in connection.execute(asked).all():
        named = provider_order.c.serial == row.serial
        if row.reason:
            named = or_(named, func.instr(row.reason, provider_order.c.number) > 0)
        number = connection.scalar(
            select(provider_order.c.number)
            .where(
                provider_order.c.account == account,
                provider_order.c.voucher == row.voucher,
                provider_order.c.created_at >= row.requested_at - near,
                provider_order.c.created_at <= row.requested_at + near,
                named,
            )
            .order_by(provider_order.c.created_at)
            .limit(1)
        )
        if number is not None:
            changed = update(purchase).where(purchase.c.serial == row.serial)
            connection.execute(changed.values(order_number=number))
            linked += 1
    return linked
