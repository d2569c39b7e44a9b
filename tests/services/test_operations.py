"""Operations: what every answer leads to, stopping, retrying, two at once."""

import asyncio
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.changes import CardsChanged, OperationsChanged
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    Hold,
    ItemState,
    LimitRequest,
    OperationState,
    RenewRequest,
    Request,
)
from simdesk.models.orders import Money
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.services.operation_journal import GATHERING
from simdesk.services.operation_notices import BULK_SPACING
from tests.services.operations_bench import Bench, PatientClock
from tests.services.scripted_provider import ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)
RESUME = Request(Action.RESUME)
FULL = KnownError(text("The disk is full."))

OUTCOMES = """
script                                       state        effects attempts code
done                                         DONE         1       1        -
refused                                      FAILED       0       1        CardDestroy
throttled                                    DONE         1       2        -
throttled throttled throttled                DONE         1       4        -
not_sent                                     DONE         1       2        -
not_sent not_sent not_sent not_sent not_sent FAILED       0       5        -
accepted                                     DONE         1       1        ref 1
answer_lost                                  DONE         1       1        -
late                                         DONE         1       1        -
lost                                         NOT_APPLIED  0       1        -
breaks                                       DONE         1       1        -
drops                                        NOT_APPLIED  0       1        -
throttled refused                            FAILED       0       2        CardDestroy
not_sent lost                                NOT_APPLIED  0       2        -
silent                                       DONE         1       1        -
"""


def a_bench(clock: Any, count: int = 1, script: str = "", **changes: Any) -> Bench:
    specific = changes.pop("specific", SpecificStatus.IN_USE)
    provider = ScriptedProvider(clock, cards(count, specific=specific), script.split())
    return Bench(clock, provider, **changes)


async def started(bench: Bench, request: Any = SUSPEND) -> str:
    return await bench.service.start(await bench.service.preview(request, bench.ids))


@pytest.mark.parametrize("line", OUTCOMES.strip().splitlines()[1:])
async def test_every_answer_leads_to_its_state(line: str, patient_clock: Any) -> None:
    *script, state, effects, attempts, code = line.rsplit(maxsplit=4)
    code = "ref 1" if line.endswith("ref 1") else code
    if code == "ref 1":
        *script, state, effects, attempts, _, _ = line.rsplit(maxsplit=5)
    bench = a_bench(patient_clock, 1, " ".join(script))
    op_id = await started(bench)
    row = await bench.settled(op_id)
    (item,) = await bench.service.items(op_id)
    found = (item.state, len(bench.provider.effects), item.attempts, item.code or "-")
    assert found == (ItemState(state), int(effects), int(attempts), code)
    assert row.state is OperationState.FINISHED
    assert bench.violations() == []
    await bench.close()


@pytest.mark.parametrize("word", ["lost", "answer_lost", "late", "breaks", "silent", "accepted"])
async def test_an_open_item_keeps_its_state_until_it_is_looked_at(
    word: str, patient_clock: Any
) -> None:
    bench = a_bench(patient_clock, 1, word)
    bench.provider.read_faults = [FULL] * 3
    op_id = await started(bench)
    row = await bench.ended(op_id)
    state = ItemState.ACCEPTED if word == "accepted" else ItemState.UNKNOWN
    assert row.counts[state] == 1
    assert len(bench.provider.sends) == 1
    await bench.settled(op_id)
    assert len(bench.provider.sends) == 1, "a send in doubt is never repeated"
    await bench.close()


async def test_one_card_is_suspended_recorded_and_read_back(patient_clock: Any) -> None:
    bench = a_bench(patient_clock)
    op_id = await started(bench)
    row = await bench.ended(op_id)
    await patient_clock.sleep(1)
    assert (row.state, row.total, row.settled) == (OperationState.FINISHED, 1, 1)
    assert (row.requested_by, row.request, row.amount) == ("Li Na", SUSPEND, None)
    assert bench.database.rows("SELECT specific, version FROM card") == [(200, 2)]
    assert bench.refreshed == [1]
    (attempt,) = bench.database.rows("SELECT n, outcome, ended_at >= started_at FROM attempt")
    assert attempt == (1, "done", 1)
    await bench.close()


async def test_serials_are_random_unique_and_repeatable(patient_clock: Any) -> None:
    serials = []
    for seed in (1, 1, 2):
        bench = a_bench(PatientClock(), 50, seed=seed)
        await bench.ended(await started(bench))
        serials.append([serial for _, _, serial in bench.provider.sends])
        await bench.close()
    assert serials[0] == serials[1]
    assert len({*serials[0], *serials[2]}) == 100
    assert all(len(serial) == 32 and serial != "0" for serial in serials[0])


