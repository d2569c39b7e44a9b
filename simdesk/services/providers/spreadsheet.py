"""The provider of a review: a spreadsheet, which nobody can be asked about and nothing be sent."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final, NoReturn

from simdesk.models.account_commands import AccountCommand
from simdesk.models.capabilities import REVIEW, Capabilities
from simdesk.models.commands import CardRef, Command
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money, Offers, VoucherOffers
from simdesk.models.outcomes import Outcome, Refused
from simdesk.models.periods import Month, local
from simdesk.models.pools import PoolReading
from simdesk.models.reviews import ReviewOf
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.usage import CardUsage
from simdesk.services.providers.base import CardPage, CardReading, OrderPage
from simdesk.services.providers.review_file import read_review

NAME: Final = "spreadsheet"
CODE: Final = "spreadsheet.Offline"
_NOBODY = text(QT_TRANSLATE_NOOP("trade", "This is a spreadsheet: there is no provider to ask."))


async def open_spreadsheet(folder: Path, *told: object) -> "Spreadsheet":
    """The review in `folder`. Raises KnownError where none is complete."""
    del told
    return Spreadsheet(await asyncio.to_thread(read_review, folder))


class Spreadsheet:
    """A `Provider` that answers nothing: all that is known stands on the desk already.

    Its time stands still at the moment the spreadsheet tells of.
    """

    name = NAME
    secrets: Sequence[str] = ()
    capabilities: Capabilities = REVIEW

    def __init__(self, review: ReviewOf) -> None:
        self.review = review
        self.account = review.account
        self.identity = review.identity
        self._now = local(review.at)

    def now(self) -> datetime:
        return self._now

    async def cards(self, page: int) -> CardPage:
        self._nobody(page)

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        self._nobody(cards)

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        self._nobody(cards, months)

    async def offers(self, card: CardRef) -> Offers:
        self._nobody(card)

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        self._nobody(voucher, month)

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        self._nobody(voucher)

    async def orders(self, since: date, page: int) -> OrderPage:
        self._nobody(since, page)

    async def balance(self) -> Money | None:
        self._nobody()

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        del command, serial
        return Refused(CODE, str(_NOBODY))

    async def aclose(self) -> None: ...

    def _nobody(self, *asked: object) -> NoReturn:
        del asked
        raise ProviderFault(_NOBODY, CODE)
