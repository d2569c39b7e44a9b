"""How a sync gets on: what is done, what is left, and an honest guess of the time."""

from simdesk.models.changes import SyncMoved
from simdesk.models.clock import Clock
from simdesk.models.texts import QT_TRANSLATE_NOOP

LISTING = QT_TRANSLATE_NOOP("trade", "Reading the list of cards")
READING = QT_TRANSLATE_NOOP("trade", "Reading details and usage")
RESTING = QT_TRANSLATE_NOOP("trade", "Up to date")
STOPPED = QT_TRANSLATE_NOOP("trade", "Stopped")
FAILED = QT_TRANSLATE_NOOP("trade", "Interrupted")
IDLE = SyncMoved(False, RESTING, 0, None)

_ENOUGH = 2
"""Calls before their speed says anything."""


class Pace:
    """Counts answered calls on a clock; the guess is calls left at the speed seen so far."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began = clock.monotonic()
        self._answered = 0

    def answered(self, calls: int = 1) -> None:
        self._answered += calls

    def seconds_left(self, calls: float) -> float | None:
        """Seconds that `calls` more will take; None while too few were made to say."""
        if calls <= 0:
            return 0.0
        if self._answered < _ENOUGH:
            return None
        return calls * (self._clock.monotonic() - self._began) / self._answered
