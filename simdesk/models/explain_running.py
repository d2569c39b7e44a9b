"""Cards that are open: in their test or silent period, in use, partially in use (domain.md 2.2)."""

from datetime import date

from simdesk.models.action import Action
from simdesk.models.card import CardFacts, CardRow
from simdesk.models.explain_case import Case, Step, cycle_end, day_words, nothing_to_do
from simdesk.models.periods import EXPIRY_WARNING_DAYS, local, silent_end
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.usage import size_text

_SILENT_WARNING_DAYS = 31
_LITTLE_LEFT_PERCENT = 10


def test_period(row: CardRow, today: date) -> Case:
    """The free test period."""
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


def silent_period(row: CardRow, today: date) -> Case:
    """Opened, never used; activation comes by traffic, by force or by the calendar."""
    ends = silent_end(local(row.tested_until or row.facts.opened_at).date()).date()
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


def in_use(row: CardRow, today: date) -> Case:
    """In use: how long its plan runs, and what threatens it first."""
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
            when=day_words(cycle_end(facts, today), today),
        ),
        text(QT_TRANSLATE_NOOP("trade", "The carrier suspends it when its data is used up.")),
        (
            Step(
                Action.ADD_ON,
                text(QT_TRANSLATE_NOOP("trade", "Purchase an add-on package to keep it on.")),
            ),
        ),
    )


def partial(row: CardRow, today: date) -> Case:
    """A smart card whose sub-cards differ."""
    del row, today
    return Case(
        text(QT_TRANSLATE_NOOP("trade", "Some of its sub-cards are in use, others are not.")),
        text(QT_TRANSLATE_NOOP("trade", "It depends on each sub-card.")),
        otherwise=text(
            QT_TRANSLATE_NOOP("trade", "Look at Sub-cards to see which are closed and why.")
        ),
    )
