"""What each specific status means for one card: the table behind `explain` (domain.md 2.2, 2.4)."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from simdesk.models import explain_running, explain_suspended
from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.explain_case import Case, Step, day_words
from simdesk.models.periods import auto_cancel_day, cancellation_is_late, local
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, text


def _stopped(row: CardRow, today: date) -> Case:
    expires = row.facts.expires_at
    if expires is None:
        why = text(QT_TRANSLATE_NOOP("trade", "Its plan ended and was not renewed."))
        who = text(QT_TRANSLATE_NOOP("trade", "The system cancels it after three months."))
    else:
        ended = local(expires).date()
        why = text(
            QT_TRANSLATE_NOOP("trade", "Its plan ended on {when} and was not renewed."),
            when=day_words(ended, today),
        )
        who = text(
            QT_TRANSLATE_NOOP(
                "trade", "You can renew it; unrenewed, the system cancels it for good on {when}."
            ),
            when=day_words(auto_cancel_day(ended), today),
        )
    if cancellation_is_late(today):
        renew = QT_TRANSLATE_NOOP("trade", "Renew it if it is still needed.")
        cancel = QT_TRANSLATE_NOOP(
            "trade", "Request its cancellation; from the 20th on next month is charged."
        )
    else:
        renew = QT_TRANSLATE_NOOP("trade", "Renew it, or request its cancellation before the 20th.")
        cancel = QT_TRANSLATE_NOOP("trade", "Request its cancellation before the 20th.")
    return Case(why, who, (Step(Action.RENEW, text(renew)), Step(Action.CANCEL, text(cancel))))


def _cancelled(row: CardRow, today: date) -> Case:
    del row, today
    return Case(
        text(QT_TRANSLATE_NOOP("trade", "Its account is cancelled and its number is gone.")),
        text(QT_TRANSLATE_NOOP("trade", "Nobody: a cancellation is final.")),
    )


CASES: Mapping[SpecificStatus, Callable[[CardRow, date], Case]] = MappingProxyType(
    {
        SpecificStatus.TEST_PERIOD: explain_running.test_period,
        SpecificStatus.SILENT_PERIOD: explain_running.silent_period,
        SpecificStatus.IN_USE: explain_running.in_use,
        SpecificStatus.PARTIAL: explain_running.partial,
        SpecificStatus.TEST_DEVICE_CHANGE: explain_suspended.test_device_change,
        SpecificStatus.MANUAL: explain_suspended.manual,
        SpecificStatus.USAGE_LIMIT: explain_suspended.usage_limit,
        SpecificStatus.CREDIT_CONTROL: explain_suspended.credit_control,
        SpecificStatus.DEVICE_CHANGE: explain_suspended.device_change,
        SpecificStatus.REAL_NAME: explain_suspended.real_name,
        SpecificStatus.ABNORMAL: explain_suspended.abnormal,
        SpecificStatus.STOPPED: _stopped,
        SpecificStatus.CANCELLED: _cancelled,
    }
)
"""For each specific status, what it means for a card of the desk on a business date."""
