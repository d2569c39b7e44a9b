"""The desk's cards in memory: loaded once, patched after every commit, asked by many threads."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from sqlalchemy import Connection

from simdesk.models.filters import CardFilter, Sort, Term
from simdesk.services.storage.finding import order, patches, reading, touched
from simdesk.services.storage.finding.columns import NOTHING, Codes, Columns, Mask, View, Whole
from simdesk.services.storage.finding.fields import CODED, NUMBERS, TEXTS
from simdesk.services.storage.finding.haystack import Haystack, laid
from simdesk.services.storage.finding.masks import Asked, listed, mask
from simdesk.services.storage.finding.order import Order, Orders, Stamp
from simdesk.services.storage.finding.patches import Patch


@dataclass(frozen=True)
class Moment:
    """Everything held, as it is at one moment. Columns may be patched while one reads them; who
    asked is told of the change afterwards and asks again.
    """

    view: View
    identities: Sequence[bytes]
    remarks: Sequence[bytes]
    version: int


@dataclass
class _Held:
    columns: Columns
    identities: Haystack
    remarks: Haystack


class CardIndex:
    """Ready once it was loaded; until then, and when it lost count, the database is asked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: _Held | None = None
        self._waiting: list[Patch] | None = None
        """Patches that come while the index is loaded: put in behind what was read."""
        self._orders = Orders()
        self._ranks: dict[str, Codes] = {}
        self._latest: tuple[object, Whole] = (None, np.zeros(0, np.int64))
        """The last question and its answer: first rows are asked for, then all ids."""
        self._version = 0

    @property
    def ready(self) -> bool:
        return self._held is not None

    # The writer's side

    def watch(self, connection: Connection) -> None:
        """Note from now on what this connection, the writer's, touches."""
        touched.watch(connection)

    def gather(self, connection: Connection) -> Callable[[], None] | None:
        """What to do once the writer's transaction is committed; None when nothing is."""
        patch = patches.gathered(connection)
        return None if patch is None else partial(self.put, patch)

    def put(self, patch: Patch) -> None:
        """Take in what a transaction changed."""
        with self._lock:
            self._version += 1
            if self._waiting is not None:
                self._waiting.append(patch)
            if self._held is not None and patch.lost:
                self._held = None
            elif self._held is not None:
                self._put(self._held, patch)
            self._forget(patch.stale, grown=patch.lost)

    def _put(self, held: _Held, patch: Patch) -> None:
        size = held.columns.size
        changed = held.columns.put(patch.ids, patch.values)
        changed |= held.columns.put(patch.stamped, patch.stamps)
        held.identities.put(patch.identities)
        held.remarks.put(patch.remarks)
        self._forget(changed, grown=held.columns.size > size)

    def _forget(self, fields: frozenset[str], *, grown: bool) -> None:
        self._orders.drop(fields, grown=grown)
        for name in TEXTS if grown else fields:
            self._ranks.pop(name, None)

    # Loading

    def load(self, connection: Connection) -> bool:
        """Read everything; False when so much changed meanwhile that it must be read again."""
        with self._lock:
            waiting = self._waiting = []  # before the first statement: what comes later is in here
        held = _read(connection)
        with self._lock:
            if self._waiting is not waiting:
                return False  # another one began to load
            self._waiting = None
            if any(patch.lost for patch in waiting):
                return False
            for patch in waiting:
                self._put(held, patch)
            self._held = held
            self._forget(frozenset(), grown=True)
            self._version += 1
        return True

    # Asking

    def moment(self) -> Moment | None:
        """What is held now; None until it is ready."""
        with self._lock:
            held = self._held
            if held is None:
                return None
            return Moment(
                held.columns.view(), held.identities.blocks(), held.remarks.blocks(), self._version
            )

    def ids(self, connection: Connection, question: CardFilter, sort: Sort) -> Whole | None:
        """The whole result in order; None while not ready. KeyError: a field without an order."""
        sort = sort.for_question(question)
        key = (question, sort, self._version)
        if self.ready and self._latest[0] == key:
            return self._latest[1]
        found = self._found(connection, question, sort)
        if found is not None and _lasts(question):
            self._latest = (key, found)
        return found

    def _found(self, connection: Connection, question: CardFilter, sort: Sort) -> Whole | None:
        with self._lock:
            stamp, whole = self._orders.stamp(sort), self._orders.get(sort)
        now = self.moment()
        if now is None:
            return None
        ask = partial(_asked_of_database, connection)
        asked = Asked(now.view, now.identities, now.remarks, ask)
        found = mask(question, asked)
        if sort.as_listed and question.card_ids is not None:
            return _as_listed(question.card_ids, found)
        ranks = partial(self._ranked, connection, now.view)
        if np.count_nonzero(found) <= order.SOME:
            return order.in_order(np.flatnonzero(found), sort, ranks)
        if whole is None:
            whole = self._ordered(now, sort, ranks, stamp)
        return order.picked(found, whole)

    def _ordered(self, now: Moment, sort: Sort, ranks: order.Ranks, stamp: Stamp) -> Order:
        every = np.flatnonzero(now.view.known)
        whole = order.in_order(every, sort, ranks).astype(np.int32)
        with self._lock:
            self._orders.put(sort, whole, stamp)
        return whole

    def _ranked(self, connection: Connection, view: View, field: str, ids: Whole) -> Whole:
        if field in NUMBERS:
            return view.numbers[field][ids]
        if field in CODED:
            return view.words[field].ranks()[view.codes[field][ids]]
        if field == "pending":
            return listed(reading.pending(connection), view.size)[ids].astype(np.int64)
        if field not in TEXTS:
            raise KeyError(field)
        with self._lock:
            stamp, ranks = self._orders.stamp(Sort(field)), self._ranks.get(field)
        if ranks is None:
            ranks = reading.ranks(connection, field, view.size)
            with self._lock:
                if stamp == self._orders.stamp(Sort(field)):
                    self._ranks[field] = ranks
        found = ranks[ids].astype(np.int64)
        found[found < 0] = NOTHING
        return found


def _lasts(question: CardFilter) -> bool:
    """Its answer stays true until a card changes; others read tables that are not watched."""
    return not any(term.field in ("pending", "notification") for term in question.active)


def _asked_of_database(connection: Connection, term: Term) -> Whole:
    return reading.asked(connection, replace(term, negated=False))


def _as_listed(card_ids: Sequence[int], found: Mask) -> Whole:
    """The found cards where each is listed first."""
    given = np.array(card_ids, np.int64)
    _, places = np.unique(given, return_index=True)
    given = given[np.sort(places)]
    given = given[(given >= 0) & (given < len(found))]
    return given[found[given]]


def _read(connection: Connection) -> _Held:
    last = reading.last_id(connection)
    columns = Columns(last)
    identities: list[bytes] = []
    remarks: list[bytes] = []
    for some in reading.slices(connection, last):
        columns.put(some.ids, some.values)
        ids = some.ids.tolist()
        identities.append(laid(ids, some.identities))
        remarks.append(laid(ids, some.remarks))
    return _Held(columns, Haystack(identities), Haystack(remarks))
