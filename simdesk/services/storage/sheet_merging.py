"""The cards of two desk files side by side, by ICCID, in constant memory."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from sqlalchemy import Connection, func, select

from simdesk.models.filters import CANCELLED_CODE
from simdesk.services.storage import dialect
from simdesk.services.storage.engines import reader_engine
from simdesk.services.storage.tables import card

_STEP = 2_000

Tick = Callable[[int, int], None]
"""Hears how many rows of how many are done; may raise to end the work."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A card of one side: what it is ordered by, its id there, its ICCID, whether cancelled."""

    key: bytes
    id: int
    iccid: str
    cancelled: bool


Paired = tuple[Standing | None, Standing | None]
"""The cards of one ICCID on the one side and on the other."""


@contextmanager
def looked_at(*paths: Path) -> Iterator[tuple[Connection, ...]]:
    """A consistent state of each of these desk files, for the thread at hand."""
    with ExitStack() as stack:
        connections = []
        for path in paths:
            engine = reader_engine(path)
            stack.callback(engine.dispose)
            connection = stack.enter_context(engine.connect())
            stack.enter_context(connection.begin())
            connections.append(connection)
        yield tuple(connections)


def count(connection: Connection) -> int:
    """How many cards, cancelled ones included."""
    return int(connection.scalar(select(func.count()).select_from(card)) or 0)


def standings(connection: Connection) -> Iterator[Standing]:
    """All cards by ICCID, ASCII case apart; of one ICCID the older card first."""
    asked = select(card.c.id, card.c.iccid, card.c.status == CANCELLED_CODE)
    ordered = asked.order_by(dialect.uncased(card.c.iccid), card.c.id)
    found = connection.execute(ordered, execution_options={"yield_per": _STEP})
    for card_id, iccid, cancelled in found:
        key = iccid.encode("utf-8", "surrogatepass").lower()
        yield Standing(key, card_id, iccid, bool(cancelled))


def living(connection: Connection) -> Iterator[Standing]:
    """One card for each ICCID: a living one before a cancelled one, then the newest."""
    for _, same in groupby(standings(connection), attrgetter("key")):
        yield max(same, key=lambda one: (not one.cancelled, one.id))


def paired(before: Connection, after: Connection) -> Iterator[Paired]:
    """Each ICCID once, in order, with the card of either side; None where that has none.

    A card that one side has cancelled and the other lacks is left out: lists leave them out.
    """
    left, right = living(before), living(after)
    one, other = next(left, None), next(right, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one.key < other.key):
            if one is not None and not one.cancelled:
                yield one, None
            one = next(left, None)
        elif one is None or other.key < one.key:
            if not other.cancelled:
                yield None, other
            other = next(right, None)
        else:
            yield one, other
            one, other = next(left, None), next(right, None)


def rows(connection: Connection) -> Iterator[tuple[int, str]]:
    """The row of each card in its sheet, which is its id, and its ICCID; by row."""
    asked = select(card.c.id, card.c.iccid).order_by(card.c.id)
    found = connection.execute(asked, execution_options={"yield_per": _STEP})
    yield from map(tuple, found)
