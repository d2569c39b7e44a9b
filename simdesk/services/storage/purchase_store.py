"""The journal of acts on vouchers and orders (reliability.md 4.1): intent first, then what came."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, exists, insert, or_, select, update

from simdesk.models.commands import CardRef
from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.operations import ITEM_MOVES, ItemState
from simdesk.models.orders import Money, OrderType
from simdesk.services.storage.codec import moment, seconds
from simdesk.services.storage.tables import card, provider_order, purchase

_OPEN = tuple(state.value for state in ItemState if state.open)
BUYING = {
    "add_cards": OrderType.ADD_CARD,
    "enlarge_pool": OrderType.ADD_FLOW,
    "function_fees": OrderType.FUNCTION,
}
"""Acts that make an order when they take effect, as the journal names them, and its type."""


@dataclass(frozen=True, slots=True)
class StoredAct:
    """An act as stored; `command_json` and `before_json` are the service's to read."""

    serial: str
    kind: str
    command_json: str
    voucher: str | None
    order_number: str | None
    before_json: str
    requested_by: str
    requested_at: datetime
    state: ItemState
    code: str | None
    reason: str | None


_COLUMNS = (
    purchase.c.serial,
    purchase.c.kind,
    purchase.c.command_json,
    purchase.c.voucher,
    purchase.c.order_number,
    purchase.c.before_json,
    purchase.c.requested_by,
    purchase.c.requested_at,
    purchase.c.state,
    purchase.c.code,
    purchase.c.reason,
)


def begin(
    connection: Connection, account: str, act: StoredAct, price: Money | None
) -> StoredAct | None:
    """Write down the intent as SENDING, unless an act of its kind on the same thing is open.

    Returns that open one; None when the intent is written.
    """
    same = _OPEN_ON_ORDER if act.voucher is None else _OPEN_ON_VOUCHER
    thing = act.order_number if act.voucher is None else act.voucher
    asked = {"of": account, "as": act.kind, "thing": thing}
    for row in connection.execute(same, asked):
        return _act(row)
    connection.execute(
        _BEGIN,
        {
            "serial": act.serial,
            "account": account,
            "kind": act.kind,
            "command_json": act.command_json,
            "voucher": act.voucher,
            "order_number": act.order_number,
            "amount_minor": None if price is None else price.minor,
            "currency": None if price is None else price.currency,
            "before_json": act.before_json,
            "requested_by": act.requested_by,
            "requested_at": seconds(act.requested_at),
            "state": ItemState.SENDING.value,
        },
    )
    return None


_BEGIN = insert(purchase)
_OPEN_ALIKE = select(*_COLUMNS).where(
    purchase.c.account == bindparam("of"),
    purchase.c.state.in_(_OPEN),
    purchase.c.kind == bindparam("as"),
)
_OPEN_ON_VOUCHER = _OPEN_ALIKE.where(purchase.c.voucher == bindparam("thing"))
_OPEN_ON_ORDER = _OPEN_ALIKE.where(purchase.c.order_number == bindparam("thing"))


def advance(
    connection: Connection,
    serial: str,
    state: ItemState,
    at: datetime,
    *,
    order: str | None = None,
    code: str | None = None,
    reason: str | None = None,
) -> bool:
    """Move an act on. False when it has left its state meanwhile in a way that forbids it."""
    row = connection.execute(_STANDING, {"of": serial}).one_or_none()
    if row is None or state not in ITEM_MOVES[ItemState(row.state)]:
        return False
    connection.execute(
        _ADVANCE,
        {
            "of": serial,
            "to": state.value,
            "number": order or row.order_number,
            "told": code,
            "why": reason,
            "at": seconds(at) if state.final else None,
        },
    )
    return True


_THIS = purchase.c.serial == bindparam("of")
_STANDING = select(purchase.c.state, purchase.c.order_number).where(_THIS)
_ADVANCE = (
    update(purchase)
    .where(_THIS)
    .values(
        state=bindparam("to"),
        order_number=bindparam("number"),
        code=bindparam("told"),
        reason=bindparam("why"),
        settled_at=bindparam("at"),
    )
)


