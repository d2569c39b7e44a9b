"""Did it take effect? An act is recognised by what the card looked like before and looks like now.

Nothing here asks a provider: readings and orders come in, a judgement goes out. Holds hide each
other (domain.md 2.4), so a card may show nothing either way; then the answer is "cannot tell".
"""

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
from simdesk.models.orders import Order, OrderState
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


@dataclass(frozen=True, slots=True)
class Judgement:
    sight: Sight
    finding: Text
    order_number: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One item to judge: what was asked, on which business day, and how the card looked then."""

    request: ActRequest
    asked_on: date
    before: BeforeImage


def judged(case: Case, reading: CardReading | None, now: datetime) -> Judgement:
    """What `reading` (None: the provider no longer knows the card) shows of the act."""
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
        case Request(action=Action.AUTO_RENEW_ON | Action.AUTO_RENEW_OFF as action):
            on = action is Action.AUTO_RENEW_ON
            return _switched(facts.auto_renew == on, _RENEWAL, on)
        case Request(action=action, msisdns=msisdns):
            return _moved(action, msisdns, case.before, facts, details)


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
    return Judgement(_ORDER_SIGHTS[order.state], finding, order.number)


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


def _moved(
    action: Action,
    msisdns: tuple[str, ...],
    before: BeforeImage,
    facts: CardFacts,
    details: CardDetails,
) -> Judgement:
    status = SpecificStatus.of(facts.specific)
    shown = str(facts.specific) if status is None else status.label
    found = text(QT_TRANSLATE_NOOP("trade", "The card shows {status}."), status=shown)
    if msisdns:
        now = {number: sub.specific for sub in details.sub_cards for number in sub.msisdns}
        sights = {
            _status_sight(action, before.sub_cards.get(number), now.get(number), None)
            for number in msisdns
        }
        return Judgement(sights.pop() if len(sights) == 1 else Sight.HIDDEN, found)
    if action is Action.CANCEL and facts.cancellation_due:
        return Judgement(Sight.SEEN, found)
    method = facts.activation_method
    return Judgement(_status_sight(action, before.specific, facts.specific, method), found)


_GONE = (int(SpecificStatus.STOPPED), int(SpecificStatus.CANCELLED))
_RUNNING = (int(SpecificStatus.IN_USE), int(SpecificStatus.PARTIAL))


def _status_sight(
    action: Action, before: int | None, now: int | None, method: ActivationMethod | None
) -> Sight:
    if before is None or now is None or SpecificStatus.of(now) is None:
        return Sight.HIDDEN
    if action is Action.CANCEL:
        return Sight.SEEN if now == SpecificStatus.CANCELLED else Sight.NOT_SEEN
    if action is Action.FORCE_ACTIVATE:
        return _activation_sight(now, method)
    if now in _GONE:
        return Sight.HIDDEN
    if action is Action.SUSPEND:
        if now == SpecificStatus.MANUAL:
            return Sight.SEEN
        return Sight.NOT_SEEN if now in _RUNNING else Sight.HIDDEN
    # Resume and Resume Use drop the hold that showed: a lower one, or none, shows now.
    if now == before:
        return Sight.NOT_SEEN
    return Sight.SEEN if now < before else Sight.HIDDEN


def _activation_sight(now: int, method: ActivationMethod | None) -> Sight:
    if now == SpecificStatus.SILENT_PERIOD:
        return Sight.NOT_SEEN
    if method is ActivationMethod.MANAGE:
        return Sight.SEEN
    # Active by its own traffic or by time: ours can no longer take effect.
    return Sight.HIDDEN if method is None else Sight.VOID
