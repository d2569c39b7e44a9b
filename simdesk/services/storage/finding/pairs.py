"""Which card says which text of a field, where texts are many or a card has several of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from operator import ne
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, select

from simdesk.models.filters import folded
from simdesk.services.storage import dialect
from simdesk.services.storage.finding.columns import Codes, Mask
from simdesk.services.storage.finding.fields import READ
from simdesk.services.storage.finding.haystack import BLOCK
from simdesk.services.storage.grouping import several
from simdesk.services.storage.id_lists import ids_of
from simdesk.services.storage.tables import card, card_tag, tag

PAIRED = ("iccid", "msisdn", "imsi", "imei", "order", "remark", "tag", "notification")


@dataclass(frozen=True)
class Pairs:
    """Card `cards[n]` says the text of place `ranks[n]`, each place once for a card.

    Places are in the order of the database: ASCII case apart, and within that by spelling.
    `groups` has for each place the number of texts before it that differ in more than case.
    """

    cards: Codes
    ranks: Codes
    groups: Codes
    texts: bytes
    ends: Codes

    def text(self, rank: int) -> str:
        """The text of a place."""
        begin = int(self.ends[rank - 1]) if rank else 0
        return self.texts[begin : int(self.ends[rank])].decode()

    def of(self, found: Mask) -> tuple[Codes, Codes]:
        """Cards and places of the pairs of some cards."""
        last = len(found) - 1
        mine = found[np.minimum(self.cards, last)] & (self.cards <= last)  # others came later
        return self.cards[mine], self.ranks[mine]


def paired(connection: Connection, field: str) -> Pairs:
    """All pairs of a field, by the order of their texts."""
    if field == "tag":
        return _once(_of_tags(connection))
    result = connection.exec_driver_sql(dialect.worded(_said(field)))
    making = _Making()
    # Plain rows of the driver: a million of them need no wrapping.
    while rows := result.cursor.fetchmany(BLOCK):
        making.add(*zip(*rows, strict=True))
    result.close()
    return _once(making.made())


def _said(field: str) -> Select[Any]:
    many = several(field)
    if many is not None:
        told = select(many.c.card_id, many.c.value)
        return told.order_by(dialect.uncased(many.c.value), many.c.value)
    text = READ[field]
    return select(card.c.id, text).where(text != "").order_by(dialect.uncased(text), text)


def _of_tags(connection: Connection) -> Pairs:
    # Each tag's cards are one list, which SQLite makes in one step.
    name = tag.c.name
    named = connection.execute(select(tag.c.id, name).order_by(dialect.uncased(name), name)).all()
    making = _Making()
    for tag_id, words in named:
        tagged = select(card_tag.c.card_id.label("id")).where(card_tag.c.tag_id == tag_id)
        making.add_all(words, ids_of(connection, tagged).astype(np.int32))
    return making.made()


class _Making:
    """Pairs on their way in, in the order of their texts."""

    def __init__(self) -> None:
        self._cards: list[Codes] = []
        self._ranks: list[Codes] = []
        self._groups: list[Codes] = []
        self._texts: list[bytes] = []
        self._lengths: list[Codes] = []
        self._count = 0
        self._before: tuple[str | None, str | None] = (None, None)
        """The last text, and as it is compared."""

    def add(self, cards: Sequence[int], texts: Sequence[str]) -> None:
        """The next texts, each with its card."""
        spelt, same = self._before
        joined = "".join(texts)
        small = joined.isascii() and joined == joined.lower()  # as ids are: nothing to fold
        compared = texts if small else [folded(words) for words in texts]
        is_new = np.fromiter(map(ne, texts, (spelt, *texts)), np.bool_, len(texts))
        differs = is_new
        if not small or spelt != same:
            differs = np.fromiter(map(ne, compared, (same, *compared)), np.bool_, len(texts))
        group = int(self._groups[-1][-1]) if self._groups else -1
        self._cards.append(np.array(cards, np.int32))
        self._ranks.append((self._count - 1 + np.cumsum(is_new)).astype(np.int32))
        if is_new.any():
            self._groups.append((group + np.cumsum(differs))[is_new].astype(np.int32))
            # Many texts as one: a million words by themselves would be a hundred megabytes.
            encoded = [words.encode() for words in compress(texts, is_new)]
            self._texts.append(b"".join(encoded))
            self._lengths.append(np.fromiter(map(len, encoded), np.int32, len(encoded)))
            self._count += len(encoded)
        self._before = texts[-1], compared[-1]

    def add_all(self, text: str, cards: Codes) -> None:
        """All these cards say the same."""
        if len(cards):
            self.add(cards[:1].tolist(), (text,))
            self._cards.append(cards[1:])
            self._ranks.append(np.full(len(cards) - 1, self._count - 1, np.int32))

    def made(self) -> Pairs:
        none = [np.zeros(0, np.int32)]
        return Pairs(
            np.concatenate(self._cards or none),
            np.concatenate(self._ranks or none),
            np.concatenate(self._groups or none),
            b"".join(self._texts),
            np.cumsum(np.concatenate(self._lengths or none), dtype=np.int32),
        )


def _once(pairs: Pairs) -> Pairs:
    """Each card once under texts that differ in case alone: by the first spelling."""
    groups = pairs.groups
    if not len(groups) or int(groups[-1]) + 1 == len(groups):
        return pairs
    both = groups[pairs.ranks].astype(np.int64) << 32 | pairs.cards
    _, firsts = np.unique(both, return_index=True)
    firsts.sort()
    return Pairs(pairs.cards[firsts], pairs.ranks[firsts], groups, pairs.texts, pairs.ends)
