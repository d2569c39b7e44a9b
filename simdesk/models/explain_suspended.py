"""Cards that a hold closes: manual, limit, credit, device, real name, abnormal (domain.md 2.2)."""

from datetime import date, timedelta

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.explain_case import Case, Step, cycle_end, day_words
from simdesk.models.periods import Month, local
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.usage import size_text


def test_device_change(row: CardRow, today: date) -> Case:
    """Moved to another device in the test period."""
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


def manual(row: CardRow, today: date) -> Case:
    """Suspended by an operator."""
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


def usage_limit(row: CardRow, today: date) -> Case:
    """Suspended at the card's or its voucher's usage limit (domain.md 4.1)."""
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


def credit_control(row: CardRow, today: date) -> Case:
    """Out of data, or suspended by the carrier for credit."""
    facts = row.facts
    resumes = day_words(cycle_end(facts, today) + timedelta(days=1), today)
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


def device_change(row: CardRow, today: date) -> Case:
    """Moved to another device than the bound one."""
    del today
    details = row.details
    why = text(QT_TRANSLATE_NOOP("trade", "Moved to another device than the one it is bound to."))
    if details is not None and details.auto_rebind:
        who = QT_TRANSLATE_NOOP("trade", "Automatic rebind releases it; you can do so too.")
    else:
        who = QT_TRANSLATE_NOOP("trade", "You can release it.")
    return Case(why, text(who), (_release(),))


def real_name(row: CardRow, today: date) -> Case:
    """Real-name registration missing."""
    del row, today
    return Case(
        text(QT_TRANSLATE_NOOP("trade", "Its real-name registration is missing.")),
        text(QT_TRANSLATE_NOOP("trade", "The carrier, once the registration is done.")),
        otherwise=text(QT_TRANSLATE_NOOP("trade", "Have the card registered with the carrier.")),
    )


def abnormal(row: CardRow, today: date) -> Case:
    """Closed by the carrier's risk control."""
    del row, today
    return Case(
        text(QT_TRANSLATE_NOOP("trade", "The carrier's risk control closed it.")),
        text(QT_TRANSLATE_NOOP("trade", "Only the carrier can lift it.")),
        otherwise=text(
            QT_TRANSLATE_NOOP("trade", "Check where and how it is used, then ask the provider.")
        ),
    )
