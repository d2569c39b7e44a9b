"""Doubt ends by looking: open items are settled from the card and the provider's orders alone."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from simdesk.models.clock import Clock
from simdesk.models.commands import CardRef
from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState
from simdesk.models.orders import PLACED_BY
from simdesk.models.outcomes import ACCEPTED_PATIENCE
from simdesk.models.periods import local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.calls import Calls
from simdesk.services.operation_codec import request_from_json
from simdesk.services.operation_effects import Case, Judgement, Sight, judged, judged_by_order
from simdesk.services.operation_looking import AT_ONCE, Orders, looked_at, orders_since
from simdesk.services.operation_notices import Notices
from simdesk.services.providers.base import CardReading
from simdesk.services.storage import journal_findings, journal_reads
from simdesk.services.storage.before_image import BeforeImage
from simdesk.services.storage.codec import moment, seconds
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_findings import Finding
from simdesk.services.storage.journal_reads import Doubt, ItemKey

FIRST_LOOK = 1.0
GROWTH = 3
LONGEST_GAP = 3600.0
"""Seconds between looks at one item: they triple from the first to the longest."""
_ROUNDING = timedelta(seconds=1)
_SOME = 200
_MOST = 5000

_HUMAN = QT_TRANSLATE_NOOP(
    "trade", "{found} Look it up at the provider: did the act of {sent} take effect?"
)
_NO_ORDER = QT_TRANSLATE_NOOP(
    "trade", "{found} But the provider has no order for it since it was sent."
)
_TAKEN = QT_TRANSLATE_NOOP("trade", "The provider accepted it. {found}")
_LATE = QT_TRANSLATE_NOOP("trade", "{found} It can no longer take effect.")


@dataclass
class _Look:
    """When an item is looked at next, and how long after that."""

    due: float
    gap: float


class Settler:
    """Looks at items in doubt until none is left, ever less often at those that stay so.

    Reads only. An item leaves UNKNOWN by evidence: its effect was seen, or it was not seen after
    the provider's window for late effects, or a person must look.
    """

    def __init__(
        self,
        database: Database,
        calls: Calls,
        clock: Clock,
        notices: Notices,
    ) -> None:
        self._database = database
        self._calls = calls
        self._clock = clock
        self._notices = notices
        self._looks: dict[ItemKey, _Look] = {}
        self._one_at_a_time = asyncio.Lock()
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Something is in doubt: look at it in the background."""
        self._news.set()
        if self._task is None:
            self._task = asyncio.create_task(self._watch(), name="settle")

    async def aclose(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
            self._task = None

    async def settle(self) -> None:
        """Look at every open item now. Raises ProviderFault."""
        left = await self._open_items(None)
        while left:
            await self._look_at(left[:_SOME])
            left = left[_SOME:]
        if await self._open_items(1):
            self.wake()

    async def _open_items(self, limit: int | None) -> list[ItemKey]:
        return await self._database.read(partial(journal_reads.open_items, limit=limit))

    async def _watch(self) -> None:
        try:
            while True:
                self._news.clear()
                left = await self._open_items(_MOST)
                due, wait = self._due(left)
                if due:
                    await self._try(due)
                elif left:
                    await self._rest(wait)
                elif not self._news.is_set():
                    return
        finally:
            self._task = None

    def _due(self, left: Sequence[ItemKey]) -> tuple[list[ItemKey], float]:
        """The items to look at now, longest due first, else the seconds until there is one."""
        now = self._clock.monotonic()
        known = self._looks
        self._looks = {key: known.get(key) or _Look(now + FIRST_LOOK, FIRST_LOOK) for key in left}
        due = [key for key, look in self._looks.items() if look.due <= now]
        due.sort(key=lambda key: self._looks[key].due)
        return due[:_SOME], min((look.due for look in self._looks.values()), default=now) - now

    async def _rest(self, seconds: float) -> None:
        """Until the next look is due; news cut it short, but not below the first look's gap."""
        first = min(seconds, FIRST_LOOK)
        await self._clock.sleep(first)
        if seconds > first:
            sleeping = asyncio.ensure_future(self._clock.sleep(seconds - first))
            news = asyncio.ensure_future(self._news.wait())
            try:
                await asyncio.wait({sleeping, news}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                sleeping.cancel()
                news.cancel()
                await asyncio.wait({sleeping, news})

    async def _try(self, keys: Sequence[ItemKey]) -> None:
        try:
            await self._look_at(keys)
        except KnownError:
            # The provider cannot be asked now; the gaps grow all the same.
            await self._clock.sleep(FIRST_LOOK)
        now = self._clock.monotonic()
        for key in keys:
            look = self._looks[key]
            look.gap = min(LONGEST_GAP, look.gap * GROWTH)
            look.due = now + look.gap

    async def _look_at(self, keys: Sequence[ItemKey]) -> None:
        async with self._one_at_a_time:
            doubts = await self._database.read(partial(journal_reads.doubts, keys=keys))
            asked_at = self._calls.now()
            orders = await self._orders_for(doubts)
            size = AT_ONCE * max(1, self._calls.capabilities.bulk_reads)
            for start in range(0, len(doubts), size):
                await self._look_at_some(doubts[start : start + size], orders, asked_at)

    async def _look_at_some(
        self, doubts: Sequence[Doubt], orders: Orders | None, ordered_at: datetime
    ) -> None:
        asked_at = self._calls.now()
        readings = await looked_at(self._calls, [one.ref for one in doubts])
        findings: list[Finding] = []
        touched: list[Doubt] = []
        for one in doubts:
            finding = self._found(one, readings, asked_at, orders, ordered_at)
            if finding is not None:
                findings.append(finding)
                touched.append(one)
        changes = await self._database.write(
            partial(
                journal_findings.put_findings,
                account=self._calls.account,
                read={ref: (one.facts, one.details) for ref, one in readings.items()},
                asked_at=asked_at,
                findings=findings,
            )
        )
        for one in touched:
            self._notices.tell(one.op_id, (one.card_id,))
        self._notices.changed(changes.card_ids, changes.fields)

    async def _orders_for(self, doubts: Sequence[Doubt]) -> Orders | None:
        """Orders since the oldest paid act whose effect they can prove or disprove."""
        paid = [one for one in doubts if one.price is not None]
        if not self._calls.capabilities.query_by_serial:
            # What was accepted has the provider's word already.
            paid = [one for one in paid if one.state is ItemState.UNKNOWN]
        if not paid:
            return None
        since = local(moment(min(one.sent_at for one in paid))).date() - timedelta(days=1)
        return Orders(await orders_since(self._calls, since))

    def _found(
        self,
        doubt: Doubt,
        readings: Mapping[CardRef, CardReading],
        read_at: datetime,
        orders: Orders | None,
        ordered_at: datetime,
    ) -> Finding | None:
        able = self._calls.capabilities
        late_effect = able.late_effect
        paid = doubt.price is not None
        if paid and orders is not None and able.query_by_serial:
            source, seen_at = "order", ordered_at
            judgement = judged_by_order(orders.of(doubt.serial))
        else:
            source, seen_at = "card", read_at
            judgement = judged(case_of(doubt), readings.get(doubt.ref), read_at)
            # Where answers are final, a card shows what was done as soon as it is said.
            slack = _ROUNDING if able.answers_final else late_effect
            if paid and outdated(doubt, slack):
                judgement = replace(judgement, sight=Sight.HIDDEN)
            elif paid and doubt.state is ItemState.UNKNOWN and judgement.sight is Sight.SEEN:
                judgement = _if_ordered(doubt, judgement, orders)
                # The orders were read before the card: what came since is not among them.
                seen_at = ordered_at
        after, words = ruled(doubt, judgement, seen_at, late_effect)
        if after is doubt.state:
            return None
        return Finding(
            doubt.op_id,
            doubt.seq,
            seconds(self._calls.now()),
            doubt.state,
            after,
            source,
            str(words),
            "",
            judgement.order_number,
            judgement.charged if judgement.charged != doubt.price else None,
        )


def _if_ordered(doubt: Doubt, judgement: Judgement, orders: Orders | None) -> Judgement:
    """The card shows it; but when no order was placed since the send, somebody else did it."""
    since = moment(doubt.sent_at) - _ROUNDING
    kind = PLACED_BY.get(request_from_json(doubt.request_json).action)
    if orders is None or kind is None or orders.placed(kind, doubt.ref.iccid, since):
        return judgement
    return Judgement(Sight.HIDDEN, text(_NO_ORDER, found=judgement.finding))


def case_of(doubt: Doubt) -> Case:
    """What is to be recognised on the card."""
    return Case(
        request_from_json(doubt.request_json),
        local(moment(doubt.sent_at)).date(),
        BeforeImage.from_json(doubt.before_json),
    )


def outdated(doubt: Doubt, slack: timedelta) -> bool:
    """Whether the image before may lack what an earlier act on the card has done.

    It may for `slack` after that act was done. Then that act's effect would be taken for this
    one's, and money be booked that nobody charged.
    """
    if doubt.acted_at is None:
        return False
    read_at = BeforeImage.from_json(doubt.before_json).read_at
    return read_at < doubt.acted_at + slack.total_seconds()


def ruled(
    doubt: Doubt, judgement: Judgement, seen_at: datetime, late_effect: timedelta
) -> tuple[ItemState, Text]:
    """The state an open item moves to, or stays in, after a look (reliability.md F01, F12).

    `seen_at` is when the provider was asked, not when it answered: an effect may land in between.
    """
    found = judgement.finding
    if judgement.sight is Sight.SEEN:
        return ItemState.DONE, found
    waited = seen_at - moment(doubt.answered_at)
    if doubt.state is ItemState.ACCEPTED:
        if judgement.sight is Sight.TRACELESS:
            # The provider's word is all there will ever be.
            return ItemState.DONE, text(_TAKEN, found=found)
        if judgement.sight is Sight.VOID:
            return ItemState.FAILED, found
        if waited <= ACCEPTED_PATIENCE:
            return ItemState.ACCEPTED, found
        return ItemState.UNKNOWN, found
    if judgement.sight is Sight.VOID:
        return ItemState.NOT_APPLIED, found
    if waited <= late_effect + _ROUNDING:
        return ItemState.UNKNOWN, found
    if judgement.sight is Sight.NOT_SEEN:
        return ItemState.NOT_APPLIED, text(_LATE, found=found)
    if judgement.sight is Sight.PENDING and waited <= ACCEPTED_PATIENCE:
        return ItemState.UNKNOWN, found
    sent = local(moment(doubt.sent_at)).isoformat(" ", "minutes")[:16]
    return ItemState.NEEDS_HUMAN, text(_HUMAN, found=found, sent=sent)
