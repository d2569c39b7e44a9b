"""Orders, charges and the wallet: an order that is paid has exactly one charge.

A card's top-up is ordered and paid in one call: without money its order has failed, or a repeated
call would stand beside an order that can still be paid. What is bought for a voucher waits unpaid.
"""

import sqlite3
from dataclasses import dataclass, replace

from simdesk.models.orders import ORDER_MOVES, Money, OrderState, OrderType
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.life import Life
from simdesk.services.providers.simulator.prices import PriceList


@dataclass(frozen=True, slots=True)
class Ware:
    """What an order is for: `quantity` counts what its kind sells, `size_kb` 0 is no data."""

    kind: OrderType
    voucher: str
    card: int = 0
    quantity: int = 1
    size_kb: int = 0


@dataclass(frozen=True, slots=True)
class Bill:
    """An order of a voucher as the file keeps it."""

    number: str
    ware: Ware
    state: OrderState
    price: Money


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a purchase ended: the order's number, its price, and whether that was paid."""

    number: str
    price: Money
    paid: bool


class Till:
    """Takes money; must be used in the world's thread."""

    def __init__(self, connection: sqlite3.Connection, prices: PriceList) -> None:
        self._connection = connection
        self._list_prices = prices
        self.prices = prices
        self.balance = 0
        self.reload()

    def reload(self) -> None:
        """Read anew what the file says, after a rollback or at start."""
        row = self._connection.execute("SELECT coalesce(sum(minor), 0) FROM wallet").fetchone()
        self.balance = int(row[0])
        raised = self._connection.execute(
            "SELECT value FROM meta WHERE name = 'raised_percent'"
        ).fetchone()[0]
        self.prices = replace(self._list_prices, raised_percent=int(raised))

    def raise_prices(self, percent: int) -> None:
        """From now on everything costs this much more than the price list says."""
        self._connection.execute(
            "UPDATE meta SET value = ? WHERE name = 'raised_percent'", (str(percent),)
        )
        self.reload()

    def buy(self, ware: Ware, price: Money, at: int, serial: str | None = None) -> Receipt:
        """Create a card's order and pay it; an empty wallet leaves it failed and uncharged."""
        paid = self.balance >= price.minor
        state = OrderState.COMPLETED if paid else OrderState.FAILURE
        number = self._enter(ware, state, price, at, serial)
        if paid:
            self._charge(number, ware.card, "order", price.minor, at)
        return Receipt(number, price, paid)

    def order(self, ware: Ware, price: Money, at: int, serial: str | None) -> Bill:
        """Create a voucher's order, unpaid."""
        number = self._enter(ware, OrderState.UNPAID, price, at, serial)
        return Bill(number, ware, OrderState.UNPAID, price)

    def pay(self, bill: Bill, at: int) -> Receipt:
        """Take the money of an unpaid order, then it is processing; too little leaves it unpaid."""
        if self.balance < bill.price.minor:
            return Receipt(bill.number, bill.price, paid=False)
        self.move(bill.number, bill.state, OrderState.PROCESSING)
        self._connection.execute("UPDATE orders SET paid = ? WHERE number = ?", (at, bill.number))
        self._charge(bill.number, 0, "order", bill.price.minor, at)
        return Receipt(bill.number, bill.price, paid=True)

    def bill(self, number: str) -> Bill | None:
        """The order with this number; None for an unknown one."""
        row = self._connection.execute(
            "SELECT kind, voucher, card, quantity, size_kb, state, minor FROM orders"
            " WHERE number = ?",
            (number,),
        ).fetchone()
        if row is None:
            return None
        kind, *what, state, minor = row
        return Bill(number, Ware(OrderType(kind), *what), OrderState(state), Money(minor))

    def move(self, number: str, state: OrderState, to: OrderState) -> None:
        """An order goes on. Raises ValueError where that is no move (domain.md 6.3)."""
        if to not in ORDER_MOVES[state]:
            raise ValueError(f"{number}: {state} to {to}")
        self._connection.execute("UPDATE orders SET state = ? WHERE number = ?", (to.value, number))

    def _enter(
        self, ware: Ware, state: OrderState, price: Money, at: int, serial: str | None
    ) -> str:
        row = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM orders").fetchone()[0]
        number = f"23{moments.day_at(at):05d}{row:09d}"
        paid = at if state is OrderState.COMPLETED else 0
        self._connection.execute(
            "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row, number, ware.kind.value, state.value, price.minor, at, paid, ware.card,
             ware.voucher, serial, ware.quantity, ware.size_kb),
        )  # fmt: skip
        return number

    def charge_late_cancellation(self, life: Life, at: int) -> None:
        """The month a late cancellation runs into; owed even when the wallet is empty."""
        price = self.prices.month(life.line.voucher)
        self._charge(None, life.card, "late cancellation", price.minor, at)

    def refund(self, number: str, at: int) -> bool:
        """Give back what a completed order cost; False when there is no such order."""
        row = self._connection.execute(
            "UPDATE orders SET state = ? WHERE number = ? AND state = ? RETURNING minor",
            (OrderState.REFUNDED.value, number, OrderState.COMPLETED.value),
        ).fetchone()
        if row is None:
            return False
        self._move(at, int(row[0]), f"refund of {number}", None)
        return True

    def set_balance(self, minor: int, at: int) -> None:
        """Put money in, or take it out, until the wallet holds `minor`."""
        if minor != self.balance:
            self._move(at, minor - self.balance, "deposit", None)

    def _charge(self, number: str | None, card: int, reason: str, minor: int, at: int) -> None:
        charge = self._connection.execute(
            "INSERT INTO charge (order_number, card, reason, minor, at) VALUES (?, ?, ?, ?, ?)",
            (number, card, reason, minor, at),
        ).lastrowid
        self._move(at, -minor, reason, charge)

    def _move(self, at: int, minor: int, reason: str, charge: int | None) -> None:
        self._connection.execute(
            "INSERT INTO wallet (at, minor, reason, charge) VALUES (?, ?, ?, ?)",
            (at, minor, reason, charge),
        )
        self.balance += minor
