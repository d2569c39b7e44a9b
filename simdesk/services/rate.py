"""How fast we may call: one token bucket for all that call a provider (reliability.md 4.3)."""

import asyncio
import math
from collections import deque

from simdesk.models.clock import Clock

_WINDOW = 1.000001
"""A second and a hair, so that rounding never lets one call too many into a window."""
_TICK = 0.001
_MADE_GOOD = 0.05
"""Seconds by which a busy loop may come late without the rate being lost."""
_SLOWEST = 1 / 16
_RECOVERY = 1.02


class _Turn:
    """One taker's place in the queue."""

    __slots__ = ("called",)

    def __init__(self) -> None:
        self.called = asyncio.Event()


class TokenBucket:
    """Lets callers through one by one: burst 1, evenly spaced, urgent takers first.

    Those who waited follow each other faster for a moment when the loop itself came late. In any
    second no more than `rate_per_s` takers pass. `math.inf` switches the limit off.
    """

    def __init__(self, rate_per_s: float, clock: Clock) -> None:
        if not rate_per_s > 0:
            raise ValueError(f"a rate of {rate_per_s} calls a second")
        self._nominal = rate_per_s
        self._clock = clock
        self._share = 1.0
        self._next = -math.inf
        self._urgent: deque[_Turn] = deque()
        self._patient: deque[_Turn] = deque()
        limit = 0 if math.isinf(rate_per_s) else max(1, math.floor(rate_per_s))
        self._passed: deque[float] = deque(maxlen=limit)

    @property
    def rate(self) -> float:
        """Calls a second at present; below the nominal rate for a while after throttling."""
        return self._nominal * self._share

    @property
    def waiting(self) -> int:
        """How many takers are queued."""
        return len(self._urgent) + len(self._patient)

    async def take(self, *, urgent: bool = False) -> None:
        """Return when one call may be made."""
        if not self.waiting and self._opens_at() <= (now := self._clock.monotonic()):
            self._note(now, waited=False)
            return
        turn = _Turn()
        queue = self._urgent if urgent else self._patient
        queue.append(turn)
        try:
            waited = await self._my_turn(turn)
            self._note(self._clock.monotonic(), waited)
        finally:
            queue.remove(turn)
            self._call_first()

    def slow_down(self, seconds: float) -> None:
        """The provider throttled: nobody passes for `seconds`, then half as many for a while."""
        self._next = max(self._next, self._clock.monotonic() + max(0.0, seconds))
        self._share = max(_SLOWEST, self._share / 2)

    async def _my_turn(self, turn: _Turn) -> bool:
        # Only the first in the queue sleeps on the clock; it calls the next one when it leaves.
        waited = False
        while True:
            if self._first() is not turn:
                waited = True
                turn.called.clear()
                await turn.called.wait()
                continue
            wait = self._opens_at() - self._clock.monotonic()
            if wait <= 0:
                return waited
            waited = True
            # The window's loop counts whole milliseconds, so what is shorter would only spin;
            # coming late by less than one is made good by the next takers.
            await self._clock.sleep(max(wait, _TICK))

    def _opens_at(self) -> float:
        if self._passed.maxlen and len(self._passed) == self._passed.maxlen:
            return max(self._next, self._passed[0] + _WINDOW)
        return self._next

    def _note(self, now: float, waited: bool) -> None:
        if math.isinf(self._nominal):
            return
        # A late wake-up is made good by the next takers; idle time is never saved up.
        interval = 1 / self.rate
        due = max(self._opens_at(), now - max(interval, _MADE_GOOD)) if waited else now
        self._next = due + interval
        self._passed.append(now)
        self._share = min(1.0, self._share * _RECOVERY)

    def _first(self) -> _Turn | None:
        if self._urgent:
            return self._urgent[0]
        return self._patient[0] if self._patient else None

    def _call_first(self) -> None:
        first = self._first()
        if first is not None:
            first.called.set()
