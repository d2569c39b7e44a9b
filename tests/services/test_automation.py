"""Automation rules as a service: written, switched, checked, read; what is announced of it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from simdesk.models.card import CardRow
from simdesk.models.changes import CardsChanged, Change, NotificationsChanged, RulesChanged
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import filter_text
from simdesk.models.filters import Sort
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.rules import (
    EVERY_CARD,
    Condition,
    CycleUsage,
    Group,
    GroupKind,
    PoolShare,
    Push,
    RuleDraft,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import PlanType
from simdesk.services import rule_checks
from simdesk.services.announcer import Announcer
from simdesk.services.automation import AutomationService
from simdesk.services.cards import CardService
from simdesk.services.pool_days import pool_share
from simdesk.services.storage import notice_store, voucher_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.tables import rule, trigger_record
from tests.factories import TODAY, a_card_row
from tests.services.auditing import an_auditor
from tests.services.scripted_provider import EVERYTHING
from tests.services.storage.desk_file import put_rows
from tests.services.storage.rule_desk import NOW, put_change, put_days

DEPOT = Group(GroupKind.TAG, "depot")
POOL = Group(GroupKind.VOUCHER, "CM_SF_M_2_100M")
DAY = timedelta(days=1)


@dataclass
class Stage:
    """A desk with rules; `now` and what pools tell are set by the test."""

    database: Database
    announcer: Announcer
    now: datetime = NOW
    shares: dict[str, int | None] = field(default_factory=dict)
    heard: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rules = AutomationService(
            self.database,
            self.announcer,
            lambda: self.now,
            auditor=an_auditor(lambda: self.now),
            pool_share=self._share,
        )
        self.cards = CardService(self.database, EVERYTHING, lambda: self.now)
        self.announcer.subscribe(self.heard.append)

    async def _share(self, voucher: str) -> int | None:
        return self.shares.get(voucher)

    def told(self) -> list[Change]:
        """What was announced since the last time."""
        heard = list(self.heard)
        self.heard.clear()
        return heard

    async def rule(self, condition: Condition, group: Group = EVERY_CARD, **more: Any) -> int:
        """A rule that is switched on."""
        draft = replace(RuleDraft("Rule", group, condition), **more)
        number = await self.rules.create(draft)
        await self.rules.switch(number, on=True)
        self.heard.clear()
        return number

    async def noticed(self) -> list[tuple[str, int, bool]]:
        """(rule, cards, unread) of every notification, newest first."""
        return [(n.rule_name, n.cards, n.unread) for n in await self.rules.notifications()]


@asynccontextmanager
async def staged(folder: Path, rows: Sequence[CardRow] = ()) -> AsyncIterator[Stage]:
    database = await Database.open(folder / "desk.db", "world 1")
    if rows:
        await database.write(lambda connection: put_rows(connection, rows))
    try:
        yield Stage(database, Announcer())
    finally:
        await database.aclose()


def fleet(count: int, **changes: Any) -> list[CardRow]:
    mb = {"cycle_usage_kb": 120 * KB_PER_MB, **changes}
    return [a_card_row(id=n, instance_id=str(n), **mb) for n in range(1, count + 1)]


async def test_a_rule_is_written_off_and_switched_on(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        number = await stage.rules.create(RuleDraft(" Night ", DEPOT, CycleUsage(100)))
        (row,) = await stage.rules.list()
        assert (row.id, row.name, row.enabled, row.fired_at) == (number, "Night", False, None)
        assert (str(row.group_words), str(row.condition_words)) == (
            "Tag depot",
            "used in the cycle ≥ 100.0 MB",
        )
        await stage.rules.switch(number, on=True)
        await stage.rules.switch(number, on=True)  # says nothing: it is
        assert stage.told() == [RulesChanged(), RulesChanged()]
        (row,) = await stage.rules.list()
        assert row.enabled
        await stage.rules.edit(number, RuleDraft("Day", DEPOT, CycleUsage(100), Push.DAY))
        assert [(one.name, one.enabled) for one in await stage.rules.list()] == [("Day", True)]
        await stage.rules.edit(number, RuleDraft("Day", DEPOT, CycleUsage(50), Push.DAY))
        assert [(one.name, one.enabled) for one in await stage.rules.list()] == [("Day", False)]
        await stage.rules.delete(number)
        await stage.rules.delete(number)
        assert stage.told() == [RulesChanged()] * 3
        assert await stage.rules.list() == ()


async def test_what_no_rule_can_be_is_refused(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        number = await stage.rules.create(RuleDraft("Night", EVERY_CARD, CycleUsage(1)))
        other = await stage.rules.create(RuleDraft("Day", EVERY_CARD, CycleUsage(1)))
        stage.told()
        for name, condition, said in (
            ("50%", CycleUsage(1), "“%” is none"),
            ("New", PoolShare(90), "A pool belongs to one voucher"),
            ("night", CycleUsage(1), "A rule named “Night” exists"),
        ):
            draft = RuleDraft(name, EVERY_CARD, condition)
            with pytest.raises(KnownError, match=said):
                await stage.rules.create(draft)
            with pytest.raises(KnownError, match=said):
                await stage.rules.edit(other, draft)
            if name != "night":
                with pytest.raises(KnownError, match=said):
                    await stage.rules.try_on_history(draft)
        await stage.rules.delete(number)
        with pytest.raises(KnownError, match="This rule is gone"):
            await stage.rules.edit(number, RuleDraft("X", EVERY_CARD, CycleUsage(1)))
        assert stage.told() == [RulesChanged()]


async def test_a_check_tells_once_for_all_its_cards(tmp_path: Path) -> None:
    rows = [*fleet(3), a_card_row(id=4, instance_id="4")]
    async with staged(tmp_path, rows) as stage:
        await stage.rule(CycleUsage(100))
        await stage.rules.check()
        assert stage.told() == [
            RulesChanged(),
            CardsChanged(frozenset({1, 2, 3}), frozenset({"notification"})),
            NotificationsChanged(1),
        ]
        (notice,) = await stage.rules.notifications()
        assert (notice.cards, notice.unread, str(notice.condition)) == (
            3,
            True,
            "used in the cycle ≥ 100.0 MB",
        )
        assert filter_text(notice.question) == f"notification:{notice.id} cancelled:any"
        assert list(await stage.cards.ids(notice.question, Sort())) == [1, 2, 3]
        (row,) = await stage.rules.list()
        assert (row.checked_at, row.fired_at, row.fired_cards) == (NOW, NOW, 3)
        await stage.rules.check()  # the same day brings nothing new
        assert stage.told() == [RulesChanged()]
        assert len(await stage.rules.notifications()) == 1


async def test_rules_that_are_off_or_unreadable_are_left_out(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(2)) as stage:
        await stage.rules.create(RuleDraft("Off", EVERY_CARD, CycleUsage(1)))
        odd = await stage.rule(CycleUsage(1), name="Odd")
        await stage.database.write(
            lambda one: one.execute(
                update(rule).where(rule.c.id == odd).values(condition_json="{}")
            )
        )
        await stage.rules.check()
        assert stage.told() == []
        await stage.rule(CycleUsage(1), name="Sound")
        await stage.rules.check()
        assert await stage.noticed() == [("Sound", 2, True)]
        row = next(one for one in await stage.rules.list() if one.id == odd)
        assert "rule “Odd” cannot be read" in str(row.condition_words)


async def test_a_large_find_is_written_in_portions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_store, "PORTION", 4)
    monkeypatch.setattr(rule_checks, "PORTION", 4)
    monkeypatch.setattr(rule_checks, "MOST_NAMED", 9)
    async with staged(tmp_path, fleet(10)) as stage:
        number = await stage.rule(CycleUsage(100))
        await stage.rules.check()
        assert await stage.noticed() == [("Rule", 10, True)]
        records = await stage.rules.records_of_rule(number)
        assert [record.card_id for record in records] == list(range(10, 0, -1))
        assert {record.told for record in records} == {True}
        assert CardsChanged(None, frozenset({"notification"})) in stage.told()


async def test_a_check_cut_off_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_store, "PORTION", 4)
    monkeypatch.setattr(rule_checks, "PORTION", 4)
    real, calls = notice_store.put_records, 0

    def breaks(connection: Any, telling: Any, start: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise RuntimeError("power cut")
        real(connection, telling, start)

    monkeypatch.setattr(notice_store, "put_records", breaks)
    async with staged(tmp_path, fleet(10)) as stage:
        await stage.rule(CycleUsage(100))
        with pytest.raises(RuntimeError):
            await stage.rules.check()
        assert await stage.noticed() == []  # nothing half done is shown
        await stage.rules.check()
        assert await stage.noticed() == [("Rule", 2, True), ("Rule", 8, True)]


async def test_a_status_cut_off_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_store, "PORTION", 1)
    monkeypatch.setattr(rule_checks, "PORTION", 1)
    real, calls = notice_store.put_records, 0

    def breaks(connection: Any, telling: Any, start: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise RuntimeError("power cut")
        real(connection, telling, start)

    monkeypatch.setattr(notice_store, "put_records", breaks)
    manual = StatusBecomes(frozenset({SpecificStatus.MANUAL}))
    async with staged(tmp_path, fleet(3)) as stage:
        number = await stage.rule(manual, push=Push.CHECK)
        for card_id in (3, 1, 2):
            change = partial(
                put_change,
                card_id=card_id,
                field="specific",
                before=100,
                after=200,
                observed_at=NOW,
            )
            await stage.database.write(change)
        with pytest.raises(RuntimeError):
            await stage.rules.check()
        await stage.rules.check()
        await stage.rules.check()
        records = await stage.rules.records_of_rule(number)
        assert [record.card_id for record in reversed(records)] == [3, 1, 2]
        assert await stage.noticed() == [("Rule", 2, True), ("Rule", 1, True)]


async def test_checks_wait_for_each_other(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(3)) as stage:
        await stage.rule(CycleUsage(100), push=Push.CHECK)
        await asyncio.gather(stage.rules.check(), stage.rules.check())
        assert await stage.noticed() == [("Rule", 3, True)] * 2


POOLS = [
    # push       checks half a day apart  told of                      recorded last
    (Push.CYCLE, [89, 90, 95, 99],        [False, True, False, False], "95 %"),
    (Push.DAY,   [90, 90, 95, 99],        [True, False, True, False],  "95 %"),
    (Push.CHECK, [90, None, 89, 99],      [True, False, False, True],  "99 %"),
]  # fmt: skip


@pytest.mark.parametrize(("push", "shares", "tells", "last"), POOLS)
async def test_a_pool_rule_tells_of_its_voucher(
    tmp_path: Path, push: Push, shares: list[int | None], tells: list[bool], last: str
) -> None:
    async with staged(tmp_path, fleet(2, plan_type=PlanType.SF)) as stage:
        number = await stage.rule(PoolShare(90), POOL, push=push)
        told = []
        for place, share in enumerate(shares):
            stage.now = NOW + place * DAY / 2
            stage.shares[POOL.value] = share
            before = len(await stage.rules.notifications())
            await stage.rules.check()
            told.append(len(await stage.rules.notifications()) > before)
        assert told == tells
        notice = (await stage.rules.notifications())[0]
        assert (notice.cards, notice.voucher) == (2, POOL.value)
        assert list(await stage.cards.ids(notice.question, Sort())) == [1, 2]
        record = (await stage.rules.records_of_rule(number))[0]
        assert (record.voucher, record.card_id, str(record.measured)) == (
            POOL.value,
            None,
            last,
        )


async def test_a_same_tier_pool_is_counted_from_its_cards(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(2, plan_type=PlanType.SF)) as stage:
        for card_id, kb in ((1, 60), (2, 130)):
            days = partial(
                put_days, card_id=card_id, first=TODAY.replace(day=1), days=[kb * KB_PER_MB]
            )
            await stage.database.write(days)
        share = pool_share(stage.database, "demo", lambda: TODAY)
        assert await share(POOL.value) == 95  # 190 of 200 MB
        assert await share("CM_SF_M_2_1G") is None  # has no cards
        assert await share("CM_SC_M_2_100M") is None
        assert await share("CM_UP_M_2_north") is None
        assert await share("no voucher") is None
        for percent, fired in ((95, 1), (96, 0)):
            draft = RuleDraft("Pool", POOL, PoolShare(percent))
            result = await stage.rules.try_on_history(draft, 10)
            assert (result.watched, result.fired) == (1, fired)
        assert result.days[-1].percent == 95
        pooled = RuleDraft("Pool", Group(GroupKind.VOUCHER, "CM_UP_M_2_north"), PoolShare(1))
        unknown = await stage.rules.try_on_history(pooled)
        assert (unknown.days, unknown.fired, unknown.cards(9)) == ((), 0, ())
        assert "no daily figures are kept" in str(unknown.notes[0])


async def test_a_pooled_plan_s_share_is_what_the_provider_told(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(1)) as stage:
        month = Month.of(TODAY)
        told = [
            PoolReading("CM_UP_M_2_north", month, 5, 4, 70, 0, 0, None, None, 1000, 870, 130),
            PoolReading("CM_UP_M_2_south", month, 5, 4, 70, 0, 0),
            PoolReading("CM_UP_M_2_past", month.plus(-1), 5, 4, 70, 0, 0, None, None, 10, 9, 1),
        ]
        put = partial(voucher_store.put_readings, account="demo", read=told, at=NOW)
        await stage.database.write(put)
        share = pool_share(stage.database, "demo", lambda: TODAY)
        wanted = {"north": 87, "south": None, "past": None, "other": None}
        assert {name: await share(f"CM_UP_M_2_{name}") for name in wanted} == wanted


async def test_notifications_are_read(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(2)) as stage:
        await stage.rule(CycleUsage(100), push=Push.CHECK)
        for _ in range(3):
            await stage.rules.check()
        newest, *_ = await stage.rules.notifications()
        stage.told()
        await stage.rules.mark_read([newest.id])
        await stage.rules.mark_read([newest.id])  # says nothing: it is
        assert stage.told() == [NotificationsChanged(2)]
        await stage.rules.mark_read()
        assert (stage.told(), await stage.rules.unread()) == ([NotificationsChanged(0)], 0)


async def test_quiet_records_are_kept_for_two_months(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(1)) as stage:
        number = await stage.rule(CycleUsage(100))
        for days in (0, 1):
            stage.now = NOW + days * DAY
            await stage.rules.check()
        told = [one.told for one in await stage.rules.records_of_rule(number)]
        assert told == [False, True]
        stage.now = NOW + 70 * DAY
        await stage.rules.check()
        told = [one.told for one in await stage.rules.records_of_rule(number)]
        assert told == [True]


async def test_a_card_knows_its_rules_and_what_they_recorded(tmp_path: Path) -> None:
    rows = fleet(2, tags=("depot",), plan_type=PlanType.SF)
    async with staged(tmp_path, rows) as stage:
        gone = await stage.rule(CycleUsage(50), name="Gone")
        await stage.rules.check()
        await stage.rules.delete(gone)
        await stage.rule(CycleUsage(100), name="b All")
        await stage.rule(CycleUsage(999), DEPOT, name="a Depot")
        await stage.rule(CycleUsage(1), Group(GroupKind.TAG, "other"), name="Other")
        await stage.rule(PoolShare(50), POOL, name="c Pool")
        stage.shares[POOL.value] = 70
        await stage.rules.check()
        found = await stage.rules.rules_of_card(1, POOL.value, ("depot",))
        assert [
            (one.name, one.row is not None, [str(r.measured) for r in one.records]) for one in found
        ] == [
            ("a Depot", True, []),
            ("b All", True, ["120.0 MB"]),
            ("c Pool", True, ["70 %"]),
            ("Gone", False, ["120.0 MB"]),
        ]
        assert await stage.rules.records_of_card(1, gone, offset=1) == ()
        assert await stage.rules.rules_using_tag("depot") == ("a Depot",)
        assert await stage.rules.rules_using_tag("nobody") == ()


async def test_trying_moves_on_and_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simdesk.services.storage.rule_history.PORTION", 2)
    async with staged(tmp_path, fleet(5)) as stage:
        for card_id in range(1, 6):
            days = partial(
                put_days, card_id=card_id, first=TODAY.replace(day=1), days=[90 * KB_PER_MB] * 14
            )
            await stage.database.write(days)
        moved: list[tuple[int, int]] = []
        draft = RuleDraft("Usage", EVERY_CARD, CycleUsage(100))
        result = await stage.rules.try_on_history(
            draft, 30, lambda done, total: moved.append((done, total))
        )
        assert moved == [(2, 5), (4, 5), (5, 5)]
        assert (result.first, result.last) == (TODAY - 29 * DAY, TODAY)
        assert (result.watched, result.fired, result.notifications) == (5, 5, 1)
        assert [(one.day, one.cards, one.told) for one in result.days if one.told] == [
            (TODAY.replace(day=3), 5, 5)
        ]
        assert result.ids(TODAY) == (1, 2, 3, 4, 5)
        assert result.ids(TODAY.replace(day=2)) == ()
        first, second = result.cards(2)
        assert (first.card_id, first.first, first.days, first.told, str(first.measured)) == (
            1,
            TODAY.replace(day=3),
            13,
            1,
            "180.0 MB",
        )
        assert second.card_id == 2
        trying: asyncio.Task[Any] = asyncio.ensure_future(
            stage.rules.try_on_history(draft, 30, lambda done, total: trying.cancel())
        )
        with pytest.raises(asyncio.CancelledError):
            await trying


NOTES = [
    (RuleDraft("r", DEPOT, CycleUsage(1)), ["carry the tag today", "days are not known"]),
    (RuleDraft("r", POOL, TierShare(1)), None),
    (RuleDraft("r", EVERY_CARD, TierShare(1)), ["days are not known", "tiers of today"]),
    (
        RuleDraft("r", EVERY_CARD, StatusBecomes(frozenset({SpecificStatus.MANUAL}))),
        ["No sync has observed a change yet"],
    ),
]


@pytest.mark.parametrize(("draft", "said"), NOTES)
async def test_a_trial_says_what_history_cannot_know(
    tmp_path: Path, draft: RuleDraft, said: list[str] | None
) -> None:
    async with staged(tmp_path, fleet(1, tags=("depot",))) as stage:
        if said is None:
            with pytest.raises(KnownError, match="is a pool"):
                await stage.rules.try_on_history(draft)
            return
        result = await stage.rules.try_on_history(draft)
        for words, note in zip(said, result.notes, strict=True):
            assert words in str(note)


async def test_a_record_of_another_version_is_shown_as_it_is(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(1)) as stage:
        number = await stage.rule(CycleUsage(100))
        await stage.rules.check()
        await stage.database.write(
            lambda one: one.execute(update(trigger_record).values(condition='{"what":"moon"}'))
        )
        (record,) = await stage.rules.records_of_rule(number)
        assert (str(record.condition), str(record.measured)) == ('{"what":"moon"}', "122880")
        count = select(func.count()).select_from(trigger_record)
        assert await stage.database.read(lambda one: one.scalar(count)) == 1
