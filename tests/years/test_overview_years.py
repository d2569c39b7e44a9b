"""Two years of a small fleet: on every day the Overview tells what the world's books tell.

The desk counts by SQL over what it read; the books are counted card by card in plain Python.
What was foretold for a day is what the world did on it.
"""

import os
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from simdesk.compose import Desk, open_desk
from simdesk.models.account_commands import AccountCommand, AddCards
from simdesk.models.commands import (
    CancelAccount,
    CardRef,
    Command,
    ForceActivate,
    Renew,
    Resume,
    ResumeUse,
    SetAutoRenew,
    Suspend,
)
from simdesk.models.filters import Sort
from simdesk.models.orders import Money
from simdesk.models.overview import Dated, Overview
from simdesk.models.periods import ZONE
from simdesk.models.status import Base
from simdesk.services.providers.simulator import FleetPlan, Simulation, Simulator
from simdesk.services.storage import overview_store
from tests.at_once import at_once
from tests.overview_figures import figures
from tests.years.clock import LifeClock
from tests.years.overview_by_hand import Books, books_of, differences, pools_used, specific

DAYS = int(os.environ.get("SIMDESK_YEARS_DAYS", "730"))
SEEDS = [int(seed) for seed in os.environ.get("SIMDESK_YEARS_SEEDS", "14").split()]
CARDS = 60
POOLS_EVERY = 8
"""Days between two readings of what the provider tells of pools: a call for every voucher."""
ACTS = (Suspend, Suspend, Resume, ResumeUse, ForceActivate, CancelAccount)


@dataclass
class SmallLife:
    """A desk on a world that moves a day at a time; commands go straight to the provider."""

    desk: Desk
    chance: Random
    sent: int = 0
    foretold: dict[str, list[CardRef]] = field(default_factory=dict)
    """Cards of which something was foretold for tomorrow, by what."""

    @property
    def simulation(self) -> Simulation:
        assert self.desk.simulation is not None
        return self.desk.simulation

    async def books(self) -> Books:
        assert isinstance(self.desk.provider, Simulator)
        return await self.desk.provider.room.ask(books_of)

    async def night(self) -> None:
        """A night passes, to some hour of the next day."""
        hour = timedelta(minutes=self.chance.randrange(22 * 60))
        tomorrow = self.simulation.now.date() + timedelta(days=1)
        await self.simulation.advance_to(
            datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=ZONE) + hour
        )

    async def act(self, books: Books) -> None:
        """Ask for something, of any card of which nothing was foretold for today."""
        left_alone = {ref for refs in self.foretold.values() for ref in refs}
        card = self.chance.choice(books.cards)
        if card.facts.ref in left_alone:
            return
        kind = self.chance.random()
        if kind < 0.03:
            await self._buy_cards(card.facts.voucher)
        elif kind < 0.35 and card.state.base is not Base.CANCELLED:
            await self._renew(card.facts.ref)
        elif kind < 0.5:
            await self._send(SetAutoRenew(card.facts.ref, self.chance.random() < 0.5))
        else:
            await self._send(self.chance.choice(ACTS)(card.facts.ref))

    async def _renew(self, ref: CardRef) -> None:
        offers = await self.desk.provider.offers(ref)
        if offers.renewals:
            offer = self.chance.choice(offers.renewals[:3])
            await self._send(Renew(ref, offer.periods, offer.price))

    async def _buy_cards(self, voucher: str) -> None:
        """They come with a test period, or silent, days later."""
        price = (await self.desk.provider.voucher_offers(voucher)).card
        if price is not None:
            await self._send(AddCards(voucher, 2, price.times(2)))

    async def _send(self, command: Command | AccountCommand) -> None:
        self.sent += 1
        await self.desk.provider.send(command, f"life-{self.sent}")

    async def look(self, *, pools: bool) -> Overview:
        """Sync, with what the provider tells of pools or without, and look."""
        await self.desk.sync.run()
        if pools:
            await self.desk.vouchers.read()
        told = await self.desk.overview.overview()
        if told.cancellable.fee.unasked or any(one.cost.unasked for one in told.idle):
            await self.desk.overview.read_prices()
            told = await self.desk.overview.overview()
        return told

    async def pools_miscounted(self, books: Books) -> list[str]:
        """Same-tier vouchers whose use this month the desk counts otherwise than the books."""
        count = partial(
            overview_store.counted, account=self.desk.provider.account, today=books.today
        )
        told = await self.desk.database.read(count)
        mine = {
            voucher: use.used_kb + told.cancelled_used_kb.get(voucher, 0)
            for voucher, use in told.pool_use.items()
        }
        return [
            f"{voucher}: {mine.get(voucher.lower())} on the desk, {used} in the books"
            for voucher, (_, used) in pools_used(books).items()
            if "_SF" in voucher and mine.get(voucher.lower()) != used
        ]

    async def foretell(self, overview: Overview) -> None:
        """Note which cards something shall happen to tonight."""
        tomorrow = overview.today + timedelta(days=1)
        self.foretold = {
            "auto-cancelled": await self._cards(overview.auto_cancels.days, tomorrow),
            "activated": await self._cards(overview.silent_ends.days, tomorrow),
        }

    async def _cards(self, days: tuple[Dated, ...], day: date) -> list[CardRef]:
        ids = [
            card_id
            for one in days
            if one.day == day
            for card_id in await self.desk.cards.ids(one.figure.question, Sort())
        ]
        return [row.facts.ref for row in await self.desk.cards.rows(ids)]

    def unfulfilled(self, books: Books) -> list[str]:
        """What was foretold for today and did not come about."""
        now = {card.facts.ref: card for card in books.cards}
        wanted = {"auto-cancelled": Base.CANCELLED, "activated": Base.ACTIVE}
        return [
            f"{ref.iccid} is {specific(now[ref])}, not {what}"
            for what, refs in self.foretold.items()
            for ref in refs
            if now[ref].state.base is not wanted[what]
        ]


