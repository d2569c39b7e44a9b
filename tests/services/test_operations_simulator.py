"""Operations into a simulated world under each kind of fault: the journal tells what happened."""

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from simdesk.compose import Desk, open_desk
from simdesk.models.action import Action
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.operations import (
    ActRequest,
    AddOnRequest,
    Hold,
    ItemState,
    OperationState,
    RenewRequest,
    Request,
)
from simdesk.models.orders import Money, OrderState
from simdesk.services.providers.simulator import FAULTS, FleetPlan, Simulation, Simulator
from simdesk.services.providers.simulator.fleet_plan import Profile
from simdesk.services.providers.simulator.truth import truth

REQUESTS: dict[str, ActRequest] = {
    "suspend": Request(Action.SUSPEND),
    "resume": Request(Action.RESUME),
    "renew": RenewRequest(1),
    "add-on": AddOnRequest(102_400, 1),
    "cancel": Request(Action.CANCEL),
}
CARDS = 40
CASES = [
    *((Profile.DEMO, faults) for faults in sorted(FAULTS)),
    *((Profile.LINKCARD, faults) for faults in ("none", "rough", "late effect", "answer lost")),
]
HAPPENS = {"suspend": "suspended", "resume": "resumed", "cancel": "cancelled"}


async def opened(folder: Path, clock: Any, profile: Profile, cards: int = CARDS) -> Desk:
    serials = Random("serials").getrandbits
    plan = FleetPlan(cards=cards, seed=7, profile=profile)
    desk = await open_desk(folder, plan, clock, "Li Na", random_bits=serials)
    world(desk).paused = True
    await world(desk).set_wallet(Money(10_000_000))
    await desk.sync.run()
    return desk


def world(desk: Desk) -> Simulation:
    assert desk.simulation is not None
    return desk.simulation


async def done(desk: Desk, request: ActRequest) -> str | None:
    ids = await desk.cards.ids(CardFilter(), Sort())
    preview = await desk.operations.preview(request, ids)
    if not preview.eligible_count:
        return None
    op_id = await desk.operations.start(preview)
    if preview.not_before is not None:
        await world(desk).advance_to(preview.not_before + timedelta(minutes=1))
        await desk.operations.release_due()
    while True:
        while desk.operations.running:
            await asyncio.sleep(0.002)  # threads work: their time is real
        (row,) = [row for row in await desk.operations.operations() if row.id == op_id]
        if row.state is not OperationState.RUNNING:
            return op_id
        if row.hold is not None:
            await desk.operations.carry_on(op_id)  # a person has looked, and goes on
        await asyncio.sleep(0.002)


async def mismatches(desk: Desk) -> list[str]:
    """Items whose state is not what the world did for their serial."""
    assert isinstance(desk.provider, Simulator)
    now = await truth(desk.provider.room, usage=False)
    paid = Counter(
        order.serial
        for order in now.orders
        if order.state is OrderState.COMPLETED and order.serial is not None
    )
    happened = Counter((event.detail, event.what) for event in now.events if event.detail)
    rows = await desk.database.read(
        lambda connection: [
            tuple(row)
            for row in connection.exec_driver_sql(
                "SELECT serial, op_item.state, action FROM op_item"
                " JOIN operation ON operation.id = op_id"
            )
        ]
    )
    found = []
    for serial, state, action in rows:
        effects = happened[serial, HAPPENS[action]] if action in HAPPENS else paid[serial]
        if effects != (state == ItemState.DONE):
            found.append(f"{action} {state}: {effects} effects")
    return found


@pytest.mark.long_async(120)
@pytest.mark.parametrize(("profile", "faults"), CASES)
async def test_the_journal_tells_what_the_world_did(
    profile: Profile, faults: str, tmp_path: Path, virtual_clock: Any
) -> None:
    desk = await opened(tmp_path, virtual_clock, profile)
    try:
        for request in REQUESTS.values():
            world(desk).fault_profile = faults
            await done(desk, request)
            world(desk).fault_profile = "none"
            await world(desk).advance_to(world(desk).now + timedelta(hours=1))
            await desk.operations.settle()
            await desk.sync.run()
        rows = await desk.operations.operations()
        assert len(rows) >= 4
        left = {state for row in rows for state, count in row.counts.items() if count}
        assert all(state.final for state in left), left
        assert await mismatches(desk) == []
    finally:
        await desk.aclose()


@pytest.mark.long_async(60)
async def test_a_desk_closed_in_the_middle_knows_what_it_sent(
    tmp_path: Path, virtual_clock: Any
) -> None:
    # So many that some still wait when the first are settled, however fast the threads are.
    desk = await opened(tmp_path, virtual_clock, Profile.DEMO, cards=400)
    world(desk).fault_profile = "rough"
    ids = await desk.cards.ids(CardFilter(), Sort())
    op_id = await desk.operations.start(await desk.operations.preview(REQUESTS["suspend"], ids))
    while (await desk.operations.operations())[0].settled < 3:
        await asyncio.sleep(0.001)
    await desk.aclose()
    desk = await opened(tmp_path, virtual_clock, Profile.DEMO, cards=400)
    try:
        await world(desk).advance_to(world(desk).now + timedelta(hours=1))
        await desk.operations.settle()
        (row,) = await desk.operations.operations()
        assert row.id == op_id
        assert row.counts[ItemState.PLANNED] > 0
        assert row.hold is Hold.PAUSED
        await desk.operations.stop(op_id)
        (row,) = await desk.operations.operations()
        assert row.counts[ItemState.WITHDRAWN] > 0
        assert row.settled == row.total
        assert await mismatches(desk) == []
    finally:
        await desk.aclose()
