"""The desk's cards in memory: loaded once, patched after every commit, asked by many threads."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from sqlalchemy import Connection

from simdesk.models.filters import CardFilter, Sort, Term
from simdesk.services.storage.finding import order, patches, reading, touched
from simdesk.services.storage.finding.columns import Columns, Mask, View, Whole, whole
from simdesk.services.storage.finding.fields import CODED, NUMBERS, TEXTS
from simdesk.services.storage.finding.haystack import Haystack, laid
from simdesk.services.storage.finding.masks import Asked, listed, mask
from simdesk.services.storage.finding.order import Orders, Stamp
from simdesk.services.storage.finding.pairs import SINGLE, Pairs, paired
from simdesk.services.storage.finding.patches import Patch
from simdesk.services.storage.finding.spare_memory import give_back
from simdesk.services.storage.grouping import Cards


@dataclass(frozen=True)
class Moment:
    """Everything held, as it is at one moment. Columns may be patched while one reads them; who
    asked is told of the change afterwards and asks again.
    """

    view: View
    identities: Haystack
    remarks: Haystack


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
        self.when_lost: Callable[[], object] | None = None
        """Told on the writer's thread when everything must be read anew."""
        self._orders = Orders()
        self._pairs: dict[str, tuple[Stamp, Pairs]] = {}
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
            self._orders.drop(patch.stale, grown=patch.lost)
        if patch.lost and self.when_lost is not None:
            self.when_lost()

    def _put(self, held: _Held, patch: Patch) -> None:
        size = held.columns.size
        changed: set[str] = set()
        for ids, values in patch.values:
            changed |= held.columns.put(ids, values)
        held.identities = held.identities.put(patch.identities)
        held.remarks = held.remarks.put(patch.remarks)
        self._orders.drop(changed, grown=held.columns.size > size)

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
            self._orders.drop((), grown=True)
            self._version += 1
        give_back()
        return True

    # Asking

    def moment(self) -> Moment | None:
        """What is held now; None until it is ready."""
        with self._lock:
            held = self._held
            if held is None:
                return None
            return Moment(held.columns.view(), held.identities, held.remarks)

    def found(self, connection: Connection, cards: Cards) -> tuple[View, Mask] | None:
        """The cards that a question finds, or those with these ids, and what is known of all."""
        now = self.moment()
        if now is None:
            return None
        if isinstance(cards, CardFilter):
            return now.view, _mask(now, connection, cards)
        return now.view, now.view.known & listed(np.asarray(cards, np.int64), now.view.size)

    def pending(self, connection: Connection, view: View) -> Mask:
        """Cards an operation is under way on."""
        return listed(reading.pending(connection), view.size)

    def pairs(self, connection: Connection, field: str) -> Pairs:
        """All pairs of card and text of a field, which are kept until a text changes."""
        stamp, kept = self._pairs_kept(field)
        if kept is not None:
            return kept
        made = paired(connection, field)
        give_back()
        if field == "notification":  # few, of a table that is not watched
            return made
        with self._lock:
            self._pairs[field] = (stamp, made)
        return made

    def _pairs_kept(self, field: str) -> tuple[Stamp, Pairs | None]:
        """The stamp of a field's texts, and its pairs if they are of now."""
        with self._lock:
            stamp = self._orders.stamp(Sort(field))
            of, kept = self._pairs.get(field, (None, None))
        return stamp, kept if of == stamp else None

    def ids(self, connection: Connection, question: CardFilter, sort: Sort) -> Whole | None:
        """The whole result in order; None while not ready. KeyError: a field without an order."""
        sort = sort.for_question(question)
        key = (question, sort, self._version)
        if self.ready and self._latest[0] == key:
            return self._latest[1]
        found = self._found(connection, question, sort)
        if found is not None and _lasts(question, sort):
            self._latest = (key, found)
        return found

    def _found(self, connection: Connection, question: CardFilter, sort: Sort) -> Whole | None:
        with self._lock:
            stamp, whole = self._orders.stamp(sort), self._orders.get(sort)
        now = self.moment()
        if now is None:
            return None
        found = _mask(now, connection, question)
        if sort.as_listed and question.card_ids is not None:
            return _as_listed(question.card_ids, found)
        few = np.count_nonzero(found) <= order.SOME
        if whole is None and few:
            return self._sorted(connection, now.view, np.flatnonzero(found), sort)
        if whole is None:
            every = np.flatnonzero(now.view.known)
            whole = self._sorted(connection, now.view, every, sort, every=True).astype(np.int32)
            if _lasts(CardFilter(), sort):
                with self._lock:
                    self._orders.put(sort, whole, stamp)
        return order.picked(found, whole)

    def _sorted(
        self, connection: Connection, view: View, ids: Whole, sort: Sort, *, every: bool = False
    ) -> Whole:
        if all(self._has_ranks(key.field, every=every) for key in sort.keys):
            return order.in_order(ids, sort, partial(self._ranked, connection, view))
        found = reading.ordered(connection, None if every else ids.tolist(), sort)
        return found[found < view.size]  # others came later

    def _has_ranks(self, field: str, *, every: bool) -> bool:
        """The database need not be asked for the order; the pairs of a text are, or are worth it.

        Some cards it sorts sooner than all texts are read, and all ICCIDs it has in order.
        """
        if field not in TEXTS:
            return True
        if field not in SINGLE:
            return False
        return self._pairs_kept(field)[1] is not None or (every and field != "iccid")

    def _ranked(self, connection: Connection, view: View, field: str, ids: Whole) -> Whole:
        if field in NUMBERS:
            return whole(view.numbers[field][ids])
        if field in CODED:
            return view.words[field].ranks()[view.codes[field][ids]]
        if field in SINGLE:
            return self.pairs(connection, field).ranks(view.size)[ids]
        if field == "pending":
            return self.pending(connection, view)[ids].astype(np.int64)
        raise KeyError(field)


def _mask(now: Moment, connection: Connection, question: CardFilter) -> Mask:
    ask = partial(_asked_of_database, connection)
    return mask(question, Asked(now.view, now.identities, now.remarks, ask))


def _lasts(question: CardFilter, sort: Sort) -> bool:
    """Its answer stays true until a card changes; others read tables that are not watched."""
    read = {term.field for term in question.active} | {key.field for key in sort.keys}
    return not read & {"pending", "notification"}


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
    return _Held(columns, Haystack.of(identities), Haystack.of(remarks))
