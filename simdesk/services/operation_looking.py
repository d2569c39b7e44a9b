"""Where it is looked up what became of an act: on the cards, and in the provider's orders."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from simdesk.models.commands import CardRef
from simdesk.models.orders import Order, OrderType
from simdesk.services.calls import Calls
from simdesk.services.providers.base import CardReading
from simdesk.services.sync_reading import side_by_side

AT_ONCE = 4
"""Readings under way together; more would leave sends too little of the rate."""


async def looked_at(calls: Calls, refs: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
    """These cards in full; an unknown card is absent. Raises ProviderFault."""
    size = max(1, calls.capabilities.bulk_reads)
    parts = iter([refs[start : start + size] for start in range(0, len(refs), size)])
    found: dict[CardRef, CardReading] = {}

    async def worker() -> None:
        for part in parts:
            found.update(await calls.read(part))

    await side_by_side(worker() for _ in range(AT_ONCE))
    return found


async def orders_since(calls: Calls, day: date) -> list[Order]:
    """The account's orders from this day on. Raises ProviderFault."""
    found: list[Order] = []
    number = pages = 1
    while number <= pages:
        page = await calls.orders(day, number)
        found.extend(page.orders)
        number, pages = number + 1, page.pages
    return found


class Orders:
    """The provider's orders, by serial where it tells them, else by what they are for."""

    def __init__(self, orders: Iterable[Order]) -> None:
        self._by_serial: dict[str, Order] = {}
        self._newest: dict[tuple[OrderType, str | None], datetime] = {}
        for order in orders:
            if order.serial:
                self._by_serial[order.serial] = order
            key = (order.kind, order.iccid)
            self._newest[key] = max(order.created_at, self._newest.get(key, order.created_at))

    def of(self, serial: str) -> Order | None:
        return self._by_serial.get(serial)

    def placed(self, kind: OrderType, iccid: str, since: datetime) -> bool:
        """Whether one of this kind was placed for the card, or for one that is not told."""
        newest = (self._newest.get((kind, card)) for card in (iccid, None))
        return any(moment is not None and moment >= since for moment in newest)
