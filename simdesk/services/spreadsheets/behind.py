"""A writer on a thread of its own, so that the next rows are read meanwhile."""

from collections.abc import Sequence
from functools import partial

from simdesk.services.spreadsheets.columns import Row, TableWriter, Value
from simdesk.services.spreadsheets.in_turn import InTurn

_AHEAD = 3
"""Chunks that may wait to be written: what is read ahead has to fit in little memory."""


class WriterBehind:
    """Hands all rows to `writer`, in order, and does not wait until they are written.

    What the writer raises is raised by a later call, at the latest by `finish`. Between the first
    rows and the end of `finish` or `abandon` the writer belongs to this one's thread.
    """

    def __init__(self, writer: TableWriter) -> None:
        self._writer = writer
        self._thread = InTurn("desk-export", _AHEAD)

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out of all rows so far."""
        self._thread.settle()
        return self._writer.left_out

    def write(self, rows: Sequence[Row]) -> None:
        """Append rows; waits while too many are not yet written."""
        self._thread.do(partial(self._writer.write, rows))

    def write_columns(self, columns: Sequence[Sequence[Value]]) -> None:
        """Append rows given column by column; waits while too many are not yet written."""
        self._thread.do(partial(self._writer.write_columns, columns))

    def finish(self, about: Sequence[tuple[str, str]], marker: Sequence[tuple[str, str]]) -> None:
        """Wait for the last rows, then write what comes last."""
        self._thread.settle()
        self._thread.end()
        self._writer.finish(about, marker)

    def abandon(self) -> None:
        """Let go of a file that will not be finished; nothing more is written to it."""
        self._thread.end()
        self._writer.abandon()
