"""Acts on vouchers and orders: intent before the first byte, doubt settled only by looking."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from simdesk.models.account_commands import (
    AccountCommand,
    CloseOrder,
    PayOrder,
    offered,
)
from simdesk.models.capabilities import Capabilities
from simdesk.models.changes import AuditChanged, OrdersChanged
from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.guards import passed
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money, VoucherOffers
from simdesk.models.outcomes import (
    ACCEPTED_PATIENCE,
    NotSent,
    Outcome,
    Throttled,
    Unknown,
)
from simdesk.models.purchases import AccountAct, price_of, voucher_of
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.account_codec import act_from, command_to_json, kind_of
from simdesk.services.account_sight import Sight, judged
from simdesk.services.announcer import Announcer
from simdesk.services.answers import report_mistake
from simdesk.services.calls import Calls
from simdesk.services.guards import GuardService
from simdesk.services.purchase_outcomes import again_in, meaning
from simdesk.services.purchase_prices import check_order, check_price
from simdesk.services.sending import Sending
from simdesk.services.storage import purchase_books, purchase_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from simdesk.services.storage.purchase_store import StoredAct

SERIAL_BITS = 128
SENDS = 5
"""How often an act is sent that certainly had no effect: too many calls, or no network."""
Follow = Callable[[AccountAct], Awaitable[None]]
_DOUBTFUL = (ItemState.UNKNOWN, ItemState.ACCEPTED)
"""What ends by looking; what needs a person does not."""


class PurchaseService:
    """Acts one at a time, each written down before it is sent (reliability.md 4.1).

    What may or may not have taken effect is never sent again: `settle` looks at the provider's
    orders and the voucher's cards. `sight` reads both; `random_bits` makes serials. `follow` reads
    anew what an act may have changed. Nothing is sent while `sending` is forbidden, nor what would
    pass a bound of `guards`; all that is asked and answered is audited.
    """

    def __init__(
        self,
        database: Database,
        calls: Calls,
        announcer: Announcer,
        clock: Clock,
        *,
        sight: Callable[[AccountCommand, datetime], Awaitable[Sight]],
        random_bits: Callable[[int], int],
        operator: str,
        auditor: Auditor,
        sending: Sending,
        guards: GuardService,
        follow: Follow | None = None,
    ) -> None:
        self._database = database
        self._calls = calls
        self._announcer = announcer
        self._clock = clock
        self._sight = sight
        self._random_bits = random_bits
        self._operator = operator
        self._auditor = auditor
        self._sending = sending
        self._guards = guards
        self._follow = follow
        self._turn = asyncio.Lock()
        self._in_flight: set[asyncio.Future[Outcome]] = set()

    @property
    def capabilities(self) -> Capabilities:
        return self._calls.capabilities

    def reason_against(self, command: AccountCommand) -> Text | None:
        """Why the provider does not offer this act; None where it does."""
        if offered(command, self.capabilities):
            return None
        return text(QT_TRANSLATE_NOOP("trade", "This provider does not offer it."))

    async def recover(self) -> int:
        """What was in flight when the program ended is in doubt now. Returns how many."""
        job = partial(purchase_books.doubt_what_was_sending, auditor=self._auditor)
        return await self._database.write(job)

    async def act(self, command: AccountCommand) -> AccountAct:
        """Ask for one act and tell what became of it.

        Raises KnownError for what the provider does not offer, while nothing may be sent, for what
        would pass a bound or now costs more than was approved, and while an act of the same kind
        on the same voucher or order is not settled; then nothing is sent. Raises ProviderFault
        when prices or what is there before cannot be read.
        """
        self._sending.check()
        reason = self.reason_against(command)
        if reason is not None:
            raise KnownError(reason)
        async with self._turn:
            obstacles = await self._guards.obstacles_of(command)
            if obstacles:
                raise passed(obstacles)
            serial = f"{self._random_bits(SERIAL_BITS):032x}"
            await self._begin(command, serial)
            await self._send(command, serial)
        act = await self._act_of(serial)
        try:
            if self._follow is not None:
                await self._follow(act)
        except ProviderFault:
            pass  # The act has its answer; the next sync reads what it changed.
        finally:
            self._announce()
        return await self._act_of(serial)

    async def acts(self) -> Sequence[AccountAct]:
        """Every act there ever was, newest first."""
        return [act_from(one) for one in await self._database.read(purchase_store.acts)]

    async def doubts(self) -> Sequence[AccountAct]:
        """Acts that may or may not have taken effect, newest first; none that is being sent."""
        listed = partial(purchase_store.acts, states=(*_DOUBTFUL, ItemState.NEEDS_HUMAN))
        return [act_from(one) for one in await self._database.read(listed)]

    async def offers(self, voucher: str) -> VoucherOffers:
        """What can be bought for a voucher now. Raises ProviderFault."""
        return await self._calls.voucher_offers(voucher)

    async def wallet(self) -> Money | None:
        """Money left to pay with; None where the provider does not tell. Raises ProviderFault."""
        return await self._calls.balance()

    async def decide(self, serial: str, *, took_effect: bool) -> None:
        """A person looked it up: an act that needs one took effect, or did not.

        Raises KnownError for an act that does not need a person (any more).
        """
        after = ItemState.DONE if took_effect else ItemState.NOT_APPLIED
        why = text(QT_TRANSLATE_NOOP("trade", "{who} looked it up."), who=self._operator)
        async with self._turn:
            if (await self._act_of(serial)).state is not ItemState.NEEDS_HUMAN:
                raise KnownError(text(QT_TRANSLATE_NOOP("trade", "No person is asked about it.")))
            await self._advance(serial, after, reason=str(why), decided=True)
        self._announce()

    async def settle(self) -> int:
        """Look at every act in doubt. Returns how many still are. Raises ProviderFault."""
        moved = False
        listed = partial(purchase_store.acts, states=_DOUBTFUL)
        try:
            async with self._turn:
                for stored in await self._database.read(listed):
                    moved |= await self._look(stored)
                return len(await self._database.read(listed))
        finally:
            if moved:
                self._announce()

    async def aclose(self) -> None:
        """Listen no more for what nobody waits for; it is in doubt already."""
        sending = tuple(self._in_flight)
        for one in sending:
            one.cancel()
        await asyncio.gather(*sending, return_exceptions=True)

    def _announce(self) -> None:
        self._announcer.announce(AuditChanged())
        self._announcer.announce(OrdersChanged())

    # One act

    async def _begin(self, command: AccountCommand, serial: str) -> None:
        now = self._calls.now()
        seen = await self._sight(command, now)
        check_order(command, seen.orders)
        await check_price(command, self._calls.voucher_offers)
        order = command.number if isinstance(command, PayOrder | CloseOrder) else None
        intent = StoredAct(
            serial=serial,
            kind=kind_of(command),
            command_json=command_to_json(command),
            voucher=voucher_of(command),
            order_number=order,
            before_json=json.dumps(sorted(one.number for one in seen.orders)),
            requested_by=self._operator,
            requested_at=now,
            state=ItemState.SENDING,
            code=None,
            reason=None,
        )
        price = price_of(command)
        beginning = partial(
            purchase_books.ask,
            account=self._calls.account,
            act=intent,
            price=price,
            auditor=self._auditor,
        )
        self._sending.check()  # it may have been forbidden while all that was read
        open_one = await self._database.write(beginning)
        if open_one is not None:
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP("trade", "The same was asked before and is not settled yet.")
                ),
                text(QT_TRANSLATE_NOOP("trade", "Settle what is in doubt first.")),
            )

    async def _send(self, command: AccountCommand, serial: str) -> None:
        for attempt in range(1, SENDS + 1):
            # It may have been forbidden while it waited to be sent again.
            forbidden = self._sending.reason
            outcome = (
                await self._sent(command, serial) if forbidden is None else NotSent(str(forbidden))
            )
            pause = None if forbidden is not None else again_in(outcome)
            if pause is None or attempt == SENDS:
                await self._write_down(serial, outcome)
                return
            if isinstance(outcome, Throttled):
                self._calls.slow_down(pause)
            await self._clock.sleep(pause)

    async def _sent(self, command: AccountCommand, serial: str) -> Outcome:
        sending = asyncio.ensure_future(self._calls.send(command, serial, urgent=True))
        self._in_flight.add(sending)
        sending.add_done_callback(self._in_flight.discard)
        try:
            return await asyncio.shield(sending)
        except asyncio.CancelledError:
            # What is under way cannot be called back; it is in doubt until someone has looked.
            await self._write_down(serial, Unknown("interrupted"))
            raise
        except Exception as mistake:  # noqa: BLE001 - whatever an adapter raises, it may have acted
            report_mistake(mistake)
            return Unknown(type(mistake).__name__)

    async def _write_down(self, serial: str, outcome: Outcome) -> None:
        found = meaning(outcome, self.capabilities)
        await self._advance(
            serial,
            found.state,
            order=found.order,
            code=found.code,
            reason=found.reason,
            charged=found.charged,
        )

    async def _advance(
        self,
        serial: str,
        state: ItemState,
        *,
        order: str | None = None,
        code: str | None = None,
        reason: str | None = None,
        charged: Money | None = None,
        decided: bool = False,
    ) -> bool:
        return await self._database.write(
            partial(
                purchase_books.answer,
                serial=serial,
                state=state,
                at=self._calls.now(),
                auditor=self._auditor,
                order=order,
                code=code,
                reason=reason,
                charged=charged,
                decided=decided,
            )
        )

    async def _look(self, stored: StoredAct) -> bool:
        """Settle one act by what is to be seen now. True when it moved."""
        act = act_from(stored)
        seen = await self._sight(act.command, act.requested_at)
        before = frozenset(json.loads(stored.before_json))
        patience = (
            ACCEPTED_PATIENCE
            if act.state is ItemState.ACCEPTED
            else self.capabilities.late_effect + timedelta(seconds=1)
        )
        late = self._calls.now() >= act.requested_at + patience
        others = partial(purchase_store.claimed, account=self._calls.account, kind=stored.kind)
        claimed = await self._database.read(others)
        found = judged(act, seen, before, late=late, claimed=claimed)
        if found is None:
            return False
        if act.state is ItemState.ACCEPTED and found.state is not ItemState.DONE:
            await self._advance(act.serial, ItemState.UNKNOWN)
        return await self._advance(
            act.serial,
            found.state,
            order=found.order,
            reason=str(found.reason),
            charged=found.charged,
        )

    async def _act_of(self, serial: str) -> AccountAct:
        stored = await self._database.read(partial(purchase_store.act_of, serial=serial))
        assert stored is not None
        return act_from(stored)
