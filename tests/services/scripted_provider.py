"""A provider that answers by script, keeps its own truth and its own list of effects."""

import asyncio
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from simdesk.models.account_commands import AccountCommand
from simdesk.models.action import Action
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardDetails, CardFacts
from simdesk.models.commands import (
    AddOn,
    CancelAccount,
    CardRef,
    Command,
    Renew,
    Resume,
    SetAutoRenew,
    SetUsageLimit,
    Suspend,
)
from simdesk.models.orders import (
    AddOnOffer,
    Money,
    Offers,
    Order,
    OrderState,
    OrderType,
    RenewalOffer,
    VoucherOffers,
)
from simdesk.models.outcomes import (
    Accepted,
    Barred,
    Done,
    NotSent,
    Outcome,
    Refused,
    Throttled,
    Unknown,
)
from simdesk.models.periods import Month, local, renewed_expiry
from simdesk.models.pools import PoolReading
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import CardUsage
from simdesk.services.providers.base import CardPage, CardReading, OrderPage
from tests.conftest import VirtualClock
from tests.factories import a_moment, some_details, some_facts

T = TypeVar("T")
WINDOW = timedelta(minutes=5)
EVERYTHING = Capabilities(
    actions=frozenset(action for action in Action if not action.local),
    simulated=True,
    calls_per_second=200.0,
    bulk_reads=50,
    late_effect=WINDOW,
    answers_final=True,
)
OFFERS = Offers(
    (RenewalOffer(1, 1, Money(500)), RenewalOffer(3, 3, Money(1400))),
    (AddOnOffer(102_400, Money(300)),),
)


class Killed(BaseException):
    """The program ends here, as by SIGKILL."""


class Points:
    """Numbered places where the program may be killed; `at` None lets it live."""

    def __init__(self, at: int | None = None) -> None:
        self.at = at
        self.passed: list[str] = []
        self.dead = False
        self.died = asyncio.Event()

    def point(self, name: str) -> None:
        if not self.dead:
            self.passed.append(name)
            self.dead = len(self.passed) == self.at
        if self.dead:
            self.died.set()
            raise Killed(name)


@dataclass(frozen=True)
class Effect:
    serial: str
    iccid: str
    at: float


