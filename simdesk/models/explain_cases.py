"""What each specific status means for one card: the table behind `explain` (domain.md 2.2, 2.4)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from simdesk.models.action import Action
from simdesk.models.card import CardFacts, CardRow
from simdesk.models.periods import (
    EXPIRY_WARNING_DAYS,
    Month,
    auto_cancel_day,
    cancellation_is_late,
    cycle_of,
    local,
    silent_end,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import size_text

_SILENT_WARNING_DAYS = 31
_LITTLE_LEFT_PERCENT = 10


@dataclass(frozen=True, slots=True)
class Step:
    """A next step and the action that takes it."""

    action: Action
    words: Text


@dataclass(frozen=True, slots=True)
class Case:
    """The first of `steps` that is allowed is advised; `otherwise` where there are none."""

    why: Text
    who: Text
    steps: tuple[Step, ...] = ()
    otherwise: Text = text(QT_TRANSLATE_NOOP("trade", "Nothing to do."))  # noqa: RUF009 - frozen


def nothing_to_do() -> Text:
    return text(QT_TRANSLATE_NOOP("trade", "Nothing to do."))


def day_words(day: date, today: date) -> Text:
    """A day with its distance: `31 Oct 2026 (in 138 days)`, `15 Jun 2026 (today)`."""
    count = (day - today).days
    if count == 0:
        return text(QT_TRANSLATE_NOOP("trade", "{day} (today)"), day=day)
    if count == 1:
        return text(QT_TRANSLATE_NOOP("trade", "{day} (tomorrow)"), day=day)
    if count == -1:
        return text(QT_TRANSLATE_NOOP("trade", "{day} (yesterday)"), day=day)
    if count > 0:
        return text(QT_TRANSLATE_NOOP("trade", "{day} (in {count} days)"), day=day, count=count)
    return text(QT_TRANSLATE_NOOP("trade", "{day} ({count} days ago)"), day=day, count=-count)


def _test_period(row: CardRow, today: date) -> Case:
    del row, today
    return Case(
        text(QT_TRANSLATE_NOOP("trade", "In its free test period: no plan time is running.")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "It ends by itself: silent when the test time is over, in use when the test data "
                "is used up.",
            )
        ),
    )


def _silent_period(row: CardRow, today: date) -> Case:
    ends = silent_end(local(row.facts.opened_at).date()).date()
    if ends > today:
        who = text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Its first traffic activates it; the system does so on {when} at the earliest.",
            ),
            when=day_words(ends, today),
        )
    else:
        who = text(
            QT_TRANSLATE_NOOP(
                "trade", "Its first traffic activates it, or the system after its silent period."
            )
        )
    otherwise = nothing_to_do()
    if 0 < (ends - today).days <= _SILENT_WARNING_DAYS:
        otherwise = text(
            QT_TRANSLATE_NOOP(
                "trade", "Put it to use before {day}, or its plan time starts anyway."
            ),
            day=ends,
        )
    grow = text(
        QT_TRANSLATE_NOOP(
            "trade", "Force activate it if its pool needs the tier now; else nothing to do."
        )
    )
    steps = (Step(Action.FORCE_ACTIVATE, grow),) if row.facts.plan_type.same_tier else ()
    why = text(QT_TRANSLATE_NOOP("trade", "Never used yet: no plan time is running."))
    return Case(why, who, steps, otherwise)


def _in_use(row: CardRow, today: date) -> Case:
    facts = row.facts
    operator = text(QT_TRANSLATE_NOOP("trade", "You can suspend it."))
    if facts.expires_at is None:
        why = text(QT_TRANSLATE_NOOP("trade", "In use; its plan has no expiry."))
        return Case(why, operator)
    expires = local(facts.expires_at).date()
    if expires < today:
        return _overdue(expires, today)
    near = (expires - today).days <= EXPIRY_WARNING_DAYS
    if near and not facts.auto_renew:
        return _ending(expires, today)
    if (left := _little_left(facts)) is not None:
        return _nearly_used_up(facts, left, today)
    why = text(
        QT_TRANSLATE_NOOP("trade", "In use; its plan runs until {when}."),
        when=day_words(expires, today),
    )
    if near:
        kept = QT_TRANSLATE_NOOP("trade", "Nothing to do: auto-renew is on. Keep money for it.")
        return Case(why, operator, otherwise=text(kept))
    return Case(why, operator)


def _overdue(expires: date, today: date) -> Case:
    return Case(
        text(
            QT_TRANSLATE_NOOP("trade", "Still in use although its plan ended on {when}."),
            when=day_words(expires, today),
        ),
        text(QT_TRANSLATE_NOOP("trade", "The carrier stops it any time now.")),
        (Step(Action.RENEW, text(QT_TRANSLATE_NOOP("trade", "Renew its plan to keep it on."))),),
    )


def _ending(expires: date, today: date) -> Case:
    return Case(
        text(
            QT_TRANSLATE_NOOP("trade", "In use, but its plan ends on {when}."),
            when=day_words(expires, today),
        ),
        text(QT_TRANSLATE_NOOP("trade", "You can renew it; unrenewed, the carrier stops it.")),
        (Step(Action.RENEW, text(QT_TRANSLATE_NOOP("trade", "Renew its plan."))),),
    )


def _little_left(facts: CardFacts) -> int | None:
    left, tier = facts.cycle_left_kb, facts.tier_kb
    if left is None or not tier or not facts.plan_type.single_card:
        return None
    return left if left * 100 <= tier * _LITTLE_LEFT_PERCENT else None


def _nearly_used_up(facts: CardFacts, left: int, today: date) -> Case:
    return Case(
        text(
            QT_TRANSLATE_NOOP("trade", "In use, with {left} of {tier} left until {when}."),
            left=size_text(left),
            tier=size_text(facts.tier_kb or 0),
            when=day_words(_cycle_end(facts, today), today),
        ),
        text(QT_TRANSLATE_NOOP("trade", "The carrier suspends it when its data is used up.")),
        (
            Step(
                Action.ADD_ON,
                text(QT_TRANSLATE_NOOP("trade", "Purchase an add-on package to keep it on.")),
            ),
        ),
    )


def _partial(row: CardRow, today: date) -> Case:
    del row, today
    return Case(
        text(QT_TRANSLATE_NOOP("trade", "Some of its sub-cards are in use, others are not.")),
        text(QT_TRANSLATE_NOOP("trade", "It depends on each sub-card.")),
        otherwise=text(
            QT_TRANSLATE_NOOP("trade", "Look at Sub-cards to see which are closed and why.")
        ),
    )


def _test_device_change(row: CardRow, today: date) -> Case:
    del row, today
    return Case(
        text(
            QT_TRANSLATE_NOOP(
                "trade", "Moved to another device during its test period, so it was closed."
            )
        ),
        text(QT_TRANSLATE_NOOP("trade", "You can release it.")),
        (_release(),),
    )


def _release() -> Step:
    return Step(
        Action.RESUME_USE,
        text(
            QT_TRANSLATE_NOOP("trade", "Resume Use if the move was meant; if not, find the card.")
        ),
    )


def _manual(row: CardRow, today: date) -> Case:
    expires = row.facts.expires_at
    if expires is None:
        why = text(QT_TRANSLATE_NOOP("trade", "Suspended by an operator."))
    else:
        why = text(
            QT_TRANSLATE_NOOP(
                "trade", "Suspended by an operator; its plan time runs on until {when}."
            ),
            when=day_words(local(expires).date(), today),
        )
    resume = QT_TRANSLATE_NOOP("trade", "Resume it, or request its cancellation.")
    return Case(
        why,
        text(QT_TRANSLATE_NOOP("trade", "You can resume it.")),
        (Step(Action.RESUME, text(resume)),),
    )


def _usage_limit(row: CardRow, today: date) -> Case:
    details = row.details
    limit = None if details is None else details.effective_limit_kb
    why = text(QT_TRANSLATE_NOOP("trade", "Its usage of this month reached its limit."))
    if limit is not None:
        why = text(
            QT_TRANSLATE_NOOP("trade", "Its usage of this month reached its limit of {limit}."),
            limit=size_text(limit),
        )
    resumes = details is not None and details.limit_auto_restore
    if not resumes:
        who = text(QT_TRANSLATE_NOOP("trade", "You can resume it."))
        step = text(QT_TRANSLATE_NOOP("trade", "Resume it, or raise its limit."))
    else:
        who = text(
            QT_TRANSLATE_NOOP("trade", "You can resume it; it does so by itself on {when}."),
            when=day_words(Month.of(today).plus(1).first, today),
        )
        step = text(QT_TRANSLATE_NOOP("trade", "Resume it if it is needed sooner."))
    return Case(why, who, (Step(Action.RESUME, step),))


def _credit_control(row: CardRow, today: date) -> Case:
    facts = row.facts
    resumes = day_words(_cycle_end(facts, today) + timedelta(days=1), today)
    who = text(
        QT_TRANSLATE_NOOP("trade", "The carrier; it resumes by itself on {when}."), when=resumes
    )
    if not facts.plan_type.single_card:
        return Case(
            text(QT_TRANSLATE_NOOP("trade", "Suspended by the carrier's credit control.")),
            who,
            otherwise=text(QT_TRANSLATE_NOOP("trade", "If it is needed sooner, ask the provider.")),
        )
    return Case(
        text(
            QT_TRANSLATE_NOOP("trade", "Its data for this cycle is used up ({tier})."),
            tier=size_text(facts.tier_kb or 0),
        ),
        who,
        (
            Step(
                Action.ADD_ON,
                text(
                    QT_TRANSLATE_NOOP("trade", "Purchase an add-on package if it is needed sooner.")
                ),
            ),
        ),
    )


def _cycle_end(facts: CardFacts, today: date) -> date:
    start = facts.activated_at or facts.opened_at
    return cycle_of(local(start).date(), facts.cycle.months, today)[1]


def _device_change(row: CardRow, today: date) -> Case:
    del today
    details = row.details
    why = text(QT_TRANSLATE_NOOP("trade", "Moved to another device than the one it is bound to."))
    if details is not None and details.auto_rebind:
        who = QT_TRANSLATE_NOOP("trade", "Automatic rebind releases it; you can do so too.")
    else:
        who = QT_TRANSLATE_NOOP("trade", "You can release it.")
    return Case(why, text(who), (_release(),))


def _real_name(row: CardRow, today: date) -> Case:
    del row, today
    return Case(
        text(QT_TRANSLATE_NOOP("trade", "Its real-name registration is missing.")),
        text(QT_TRANSLATE_NOOP("trade", "The carrier, once the registration is done.")),
        otherwise=text(QT_TRANSLATE_NOOP("trade", "Have the card registered with the carrier.")),
    )


def _abnormal(row: CardRow, today: date) -> Case:
    del row, today
    return Case(
        text(QT_TRANSLATE_NOOP("trade", "The carrier's risk control closed it.")),
        text(QT_TRANSLATE_NOOP("trade", "Only the carrier can lift it.")),
        otherwise=text(
            QT_TRANSLATE_NOOP("trade", "Check where and how it is used, then ask the provider.")
        ),
    )


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
        SpecificStatus.TEST_PERIOD: _test_period,
        SpecificStatus.SILENT_PERIOD: _silent_period,
        SpecificStatus.IN_USE: _in_use,
        SpecificStatus.PARTIAL: _partial,
        SpecificStatus.TEST_DEVICE_CHANGE: _test_device_change,
        SpecificStatus.MANUAL: _manual,
        SpecificStatus.USAGE_LIMIT: _usage_limit,
        SpecificStatus.CREDIT_CONTROL: _credit_control,
        SpecificStatus.DEVICE_CHANGE: _device_change,
        SpecificStatus.REAL_NAME: _real_name,
        SpecificStatus.ABNORMAL: _abnormal,
        SpecificStatus.STOPPED: _stopped,
        SpecificStatus.CANCELLED: _cancelled,
    }
)
"""For each specific status, what it means for a card of the desk on a business date."""
