"""The purchases of a new fleet's past: one order, one charge, and the wallet that paid them."""

import sqlite3
from dataclasses import dataclass
from typing import Final

from simdesk.models.orders import OrderState, OrderType
from simdesk.models.voucher import Voucher
from simdesk.paths import resource
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.providers.simulator.prices import PriceList, read_prices

WALLET_PER_CARD: Final = 600
"""Minor units in the wallet of a new world, for each card of the fleet."""
WALLET_LEAST: Final = 200_000


@dataclass(slots=True)
class _Purchase:
    kind: OrderType
    minor: int
    created: int
    card: int
    voucher: str
    quantity: int = 0
    size_kb: int = 0
    state: OrderState = OrderState.COMPLETED

    @property
    def paid(self) -> bool:
        return self.state is OrderState.COMPLETED


def price_list() -> PriceList:
    """The price list that came with the program. Raises KnownError."""
    return read_prices(resource("prices.toml"))


class Purchases:
    """Collects orders while cards are written, and writes them in order of time."""

    def __init__(self, plan: FleetPlan) -> None:
        self._plan = plan
        self._prices = price_list()
        self._orders: dict[str, _Purchase] = {}
        self._renewals: dict[tuple[str, int], int] = {}
        self._firsts: dict[str, int] = {}

    def first(self, number: str, voucher: Voucher, opened: int) -> None:
        """A card's first plan, bought in one order with others of its voucher and fortnight."""
        order = self._orders.get(number)
        if order is None:
            order = _Purchase(OrderType.NEW, 0, opened, 0, voucher.text)
            self._orders[number] = order
        order.minor += self._first_price(voucher)
        order.quantity += 1
        order.created = min(order.created, opened)

    def _first_price(self, voucher: Voucher) -> int:
        price = self._firsts.get(voucher.text)
        if price is None:
            pooled = voucher.plan_type.pooled
            money = self._prices.month(voucher) if pooled else self._prices.renewal(voucher, 1)
            self._firsts[voucher.text] = price = money.minor
        return price

    def _renewal_price(self, voucher: Voucher, months: int) -> int:
        price = self._renewals.get((voucher.text, months))
        if price is None:
            price = self._prices.renewal(voucher, months).minor
            self._renewals[voucher.text, months] = price
        return price

    def renewal(self, card: int, voucher: Voucher, running: int, ends: int) -> str:
        """A renewal that waits behind the running plan; returns its order number."""
        months = round((ends - running) / 30.4)
        begun = moments.begin(running - 50) + 10 * 3600 + card % 7200
        number = f"22{begun // 86_400:05d}{card:08d}"
        price = self._renewal_price(voucher, max(months, 1))
        self._orders[number] = _Purchase(
            OrderType.RENEW, price, begun, card, voucher.text, max(months, 1)
        )
        return number

    def fees(self, voucher: Voucher, units: int, at: int) -> None:
        """A month's function fees of a pooled plan."""
        price = self._prices.month(voucher).times(units).minor
        self._enter(_Purchase(OrderType.FUNCTION, price, at, 0, voucher.text, units))

    def enlargement(
        self, voucher: Voucher, wanted_kb: int, at: int, state: OrderState = OrderState.COMPLETED
    ) -> None:
        """The largest enlargement of a pooled plan up to `wanted_kb`, if any is so small."""
        offers = self._prices.voucher_offers(voucher).enlargements
        small = [offer for offer in offers if offer.size_kb <= wanted_kb]
        if not small:
            return
        best = max(small, key=lambda offer: offer.size_kb)
        self._enter(
            _Purchase(
                OrderType.ADD_FLOW, best.price.minor, at, 0, voucher.text, 1, best.size_kb, state
            )
        )

    def _enter(self, purchase: _Purchase) -> None:
        self._orders[f"24{purchase.created // 86_400:05d}{len(self._orders):09d}"] = purchase

    def write(self, connection: sqlite3.Connection) -> None:
        # SQLite puts them in order: sorting so many here would hold the interpreter.
        connection.execute(
            "CREATE TEMP TABLE bought (number, kind, state, minor, created, paid, card, voucher,"
            " quantity, size_kb)"
        )
        connection.executemany(
            "INSERT INTO bought VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (number, order.kind.value, order.state.value, order.minor, order.created,
                 order.created + 60 if order.paid else 0, order.card, order.voucher,
                 order.quantity, order.size_kb)
                for number, order in self._orders.items()
            ),
        )  # fmt: skip
        connection.execute(
            "INSERT INTO orders SELECT row_number() OVER (ORDER BY created, number), number, kind,"
            " state, minor, created, paid, card, voucher, NULL, quantity, size_kb FROM bought"
        )
        connection.execute("DROP TABLE bought")
        connection.execute(
            "INSERT INTO charge SELECT row_number() OVER (ORDER BY id), number, card, 'order',"
            " minor, paid FROM orders WHERE paid > 0"
        )
        self._fill_wallet(connection)

    def _fill_wallet(self, connection: sqlite3.Connection) -> None:
        spent, first = connection.execute(
            "SELECT coalesce(sum(minor), 0), min(at) - 60 FROM charge"
        ).fetchone()
        left = max(WALLET_LEAST, WALLET_PER_CARD * self._plan.cards)
        start = moments.seconds(moments.START) if first is None else first - 86_400
        connection.execute(
            "INSERT INTO wallet VALUES (1, ?, ?, 'deposit', NULL)", (start, spent + left)
        )
        connection.execute(
            "INSERT INTO wallet SELECT id + 1, at, -minor, 'order', id FROM charge ORDER BY id"
        )