class ScriptedProvider:
    """Answers sends with the next word of `script`, then `done`; effects change its own cards.

    done; refused; throttled; not_sent; lost: no answer, no effect; answer_lost: effect, no answer;
    late: no answer, effect after two minutes; breaks: effect, then an exception; accepted: effect
    a minute later; accepted_lost: accepted, never done; silent: effect, an answer that never comes;
    lies: done, no effect; cheaper: done, a fifth off; barred: the account may not call.
    `price_factor` raises all prices.
    """

    name = "scripted"
    account = "demo"
    identity = "scripted world"
    secrets: Sequence[str] = ()
    LATE = 120.0
    ACCEPTED = 60.0

    def __init__(
        self,
        clock: VirtualClock,
        cards: Iterable[CardFacts],
        script: Sequence[str] = (),
        capabilities: Capabilities = EVERYTHING,
        latency: float = 0.05,
    ) -> None:
        self.clock = clock
        self.cards_by_ref = {facts.ref: facts for facts in cards}
        self.details: dict[CardRef, CardDetails] = {}
        self.script = list(script)
        self.capabilities = capabilities
        self.latency = latency
        self.points = Points()
        self.effects: list[Effect] = []
        self.sends: list[tuple[float, str, str]] = []
        self.orders_made: list[Order] = []
        self.asked_offers: list[CardRef] = []
        self.price_factor = 1
        self.reads = 0
        self.read_faults: list[Exception] = []
        self.in_flight = self.most_in_flight = 0
        self._later: list[tuple[float, Command, str]] = []
        self._numbers = itertools.count(1)

    def now(self) -> datetime:
        return a_moment() + timedelta(seconds=self.clock.monotonic())

    async def cards(self, page: int) -> CardPage:
        self._land()
        return CardPage(tuple(self.cards_by_ref.values()), page, 1, len(self.cards_by_ref))

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        self.reads += 1
        if self.read_faults:
            raise self.read_faults.pop(0)
        self._land()
        known = (ref for ref in cards if ref in self.cards_by_ref)
        return {
            ref: CardReading(self.cards_by_ref[ref], self.details.get(ref) or some_details())
            for ref in known
        }

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        return {ref: CardUsage(()) for ref in cards}

    async def offers(self, card: CardRef) -> Offers:
        self.asked_offers.append(card)
        return dearer(OFFERS, self.price_factor)

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        return None

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        return VoucherOffers()

    async def orders(self, since: date, page: int) -> OrderPage:
        self._land()
        orders = [one for one in self.orders_made if one.created_at.date() >= since]
        pages = [orders[start : start + 2] for start in range(0, len(orders), 2)] or [[]]
        return OrderPage(tuple(pages[page - 1]), page, len(pages))

    async def balance(self) -> Money | None:
        return None

    async def aclose(self) -> None:
        return None

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        if isinstance(command, AccountCommand):
            return Refused("IllegalRequest", "This provider acts on cards alone.")
        self.points.point("before the first byte")
        self.sends.append((self.clock.monotonic(), command.card.iccid, serial))
        word = self.script.pop(0) if self.script else "done"
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await self.clock.sleep(self.latency)
            return await self._answer(word, command, serial)
        finally:
            self.in_flight -= 1

    async def _answer(self, word: str, command: Command, serial: str) -> Outcome:
        if word in ("done", "answer_lost", "breaks", "silent", "cheaper"):
            self.act(command, serial)
            self.points.point("after the effect")
        if word == "cheaper" and isinstance(command, Renew | AddOn):
            return Done(self.orders_made[-1].number, Money(command.price.minor * 4 // 5))
        if word == "done":
            return Done(self.orders_made[-1].number if self._paid(command) else None)
        if word in ("late", "accepted"):
            wait = self.LATE if word == "late" else self.ACCEPTED
            self._later.append((self.clock.monotonic() + wait, command, serial))
            self.points.point("after the effect")
        if word in ("accepted", "accepted_lost"):
            return Accepted("ref 1")
        if word == "breaks":
            raise ZeroDivisionError("a mistake in an adapter")
        if word == "drops":
            raise ConnectionResetError("key=secret")
        if word == "silent":
            await self.clock.sleep(1e9)
        return {
            "refused": Refused("CardDestroy", "The card is missing."),
            "throttled": Throttled(2.0),
            "not_sent": NotSent("no network"),
            "lies": Done(),
            "barred": Barred("InvalidAccessKeyId", "The key was revoked."),
        }.get(word, Unknown("time-out"))

    def _paid(self, command: Command) -> bool:
        return isinstance(command, Renew | AddOn)

    def _land(self) -> None:
        now = self.clock.monotonic()
        due = [one for one in self._later if one[0] <= now]
        self._later = [one for one in self._later if one[0] > now]
        for _, command, serial in due:
            self.act(command, serial)

    def act(self, command: Command, serial: str) -> None:
        """It takes effect, whoever asked for it."""
        ref = command.card
        self.effects.append(Effect(serial, ref.iccid, self.clock.monotonic()))
        if isinstance(command, Renew | AddOn):
            kind = OrderType.RENEW if isinstance(command, Renew) else OrderType.FLOW_PLUS
            told = serial if self.capabilities.query_by_serial else None
            number = f"O{next(self._numbers)}"
            self.orders_made.append(
                Order(
                    number, kind, OrderState.COMPLETED, command.price, self.now(), self.now(),
                    ref.iccid, None, told,
                )
            )  # fmt: skip
        if isinstance(command, SetUsageLimit):
            before = self.details.get(ref) or some_details()
            limit = command.limit_mb * 1024 or None
            self.details[ref] = replace(
                before, card_limit_kb=limit, limit_auto_restore=command.auto_restore
            )
        self.cards_by_ref[ref] = self._changed(self.cards_by_ref[ref], command)

    def _changed(self, facts: CardFacts, command: Command) -> CardFacts:
        match command:
            case Suspend():
                return replace(facts, status=35, specific=int(SpecificStatus.MANUAL))
            case Resume():
                return replace(facts, status=30, specific=int(SpecificStatus.IN_USE))
            case CancelAccount():
                return replace(facts, status=50, specific=50)
            case SetAutoRenew(on=on):
                return replace(facts, auto_renew=on)
            case Renew(periods=periods) if facts.expires_at is not None:
                today = local(self.now()).date()
                months = periods * facts.cycle.months
                return replace(facts, expires_at=renewed_expiry(facts.expires_at, months, today))
            case AddOn(tier_kb=tier, quantity=quantity) if facts.cycle_left_kb is not None:
                return replace(facts, cycle_left_kb=facts.cycle_left_kb + tier * quantity)
        return facts


def dearer(offers: Offers, factor: int) -> Offers:
    """The same at so many times the price."""
    return Offers(
        tuple(replace(one, price=one.price.times(factor)) for one in offers.renewals),
        tuple(replace(one, price=one.price.times(factor)) for one in offers.add_ons),
    )


def cards(count: int, first: int = 1, **changes: Any) -> list[CardFacts]:
    return [
        some_facts(
            iccid=f"8986{first + place:016d}",
            msisdns=(f"14{first + place:011d}",),
            imsis=(f"460{first + place:012d}",),
            **changes,
        )
        for place in range(count)
    ]
