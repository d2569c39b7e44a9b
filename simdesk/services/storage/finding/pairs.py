"""Which card says which text of a field, where texts are many or a card has several of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Select, select

from simdesk.models.filters import folded
from simdesk.services.storage import dialect
from simdesk.services.storage.finding.columns import NOTHING, Codes, Mask, Whole
from simdesk.services.storage.finding.fields import READ
from simdesk.services.storage.finding.text_order import Places, Texts, arranged
from simdesk.services.storage.grouping import several
from simdesk.services.storage.id_lists import ids_of, numbers_in
from simdesk.services.storage.tables import card, card_tag, tag

SINGLE = ("iccid", "imei", "order", "remark")
_LINES = ("msisdn", "imsi")
PAIRED = (*SINGLE, *_LINES, "tag", "notification")


@dataclass(frozen=True)
class Pairs:
    """Card `cards[n]` says one text, a card each text once.

    They are in the order of the database: ASCII case apart, and within that by spelling. What a
    text is, the database is asked when one is to be shown: a million of them take room.
    """

    cards: Codes
    groups: Mask
    """Whether a pair is the first of its text, case apart."""
    spellings: Mask
    """Whether it is the first of its spelling."""
    lines: npt.NDArray[np.uint16] | None = None
    """Which of its card's texts it is, where a card may have several."""
    names: tuple[str, ...] | None = None
    """The spellings in order, where the card itself does not have them."""

    def of(self, found: Mask) -> Places:
        """Places of the pairs of some cards."""
        if not len(self.cards) or int(self.cards.max()) < len(found):
            return np.flatnonzero(found[self.cards])
        last = len(found) - 1
        mine = found[np.minimum(self.cards, last)] & (self.cards <= last)  # others came later
        return np.flatnonzero(mine)

    def ranks(self, size: int) -> Whole:
        """By card id, up to `size`: the place of its only text; NOTHING for none."""
        ranks = np.full(size, NOTHING, np.int64)
        known = self.cards < size
        ranks[self.cards[known]] = np.cumsum(self.groups)[known]
        return ranks


def paired(connection: Connection, field: str) -> Pairs:
    """All pairs of a field."""
    if field == "tag":
        return _once(_of_tags(connection))
    joined, laid = connection.execute(dialect.laid(_said(field))).one()
    if joined is None or laid is None:
        none = np.zeros(0, np.bool_)
        return Pairs(np.zeros(0, np.int32), none, none, None, ())
    cards = numbers_in(joined).astype(np.int32)
    texts = Texts.between(laid, *((0, ord("\n")) if field in _LINES else (0,)))
    del joined, laid  # tens of megabytes
    if field in _LINES:
        return _of_lines(cards, texts)
    order = arranged(texts)
    made = Pairs(cards[order.places], order.groups, order.spellings)
    if field in SINGLE:
        return made
    return replace(made, names=tuple(map(texts.text, order.places[order.spellings].tolist())))


def texts_of(
    connection: Connection, field: str, pairs: Pairs, places: Sequence[int]
) -> Sequence[str]:
    """The texts of some pairs, as the database has them now."""
    if pairs.names is not None:
        numbers = np.cumsum(pairs.spellings)[list(places)] - 1
        return [pairs.names[number] for number in numbers.tolist()]
    cards = pairs.cards[list(places)].tolist()
    asked = select(card.c.id, READ[field]).where(dialect.ids_in(card.c.id, cards))
    told = {card_id: str(words or "") for card_id, words in connection.execute(asked)}
    texts = [told.get(card_id, "") for card_id in cards]
    if pairs.lines is None:
        return texts
    told_lines = zip(texts, pairs.lines[list(places)].tolist(), strict=True)
    return [_line(words, number) for words, number in told_lines]


def _line(words: str, number: int) -> str:
    lines = words.split("\n")
    return lines[min(number, len(lines) - 1)]  # it may have fewer by now; who asked asks again


def _said(field: str) -> Select[Any]:
    many = None if field in _LINES else several(field)
    if many is not None:
        return select(many.c.card_id, many.c.value)
    return select(card.c.id, READ[field]).where(READ[field] != "")


def _of_lines(cards: Codes, every: Texts) -> Pairs:
    rows, full = every.rows(), every.lengths > 0
    begins = np.flatnonzero(_differs(rows))
    lines = (np.arange(len(rows)) - begins[rows]).astype(np.uint16)
    order = arranged(every.picked(full))
    places = np.flatnonzero(full)[order.places]
    return _once(Pairs(cards[rows[places]], order.groups, order.spellings, lines[places]))


def _of_tags(connection: Connection) -> Pairs:
    # Each tag's cards are one list, which SQLite makes in one step.
    name = tag.c.name
    named = connection.execute(select(tag.c.id, name).order_by(dialect.uncased(name), name)).all()
    cards: list[Codes] = [np.zeros(0, np.int32)]
    names: list[str] = []
    for tag_id, words in named:
        tagged = select(card_tag.c.card_id.label("id")).where(card_tag.c.tag_id == tag_id)
        found = ids_of(connection, tagged).astype(np.int32)
        if len(found):
            cards.append(found)
            names.append(words)
    ends = np.cumsum([len(found) for found in cards])
    groups, spellings = np.zeros((2, int(ends[-1])), np.bool_)
    spellings[ends[:-1]] = True
    texts = [folded(words) for words in names]
    new = [text != before for text, before in zip(texts, ["", *texts], strict=False)]
    groups[ends[:-1][new]] = True
    return Pairs(np.concatenate(cards), groups, spellings, None, tuple(names))


def _once(pairs: Pairs) -> Pairs:
    """Each card once under texts that differ in case alone: by the first spelling."""
    if pairs.names is not None and np.array_equal(pairs.groups, pairs.spellings):
        return pairs  # a card has a tag once
    begins = np.flatnonzero(pairs.groups)
    sizes = np.diff(begins, append=len(pairs.groups))
    shared = np.flatnonzero(np.repeat(sizes > 1, sizes))
    groups, spellings = np.cumsum(pairs.groups), np.cumsum(pairs.spellings)
    _, firsts = np.unique(groups[shared] << 32 | pairs.cards[shared], return_index=True)
    if len(firsts) == len(shared):
        return pairs
    keeps = np.ones(len(groups), np.bool_)
    keeps[shared] = False
    keeps[shared[firsts]] = True
    names = pairs.names
    if names is not None:
        names = tuple(names[number - 1] for number in np.unique(spellings[keeps]).tolist())
    lines = None if pairs.lines is None else pairs.lines[keeps]
    kept = _differs(groups[keeps]), _differs(spellings[keeps])
    return Pairs(pairs.cards[keeps], *kept, lines, names)


def _differs(numbers: npt.NDArray[Any]) -> Mask:
    """Which of them are not the same as the one before."""
    differs = np.ones(len(numbers), np.bool_)
    differs[1:] = numbers[1:] != numbers[:-1]
    return differs
