"""From counted groups of cards to the numbers of the Overview; no card is looked at here."""

from collections import Counter as Counts
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from simdesk.models import overview_questions as questions
from simdesk.models.deadlines import cancellation_window
from simdesk.models.filters import CardFilter, folded
from simdesk.models.monthly_cost import cost_of
from simdesk.models.orders import Money
from simdesk.models.overview import (
    Ahead,
    Cancellable,
    Counter,
    Dated,
    Figure,
    Idle,
    Overview,
    PoolOutlook,
    Risks,
    StatusShare,
)
from simdesk.models.periods import Month, local
from simdesk.models.pool_figures import counts_in_pool, overage
from simdesk.models.pool_forecast import PoolMonth, forecast, same_tier_month
from simdesk.models.pools import PoolReading
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.voucher import BillingCycle, PlanType, Voucher, voucher_or_none


@dataclass(frozen=True, slots=True)
class Group:
    """Cards that are alike in status, plan and voucher; `a_card` is the id of one of them."""

    status: int
    specific: int
    plan_type: PlanType
    due: bool
    voucher: str
    cards: int
    a_card: int

    @property
    def active(self) -> bool:
        """Activated and neither stopped nor cancelled (domain.md 3.3)."""
        return counts_in_pool(self.status, self.specific)


@dataclass(frozen=True, slots=True)
class Flagged:
    """How many cards of a voucher each question of `overview_questions.FLAGS` finds."""

    plan_type: PlanType
    voucher: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SameTierUse:
    """What a voucher's active cards used in their cycles, and the oldest usage in it."""

    used_kb: int
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Counted:
    """A fleet as it was counted on `today`; usage that keeps growing old in missing cards apart.

    `pool_use` and `cancelled_used_kb`, what cards cancelled this month used before, are of
    same-tier vouchers, by their folded text. `readings` are this month's figures as the provider
    told them, and when.
    """

    today: date
    groups: Sequence[Group]
    flagged: Sequence[Flagged] = ()
    auto_cancels: Mapping[date, int] = field(default_factory=dict)
    silent_ends: Mapping[date, int] = field(default_factory=dict)
    pool_use: Mapping[str, SameTierUse] = field(default_factory=dict)
    cancelled_used_kb: Mapping[str, int] = field(default_factory=dict)
    readings: Sequence[tuple[PoolReading, datetime]] = ()
    as_of: datetime | None = None
    usage_unread: int = 0


def priced_vouchers(counted: Counted) -> dict[str, int]:
    """Vouchers whose monthly price the Overview needs, each with the id of one of its cards."""
    shortest = f"idle_{min(questions.IDLE_DAYS)}"
    wanted = {group.voucher for group in counted.groups if _cancellable(group)}
    wanted |= {flagged.voucher for flagged in counted.flagged if flagged.counts[shortest]}
    return {
        group.voucher: group.a_card
        for group in counted.groups
        if group.voucher in wanted and group.status != SimStatus.CANCELLED
    }


def overview(counted: Counted, prices: Mapping[str, Money | None]) -> Overview:
    """The numbers, with the monthly prices of vouchers that are known so far."""
    return Overview(
        today=counted.today,
        as_of=counted.as_of,
        cards=Figure(_cards(counted.groups), questions.every_card()),
        shares=tuple(_shares(counted.groups)),
        risks=_risks(counted),
        cancellable=_cancellables(counted, prices),
        auto_cancels=_ahead(counted.auto_cancels, questions.auto_cancelled),
        silent_ends=_ahead(counted.silent_ends, questions.silent_until),
        pools=tuple(sorted(_pools(counted), key=_urgency)),
        idle=tuple(_idle(counted.flagged, days, prices) for days in questions.IDLE_DAYS),
        usage_unread=counted.usage_unread,
    )


def _cards(groups: Iterable[Group]) -> int:
    return sum(group.cards for group in groups)


def _shares(groups: Sequence[Group]) -> Iterable[StatusShare]:
    counts: Counts[SimStatus | None] = Counts()
    for group in groups:
        counts[SimStatus.of(group.status)] += group.cards
    for status in SimStatus:
        yield StatusShare(status, Figure(counts[status], questions.of_status(status)))
    if counts[None]:
        yield StatusShare(None, Figure(counts[None], questions.of_no_known_status()))


