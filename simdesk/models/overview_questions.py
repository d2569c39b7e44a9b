"""The questions behind the numbers of the Overview: each finds exactly the cards counted.

Counters are those of domain.md 3.5. Where it leaves open which cards a warning counts, these do:
little data left means cards in use, because suspended ones are counted by their reason; a plan
that ends means activated cards, because a stopped one's has ended.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from simdesk.models.deadlines import LOOK_AHEAD_DAYS
from simdesk.models.filters import CardFilter, Operator, RelativeDay, Term, Value
from simdesk.models.periods import EXPIRY_WARNING_DAYS
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.voucher import PlanType

_S = SpecificStatus
STOPS = (
    _S.CREDIT_CONTROL,
    _S.USAGE_LIMIT,
    _S.DEVICE_CHANGE,
    _S.ABNORMAL,
    _S.REAL_NAME,
    _S.MANUAL,
    _S.STOPPED,
)
"""The seven stop groups; they never overlap."""

CANCELLABLE = (_S.MANUAL, _S.STOPPED)
"""A cancellation may be asked for these (domain.md 2.5)."""

IDLE_DAYS = (7, 30, 90)

SINGLE_CARD = (PlanType.SC, PlanType.SCD)
SAME_TIER = (PlanType.SF, PlanType.SFD)
POOLED = (PlanType.UP, PlanType.UPG)


def _any_of(field: str, *values: Value) -> Term:
    return Term(field, Operator.ANY_OF, values)


NOT_DUE = _any_of("due", False)
"""Not on its way out: no cancellation was asked for yet."""


def every_card() -> CardFilter:
    """All cards, cancelled ones included, as the distribution counts them."""
    return CardFilter((_any_of("cancelled", "any"),))


def of_status(status: SimStatus) -> CardFilter:
    return CardFilter((_any_of("status", int(status)),))


def of_no_known_status() -> CardFilter:
    """Cards whose status SimDesk does not know."""
    known = tuple(int(status) for status in SimStatus)
    return CardFilter((Term("status", Operator.ANY_OF, known, negated=True),))


def of_specific(*statuses: SpecificStatus) -> CardFilter:
    return CardFilter((_any_of("specific", *map(int, statuses)),))


def within(question: CardFilter, plans: tuple[PlanType, ...]) -> CardFilter:
    """The same question, of cards of these plan types only."""
    return question.with_term(_any_of("plan", *(plan.value for plan in plans)))


def expiring() -> CardFilter:
    """Activated cards whose plan ends within seven days, today's among them."""
    return CardFilter(
        (
            Term(
                "expires",
                Operator.RANGE,
                low=RelativeDay(0),
                high=RelativeDay(EXPIRY_WARNING_DAYS),
            ),
            _any_of("status", int(SimStatus.IN_USE), int(SimStatus.SUSPENDED)),
        )
    )


def expiring_unrenewed() -> CardFilter:
    """Those of them that will stop, because nothing renews them."""
    return expiring().with_term(_any_of("auto_renew", False))


def at_most_a_tenth_left() -> CardFilter:
    """Single-card plans in use with at most 10 % of their data left."""
    return _running_out(Term("left_share", Operator.RANGE, high=10))


def at_most_three_tenths_left() -> CardFilter:
    """Those with more than 10 % and at most 30 % left (domain.md 9, row 32)."""
    return _running_out(Term("left_share", Operator.RANGE, low=10, high=30, low_open=True))


def _running_out(share: Term) -> CardFilter:
    return within(of_status(SimStatus.IN_USE), SINGLE_CARD).with_term(share)


def cancellable() -> CardFilter:
    """Cards that can be cancelled and are not on their way out yet."""
    return of_specific(*CANCELLABLE).with_term(NOT_DUE)


def auto_cancelled(day: date | None = None) -> CardFilter:
    """Stopped cards that the carrier cancels on `day`; without one, within the days told ahead."""
    return _dated("auto_cancel", day).with_term(NOT_DUE)


def silent_until(day: date | None = None) -> CardFilter:
    """Silent cards that the system activates on `day`; without one, within the days ahead."""
    return _dated("silent_ends", day)


def _dated(field: str, day: date | None) -> CardFilter:
    if day is not None:
        return CardFilter((_any_of(field, day),))
    return CardFilter((Term(field, Operator.RANGE, high=RelativeDay(LOOK_AHEAD_DAYS)),))


def idle(days: int) -> CardFilter:
    """Cards in use, for so many days at least, that had no traffic on the last `days` days."""
    return CardFilter(
        (
            _any_of("status", int(SimStatus.IN_USE)),
            Term("idle", Operator.RANGE, high=RelativeDay(-days)),
            Term("activated", Operator.RANGE, high=RelativeDay(-days)),
        )
    )


def in_pool(voucher: str) -> CardFilter:
    """The active cards of a voucher: activated, neither stopped nor cancelled (domain.md 3.3)."""
    return CardFilter(
        (
            _any_of("voucher", voucher),
            _any_of("status", int(SimStatus.IN_USE), int(SimStatus.SUSPENDED)),
            Term("specific", Operator.ANY_OF, (int(_S.TEST_DEVICE_CHANGE),), negated=True),
        )
    )


FLAGS: Mapping[str, CardFilter] = MappingProxyType(
    {
        "expiring": expiring(),
        "expiring_unrenewed": expiring_unrenewed(),
        "left_10": at_most_a_tenth_left(),
        "left_30": at_most_three_tenths_left(),
        **{f"idle_{days}": idle(days) for days in IDLE_DAYS},
    }
)
"""What is counted beside status, plan and voucher: these read more of a card than those."""
