"""What needs a person today, and the money behind it."""

from datetime import date
from functools import partial

from simdesk.models.commands import CardRef
from simdesk.models.errors import KnownError
from simdesk.models.monthly_cost import month_price
from simdesk.models.orders import Money
from simdesk.models.overview import Overview
from simdesk.models.overview_counting import Counted, overview, priced_vouchers
from simdesk.models.periods import local
from simdesk.services.calls import Calls
from simdesk.services.storage import overview_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.listing_store import refs_of


class OverviewService:
    """Counts the desk's cards; only prices are asked of the provider, once a voucher and day.

    Prices of plans belong to their voucher, so one card of each stands for all
    (`Provider.offers`). An active card of a pooled plan costs a function fee a month
    (domain.md 3.3).
    """

    def __init__(self, database: Database, calls: Calls) -> None:
        self._database = database
        self._calls = calls
        self._prices: dict[str, Money | None] = {}
        self._asked_on: dict[str, date] = {}
        self._counted: Counted | None = None

    def today(self) -> date:
        """The business date, in Asia/Shanghai."""
        return local(self._calls.now()).date()

    async def overview(self) -> Overview:
        """The numbers of this moment, with the prices that are known (`Cost.unasked`: not yet)."""
        return overview(await self._count(), self._prices)

    async def read_prices(self) -> Overview | None:
        """Ask for the prices the numbers need and were not told today.

        Tells the last numbers with them; None when no price is new. A price that cannot be read
        stays what it was; it is asked for again the next time.
        """
        today, before = self.today(), dict(self._prices)
        needed = priced_vouchers(self._counted or await self._count())
        wanted = {
            voucher: card_id
            for voucher, card_id in needed.items()
            if self._asked_on.get(voucher) != today
        }
        refs = await self._database.read(partial(refs_of, ids=list(wanted.values())))
        for voucher, card_id in wanted.items():
            try:
                price = await self._price(voucher, refs[card_id])
            except KnownError:
                # The numbers are worth more than their price: that one is said to be missing.
                self._prices.setdefault(voucher, None)
            else:
                self._prices[voucher], self._asked_on[voucher] = price, today
        if self._prices == before:
            return None
        return overview(self._counted or await self._count(), self._prices)

    async def _price(self, voucher: str, card: CardRef) -> Money | None:
        """A month of the plan, or the function fee where a card has no plan of its own."""
        price = month_price(await self._calls.offers(card))
        if price is None:
            price = (await self._calls.voucher_offers(voucher)).function_fee
        return price

    async def _count(self) -> Counted:
        account, today = self._calls.account, self.today()
        self._counted = await self._database.read(
            partial(overview_store.counted, account=account, today=today)
        )
        return self._counted