def doubt_what_was_sending(connection: Connection) -> list[str]:
    """What was in flight when the program died is in doubt. Returns the serials, in order."""
    return sorted(connection.scalars(_DOUBT))


_DOUBT = (
    update(purchase)
    .where(purchase.c.state == ItemState.SENDING.value)
    .values(state=ItemState.UNKNOWN.value)
    .returning(purchase.c.serial)
)


def acts(connection: Connection, states: Collection[ItemState] | None = None) -> list[StoredAct]:
    """Acts in these states, or all of them, newest first."""
    if states is None:
        return _acts(connection, _ALL)
    return _acts(connection, _IN_STATES, states=[state.value for state in states])


_ALL = select(*_COLUMNS).order_by(purchase.c.requested_at.desc(), purchase.c.serial)
_IN_STATES = _ALL.where(purchase.c.state.in_(bindparam("states", expanding=True)))


def without_order(connection: Connection, account: str) -> list[StoredAct]:
    """Acts that no listed order stands for, newest first: purchases, and whatever is still open."""
    listed = exists().where(
        provider_order.c.account == account, provider_order.c.number == purchase.c.order_number
    )
    asked = (
        select(*_COLUMNS)
        .where(
            purchase.c.account == account,
            or_(purchase.c.kind.in_(BUYING), purchase.c.state.in_(_OPEN)),
            ~listed,
        )
        .order_by(purchase.c.requested_at.desc(), purchase.c.serial)
    )
    return _acts(connection, asked)


def on_orders(connection: Connection, account: str, number: str | None = None) -> list[StoredAct]:
    """Acts whose order is known, or those of one order, in the order of time."""
    known = purchase.c.order_number
    asked = (
        select(*_COLUMNS)
        .where(
            purchase.c.account == account,
            known.is_not(None) if number is None else known == number,
        )
        .order_by(purchase.c.requested_at, purchase.c.serial)
    )
    return _acts(connection, asked)


def act_of(connection: Connection, serial: str) -> StoredAct | None:
    row = connection.execute(_ACT, {"of": serial}).one_or_none()
    return None if row is None else _act(row)


_ACT = select(*_COLUMNS).where(_THIS)


def claimed(connection: Connection, account: str, kind: str) -> frozenset[str]:
    """The orders that acts of a kind have made or moved: none of them stands for another act."""
    return frozenset(connection.scalars(_CLAIMED, {"of": account, "as": kind}))


_CLAIMED = select(purchase.c.order_number).where(
    purchase.c.account == bindparam("of"),
    purchase.c.kind == bindparam("as"),
    purchase.c.state == ItemState.DONE.value,
    purchase.c.order_number.is_not(None),
)


def order_day(connection: Connection, number: str) -> datetime | None:
    """When an order was made, as far as the desk has read it."""
    found = connection.scalar(
        select(provider_order.c.created_at).where(provider_order.c.number == number)
    )
    return None if found is None else moment(found)


def cards_inheriting(connection: Connection, voucher: str, most: int = 3) -> list[CardRef]:
    """Some living cards of a voucher without a limit of their own, those read last first."""
    asked = (
        select(card.c.iccid, card.c.instance_id)
        .where(
            card.c.voucher == voucher,
            card.c.status != CANCELLED_CODE,
            card.c.card_limit_kb.is_(None),
        )
        .order_by(card.c.detailed_at.desc(), card.c.id)
        .limit(most)
    )
    return [CardRef(iccid, instance) for iccid, instance in connection.execute(asked)]


def _acts(
    connection: Connection, asked: Select[*tuple[Any, ...]], **given: object
) -> list[StoredAct]:
    return [_act(row) for row in connection.execute(asked, given)]


def _act(row: Row[*tuple[Any, ...]]) -> StoredAct:
    return StoredAct(
        row.serial,
        row.kind,
        row.command_json,
        row.voucher,
        row.order_number,
        row.before_json,
        row.requested_by,
        moment(row.requested_at),
        ItemState(row.state),
        row.code,
        row.reason,
    )
