"""The token bucket: spacing, windows, overtaking, throttling."""

import asyncio
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.services.rate import TokenBucket
from tests.conftest import VirtualClock


def most_in_a_second(times: list[float]) -> int:
    return max(sum(1 for other in times if start <= other < start + 1.0) for start in times)


async def passages(
    bucket: TokenBucket, clock: Any, arrivals: list[tuple[float, bool]]
) -> list[tuple[float, int, bool]]:
    passed: list[tuple[float, int, bool]] = []

    async def taker(number: int, arrival: float, urgent: bool) -> None:
        if arrival:
            await clock.sleep(arrival)
        await bucket.take(urgent=urgent)
        passed.append((clock.monotonic(), number, urgent))

    await asyncio.gather(*(taker(n, *arrival) for n, arrival in enumerate(arrivals)))
    return passed


async def test_takers_pass_one_by_one_at_the_rate(virtual_clock: Any) -> None:
    bucket = TokenBucket(20, virtual_clock)
    passed = await passages(bucket, virtual_clock, [(0.0, False)] * 6)
    assert [round(when, 3) for when, _, _ in passed] == [0.0, 0.05, 0.1, 0.15, 0.2, 0.25]
    assert [number for _, number, _ in passed] == [0, 1, 2, 3, 4, 5]


async def test_waiting_long_saves_nothing_up(virtual_clock: Any) -> None:
    bucket = TokenBucket(10, virtual_clock)
    await bucket.take()
    await virtual_clock.sleep(60)
    passed = await passages(bucket, virtual_clock, [(0.0, False)] * 4)
    assert [round(when - 60, 3) for when, _, _ in passed] == [0.0, 0.1, 0.2, 0.3]


@given(
    rate=st.sampled_from([0.5, 1.0, 2.5, 7.0, 20.0, 200.0]),
    arrivals=st.lists(
        st.tuples(st.floats(0, 8, allow_nan=False), st.booleans()), min_size=1, max_size=120
    ),
)
async def test_no_second_holds_more_than_the_rate(
    rate: float, arrivals: list[tuple[float, bool]]
) -> None:
    clock = VirtualClock()
    passed = await passages(TokenBucket(rate, clock), clock, arrivals)
    assert len(passed) == len(arrivals)
    assert most_in_a_second([when for when, _, _ in passed]) <= max(1, math.floor(rate))


@given(lags=st.lists(st.floats(0, 0.3, allow_nan=False), min_size=30, max_size=90))
async def test_late_wake_ups_never_bunch_up_beyond_the_rate(lags: list[float]) -> None:
    class LateClock(VirtualClock):
        async def sleep(self, seconds: float) -> None:
            await super().sleep(seconds + (lags.pop() if lags else 0.0))

    clock = LateClock()
    passed = await passages(TokenBucket(20, clock), clock, [(0.0, False)] * 100)
    assert most_in_a_second([when for when, _, _ in passed]) <= 20


@pytest.mark.parametrize(("lag", "least"), [(0.0, 199), (0.004, 190), (0.03, 190), (0.3, 30)])
async def test_a_busy_loop_does_not_lose_the_rate(lag: float, least: int) -> None:
    class LateClock(VirtualClock):
        async def sleep(self, seconds: float) -> None:
            await super().sleep(seconds + lag)

    clock = LateClock()
    passed = await passages(TokenBucket(200, clock), clock, [(0.0, False)] * 600)
    times = [when for when, _, _ in passed]
    assert most_in_a_second(times) <= 200
    assert sum(1 for when in times if 1.0 <= when < 2.0) >= least


async def test_the_urgent_overtake(virtual_clock: Any) -> None:
    bucket = TokenBucket(10, virtual_clock)
    bulk = [(0.0, False)] * 20
    passed = await passages(bucket, virtual_clock, [*bulk, (0.55, True), (0.55, True)])
    urgent = [round(when, 2) for when, _, is_urgent in passed if is_urgent]
    assert urgent == [0.6, 0.7]
    assert [n for _, n, is_urgent in passed if not is_urgent] == list(range(20))


async def test_who_gives_up_holds_nobody(virtual_clock: Any) -> None:
    bucket = TokenBucket(1, virtual_clock)
    await bucket.take()
    first = asyncio.create_task(bucket.take())
    second = asyncio.create_task(bucket.take())
    third = asyncio.create_task(bucket.take())
    await asyncio.sleep(0)
    first.cancel()
    third.cancel()
    await second
    assert virtual_clock.now == pytest.approx(1.0, abs=0.01)
    assert bucket.waiting == 0


async def test_throttling_stops_all_then_halves_then_recovers(virtual_clock: Any) -> None:
    bucket = TokenBucket(20, virtual_clock)
    await bucket.take()
    bucket.slow_down(3)
    assert bucket.rate == 10
    await bucket.take()
    assert virtual_clock.now == pytest.approx(3)
    await bucket.take()
    assert virtual_clock.now == pytest.approx(3.1, abs=0.02)
    for _ in range(60):
        await bucket.take()
    assert bucket.rate == 20


async def test_without_a_limit_nobody_waits(virtual_clock: Any) -> None:
    bucket = TokenBucket(math.inf, virtual_clock)
    for _ in range(1000):
        await bucket.take()
    assert virtual_clock.now == 0
    bucket.slow_down(2)
    await bucket.take()
    assert virtual_clock.now == 2


@pytest.mark.parametrize("rate", [0, -1, math.nan])
def test_a_rate_is_positive(rate: float, virtual_clock: Any) -> None:
    with pytest.raises(ValueError, match="calls a second"):
        TokenBucket(rate, virtual_clock)
