"""Asking the kept orders: the newest that match, one with all that belongs to it, sums."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, func, or_, select

from simdesk.models.filters import folded
from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderFilter, PaidSum
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.periods import Month, midnight
from simdesk.services.storage import dialect, purchase_store
from simdesk.services.storage.codec import moment, moment_or_none, seconds
from simdesk.services.storage.order_store import COLUMNS
from simdesk.services.storage.purchase_store import StoredAct
from simdesk.services.storage.tables import card, op_item, operation, provider_order

_NEWEST = (provider_order.c.created_at.desc(), provider_order.c.number.desc())
_PORTION = 500


@dataclass(frozen=True, slots=True)
class Listed:
    """The newest orders that match and how many do, and the acts that belong to the list.

    `loose` are all acts that no listed order stands for, `on_orders` all whose order is known.
    """

    orders: tuple[Order, ...]
    total: int
    loose: tuple[StoredAct, ...]
    on_orders: tuple[StoredAct, ...]


@dataclass(frozen=True, slots=True)
class AskedOfCard:
    """An operation's item that made an order; `action` is its name in the journal."""

    action: str
    by: str
    at: datetime
    state: ItemState
    code: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """One order, what was asked here about it, and how many cards it is about."""

    order: Order
    acts: tuple[StoredAct, ...]
    of_card: tuple[AskedOfCard, ...]
    cards: int


def listed(connection: Connection, account: str, question: OrderFilter, limit: int) -> Listed:
    """The newest orders that match, at most `limit`."""
    matching = _matching(account, question)
    asked = select(*COLUMNS).where(matching).order_by(*_NEWEST).limit(limit)
    orders = tuple(order_from(row) for row in connection.execute(asked).mappings())
    total = len(orders)
    if total == limit:
        counted = select(func.count()).select_from(provider_order).where(matching)
        total = connection.execute(counted).scalar_one()
    return Listed(
        orders,
        total,
        tuple(purchase_store.without_order(connection, account)),
        tuple(purchase_store.on_orders(connection, account)),
    )


def found(connection: Connection, account: str, number: str) -> Found | None:
    """One order; None for a number that was never read."""
    asked = select(*COLUMNS).where(
        provider_order.c.account == account, provider_order.c.number == number
    )
    row = connection.execute(asked).mappings().one_or_none()
    if row is None:
        return None
    order = order_from(row)
    acts = purchase_store.on_orders(connection, account, number)
    return Found(order, tuple(acts), _asked_of_card(connection, order), _cards(connection, order))


def newest_unpaid(connection: Connection, account: str, voucher: str) -> Order | None:
    """The newest order of a voucher that waits to be paid."""
    question = OrderFilter(voucher=voucher, states=frozenset({OrderState.UNPAID}))
    asked = select(*COLUMNS).where(_matching(account, question)).order_by(*_NEWEST).limit(1)
    row = connection.execute(asked).mappings().one_or_none()
    return None if row is None else order_from(row)


def paid(connection: Connection, account: str, month: Month) -> tuple[PaidSum, ...]:
    """What was paid in a month by kind, in the order of OrderType; refunds are left out."""
    first, after = seconds(midnight(month.first)), seconds(midnight(month.plus(1).first))
    asked = (
        select(
            provider_order.c.kind,
            provider_order.c.currency,
            func.count(),
            func.sum(provider_order.c.amount_minor),
        )
        .where(
            provider_order.c.account == account,
            provider_order.c.paid_at >= first,
            provider_order.c.paid_at < after,
            provider_order.c.state != OrderState.REFUNDED.value,
        )
        .group_by(provider_order.c.kind, provider_order.c.currency)
    )
    sums = [
        PaidSum(OrderType(kind), count, Money(minor, currency))
        for kind, currency, count, minor in connection.execute(asked)
    ]
    places = list(OrderType)
    return tuple(sorted(sums, key=lambda one: (places.index(one.kind), one.total.currency)))


