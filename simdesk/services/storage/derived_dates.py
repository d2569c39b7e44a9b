"""Dates that no column holds, said in SQL; `models.deadlines` is the Python twin.

Each is whole seconds of 00:00 in Asia/Shanghai, or NULL.
"""

from typing import Any

from sqlalchemy import ColumnElement, case, func, null, select

from simdesk.models.periods import AUTO_CANCEL_MONTHS, SILENT_MONTHS
from simdesk.models.status import SpecificStatus
from simdesk.services.storage import dialect
from simdesk.services.storage.tables import card, card_change

_SILENT = card.c.specific == SpecificStatus.SILENT_PERIOD.value
_STOPPED = card.c.specific == SpecificStatus.STOPPED.value

TESTED_UNTIL: ColumnElement[Any] = case(
    (
        _SILENT,
        select(func.max(card_change.c.observed_at))
        .where(
            card_change.c.card_id == card.c.id,
            card_change.c.field == "specific",
            card_change.c.after == str(SpecificStatus.SILENT_PERIOD.value),
        )
        .scalar_subquery(),
    ),
    else_=null(),
)
"""When the desk saw a silent card's test period end: only that makes a card silent later."""

SILENT_ENDS: ColumnElement[Any] = case(
    (
        _SILENT,
        dialect.month_begin(
            func.coalesce(TESTED_UNTIL, func.nullif(card.c.opened_at, 0)), months=SILENT_MONTHS + 1
        ),
    ),
    else_=null(),
)
"""The system activates a silent card on the first after six months (domain.md 9, row 6)."""

AUTO_CANCEL: ColumnElement[Any] = case(
    (_STOPPED, dialect.day_after_months(card.c.expires_at, months=AUTO_CANCEL_MONTHS)),
    else_=null(),
)
"""The day after the plan's last day, three months on (domain.md 9, row 9)."""
