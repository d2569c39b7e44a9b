"""Doubt: settled by looking, never by sending again; starts, ends and people."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.commands import Renew
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.operations import Hold, ItemState, OperationState, RenewRequest, Request
from simdesk.models.orders import Money, OrderState
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from tests.services.operations_bench import Bench, PatientClock
from tests.services.scripted_provider import EVERYTHING, WINDOW, ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)
BY_SERIAL = replace(EVERYTHING, query_by_serial=True)
NOT_FINAL = replace(EVERYTHING, answers_final=False)


@pytest.fixture
def clock() -> PatientClock:
    return PatientClock()


def a_bench(clock: Any, count: int = 1, script: str = "", able: Any = EVERYTHING) -> Bench:
    return Bench(clock, ScriptedProvider(clock, cards(count), script.split(), able))


async def started(bench: Bench, request: Any = SUSPEND) -> str:
    return await bench.service.start(await bench.service.preview(request, bench.ids))


async def test_no_verdict_before_the_window_for_late_effects_is_over(clock: Any) -> None:
    bench = a_bench(clock, 1, "lost")
    op_id = await started(bench)
    await clock.sleep(WINDOW.total_seconds() - 1)
    assert bench.states() == ["UNKNOWN"]
    row = await bench.settled(op_id)
    assert row.counts[ItemState.NOT_APPLIED] == 1
    (found,) = bench.database.rows("SELECT source, finding, by FROM evidence")
    assert found == ("card", "The card shows In use. It can no longer take effect.", "")
    (item,) = await bench.service.items(op_id)
    assert item.reason == found[1]
    await bench.close()


async def test_looks_become_rarer(clock: Any) -> None:
    bench = a_bench(clock, 1, "accepted_lost")
    await started(bench)
    await clock.sleep(3600)
    assert bench.states() == ["ACCEPTED"]
    assert 5 <= bench.provider.reads <= 12
    await bench.close()


async def test_accepted_and_never_done_is_given_up_after_days(clock: Any) -> None:
    bench = a_bench(clock, 1, "accepted_lost")
    op_id = await started(bench)
    await clock.sleep(timedelta(days=7).total_seconds() + 8000)
    row = await bench.row(op_id)
    assert row.counts[ItemState.NOT_APPLIED] == 1
    steps = bench.database.rows("SELECT finding FROM evidence ORDER BY id")
    assert len(steps) == 2
    await bench.close()


async def test_done_is_not_done_where_answers_are_not_final(clock: Any) -> None:
    bench = a_bench(clock, 3, able=NOT_FINAL)
    op_id = await started(bench)
    row = await bench.ended(op_id)
    assert row.counts[ItemState.ACCEPTED] == 3
    row = await bench.settled(op_id)
    assert row.counts[ItemState.DONE] == 3
    assert {row[0] for row in bench.database.rows("SELECT specific FROM card")} == {200}
    assert bench.refreshed == [], "the look itself brought the cards up to date"
    await bench.close()


async def test_a_hidden_effect_needs_a_person(clock: Any) -> None:
    bench = a_bench(clock, 1, "lost")
    op_id = await started(bench)
    await clock.sleep(0.5)
    (ref,) = bench.provider.cards_by_ref
    hidden = replace(bench.provider.cards_by_ref[ref], specific=500, status=35)
    bench.provider.cards_by_ref[ref] = hidden
    row = await bench.settled(op_id)
    assert row.counts[ItemState.NEEDS_HUMAN] == 1
    (item,) = await bench.service.items(op_id)
    assert "Look it up at the provider: did the act of 2026-06-15 09:00 take effect?" in (
        item.reason or ""
    )
    blocked = await bench.service.preview(Request(Action.RESUME_USE), bench.ids)
    assert [str(group.reason) for group in blocked.blocked] == [
        "An operation on it is not settled yet."
    ]
    await bench.service.decide(op_id, 1, False, "The console shows no suspension.")
    assert bench.states() == ["NOT_APPLIED"]
    (found,) = bench.database.rows("SELECT source, finding, by FROM evidence WHERE by != ''")
    assert found == ("person", "The console shows no suspension.", "Li Na")
    await bench.service.decide(op_id, 1, True, "Or does it?")
    assert bench.states() == ["NOT_APPLIED"], "only what needs a person can be decided"
    await bench.close()


@pytest.mark.parametrize(
    ("script", "state", "order"),
    [("answer_lost", "DONE", "O1"), ("late", "DONE", "O1"), ("lost", "NOT_APPLIED", None)],
)
async def test_a_paid_act_is_known_by_its_serial(
    script: str, state: str, order: str | None, clock: Any
) -> None:
    bench = a_bench(clock, 4, f"{script} done done done", BY_SERIAL)
    op_id = await started(bench, RenewRequest(1))
    await bench.settled(op_id)
    item = (await bench.service.items(op_id))[0]
    assert (item.state, item.attempts) == (ItemState(state), 1)
    assert (item.order_number is not None) == (order is not None)
    sources = {row[0] for row in bench.database.rows("SELECT source FROM evidence")}
    assert sources == {"order"}
    assert bench.violations() == []
    await bench.close()


@pytest.mark.parametrize(
    ("script", "state"), [("answer_lost", "DONE"), ("late", "DONE"), ("lost", "NOT_APPLIED")]
)
async def test_a_paid_act_is_known_by_the_card_where_serials_are_not_told(
    script: str, state: str, clock: Any
) -> None:
    bench = a_bench(clock, 1, script)
    op_id = await started(bench, RenewRequest(1))
    await bench.settled(op_id)
    assert bench.states() == [state]
    assert {row[0] for row in bench.database.rows("SELECT source FROM evidence")} == {"card"}
    await bench.close()


async def test_what_somebody_else_bought_before_is_not_taken_for_ours(clock: Any) -> None:
    # The card was renewed elsewhere after it was last read; our own renewal was lost.
    bench = a_bench(clock, 1, "lost")
    (ref,) = bench.provider.cards_by_ref
    bench.provider.act(Renew(ref, 1, Money(500)), "elsewhere")
    await clock.sleep(60)
    op_id = await started(bench, RenewRequest(1))
    row = await bench.settled(op_id)
    assert row.counts[ItemState.NEEDS_HUMAN] == 1
    (item,) = await bench.service.items(op_id)
    assert "But the provider has no order for it since it was sent." in (item.reason or "")
    await bench.close()


@pytest.mark.parametrize(
    ("ends_as", "state"),
    [
        (OrderState.COMPLETED, ItemState.DONE),
        (OrderState.FAILURE, ItemState.NOT_APPLIED),
        (OrderState.REFUNDED, ItemState.NEEDS_HUMAN),
        (OrderState.PROCESSING, ItemState.NEEDS_HUMAN),
    ],
)
async def test_an_order_under_way_is_waited_for(
    ends_as: OrderState, state: ItemState, clock: Any
) -> None:
    bench = a_bench(clock, 1, "answer_lost", BY_SERIAL)
    op_id = await started(bench, RenewRequest(1))
    await clock.sleep(0.5)
    made = bench.provider.orders_made
    made[0] = replace(made[0], state=OrderState.PROCESSING)
    await clock.sleep(86_400)
    assert bench.states() == ["UNKNOWN"]
    made[0] = replace(made[0], state=ends_as)
    await clock.sleep(timedelta(days=7).total_seconds() + 4000)
    assert (await bench.service.items(op_id))[0].state is state
    await bench.close()


async def test_an_accepted_order_that_fails_is_failed(clock: Any) -> None:
    bench = a_bench(clock, 1, able=replace(BY_SERIAL, answers_final=False))
    await started(bench, RenewRequest(1))
    await clock.sleep(0.5)
    made = bench.provider.orders_made
    made[0] = replace(made[0], state=OrderState.FAILURE)
    await clock.sleep(600)
    assert bench.states() == ["FAILED"]
    await bench.close()


async def test_a_refusal_after_an_ambiguous_attempt_proves_nothing(clock: Any) -> None:
    bench = a_bench(clock, 1, "throttled refused")
    op_id = await started(bench)
    await clock.sleep(1)
    bench.database.do("DROP TRIGGER kept_attempt_update")  # only this makes it possible
    bench.database.do("UPDATE attempt SET outcome = 'unknown' WHERE n = 1")
    row = await bench.ended(op_id)
    assert row.counts[ItemState.UNKNOWN] == 1
    (item,) = await bench.service.items(op_id)
    assert item.reason == "Refused, but an earlier attempt may have taken effect."
    await bench.settled(op_id)
    assert bench.states() == ["NOT_APPLIED"]
    await bench.close()


async def test_a_provider_that_cannot_be_read_leaves_doubt(clock: Any) -> None:
    bench = a_bench(clock, 1, "answer_lost")
    bench.provider.read_faults = [ProviderFault(text("Down."), "500")] * 4
    op_id = await started(bench)
    await bench.ended(op_id)
    with pytest.raises(ProviderFault):
        await bench.service.settle()
    assert bench.states() == ["UNKNOWN"]
    await bench.settled(op_id)
    assert bench.states() == ["DONE"]
    await bench.close()


async def test_a_card_that_is_gone_needs_a_person(clock: Any) -> None:
    bench = a_bench(clock, 1, "lost")
    op_id = await started(bench)
    await clock.sleep(0.5)
    bench.provider.cards_by_ref.clear()
    row = await bench.settled(op_id)
    assert row.counts[ItemState.NEEDS_HUMAN] == 1
    await bench.close()


async def test_a_start_finds_sends_in_doubt_and_asks_before_it_sends_the_rest(clock: Any) -> None:
    bench = a_bench(clock, 60)
    bench.rate = 10.0
    bench.start()
    bench.provider.latency = 2.0
    op_id = await started(bench)
    await clock.sleep(4)
    in_doubt = await bench.restart()
    row = await bench.row(op_id)
    assert in_doubt == row.counts[ItemState.UNKNOWN] > 5
    assert (row.state, row.hold) == (OperationState.RUNNING, Hold.PAUSED)
    assert row.hold_reason == "SimDesk ended before all was sent."
    assert row.counts[ItemState.PLANNED] == 60 - in_doubt - row.counts[ItemState.DONE]
    sent = len(bench.provider.sends)
    await bench.settled(op_id)
    assert len(bench.provider.sends) == sent
    await bench.service.carry_on(op_id)
    row = await bench.settled(op_id)
    assert row.state is OperationState.FINISHED
    assert row.counts[ItemState.DONE] + row.counts[ItemState.NOT_APPLIED] == 60
    assert len({serial for *_, serial in bench.provider.sends}) == len(bench.provider.sends)
    assert bench.violations() == []
    assert await bench.service.recover() == 0
    await bench.close()


async def test_a_second_life_withdraws_nothing_that_is_over(clock: Any) -> None:
    bench = a_bench(clock, 2)
    op_id = await started(bench)
    await bench.ended(op_id)
    bench.database.do("UPDATE operation SET state = 'RUNNING'")
    assert await bench.restart() == 0
    assert (await bench.row(op_id)).state is OperationState.FINISHED
    await bench.close()


async def test_one_paused_with_its_last_item_in_flight_is_over_after_a_start(clock: Any) -> None:
    bench = a_bench(clock, 1)
    bench.provider.latency = 5.0
    op_id = await started(bench)
    await clock.sleep(1)
    bench.database.do("UPDATE operation SET hold = 'PAUSED', hold_reason = 'Paused by Li Na.'")
    assert await bench.restart() == 1
    row = await bench.settled(op_id)
    assert (row.state, row.hold) == (OperationState.FINISHED, None)
    assert row.counts[ItemState.DONE] + row.counts[ItemState.NOT_APPLIED] == 1
    await bench.close()


async def test_closing_finishes_what_is_in_flight(clock: Any) -> None:
    bench = a_bench(clock, 40)
    bench.provider.latency = 3.0
    op_id = await started(bench)
    await clock.sleep(2)
    began = clock.now
    await bench.service.aclose(within=10)
    assert clock.now - began <= 4
    row = await bench.row(op_id)
    assert (row.hold, row.hold_reason) == (Hold.PAUSED, "SimDesk ended before all was sent.")
    assert row.counts[ItemState.DONE] == len(bench.provider.sends) > 0
    assert row.counts[ItemState.PLANNED] == 40 - row.counts[ItemState.DONE] > 0
    with pytest.raises(KnownError, match="closing"):
        await bench.service.start(await bench.service.preview(SUSPEND, [40]))


async def test_closing_does_not_wait_for_ever(clock: Any) -> None:
    bench = a_bench(clock, 3, "silent silent silent")
    op_id = await started(bench)
    await clock.sleep(1)
    began = clock.now
    await bench.service.aclose(within=5)
    assert clock.now - began <= 6
    assert bench.states() == ["UNKNOWN"] * 3
    await bench.restart()
    row = await bench.settled(op_id)
    assert row.counts[ItemState.DONE] == 3
    assert bench.violations() == []
    await bench.close()


async def test_an_intent_that_slept_is_renewed_before_it_is_sent(clock: Any) -> None:
    bench = a_bench(clock, 2)
    bench.workers = 1
    bench.start()
    preview = await bench.service.preview(SUSPEND, bench.ids)
    bench.bucket.slow_down(90)
    op_id = await bench.service.start(preview)
    await clock.sleep(80)
    assert bench.states() == ["SENDING", "PLANNED"]
    bench.database.do("UPDATE card SET version = 9 WHERE id = 1")
    row = await bench.ended(op_id)
    assert [item.state for item in await bench.service.items(op_id)] == [
        ItemState.SKIPPED,
        ItemState.DONE,
    ]
    assert row.counts[ItemState.SKIPPED] == len(bench.provider.sends) == 1
    assert bench.violations() == []
    await bench.close()


async def test_looking_does_not_disturb_what_is_being_sent(clock: Any) -> None:
    bench = a_bench(clock, 2)
    bench.provider.latency = 5.0
    op_id = await started(bench)
    await clock.sleep(1)
    await bench.service.settle()
    assert bench.states() == ["SENDING", "SENDING"]
    row = await bench.ended(op_id)
    assert row.counts[ItemState.DONE] == 2
    assert {row[0] for row in bench.database.rows("SELECT outcome FROM attempt")} == {"done"}
    await bench.close()


async def test_a_preview_too_old_is_not_sent(clock: Any) -> None:
    bench = a_bench(clock, 1)
    preview = await bench.service.preview(SUSPEND, bench.ids)
    await clock.sleep(timedelta(hours=25).total_seconds())
    op_id = await bench.service.start(preview)
    await bench.ended(op_id)
    (item,) = await bench.service.items(op_id)
    assert item.reason == "The preview was too old when its turn came; nothing was sent."
    assert bench.provider.sends == []
    await bench.close()


async def test_a_cancellation_previewed_in_time_is_never_sent_late(clock: Any) -> None:
    provider = ScriptedProvider(clock, cards(1, specific=SpecificStatus.MANUAL))
    bench = Bench(clock, provider)
    await clock.sleep(timedelta(days=4, hours=14).total_seconds())
    preview = await bench.service.preview(Request(Action.CANCEL), bench.ids)
    await clock.sleep(timedelta(hours=1).total_seconds())
    op_id = await bench.service.start(preview)
    row = await bench.ended(op_id)
    assert row.counts[ItemState.SKIPPED] == 1
    assert provider.sends == []
    await bench.close()


async def test_a_mistake_in_an_adapter_is_reported_and_tells_no_secret(clock: Any) -> None:
    bench = a_bench(clock, 2, "breaks drops")
    op_id = await started(bench)
    await bench.ended(op_id)
    answers = {row[0] for row in bench.database.rows("SELECT answer FROM attempt")}
    assert answers == {
        "It may or may not have taken effect: ZeroDivisionError",
        "It may or may not have taken effect: ConnectionResetError",
    }
    assert [type(context["exception"]) for context in bench.errors] == [ZeroDivisionError]
    await bench.close()


async def test_a_read_back_that_fails_is_tried_again(clock: Any) -> None:
    bench = a_bench(clock, 1)
    bench.provider.read_faults = [ProviderFault(text("Down."), "500")] * 2
    await bench.ended(await started(bench))
    await clock.sleep(60)
    assert bench.refreshed == [1, 1, 1]
    assert bench.database.rows("SELECT specific FROM card") == [(200,)]
    await bench.close()


async def test_closing_gives_up_reading_back(clock: Any) -> None:
    bench = a_bench(clock, 1)
    bench.provider.read_faults = [ProviderFault(text("Down."), "500")] * 2
    await bench.ended(await started(bench))
    await clock.sleep(1)
    await bench.close()
    assert bench.refreshed == [1]
    assert not [task for task in asyncio.all_tasks() if task.get_name() == "read-back"]


async def test_settling_by_hand_goes_on_by_itself_where_it_is_too_early(clock: Any) -> None:
    bench = a_bench(clock, 1, "lost")
    await started(bench)
    await clock.sleep(1)
    await bench.close()
    bench.start()
    await bench.service.settle()
    assert bench.states() == ["UNKNOWN"], "a late effect may still land"
    await clock.sleep(3 * WINDOW.total_seconds())
    assert bench.states() == ["NOT_APPLIED"]
    await bench.close()
