"""What differs between the cards of two desk files, column by column."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from simdesk.models.periods import Month
from simdesk.models.sheet_lines import LineKind, SheetLine, Stored
from simdesk.services.storage import export_reading
from simdesk.services.storage.export_chunks import Chunk
from simdesk.services.storage.sheet_lines import LineStore
from simdesk.services.storage.sheet_merging import (
    Paired,
    Standing,
    Tick,
    cancelled_of,
    count,
    looked_at,
    paired,
)

_BATCH = 5_000
_NOT_TOLD = frozenset({"carrier", "plan", "cycle", "status", "specific", "method", "opened"})
"""Every card has them: where one side has nothing, it was not told, which is no difference."""
USAGE = "usage"

Placed = tuple[int, SheetLine]


@dataclass
class Counted:
    """Cards that are the same on both sides, changed, or alone on one; lines by field.

    `usage_kb` is what the cards of both sides used more, or less, in their cycle.
    """

    same: int = 0
    changed: int = 0
    usage_kb: int = 0
    alone: "Counter[LineKind]" = field(default_factory=Counter)
    fields: "Counter[str]" = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared: keys of export columns, and months whose totals are."""

    fields: Sequence[str]
    months: Sequence[Month]


def compare(before: Path, after: Path, what: Compared, lines: LineStore, tick: Tick) -> Counted:
    """Put what differs into `lines`, by ICCID, and count it.

    `tick` hears of the rows of both sides. Raises what SQLAlchemy does, and what `tick` does.
    """
    with looked_at(before, after) as (left, right), ThreadPoolExecutor(1, "desk-beside") as beside:
        comparing = _Comparing(left, right, what, beside)
        total, done = count(left) + count(right), 0
        pairs = paired(left, right)
        while batch := tuple(islice(pairs, _BATCH)):
            tick(done, total)
            lines.put(comparing.lines_of(batch))
            done += sum((one is not None) + (other is not None) for one, other in batch)
        lines.finish()
        tick(total, total)
    return comparing.counted


class _Comparing:
    """A comparison under way."""

    def __init__(
        self, left: Connection, right: Connection, what: Compared, beside: Executor
    ) -> None:
        """`beside` reads the one side while this thread reads the other."""
        self.counted = Counted()
        self._beside = beside
        self._left = left
        self._right = right
        self._what = what
        self._names = (*what.fields, *(f"month.{month}" for month in what.months))

    def lines_of(self, batch: Sequence[Paired]) -> list[SheetLine]:
        """The lines of consecutive ICCIDs, in their order."""
        found = [*self._alone(batch), *self._both(batch)]
        found.sort(key=lambda placed: placed[0])
        return [line for _, line in found]

    def _alone(self, batch: Sequence[Paired]) -> Iterator[Placed]:
        """A card that one side has cancelled and the other lacks: lists leave such cards out."""
        gone = {at: one for at, (one, other) in enumerate(batch) if other is None and one}
        came = {at: other for at, (one, other) in enumerate(batch) if one is None and other}
        for kind, connection, alone in (
            (LineKind.GONE, self._left, gone),
            (LineKind.ADDED, self._right, came),
        ):
            dead = cancelled_of(connection, [one.id for one in alone.values()]) if alone else ()
            for place, card in alone.items():
                if card.id not in dead:
                    self.counted.alone[kind] += 1
                    yield place, SheetLine(kind, card.iccid, card_id=card.id)

    def _both(self, batch: Sequence[Paired]) -> Iterator[Placed]:
        placed = [
            (place, one, other)
            for place, (one, other) in enumerate(batch)
            if one is not None and other is not None
        ]
        if not placed:
            return
        ids = [other.id for _, _, other in placed]
        reading = self._beside.submit(self._read, self._right, ids)
        old = self._read(self._left, [one.id for _, one, _ in placed])
        start = 0
        for was, now in zip(old, reading.result(), strict=True):
            these = placed[start : start + len(was.columns[0])]
            yield from self._changed(
                [(place, other) for place, _, other in these], was.columns, now.columns
            )
            start += len(these)

    def _read(self, connection: Connection, ids: Sequence[int]) -> list[Chunk]:
        fields = ("iccid", *self._what.fields)  # so that there is always a column
        return list(export_reading.columns(connection, ids, fields, self._what.months, daily=False))

    def _changed(
        self,
        these: Sequence[tuple[int, Standing]],
        old: Sequence[Sequence[Stored]],
        new: Sequence[Sequence[Stored]],
    ) -> Iterator[Placed]:
        touched: set[int] = set()
        for name, befores, afters in zip(self._names, old[1:], new[1:], strict=True):
            if befores == afters:
                continue
            for place, (was, now) in enumerate(zip(befores, afters, strict=True)):
                if was != now and not alike(name, was, now):
                    touched.add(place)
                    at, card = these[place]
                    yield at, self._line(card, name, was, now)
        self.counted.changed += len(touched)
        self.counted.same += len(these) - len(touched)

    def _line(self, card: Standing, name: str, was: Stored, now: Stored) -> SheetLine:
        self.counted.fields[name] += 1
        used = None
        if name == USAGE and isinstance(was, int) and isinstance(now, int):
            used = now - was
            self.counted.usage_kb += used
        return SheetLine(LineKind.CHANGED, card.iccid, name, was, now, used, card.id)


def alike(name: str, was: Stored, now: Stored) -> bool:
    """Two stored values that say the same: nothing is said in more than one way."""
    if was == now or (not was and not now and (was == "" or now == "" or name == "limit")):
        return True
    return name in _NOT_TOLD and not (was and now)
