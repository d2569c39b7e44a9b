"""How fast a bulk moves, and when it may be over."""

from collections import deque

from simdesk.models.clock import Clock

_LOOK_BACK = 15.0


class Pace:
    """A moving rate: items that were dealt with in the last fifteen seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began = clock.monotonic()
        self._moments: deque[float] = deque(maxlen=4096)

    def note(self) -> None:
        """One more item has been dealt with."""
        self._moments.append(self._clock.monotonic())

    def rate(self) -> float | None:
        """Items a second; None before anything can be said."""
        now = self._clock.monotonic()
        while self._moments and self._moments[0] < now - _LOOK_BACK:
            self._moments.popleft()
        if not self._moments:
            return None
        full = len(self._moments) == self._moments.maxlen
        since = self._moments[0] if full else max(self._began, now - _LOOK_BACK)
        return len(self._moments) / (now - since) if now > since else None
