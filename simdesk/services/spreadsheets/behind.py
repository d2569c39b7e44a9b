"""A writer on a thread of its own, so that the next rows are read meanwhile."""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from simdesk.services.spreadsheets.columns import Row, TableWriter, Value

_AHEAD = 3
"""Chunks that may wait to be written: what is read ahead has to fit in little memory."""


class WriterBehind:
    """Hands all rows to `writer`, in order, and does not wait until they are written.

    What the writer raises is raised by a later call, at the latest by `finish`. Between the first
    rows and the end of `finish` or `abandon` the writer belongs to this one's thread.
    """

    def __init__(self, writer: TableWriter) -> None:
        self._writer = writer
        self._thread = ThreadPoolExecutor(1, "desk-export")
        self._waiting: deque[Future[None]] = deque()

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out of all rows so far."""
        self._settle(0)
        return self._writer.left_out

    def write(self, rows: Sequence[Row]) -> None:
        """Append rows; waits while too many are not yet written."""
        self._settle(_AHEAD)
        self._waiting.append(self._thread.submit(self._writer.write, rows))

    def write_columns(self, columns: Sequence[Sequence[Value]]) -> None:
        """Append rows given column by column; waits while too many are not yet written."""
        self._settle(_AHEAD)
        self._waiting.append(self._thread.submit(self._writer.write_columns, columns))

    def finish(self, about: Sequence[tuple[str, str]], marker: Sequence[tuple[str, str]]) -> None:
        """Wait for the last rows, then write what comes last."""
        self._settle(0)
        self._thread.shutdown()
        self._writer.finish(about, marker)

    def abandon(self) -> None:
        """Let go of a file that will not be finished; nothing more is written to it."""
        self._thread.shutdown(cancel_futures=True)
        self._writer.abandon()

    def _settle(self, most: int) -> None:
        while len(self._waiting) > most:
            self._waiting.popleft().result()
