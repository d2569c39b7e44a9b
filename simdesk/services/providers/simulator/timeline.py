"""The world's clock: an anchor, a speed, and an injected monotonic clock. Closed, it stands."""

from simdesk.models.clock import Clock


class Timeline:
    """Business time in whole seconds since 1970; cheap to ask, any number of times."""

    def __init__(self, clock: Clock, now: int) -> None:
        self._clock = clock
        self._anchor = float(now)
        self._since = clock.monotonic()
        self._speed = 1.0
        self._paused = False

    def now(self) -> int:
        """Now, in whole seconds; it never goes back."""
        return int(self._exactly())

    def _exactly(self) -> float:
        if self._paused:
            return self._anchor
        return self._anchor + (self._clock.monotonic() - self._since) * self._speed

    @property
    def paused(self) -> bool:
        return self._paused

    @paused.setter
    def paused(self, paused: bool) -> None:
        self._drop_anchor(self._exactly())
        self._paused = paused

    @property
    def speed(self) -> float:
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if speed <= 0:
            raise ValueError(speed)
        self._drop_anchor(self._exactly())
        self._speed = speed

    def jump(self, second: int) -> None:
        """Go on from `second`, unless that lies in the past."""
        self._drop_anchor(max(float(second), self._exactly()))

    def _drop_anchor(self, exactly: float) -> None:
        self._anchor = exactly
        self._since = self._clock.monotonic()
