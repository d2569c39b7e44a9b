"""One send under way: the last look before the first byte, and an answer whatever happens."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from simdesk.models.clock import Clock
from simdesk.models.outcomes import NotSent, Outcome, Unknown
from simdesk.services.answers import report_mistake

FRESH_SECONDS = 60.0
FRESH_TIME = timedelta(minutes=10)
"""An intent older than this is renewed before it is sent: the machine may have slept since."""


class Held(Enum):
    """Why a send was held back at the last moment."""

    STOPPED = "stopped"
    STALE = "stale"


@dataclass
class Deadline:
    """Until when an item may be sent: the preview's business deadline."""

    until: datetime
    now: Callable[[], datetime]

    @property
    def passed(self) -> bool:
        return self.now() > self.until


class Flight:
    """A send from its intent to its answer, in the task that awaits `fly`.

    `gone` is set when the first byte may have left; from then on only an answer, or none in time,
    ends it. `patient` intents are sent however old they are.
    """

    __slots__ = (
        "_clock", "_cut_off", "_deadline", "_intended", "_intended_at", "_patient", "_stopping",
        "_task", "gone", "held",
    )  # fmt: skip

    def __init__(
        self,
        clock: Clock,
        deadline: Deadline,
        stopping: Callable[[], bool],
        patient: bool,
        intended_at: datetime | None = None,
    ) -> None:
        """`intended_at` is when its intent was asked for, in business time; None for now."""
        self._clock = clock
        self._deadline = deadline
        self._stopping = stopping
        self._patient = patient
        self._intended = clock.monotonic()
        self._intended_at = intended_at or deadline.now()
        self._task: asyncio.Task[object] | None = None
        self._cut_off = 0
        self.gone: float | None = None
        self.held: Held | None = None

    def may_go(self) -> bool:
        """The last question before the first byte."""
        moment = self._clock.monotonic()
        if self._stopping():
            self.held = Held.STOPPED
        elif self._late(moment):
            self.held = Held.STALE
        else:
            self.gone = moment
        return self.held is None

    def _late(self, moment: float) -> bool:
        now = self._deadline.now()
        if now > self._deadline.until:
            return True
        stale = moment - self._intended > FRESH_SECONDS or now - self._intended_at > FRESH_TIME
        return stale and not self._patient

    async def fly(self, send: Awaitable[Outcome]) -> Outcome:
        """The provider's answer; an error, or being given up, is Unknown once bytes may be out."""
        self._task = asyncio.current_task()
        try:
            return await send
        except (KeyboardInterrupt, SystemExit):
            raise
        except asyncio.CancelledError:
            if self._cancelled_by_others:
                raise
            return self._given_up()
        except BaseException as error:
            # A send that answers being cancelled with an error of its own ends the task as well.
            if self.gone is None or self._cancelled_by_others:
                raise
            report_mistake(error)
            # Never the error's own words: they may hold keys and signatures (reliability.md 0, 10).
            return Unknown(type(error).__name__)
        finally:
            self._landed()

    def hold(self) -> None:
        """Do not send, if nothing has left yet."""
        if self.gone is None and self._task is not None:
            self.held = Held.STOPPED
            self._cut(self._task)

    def give_up(self) -> None:
        """Wait no longer for the answer."""
        if self._task is not None:
            self._cut(self._task)

    def _cut(self, task: asyncio.Task[object]) -> None:
        self._cut_off += 1
        task.cancel()

    @property
    def _cancelled_by_others(self) -> bool:
        return self._task is not None and self._task.cancelling() > self._cut_off

    def _landed(self) -> None:
        # The task goes on with the next item: it was not the one that was to end.
        for _ in range(self._cut_off):
            if self._task is not None:
                self._task.uncancel()
        self._task = None

    def _given_up(self) -> Outcome:
        if self.gone is None:
            self.held = self.held or Held.STOPPED
            return NotSent("held back")
        return Unknown("no answer in time")