async def test_a_paid_act_keeps_its_order_and_amount(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 3)
    op_id = await started(bench, RenewRequest(3))
    row = await bench.ended(op_id)
    assert row.amount == Money(4200)
    items = await bench.service.items(op_id)
    assert [(item.price, item.order_number) for item in items] == [
        (Money(1400), "O1"),
        (Money(1400), "O2"),
        (Money(1400), "O3"),
    ]
    await bench.close()


async def test_the_pool_grows_with_need_and_stays_bounded(patient_clock: Any) -> None:
    slow = a_bench(patient_clock, 40, workers=8)
    slow.provider.latency = 5.0
    await slow.ended(await started(slow))
    assert slow.provider.most_in_flight == 8
    await slow.close()
    quick = a_bench(PatientClock(), 60, rate=20.0)
    quick.provider.latency = 0.04
    await quick.ended(await started(quick))
    assert quick.provider.most_in_flight <= 2
    await quick.close()


async def test_no_second_holds_more_sends_than_the_rate(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 120, "done throttled " * 8, rate=20.0)
    row = await bench.ended(await started(bench))
    times = [when for when, _, _ in bench.provider.sends]
    assert max(sum(1 for t in times if s <= t < s + 1.0) for s in times) <= 20
    assert row.counts[ItemState.DONE] == 120
    await bench.close()


async def test_stopping_sends_nothing_more_and_keeps_what_is_in_flight(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 500, rate=20.0)
    bench.provider.latency = 3.0
    op_id = await started(bench)
    await patient_clock.sleep(10)
    stopped_at = patient_clock.now
    await bench.service.stop(op_id)
    assert (await bench.row(op_id)).state is OperationState.STOPPING
    row = await bench.ended(op_id)
    assert max(when for when, _, _ in bench.provider.sends) <= stopped_at + 1.0
    assert row.state is OperationState.STOPPED
    assert row.counts[ItemState.DONE] == len(bench.provider.sends) > 100
    assert row.counts[ItemState.DONE] + row.counts[ItemState.WITHDRAWN] == row.total == 500
    assert bench.violations() == []
    await bench.service.stop(op_id)
    await bench.close()


async def test_stopping_does_not_wait_for_a_throttled_provider(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 3, "throttled " * 3)
    op_id = await started(bench)
    await patient_clock.sleep(0.3)
    await bench.service.stop(op_id)
    row = await bench.ended(op_id)
    assert patient_clock.now < 1.5
    assert row.counts[ItemState.WITHDRAWN] == 3
    await bench.close()


async def test_a_send_on_its_way_to_the_wire_is_stopped_too(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 3)
    op_id = await started(bench)
    while "SENDING" not in bench.states():
        await asyncio.sleep(0)
    await bench.service.stop(op_id)
    row = await bench.ended(op_id)
    assert bench.provider.sends == []
    assert row.counts[ItemState.WITHDRAWN] == 3
    await bench.close()


async def test_throttling_slows_everything_down(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 2, "throttled", workers=1)
    op_id = await started(bench)
    await patient_clock.sleep(0.5)
    assert bench.bucket.rate == 100
    await bench.ended(op_id)
    assert min(when for when, _, _ in bench.provider.sends[1:]) >= 2.0
    await bench.close()


async def test_a_click_goes_before_everything_that_waits(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1, rate=10.0)
    readers = [asyncio.create_task(bench.calls.cards(1)) for _ in range(50)]
    await patient_clock.sleep(1)
    clicked = patient_clock.now
    await bench.ended(await started(bench))
    assert bench.provider.sends[0][0] - clicked <= 0.2
    await asyncio.gather(*readers)
    await bench.close()


async def test_a_click_overtakes_a_bulk(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 201, rate=10.0)
    bulk = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids[:200]))
    await patient_clock.sleep(3)
    clicked = patient_clock.now
    click = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids[200:]))
    await bench.ended(click)
    last_iccid = next(when for when, iccid, _ in bench.provider.sends if iccid.endswith("0201"))
    assert last_iccid - clicked <= 0.3
    assert (await bench.row(bulk)).counts[ItemState.PLANNED] > 150
    await bench.service.stop(bulk)
    await bench.ended(bulk)
    await bench.close()


