"""How a sync gets on: what is done, what is left, and an honest guess of the time."""

from collections import deque

from simdesk.models.changes import SyncMoved
from simdesk.models.clock import Clock
from simdesk.models.texts import QT_TRANSLATE_NOOP

LISTING = QT_TRANSLATE_NOOP("trade", "Reading the list of cards")
READING = QT_TRANSLATE_NOOP("trade", "Reading details and usage")
RESTING = QT_TRANSLATE_NOOP("trade", "Up to date")
STOPPED = QT_TRANSLATE_NOOP("trade", "Sync stopped")
FAILED = QT_TRANSLATE_NOOP("trade", "Interrupted")
IDLE = SyncMoved(False, RESTING, 0, None)

_LATELY = 48
"""Answers whose speed counts."""
_ENOUGH = 4
"""Calls before their speed says anything: as many as are under way together."""


class Pace:
    """Counts answered calls on a clock; the guess is calls left at the speed of the last ones.

    Of the last ones only: calls that bring details take another time than those of the list. The
    first answer only starts the watch: its call went alone, the others go side by side.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._answered = 0
        self._seen: deque[tuple[float, int]] = deque(maxlen=_LATELY)

    def answered(self, calls: int = 1) -> None:
        if self._seen:
            self._answered += calls
        self._seen.append((self._clock.monotonic(), self._answered))

    def seconds_left(self, calls: float) -> float | None:
        """Seconds that `calls` more will take; None while too few were made to say."""
        if calls <= 0:
            return 0.0
        if self._answered < _ENOUGH:
            return None
        began, before = self._seen[0]
        return calls * (self._clock.monotonic() - began) / (self._answered - before)