@asynccontextmanager
async def a_small_life(folder: Path, seed: int) -> AsyncIterator[SmallLife]:
    # The carriers interfere so often that something happens to sixty cards every few days.
    plan = FleetPlan(cards=CARDS, seed=seed, restless=20)
    bits = Random(seed).getrandbits
    desk = await open_desk(folder, plan, LifeClock(), "operator", random_bits=bits)
    assert isinstance(desk.provider, Simulator)
    # No thread may be quicker than another, or the seed would not replay the life.
    at_once(desk.database)
    at_once(desk.provider.room)
    life = SmallLife(desk, Random(seed))
    life.simulation.paused = True
    await life.simulation.set_wallet(Money(1_000_000_00))
    try:
        yield life
    finally:
        await desk.aclose()


def to_look_at(today: date) -> bool:
    """Every second day; every day where months turn and around the 20th."""
    return today.day % 2 == 0 or today.day <= 3 or today.day >= 27 or 18 <= today.day <= 22


@pytest.mark.years
@pytest.mark.long_async(1_800)
@pytest.mark.parametrize("seed", SEEDS)
async def test_overview_and_world_agree_for_two_years(tmp_path: Path, seed: int) -> None:
    seen: Counter[str] = Counter()
    async with a_small_life(tmp_path, seed) as life:
        books = await life.books()
        for number in range(1, DAYS + 1):
            if to_look_at(life.simulation.now.date()):
                await life.act(books)
                pools = number % POOLS_EVERY == 0
                overview = await life.look(pools=pools)
                books = await life.books()
                place = f"seed {seed}, day {number}, {books.today}"
                assert differences(overview, books, pooled=pools) == [], place
                assert life.unfulfilled(books) == [], place
                if pools:
                    assert await life.pools_miscounted(books) == [], place
                seen.update({what: len(refs) for what, refs in life.foretold.items()})
                seen.update(name.partition(".")[0] for name, one in figures(overview) if one.cards)
                await life.foretell(overview)
            await life.night()
    if DAYS >= 365:  # nothing of this is worth much if there was nothing to see
        wanted = ("auto-cancelled", "activated", "cancellable", "pools", "idle", "risks")
        assert [what for what in wanted if not seen[what]] == []
