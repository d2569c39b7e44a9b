"""Every call to the provider: inside the rate, reads repeated when waiting helps, sends never."""

import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from random import Random
from typing import TypeVar

from simdesk.models.account_commands import AccountCommand
from simdesk.models.capabilities import Capabilities
from simdesk.models.clock import Clock
from simdesk.models.commands import CardRef, Command
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money, Offers, VoucherOffers
from simdesk.models.outcomes import Accepted, Done, NotSent, Outcome
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.redaction import Redactor
from simdesk.models.usage import CardUsage
from simdesk.services.answers import redacted_fault, redacted_outcome
from simdesk.services.logs import note
from simdesk.services.providers.base import CardPage, CardReading, OrderPage, Provider
from simdesk.services.rate import TokenBucket

T = TypeVar("T")
_WELL = (Done, Accepted)
_FIRST_PAUSE = 0.25
_LONGEST_PAUSE = 30.0
_LOG = logging.getLogger(__name__)


class Calls:
    """A provider behind its rate limit.

    Reads are tried up to `attempts` times while the provider says that waiting helps, with pauses
    that double and vary by `chance`. What is sent is sent once: only a journal may decide more.
    What the provider says in words has gone through `redactor` when it is handed on (F57).
    """

    def __init__(
        self,
        provider: Provider,
        bucket: TokenBucket,
        clock: Clock,
        chance: Random | None = None,
        attempts: int = 5,
        *,
        redactor: Redactor | None = None,
    ) -> None:
        self._provider = provider
        self._bucket = bucket
        self._clock = clock
        self._chance = Random(0) if chance is None else chance
        self._attempts = attempts
        self._redactor = Redactor() if redactor is None else redactor

    @property
    def capabilities(self) -> Capabilities:
        return self._provider.capabilities

    @property
    def rate(self) -> float:
        """Calls a second that pass at present."""
        return self._bucket.rate

    @property
    def waiting(self) -> int:
        """How many calls wait for their turn."""
        return self._bucket.waiting

    @property
    def name(self) -> str:
        """The provider's registered name."""
        return self._provider.name

    @property
    def account(self) -> str:
        """Whose cards these are."""
        return self._provider.account

    def now(self) -> datetime:
        """Business time, in Asia/Shanghai."""
        return self._provider.now()

    async def cards(self, page: int, *, urgent: bool = False) -> CardPage:
        """One page of the list, from 1. Raises ProviderFault."""
        return await self._read(partial(self._provider.cards, page), urgent)

    async def read(
        self, refs: Sequence[CardRef], *, urgent: bool = False
    ) -> Mapping[CardRef, CardReading]:
        """Cards in full, any number of them; an unknown card is absent. Raises ProviderFault."""
        found: dict[CardRef, CardReading] = {}
        for part in self._parts(refs):
            found.update(await self._read(partial(self._provider.read, part), urgent))
        return found

    async def usage(
        self, refs: Sequence[CardRef], months: Sequence[Month], *, urgent: bool = False
    ) -> Mapping[CardRef, CardUsage]:
        """Daily usage of any number of cards. Raises ProviderFault."""
        found: dict[CardRef, CardUsage] = {}
        for part in self._parts(refs):
            found.update(await self._read(partial(self._provider.usage, part, months), urgent))
        return found

    async def offers(self, ref: CardRef) -> Offers:
        """What can be bought for this card's voucher. Raises ProviderFault."""
        return await self._read(partial(self._provider.offers, ref), urgent=True)

    async def pool(self, voucher: str, month: Month, *, urgent: bool = False) -> PoolReading | None:
        """A voucher's figures of a month; None where there are none. Raises ProviderFault."""
        return await self._read(partial(self._provider.pool, voucher, month), urgent)

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        """What can be bought for a voucher now. Raises ProviderFault."""
        return await self._read(partial(self._provider.voucher_offers, voucher), urgent=True)

    async def orders(self, since: date, page: int) -> OrderPage:
        """Orders since a day, newest first, pages from 1. Raises ProviderFault."""
        return await self._read(partial(self._provider.orders, since, page), urgent=False)

    async def balance(self) -> Money | None:
        """Money left to pay with; None where the provider does not tell. Raises ProviderFault."""
        return await self._read(self._provider.balance, urgent=True)

    async def send(
        self,
        command: Command | AccountCommand,
        serial: str,
        *,
        urgent: bool = False,
        wanted: Callable[[], bool] | None = None,
    ) -> Outcome:
        """Send once. `wanted` is asked when the turn has come: if it says no, nothing is sent."""
        await self._bucket.take(urgent=urgent)
        if wanted is not None and not wanted():
            return NotSent("no longer wanted")
        outcome = redacted_outcome(await self._provider.send(command, serial), self._redactor)
        if not isinstance(outcome, _WELL):
            note(_LOG, "a send was not done", kind=type(command).__name__, answer=repr(outcome))
        return outcome

    def slow_down(self, seconds: float) -> None:
        """The provider throttled a send."""
        self._bucket.slow_down(seconds)

    def _parts(self, refs: Sequence[CardRef]) -> Iterator[Sequence[CardRef]]:
        size = max(1, self.capabilities.bulk_reads)
        for start in range(0, len(refs), size):
            yield refs[start : start + size]

    async def _read(self, call: Callable[[], Awaitable[T]], urgent: bool) -> T:
        tries = 0
        while True:
            await self._bucket.take(urgent=urgent)
            try:
                return await call()
            except ProviderFault as fault:
                tries += 1
                redacted_fault(fault, self._redactor)
                note(_LOG, "a read failed", level=logging.WARNING, code=fault.code, tries=tries)
                if fault.retry_after is None or tries >= self._attempts:
                    raise
                pause = max(fault.retry_after, min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**tries))
            # Longer by chance, so that many readers do not come back at once.
            await self._clock.sleep(pause * (1 + self._chance.random() / 2))
