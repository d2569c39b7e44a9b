"""A provider for the bench, with a truth of its own that nothing at the desk can reach."""

import heapq
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from simdesk.models.account_commands import (
    AccountCommand,
    CloseOrder,
    PayOrder,
    SetVoucherLimit,
    order_type,
)
from simdesk.models.card import ActivationMethod, CardFacts
from simdesk.models.commands import AddOn, CardRef, Command, ForceActivate, Renew
from simdesk.models.errors import ProviderFault
from simdesk.models.orders import Money, Offers, Order, OrderState, OrderType, VoucherOffers
from simdesk.models.outcomes import Outcome
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.purchases import price_of
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.models.usage import KB_PER_MB, CardUsage
from simdesk.services.account_codec import kind_of
from simdesk.services.providers.base import CardPage, CardReading, OrderPage
from tests.factories import a_moment, some_details
from tests.torture.behaviours import Carrier
from tests.torture.fates import fate
from tests.torture.kills import Points
from tests.torture.kinds import LIMITED, MORE, OFFERS, POOL, UNPAID, VOUCHER_OFFERS
from tests.torture.store import Ticks
from tests.torture.truth import Truth
from tests.torture.world_cards import CardState, changed, standing

EPOCH = a_moment()
PAGE = 40


class Clock(Protocol):
    def monotonic(self) -> float: ...
    async def sleep(self, seconds: float) -> None: ...


