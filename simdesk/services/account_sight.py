"""What the provider shows of an act in doubt, and what that means (reliability.md 4.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from simdesk.models.account_commands import (
    AccountCommand,
    CloseOrder,
    PayOrder,
    Purchase,
    SetVoucherLimit,
    order_type,
)
from simdesk.models.commands import CardRef
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money, Order, OrderState
from simdesk.models.periods import local
from simdesk.models.purchases import AccountAct
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import KB_PER_MB
from simdesk.services.calls import Calls
from simdesk.services.operation_looking import orders_since
from simdesk.services.storage import purchase_store
from simdesk.services.storage.database import Database


@dataclass(frozen=True, slots=True)
class Limit:
    """A voucher's usage limit in KB, None for none, and whether it lets go next month."""

    kb: int | None
    auto_restore: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """The orders since the day of the act, and the voucher's limit where the act is about it."""

    orders: Sequence[Order] = ()
    limit: Limit | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Where an act in doubt goes, by what evidence; `order` is the order it made or moved.

    `charged` is what that order cost, where the act paid it.
    """

    state: ItemState
    reason: Text
    order: str | None = None
    charged: Money | None = None


async def look(
    command: AccountCommand, since: datetime, *, calls: Calls, database: Database
) -> Sight:
    """Read what can tell whether an act took effect. Raises ProviderFault."""
    if isinstance(command, SetVoucherLimit):
        return Sight(limit=await _limit(command.voucher, calls, database))
    first = local(since).date()
    if isinstance(command, PayOrder | CloseOrder):
        made = await database.read(partial(purchase_store.order_day, number=command.number))
        first = first if made is None else min(first, local(made).date())
    return Sight(await orders_since(calls, first))


async def _limit(voucher: str, calls: Calls, database: Database) -> Limit | None:
    """The limit as a card without one of its own inherits it; None where there is no such card."""
    refs: Sequence[CardRef] = await database.read(
        partial(purchase_store.cards_inheriting, voucher=voucher)
    )
    for reading in (await calls.read(refs, urgent=True)).values():
        if reading.details.card_limit_kb is None:
            return Limit(reading.details.voucher_limit_kb, reading.details.limit_auto_restore)
    return None


def judged(
    act: AccountAct,
    seen: Sight,
    before: frozenset[str],
    *,
    late: bool,
    claimed: frozenset[str] = frozenset(),
) -> Judgement | None:
    """What became of an act; None while it may still take effect.

    `before` are the orders that were there before it was sent, `claimed` those that earlier acts of
    its kind made or moved: one order is the evidence of one act. `late` says that the provider's
    window for late effects is over.
    """
    match act.command:
        case SetVoucherLimit():
            return _of_limit(act.command, seen.limit, late=late)
        case PayOrder(number=number) | CloseOrder(number=number):
            if number in claimed:
                return Judgement(ItemState.NOT_APPLIED, _BEFORE, number)
            return _of_order(act.command, number, seen.orders, late=late)
    return _of_purchase(act, act.command, seen.orders, before | claimed, late=late)


_BEFORE = text(QT_TRANSLATE_NOOP("trade", "An earlier act has moved the order on."))
_GONE = text(QT_TRANSLATE_NOOP("trade", "Nothing of it is to be seen; it can no longer happen."))


def _of_limit(command: SetVoucherLimit, limit: Limit | None, *, late: bool) -> Judgement | None:
    wanted = Limit(command.limit_mb * KB_PER_MB or None, command.auto_restore)
    # Where there is no limit, it does not matter whether it would let go.
    none_at_all = limit is not None and limit.kb is None and wanted.kb is None
    if limit == wanted or none_at_all:
        return Judgement(
            ItemState.DONE, text(QT_TRANSLATE_NOOP("trade", "The voucher's cards show the limit."))
        )
    if not late:
        return None
    if limit is None:
        words = QT_TRANSLATE_NOOP("trade", "No card tells the voucher's limit; look it up.")
        return Judgement(ItemState.NEEDS_HUMAN, text(words))
    return Judgement(ItemState.NOT_APPLIED, _GONE)


def _of_order(
    command: PayOrder | CloseOrder, number: str, orders: Sequence[Order], *, late: bool
) -> Judgement | None:
    found = next((order for order in orders if order.number == number), None)
    if found is None or found.state is OrderState.UNPAID:
        return Judgement(ItemState.NOT_APPLIED, _GONE) if late else None
    closed = found.state is OrderState.CLOSED
    if closed is isinstance(command, CloseOrder):
        words = QT_TRANSLATE_NOOP("trade", "The order says so.")
        return Judgement(ItemState.DONE, text(words), number, None if closed else found.price)
    words = QT_TRANSLATE_NOOP("trade", "Someone else moved the order on.")
    return Judgement(ItemState.NOT_APPLIED, text(words), number)


def _of_purchase(
    act: AccountAct,
    command: Purchase,
    orders: Sequence[Order],
    before: frozenset[str],
    *,
    late: bool,
) -> Judgement | None:
    new = [one for one in orders if one.number not in before]
    by_serial = [one for one in new if one.serial == act.serial]
    told = any(one.serial is not None for one in new)
    alike = by_serial if told else [one for one in new if _alike(one, command)]
    if len(alike) > 1:
        words = QT_TRANSLATE_NOOP("trade", "Several orders look like it: {numbers}.")
        numbers = ", ".join(one.number for one in alike)
        return Judgement(ItemState.NEEDS_HUMAN, text(words, numbers=numbers))
    if not alike:
        return Judgement(ItemState.NOT_APPLIED, _GONE) if late else None
    (order,) = alike
    if order.state in (OrderState.UNPAID, OrderState.FAILURE, OrderState.CLOSED):
        words = QT_TRANSLATE_NOOP("trade", "Its order {number} is not paid.")
        return Judgement(ItemState.NOT_APPLIED, text(words, number=order.number), order.number)
    words = QT_TRANSLATE_NOOP("trade", "Its order {number} is paid.")
    return Judgement(ItemState.DONE, text(words, number=order.number), order.number, order.price)


def _alike(order: Order, command: Purchase) -> bool:
    return (
        order.kind is order_type(command)
        and order.voucher == command.voucher
        and order.price == command.price
    )
