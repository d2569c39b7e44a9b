"""What must hold on every day of every world, checked on the world's own books."""

from collections import Counter
from datetime import date

from simdesk.models.orders import OrderState, OrderType
from simdesk.models.periods import auto_cancel_day
from simdesk.models.status import Base, Event
from simdesk.models.voucher import parse_voucher
from simdesk.services.providers.simulator.truth import Truth

TOP_UPS = frozenset({OrderType.RENEW, OrderType.FLOW_PLUS, OrderType.AUTO_RENEW})


def broken_rules(before: Truth, now: Truth) -> list[str]:
    """The rules a day broke; `before` is the evening before."""
    return [
        *_returned_from_the_dead(before, now),
        *_pooled_top_ups(now),
        *_auto_cancel_off_by_a_day(now, now.now.date()),
        *_charged_otherwise_than_once(now),
    ]


def _returned_from_the_dead(before: Truth, now: Truth) -> list[str]:
    return [
        f"{ref.iccid} left status 50"
        for ref, card in before.cards.items()
        if card.state.base is Base.CANCELLED and now.cards[ref].state.base is not Base.CANCELLED
    ]


def _pooled_top_ups(now: Truth) -> list[str]:
    return [
        f"order {order.number} topped up pooled {order.iccid}"
        for order in now.orders
        if order.kind in TOP_UPS
        and order.voucher is not None
        and parse_voucher(order.voucher).plan_type.pooled
    ]


def _auto_cancel_off_by_a_day(now: Truth, today: date) -> list[str]:
    found = [
        f"{ref.iccid}, stopped on {card.stopped_on}, should be cancelled by {today}"
        for ref, card in now.cards.items()
        if card.state.base is Base.STOPPED
        and (card.stopped_on is None or today >= auto_cancel_day(card.stopped_on))
    ]
    stopped = {ref.iccid: card.stopped_on for ref, card in now.cards.items()}
    for line in now.events:
        ended = stopped[line.iccid]
        if line.what == Event.AUTO_CANCELLED and ended is not None:
            due = auto_cancel_day(ended)
            if line.at.date() != due:
                found.append(f"{line.iccid} auto-cancelled on {line.at.date()}, due on {due}")
    return found


def _charged_otherwise_than_once(now: Truth) -> list[str]:
    charges = Counter(charge.order for charge in now.charges if charge.order is not None)
    found = [
        f"order {order.number} is {order.state} and was charged {charges[order.number]} times"
        for order in now.orders
        if (order.state in (OrderState.COMPLETED, OrderState.REFUNDED))
        != (charges[order.number] == 1)
    ]
    known = {order.number for order in now.orders}
    found += [f"a charge for no order: {order}" for order in charges if order not in known]
    if sum(movement.minor for movement in now.wallet) != now.balance.minor:
        found.append("the wallet's movements do not add up to its balance")
    return found
