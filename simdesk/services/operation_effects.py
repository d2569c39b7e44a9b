"""Did it take effect? An act is recognised by what the card looked like before and looks like now.

Nothing here asks a provider: readings and orders come in, a judgement goes out. Holds hide each
other (domain.md 2.4), so a card may show nothing either way; then the answer is "cannot tell".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from simdesk.models.action import Action
from simdesk.models.card import ActivationMethod, CardDetails, CardFacts
from simdesk.models.operations import (
    ActRequest,
    AddOnRequest,
    LimitRequest,
    RebindRequest,
    RenewRequest,
    Request,
)
from simdesk.models.orders import Money, Order, OrderState
from simdesk.models.periods import ZONE, Month, local, renewed_expiry
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.providers.base import CardReading
from simdesk.services.storage.before_image import BeforeImage

_KB_PER_MB = 1024


class Sight(Enum):
    """What a reading shows of an act."""

    SEEN = "seen"
    NOT_SEEN = "not seen"
    HIDDEN = "hidden"
    """The reading fits both; only a later one or a person can tell."""
    PENDING = "pending"
    """An order for it exists and is not finished."""
    VOID = "void"
    """It can no longer take effect: its order failed or was closed."""
    TRACELESS = "traceless"
    """No reading ever shows whether it took effect."""


@dataclass(frozen=True, slots=True)
class Judgement:
    sight: Sight
    finding: Text
    order_number: str | None = None
    charged: Money | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One item to judge: what was asked, on which business day, and how the card looked then."""

    request: ActRequest
    asked_on: date
    before: BeforeImage


Effect = Callable[[Case, CardReading], Judgement]
"""How a later reading of the card shows that an act took effect."""


def judged(case: Case, reading: CardReading | None, now: datetime) -> Judgement:
    """What `reading` (None: the provider no longer knows the card) shows of the act.

    Raises KeyError for an act that has no row in `EFFECTS`: nothing is ever guessed.
    """
    if reading is None:
        return Judgement(
            Sight.HIDDEN, text(QT_TRANSLATE_NOOP("trade", "The provider does not list the card."))
        )
    facts, details = reading.facts, reading.details
    match case.request:
        case RenewRequest(periods=periods):
            return _renewed(case, periods, facts, now)
        case AddOnRequest(tier_kb=tier, quantity=quantity):
            return _added_on(case.before, tier * quantity, facts)
        case LimitRequest(limit_mb=limit, auto_restore=restore):
            return _limited(limit * _KB_PER_MB or None, restore, details)
        case RebindRequest(on=on):
            return _switched(details.auto_rebind == on, _REBIND, on)
        case Request(action=action):
            return EFFECTS[action](case, reading)


def judged_by_order(order: Order | None) -> Judgement:
    """What the provider's orders show of a paid act whose serial they tell; None: no such order."""
    if order is None:
        return Judgement(
            Sight.NOT_SEEN, text(QT_TRANSLATE_NOOP("trade", "The provider has no order for it."))
        )
    finding = text(
        QT_TRANSLATE_NOOP("trade", "Order {number} is {state}."),
        number=order.number,
        state=order.state.value,
    )
    return Judgement(_ORDER_SIGHTS[order.state], finding, order.number, order.price)


_ORDER_SIGHTS = {
    OrderState.COMPLETED: Sight.SEEN,
    OrderState.UNPAID: Sight.PENDING,
    OrderState.PROCESSING: Sight.PENDING,
    OrderState.FAILURE: Sight.VOID,
    OrderState.CLOSED: Sight.VOID,
    # Paid and paid back: whether the effect was taken back too, only a person can find out.
    OrderState.REFUNDED: Sight.HIDDEN,
}
_REBIND = QT_TRANSLATE_NOOP("trade", "Automatic rebind is {state}.")
_RENEWAL = QT_TRANSLATE_NOOP("trade", "Auto-renew is {state}.")
_ON = text(QT_TRANSLATE_NOOP("trade", "on"))
_OFF = text(QT_TRANSLATE_NOOP("trade", "off"))


def _switched(as_asked: bool, sentence: str, asked: bool) -> Judgement:
    found = text(sentence, state=_ON if asked is as_asked else _OFF)
    return Judgement(Sight.SEEN if as_asked else Sight.NOT_SEEN, found)


def _limited(limit_kb: int | None, restore: bool, details: CardDetails) -> Judgement:
    as_asked = details.card_limit_kb == limit_kb
    if as_asked and limit_kb is not None:
        as_asked = details.limit_auto_restore == restore
    if details.card_limit_kb is None:
        found = text(QT_TRANSLATE_NOOP("trade", "The card has no usage limit of its own."))
    else:
        found = text(
            QT_TRANSLATE_NOOP("trade", "The card's usage limit is {limit} MB."),
            limit=details.card_limit_kb // _KB_PER_MB,
        )
    return Judgement(Sight.SEEN if as_asked else Sight.NOT_SEEN, found)


def _renewed(case: Case, periods: int, facts: CardFacts, now: datetime) -> Judgement:
    found = text(
        QT_TRANSLATE_NOOP("trade", "The plan expires on {day}."),
        day="-" if facts.expires_at is None else local(facts.expires_at).date().isoformat(),
    )
    if facts.expires_at is None or case.before.expires_at is None:
        return Judgement(Sight.HIDDEN, found)
    before = datetime.fromtimestamp(case.before.expires_at, ZONE)
    if facts.expires_at == before:
        return Judgement(Sight.NOT_SEEN, found)
    asked = renewed_expiry(before, periods * facts.cycle.months, case.asked_on)
    # Auto-renew moves the expiry too, on the day it is reached and at no other time.
    reached = case.asked_on <= local(before).date() <= local(now).date()
    by_itself = case.before.auto_renew and reached
    if facts.expires_at == asked and not by_itself:
        return Judgement(Sight.SEEN, found)
    return Judgement(Sight.HIDDEN, found)


