"""Orders, charges and the wallet: an order that is paid has exactly one charge."""

import sqlite3
from dataclasses import dataclass, replace

from simdesk.models.orders import Money, OrderState, OrderType
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.life import Life
from simdesk.services.providers.simulator.prices import PriceList


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a purchase ended: the order's number, and whether it was paid."""

    number: str
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

    def buy(
        self, life: Life, kind: OrderType, price: Money, at: int, serial: str | None = None
    ) -> Receipt:
        """Create an order and pay it; an empty wallet leaves it failed and uncharged."""
        paid = self.balance >= price.minor
        state = OrderState.COMPLETED if paid else OrderState.FAILURE
        row = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM orders").fetchone()[0]
        number = f"23{moments.day_at(at):05d}{row:09d}"
        self._connection.execute(
            "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row, number, kind.value, state.value, price.minor, at, at if paid else 0, life.card,
             life.line.voucher.text, serial),
        )  # fmt: skip
        if paid:
            self._charge(number, life.card, "order", price.minor, at)
        return Receipt(number, paid)

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
