"""Buying for a voucher: what is sold for which plan, at what price, and what it does (3.2, 3.3)."""

from dataclasses import dataclass

from simdesk.models.account_commands import AddCards, BuyFunctionFees, EnlargePool, Purchase
from simdesk.models.capabilities import Capabilities
from simdesk.models.orders import Money, OrderType, VoucherOffers
from simdesk.models.pool_figures import fees_exceeded
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import size_text
from simdesk.models.voucher import Voucher

WARES = (OrderType.ADD_CARD, OrderType.ADD_FLOW, OrderType.FUNCTION)
"""What can be bought for a pool, in the order it is offered."""
MOST = {OrderType.ADD_CARD: 1_000, OrderType.FUNCTION: 100_000}
"""Most that SimDesk asks for in one order; a slip of the hand stays small."""

_POOLED_ONLY = {
    OrderType.ADD_FLOW: QT_TRANSLATE_NOOP("trade", "A same-tier pool grows by its cards alone."),
    OrderType.FUNCTION: QT_TRANSLATE_NOOP("trade", "Only pooled plans have function fees."),
}


@dataclass(frozen=True, slots=True)
class PoolStanding:
    """What a purchase changes: KB the pool holds, cards that are active, function fees bought.

    None where it is not known or does not apply.
    """

    parts: Voucher
    total_kb: int | None = None
    active: int = 0
    function_fees: int | None = None


def reason_against(
    kind: OrderType, parts: Voucher, offers: VoucherOffers, capabilities: Capabilities
) -> Text | None:
    """Why this cannot be bought for the voucher; None when it can."""
    reason = reason_against_voucher(parts, capabilities)
    if reason is None and kind not in capabilities.purchases:
        reason = text(QT_TRANSLATE_NOOP("trade", "This provider does not offer it."))
    if reason is None and kind in _POOLED_ONLY and not parts.plan_type.pooled:
        reason = text(_POOLED_ONLY[kind])
    if reason is None and not _sold(kind, offers):
        reason = text(
            QT_TRANSLATE_NOOP("trade", "The provider does not sell it for this voucher now.")
        )
    return reason


def reason_against_voucher(parts: Voucher, capabilities: Capabilities) -> Text | None:
    """Why nothing at all can be bought for the voucher; None when something may be."""
    if parts.plan_type.single_card:
        return text(
            QT_TRANSLATE_NOOP("trade", "Single-card plans have no pool; top up their cards.")
        )
    if not capabilities.purchases:
        return text(QT_TRANSLATE_NOOP("trade", "This provider does not offer it."))
    return None


def _sold(kind: OrderType, offers: VoucherOffers) -> bool:
    match kind:
        case OrderType.ADD_CARD:
            return offers.card is not None
        case OrderType.ADD_FLOW:
            return bool(offers.enlargements)
        case OrderType.FUNCTION:
            return offers.function_fee is not None
    return False


def purchase(kind: OrderType, voucher: str, amount: int, offers: VoucherOffers) -> Purchase | None:
    """The purchase with its whole price; None for what is not sold.

    `amount` is cards or function-fee units, for an enlargement its size in KB.
    """
    match kind:
        case OrderType.ADD_CARD if offers.card is not None and amount > 0:
            return AddCards(voucher, amount, offers.card.times(amount))
        case OrderType.FUNCTION if offers.function_fee is not None and amount > 0:
            return BuyFunctionFees(voucher, amount, offers.function_fee.times(amount))
        case OrderType.ADD_FLOW:
            prices: dict[int, Money] = {one.size_kb: one.price for one in offers.enlargements}
            price = prices.get(amount)
            return None if price is None else EnlargePool(voucher, amount, price)
    return None


def effect(bought: Purchase, pool: PoolStanding) -> Text:
    """What a purchase does, in a sentence or two."""
    match bought:
        case AddCards():
            return _cards_effect(bought.count, pool.parts)
        case EnlargePool(size_kb=size):
            if pool.total_kb is None:
                return text(
                    QT_TRANSLATE_NOOP("trade", "The pool grows by {size} at once."),
                    size=size_text(size),
                )
            return text(
                QT_TRANSLATE_NOOP("trade", "The pool grows by {size} at once, to {after}."),
                size=size_text(size),
                after=size_text(pool.total_kb + size),
            )
        case BuyFunctionFees():
            return _fees_effect(bought.units, pool)


def _cards_effect(count: int, parts: Voucher) -> Text:
    comes = (
        text(
            QT_TRANSLATE_NOOP(
                "trade", "1 new card comes within a business day, in its silent period."
            )
        )
        if count == 1
        else text(
            QT_TRANSLATE_NOOP(
                "trade", "{count} new cards come within a business day, in their silent period."
            ),
            count=f"{count:,}",
        )
    )
    if parts.plan_type.pooled:
        then = text(
            QT_TRANSLATE_NOOP(
                "trade", "From its activation on, each needs a function fee every month."
            )
        )
    else:
        then = text(
            QT_TRANSLATE_NOOP("trade", "From its activation on, each adds {tier} to the pool."),
            tier=size_text(parts.tier_kb or 0),
        )
    return text(QT_TRANSLATE_NOOP("trade", "{first} {second}"), first=comes, second=then)


def _fees_effect(units: int, pool: PoolStanding) -> Text:
    if pool.function_fees is None:
        return text(
            QT_TRANSLATE_NOOP("trade", "This month {units} more cards may be active."),
            units=f"{units:,}",
        )
    paid = pool.function_fees + units
    over = fees_exceeded(pool.active, paid)
    if over:
        return text(
            QT_TRANSLATE_NOOP(
                "trade",
                "This month {paid} cards may be active; {active} are: {over} too many remain.",
            ),
            paid=f"{paid:,}",
            active=f"{pool.active:,}",
            over=f"{over:,}",
        )
    return text(
        QT_TRANSLATE_NOOP("trade", "This month {paid} cards may be active; {active} are."),
        paid=f"{paid:,}",
        active=f"{pool.active:,}",
    )