async def test_two_operations_on_one_card_send_once(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1, "answer_lost")
    bench.provider.read_faults = [FULL] * 2
    first = await bench.service.preview(SUSPEND, bench.ids)
    second = await bench.service.preview(SUSPEND, bench.ids)
    one, two = await bench.service.start(first), await bench.service.start(second)
    await bench.ended(one)
    row = await bench.ended(two)
    (item,) = await bench.service.items(two)
    assert row.counts[ItemState.SKIPPED] == 1
    assert item.reason == "Another operation on it is not settled yet; nothing was sent."
    third = await bench.service.preview(RESUME, bench.ids)
    assert [str(group.reason) for group in third.blocked] != []
    await bench.settled(one)
    assert len(bench.provider.sends) == 1
    await bench.close()


async def test_the_database_itself_refuses_a_second_open_item(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1, "answer_lost")
    bench.provider.read_faults = [FULL] * 2
    first = await bench.service.preview(SUSPEND, bench.ids)
    second = await bench.service.preview(SUSPEND, bench.ids)
    await bench.ended(await bench.service.start(first))
    await bench.ended(await bench.service.start(second))
    with pytest.raises(Exception, match="UNIQUE constraint failed"):
        bench.database.do("UPDATE op_item SET state = 'UNKNOWN'")
    await bench.close()


async def test_a_card_that_changed_since_the_preview_is_skipped(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 3)
    preview = await bench.service.preview(SUSPEND, bench.ids)
    bench.database.do("UPDATE card SET version = version + 1 WHERE id = 2")
    op_id = await bench.service.start(preview)
    row = await bench.ended(op_id)
    assert (row.counts[ItemState.DONE], row.counts[ItemState.SKIPPED]) == (2, 1)
    (skipped,) = await bench.service.items(op_id, {ItemState.SKIPPED})
    assert skipped.card_id == 2
    assert skipped.reason == "The card has changed since the preview; nothing was sent."
    assert len(bench.provider.sends) == 2
    await bench.close()


async def test_nothing_is_sent_for_a_cancelled_card_that_was_not_read_back(
    patient_clock: Any,
) -> None:
    provider = ScriptedProvider(patient_clock, cards(2, specific=SpecificStatus.STOPPED))
    bench = Bench(patient_clock, provider, reads_back=False)
    cancel = Request(Action.CANCEL)
    first = await bench.service.preview(cancel, bench.ids[:1])
    await bench.ended(await bench.service.start(first))
    await patient_clock.sleep(3600)
    again = await bench.service.preview(cancel, bench.ids)
    assert again.eligible_count == 2, "the desk shows it as it was"
    row = await bench.ended(await bench.service.start(again))
    assert (row.counts[ItemState.DONE], row.counts[ItemState.SKIPPED]) == (1, 1)
    # A later reading that shows it alive has the last word.
    bench.database.do("UPDATE card SET listed_at = listed_at + 86400")
    third = await bench.service.preview(cancel, bench.ids[:1])
    row = await bench.ended(await bench.service.start(third))
    assert row.counts[ItemState.DONE] == 1
    await bench.close()


async def test_a_retry_takes_what_was_refused_or_had_no_effect_only(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 4, "refused lost answer_lost done", workers=1)
    op_id = await started(bench)
    before = await bench.ended(op_id)
    assert before.counts[ItemState.UNKNOWN] == 2
    early = await bench.service.retry_preview(op_id)
    assert early.eligible_ids == (1,)
    assert early.requested == 1, "what is in doubt is not even asked about"
    await bench.settled(op_id)
    preview = await bench.service.retry_preview(op_id)
    assert preview.request == SUSPEND
    assert preview.eligible_ids == (1, 2)
    await bench.ended(await bench.service.start(preview))
    assert bench.violations() == []
    await bench.close()


async def test_pressed_twice_starts_once(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 2)
    preview = await bench.service.preview(SUSPEND, bench.ids)
    assert await bench.service.start(preview) == await bench.service.start(preview)
    await bench.ended((await bench.service.operations())[0].id)
    assert len(bench.provider.sends) == 2
    await bench.close()


async def test_nothing_eligible_starts_nothing(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 2)
    preview = await bench.service.preview(RESUME, bench.ids)
    with pytest.raises(KnownError, match="eligible"):
        await bench.service.start(preview)
    assert await bench.service.operations() == ()
    with pytest.raises(KnownError, match="no such operation"):
        await bench.service.retry_preview("none")
    await bench.close()


async def test_operations_come_newest_first_with_counts_that_add_up(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 30, "done refused " * 10)
    ids = []
    for request in (SUSPEND, LimitRequest(10), RESUME):
        preview = await bench.service.preview(request, bench.ids)
        if preview.eligible_count:
            ids.append(await bench.service.start(preview))
            await bench.settled(ids[-1])
            await patient_clock.sleep(1)
    for _ in range(2):
        rows = await bench.service.operations()
        assert [row.id for row in rows] == ids[::-1]
        assert [row.total for row in rows] == [20, 30]
    assert not bench.service.running
    await bench.close()