def _added_on(before: BeforeImage, added_kb: int, facts: CardFacts) -> Judgement:
    left = facts.cycle_left_kb
    found = text(QT_TRANSLATE_NOOP("trade", "{left} KB are left in the cycle."), left=left)
    began = datetime.fromtimestamp(before.usage_as_of, ZONE).date()
    if left is None or before.cycle_left_kb is None:
        return Judgement(Sight.HIDDEN, found)
    if Month.of(began) != Month.of(local(facts.usage_as_of).date()):
        # A new cycle: what was left is gone, whatever was bought.
        return Judgement(Sight.HIDDEN, found)
    # Left and used add up to what was bought, unless more was used than that.
    grown = (left + facts.cycle_usage_kb) - (before.cycle_left_kb + before.cycle_usage_kb)
    if before.cycle_left_kb > 0 and left > 0:
        if grown == added_kb:
            return Judgement(Sight.SEEN, found)
        return Judgement(Sight.HIDDEN if grown else Sight.NOT_SEEN, found)
    if left > 0:
        return Judgement(Sight.SEEN, found)
    return Judgement(Sight.HIDDEN if before.cycle_left_kb > 0 else Sight.NOT_SEEN, found)


def _renewal(case: Case, reading: CardReading) -> Judgement:
    on = case.request.action is Action.AUTO_RENEW_ON
    return _switched(reading.facts.auto_renew == on, _RENEWAL, on)


def _shown(facts: CardFacts) -> Text:
    status = SpecificStatus.of(facts.specific)
    shown = str(facts.specific) if status is None else status.label
    return text(QT_TRANSLATE_NOOP("trade", "The card shows {status}."), status=shown)


def _by_status(rule: Callable[[int, int], Sight]) -> Effect:
    """Recognise an act by the specific statuses before and now, of the sub-cards it named alone."""

    def effect(case: Case, reading: CardReading) -> Judgement:
        before, facts, found = case.before, reading.facts, _shown(reading.facts)
        pairs: set[tuple[int | None, int | None]] = {(before.specific, facts.specific)}
        if isinstance(case.request, Request) and case.request.msisdns:
            subs = reading.details.sub_cards
            now = {number: sub.specific for sub in subs for number in sub.msisdns}
            named = case.request.msisdns
            pairs = {(before.sub_cards.get(number), now.get(number)) for number in named}
        sights = {_known_sight(rule, *pair) for pair in pairs}
        return Judgement(sights.pop() if len(sights) == 1 else Sight.HIDDEN, found)

    return effect


def _known_sight(rule: Callable[[int, int], Sight], before: int | None, now: int | None) -> Sight:
    if before is None or now is None or SpecificStatus.of(now) is None:
        return Sight.HIDDEN
    return rule(before, now)


_GONE = (int(SpecificStatus.STOPPED), int(SpecificStatus.CANCELLED))
_RUNNING = (int(SpecificStatus.IN_USE), int(SpecificStatus.PARTIAL))


def _suspended(before: int, now: int) -> Sight:
    if now == SpecificStatus.MANUAL:
        return Sight.SEEN
    return Sight.NOT_SEEN if now in _RUNNING else Sight.HIDDEN


def _resumed(before: int, now: int) -> Sight:
    """Resume and Resume Use drop the hold that showed: a lower one, or none, shows now."""
    if now in _GONE:
        return Sight.HIDDEN
    if now == before:
        return Sight.NOT_SEEN
    return Sight.SEEN if now < before else Sight.HIDDEN


def _cancelled(case: Case, reading: CardReading) -> Judgement:
    if reading.facts.cancellation_due:
        return Judgement(Sight.SEEN, _shown(reading.facts))
    return _by_status(_closed)(case, reading)


def _closed(before: int, now: int) -> Sight:
    return Sight.SEEN if now == SpecificStatus.CANCELLED else Sight.NOT_SEEN


def _activated(case: Case, reading: CardReading) -> Judgement:
    """Active by its own traffic or by time: ours can no longer take effect."""
    facts, method = reading.facts, reading.facts.activation_method

    def rule(before: int, now: int) -> Sight:
        if now == SpecificStatus.SILENT_PERIOD:
            return Sight.NOT_SEEN
        if method is ActivationMethod.MANAGE:
            return Sight.SEEN
        return Sight.HIDDEN if method is None else Sight.VOID

    return Judgement(_known_sight(rule, case.before.specific, facts.specific), _shown(facts))


def traceless(case: Case, reading: CardReading) -> Judgement:
    """The row of an act that changes nothing a reading tells."""
    del case, reading
    return Judgement(
        Sight.TRACELESS, text(QT_TRANSLATE_NOOP("trade", "It leaves no trace on the card."))
    )


EFFECTS: Mapping[Action, Effect] = {
    Action.SUSPEND: _by_status(_suspended),
    Action.RESUME: _by_status(_resumed),
    Action.RESUME_USE: _by_status(_resumed),
    Action.FORCE_ACTIVATE: _activated,
    Action.CANCEL: _cancelled,
    Action.AUTO_RENEW_ON: _renewal,
    Action.AUTO_RENEW_OFF: _renewal,
}
"""Every act without parameters has its row here; those with parameters are cases of `judged`."""
