"""The different values of a field, counted in SQL; `tests/value_counting.py` has the twin."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    Text,
    case,
    cast,
    func,
    null,
    select,
    union_all,
)

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import CardFilter, Value
from simdesk.models.value_counts import (
    BANDED,
    BANDS,
    BELOW,
    CountOrder,
    ValueCount,
    ValueCounts,
    term_of_value,
)
from simdesk.services.storage import dialect, where
from simdesk.services.storage.tables import card, card_number, card_tag, tag, trigger_record

Expression = ColumnElement[Any]
Cards = CardFilter | Sequence[int]
"""The cards a question finds, on a day that is known, or those with these ids."""

_EPOCH = date(1970, 1, 1)


def value_counts(
    connection: Connection,
    cards: Cards,
    field: str,
    order: CountOrder,
    *,
    descending: bool,
    limit: int,
) -> ValueCounts:
    """The first `limit` values of a field on these cards. Raises KeyError for an unknown field."""
    mine = (
        select(card.c.id, card.c.cycle_usage_kb.label("kb"), _single(field).label("value"))
        .where(_among(cards))
        .subquery()
    )
    many = several(field)
    source: Select[Any] = select(mine)
    value: Expression = mine.c.value
    if many is not None:
        source = source.outerjoin_from(mine, many, many.c.card_id == mine.c.id)
        value = many.c.value
    groups = (
        source.with_only_columns(
            func.min(value).label("value"),
            func.count().label("cards"),
            func.sum(mine.c.kb).label("kb"),
        )
        .group_by(dialect.uncased(value) if where.is_textual(field) else value)
        .subquery()
    )
    asked = select(groups, func.count().over(), func.sum(groups.c.cards).over())
    found = connection.execute(_ordered(asked, groups, field, order, descending).limit(limit)).all()
    different, total = (found[0][3], found[0][4]) if found else (0, 0)
    if many is not None:
        total = connection.execute(select(func.count()).select_from(mine)).scalar_one()
    return ValueCounts(tuple(_told(field, *row[:3]) for row in found), different, total)


def _among(cards: Cards) -> ColumnElement[bool]:
    if isinstance(cards, CardFilter):
        return where.condition(cards)
    return dialect.ids_in(card.c.id, cards)


def _single(field: str) -> Expression:
    """What a card has one of; NULL for none."""
    kind = FIELDS[field].kind
    if several(field) is not None:
        return null()
    column = where.EXPRESSIONS[field]
    if field in BANDED:
        steps = [(column < end, low) for low, end in zip((BELOW, *BANDS), BANDS, strict=False)]
        return case((column.is_(None), None), *steps, else_=BANDS[-1])
    if kind is FieldKind.MOMENT:
        return dialect.day_number(column)
    return func.nullif(column, "") if where.is_textual(field) else column


def several(field: str) -> Subquery | None:
    """What a card may have several of, as `value` and `card_id`; None where it has one."""
    asked: Select[Any]
    if field in ("msisdn", "imsi"):
        number, lines = card_number.c.number, where.EXPRESSIONS[field]
        each = (
            select(func.min(number).label("value"), card_number.c.card_id)
            .where(card_number.c.kind == field)
            .group_by(card_number.c.card_id, dialect.uncased(number))
        )
        one = select(lines.label("value"), card.c.id.label("card_id"))
        return union_all(each, one.where(lines != "", func.instr(lines, "\n") == 0)).subquery()
    if field == "tag":
        # Tags that differ in case alone are one to the filter, and one on a card that has both.
        asked = (
            select(func.min(tag.c.name).label("value"), card_tag.c.card_id)
            .join_from(card_tag, tag)
            .group_by(card_tag.c.card_id, dialect.uncased(tag.c.name))
        )
    elif field == "notification":
        told = cast(trigger_record.c.notification_id, Text).label("value")
        asked = select(told, trigger_record.c.card_id)
        known = trigger_record.c.card_id.is_not(None), trigger_record.c.notification_id.is_not(None)
        asked = asked.where(*known).distinct()
    else:
        return None
    return asked.subquery()


def _ordered(
    asked: Select[Any], groups: Subquery, field: str, order: CountOrder, descending: bool
) -> Select[Any]:
    by_value = dialect.uncased(groups.c.value) if where.is_textual(field) else groups.c.value
    if order is CountOrder.VALUE:
        directed = by_value.desc() if descending else by_value.asc()
        return asked.order_by(groups.c.value.is_(None), directed)
    amount = groups.c.cards if order is CountOrder.COUNT else groups.c.kb
    directed = amount.desc() if descending else amount.asc()
    return asked.order_by(directed, groups.c.value.is_(None), by_value)


def _told(field: str, stored: Any, cards: int, kb: int) -> ValueCount:  # noqa: ANN401 - a column's
    value = None if stored is None else _value(field, stored)
    return ValueCount(value, cards, kb, term_of_value(field, value))


def _value(field: str, stored: Any) -> Value:  # noqa: ANN401 - as above
    kind = FIELDS[field].kind
    if kind is FieldKind.MOMENT:
        return _EPOCH + timedelta(days=stored)
    if kind is FieldKind.FLAG:
        return bool(stored)
    number: int = stored
    return str(stored) if where.is_textual(field) else number
