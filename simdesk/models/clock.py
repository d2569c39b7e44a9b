"""Elapsed time, handed in: latency, back-off and time-outs never read the wall clock."""

from typing import Protocol


class Clock(Protocol):
    """A monotonic clock. Business time is the provider's `now()`, never this."""

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` of this clock pass."""
        ...
