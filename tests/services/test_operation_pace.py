"""Times are promised honestly: by the rate, by what reading back costs, by the pace seen."""

from dataclasses import replace
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.operations import Request
from simdesk.models.status import SpecificStatus
from simdesk.services.operation_pace import Pace, seconds_at_best
from tests.services.operations_bench import Bench
from tests.services.scripted_provider import EVERYTHING, ScriptedProvider, cards

SUSPEND = Request(Action.SUSPEND)
AT_BEST = """
final sends accepted rate bulk seconds
yes   1     0        200  500  0.015
yes   1000  0        200  500  5.1
yes   1000  0        200  50   5.2
yes   1000  0        20   1    150
no    1000  0        20   1    100
no    1000  500      20   1    125
no    0     10       20   1    0.5
no    1000  0        20   100  50.5
yes   0     0        200  500  0
"""


def a_bench(clock: Any, count: int, **changes: Any) -> Bench:
    able = replace(EVERYTHING, **changes)
    listed = cards(count, specific=SpecificStatus.IN_USE)
    return Bench(clock, ScriptedProvider(clock, listed, (), able))


@pytest.mark.parametrize("line", AT_BEST.strip().splitlines()[1:])
def test_the_time_at_best(line: str) -> None:
    final, *numbers = line.split()
    sends, accepted, rate, bulk = map(int, numbers[:4])
    able = replace(
        EVERYTHING, answers_final=final == "yes", calls_per_second=float(rate), bulk_reads=bulk
    )
    assert seconds_at_best(sends, able, accepted) == pytest.approx(float(numbers[4]))


async def test_the_time_left_follows_the_pace(virtual_clock: Any) -> None:
    pace = Pace(virtual_clock)
    assert pace.seconds_left(100, 5.0) == 5.0  # nothing seen yet
    for _ in range(40):
        await virtual_clock.sleep(0.5)
        pace.note()
    assert pace.seconds_left(100, 5.0) == pytest.approx(50, rel=0.05)
    assert pace.seconds_left(100, 80.0) == 80.0  # the rate allows no more
    await virtual_clock.sleep(16)
    assert pace.seconds_left(100, 5.0) is None  # it stands still
    pace.note()
    assert pace.seconds_left(100, 5.0) == pytest.approx(1_500, rel=0.01)


async def test_a_few_items_tell_nothing(virtual_clock: Any) -> None:
    few, quick, enough = Pace(virtual_clock), Pace(virtual_clock), Pace(virtual_clock)
    for _ in range(200):
        quick.note()
    for turn in range(100):
        await virtual_clock.sleep(0.1)
        enough.note()
        if turn % 2:
            few.note()
    assert (few.told(), quick.told()) == (None, None)
    assert enough.told() == pytest.approx(10)


@pytest.mark.parametrize("bulk", [50, 500])
async def test_what_a_preview_promises_comes_true(bulk: int, patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1_500, bulk_reads=bulk)
    preview = await bench.service.preview(SUSPEND, bench.ids)
    began = patient_clock.now
    await bench.ended(await bench.service.start(preview))
    while len(bench.refreshed) < 1_500:
        await patient_clock.sleep(0.1)
    assert preview.seconds == pytest.approx(patient_clock.now - began, rel=0.1)
    await bench.close()


async def test_the_next_bulk_is_promised_at_the_pace_of_the_last(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 400)
    bench.provider.latency = 1.6  # 32 hands send 20 a second, where the rate allows 200
    first = await bench.service.preview(SUSPEND, bench.ids[:200])
    assert first.seconds < 2
    await bench.ended(await bench.service.start(first))
    preview = await bench.service.preview(SUSPEND, bench.ids[200:])
    assert preview.seconds == pytest.approx(10, rel=0.2)
    began = patient_clock.now
    await bench.ended(await bench.service.start(preview))
    assert preview.seconds == pytest.approx(patient_clock.now - began, rel=0.2)
    await bench.close()


async def test_a_bulk_beside_another_is_promised_half_the_rate(patient_clock: Any) -> None:
    bench = a_bench(patient_clock, 1_100)
    beside = await bench.service.preview(SUSPEND, bench.ids[:1_000])
    alone = await bench.service.preview(SUSPEND, bench.ids[1_000:])
    running = await bench.service.start(beside)
    shared = await bench.service.preview(SUSPEND, bench.ids[1_000:])
    assert shared.seconds == pytest.approx(2 * alone.seconds, rel=0.1)
    began = patient_clock.now
    await bench.ended(await bench.service.start(shared))
    assert shared.seconds == pytest.approx(patient_clock.now - began, rel=0.3)
    await bench.service.stop(running)
    await bench.ended(running)
    await bench.close()
