"""Finds for each paid act of this desk the provider's order that is its own, one to one.

By the order's number first, then by the serial where the provider tells it, else by what was
bought, for whom, at what price and when (reliability.md 4.9).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from simdesk.models.comparison import Cause, Compared, Ours, Verdict, charged, ever_paid
from simdesk.models.orders import Order, OrderState, OrderType
from simdesk.models.outcomes import ACCEPTED_PATIENCE

LATEST = ACCEPTED_PATIENCE
"""An order is made at most so long after it was asked for: an accepted act may take that long."""
EARLIEST = timedelta(minutes=1)
"""By so much the provider's clock may be behind."""
TWICE = timedelta(days=1)
"""Another order like one of ours within so long looks like ours, delivered twice."""


def compared(
    ours: Iterable[Ours],
    orders: Iterable[Order],
    began: datetime,
    read_at: datetime,
    *,
    serials_told: bool = False,
) -> list[Compared]:
    """Every act that may have cost something and every paid order, in one line each.

    `began` is when this desk first paid or compared anything; `read_at` is when the orders were
    last read: what was paid after that cannot be among them. With `serials_told` an order without
    our serial or number is not ours, whatever it looks like. Orders that were never paid stand in
    a line only where an act of ours is bound to them.
    """
    return _Matching(ours, orders, began, read_at, serials_told).lines()


