"""The operations that are being sent at this moment: begun, halted, awaited, and their pace."""

import asyncio
from collections.abc import Mapping
from functools import partial

from simdesk.models.operations import ItemState
from simdesk.models.texts import Text
from simdesk.services.operation_codec import request_from_json
from simdesk.services.operation_flight import Deadline
from simdesk.services.operation_pace import seconds_at_best
from simdesk.services.operation_runner import Run
from simdesk.services.operation_workshop import Bulk, Workshop
from simdesk.services.storage import journal_states
from simdesk.services.storage.codec import moment


class Runs:
    """One run for each operation that is being sent; none for those that are held."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._runs: dict[str, Run | None] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._last_pace: float | None = None

    @property
    def alive(self) -> frozenset[str]:
        """Operations that are being sent, or about to be."""
        return frozenset(self._runs)

    def of(self, op_id: str) -> Run | None:
        """The run of an operation that is being sent."""
        return self._runs.get(op_id)

    def reserve(self, op_id: str) -> None:
        """It is about to be written down and sent."""
        self._runs[op_id] = None

    def forget(self, op_id: str) -> None:
        """It could not be written down."""
        self._runs.pop(op_id, None)

    async def begin(self, op_id: str) -> None:
        """Send what is left of an operation, as the journal has it; nothing of one that is held.

        Raises KnownError.
        """
        job = partial(journal_states.parked, op_id=op_id)
        left = await self._shop.database.read(job)
        if left is None or left.hold is not None or self._runs.get(op_id) is not None:
            self.forget(op_id)
            return
        bulk = Bulk(
            op_id,
            request_from_json(left.request_json),
            Deadline(moment(left.send_until), self._shop.calls.now),
            left.planned,
            left.dealt,
            left.codes,
        )
        self._runs[op_id] = run = Run(self._shop, bulk)
        task = asyncio.create_task(run.work(), name=f"operation {op_id}")
        self._tasks[op_id] = task
        task.add_done_callback(partial(self._ended, op_id))

    async def ended(self, op_id: str) -> None:
        """Return when nothing of the operation is being sent any more."""
        task = self._tasks.get(op_id)
        if task is not None:
            await asyncio.wait({task})

    def pause_all(self, why: Text) -> None:
        """Send nothing more of anything."""
        for run in self._runs.values():
            if run is not None:
                run.pause(why)

    async def aclose(self, within: float, why: Text) -> None:
        """Pause all, and await what is in flight for `within` seconds."""
        self.pause_all(why)
        if not self._tasks:
            return
        patience = asyncio.ensure_future(self._shop.clock.sleep(within))
        ended = asyncio.ensure_future(asyncio.wait(tuple(self._tasks.values())))
        await asyncio.wait({patience, ended}, return_when=asyncio.FIRST_COMPLETED)
        for run in self._runs.values():
            if run is not None:
                run.give_up()
        await ended
        patience.cancel()
        await asyncio.wait({patience})

    def _ended(self, op_id: str, task: asyncio.Task[None]) -> None:
        run = self._runs.pop(op_id, None)
        self._tasks.pop(op_id, None)
        if run is not None:
            self._last_pace = run.pace.told() or self._last_pace
        error = None if task.cancelled() else task.exception()
        if error is not None:
            context = {"message": "an operation ended early", "exception": error, "task": task}
            task.get_loop().call_exception_handler(context)

    # Pace

    def seconds_left(self, op_id: str, counts: Mapping[ItemState, int]) -> float | None:
        """How long the rest takes, read-back included; None while it does not move."""
        run = self._runs.get(op_id)
        if run is None or run.stopping:
            return None
        left = counts[ItemState.PLANNED] + counts[ItemState.SENDING]
        capabilities = self._shop.calls.capabilities
        at_best = seconds_at_best(left, capabilities, counts[ItemState.ACCEPTED])
        return run.pace.seconds_left(left, at_best)

    def seconds_for(self, sends: int) -> float:
        """An honest time for a bulk not begun: as fast as the last one, within the rate."""
        going = [run for run in self._runs.values() if run is not None and not run.stopping]
        # What is being sent already takes every other turn.
        turns = sends + min(sends, sum(run.left for run in going))
        at_best = seconds_at_best(turns, self._shop.calls.capabilities)
        paces = [pace for run in going if (pace := run.pace.told()) is not None]
        pace = sum(paces) if paces and len(paces) == len(going) else self._last_pace
        return at_best if pace is None else max(at_best, turns / pace)
