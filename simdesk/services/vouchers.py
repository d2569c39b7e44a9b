"""Plan vouchers: what each one's cards are, use and owe, from synced cards and the provider."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from simdesk.models.capabilities import Capabilities
from simdesk.models.changes import VouchersChanged
from simdesk.models.orders import Money
from simdesk.models.periods import Month, local
from simdesk.models.pool_figures import PoolFigures, fees_exceeded, overage, same_tier
from simdesk.models.pools import PoolReading
from simdesk.models.status import SimStatus
from simdesk.models.texts import Text, text
from simdesk.models.voucher import BillingCycle, Voucher, voucher_or_none
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.storage import voucher_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.voucher_store import MonthUse, VoucherCards


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A voucher as its page lists it. Sizes are KB.

    `parts` is None for a text that cannot be read. `active` counts the cards that a
    pool counts (domain.md 9, row 31), `used_kb` is this month's use; `pool` what the
    pool holds (None for single-card plans): the month of same-tier pools (the running cycles of
    yearly ones), everything since it was bought of pooled plans. `outside_kb` is this month's use
    outside the plan and `overage` its price, None where either is not known. `reading` is what
    the provider told last, at `read_at`.
    """

    voucher: str
    parts: Voucher | None
    by_status: Mapping[int, int]
    by_specific: Mapping[int, int]
    active: int
    used_kb: int
    pool: PoolFigures | None
    outside_kb: int | None
    overage: Money | None
    function_fees: int | None
    fees_exceeded: int | None
    limit_kb: int | None
    limit_auto_restore: bool
    limit_settling: bool
    """Details read so far tell different limits of the voucher: a change is still spreading."""
    usage_as_of: datetime | None
    reading: PoolReading | None
    read_at: datetime | None

    @property
    def described(self) -> Text:
        """The voucher in words; its own text where it cannot be read."""
        if self.parts is None:
            return text("{voucher}", voucher=self.voucher)
        return self.parts.decoded

    @property
    def cards(self) -> int:
        """All its cards without the cancelled (domain.md 9, row 37)."""
        return sum(self.by_status.values()) - self.by_status.get(SimStatus.CANCELLED, 0)


@dataclass(frozen=True, slots=True)
class PoolUse:
    """A voucher's use over one month: KB on each day that has passed, and what the pool holds."""

    month: Month
    days: tuple[int, ...]
    total_kb: int | None


class VoucherService:
    """Reads from the desk; `read` asks the provider. `now` is business time."""

    def __init__(
        self, database: Database, calls: Calls, announcer: Announcer, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._calls = calls
        self._announcer = announcer
        self._now = now

    @property
    def capabilities(self) -> Capabilities:
        return self._calls.capabilities

    @property
    def today(self) -> date:
        """The business date, in Asia/Shanghai."""
        return local(self._now()).date()

    async def list(self) -> tuple[VoucherRow, ...]:
        """Every voucher that a card of the desk ever had, by its text."""
        return await self._rows(None)

    async def _rows(self, only: str | None) -> tuple[VoucherRow, ...]:
        month = Month.of(self.today)
        account = self._calls.account
        cards = await self._database.read(partial(voucher_store.vouchers, voucher=only))
        use = await self._database.read(partial(voucher_store.month_use, month=month, voucher=only))
        told = {
            one.voucher: one
            for one in await self._database.read(
                partial(voucher_store.readings, account=account, month=month)
            )
        }
        moments = await self._database.read(
            partial(voucher_store.read_moments, account=account, month=month)
        )
        return tuple(
            voucher_row(
                one,
                use.get(one.voucher, MonthUse()),
                told.get(one.voucher),
                moments.get(one.voucher),
            )
            for one in cards
        )

    async def use(self, voucher: str, month: Month) -> PoolUse:
        """What the voucher's cards used day by day in a month, up to yesterday."""
        found = await self._database.read(
            partial(voucher_store.month_use, month=month, voucher=voucher)
        )
        days = found.get(voucher, MonthUse()).days.tolist()
        if month != Month.of(self.today):
            return PoolUse(month, tuple(days[: month.days]), None)
        (row,) = await self._rows(voucher)
        total = None if row.pool is None else row.pool.total_kb
        return PoolUse(month, tuple(days[: self.today.day - 1]), total)

    async def read(self, only: str | None = None) -> None:
        """Ask the provider for this month's figures of every voucher, or of one.

        Raises ProviderFault when it does not answer; what was read by then is kept.
        """
        month, now = Month.of(self.today), self._now()
        changed: set[str] = set()
        try:
            for voucher in await self._named(only):
                reading = await self._calls.pool(voucher, month)
                if reading is not None:
                    changed |= await self._database.write(
                        partial(
                            voucher_store.put_readings,
                            account=self._calls.account,
                            read=[reading],
                            at=now,
                        )
                    )
        finally:
            if changed:
                self._announcer.announce(VouchersChanged(frozenset(changed)))

    async def _named(self, only: str | None) -> Sequence[str]:
        if only is not None:
            return [only]
        return [one.voucher for one in await self._database.read(voucher_store.vouchers)]


def voucher_row(
    cards: VoucherCards, use: MonthUse, reading: PoolReading | None, read_at: datetime | None
) -> VoucherRow:
    """Put together what the desk's cards and the provider tell of a voucher."""
    parts = voucher_or_none(cards.voucher)
    active = cards.active
    pool = None if parts is None else _pool(parts, active, use, cards, reading)
    outside = _outside(parts, pool, use.total_kb)
    fees = None if reading is None else reading.function_fees
    limit, restores = cards.limits[0] if cards.limits else (None, True)
    return VoucherRow(
        voucher=cards.voucher,
        parts=parts,
        by_status=dict(cards.by_status),
        by_specific=dict(cards.by_specific),
        active=active,
        used_kb=use.total_kb,
        pool=pool,
        outside_kb=outside,
        overage=None
        if parts is None or outside is None
        else overage(parts.carrier, parts.plan_type, parts.rate_version, outside),
        function_fees=fees,
        fees_exceeded=None if fees is None else fees_exceeded(active, fees),
        limit_kb=limit,
        limit_auto_restore=restores,
        limit_settling=len(cards.limits) > 1,
        usage_as_of=cards.usage_as_of,
        reading=reading,
        read_at=read_at,
    )


def _pool(
    parts: Voucher, active: int, use: MonthUse, cards: VoucherCards, reading: PoolReading | None
) -> PoolFigures | None:
    if parts.plan_type.single_card:
        return None
    if parts.plan_type.same_tier:
        # A yearly tier is a quota of the year (domain.md 9, row 8): held against the running
        # cycles of active cards, and what cards that left used this month.
        yearly = parts.cycle is BillingCycle.YEAR
        used = cards.cycle_kb + use.left_kb if yearly else use.total_kb
        return same_tier(active, parts.tier_kb or 0, used)
    if reading is None or reading.grand_total_kb is None:
        return PoolFigures(use.total_kb, None)
    return PoolFigures(reading.grand_used_kb or 0, reading.grand_total_kb)


def _outside(parts: Voucher | None, pool: PoolFigures | None, used_kb: int) -> int | None:
    """This month's use outside the plan; a pooled plan's only as far as it was made this month."""
    if parts is None or parts.plan_type.single_card:
        return 0 if parts is not None else None
    if pool is None or pool.outside_kb is None:
        return None
    return min(pool.outside_kb, used_kb)