async def test_items_are_paged_and_chosen_by_state(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 25, "refused " * 5, workers=1)
    op_id = await started(bench)
    await bench.ended(op_id)
    page = await bench.service.items(op_id, offset=10, limit=10)
    assert [item.seq for item in page] == list(range(11, 21))
    failed = await bench.service.items(op_id, [ItemState.FAILED])
    assert [item.iccid[-2:] for item in failed] == ["01", "02", "03", "04", "05"]
    assert {item.reason for item in failed} == {"The card is missing."}
    await bench.close()


async def test_progress_is_honest_and_adds_up(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 200, rate=10.0)
    bench.provider.latency = 0.3
    op_id = await started(bench)
    for _ in range(6):
        await patient_clock.sleep(2)
        row = await bench.row(op_id)
        assert row.total == 200
        assert row.seconds_left is not None
        left = 200 - row.settled
        assert left / 10 * 0.8 <= row.seconds_left <= left / 10 * 1.4
    assert bench.service.running
    await bench.service.stop(op_id)
    assert (await bench.row(op_id)).seconds_left is None
    await bench.ended(op_id)
    await bench.close()


async def test_facts_are_announced_in_batches(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 400, rate=400.0)
    began = patient_clock.now
    op_id = await started(bench)
    await bench.ended(op_id)
    spent = patient_clock.now - began
    await bench.close()
    cards_told = [c for c in bench.heard if isinstance(c, CardsChanged) and c.fields == {"pending"}]
    told = [change for change in bench.heard if change == OperationsChanged(op_id)]
    assert 2 <= len(told) <= spent / 0.08 + 3
    assert len(cards_told) <= spent / 0.08 + 3
    assert set().union(*(change.card_ids or () for change in cards_told)) == set(bench.ids)


async def test_a_bulk_is_written_and_read_back_in_large_portions(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 400, rate=200.0)
    began, written = patient_clock.now, bench.database.writes
    op_id = await started(bench)
    await bench.ended(op_id)
    await patient_clock.sleep(5)
    spent = patient_clock.now - began - 5
    assert spent <= 400 / 200 * 1.15
    assert sorted(bench.refreshed) == bench.ids
    assert bench.provider.reads <= spent / BULK_SPACING + 400 / 50 + 2
    transactions = bench.database.writes - written - bench.provider.reads
    assert transactions <= spent / GATHERING + 3  # the operation, the first intent, its end
    assert bench.violations() == []
    await bench.close()


async def test_a_single_act_waits_for_nobody(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1)
    began = patient_clock.now
    op_id = await started(bench)
    await bench.ended(op_id)
    assert [when for when, _, _ in bench.provider.sends] == [began]
    await bench.close()


async def test_a_full_disk_stops_before_anything_is_sent(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 5)
    preview = await bench.service.preview(SUSPEND, bench.ids)
    bench.database.failing = [FULL]
    with pytest.raises(KnownError, match="full"):
        await bench.service.start(preview)
    assert (bench.service.running, bench.provider.sends) == (False, [])
    op_id = await bench.service.start(preview)
    bench.database.failing = [FULL]
    row = await bench.ended(op_id)
    assert (row.state, row.hold) == (OperationState.RUNNING, Hold.PAUSED)
    assert bench.provider.sends == []
    assert [context["exception"] for context in bench.errors] == [FULL]
    await bench.close()


async def test_an_answer_the_disk_refuses_is_kept_until_it_can_be_written(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 1)
    op_id = await started(bench)
    while not bench.provider.sends:
        await patient_clock.sleep(0.01)
    bench.database.failing = [FULL] * 3
    row = await bench.ended(op_id)
    assert row.counts[ItemState.DONE] == 1
    await bench.close()


async def test_an_answer_never_written_is_in_doubt_and_settled_by_looking(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 1)
    op_id = await started(bench)
    while not bench.provider.sends:
        await patient_clock.sleep(0.01)
    bench.database.failing = [FULL] * 6
    while bench.service.running:
        await patient_clock.sleep(1)
    assert bench.states() == ["SENDING"]
    await bench.service.settle()
    row = await bench.settled(op_id)
    assert row.counts[ItemState.DONE] == 1
    assert len(bench.provider.sends) == 1
    await bench.close()


async def test_an_operation_tells_its_cards_in_order(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 5, "done refused")
    op_id = await started(bench)
    await bench.ended(op_id)
    assert await bench.service.card_ids(op_id) == tuple(bench.ids)
    await bench.close()
