"""What is asked for again: retries that do not double, and cards with an act in their past."""

from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState, OperationState, RenewRequest, Request
from tests.services.operations_bench import Bench
from tests.services.scripted_provider import ScriptedProvider, cards

RENEW_ON = Request(Action.AUTO_RENEW_ON)


def a_bench(clock: Any, count: int, script: str) -> Bench:
    provider = ScriptedProvider(clock, cards(count), script.split())
    return Bench(clock, provider, reads_back=False)


async def test_what_was_tried_again_is_not_tried_again_from_the_first_operation(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 2, "refused refused done refused")
    first = await bench.service.start(await bench.service.preview(RENEW_ON, bench.ids))
    await bench.settled(first)
    second = await bench.service.start(await bench.service.retry_preview(first))
    await bench.settled(second)
    assert (await bench.service.retry_preview(first)).requested == 0
    # What was refused again is tried again from where it was refused last.
    again = await bench.service.retry_preview(second)
    assert again.requested == 1
    await bench.settled(await bench.service.start(again))
    assert len(bench.provider.effects) == 2
    await bench.close()


async def test_two_previews_of_a_retry_become_one_operation(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1, "refused")
    first = await bench.service.start(await bench.service.preview(RENEW_ON, bench.ids))
    await bench.settled(first)
    one, other = [await bench.service.retry_preview(first) for _ in range(2)]
    await bench.settled(await bench.service.start(one))
    with pytest.raises(KnownError, match="tried again since"):
        await bench.service.start(other)
    assert len(bench.provider.effects) == 1
    await bench.close()


async def test_the_effect_of_an_earlier_renewal_is_no_evidence_for_a_later_one(
    patient_clock: Any,
) -> None:
    """The desk has not read the card since the first; the second is lost on the way."""
    bench = a_bench(patient_clock, 1, "done lost")
    for _ in range(2):
        op_id = await bench.service.start(await bench.service.preview(RenewRequest(1), bench.ids))
        row = await bench.settled(op_id, within=4000)
    assert len(bench.provider.effects) == 1
    assert bench.states().count("DONE") == 1
    assert row.counts[ItemState.NEEDS_HUMAN] == 1
    spent = bench.database.rows("SELECT sum(minor) FROM ledger WHERE credit = 'spent'")
    assert spent == [(500,)]
    await bench.close()


async def test_a_stop_while_a_pause_is_being_written_stops(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 100, "")
    op_id = await bench.service.start(await bench.service.preview(RENEW_ON, bench.ids))
    await patient_clock.sleep(0.2)
    await bench.service.pause(op_id)
    run = bench.service._runs.of(op_id)
    assert run is not None
    while run._workers:
        await patient_clock.sleep(0.001)
    await bench.service.stop(op_id)
    row = await bench.ended(op_id)
    assert (row.state, row.hold) == (OperationState.STOPPED, None)
    assert not row.counts[ItemState.PLANNED]
    await bench.close()


async def test_a_stop_that_a_restart_cut_short_is_carried_out(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 100, "")
    op_id = await bench.service.start(await bench.service.preview(RENEW_ON, bench.ids))
    await patient_clock.sleep(0.2)
    await bench.service.pause(op_id)
    await bench.service._writing.ask_to_stop(op_id)
    await bench.restart()
    row = await bench.row(op_id)
    assert (row.state, row.hold) == (OperationState.STOPPED, None)
    await bench.close()
