"""Rows of the card table as CardRow: one statement each for cards, tags and sub-cards."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from simdesk.models.card import CardRow
from simdesk.services.storage import dialect
from simdesk.services.storage.card_shape import card_rows, has_sub_cards
from simdesk.services.storage.codec import DETAIL_COLUMNS, FACT_COLUMNS, SUB_CARD_COLUMNS
from simdesk.services.storage.derived_dates import TESTED_UNTIL
from simdesk.services.storage.tables import (
    OPEN_ITEM,
    card,
    card_tag,
    op_item,
    operation,
    sub_card,
    tag,
    trigger_record,
)

_pending = (
    select(operation.c.action)
    .join_from(op_item, operation)
    .where(op_item.c.card_id == card.c.id, OPEN_ITEM)
    .scalar_subquery()
)
_SELECT = select(
    card.c.id,
    card.c.account,
    card.c.remark,
    card.c.version,
    card.c.listed_at,
    card.c.detailed_at,
    card.c.usage_at,
    card.c.not_listed_since,
    card.c.quiet_since,
    TESTED_UNTIL,
    _pending,
    *(card.c[name] for name in FACT_COLUMNS),
    *(card.c[name] for name in DETAIL_COLUMNS),
).where(dialect.ids_in(card.c.id))
_TAGS = (
    select(card_tag.c.card_id, tag.c.name)
    .join_from(card_tag, tag)
    .where(dialect.ids_in(card_tag.c.card_id))
    .order_by(tag.c.name)
)
_NOTIFICATIONS = (
    select(trigger_record.c.card_id, trigger_record.c.notification_id)
    .where(dialect.ids_in(trigger_record.c.card_id), trigger_record.c.notification_id.is_not(None))
    .order_by(trigger_record.c.notification_id)
)
_SUB_CARDS = (
    select(sub_card.c.card_id, *(sub_card.c[name] for name in SUB_CARD_COLUMNS))
    .where(dialect.ids_in(sub_card.c.card_id))
    .order_by(sub_card.c.card_id, sub_card.c.place)
)


def rows(connection: Connection, ids: Sequence[int]) -> tuple[CardRow, ...]:
    """The cards with these ids, in the order asked; unknown ids are left out."""
    wanted = {"ids": dialect.id_list(ids)}
    cards = connection.execute(_SELECT, wanted).all()
    tags = connection.execute(_TAGS, wanted)
    told = connection.execute(_NOTIFICATIONS, wanted)
    sub_cards = connection.execute(_SUB_CARDS, wanted) if has_sub_cards(cards) else ()
    known = card_rows(cards, tags, told, sub_cards)
    return tuple(known[card_id] for card_id in ids if card_id in known)
