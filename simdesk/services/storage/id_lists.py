"""Ids by the million: one step of SQLite, and no long hold of the interpreter."""

from array import array

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Select

from simdesk.services.storage import dialect

_PIECE = 200_000
"""Characters read at once: a million numbers would hold the interpreter."""


def ids_of(connection: Connection, wanted: Select[int]) -> npt.NDArray[np.int64]:
    """The ids that a query of one column finds, in its order."""
    return numbers_in(connection.scalar(dialect.joined(wanted)) or "")


def numbers_in(joined: str) -> npt.NDArray[np.int64]:
    """The whole numbers of a text that has them by commas."""
    pieces = [np.zeros(0, np.int64)]
    start = 0
    while start < len(joined):
        end = joined.find(",", start + _PIECE)
        end = len(joined) if end == -1 else end
        pieces.append(np.fromstring(joined[start:end], dtype=np.int64, sep=","))
        start = end + 1
    return np.concatenate(pieces)


def as_array(ids: npt.NDArray[np.int64]) -> "array[int]":
    """The same ids as others take them: 64 bits each."""
    found = array("q")
    found.frombytes(ids.tobytes())
    return found
