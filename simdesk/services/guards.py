"""The operator's bounds: what they are, whether something would pass them, and where money is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from simdesk.models.account_commands import AccountCommand
from simdesk.models.changes import AuditChanged, OrdersChanged
from simdesk.models.guards import GuardedAct, Guards
from simdesk.models.ledger import MoneyStanding
from simdesk.models.operations import Preview
from simdesk.models.purchases import price_of
from simdesk.models.texts import Text
from simdesk.services.announcer import Announcer
from simdesk.services.storage import guard_store, ledger_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database


class GuardService:
    """`now` is business time. What is asked here is asked again where an act is written down."""

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        now: Callable[[], datetime],
        *,
        auditor: Auditor,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._now = now
        self._auditor = auditor

    async def guards(self) -> Guards:
        """The bounds that are set."""
        return await self._database.read(guard_store.guards)

    async def change(self, guards: Guards) -> None:
        """Set the bounds anew, all of them. Raises KnownError for what no bound can be.

        What is under way goes on: bounds hold for what is started from now on.
        """
        job = partial(guard_store.change, new=guards.checked(), auditor=self._auditor)
        if await self._database.write(job):
            self._announcer.announce(AuditChanged())
            self._announcer.announce(OrdersChanged())

    async def obstacles(self, preview: Preview) -> tuple[Text, ...]:
        """Why an act on cards would pass a bound now; empty when it passes none."""
        return await self._violated(GuardedAct.of(preview))

    async def obstacles_of(self, command: AccountCommand) -> tuple[Text, ...]:
        """Why an act on a voucher or an order would pass a bound now."""
        return await self._violated(GuardedAct(price_of(command)))

    async def _violated(self, act: GuardedAct) -> tuple[Text, ...]:
        job = partial(guard_store.violated, act=act, at=self._now())
        return await self._database.read(job)

    async def money(self) -> MoneyStanding:
        """Where money is now: reserved, in flight, spent today, in doubt, and the cap of a day."""
        found = await self._database.read(partial(ledger_store.standing, at=self._now()))
        return replace(found, cap=(await self.guards()).cap)