class World:
    """A `Provider` whose sends meet the fates of `script` in turn, then none but good ones.

    `truth` is what really happened. Readings tell the state `carrier.lag` seconds ago.
    """

    name = "torture"
    account = "demo"
    identity = "torture: a world of its own"

    def __init__(
        self,
        clock: Clock,
        ticks: Ticks,
        cards: Iterable[CardFacts],
        carrier: Carrier,
        script: Sequence[str] = (),
        latency: float = 0.05,
    ) -> None:
        self.clock = clock
        self.carrier = carrier
        self.capabilities = carrier.capabilities
        self.script = list(script)
        self.latency = latency
        self.truth = Truth()
        self.points = Points()
        self.revoked_until = 0.0
        self.raised = 0
        self.met: set[str] = set()
        self.chance: Callable[[], str] | None = None
        self._ticks = ticks
        details = some_details()
        self.cards_by_ref: dict[CardRef, CardState] = {one.ref: (one, details) for one in cards}
        self.shown = dict(self.cards_by_ref)
        self.limit: tuple[int | None, bool] = (None, True)
        self.orders_by_number = {number: _unpaid(number) for number in UNPAID}
        self.orders_shown = dict(self.orders_by_number)
        self._taken: dict[str, float] = {}
        self._later: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count(1)
        self._landing: float | None = None

    def now(self) -> datetime:
        return EPOCH + timedelta(seconds=self._instant)

    @property
    def seconds(self) -> float:
        """Business time in seconds of UTC."""
        return EPOCH.timestamp() + self._instant

    @property
    def _instant(self) -> float:
        """Now; while something lands that was due earlier, that moment."""
        return self.clock.monotonic() if self._landing is None else self._landing

    def tick(self) -> int:
        return self._ticks.next()

    # What a provider is asked

    async def cards(self, page: int) -> CardPage:
        self._called()
        listed = tuple(facts for facts, _ in self.shown.values())
        return CardPage(listed, page, 1, len(listed))

    async def read(self, cards: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
        self._called()
        return {ref: self._reading(ref) for ref in cards if ref in self.shown}

    def _reading(self, ref: CardRef) -> CardReading:
        facts, details = self.shown[ref]
        if facts.voucher == LIMITED and self.limit[0] is not None:
            limit, restore = self.limit
            details = replace(details, voucher_limit_kb=limit, limit_auto_restore=restore)
        return CardReading(facts, details)

    async def usage(
        self, cards: Sequence[CardRef], months: Sequence[Month]
    ) -> Mapping[CardRef, CardUsage]:
        self._called()
        return {ref: CardUsage(()) for ref in cards}

    async def offers(self, card: CardRef) -> Offers:
        self._called()
        more = Money(self.raised)
        renewals = (replace(one, price=one.price + more) for one in OFFERS.renewals)
        add_ons = (replace(one, price=one.price + more) for one in OFFERS.add_ons)
        return Offers(tuple(renewals), tuple(add_ons))

    async def pool(self, voucher: str, month: Month) -> PoolReading | None:
        self._called()
        return None

    async def voucher_offers(self, voucher: str) -> VoucherOffers:
        self._called()
        return VOUCHER_OFFERS

    async def orders(self, since: date, page: int) -> OrderPage:
        self._called()
        known = [one for one in self.orders_shown.values() if one.created_at.date() >= since]
        if not self.carrier.can_be_asked:
            known = [replace(one, serial=None) for one in known]
        known.reverse()
        pages = max(1, -(-len(known) // PAGE))
        return OrderPage(tuple(known[(page - 1) * PAGE : page * PAGE]), page, pages)

    async def balance(self) -> Money | None:
        self._called()
        return None

    async def aclose(self) -> None:
        return None

    def _called(self) -> None:
        self.land()
        self.truth.calls.append(self.clock.monotonic())
        if self.clock.monotonic() < self.revoked_until:
            raise ProviderFault(text("The key is not valid."), "InvalidAccessKeyId")

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        self.points.point("before the first byte")
        self.land()
        self.truth.calls.append(self.clock.monotonic())
        act = subject_of(command)
        self.truth.sends.append((self.tick(), self.seconds, serial, *act))
        word = self._next_fate(command)
        self.met.add(word)
        await self.clock.sleep(self.latency)
        self.land()
        answer = await fate(self, word, command, serial)
        told = type(answer).__name__
        self.truth.answers.append((self.tick(), self.seconds, serial, told))
        return answer

    def _next_fate(self, command: Command | AccountCommand) -> str:
        if self.clock.monotonic() < self.revoked_until:
            return "barred"
        if self._too_cheap(command) or self._closed(command) or self._active(command):
            return "refused"
        if self.script:
            return self.script.pop(0)
        return "done" if self.chance is None else self.chance()

    def _closed(self, command: Command | AccountCommand) -> bool:
        """An order is paid or closed once, whoever asks."""
        if not isinstance(command, PayOrder | CloseOrder):
            return False
        return self.orders_by_number[command.number].state is not OrderState.UNPAID

    def _active(self, command: Command | AccountCommand) -> bool:
        """A card that is active by now is not activated once more, not even when accepted."""
        if not isinstance(command, ForceActivate):
            return False
        facts, _ = self.cards_by_ref[command.card]
        return facts.activation_method is not None and facts.activated_at is not None

    def _too_cheap(self, command: Command | AccountCommand) -> bool:
        """It costs more now than the operator approved (F18)."""
        if not self.raised or not isinstance(command, Renew | AddOn):
            return False
        asked = (
            [one.price.times(command.quantity) for one in OFFERS.add_ons]
            if isinstance(command, AddOn)
            else [one.price for one in OFFERS.renewals]
        )
        return command.price in asked

    # What happens

    def after(self, seconds: float, happens: Callable[[], object]) -> None:
        """It happens in so many seconds, whether the desk lives or not."""
        due = self._instant + seconds
        heapq.heappush(self._later, (due, next(self._order), lambda: (happens(), None)[1]))

    def land(self) -> None:
        """All that is due by now has happened."""
        while self._later and self._later[0][0] <= self.clock.monotonic():
            self._landing, _, happens = heapq.heappop(self._later)
            happens()
        self._landing = None

    def act(self, command: Command | AccountCommand, serial: str, by: str = "us") -> str | None:
        """The command takes effect, unless its serial is honoured and has done so before.

        Returns the number of its order, where it makes or moves one.
        """
        done = self._taken.get(serial)
        retention = self.carrier.retention
        now = self.clock.monotonic()
        kept = done is not None and (retention is None or now - done < retention)
        if self.carrier.honours and kept:
            return None
        if self._closed(command) or self._active(command):
            return None
        self._taken[serial] = now
        subject, action = subject_of(command)
        self.truth.effects.append((self.tick(), self.seconds, serial, subject, action, by))
        if isinstance(command, AccountCommand):
            return self._act_on_account(command, serial, by)
        before = self.cards_by_ref[command.card]
        self.put(command.card, changed(before, command, self.now()))
        if isinstance(command, Renew | AddOn):
            kind = OrderType.RENEW if isinstance(command, Renew) else OrderType.FLOW_PLUS
            return self._order_made(kind, serial, subject, command.price, by)
        return None

    def _act_on_account(self, command: AccountCommand, serial: str, by: str) -> str | None:
        if isinstance(command, SetVoucherLimit):
            limit = (command.limit_mb * KB_PER_MB or None, command.auto_restore)
            self.after(self.carrier.lag, lambda: setattr(self, "limit", limit))
            return None
        if isinstance(command, PayOrder | CloseOrder):
            order = self.orders_by_number[command.number]
            state = OrderState.CLOSED
            if isinstance(command, PayOrder):
                state = OrderState.COMPLETED
                self._charge(order.number, serial, order.price, by)
            self._show_order(replace(order, state=state))
            return order.number
        price = price_of(command)
        assert price is not None
        return self._order_made(order_type(command), serial, command.voucher, price, by)

    def _order_made(self, kind: OrderType, serial: str, subject: str, price: Money, by: str) -> str:
        number, now = f"O{next(self._order)}", self.now()
        told = serial if self.carrier.can_be_asked else None
        card = subject if kind in (OrderType.RENEW, OrderType.FLOW_PLUS) else None
        voucher = None if card else subject
        done = OrderState.COMPLETED
        self._show_order(Order(number, kind, done, price, now, now, card, voucher, told))
        money = (price.minor, price.currency)
        self.truth.orders.append((self.tick(), self.seconds, number, serial, subject, *money, by))
        self._charge(number, serial, price, by)
        return number

    def _charge(self, number: str, serial: str, price: Money, by: str) -> None:
        money = (price.minor, price.currency)
        self.truth.charges.append((self.tick(), self.seconds, number, serial, *money, by))

    def _show_order(self, order: Order) -> None:
        self.orders_by_number[order.number] = order
        if not self.carrier.lag:
            self.orders_shown[order.number] = order
        else:
            self.after(self.carrier.lag, lambda: self.orders_shown.update({order.number: order}))

    def put(self, ref: CardRef, state: CardState) -> None:
        """The card is like this from now on; readings tell so after the carrier's lag."""
        self.cards_by_ref[ref] = state
        if not self.carrier.lag:
            self.shown[ref] = state
        else:
            self.after(self.carrier.lag, lambda: self.shown.update({ref: state}))

    def change_behind(self, command: Command | AccountCommand) -> None:
        """The carrier, or somebody at another console, moves the card on by itself (F14)."""
        if isinstance(command, AccountCommand):
            return
        facts, details = self.cards_by_ref[command.card]
        if facts.specific == SpecificStatus.SILENT_PERIOD:
            by_traffic = ActivationMethod.FIRST_DATA_RECORD
            facts = replace(facts, activation_method=by_traffic, activated_at=self.now())
            now = SpecificStatus.IN_USE
        elif facts.specific in (SpecificStatus.STOPPED, SpecificStatus.CANCELLED):
            now = SpecificStatus.of(facts.specific) or SpecificStatus.STOPPED
        else:
            now = SpecificStatus.REAL_NAME
        self.put(command.card, (standing(facts, now), details))


def subject_of(command: Command | AccountCommand) -> tuple[str, str]:
    """What a command is about, and its name in the journal."""
    if isinstance(command, PayOrder | CloseOrder):
        return command.number, kind_of(command)
    if isinstance(command, AccountCommand):
        return command.voucher, kind_of(command)
    return command.card.iccid, command.action.value


def _unpaid(number: str) -> Order:
    waits = OrderState.UNPAID
    return Order(number, OrderType.ADD_FLOW, waits, MORE, EPOCH, None, None, POOL)
