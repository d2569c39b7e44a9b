"""What an explanation of a card is made of."""

from dataclasses import dataclass
from datetime import date

from simdesk.models.action import Action
from simdesk.models.card import CardFacts
from simdesk.models.periods import cycle_of, local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


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
    """What is said where no step makes sense."""
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


def cycle_end(facts: CardFacts, today: date) -> date:
    """The last day of the billing cycle that holds `today`, counted from the activation."""
    start = facts.activated_at or facts.opened_at
    return cycle_of(local(start).date(), facts.cycle.months, today)[1]