def _risks(counted: Counted) -> Risks:
    # Like every question that does not ask for them, counters leave cancelled cards out.
    groups = [group for group in counted.groups if group.status != SimStatus.CANCELLED]

    def stopped(*reasons: SpecificStatus) -> Counter:
        found = [(g.plan_type, g.cards) for g in groups if g.specific in reasons]
        return _counter(found, questions.of_specific(*reasons))

    def flagged(name: str) -> Figure:
        cards = sum(one.counts[name] for one in counted.flagged)
        return Figure(cards, questions.FLAGS[name])

    expiring = [(one.plan_type, one.counts["expiring"]) for one in counted.flagged]
    return Risks(
        stops=tuple((reason, stopped(reason)) for reason in questions.STOPS),
        stopped=stopped(*questions.STOPS),
        expiring=_counter(expiring, questions.expiring()),
        expiring_unrenewed=flagged("expiring_unrenewed"),
        left_10=flagged("left_10"),
        left_30=flagged("left_30"),
    )


def _counter(found: Sequence[tuple[PlanType, int]], question: CardFilter) -> Counter:
    def figure(plans: tuple[PlanType, ...]) -> Figure:
        cards = sum(count for plan, count in found if plan in plans)
        return Figure(cards, questions.within(question, plans))

    return Counter(
        Figure(sum(count for _, count in found), question),
        figure(questions.SINGLE_CARD),
        figure(questions.SAME_TIER),
        figure(questions.POOLED),
    )


def _cancellable(group: Group) -> bool:
    living = group.status != SimStatus.CANCELLED
    return living and not group.due and group.specific in questions.CANCELLABLE


def _cancellables(counted: Counted, prices: Mapping[str, Money | None]) -> Cancellable:
    cards: Counts[str] = Counts()
    for group in filter(_cancellable, counted.groups):
        cards[group.voucher] += group.cards
    figure = Figure(cards.total(), questions.cancellable())
    return Cancellable(cancellation_window(counted.today), figure, cost_of(cards, prices))


def _idle(flagged: Sequence[Flagged], days: int, prices: Mapping[str, Money | None]) -> Idle:
    cards: Counts[str] = Counts()
    for one in flagged:
        cards[one.voucher] += one.counts[f"idle_{days}"]
    return Idle(days, Figure(cards.total(), questions.idle(days)), cost_of(+cards, prices))


def _ahead(counts: Mapping[date, int], question: Callable[[date | None], CardFilter]) -> Ahead:
    days = tuple(Dated(day, Figure(cards, question(day))) for day, cards in sorted(counts.items()))
    return Ahead(Figure(sum(counts.values()), question(None)), days)


def _urgency(pool: PoolOutlook) -> tuple[date, int, str]:
    runs_out = pool.forecast.runs_out or date.min
    return runs_out, -(pool.overage.minor if pool.overage else 0), pool.voucher


def _pools(counted: Counted) -> Iterable[PoolOutlook]:
    members: dict[str, list[Group]] = {}
    for group in counted.groups:
        if group.active:
            # Questions find vouchers without regard to case; so must their numbers.
            members.setdefault(folded(group.voucher), []).append(group)
    told = {folded(reading.voucher): (reading, at) for reading, at in counted.readings}
    for key, groups in members.items():
        voucher = voucher_or_none(groups[0].voucher)
        if voucher is None:
            continue
        pool = _monthly_pool(voucher, groups, counted)
        if pool is None and key in told:
            pool = _told_pool(*told[key])
        outlook = None if pool is None or _old(pool, counted.today) else forecast(pool)
        if outlook is not None:
            figure = Figure(_cards(groups), questions.in_pool(voucher.text))
            price = overage(
                voucher.carrier, voucher.plan_type, voucher.rate_version, outlook.outside_kb
            )
            yield PoolOutlook(voucher.text, figure, outlook, price)


def _monthly_pool(voucher: Voucher, groups: Sequence[Group], counted: Counted) -> PoolMonth | None:
    """A monthly same-tier pool from its own cards; None for others."""
    key = folded(voucher.text)
    use = counted.pool_use.get(key)
    if use is None or not voucher.plan_type.same_tier or voucher.cycle is not BillingCycle.MONTH:
        return None
    through = local(use.as_of).date() - timedelta(days=1)
    # What was used before its card was cancelled stays counted (domain.md 3.3).
    used = use.used_kb + counted.cancelled_used_kb.get(key, 0)
    return same_tier_month(through, used, _cards(groups), voucher.tier_kb or 0)


def _told_pool(reading: PoolReading, at: datetime) -> PoolMonth | None:
    """A pooled plan or a yearly pool as the provider told it, up to 24:00 of the day before."""
    left = reading.left_kb if reading.grand_left_kb is None else reading.grand_left_kb
    if left is None:
        return None
    through = local(at).date() - timedelta(days=1)
    return PoolMonth(through, reading.used_kb, left, reading.outside_kb)


def _old(pool: PoolMonth, today: date) -> bool:
    """Whether this is another month's, as on the first, when nothing is known of this one."""
    return Month.of(pool.through) != Month.of(today)
