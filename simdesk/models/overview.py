"""What needs a person today: numbers, each with the question that finds its cards."""

from dataclasses import dataclass
from datetime import date, datetime

from simdesk.models.deadlines import CancellationWindow
from simdesk.models.filters import CardFilter
from simdesk.models.monthly_cost import Cost
from simdesk.models.orders import Money
from simdesk.models.pool_forecast import Forecast
from simdesk.models.status import SimStatus, SpecificStatus


@dataclass(frozen=True, slots=True)
class Figure:
    """So many cards, and the question that finds exactly these."""

    cards: int
    question: CardFilter


@dataclass(frozen=True, slots=True)
class StatusShare:
    """Cards of one SIM card status; None stands for codes SimDesk does not know."""

    status: SimStatus | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class Counter:
    """One alert counter: the total is the sum of the three kinds of plan (domain.md 3.5)."""

    total: Figure
    single_card: Figure
    same_tier: Figure
    pooled: Figure


@dataclass(frozen=True, slots=True)
class Risks:
    """The alert counters. `stops` has the seven stop groups, by specific status."""

    stops: tuple[tuple[SpecificStatus, Counter], ...]
    stopped: Counter
    """All stop groups together."""
    expiring: Counter
    expiring_unrenewed: Figure
    left_10: Figure
    left_30: Figure

    @property
    def all_warnings(self) -> int:
        """Stopped, expiring and at most 10 % left, added up; a card may be counted twice."""
        return self.stopped.total.cards + self.expiring.total.cards + self.left_10.cards


@dataclass(frozen=True, slots=True)
class Cancellable:
    """Cards that can still be cancelled; `fee` is what next month costs when they are late."""

    window: CancellationWindow
    figure: Figure
    fee: Cost


@dataclass(frozen=True, slots=True)
class Dated:
    """Cards to which the calendar does something on `day`."""

    day: date
    figure: Figure


@dataclass(frozen=True, slots=True)
class Ahead:
    """A kind of event of the days to come: all its cards, and those of each day, in order."""

    figure: Figure
    days: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class PoolOutlook:
    """A pool that does not last the month: its active cards and what its overage will cost."""

    voucher: str
    figure: Figure
    forecast: Forecast
    overage: Money | None
    """None where the carrier's price is not known."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Cards in use that had no traffic for `days` days, and what they cost a month."""

    days: int
    figure: Figure
    cost: Cost


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything at one moment. `as_of` is the oldest usage in it, None without cards.

    Cancelled cards are in `cards` and `shares`, and nowhere else.
    """

    today: date
    as_of: datetime | None
    cards: Figure
    shares: tuple[StatusShare, ...]
    risks: Risks
    cancellable: Cancellable
    auto_cancels: Ahead
    silent_ends: Ahead
    pools: tuple[PoolOutlook, ...]
    idle: tuple[Idle, ...]
    usage_unread: int
    """Cards in use whose traffic was never read: they cannot be known to be idle."""
