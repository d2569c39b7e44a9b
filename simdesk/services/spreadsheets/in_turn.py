"""Jobs done by another thread, one after the other."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


class InTurn:
    """Does jobs in the order they come, on a thread of its own; at most `most` wait."""

    def __init__(self, name: str, most: int) -> None:
        self._thread = ThreadPoolExecutor(1, name)
        self._most = most
        self._waiting: deque[Future[object]] = deque()

    def do(self, job: Callable[[], object]) -> None:
        """Hand a job over; waits while too many wait. Raises what an earlier one raised."""
        self._settle(self._most)
        self._waiting.append(self._thread.submit(job))

    def settle(self) -> None:
        """Wait until all is done. Raises what one of the jobs raised."""
        self._settle(0)

    def end(self) -> None:
        """Begin no job that still waits, and let the thread go once the running one has ended."""
        self._thread.shutdown(cancel_futures=True)

    def _settle(self, most: int) -> None:
        while len(self._waiting) > most:
            self._waiting.popleft().result()
