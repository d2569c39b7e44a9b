"""Questions about cards, answered in memory where the index is ready, by SQL where not."""

from array import array
from collections import Counter
from collections.abc import Sequence
from functools import partial

import numpy as np
from sqlalchemy import Connection

from simdesk.models.actions import ActionKey
from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.value_counts import CountOrder, ValueCounts
from simdesk.services.storage import card_store, grouping
from simdesk.services.storage.card_store import Sums
from simdesk.services.storage.finding import totals
from simdesk.services.storage.finding.fields import TEXTS
from simdesk.services.storage.finding.grouping import COUNTED, counts_of, text_counts, value_counts
from simdesk.services.storage.finding.index import CardIndex
from simdesk.services.storage.finding.order import SOME
from simdesk.services.storage.finding.pairs import PAIRED, texts_of
from simdesk.services.storage.finding.spare_memory import give_back, giving_back
from simdesk.services.storage.grouping import Cards
from simdesk.services.storage.id_lists import as_array
from simdesk.services.storage.rows import rows

READY = ("iccid", "msisdn", "imsi", "remark", "imei", "order", "tag")
"""Texts whose order and values are worked out beside the first questions, the likely ones first:
only the database knows them, and it takes its time.
"""


class Finder:
    """Its methods are jobs for a reader thread, each as its namesake in `card_store`."""

    def __init__(self) -> None:
        self.index = CardIndex()

    def load(self, connection: Connection) -> bool:
        """Make the index ready; False when it has to be tried again."""
        return self.index.load(connection)

    def get_ready(self, connection: Connection) -> None:
        """Work out what would keep somebody waiting in a large fleet."""
        now = self.index.moment()
        if now is None or now.view.size <= SOME:
            return  # so few are sorted when they are asked for
        for field in READY:
            self.index.pairs(connection, field)
            if field in TEXTS:
                self.index.ids(connection, CardFilter(), Sort(field))
        give_back()

    def first(
        self, connection: Connection, question: CardFilter, sort: Sort, limit: int
    ) -> tuple[CardRow, ...]:
        """The first `limit` rows, before the whole result is known."""
        found = self.index.ids(connection, question, sort)
        if found is None:
            return card_store.first(connection, question, sort, limit)
        return rows(connection, found[:limit].tolist())

    def ids(self, connection: Connection, question: CardFilter, sort: Sort) -> "array[int]":
        """The whole result in order."""
        found = self.index.ids(connection, question, sort)
        return card_store.ids(connection, question, sort) if found is None else as_array(found)

    def total(self, connection: Connection) -> int:
        """Cards without the cancelled."""
        now = self.index.moment()
        return card_store.total(connection) if now is None else totals.total(now.view)

    def sums(self, connection: Connection, card_ids: Sequence[int]) -> Sums:
        """How many of these cards there are and what they used this cycle."""
        now = self.index.moment()
        if now is None:
            return card_store.sums(connection, card_ids)
        return totals.sums(now.view, card_ids)

    @giving_back
    def value_counts(
        self,
        connection: Connection,
        cards: Cards,
        field: str,
        order: CountOrder,
        *,
        descending: bool,
        limit: int,
    ) -> ValueCounts:
        """The first `limit` values of a field on these cards. KeyError: there is no such field."""
        among = self.index.found(connection, cards) if field in COUNTED else None
        if among is None:
            return grouping.value_counts(
                connection, cards, field, order, descending=descending, limit=limit
            )
        if field in PAIRED:
            pairs = self.index.pairs(connection, field)
            spelt = partial(texts_of, connection, field, pairs)
            asked = *among, field, pairs, order
            return text_counts(*asked, spelt=spelt, descending=descending, limit=limit)
        if field == "pending":
            view, mine = among
            ids = np.flatnonzero(mine)
            keys = self.index.pending(connection, view)[ids].astype(np.int64)
            return counts_of(view, ids, field, keys, order, descending=descending, limit=limit)
        return value_counts(*among, field, order, descending=descending, limit=limit)

    def keys(self, connection: Connection, card_ids: Sequence[int]) -> "Counter[ActionKey]":
        """How many of these cards share each key that a verdict reads."""
        now = self.index.moment()
        if now is None:
            return card_store.keys(connection, card_ids)
        return totals.keys(now.view, card_ids)