class _Matching:
    def __init__(
        self,
        ours: Iterable[Ours],
        orders: Iterable[Order],
        began: datetime,
        read_at: datetime,
        serials_told: bool,
    ) -> None:
        self._began = began
        self._read_at = read_at
        self._by_looks = not serials_told
        self._orders = {order.number: order for order in orders}
        acts = sorted(ours, key=lambda one: (one.at, one.serial))
        self._paying = [one for one in acts if one.paying]
        self._idle = {one.serial: one for one in acts if not one.paying}
        self._idle_by_order = {one.order: one for one in self._idle.values() if one.order}
        self._idle_alike: dict[tuple[object, ...], list[Ours]] = defaultdict(list)
        for one in self._idle.values():
            self._idle_alike[one.kind, one.about].append(one)
        self._pairs: dict[str, Ours] = {}
        """Acts by the number of the order that is theirs."""
        self._bound: set[str] = set()
        """Serials of acts that have found their order."""

    def lines(self) -> list[Compared]:
        self._pair_by_number()
        self._pair_by_serial()
        if self._by_looks:
            self._pair_by_likeness(same_price=True)
            self._pair_by_likeness(same_price=False)
        found = [self._paired(self._orders[number], one) for number, one in self._pairs.items()]
        found += [self._alone(one) for one in self._paying if one.serial not in self._bound]
        repeated = self._repeated()
        found += [
            self._stranger(order, order.number in repeated)
            for order in self._orders.values()
            if order.number not in self._pairs and ever_paid(order)
        ]
        return found

    def _pair(self, order: Order, one: Ours) -> None:
        self._pairs[order.number] = one
        self._bound.add(one.serial)

    def _pair_by_number(self) -> None:
        for one in self._paying:
            order = None if one.order is None else self._orders.get(one.order)
            if order is not None and order.number not in self._pairs:
                self._pair(order, one)

    def _pair_by_serial(self) -> None:
        waiting = {one.serial: one for one in self._waiting()}
        for order in self._loose():
            one = None if order.serial is None else waiting.get(order.serial)
            if one is not None and one.serial not in self._bound:
                self._pair(order, one)

    def _pair_by_likeness(self, *, same_price: bool) -> None:
        """The earliest order that fits, for each act in the order of time."""
        fitting: dict[tuple[object, ...], list[Order]] = defaultdict(list)
        for order in self._loose():
            if order.serial is None:
                fitting[_likeness(order, same_price)].append(order)
        for one in self._waiting():
            if one.kind is None or one.order is not None:
                continue
            price = one.money if same_price else None
            candidates = fitting.get((one.kind, one.about, price), [])
            for place, order in enumerate(candidates):
                if _may_make(one, order):
                    self._pair(candidates.pop(place), one)
                    break

    def _waiting(self) -> list[Ours]:
        return [one for one in self._paying if one.serial not in self._bound]

    def _loose(self) -> list[Order]:
        """Paid orders that have no act yet, oldest first."""
        found = [
            order
            for order in self._orders.values()
            if order.number not in self._pairs and ever_paid(order)
        ]
        return sorted(found, key=lambda order: (order.created_at, order.number))

    def _repeated(self) -> set[str]:
        """Paid orders without an act that stand beside one of ours for the same thing."""
        by_serial = {one.serial for one in self._pairs.values()}
        alike: dict[tuple[object, ...], list[datetime]] = defaultdict(list)
        for number, one in self._pairs.items():
            if one.kind is not None and self._by_looks:
                order = self._orders[number]
                alike[_likeness(order, True)].append(order.created_at)
        found = set()
        for order in self._loose():
            if order.serial is not None:
                twice = order.serial in by_serial
            else:
                # Where serials are told a repeated delivery has ours too.
                near = alike.get(_likeness(order, True), [])
                twice = any(abs(order.created_at - at) <= TWICE for at in near)
            if twice and charged(order).minor:
                found.add(order.number)
        return found

    def _paired(self, order: Order, one: Ours) -> Compared:
        paid = charged(order)
        if paid == one.money:
            return Compared(Verdict.MATCHED, Cause.NONE, order, one)
        if order.state is OrderState.REFUNDED:
            return Compared(Verdict.DIFFERENT, Cause.REFUNDED, order, one)
        if not paid.minor:
            if one.state.open:
                return Compared(Verdict.ONLY_OURS, Cause.IN_DOUBT, order, one)
            if self._unread(one):
                return Compared(Verdict.ONLY_OURS, Cause.UNREAD, order, one)
            return Compared(Verdict.DIFFERENT, Cause.NOT_PAID, order, one)
        return Compared(Verdict.DIFFERENT, Cause.PRICE, order, one)

    def _stranger(self, order: Order, repeated: bool) -> Compared:
        if repeated:
            return Compared(Verdict.TWICE, Cause.REPEATED, order, None)
        idle = self._held_unpaid(order)
        if order.state is OrderState.REFUNDED:
            cause = Cause.REFUNDED
        elif idle is not None:
            cause = Cause.HELD_UNPAID
        elif order.kind is OrderType.AUTO_RENEW:
            cause = Cause.AUTO_RENEWED
        elif order.created_at < self._began:
            cause = Cause.BEFORE_DESK
        else:
            cause = Cause.ELSEWHERE
        return Compared(Verdict.ONLY_THEIRS, cause, order, idle)

    def _held_unpaid(self, order: Order) -> Ours | None:
        """An act of ours without effect that this order may be of all the same."""
        bound = self._idle.get(order.serial or "") or self._idle_by_order.get(order.number)
        if bound is not None or order.serial is not None or not self._by_looks:
            return bound
        alike = self._idle_alike.get((order.kind, order.iccid or order.voucher), [])
        return next((one for one in alike if _may_make(one, order)), None)

    def _alone(self, one: Ours) -> Compared:
        if one.state.open:
            return Compared(Verdict.ONLY_OURS, Cause.IN_DOUBT, None, one)
        cause = Cause.UNREAD if self._unread(one) else Cause.MISSING
        return Compared(Verdict.ONLY_OURS, cause, None, one)

    def _unread(self, one: Ours) -> bool:
        return one.moved_at >= self._read_at


def _may_make(one: Ours, order: Order) -> bool:
    """The order was made when the act may have made one."""
    return one.at - EARLIEST <= order.created_at <= one.at + LATEST


def _likeness(order: Order, same_price: bool) -> tuple[object, ...]:
    """What an act and its order have in common where no number or serial binds them."""
    return order.kind, order.iccid or order.voucher, order.price if same_price else None
