"""What a comparison with the provider's orders needs of the desk, and what it remembers."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    func,
    insert,
    null,
    or_,
    select,
)

from simdesk.models.comparison import Ours
from simdesk.models.operations import ItemState
from simdesk.models.order_matching import LATEST
from simdesk.models.orders import PLACED_BY, Money, Order
from simdesk.models.periods import midnight
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import moment, moment_or_none, seconds, seconds_or_none
from simdesk.services.storage.ledger_store import NET_SPENT
from simdesk.services.storage.order_reads import order_from
from simdesk.services.storage.order_store import COLUMNS
from simdesk.services.storage.purchase_store import BUYING
from simdesk.services.storage.tables import (
    card,
    ledger,
    meta,
    notification,
    op_item,
    operation,
    provider_order,
    purchase,
)

KINDS = {
    **{action.value: kind for action, kind in PLACED_BY.items()},
    **BUYING,
}
"""The type of the order that an act makes, by its name in the journal; paying one makes none."""
_DAY = timedelta(days=1)
_LONGEST_RUN = timedelta(days=40)
"""An operation may be paused and go on; what it sends later than that is found by number."""


@dataclass(frozen=True, slots=True)
class Found:
    """Acts and orders of a span, and some of before and after it that may belong to them."""

    ours: tuple[Ours, ...]
    orders: tuple[Order, ...]


def of_span(connection: Connection, account: str, first: date, last: date) -> Found:
    """What may stand in a line of the business days from `first` to `last`."""
    begin, end = midnight(first) - _DAY, midnight(last) + 2 * _DAY
    at = func.coalesce(provider_order.c.paid_at, provider_order.c.created_at)
    when = and_(at >= seconds(begin), at < seconds(end + LATEST))
    orders = {order.number: order for order in _orders(connection, account, when)}
    ours = {one.serial: one for one in _ours(connection, account, begin - LATEST, end)}
    named = {one.order for one in ours.values()}
    numbers = [number for number in orders if number not in named]
    told = {order.serial for order in orders.values() if order.serial is not None}
    for one in _bound(connection, account, numbers, sorted(told - ours.keys())):
        ours.setdefault(one.serial, one)
    missing = [one.order for one in ours.values() if one.order and one.order not in orders]
    which = dialect.exactly_in(provider_order.c.number)
    for order in _orders(connection, account, which, texts=dialect.text_list(missing)):
        orders[order.number] = order
    return Found(tuple(ours.values()), tuple(orders.values()))


def _orders(
    connection: Connection, account: str, which: ColumnElement[bool], **given: str
) -> Iterator[Order]:
    asked = select(*COLUMNS).where(provider_order.c.account == account, which)
    for row in connection.execute(asked, given).mappings():
        yield order_from(row)


# Acts of this desk


def _ours(connection: Connection, account: str, begin: datetime, end: datetime) -> Iterator[Ours]:
    """Paid acts sent in a time."""
    of_time = select(operation.c.id).where(
        operation.c.account == account,
        operation.c.action.in_(KINDS),
        operation.c.requested_at < seconds(end),
        or_(
            operation.c.state == "RUNNING",
            operation.c.requested_at >= seconds(begin - _LONGEST_RUN),
        ),
    )
    sent = and_(
        op_item.c.op_id.in_(of_time),
        op_item.c.sent_at >= seconds(begin),
        op_item.c.sent_at < seconds(end),
    )
    yield from map(_act, connection.execute(_items(account, sent)))
    asked = and_(purchase.c.requested_at >= seconds(begin), purchase.c.requested_at < seconds(end))
    yield from map(_act, connection.execute(_purchases(account, asked)))


def _bound(
    connection: Connection, account: str, numbers: Collection[str], serials: Collection[str]
) -> Iterator[Ours]:
    """Paid acts, whenever they were sent, that name one of these orders or made it."""
    for column, texts in (("order_number", numbers), ("serial", serials)):
        given = {"texts": dialect.text_list(texts)}
        named = dialect.exactly_in(op_item.c[column])
        yield from map(_act, connection.execute(_items(account, named), given))
        named = dialect.exactly_in(purchase.c[column])
        yield from map(_act, connection.execute(_purchases(account, named), given))


def _items(account: str, which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    spent = and_(ledger.c.op_id == op_item.c.op_id, ledger.c.seq == op_item.c.seq)
    return (
        select(
            op_item.c.serial,
            op_item.c.state,
            op_item.c.amount_minor,
            op_item.c.currency,
            _spent(spent).label("spent"),
            op_item.c.sent_at.label("at"),
            func.coalesce(op_item.c.settled_at, op_item.c.sent_at).label("moved_at"),
            operation.c.action.label("kind"),
            op_item.c.order_number,
            op_item.c.iccid,
            card.c.voucher,
            op_item.c.op_id,
            op_item.c.seq,
        )
        .join(operation, operation.c.id == op_item.c.op_id)
        .join(card, card.c.id == op_item.c.card_id)
        .where(
            operation.c.account == account,
            op_item.c.amount_minor > 0,
            op_item.c.sent_at.is_not(None),
            which,
        )
    )


def _purchases(account: str, which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(
        purchase.c.serial,
        purchase.c.state,
        purchase.c.amount_minor,
        purchase.c.currency,
        _spent(ledger.c.serial == purchase.c.serial).label("spent"),
        purchase.c.requested_at.label("at"),
        func.coalesce(purchase.c.settled_at, purchase.c.requested_at).label("moved_at"),
        purchase.c.kind,
        purchase.c.order_number,
        null().label("iccid"),
        purchase.c.voucher,
        null().label("op_id"),
        null().label("seq"),
    ).where(purchase.c.account == account, purchase.c.amount_minor > 0, which)


def _spent(mine: ColumnElement[bool]) -> ColumnElement[int]:
    """What lies on the side of spent money for an act: less than approved where it cost less."""
    return select(func.sum(NET_SPENT)).where(mine).scalar_subquery()


def _act(row: Row[*tuple[Any, ...]]) -> Ours:
    serial, name, approved, currency, spent, at, moved_at, kind, *rest = row
    order, iccid, voucher, op_id, seq = rest
    state = ItemState(name)
    return Ours(
        serial,
        state,
        Money(spent if state is ItemState.DONE else approved, currency),
        moment(at),
        moment(moved_at),
        KINDS.get(kind),
        order,
        iccid,
        voucher,
        op_id,
        seq,
    )


# What is remembered


@dataclass(frozen=True, slots=True)
class Mark:
    """When this desk first and last compared an account's orders, and the incidents it then knew.

    `known` are keys of `Compared`.
    """

    began: datetime
    at: datetime | None = None
    known: frozenset[str] = frozenset()


def read_mark(connection: Connection, account: str, now: datetime) -> Mark:
    """The mark; where there is none yet, that of a desk that began with its first act, or now."""
    stored = connection.scalar(select(meta.c.value).where(meta.c.key == _key(account)))
    if stored is not None:
        told = json.loads(stored)
        at = moment_or_none(told["at"])
        return Mark(moment(told["began"]), at, frozenset(told["known"]))
    first = [
        connection.scalar(select(func.min(column)).where(mine))
        for column, mine in (
            (operation.c.requested_at, operation.c.account == account),
            (purchase.c.requested_at, purchase.c.account == account),
        )
    ]
    return Mark(min([moment(at) for at in first if at is not None], default=now))


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification of `count` new incidents; `told` says which, as stored."""

    name: str
    told: str
    count: int


def note(connection: Connection, account: str, mark: Mark, notice: Notice | None) -> None:
    """Remember a comparison that was made at `mark.at`, and notify of what is new."""
    value = {
        "began": seconds(mark.began),
        "at": seconds_or_none(mark.at),
        "known": sorted(mark.known),
    }
    row = {"key": _key(account), "value": json.dumps(value)}
    connection.execute(dialect.upsert(meta, ("key",), ("value",)), row)
    if notice is not None:
        connection.execute(
            insert(notification).values(
                rule_id=NO_RULE,
                rule_name=notice.name,
                condition=notice.told,
                at=seconds_or_none(mark.at),
                cards=notice.count,
            )
        )


NO_RULE = 0
"""The number of what notifies without being a rule."""


def _key(account: str) -> str:
    return f"compared {account}"
