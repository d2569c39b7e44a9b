"""What is read of cards at once for an export; who writes it knows no database."""

from collections.abc import Sequence
from dataclasses import dataclass

Stored = str | int | None
Columns = list[Sequence[Stored]]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive cards, `columns` as asked for; their usage in the cycle is of `as_of` or later.

    `as_of` is seconds since 1970.
    """

    columns: Columns
    as_of: int
