"""What follows a sync: doubts, orders, pools; what fails there costs nothing else its turn."""

from pathlib import Path
from typing import Any

import pytest

from simdesk.models.account_commands import AddCards, EnlargePool
from simdesk.models.changes import SyncMoved
from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderFilter
from simdesk.models.orders import Money, OrderState, OrderType
from simdesk.models.texts import text
from simdesk.services import sync_pace
from simdesk.services.following import Following
from tests.services.small_desk import ANSWER_LOST, POOLED, UNREADABLE, small_desk


class Sync:
    def __init__(self, phase: str = sync_pace.RESTING) -> None:
        self.progress = SyncMoved(False, "", 0, None)
        self.phase = phase
        self.runs = 0
        self.fault: KnownError | None = None

    async def run(self) -> None:
        self.runs += 1
        if self.fault is not None:
            raise self.fault
        self.progress = SyncMoved(False, self.phase, 0, None)


class Steps:
    def __init__(self, **faults: KnownError) -> None:
        self.faults = faults
        self.taken: list[str] = []

    def step(self, name: str) -> Any:
        async def run() -> None:
            self.taken.append(name)
            if name in self.faults:
                raise self.faults[name]

        return run


OUT, LATE = KnownError(text("Out.")), KnownError(text("Late."))


async def test_every_step_has_its_turn_and_the_first_failure_is_told() -> None:
    sync, steps = Sync(), Steps(first=OUT, second=LATE)
    following = Following(sync, [steps.step(name) for name in ("first", "second", "third")])  # type: ignore[arg-type]  # a fake
    with pytest.raises(KnownError, match="Out"):
        await following.sync()
    assert (sync.runs, steps.taken) == (1, ["first", "second", "third"])


async def test_a_sync_that_failed_or_was_stopped_is_followed_by_nothing() -> None:
    sync, steps = Sync(sync_pace.STOPPED), Steps()
    following = Following(sync, [steps.step("first")])  # type: ignore[arg-type]  # a fake
    await following.sync()
    sync.fault = OUT
    with pytest.raises(KnownError, match="Out"):
        await following.sync()
    assert (sync.runs, steps.taken) == (2, [])


async def test_a_second_sync_beside_the_first_does_nothing() -> None:
    sync, steps = Sync(), Steps()
    sync.progress = SyncMoved(True, sync_pace.LISTING, 0, None)
    await Following(sync, [steps.step("first")]).sync()  # type: ignore[arg-type]  # a fake
    assert (sync.runs, steps.taken) == (0, [])


@pytest.mark.long_async(60)
async def test_a_sync_brings_orders_and_pools_and_ends_doubts(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.following.sync()
        before = await desk.orders.list(OrderFilter())
        assert before.total > 100
        rows = {row.voucher: row for row in await desk.vouchers.list()}
        pool = rows[POOLED].pool
        assert pool is not None
        assert pool.total_kb is not None

        offer = (await desk.purchases.offers(POOLED)).enlargements[0]
        small.faults(ANSWER_LOST)
        act = await desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
        assert act.state is ItemState.UNKNOWN
        assert [one.serial for one in await desk.purchases.doubts()] == [act.serial]
        small.faults("none")
        await desk.following.sync()
        assert await desk.purchases.doubts() == []
        after = await desk.orders.list(OrderFilter(kinds=frozenset({OrderType.ADD_FLOW})))
        newest = after.lines[0]
        assert newest.number is not None
        detail = await desk.orders.order(newest.number)
        assert [(one.by, one.state) for one in detail.asked] == [("lin", ItemState.DONE)]
        (row,) = [one for one in await desk.vouchers.list() if one.voucher == POOLED]
        assert row.pool is not None
        assert row.pool.total_kb == pool.total_kb + offer.size_kb


@pytest.mark.long_async(60)
async def test_what_fails_after_a_sync_does_not_lose_the_cards(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        run = desk.sync.run

        async def then_break() -> None:
            await run()
            small.faults(UNREADABLE)

        desk.sync.run = then_break  # type: ignore[method-assign]  # the provider breaks in between
        with pytest.raises(KnownError):
            await desk.following.sync()
        assert await desk.cards.total() > 100
        assert (await desk.orders.list(OrderFilter())).total == 0


@pytest.mark.long_async(60)
async def test_an_act_shows_at_once_in_orders_and_pools(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        card = (await desk.purchases.offers(POOLED)).card
        assert card is not None
        assert await desk.purchases.wallet() == Money(100_000_00)
        act = await desk.purchases.act(AddCards(POOLED, 2, card.times(2)))
        (line,) = (await desk.orders.list(OrderFilter(words=str(act.order)))).lines
        assert (line.state, line.quantity, line.price) == (
            OrderState.PROCESSING,
            2,
            card.times(2),
        )

        await small.wallet(Money(0))
        refused = await desk.purchases.act(AddCards(POOLED, 1, card))
        assert (refused.state, refused.code) == (ItemState.FAILED, "simulator.InsufficientBalance")
        unpaid = await desk.orders.unpaid(POOLED)
        assert unpaid is not None
        assert refused.order == unpaid.number
