"""The one interface to every provider, real or simulated (domain.md 8, reliability.md 4.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from simdesk.models.account_commands import AccountCommand
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardDetails, CardFacts
from simdesk.models.commands import CardRef, Command
from simdesk.models.orders import Money, Offers, Order, VoucherOffers
from simdesk.models.outcomes import Outcome
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.usage import CardUsage


@dataclass(frozen=True, slots=True)
class CardPage:
    """One page of the list. `total` counts all cards of the account, cancelled ones included."""

    cards: tuple[CardFacts, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class CardReading:
    """A card read in full: the list's facts and what only details tell, at one moment."""

    facts: CardFacts
    details: CardDetails


@dataclass(frozen=True, slots=True)
class OrderPage:
    orders: tuple[Order, ...]
    number: int
    pages: int


class Provider(Protocol):
    """An asynchronous service in front of the carriers.

    Reads raise ProviderFault with the provider's code and, where waiting helps, `retry_after`
    (seconds). `send` never raises for what providers do every day: it answers with an Outcome.
    Callers keep within `capabilities.calls_per_second`; each awaited method here is one call.
    tests/services/providers/test_contract.py holds every provider to what is said here.
    """

    @property
    def name(self) -> str:
        """The adapter's registered name, such as `simulator`."""
        ...

    @property
    def account(self) -> str:
        """Whose cards these are."""
        ...

    @property
    def identity(self) -> str:
        """Which provider's truth this is: `name`, a colon, and what tells it from all others.

        A desk keeps it, is opened with the provider of that name, and refuses another truth.
        """
        ...

    @property
    def secrets(self) -> Sequence[str]:
        """Keys and passwords it was opened with, each of 6 characters or more; none for most.

        They are hidden in every log, report and message, in whatever form they come back.
        """
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What can be asked here; the same as long as the provider is open."""
        ...

    def now(self) -> datetime:
        """Business time, in Asia/Shanghai (`periods.ZONE`)."""
        ...

    async def cards(self, page: int) -> CardPage:
        """One page of the list, pages from 1, `capabilities.page_size` cards each, stable order.

        Cancelled cards are listed too. A page beyond the last is empty; one below 1 is a
        ProviderFault. `pages` is 1 where there is no card.
        """
        ...

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        """Facts and details of at most `capabilities.bulk_reads` cards; unknown ones are absent.

        The facts are those of the list. More cards than that are a ProviderFault.
        """
        ...

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        """Daily usage of at most `capabilities.bulk_reads` cards and `history_months` months.

        Unknown cards are absent. Each card has the months asked for, in that order, and each month
        31 entries in KB, None where nothing is known: for days that are not over and days that the
        month does not have. More cards or months than that are a ProviderFault.
        """
        ...

    async def offers(self, card: CardRef) -> Offers:
        """What can be bought for this card now, `Offers()` for nothing.

        Prices depend on its voucher alone. An unknown card is a ProviderFault.
        """
        ...

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        """A voucher's figures of one month (domain.md 3.3); None where the provider has none.

        They run up to the end of the day before, as a card's usage does. `cards_total` counts
        cancelled cards too. Used is what cards used from their activation day on: traffic of test
        periods is free. What a card used stays counted when it stops or is cancelled. Left is
        never below 0; what is beyond is outside the plan. A yearly tier is a quota of a year: it
        is held against what active cards used in their running cycles and what those that left
        used in this month (domain.md 9, row 8). SMS are
        the counters of the cards' cycles, without cards that were cancelled in earlier months.
        Raises ProviderFault, for an unknown voucher too.
        """
        ...

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        """What can be bought for this voucher now; empty where nothing is sold for it.

        Raises ProviderFault, for an unknown voucher too.
        """
        ...

    async def orders(self, since: date, page: int) -> OrderPage:
        """Orders created on or after `since`, newest first, pages from 1.

        `serial` is told where `capabilities.query_by_serial` says so, and None elsewhere. A page
        below 1 is a ProviderFault. `pages` is 1 where there is no order.
        """
        ...

    async def balance(self) -> Money | None:
        """Money left to pay orders with; None where the provider does not tell."""
        ...

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        """Ask for one act. `serial` is the caller's unique number for it (domain.md 3.4).

        Refused, with a code: what `capabilities` does not offer, and what the table of permitted
        actions forbids. Throttled and NotSent: certainly without effect. Unknown: it may have
        reached the other side. Done for an act on a card: reading it shows the effect, at once
        where `capabilities.answers_final`.

        A purchase answered with Done is paid, and Done names its order, as it does for orders paid
        or closed, and what was charged where the provider tells it. Cards are in the list within a
        business day, until then their order is processing. With too little money the answer is
        Refused, and the order, named in the message, waits unpaid for PayOrder or CloseOrder.
        """
        ...

    async def aclose(self) -> None:
        """Let go of files and connections."""
        ...
