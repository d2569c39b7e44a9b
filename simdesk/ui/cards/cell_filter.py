"""The condition that a cell suggests: cards that say the same, or all the others."""

from datetime import datetime

from simdesk.models.card import CardRow
from simdesk.models.filter_fields import FIELDS, Reading
from simdesk.models.filters import Operator, Term, Value
from simdesk.models.periods import local
from simdesk.ui.cards.columns import Column


def term_of(column: Column, row: CardRow, *, negated: bool = False) -> Term | None:
    """The cell's value as a condition; None for a column no filter knows."""
    if column.field is None:
        return None
    values = _values(FIELDS[column.field].read(row))
    if not values:
        return Term(column.field, Operator.NONE, negated=negated)
    if column.field == "remark":
        return Term(column.field, Operator.CONTAINS, values, negated=negated)
    return Term(column.field, Operator.ANY_OF, values, negated=negated)


def _values(found: Reading) -> tuple[Value, ...]:
    if isinstance(found, tuple):
        return found
    if found is None or found == "":
        return ()
    return (local(found).date(),) if isinstance(found, datetime) else (found,)
