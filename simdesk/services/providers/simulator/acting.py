"""What commands do to the world: the guard of every act, and its effect."""

from dataclasses import dataclass

from simdesk.models.action import Action
from simdesk.models.actions import Blocked, verdict
from simdesk.models.capabilities import Capabilities
from simdesk.models.commands import (
    AddOn,
    CancelAccount,
    Command,
    ForceActivate,
    Renew,
    Resume,
    ResumeUse,
    SetAutoRebind,
    SetAutoRenew,
    SetUsageLimit,
    Suspend,
)
from simdesk.models.orders import ADD_ON_QUANTITIES, Money, OrderType, renewal_periods
from simdesk.models.outcomes import Done, Outcome, Refused
from simdesk.models.periods import cancellation_is_late
from simdesk.models.status import Event, Trigger
from simdesk.models.usage import KB_PER_MB
from simdesk.services.providers.simulator import holds, moments, refusals
from simdesk.services.providers.simulator.course import Course
from simdesk.services.providers.simulator.life import Life
from simdesk.services.providers.simulator.till import Ware


@dataclass(frozen=True, slots=True)
class _Act:
    life: Life
    at: int
    serial: str
    only: tuple[int, ...] | None


class Acting:
    """Carries out commands on single cards; must be used in the world's thread."""

    def __init__(self, course: Course, capabilities: Capabilities) -> None:
        self._course = course
        self._capabilities = capabilities

    def act(self, card: int | None, command: Command, serial: str, at: int) -> Outcome:
        """Do what the command asks, or refuse with the provider's code; `card` None is unknown."""
        act = self._admitted(card, command, serial, at)
        if isinstance(act, Refused):
            return act
        outcome = self._apply(act, command)
        self._course.lives.save(act.life)
        return outcome

    def refusal(self, card: int | None, command: Command, at: int) -> Refused | None:
        """Why the card may not be treated so now; None when it may."""
        act = self._admitted(card, command, "", at)
        return act if isinstance(act, Refused) else None

    def _admitted(self, card: int | None, command: Command, serial: str, at: int) -> _Act | Refused:
        if card is None:
            return Refused(refusals.CARD_DESTROY, "There is no such card.")
        life = self._course.lives.load(card)
        only = _named(life, command)
        if isinstance(only, Refused):
            return only
        return self._guard(life, command, at, only) or _Act(life, at, serial, only)

    def _guard(
        self, life: Life, command: Command, at: int, only: tuple[int, ...] | None
    ) -> Refused | None:
        action, today = command.action, moments.day_of(moments.day_at(at))
        keys = [life.key] if only is None else [life.sub_key(life.subs[seq]) for seq in only]
        for key in keys:
            judged = verdict(key, action, self._capabilities, today)
            if isinstance(judged, Blocked):
                offered = action in self._capabilities.actions
                return refusals.refused(key, action, judged, offered)
        return None

    def _apply(self, act: _Act, command: Command) -> Outcome:
        match command:
            case Renew(periods=periods, price=price):
                return self._renew(act, periods, price)
            case AddOn(tier_kb=tier, quantity=quantity, price=price):
                return self._add_on(act, tier, quantity, price)
            case SetUsageLimit(limit_mb=limit, auto_restore=restore):
                return self._limit(act, limit, restore)
            case SetAutoRenew(on=on):
                act.life.auto_renew = int(on)
                return self._noted(act, command.action)
            case SetAutoRebind(on=on):
                act.life.auto_rebind = int(on)
                return self._noted(act, command.action, "on" if on else "off")
            case _:
                return self._switch(act, command)

    def _switch(
        self, act: _Act, command: Suspend | Resume | ResumeUse | ForceActivate | CancelAccount
    ) -> Outcome:
        """What opens or closes the card."""
        match command:
            case Suspend():
                return self._event(act, Event.SUSPENDED)
            case Resume():
                return self._resume(act)
            case ResumeUse():
                return self._event(act, Event.DEVICE_RELEASED)
            case ForceActivate():
                return self._event(act, Event.FORCE_ACTIVATED)
            case CancelAccount():
                return self._cancel(act)

    def _event(self, act: _Act, event: Event) -> Outcome:
        refusal = self._course.occur(
            act.life, event, act.at, Trigger.OPERATOR, only=act.only, detail=act.serial
        )
        return Done() if refusal is None else Refused(refusals.BUSINESS, str(refusal.reason))

    def _noted(self, act: _Act, action: Action, detail: str = "") -> Outcome:
        """Write a line of the card's history, for an act that is no event of its status."""
        self._course.note(act.life.card, act.at, action.value, Trigger.OPERATOR.value, detail)
        return Done()

    def _resume(self, act: _Act) -> Outcome:
        limited = _limited(act.life)
        outcome = self._event(act, Event.RESUMED)
        if _limited(act.life) < limited:
            # Resumed by hand above the limit: that holds until the month ends (domain.md 4.1).
            act.life.overridden = 1
        return outcome

    def _cancel(self, act: _Act) -> Outcome:
        late = cancellation_is_late(moments.day_of(moments.day_at(act.at)))
        return self._event(act, Event.CANCELLATION_ASKED if late else Event.CANCELLED)

    def _renew(self, act: _Act, periods: int, approved: Money) -> Outcome:
        voucher = act.life.line.voucher
        if periods not in renewal_periods(voucher.cycle):
            return Refused(refusals.ILLEGAL_PARAMETER, f"BuyNum {periods} is not offered.")
        price = self._course.till.prices.renewal(voucher, periods)
        return refusals.of_price(price, approved) or refusals.unless_paid(
            self._course.renew(act.life, periods, OrderType.RENEW, act.at, act.serial)
        )

    def _add_on(self, act: _Act, tier_kb: int, quantity: int, approved: Money) -> Outcome:
        if quantity not in ADD_ON_QUANTITIES:
            return Refused(refusals.ILLEGAL_PARAMETER, f"BuyNum {quantity} is not offered.")
        price = self._course.till.prices.add_on(act.life.line.voucher, tier_kb)
        if price is None:
            return Refused(refusals.NO_TIER, "This add-on tier is not sold for this card.")
        whole = price.times(quantity)
        life = act.life
        ware = Ware(OrderType.FLOW_PLUS, life.line.voucher.text, life.card, quantity, tier_kb)
        return refusals.of_price(whole, approved) or refusals.unless_paid(
            self._course.add_on(life, ware, whole, act.at, act.serial)
        )

    def _limit(self, act: _Act, limit_mb: int, restore: bool) -> Outcome:
        refusal = refusals.of_limit(limit_mb)
        if refusal is not None:
            return refusal
        life = act.life
        life.limit_kb = limit_mb * KB_PER_MB
        life.limit_restore = int(restore)
        life.overridden = 0
        self._noted(act, Action.USAGE_LIMIT, f"{limit_mb} MB")
        self._course.lift_limit(life, act.at)
        return Done()


def _named(life: Life, command: Command) -> tuple[int, ...] | Refused | None:
    """The sub-cards a command names; None for all, and for ordinary cards."""
    numbers: tuple[str, ...] = getattr(command, "msisdns", ())
    if not life.subs or not numbers:
        return None
    by_number = {sub.msisdn: sub.seq for sub in life.subs}
    unknown = [number for number in numbers if number not in by_number]
    if unknown:
        return Refused(refusals.ILLEGAL_PARAMETER, f"OptMsisdns: {unknown[0]} is not on the card.")
    return tuple(dict.fromkeys(by_number[number] for number in numbers))


def _limited(life: Life) -> int:
    """How many of the card's channels the usage limit holds."""
    if life.subs:
        return sum(bool(sub.holds & holds.USAGE) for sub in life.subs)
    return int(bool(life.holds & holds.USAGE))
