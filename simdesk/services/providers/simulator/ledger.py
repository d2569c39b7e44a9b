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

    def first(self, number: str, voucher: Voucher, opened: int) -> None:
        """A card's first plan, bought in one order with others of its voucher and fortnight."""
        pooled = voucher.plan_type.pooled
        price = (self._prices.month(voucher) if pooled else self._prices.renewal(voucher, 1)).minor
        order = self._orders.setdefault(
            number, _Purchase(OrderType.NEW, 0, opened, 0, voucher.text)
        )
        order.minor += price
        order.quantity += 1
        order.created = min(order.created, opened)

    def renewal(self, card: int, voucher: Voucher, running: int, ends: int) -> str:
        """A renewal that waits behind the running plan; returns its order number."""
        months = round((ends - running) / 30.4)
        begun = moments.begin(running - 50) + 10 * 3600 + card % 7200
        number = f"22{begun // 86_400:05d}{card:08d}"
        price = self._prices.renewal(voucher, max(months, 1)).minor
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
        ordered = sorted(self._orders.items(), key=lambda item: (item[1].created, item[0]))
        connection.executemany(
            "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)",
            [
                (row, number, order.kind.value, order.state.value, order.minor, order.created,
                 order.created + 60 if order.paid else 0, order.card, order.voucher,
                 order.quantity, order.size_kb)
                for row, (number, order) in enumerate(ordered, 1)
            ],
        )  # fmt: skip
        charged = [(number, order) for number, order in ordered if order.paid]
        connection.executemany(
            "INSERT INTO charge VALUES (?, ?, ?, 'order', ?, ?)",
            [
                (row, number, order.card, order.minor, order.created + 60)
                for row, (number, order) in enumerate(charged, 1)
            ],
        )
        self._fill_wallet(connection, charged)

    def _fill_wallet(
        self, connection: sqlite3.Connection, ordered: list[tuple[str, _Purchase]]
    ) -> None:
        spent = sum(order.minor for _, order in ordered)
        left = max(WALLET_LEAST, WALLET_PER_CARD * self._plan.cards)
        start = ordered[0][1].created - 86_400 if ordered else moments.seconds(moments.START)
        connection.execute(
            "INSERT INTO wallet VALUES (1, ?, ?, 'deposit', NULL)", (start, spent + left)
        )
        connection.executemany(
            "INSERT INTO wallet VALUES (?, ?, ?, 'order', ?)",
            [
                (row + 1, order.created + 60, -order.minor, row)
                for row, (_, order) in enumerate(ordered, 1)
            ],
        )
