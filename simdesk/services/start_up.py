"""How a start goes: was the last one well, is the file whole, is the clock right (4.4, 4.13)."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Protocol, runtime_checkable

from simdesk.models.audit_chain import Anchor
from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.models.flaws import Flaw
from simdesk.models.texts import text
from simdesk.services import safe_mode
from simdesk.services.anchors import Anchors
from simdesk.services.files import write_atomically
from simdesk.services.safe_mode import SafeMode
from simdesk.services.sending import Ban, Sending
from simdesk.services.storage.database import Database

SOON = 60.0
"""Seconds in which a second failed start makes the next one safe."""
AT_ONCE = 32_000_000
"""A file of so many bytes is verified before the desk is handed out, a larger one meanwhile."""
CLOCK_OFF = timedelta(minutes=5)
_FILE = "starting.json"


@runtime_checkable
class TellsTime(Protocol):
    """A provider whose answers tell the time: by so much the PC's clock is off."""

    @property
    def clock_off(self) -> timedelta | None: ...


class Starts:
    """Starts that began and did not end well, in a small file of the fleet's folder.

    Counted on the machine's monotonic clock: the PC's wall clock may be what is wrong. After the
    machine was started anew the count begins anew.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / _FILE
        self._clock = clock

    @contextmanager
    def watched(self) -> Iterator[bool]:
        """A start goes on inside; whether it should be a safe one. An answer is no failure."""
        safe = self.begin()
        try:
            yield safe
        except KnownError:
            self.succeeded()
            raise
        self.succeeded()

    def begin(self) -> bool:
        """Note a start. True when two before it failed, the last of them within a minute."""
        now = self._clock.monotonic()
        failed = [moment for moment in self._read() if 0 <= now - moment <= SOON]
        with suppress(OSError), write_atomically(self._path, durable=False) as file:
            file.write(json.dumps([*failed, now]).encode())
        return len(failed) >= 2

    def succeeded(self) -> None:
        """The desk is open: what failed before does not count any more."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _read(self) -> list[float]:
        try:
            return [float(moment) for moment in json.loads(self._path.read_bytes())]
        except (OSError, ValueError, TypeError):
            return []


class FileVerification:
    """The verification of an open desk: nothing is sent until it has passed."""

    def __init__(
        self, database: Database, sending: Sending, safe: SafeMode, anchors: Anchors
    ) -> None:
        self._database = database
        self._anchors = anchors
        self._sending = sending
        self._safe = safe
        self._running: asyncio.Task[tuple[Flaw, ...]] | None = None

    async def begin(self) -> None:
        """At start, before anything is recovered: hold this state of the file and verify it."""
        self._sending.forbid(Ban.VERIFYING, safe_mode.VERIFYING)
        self._database.distrust()
        checking = await self._database.begin_check(await self._known())
        self._running = asyncio.create_task(self._ended(checking), name="verification")
        if self._database.path.stat().st_size <= AT_ONCE:
            await self.wait()

    async def again(self) -> tuple[Flaw, ...]:
        """Verify the file as it is now. Returns what nobody has seen yet."""
        await self.wait()
        checking = await self._database.begin_check(await self._known())
        return await self._ended(checking)

    async def _known(self) -> tuple[Anchor, ...]:
        try:
            return (await asyncio.to_thread(self._anchors.read)).anchors
        except KnownError as error:
            self._safe.enter(error.message)  # nothing outside says how long the audit was
            return ()

    async def wait(self) -> None:
        """Return once the verification of the start has ended."""
        if self._running is not None:
            await asyncio.wait({self._running})

    async def aclose(self) -> None:
        """Give up what runs."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait({self._running})

    async def _ended(self, checking: "asyncio.Future[tuple[Flaw, ...]]") -> tuple[Flaw, ...]:
        self._safe.found(await checking)
        if not self._safe.flaws:
            await self._database.trust()
        self._sending.allow(Ban.VERIFYING)
        return self._safe.flaws


def watch_clock(provider: object, safe: SafeMode) -> None:
    """Switch safe mode on where the provider tells that the PC's clock is off (F20)."""
    off = provider.clock_off if isinstance(provider, TellsTime) else None
    if off is not None and abs(off) > CLOCK_OFF:
        minutes = round(abs(off).total_seconds() / 60)
        safe.enter(text(safe_mode.CLOCK, minutes=minutes))
