"""The cards of two desk files side by side, by ICCID, in constant memory."""

from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from simdesk.models.filters import CANCELLED_CODE
from simdesk.services.storage import dialect
from simdesk.services.storage.engines import reader_engine
from simdesk.services.storage.faults import known_trouble
from simdesk.services.storage.tables import card

_STEP = 2_000

Tick = Callable[[int, int], None]
"""Hears how many rows of how many are done; may raise to end the work."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A card of one side: what it is ordered by, its id there, its ICCID."""

    key: bytes
    id: int
    iccid: str


Paired = tuple[Standing | None, Standing | None]
"""The cards of one ICCID on the one side and on the other."""


@contextmanager
def looked_at(*paths: Path) -> Iterator[tuple[Connection, ...]]:
    """A consistent state of each of these desk files, for the thread at hand.

    Raises KnownError for what the disk or another program does.
    """
    with _told(paths[0]), ExitStack() as stack:
        connections = []
        for path in paths:
            engine = reader_engine(path)
            stack.callback(engine.dispose)
            connection = stack.enter_context(engine.connect())
            stack.enter_context(connection.begin())
            connections.append(connection)
        yield tuple(connections)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise known_trouble(error, path) or error from error


def count(connection: Connection) -> int:
    """How many cards, cancelled ones included."""
    return int(connection.scalar(select(func.count()).select_from(card)) or 0)


def standings(connection: Connection) -> Iterator[Standing]:
    """All cards by ICCID, ASCII case apart; of one ICCID the older card first."""
    # Nothing else is asked for: this much is in the index of ICCIDs, side by side.
    asked = select(card.c.id, card.c.iccid).order_by(dialect.uncased(card.c.iccid), card.c.id)
    for card_id, iccid in connection.execute(asked, execution_options={"yield_per": _STEP}):
        yield Standing(iccid.encode("utf-8", "surrogatepass").lower(), card_id, iccid)


def cancelled_of(connection: Connection, ids: Collection[int]) -> frozenset[int]:
    """Which of these cards are cancelled."""
    asked = select(card.c.id).where(dialect.ids_in(card.c.id), card.c.status == CANCELLED_CODE)
    return frozenset(connection.scalars(asked, {"ids": dialect.id_list(ids)}))


def living(connection: Connection) -> Iterator[Standing]:
    """One card for each ICCID: a living one before a cancelled one, then the newest."""
    for _, same in groupby(standings(connection), attrgetter("key")):
        newest, *others = reversed(list(same))
        if others:
            dead = cancelled_of(connection, [newest.id, *(one.id for one in others)])
            newest = next((one for one in (newest, *others) if one.id not in dead), newest)
        yield newest


def paired(before: Connection, after: Connection) -> Iterator[Paired]:
    """Each ICCID once, in order, with the card of either side; None where that has none."""
    left, right = living(before), living(after)
    one, other = next(left, None), next(right, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one.key < other.key):
            yield one, None
            one = next(left, None)
        elif one is None or other.key < one.key:
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
