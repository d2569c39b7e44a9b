"""The desk's own words about cards: tags and remarks, and the history of both."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, bindparam, insert, select, update

from simdesk.models.filters import CANCELLED_CODE
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import seconds, to_lines
from simdesk.services.storage.tables import card, local_edit
from simdesk.services.storage.tag_store import set_tags, tags_of

V = TypeVar("V")
Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """Who edits, and when."""

    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Kind(Generic[V]):
    """One thing of a card that is edited: the filter field, how it is read and written.

    Writing takes the values before and after and tells whether names of tags came or went.
    """

    field: str
    read: Callable[[Connection, Collection[int]], Mapping[int, V]]
    write: Callable[[Connection, Mapping[int, V], Mapping[int, V], Signed], bool]


@dataclass(frozen=True, slots=True)
class Done(Generic[V]):
    """What an edit changed: values before and after, and whether names of tags came or went.

    `iccids` are those of the changed cards.
    """

    before: Mapping[int, V]
    after: Mapping[int, V]
    names: bool
    iccids: Mapping[int, str]


def edit(
    connection: Connection,
    kind: Kind[V],
    ids: Collection[int],
    new: Callable[[V], V],
    *,
    check: Callable[[Mapping[int, V], Mapping[int, V]], None],
    signed: Signed,
) -> Done[V]:
    """Give each card that is not cancelled its new value; `check` may raise before anything is."""
    before = kind.read(connection, _editable(connection, ids))
    after = {card_id: wanted for card_id, old in before.items() if (wanted := new(old)) != old}
    check(before, after)
    return _written(connection, kind, before, after, signed)


def swap(
    connection: Connection,
    kind: Kind[V],
    have: Mapping[int, V],
    want: Mapping[int, V],
    signed: Signed,
) -> Done[V]:
    """Write what is wanted for the cards that still have what they are thought to have."""
    now = kind.read(connection, want)
    after = {card_id: value for card_id, value in want.items() if now.get(card_id) == have[card_id]}
    return _written(connection, kind, now, after, signed)


@dataclass(frozen=True, slots=True)
class Swap(Generic[V]):
    """Values of one kind that cards are thought to have, and those they shall have instead."""

    kind: Kind[V]
    have: Mapping[int, V]
    want: Mapping[int, V]

    @property
    def back(self) -> "Swap[V]":
        return Swap(self.kind, self.want, self.have)

    def only(self, done: Done[V]) -> "Swap[V]":
        """What of it was done."""
        return Swap(self.kind, done.before, done.after)

    def do(self, connection: Connection, signed: Signed) -> Done[V]:
        """See `swap`."""
        return swap(connection, self.kind, self.have, self.want, signed)


def swap_all(connection: Connection, swaps: Sequence[Swap[Any]], signed: Signed) -> list[Done[Any]]:
    """Do several of them, in their order."""
    return [one.do(connection, signed) for one in swaps]


def _written(
    connection: Connection,
    kind: Kind[V],
    before: Mapping[int, V],
    after: Mapping[int, V],
    signed: Signed,
) -> Done[V]:
    names = bool(after) and kind.write(connection, before, after, signed)
    changed = {card_id: before[card_id] for card_id in after}
    return Done(changed, after, names, _iccids(connection, after) if after else {})


def _iccids(connection: Connection, ids: Collection[int]) -> Mapping[int, str]:
    asked = select(card.c.id, card.c.iccid).where(dialect.ids_in(card.c.id))
    found = connection.execute(asked, {"ids": dialect.id_list(ids)})
    return {row.id: row.iccid for row in found}


def _editable(connection: Connection, ids: Collection[int]) -> list[int]:
    """Which of these cards exist and are not cancelled, sorted: random order writes slower."""
    asked = select(card.c.id).where(dialect.ids_in(card.c.id), card.c.status != CANCELLED_CODE)
    found = connection.scalars(asked.order_by(card.c.id), {"ids": dialect.id_list(ids)})
    return list(found)


def _remarks_of(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    asked = select(card.c.id, card.c.remark).where(dialect.ids_in(card.c.id))
    found = connection.execute(asked, {"ids": dialect.id_list(ids)})
    return {row.id: row.remark for row in found}


def _set_remarks(
    connection: Connection, before: Mapping[int, str], after: Mapping[int, str], signed: Signed
) -> bool:
    changed = update(card).where(card.c.id == bindparam("key")).values(remark=bindparam("words"))
    connection.execute(
        changed, [{"key": card_id, "words": words} for card_id, words in after.items()]
    )
    _remember(connection, "remark", before, after, signed)
    return False


def _set_tags(
    connection: Connection,
    before: Mapping[int, tuple[str, ...]],
    after: Mapping[int, tuple[str, ...]],
    signed: Signed,
) -> bool:
    names = set_tags(connection, after)
    remember_tags(connection, before, after, signed)
    return names


def remember_tags(
    connection: Connection, before: Mapping[int, Tags], after: Mapping[int, Tags], signed: Signed
) -> None:
    """Put what cards carried before and carry now into their history; equal ones are left out."""
    changed = [card_id for card_id, tags in after.items() if before[card_id] != tags]
    if changed:
        _remember(
            connection,
            "tag",
            {card_id: to_lines(before[card_id]) for card_id in changed},
            {card_id: to_lines(after[card_id]) for card_id in changed},
            signed,
        )


def _remember(
    connection: Connection,
    field: str,
    before: Mapping[int, str],
    after: Mapping[int, str],
    signed: Signed,
) -> None:
    rows = [
        {
            "card_id": card_id,
            "at": seconds(signed.at),
            "who": signed.who,
            "field": field,
            "before": before[card_id],
            "after": words,
        }
        for card_id, words in after.items()
    ]
    connection.execute(insert(local_edit), rows)


REMARK = Kind("remark", _remarks_of, _set_remarks)
TAGS: Kind[Tags] = Kind("tag", tags_of, _set_tags)
