"""A bulk feels its way, and what goes wrong pauses it (reliability.md 4.10)."""

from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.operations import Hold, ItemState, OperationState, RenewRequest, Request
from simdesk.services.operation_ramp import Ramp, Tripwire, ramp_of
from tests.services.operations_bench import Bench
from tests.services.scripted_provider import ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)
D, F, U = ItemState.DONE, ItemState.FAILED, ItemState.UNKNOWN


@pytest.mark.parametrize(
    ("action", "total", "steps"),
    [
        (Action.SUSPEND, 1, ()),
        (Action.SUSPEND, 999, ()),
        (Action.SUSPEND, 1000, (1, 10, 100)),
        (Action.SUSPEND, 10_000, (1, 10, 100)),
        (Action.SUSPEND, 100_000, (1, 10, 100, 1000)),
        (Action.RENEW, 49, ()),
        (Action.RENEW, 50, (1, 10)),
        (Action.FORCE_ACTIVATE, 60, (1, 10)),
        (Action.CANCEL, 1_000_000, (1, 10, 100, 10_000)),
    ],
)
def test_the_larger_and_the_riskier_the_more_steps(
    action: Action, total: int, steps: tuple[int, ...]
) -> None:
    assert ramp_of(action, total) == steps


def test_a_ramp_goes_on_where_it_was_and_one_looks_at_each_step() -> None:
    ramp = Ramp((1, 10, 100), dealt=5)
    for _ in range(5):
        assert ramp.free
        ramp.begin()
    assert not ramp.free
    assert not ramp.may_check()  # nothing has ended yet
    for _ in range(5):
        ramp.end()
    assert ramp.may_check()
    assert not ramp.may_check()  # somebody looks already
    ramp.checked()
    assert ramp.free
    assert ramp.climbing
    assert not Ramp((1, 10, 100), dealt=100).climbing


@pytest.mark.parametrize(
    ("story", "ramped", "climbing", "trips_at"),
    [
        ("dddf", True, True, 4),
        ("dddu", True, True, 4),
        ("dddf", False, False, None),
        ("f" * 19 + "d" + "f" * 19, False, False, None),
        ("f" * 20, False, False, 20),
        # Five by chance never make a share; the sixth in 400 is more than 1 %.
        ("d" * 400 + "fd" * 5, True, False, None),
        ("d" * 400 + "fd" * 6, True, False, 411),
        ("d" * 700 + "fd" * 6, True, False, None),
    ],
)
def test_the_tripwire(story: str, ramped: bool, climbing: bool, trips_at: int | None) -> None:
    wire = Tripwire(ramped)
    states = {"d": D, "f": F, "u": U}
    tripped = [
        place
        for place, letter in enumerate(story, start=1)
        if wire.note(states[letter], "E1" if letter == "f" else None, None, climbing=climbing)
    ]
    assert tripped[:1] == ([] if trips_at is None else [trips_at])


def test_what_an_operator_has_seen_does_not_trip_again_but_a_row_does() -> None:
    wire = Tripwire(True, frozenset({"E1"}))
    told = [wire.note(F, "E1", "no", climbing=True) for _ in range(20)]
    assert [why is not None for why in told] == [False] * 19 + [True]
    assert str(told[-1]) == "20 in a row did not go as expected, the last: no"
    assert wire.note(F, "E2", "other", climbing=True) is not None


def a_bench(clock: Any, count: int, script: str = "", **more: Any) -> Bench:
    return Bench(clock, ScriptedProvider(clock, cards(count), script.split()), **more)


async def test_a_large_bulk_sends_one_then_ten_then_a_hundred(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1200, rate=1000.0, reads_back=False)
    read: list[tuple[int, int]] = []
    reading = bench.provider.read

    async def noted(refs: Any) -> Any:
        read.append((len(bench.provider.sends), len(refs)))
        return await reading(refs)

    bench.provider.read = noted  # type: ignore[method-assign]
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids))
    row = await bench.ended(op_id)
    assert row.state is OperationState.FINISHED
    assert row.counts[D] == 1200
    # Each step is read before the next begins: 1, 9 more, 90 more (50 a call).
    assert read == [(1, 1), (10, 9), (100, 50), (100, 40)]
    await bench.close()


