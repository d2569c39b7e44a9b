"""Paper: a provider that can only be read. Three cards, written down here, on a day of June."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from simdesk.models.account_commands import AccountCommand
from simdesk.models.capabilities import READ_ONLY, Capabilities
from simdesk.models.commands import CardRef, Command
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money, Offers, VoucherOffers
from simdesk.models.outcomes import Outcome, Refused
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.texts import text
from simdesk.models.usage import CardUsage, MonthUsage
from simdesk.services.providers.base import CardPage, CardReading, OrderPage
from tests.factories import a_moment, some_details, some_facts

NAME = "paper"
NOW = a_moment(2026, 6, 15, 9, 0)
A_DAY_KB = 512
CARDS = tuple(
    some_facts(
        iccid=f"8986032100000000{serial:04d}",
        instance_id=f"P{serial}",
        msisdns=(f"144000000{serial:04d}",),
        imsis=(f"46000000000{serial:04d}",),
        cycle_usage_kb=A_DAY_KB * (NOW.day - 1),
        activated_at=a_moment(2026, 1, 1),
        opened_at=a_moment(2026, 1, 1),
    )
    for serial in (1, 2, 3)
)
BY_REF = {facts.ref: CardReading(facts, some_details()) for facts in CARDS}
VOUCHERS = {facts.voucher for facts in CARDS}


async def open_paper(folder: Path, *told: object) -> "Paper":
    """Nothing is kept, so `folder` stays as it is."""
    del folder, told
    return Paper()


class Paper:
    """A `Provider`, as small as the contract lets it be."""

    name = NAME
    account = "nobody"
    identity = f"{NAME}:{account}"
    secrets: Sequence[str] = ()
    capabilities: Capabilities = READ_ONLY

    def now(self) -> datetime:
        return NOW

    async def cards(self, page: int) -> CardPage:
        self._check(page >= 1)
        return CardPage(CARDS if page == 1 else (), page, 1, len(CARDS))

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        self._check(len(cards) <= self.capabilities.bulk_reads)
        return {ref: BY_REF[ref] for ref in cards if ref in BY_REF}

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        self._check(len(cards) <= self.capabilities.bulk_reads)
        self._check(len(months) <= self.capabilities.history_months)
        used = CardUsage(tuple(MonthUsage(month, _days(month)) for month in months))
        return {ref: used for ref in cards if ref in BY_REF}

    async def offers(self, card: CardRef) -> Offers:
        self._check(card in BY_REF)
        return Offers()

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        self._check(voucher in VOUCHERS, voucher)
        return None

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        self._check(voucher in VOUCHERS, voucher)
        return VoucherOffers()

    async def orders(self, since: date, page: int) -> OrderPage:
        self._check(page >= 1)
        return OrderPage((), page, 1)

    async def balance(self) -> Money | None:
        return None

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        return Refused("paper.ReadOnly", "Paper can only be read.")

    async def aclose(self) -> None: ...

    def _check(self, fine: bool, what: str = "this") -> None:
        if not fine:
            raise ProviderFault(text("Paper knows nothing of {what}.", what=what), "paper.Unknown")


def _days(month: Month) -> tuple[int | None, ...]:
    """The same amount on every day of the month that is over."""
    over = NOW.day - 1 if month == Month.of(NOW.date()) else 0
    return (A_DAY_KB,) * over + (None,) * (31 - over)
