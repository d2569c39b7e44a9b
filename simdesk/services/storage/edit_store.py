"""The desk's own words about cards: tags and remarks, and the history of both."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from simdesk.models.filters import CANCELLED_CODE
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import seconds, to_lines
from simdesk.services.storage.tables import card, local_edit
from simdesk.services.storage.tag_store import set_tags, tags_of

__all__ = ["Signed", "editable", "remarks_of", "set_remarks", "tags_of", "write_tags"]


@dataclass(frozen=True, slots=True)
class Signed:
    """Who edits, and when."""

    who: str
    at: datetime


def editable(connection: Connection, ids: Collection[int]) -> list[int]:
    """Which of these cards exist and are not cancelled, sorted: random order writes slower."""
    asked = select(card.c.id).where(dialect.ids_in(card.c.id), card.c.status != CANCELLED_CODE)
    found = connection.scalars(asked.order_by(card.c.id), {"ids": dialect.id_list(ids)})
    return list(found)


def remarks_of(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    asked = select(card.c.id, card.c.remark).where(dialect.ids_in(card.c.id))
    found = connection.execute(asked, {"ids": dialect.id_list(ids)})
    return {row.id: row.remark for row in found}


def set_remarks(
    connection: Connection, before: Mapping[int, str], after: Mapping[int, str], signed: Signed
) -> None:
    """Write the remarks `after`; `before` is for the history."""
    changed = update(card).where(card.c.id == bindparam("key")).values(remark=bindparam("words"))
    connection.execute(
        changed, [{"key": card_id, "words": words} for card_id, words in after.items()]
    )
    _remember(connection, "remark", before, after, signed)


def write_tags(
    connection: Connection,
    before: Mapping[int, tuple[str, ...]],
    after: Mapping[int, tuple[str, ...]],
    signed: Signed,
) -> bool:
    """Let the cards carry exactly the tags `after`. True when a name came or went."""
    names = set_tags(connection, after)
    _remember(
        connection,
        "tag",
        {card_id: to_lines(before[card_id]) for card_id in after},
        {card_id: to_lines(tags) for card_id, tags in after.items()},
        signed,
    )
    return names


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
