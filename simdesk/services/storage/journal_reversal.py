"""What an operation left on its cards, and whether anybody has touched them since."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy import text as sql

from simdesk.services.storage.before_image import BeforeImage
from simdesk.services.storage.tables import card, card_change, op_item, operation

_HAPPENED = ("DONE", "SENDING", "ACCEPTED", "UNKNOWN", "NEEDS_HUMAN")
"""States in which a later item has changed its card, or may have."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """One card of an operation: how it looked before, and how the desk knows it now."""

    card_id: int
    seq: int
    done: bool
    before: BeforeImage
    specific: int
    auto_renew: bool
    auto_rebind: bool | None
    limit_kb: int | None
    touched: bool
    """A later operation, or somebody elsewhere, has changed it since."""


def footprints(connection: Connection, op_id: str) -> list[Footprint]:
    """Every card of the operation, in order."""
    asked = (
        select(
            op_item.c.card_id,
            op_item.c.seq,
            op_item.c.state,
            op_item.c.before_json,
            card.c.specific,
            card.c.auto_renew,
            card.c.auto_rebind,
            card.c.card_limit_kb,
            _later_items().label("later"),
            _changes().label("changes"),
        )
        .join(card, card.c.id == op_item.c.card_id)
        .where(op_item.c.op_id == op_id)
        .order_by(op_item.c.seq)
    )
    return [
        Footprint(
            row.card_id,
            row.seq,
            row.state == "DONE",
            BeforeImage.from_json(row.before_json),
            row.specific,
            bool(row.auto_renew),
            row.auto_rebind,
            row.card_limit_kb,
            bool(row.later) or row.changes > 1,
        )
        for row in connection.execute(asked)
    ]


def _later_items() -> ColumnElement[int]:
    later = op_item.alias("later")
    its = operation.alias("its")
    mine = select(sql("rowid")).select_from(operation).where(operation.c.id == op_item.c.op_id)
    return (
        select(func.count())
        .select_from(later.join(its, its.c.id == later.c.op_id))
        .where(
            later.c.card_id == op_item.c.card_id,
            later.c.op_id != op_item.c.op_id,
            later.c.state.in_(_HAPPENED),
            sql("its.rowid") > mine.correlate(op_item).scalar_subquery(),
        )
        .correlate(op_item)
        .scalar_subquery()
    )


def _changes() -> ColumnElement[int]:
    """Changes of status seen since the act was sent: the first is its own."""
    return (
        select(func.count())
        .where(
            card_change.c.card_id == op_item.c.card_id,
            card_change.c.field == "specific",
            card_change.c.observed_at >= op_item.c.sent_at,
        )
        .correlate(op_item)
        .scalar_subquery()
    )
