"""The way to the provider: how long a call takes, and how many fit into a second."""

import math
import random
from typing import Final

from simdesk.models.clock import Clock

_MEDIAN: Final = 0.040
_SPREAD: Final = 0.35
_SHORTEST: Final = 0.010
_LONGEST: Final = 0.250
TIMEOUT: Final = 3.0
"""Seconds after which a caller stops waiting for an answer."""


class Line:
    """Seeded latency, and a bucket that refills at the provider's rate."""

    def __init__(self, clock: Clock, rate: float, seed: int) -> None:
        self._clock = clock
        self._rate = rate
        self._tokens = rate
        self._filled = clock.monotonic()
        self._random = random.Random(seed)

    def take(self) -> float:
        """0 if a call fits now; otherwise the seconds until one does."""
        now = self._clock.monotonic()
        self._tokens = min(self._rate, self._tokens + (now - self._filled) * self._rate)
        self._filled = now
        if self._tokens < 1:
            return (1 - self._tokens) / self._rate
        self._tokens -= 1
        return 0.0

    async def travel(self) -> None:
        """One way, there or back."""
        drawn = _MEDIAN * math.exp(self._random.gauss(0, _SPREAD))
        await self._clock.sleep(min(max(drawn, _SHORTEST), _LONGEST) / 2)

    async def wait_in_vain(self) -> None:
        """No answer comes."""
        await self._clock.sleep(TIMEOUT)
