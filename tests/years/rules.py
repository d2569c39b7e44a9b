"""What must hold on every day of every world, checked on the world's own books."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from simdesk.models.orders import Order, OrderState, OrderType
from simdesk.models.periods import auto_cancel_day
from simdesk.models.status import Base, Event
from simdesk.models.voucher import parse_voucher
from simdesk.services.providers.simulator.truth import Truth

TOP_UPS = frozenset({OrderType.RENEW, OrderType.FLOW_PLUS, OrderType.AUTO_RENEW})
PAID = frozenset({OrderState.PROCESSING, OrderState.COMPLETED, OrderState.REFUNDED})


def broken_rules(before: Truth, now: Truth) -> list[str]:
    """The rules of cards a day broke; `before` is the evening before."""
    return [
        *_returned_from_the_dead(before, now),
        *_pooled_top_ups(now),
        *_auto_cancel_off_by_a_day(now, now.now.date()),
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
        if order.kind in TOP_UPS and order.voucher is not None and _pooled(order.voucher)
    ]


@cache
def _pooled(voucher: str) -> bool:
    return parse_voucher(voucher).plan_type.pooled


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


@dataclass
class Ledger:
    """A world's orders and money from its first day on, added up evening by evening."""

    orders: dict[str, Order] = field(default_factory=dict)
    charges: "Counter[str]" = field(default_factory=Counter)
    wallet: int = 0

    @classmethod
    def of(cls, whole: Truth) -> "Ledger":
        ledger = cls()
        ledger.add(whole)
        return ledger

    def add(self, news: Truth) -> list[str]:
        """Add what came since the last evening; the rules of money that are broken now."""
        charged = [charge.order for charge in news.charges if charge.order is not None]
        self.orders.update({order.number: order for order in news.orders})
        self.charges.update(charged)
        self.wallet += sum(movement.minor for movement in news.wallet)
        touched = {order.number for order in news.orders}.union(charged)
        found = [
            f"order {number} is {self._state(number)} and was charged {self.charges[number]} times"
            for number in sorted(touched)
            if self.charges[number] != (self._state(number) in PAID)
        ]
        if Counter(order.state for order in self.orders.values()) != news.tallies:
            found.append("an old order is in another state than it was")
        if self.wallet != news.balance.minor:
            found.append("the wallet's movements do not add up to its balance")
        return found

    def _state(self, number: str) -> OrderState | None:
        order = self.orders.get(number)
        return None if order is None else order.state
