"""The Overview over a stored fleet, and what it asks the provider: a price for each voucher."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from simdesk.models.commands import CardRef
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.filters import Sort
from simdesk.models.monthly_cost import Cost
from simdesk.models.orders import Money, Offers, RenewalOffer, VoucherOffers
from simdesk.models.overview import Cancellable
from simdesk.models.texts import text
from simdesk.models.voucher import PlanType
from simdesk.services.overview import OverviewService
from tests.factories import a_card_row, a_moment
from tests.overview_figures import figures
from tests.services.desk_stage import staged

PRICES = {"CM_SC_M_2_100M": Offers((RenewalOffer(1, 1, Money(500)),)), "CM_UP_M_2_beika4": Offers()}

CARDS: tuple[dict[str, Any], ...] = (
    {"specific": 40},
    {"specific": 40},
    {"specific": 200, "plan_type": PlanType.UP},
    {"plan_type": PlanType.SF},
    {"quiet_since": a_moment(2026, 1, 1, 0), "plan_type": PlanType.UP},
    {"specific": 50, "voucher": "CM_SC_M_2_30M"},
    {"specific": 20},
)


class Prices:
    """What the service asks of `Calls`: what is sold for a card."""

    account = "demo"

    def __init__(self, vouchers: Sequence[str]) -> None:
        self.vouchers = {str(number): one for number, one in enumerate(vouchers, start=1)}
        self.asked: list[str] = []
        self.fault: KnownError | None = None
        self.fees = VoucherOffers()
        self.time = a_moment(2026, 6, 15, 9)

    def now(self) -> datetime:
        return self.time

    async def offers(self, ref: CardRef) -> Offers:
        voucher = self.vouchers[ref.instance_id]
        self.asked.append(voucher)
        if self.fault is not None:
            raise self.fault
        return PRICES[voucher]

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        assert not PRICES[voucher].renewals
        return self.fees


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[OverviewService, Prices, Any]]:
    rows = [
        a_card_row(**{"id": number, "instance_id": str(number), **one})
        for number, one in enumerate(CARDS, start=1)
    ]
    calls = Prices([row.facts.voucher for row in rows])
    async with staged(folder, rows) as stage:
        yield OverviewService(stage.database, calls), calls, stage  # type: ignore[arg-type]


async def fee(service: OverviewService) -> Cost:
    told: Cancellable = (await service.overview()).cancellable
    assert told.figure.cards == 3
    return told.fee


async def test_numbers_come_without_waiting_for_prices(tmp_path: Path) -> None:
    async with opened(tmp_path) as (service, calls, _):
        assert await fee(service) == Cost(unasked=3)
        assert calls.asked == []


async def test_one_card_of_each_voucher_is_asked_for(tmp_path: Path) -> None:
    async with opened(tmp_path) as (service, calls, _):
        told = await service.read_prices()
        assert told is not None
        assert told == await service.overview()
        # Neither the same-tier card in use nor the cancelled one is in any sum.
        assert sorted(calls.asked) == ["CM_SC_M_2_100M", "CM_UP_M_2_beika4"]
        assert await fee(service) == Cost((Money(1_000),), unpriced=1)
        idle = (await service.overview()).idle
        assert [(one.figure.cards, one.cost) for one in idle] == [(1, Cost(unpriced=1))] * 3
        assert not await service.read_prices()
        assert len(calls.asked) == 2


async def test_a_pooled_card_costs_a_function_fee(tmp_path: Path) -> None:
    async with opened(tmp_path) as (service, calls, _):
        calls.fees = VoucherOffers(function_fee=Money(100))
        await service.read_prices()
        # Two stopped cards at 500, one pooled card at 100.
        assert await fee(service) == Cost((Money(1_100),))


async def test_prices_are_read_again_another_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as (service, calls, _):
        await service.read_prices()
        calls.time = a_moment(2026, 6, 15, 23, 59, 59)
        assert not await service.read_prices()
        assert len(calls.asked) == 2
        calls.time = a_moment(2026, 6, 16, 0)
        assert not await service.read_prices()  # the same as yesterday's
        assert len(calls.asked) == 4


async def test_a_price_that_cannot_be_read_is_said_to_be_missing(tmp_path: Path) -> None:
    async with opened(tmp_path) as (service, calls, _):
        calls.fault = ProviderFault(text("The provider is busy."), "Throttling")
        assert await service.read_prices()
        assert await fee(service) == Cost(unpriced=3)
        calls.fault = None
        assert await service.read_prices()
        assert await fee(service) == Cost((Money(1_000),), unpriced=1)
        # What was known once is better than nothing.
        calls.time, calls.fault = a_moment(2026, 6, 16, 0), KnownError(text("No such tier."))
        assert not await service.read_prices()
        assert await fee(service) == Cost((Money(1_000),), unpriced=1)


async def test_every_number_leads_to_its_cards_through_the_card_service(tmp_path: Path) -> None:
    async with opened(tmp_path) as (service, _, stage):
        for place, figure in figures(await service.overview()):
            found = await stage.cards.ids(figure.question, Sort())
            assert figure.cards == len(found), place


async def test_the_day_is_the_providers(tmp_path: Path) -> None:
    async with opened(tmp_path) as (service, calls, _):
        assert (await service.overview()).cancellable.window.days_left == 5
        calls.time = a_moment(2026, 6, 20, 0)
        assert service.today() == date(2026, 6, 20)
        told = await service.overview()
        assert told.today == date(2026, 6, 20)
        assert told.cancellable.window.late
