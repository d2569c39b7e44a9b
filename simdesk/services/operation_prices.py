"""What an act costs now: the price in an offer, and prices asked anew before sending (F18)."""

import asyncio
from dataclasses import dataclass

from simdesk.models.clock import Clock
from simdesk.models.commands import CardRef
from simdesk.models.operations import ActRequest, AddOnRequest, RenewRequest
from simdesk.models.orders import Money, Offers
from simdesk.services.calls import Calls

HOLDS = 600.0
"""Seconds for which a price that was read is taken to hold; the provider has the last word."""


def price_of(request: ActRequest, offers: Offers) -> tuple[Money, int] | None:
    """What the act costs for one card, and the months it adds; None when it is not offered."""
    if isinstance(request, RenewRequest):
        for renewal in offers.renewals:
            if renewal.periods == request.periods:
                return renewal.price, renewal.months
    if isinstance(request, AddOnRequest):
        for add_on in offers.add_ons:
            if add_on.tier_kb == request.tier_kb:
                return add_on.price.times(request.quantity), 0
    return None


@dataclass(frozen=True, slots=True)
class _Quote:
    price: Money | None
    until: float


class Quotes:
    """Prices of one act by voucher, read again when they are old, by one worker for all."""

    def __init__(self, request: ActRequest, calls: Calls, clock: Clock) -> None:
        self._request = request
        self._calls = calls
        self._clock = clock
        self._known: dict[str, _Quote] = {}
        self._reading = asyncio.Lock()

    async def dearer(self, voucher: str, card: CardRef, approved: Money) -> bool:
        """Whether it costs more than was approved, or is no longer sold. Raises ProviderFault."""
        async with self._reading:
            quote = self._known.get(voucher)
            if quote is None or quote.until < self._clock.monotonic():
                found = price_of(self._request, await self._calls.offers(card))
                price = None if found is None else found[0]
                quote = self._known[voucher] = _Quote(price, self._clock.monotonic() + HOLDS)
        return not approved.covers(quote.price)