async def test_a_refusal_among_the_first_pauses_and_the_word_carries_on(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 1000, "done " * 4 + "refused " + "done " * 30 + "refused")
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids))
    row = await bench.ended(op_id)
    assert (row.state, row.hold) == (OperationState.RUNNING, Hold.PAUSED)
    assert row.hold_reason is not None
    assert "did not go as expected: The card is missing." in row.hold_reason
    assert len(bench.provider.sends) <= 10
    await bench.service.carry_on(op_id)
    row = await bench.ended(op_id)
    assert row.hold is None
    assert (row.counts[D], row.counts[F]) == (998, 2)
    assert bench.violations() == []
    await bench.close()


async def test_a_card_that_does_not_show_what_was_said_done_pauses(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1000, "lies", reads_back=False)
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids))
    row = await bench.ended(op_id)
    assert row.hold is Hold.PAUSED
    assert row.hold_reason is not None
    assert row.hold_reason.startswith("The provider said done, but 1 of 1 cards do not show it")
    assert len(bench.provider.sends) == 1
    await bench.close()


async def test_what_is_accepted_is_awaited_before_the_next_step(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1000, "accepted accepted_lost")
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids))
    await patient_clock.sleep(50)
    assert len(bench.provider.sends) == 1
    while (row := await bench.row(op_id)).hold is None:
        await patient_clock.sleep(30)
    assert len(bench.provider.sends) == 10
    assert patient_clock.now > 15 * 60
    assert row.hold_reason is not None
    assert row.hold_reason.startswith("1 cards are accepted but not confirmed yet")
    await bench.service.stop(op_id)
    await bench.close()


async def test_many_refusals_in_a_row_pause_a_small_bulk_too(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 40, "refused " * 40, workers=1)
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids))
    row = await bench.ended(op_id)
    assert row.counts[F] == 20
    assert row.counts[ItemState.PLANNED] == 20
    assert row.hold is Hold.PAUSED
    await bench.close()


async def test_an_account_that_is_barred_pauses_the_bulk_with_one_sentence(
    patient_clock: Any,
) -> None:
    bench = a_bench(patient_clock, 200, "done " * 30 + "barred " * 40)
    op_id = await bench.service.start(await bench.service.preview(SUSPEND, bench.ids))
    row = await bench.ended(op_id)
    assert row.hold is Hold.PAUSED
    assert row.hold_reason == (
        "The provider lets nothing of this account through: The key was revoked."
    )
    assert row.counts[F] == 0
    assert row.counts[D] + row.counts[ItemState.PLANNED] == 200
    bench.provider.script.clear()
    await bench.service.carry_on(op_id)
    row = await bench.ended(op_id)
    assert row.counts[D] == 200
    assert bench.violations() == []
    await bench.close()


async def test_a_price_that_rose_while_it_was_paused_is_not_paid(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 8, rate=2.0)
    preview = await bench.service.preview(RenewRequest(1), bench.ids)
    op_id = await bench.service.start(preview)
    await patient_clock.sleep(1.2)
    await bench.service.pause(op_id)
    row = await bench.ended(op_id)
    done = row.counts[D]
    assert 0 < done < 8
    bench.provider.price_factor = 2
    await bench.service.carry_on(op_id)
    row = await bench.ended(op_id)
    assert (row.counts[D], row.counts[ItemState.SKIPPED]) == (done, 8 - done)
    items = await bench.service.items(op_id, {ItemState.SKIPPED}, limit=1)
    assert items[0].reason is not None
    assert items[0].reason.startswith("It costs more than was approved")
    await bench.close()
