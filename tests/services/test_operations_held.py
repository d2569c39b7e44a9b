"""Operations that are paused, wait, are revoked, and meet a restart or a ban on sending."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.cooling import COOLING
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    Hold,
    ItemState,
    OperationState,
    Origin,
    RenewRequest,
    Request,
)
from simdesk.models.orders import Money
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.services.sending import Ban
from tests.services.operations_bench import Bench
from tests.services.scripted_provider import ScriptedProvider, cards

SUSPEND, CANCEL = Request(Action.SUSPEND), Request(Action.CANCEL)
DAY = 86_400
D, P = ItemState.DONE, ItemState.PLANNED


def a_bench(clock: Any, count: int, script: str = "", **more: Any) -> Bench:
    specific = more.pop("specific", SpecificStatus.IN_USE)
    provider = ScriptedProvider(clock, cards(count, specific=specific), script.split())
    return Bench(clock, provider, **more)


def stopped_cards(clock: Any, count: int) -> Bench:
    return a_bench(clock, count, specific=SpecificStatus.STOPPED, cooling=COOLING)


async def started(bench: Bench, request: Any, reason: str = "") -> str:
    return await bench.service.start(await bench.service.preview(request, bench.ids), reason)


def audited(bench: Bench) -> list[str]:
    return [act for (act,) in bench.database.rows("SELECT act FROM audit ORDER BY n")]


async def test_a_paused_bulk_sends_nothing_until_the_word_and_then_the_rest(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 100, rate=20.0)
    op_id = await started(bench, SUSPEND)
    await patient_clock.sleep(2)
    await bench.service.pause(op_id)
    sent = len(bench.provider.sends)
    row = await bench.row(op_id)
    assert (row.state, row.hold) == (OperationState.RUNNING, Hold.PAUSED)
    assert row.hold_reason == "Paused by the operator."
    assert row.seconds_left is None
    await patient_clock.sleep(60)
    assert len(bench.provider.sends) == sent
    await bench.service.pause(op_id)  # once more changes nothing
    await bench.service.carry_on(op_id)
    await bench.service.carry_on(op_id)
    row = await bench.ended(op_id)
    assert (row.state, row.hold, row.counts[D]) == (OperationState.FINISHED, None, 100)
    assert len({serial for *_, serial in bench.provider.sends}) == 100
    assert audited(bench) == ["operation_started", "operation_paused", "operation_continued"]
    await bench.close()


async def test_a_pause_sends_nothing_more_within_a_second(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 500, rate=20.0)
    bench.provider.latency = 3.0
    op_id = await started(bench, SUSPEND)
    await patient_clock.sleep(10)
    paused_at = patient_clock.now
    await bench.service.pause(op_id)
    await bench.ended(op_id)
    assert max(when for when, _, _ in bench.provider.sends) <= paused_at + 1.0
    await bench.close()


async def test_stopping_what_is_paused_withdraws_the_rest_at_once(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 100, rate=20.0)
    op_id = await started(bench, SUSPEND)
    await patient_clock.sleep(2)
    await bench.service.pause(op_id)
    await bench.ended(op_id)
    await bench.service.stop(op_id)
    row = await bench.row(op_id)
    assert (row.state, row.hold) == (OperationState.STOPPED, None)
    assert row.counts[D] + row.counts[ItemState.WITHDRAWN] == 100
    await bench.service.carry_on(op_id)  # it is over
    assert not bench.service.running
    await bench.close()


async def test_an_operation_paused_with_nothing_left_is_finished(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 2)
    bench.provider.latency = 3.0
    op_id = await started(bench, SUSPEND)
    await patient_clock.sleep(1)
    await bench.service.pause(op_id)
    while bench.service.running:
        await patient_clock.sleep(0.1)
    row = await bench.row(op_id)
    assert (row.state, row.hold, row.counts[D]) == (OperationState.FINISHED, None, 2)
    await bench.close()


async def test_a_restart_resumes_nothing_by_itself(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 50, rate=10.0)
    op_id = await started(bench, RenewRequest(1))
    await patient_clock.sleep(2)
    await bench.restart()
    sent = len(bench.provider.sends)
    await patient_clock.sleep(DAY)
    assert len(bench.provider.sends) == sent < 50
    row = await bench.row(op_id)
    assert row.hold is Hold.PAUSED
    row = await bench.carried_out(op_id)
    assert row.state is OperationState.FINISHED
    assert bench.violations() == []
    await bench.close()


async def test_one_that_was_to_stop_is_stopped_by_the_restart(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 50, rate=10.0)
    bench.provider.latency = 5.0
    op_id = await started(bench, SUSPEND)
    await patient_clock.sleep(2)
    await bench.service.stop(op_id)
    await bench.restart()
    row = await bench.row(op_id)
    assert row.state is OperationState.STOPPED
    assert row.counts[P] == 0
    await bench.close()


async def test_a_cancellation_waits_a_day_and_the_cards_stay_as_they_are(
    patient_clock: Any,
) -> None:
    bench = stopped_cards(patient_clock, 3)
    preview = await bench.service.preview(CANCEL, bench.ids)
    assert preview.not_before == bench.provider.now() + COOLING
    op_id = await bench.service.start(preview, "scrapped meters")
    row = await bench.row(op_id)
    assert (row.hold, row.not_before) == (Hold.WAITING, preview.not_before)
    assert row.reason == "scrapped meters"
    assert row.counts[P] == 3
    await patient_clock.sleep(DAY - 60)
    assert bench.provider.sends == []
    await patient_clock.sleep(180)
    row = await bench.ended(op_id)
    assert (row.state, row.counts[D]) == (OperationState.FINISHED, 3)
    assert bench.violations() == []
    await bench.close()


async def test_a_revoked_cancellation_is_never_sent(patient_clock: Any) -> None:
    bench = stopped_cards(patient_clock, 3)
    op_id = await started(bench, CANCEL)
    await patient_clock.sleep(3600)
    await bench.service.stop(op_id)
    await patient_clock.sleep(3 * DAY)
    row = await bench.row(op_id)
    assert (row.state, row.counts[ItemState.WITHDRAWN]) == (OperationState.STOPPED, 3)
    (item, *_) = await bench.service.items(op_id)
    assert item.reason == "It was revoked before its time."
    assert bench.provider.sends == []
    await bench.close()


async def test_a_cancellation_still_waits_after_a_restart_but_one_that_is_overdue_asks(
    patient_clock: Any,
) -> None:
    bench = stopped_cards(patient_clock, 2)
    op_id = await started(bench, CANCEL)
    await patient_clock.sleep(3600)
    await bench.restart()
    assert (await bench.row(op_id)).hold is Hold.WAITING
    await bench.service.aclose()
    await patient_clock.sleep(2 * DAY)
    await bench.restart()
    row = await bench.row(op_id)
    assert (row.hold, row.hold_reason) == (
        Hold.PAUSED,
        "Its time came while SimDesk was closed.",
    )
    await patient_clock.sleep(DAY)
    assert bench.provider.sends == []
    row = await bench.carried_out(op_id)
    assert row.counts[D] == 2
    await bench.close()


async def test_a_card_that_changed_while_its_cancellation_waited_is_left_alone(
    patient_clock: Any,
) -> None:
    bench = stopped_cards(patient_clock, 2)
    op_id = await started(bench, CANCEL)
    bench.database.do("UPDATE card SET version = version + 1 WHERE id = 1")
    await patient_clock.sleep(DAY + 120)
    row = await bench.ended(op_id)
    assert (row.counts[D], row.counts[ItemState.SKIPPED]) == (1, 1)
    await bench.close()


async def test_while_nothing_may_be_sent_nothing_starts_or_goes_on(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 100, rate=20.0)
    op_id = await started(bench, SUSPEND)
    await patient_clock.sleep(1)
    bench.sending.forbid(Ban.SAFE_MODE, text("The desk is damaged."))
    row = await bench.ended(op_id)
    sent = len(bench.provider.sends)
    assert (row.hold, row.hold_reason) == (Hold.PAUSED, "The desk is damaged.")
    for act in (bench.service.carry_on(op_id), started(bench, SUSPEND)):
        with pytest.raises(KnownError, match="Nothing is sent at present"):
            await act
    assert len(bench.provider.sends) == sent < 100
    bench.sending.allow(Ban.SAFE_MODE)
    row = await bench.carried_out(op_id)
    assert row.counts[D] == 100
    await bench.close()


async def test_what_comes_due_while_nothing_may_be_sent_asks_later(patient_clock: Any) -> None:
    bench = stopped_cards(patient_clock, 1)
    op_id = await started(bench, CANCEL)
    bench.sending.forbid(Ban.RESTORED, text("Not reconciled yet."))
    await patient_clock.sleep(DAY + 120)
    row = await bench.row(op_id)
    assert (row.hold, row.hold_reason) == (Hold.PAUSED, "Not reconciled yet.")
    assert bench.provider.sends == []
    await bench.close()


async def test_obstacles_forbid_a_start_even_when_they_came_after_the_preview(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 1)
    preview = await bench.service.preview(SUSPEND, bench.ids)

    async def too_much(preview: object) -> tuple[Any, ...]:
        return (text("That is more than may be spent today."),)

    bench.service._obstacles = too_much
    with pytest.raises(KnownError, match="more than may be spent"):
        await bench.service.start(preview)
    shown = await bench.service.preview(SUSPEND, bench.ids)
    assert [str(one) for one in shown.obstacles] == ["That is more than may be spent today."]
    assert bench.provider.sends == []
    assert bench.database.rows("SELECT * FROM operation") == []
    await bench.close()


async def test_a_price_that_rose_since_the_preview_forbids_the_start(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 2)
    preview = await bench.service.preview(RenewRequest(1), bench.ids)
    bench.provider.price_factor = 3
    with pytest.raises(KnownError, match="The price has risen since the preview"):
        await bench.service.start(preview)
    assert bench.provider.sends == []
    await bench.close()


async def test_two_operations_at_once_do_not_pass_a_bound_together(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 4)
    bench.database.do("INSERT INTO guard VALUES ('daily_cap_minor', 1100)")
    first = await bench.service.preview(RenewRequest(1), bench.ids[:2])
    second = await bench.service.preview(RenewRequest(1), bench.ids[2:])
    await bench.service.start(first)
    with pytest.raises(KnownError, match="of today's spending limit"):
        await bench.service.start(second)
    assert len(bench.database.rows("SELECT id FROM operation")) == 1
    await bench.close()


async def test_the_ledger_shows_what_was_charged_not_what_was_approved(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 1, "cheaper")
    op_id = await started(bench, RenewRequest(1))
    await bench.ended(op_id)
    (item,) = await bench.service.items(op_id)
    assert item.price == Money(500)
    told = "SELECT debit, credit, minor FROM ledger ORDER BY id"
    assert bench.database.rows(told) == [
        ("budget", "reserved", 500),
        ("reserved", "in_flight", 500),
        ("in_flight", "spent", 500),
        ("spent", "budget", 100),
    ]
    await bench.close()


async def test_asking_again_replaces_the_item_that_failed(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 3, "done refused done")
    op_id = await started(bench, SUSPEND)
    await bench.ended(op_id)
    preview = await bench.service.retry_preview(op_id)
    assert preview.earlier is not None
    assert preview.earlier.origin is Origin.RETRY
    again = await bench.service.start(preview)
    await bench.ended(again)
    (card,) = preview.eligible_ids
    replaced = bench.database.rows(
        f"SELECT replaces_op, replaces_seq FROM op_item WHERE op_id = '{again}'"
    )
    assert replaced == [(op_id, card)]
    await bench.close()


async def test_a_click_overtakes_a_bulk_that_carries_on(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 60, rate=10.0)
    bulk = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids[:-1]))
    await patient_clock.sleep(1)
    await bench.restart()
    await bench.service.carry_on(bulk)
    await patient_clock.sleep(0.5)
    click = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids[-1:]))
    asked_at = patient_clock.now
    row = await bench.ended(click)
    assert row.counts[D] == 1
    assert patient_clock.now - asked_at < 1.0
    assert (await bench.row(bulk)).counts[P] > 10
    await bench.carried_out(bulk)
    await bench.close()


async def test_time_that_is_hurried_lets_go_in_time(patient_clock: Any) -> None:
    bench = stopped_cards(patient_clock, 1)
    begin = bench.provider.now()
    bench.provider.now = lambda: (  # type: ignore[method-assign]
        begin + timedelta(seconds=3600 * patient_clock.monotonic())
    )
    op_id = await started(bench, CANCEL)
    await patient_clock.sleep(40)
    await asyncio.sleep(0)
    assert (await bench.row(op_id)).counts[P] == 0
    await bench.close()
