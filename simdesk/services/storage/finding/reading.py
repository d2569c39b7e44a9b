"""The index's parts as they are read from the desk's file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, func, select, text

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.services.storage import dialect, where
from simdesk.services.storage.finding.columns import Whole
from simdesk.services.storage.finding.fields import IDENTITIES, READ, REMARK, VALUES
from simdesk.services.storage.finding.haystack import BLOCK
from simdesk.services.storage.id_lists import ids_of
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import card, card_tag, op_item

_SPAN = "card.id >= ? AND card.id < ?"


@dataclass(frozen=True)
class Slice:
    """Some cards by ascending id: values of fields, texts, each as long as `ids`."""

    ids: Whole
    values: Mapping[str, Sequence[Any]]
    identities: Sequence[str]
    remarks: Sequence[str]


def last_id(connection: Connection) -> int:
    return connection.scalar(select(func.max(card.c.id))) or 0


def slices(connection: Connection, last: int) -> Iterator[Slice]:
    """All cards, BLOCK ids at a time."""
    statement = dialect.worded(
        select(card.c.id, *(READ[name] for name in VALUES), IDENTITIES, REMARK)
        .where(text(_SPAN))
        .order_by(card.c.id)
    )
    for first in range(0, last + 1, BLOCK):
        rows = connection.exec_driver_sql(statement, (first, first + BLOCK)).all()
        if rows:
            ids, *columns, identities, remarks = zip(*rows, strict=True)
            values = dict(zip(VALUES, columns, strict=True))
            yield Slice(np.array(ids, np.int64), values, identities, remarks)
        else:
            yield Slice(np.zeros(0, np.int64), {}, (), ())


def some(
    connection: Connection, expressions: tuple[ColumnElement[Any], ...], condition: str
) -> tuple[Whole, Sequence[Sequence[Any]]]:
    """Ids of the cards that fulfil a condition in SQL, and what these expressions are of each."""
    rows = connection.exec_driver_sql(_question(expressions, condition)).all()
    if not rows:
        return np.zeros(0, np.int64), [() for _ in expressions]
    ids, *columns = zip(*rows, strict=True)
    return np.array(ids, np.int64), columns


@lru_cache(maxsize=16)
def _question(expressions: tuple[ColumnElement[Any], ...], condition: str) -> str:
    # Asked after every write: to put it into words takes longer than to answer it.
    return dialect.worded(select(card.c.id, *expressions).where(text(condition)))


def ordered(connection: Connection, card_ids: Sequence[int] | None, sort: Sort) -> Whole:
    """These cards, or all, in an order that the database knows: one step, which frees others."""
    every = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)),))
    asked = every if card_ids is None else CardFilter(card_ids=tuple(card_ids))
    return ids_of(connection, where.wanted(asked, sort))


def asked(connection: Connection, term: Term) -> Whole:
    """The cards that a term, not negated, holds for, as the database finds them."""
    if term.field == "pending":
        return _pending(connection, term)
    tags = term.field is not None and FIELDS[term.field].kind is FieldKind.TAGS
    if tags and term.operator is not Operator.NONE:
        tagged = select(card_tag.c.card_id.label("id"))
        return ids_of(connection, tagged.where(card_tag.c.tag_id.in_(where.tags_named(term))))
    return ids_of(connection, select(card.c.id).where(where.holding(term)))


def pending(connection: Connection) -> Whole:
    """Cards an operation is under way on."""
    return ids_of(connection, select(op_item.c.card_id.label("id")).where(OPEN_ITEM))


def _pending(connection: Connection, term: Term) -> Whole:
    found = pending(connection)
    if False not in term.values:
        return found if True in term.values else found[:0]
    every = ids_of(connection, select(card.c.id))
    return every if True in term.values else np.setdiff1d(every, found)
