"""What a rule tried on history says is what the live checks recorded on the same days."""

import asyncio
from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from simdesk.compose import Desk, open_desk
from simdesk.models.action import Action
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.operations import ActRequest, RenewRequest, Request
from simdesk.models.orders import Money
from simdesk.models.periods import local, midnight
from simdesk.models.rules import (
    EVERY_CARD,
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    PoolShare,
    Push,
    RuleDraft,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.services.providers.simulator import FleetPlan
from simdesk.services.storage import rule_history
from simdesk.services.storage.past import Past
from simdesk.services.storage.side_by_side import day_of
from tests.conftest import VirtualClock

S = SpecificStatus
DAYS = 90
Fired = dict[tuple[date, int | str], tuple[str, bool]]
"""By day and card or voucher: what was measured, and whether it was told."""


def tagged(name: str) -> Group:
    return Group(GroupKind.TAG, name)


def of(voucher: str) -> Group:
    return Group(GroupKind.VOUCHER, voucher)


ENDED = StatusBecomes(frozenset({S.STOPPED, S.CANCELLED}))
HELD = StatusBecomes(frozenset({S.MANUAL, S.USAGE_LIMIT, S.CREDIT_CONTROL, S.DEVICE_CHANGE}))
BACK = StatusBecomes(frozenset({S.IN_USE, S.PARTIAL}))
RULES: list[tuple[str, Condition, Group, Push]] = [
    ("usage cycle", CycleUsage(30), EVERY_CARD, Push.CYCLE),
    ("usage day", CycleUsage(5), tagged("depot"), Push.DAY),
    ("usage check", CycleUsage(1), of("CM_SC_Y_2_1G"), Push.CHECK),
    ("usage of years", CycleUsage(20), of("CT_SC_Y_2_2G"), Push.CYCLE),
    ("share cycle", TierShare(60), EVERY_CARD, Push.CYCLE),
    ("share day", TierShare(90), EVERY_CARD, Push.DAY),
    ("expiry cycle", ExpiresWithin(10), EVERY_CARD, Push.CYCLE),
    ("expiry day", ExpiresWithin(3), EVERY_CARD, Push.DAY),
    ("ended", ENDED, EVERY_CARD, Push.CHECK),
    ("held", HELD, EVERY_CARD, Push.CYCLE),
    ("back day", BACK, EVERY_CARD, Push.DAY),
    ("pool cycle", PoolShare(10), of("CM_SF_M_2_100M"), Push.CYCLE),
    ("pool day", PoolShare(5), of("CU_SF_M_2_200M"), Push.DAY),
]


class Life:
    """A desk that syncs and checks once a day, and an operator who acts before that."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.chance = Random(5)
        assert desk.simulation is not None
        self.simulation = desk.simulation

    async def act(self, words: str, request: ActRequest, most: int) -> None:
        ids = await self.desk.cards.ids(parse_filter(words), Sort())
        chosen = self.chance.sample(ids, min(most, len(ids)))
        preview = await self.desk.operations.preview(request, chosen)
        if preview.eligible_count:
            await self.desk.operations.start(preview)
            while self.desk.operations.running:
                await asyncio.sleep(0.001)

    async def day(self) -> None:
        hour = timedelta(hours=self.chance.randrange(1, 22))
        tomorrow = self.simulation.now.date() + timedelta(days=1)
        await self.simulation.advance_to(midnight(tomorrow) + hour)
        await self.act("status:in_use", Request(Action.SUSPEND), 2)
        await self.act("specific:manual", Request(Action.RESUME), 2)
        await self.act("status:stopped", RenewRequest(self.chance.choice((1, 2))), 2)
        await self.act("status:stopped", Request(Action.CANCEL), 1)
        await self.act("status:inactive plan:SF,SFD", Request(Action.FORCE_ACTIVATE), 1)
        await self.act("specific:device_change", Request(Action.RESUME_USE), 1)
        await self.look()

    async def look(self) -> None:
        await self.desk.sync.run()
        await self.desk.automation.check()

    async def recorded(self, rule_id: int) -> Fired:
        """What the live checks wrote down."""
        found: Fired = {}
        after = None
        while page := await self.desk.automation.records_of_rule(rule_id, after):
            for one in page:
                key = local(one.at).date(), one.card_id or one.voucher or ""
                assert key not in found
                found[key] = (one.value, one.told)
            after = page[-1]
        return found

    async def tried(self, draft: RuleDraft) -> Fired:
        """What the past says, measured values included."""
        today = self.desk.automation.today()
        first = today - timedelta(days=DAYS - 1)

        def walk(connection: object, ids: list[int]) -> Fired:
            usage = not isinstance(draft.condition, StatusBecomes)
            past = Past(connection, ids, first, today, with_usage=usage)  # type: ignore[arg-type]
            return {
                (day_of(one.day), card_id): (str(measured), told)
                for one in rule_history.firings(past, draft.condition, draft.push)
                for card_id, measured, told in zip(
                    one.ids.tolist(), one.measured.tolist(), one.notified.tolist(), strict=True
                )
            }

        database = self.desk.database
        group = partial(rule_history.ids_of_group, group=draft.group)
        return await database.read(partial(walk, ids=await database.read(group)))


@pytest.mark.long_async(240)
async def test_trying_on_history_equals_the_live_records(
    tmp_path: Path, virtual_clock: VirtualClock
) -> None:
    plan = FleetPlan(cards=180, seed=11, restless=6)
    serials = Random(1).getrandbits
    desk = await open_desk(tmp_path, plan, virtual_clock, "lin", random_bits=serials)
    life = Life(desk)
    life.simulation.paused = True
    await life.simulation.set_wallet(Money(1_000_000_00))
    try:
        await desk.sync.run()
        drafts: dict[int, RuleDraft] = {}
        for name, condition, group, push in RULES:
            draft = RuleDraft(name, group, condition, push)
            number = await desk.automation.create(draft)
            await desk.automation.switch(number, on=True)
            drafts[number] = draft
        await life.look()
        # What nobody was told of is forgotten after two months: it is looked at before.
        half = DAYS // 2
        for _ in range(half):
            await life.day()
        early = {number: await life.recorded(number) for number in drafts}
        for _ in range(DAYS - 1 - half):
            await life.day()
        counted: Counter[str] = Counter()
        for number, draft in drafts.items():
            live = early[number] | await life.recorded(number)
            result = await desk.automation.try_on_history(draft, DAYS)
            if isinstance(draft.condition, PoolShare):
                tried: Fired = {
                    (one.day, draft.group.value): (str(one.percent), bool(one.told))
                    for one in result.days
                    if one.cards
                }
            else:
                tried = await life.tried(draft)
                assert {(one.day, one.cards, one.told) for one in result.days if one.cards} == {
                    (day, *_sums(tried, day)) for day in {day for day, _ in tried}
                }, draft.name
                for day in (one.day for one in result.days):
                    on_day = {card_id for at, card_id in tried if at == day}
                    assert set(result.ids(day)) == on_day, draft.name
            assert tried == live, draft.name
            counted[draft.name] = len(live)
        # Every kind of rule has had something to say, and told of some and kept quiet of others.
        assert min(counted[name] for name, *_ in RULES) >= 5, counted
    finally:
        await desk.aclose()


def _sums(found: Fired, day: date) -> tuple[int, int]:
    told = [told for (at, _), (_, told) in found.items() if at == day]
    return len(told), sum(told)