def pool_of(connection: Connection, card_ids: Sequence[int]) -> str | None:
    """The pooled voucher that most of these cards belong to; None when none does."""
    asked = (
        select(card.c.voucher)
        .where(dialect.ids_in(card.c.id, card_ids), card.c.plan_type.in_(("UP", "UPG")))
        .group_by(card.c.voucher)
        .order_by(func.count().desc(), card.c.voucher)
        .limit(1)
    )
    return connection.scalar(asked)


class OrderReader:
    """What an export asks of one consistent state of the file."""

    def __init__(self, connection: Connection, account: str) -> None:
        self._connection = connection
        self._account = account

    def orders(self, question: OrderFilter) -> Iterator[Order]:
        """All orders that match, newest first."""
        asked = select(*COLUMNS).where(_matching(self._account, question)).order_by(*_NEWEST)
        streaming = self._connection.execution_options(stream_results=True, yield_per=_PORTION)
        for row in streaming.execute(asked).mappings():
            yield order_from(row)

    def loose(self) -> list[StoredAct]:
        """See `Listed`."""
        return purchase_store.without_order(self._connection, self._account)

    def on_orders(self) -> list[StoredAct]:
        """See `Listed`."""
        return purchase_store.on_orders(self._connection, self._account)


def _cards(connection: Connection, order: Order) -> int:
    """How many cards of the desk it is about: the one it names, or those it brought."""
    if order.iccid is not None:
        about = dialect.uncased(card.c.iccid) == order.iccid
    else:
        about = card.c.order_number == order.number
        if order.voucher is not None:
            about = and_(dialect.uncased(card.c.voucher) == order.voucher, about)
    return connection.execute(select(func.count()).select_from(card).where(about)).scalar_one()


def _asked_of_card(connection: Connection, order: Order) -> tuple[AskedOfCard, ...]:
    """Which operation asked for a card's order."""
    if order.iccid is None:
        return ()
    made_it = op_item.c.order_number == order.number
    if order.serial is not None:
        made_it = or_(made_it, op_item.c.serial == order.serial)
    asked = (
        select(
            operation.c.action,
            operation.c.requested_by,
            operation.c.requested_at,
            op_item.c.state,
            op_item.c.code,
            op_item.c.reason,
        )
        .join_from(card, op_item, op_item.c.card_id == card.c.id)
        .join(operation, operation.c.id == op_item.c.op_id)
        .where(dialect.uncased(card.c.iccid) == order.iccid, made_it)
        .order_by(operation.c.requested_at)
    )
    return tuple(
        AskedOfCard(action, by, moment(at), ItemState(state), code, reason)
        for action, by, at, state, code, reason in connection.execute(asked)
    )


def _matching(account: str, question: OrderFilter) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [provider_order.c.account == account]
    if question.kinds:
        wanted.append(provider_order.c.kind.in_([kind.value for kind in question.kinds]))
    if question.states:
        wanted.append(provider_order.c.state.in_([state.value for state in question.states]))
    if question.voucher is not None:
        wanted.append(provider_order.c.voucher == question.voucher)
    if question.first is not None:
        wanted.append(provider_order.c.created_at >= seconds(midnight(question.first)))
    if question.last is not None:
        after = midnight(question.last + timedelta(days=1))
        wanted.append(provider_order.c.created_at < seconds(after))
    held = (provider_order.c.number, provider_order.c.iccid, provider_order.c.voucher)
    wanted += [
        or_(*(dialect.contains_one_of(column, [word]) for column in held))
        for word in folded(question.words).split()
    ]
    return and_(*wanted)


def order_from(row: RowMapping) -> Order:
    """An order of `COLUMNS`."""
    return Order(
        row["number"],
        OrderType(row["kind"]),
        OrderState(row["state"]),
        Money(row["amount_minor"], row["currency"]),
        moment(row["created_at"]),
        moment_or_none(row["paid_at"]),
        row["iccid"],
        row["voucher"],
        row["serial"],
        row["quantity"],
        row["size_kb"],
    )
