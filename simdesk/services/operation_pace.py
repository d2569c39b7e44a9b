"""How fast a bulk moves, and when it may be over."""

import math
from collections import deque

from simdesk.models.capabilities import Capabilities
from simdesk.models.clock import Clock
from simdesk.services.operation_notices import read_back_spacing

_LOOK_BACK = 15.0
_READ_CALLS = 2
"""Reading cards back asks for their details and for their usage."""
_TELLING = 100
"""So many items, over five seconds at least, tell how fast the next bulk will be."""
_TELLING_SECONDS = 5.0


def seconds_at_best(sends: int, capabilities: Capabilities, accepted: int = 0) -> float:
    """What the rate alone allows for so many sends and for reading their cards back.

    `accepted` more are sent already and only wait to be read back.
    """
    rate, bulk = capabilities.calls_per_second, max(1, capabilities.bulk_reads)
    if not capabilities.answers_final:
        # The reading that settles an item is the one that shows the card anew.
        return (sends + math.ceil((sends + accepted) / bulk)) / rate
    readings = math.ceil(sends / bulk)
    if bulk > 1:
        readings = max(readings, math.floor(sends / rate / read_back_spacing(capabilities)))
    return (sends + _READ_CALLS * readings) / rate


class Pace:
    """A moving rate: items that were dealt with in the last fifteen seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began = clock.monotonic()
        self._moments: deque[float] = deque(maxlen=4096)
        self.count = 0
        """Items dealt with so far."""

    def note(self) -> None:
        """One more item has been dealt with."""
        self.count += 1
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

    def seconds_left(self, items: int, at_best: float) -> float | None:
        """How long so many more take at this pace, never less than `at_best`.

        Before anything can be said that is the answer; None once it stands still.
        """
        pace = self.rate()
        if pace is not None:
            return max(at_best, items / pace)
        return None if self._clock.monotonic() - self._began > _LOOK_BACK else at_best

    def told(self) -> float | None:
        """Items a second over all of it; None where it was too short to tell anything."""
        if not self._moments or self.count < _TELLING:
            return None
        spent = self._moments[-1] - self._began
        return self.count / spent if spent >= _TELLING_SECONDS else None
