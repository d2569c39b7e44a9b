"""After a restore nothing is sent until the desk was compared with the provider (F33)."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from simdesk.models.changes import AuditChanged
from simdesk.models.errors import KnownError
from simdesk.models.orders import Order
from simdesk.models.periods import local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.anchors import Anchors
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.entry import checked_note
from simdesk.services.sending import Ban, Sending
from simdesk.services.storage import audit_store, restore_doubts
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.database import Database
from simdesk.services.storage.restore_files import Restored

_MARGIN = timedelta(days=1)
"""Orders are asked for from a day earlier: a backup takes a while, and days have borders."""
_WHY = text(
    QT_TRANSLATE_NOOP(
        "trade", "The desk was restored from a backup; this may have been sent since."
    )
)


@dataclass(frozen=True, slots=True)
class OnlyTheirs:
    """What the provider did since the backup and the desk does not know: `orders` of `compared`."""

    since: datetime
    compared: int
    orders: tuple[Order, ...]


Compare = Callable[[datetime], Awaitable[OnlyTheirs]]
"""Reads from the provider all it did since that moment, and tells what the desk does not know."""


class Restoring:
    """A desk that was a backup: its doubts, the comparison, and the step back to work."""

    def __init__(
        self,
        database: Database,
        sending: Sending,
        *,
        now: Callable[[], datetime],
        auditor: Auditor,
        anchors: Anchors,
        announcer: Announcer,
        compare: Compare,
    ) -> None:
        self._database = database
        self._sending = sending
        self._now = now
        self._auditor = auditor
        self._anchors = anchors
        self._announcer = announcer
        self._compare = compare
        self._state: Restored | None = None
        self._seen: OnlyTheirs | None = None

    @property
    def since(self) -> datetime | None:
        """When the backup was made that this desk was restored from; None where it was not."""
        return None if self._state is None else self._state.at

    async def forbid(self) -> None:
        """At start, first of all: a desk that was a backup sends nothing.

        Later heads than its own belong to the desk it replaced. Raises KnownError when that
        cannot be written.
        """
        state = await self._database.read(restore_doubts.restored)
        if state is None:
            return
        self._sending.forbid(Ban.RESTORED, _reason(state))
        self._state = state
        if not state.doubted:
            head = await self._database.read(audit_store.head)
            await asyncio.to_thread(self._anchors.restored, head)

    async def doubt(self) -> None:
        """At start, before anything is recovered: what may have been sent since is in doubt."""
        state = self._state
        if state is not None and not state.doubted:
            job = partial(
                restore_doubts.doubt,
                since=state,
                now=seconds(self._now()),
                why=str(_WHY),
                auditor=self._auditor,
            )
            await self._database.write(job)

    async def compare(self) -> OnlyTheirs:
        """Ask the provider for what it did since the backup. Raises ProviderFault."""
        assert self._state is not None
        self._seen = await self._compare(self._state.at)
        return self._seen

    async def leave(self, note: str) -> None:
        """The operator has seen what was compared: from now on sending is allowed again.

        `note` is the operator's own. Raises KnownError before a comparison.
        """
        seen = self._seen
        if seen is None:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "Compare the desk with the provider first."))
            )
        body: Mapping[str, object] = {
            "why": "restored",
            "note": checked_note(note),
            "compared": seen.compared,
            "only_theirs": [order.number for order in seen.orders],
        }
        job = partial(restore_doubts.forget, auditor=self._auditor, body=body)
        await self._database.write(job)
        self._state = None
        self._sending.allow(Ban.RESTORED)
        self._announcer.announce(AuditChanged())


def _reason(state: Restored) -> Text:
    return text(
        QT_TRANSLATE_NOOP(
            "trade",
            "The desk was restored from a backup of {at}. Compare it with the provider first.",
        ),
        at=f"{local(state.at):%Y-%m-%d %H:%M}",
    )


async def orders_since(
    moment: datetime,
    *,
    calls: Calls,
    database: Database,
    refresh: Callable[[], Awaitable[object]],
) -> OnlyTheirs:
    """A `Compare`: read every card and what is in doubt anew, then hold all orders to the desk.

    `refresh` does the first. Raises ProviderFault, KnownError.
    """
    await refresh()
    orders: list[Order] = []
    number = pages = 1
    while number <= pages:
        page = await calls.orders(local(moment - _MARGIN).date(), number)
        orders.extend(order for order in page.orders if order.created_at >= moment)
        number, pages = number + 1, page.pages
    asked = [(order.number, order.serial) for order in orders]
    theirs = await database.read(partial(restore_doubts.unknown_orders, orders=asked))
    return OnlyTheirs(moment, len(orders), _newest_first(orders, theirs))


def _newest_first(orders: Sequence[Order], numbers: frozenset[str]) -> tuple[Order, ...]:
    found = {order.number: order for order in orders if order.number in numbers}
    return tuple(sorted(found.values(), key=lambda order: order.created_at, reverse=True))
