"""A card's state and the one table of moves (domain.md 2.1, 2.2, 2.4).

The state is (base, set of holds, cancellation due). The SIM card status and the specific status
that people see are derived from it, never stored beside it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, StrEnum
from types import MappingProxyType

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class Base(IntEnum):
    """Where a card is in its life, holds apart."""

    TESTABLE = 10
    INACTIVE = 20
    ACTIVE = 30
    STOPPED = 40
    CANCELLED = 50


class Hold(IntEnum):
    """A reason that closes an active card's network; the number is its specific status."""

    MANUAL = 200
    USAGE = 300
    CREDIT = 400
    DEVICE = 500
    REAL_NAME = 600
    ABNORMAL = 700


class SimStatus(IntEnum):
    """SIM card status (domain.md 2.1)."""

    TESTABLE = 10
    INACTIVE = 20
    IN_USE = 30
    SUSPENDED = 35
    STOPPED = 40
    CANCELLED = 50

    @property
    def label(self) -> Text:
        return text(_SIM_LABELS[self])

    @classmethod
    def of(cls, code: int) -> "SimStatus | None":
        """The status with this code; None for a code SimDesk does not know."""
        return _SIM_BY_CODE.get(code)


_SIM_LABELS = {
    SimStatus.TESTABLE: QT_TRANSLATE_NOOP("trade", "Testable"),
    SimStatus.INACTIVE: QT_TRANSLATE_NOOP("trade", "Inactive"),
    SimStatus.IN_USE: QT_TRANSLATE_NOOP("trade", "In Use"),
    SimStatus.SUSPENDED: QT_TRANSLATE_NOOP("trade", "Suspended"),
    SimStatus.STOPPED: QT_TRANSLATE_NOOP("trade", "Stopped"),
    SimStatus.CANCELLED: QT_TRANSLATE_NOOP("trade", "Cancelled"),
}
_SIM_BY_CODE = {status.value: status for status in SimStatus}


class SpecificStatus(IntEnum):
    """Specific status (domain.md 2.2)."""

    TEST_PERIOD = 10
    SILENT_PERIOD = 20
    IN_USE = 100
    TEST_DEVICE_CHANGE = 130
    PARTIAL = 150
    MANUAL = 200
    USAGE_LIMIT = 300
    CREDIT_CONTROL = 400
    DEVICE_CHANGE = 500
    REAL_NAME = 600
    ABNORMAL = 700
    STOPPED = 40
    CANCELLED = 50

    @property
    def parent(self) -> SimStatus:
        return _PARENTS[self]

    @property
    def label(self) -> Text:
        return text(_SPECIFIC_LABELS[self])

    @classmethod
    def of(cls, code: int) -> "SpecificStatus | None":
        """The specific status with this code; None for a code SimDesk does not know."""
        return _SPECIFIC_BY_CODE.get(code)


_PARENTS = {
    SpecificStatus.TEST_PERIOD: SimStatus.TESTABLE,
    SpecificStatus.SILENT_PERIOD: SimStatus.INACTIVE,
    SpecificStatus.IN_USE: SimStatus.IN_USE,
    SpecificStatus.PARTIAL: SimStatus.IN_USE,
    SpecificStatus.TEST_DEVICE_CHANGE: SimStatus.SUSPENDED,
    SpecificStatus.MANUAL: SimStatus.SUSPENDED,
    SpecificStatus.USAGE_LIMIT: SimStatus.SUSPENDED,
    SpecificStatus.CREDIT_CONTROL: SimStatus.SUSPENDED,
    SpecificStatus.DEVICE_CHANGE: SimStatus.SUSPENDED,
    SpecificStatus.REAL_NAME: SimStatus.SUSPENDED,
    SpecificStatus.ABNORMAL: SimStatus.SUSPENDED,
    SpecificStatus.STOPPED: SimStatus.STOPPED,
    SpecificStatus.CANCELLED: SimStatus.CANCELLED,
}
_SPECIFIC_LABELS = {
    SpecificStatus.TEST_PERIOD: QT_TRANSLATE_NOOP("trade", "Test period"),
    SpecificStatus.SILENT_PERIOD: QT_TRANSLATE_NOOP("trade", "Silent period"),
    SpecificStatus.IN_USE: QT_TRANSLATE_NOOP("trade", "In use"),
    SpecificStatus.PARTIAL: QT_TRANSLATE_NOOP("trade", "Partially in use"),
    SpecificStatus.TEST_DEVICE_CHANGE: QT_TRANSLATE_NOOP(
        "trade", "Suspended (device change, test period)"
    ),
    SpecificStatus.MANUAL: QT_TRANSLATE_NOOP("trade", "Manually Deactivated"),
    SpecificStatus.USAGE_LIMIT: QT_TRANSLATE_NOOP("trade", "Suspended (usage limit)"),
    SpecificStatus.CREDIT_CONTROL: QT_TRANSLATE_NOOP("trade", "Suspended (credit control)"),
    SpecificStatus.DEVICE_CHANGE: QT_TRANSLATE_NOOP("trade", "Suspended (device change)"),
    SpecificStatus.REAL_NAME: QT_TRANSLATE_NOOP("trade", "Suspended (real-name)"),
    SpecificStatus.ABNORMAL: QT_TRANSLATE_NOOP("trade", "Suspended (abnormal)"),
    SpecificStatus.STOPPED: QT_TRANSLATE_NOOP("trade", "Stopped"),
    SpecificStatus.CANCELLED: QT_TRANSLATE_NOOP("trade", "Cancelled"),
}
_SPECIFIC_BY_CODE = {status.value: status for status in SpecificStatus}


@dataclass(frozen=True, slots=True)
class CardState:
    """The whole truth about a card's condition.

    Holds of a stopped card are hidden, not gone: some return with a renewal (domain.md 2.4).
    """

    base: Base
    holds: frozenset[Hold] = frozenset()
    cancellation_due: bool = False

    @property
    def specific(self) -> SpecificStatus:
        if self.base is Base.ACTIVE:
            return SpecificStatus(max(self.holds)) if self.holds else SpecificStatus.IN_USE
        if self.base is Base.TESTABLE and Hold.DEVICE in self.holds:
            return SpecificStatus.TEST_DEVICE_CHANGE
        return SpecificStatus(self.base.value)

    @property
    def status(self) -> SimStatus:
        return self.specific.parent


def smart_status(subs: Collection[CardState]) -> SpecificStatus:
    """The specific status of a smart card with these sub-cards (domain.md 6.1).

    All equal: that one. Some in use: partially in use. None in use: the highest-priority reason of
    those not yet cancelled. Raises ValueError when there are none.
    """
    shown = {sub.specific for sub in subs}
    if len(shown) == 1:
        return shown.pop()
    if SpecificStatus.IN_USE in shown:
        return SpecificStatus.PARTIAL
    return max(shown - {SpecificStatus.CANCELLED})


class Trigger(Enum):
    """Who makes an event happen."""

    OPERATOR = "operator"
    CARRIER = "carrier"
    TIMER = "timer"


class Event(StrEnum):
    """What can happen to a card; the numbers are the rows of domain.md 2.4."""

    TEST_ENDED = "test ended"  # 3
    TEST_QUOTA_EXCEEDED = "test quota exceeded"  # 4
    DEVICE_CHANGED = "device changed"  # 5, 19
    DEVICE_RELEASED = "device released"  # 6, 20, 21
    FIRST_TRAFFIC = "first traffic"  # 7
    CARRIER_ACTIVATED = "carrier activated"  # 8
    SILENT_ENDED = "silent period ended"  # 9
    FORCE_ACTIVATED = "force activated"  # 10
    SUSPENDED = "suspended"  # 11
    RESUMED = "resumed"  # 12, 14
    LIMIT_REACHED = "usage limit reached"  # 13
    LIMIT_RESTORED = "usage limit restored"  # 15, or the limit was raised or removed
    QUOTA_USED_UP = "quota used up"  # 16
    CYCLE_BEGAN = "cycle began"  # 17
    ADD_ON_PAID = "add-on paid"  # 18
    REAL_NAME_MISSING = "real name missing"  # 22
    CERTIFIED = "certified"  # 23
    RISK_FOUND = "risk found"  # 24
    RISK_LIFTED = "risk lifted"  # 25
    PLAN_EXPIRED = "plan expired"  # 26
    RENEWAL_PAID = "renewal paid"  # 27
    CANCELLED = "cancelled"  # 28, 29
    CANCELLATION_ASKED = "cancellation asked"  # 28, 29 from the 20th on
    CANCELLATION_FINISHED = "cancellation finished"
    AUTO_CANCELLED = "auto-cancelled"  # 30


@dataclass(frozen=True, slots=True)
class Move:
    """One row: from these specific statuses, to this base, with these holds added and dropped."""

    sources: frozenset[SpecificStatus]
    to: Base | None = None
    adds: Hold | None = None
    drops: frozenset[Hold] = frozenset()
    due: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """The event cannot happen to a card in this state, and why."""

    reason: Text


_S = SpecificStatus
_RUNNING = frozenset(
    status for status in _S if status.parent in (SimStatus.IN_USE, SimStatus.SUSPENDED)
) - {_S.TEST_DEVICE_CHANGE}
_LAPSED = frozenset({Hold.MANUAL, Hold.USAGE, Hold.CREDIT})
_ANY_HOLD = frozenset(Hold)


def _from(*sources: SpecificStatus) -> frozenset[SpecificStatus]:
    return frozenset(sources)


# Activation gives 30/100 whatever came before (rows 4 and 7 to 10).
_ACTIVATION = Move(_from(_S.SILENT_PERIOD), to=Base.ACTIVE, drops=_ANY_HOLD)

MOVES: Mapping[Event, tuple[Move, ...]] = MappingProxyType(
    {
        Event.TEST_ENDED: (Move(_from(_S.TEST_PERIOD), to=Base.INACTIVE, drops=_ANY_HOLD),),
        Event.TEST_QUOTA_EXCEEDED: (Move(_from(_S.TEST_PERIOD), to=Base.ACTIVE, drops=_ANY_HOLD),),
        Event.DEVICE_CHANGED: (
            Move(_RUNNING | {_S.TEST_PERIOD, _S.TEST_DEVICE_CHANGE}, adds=Hold.DEVICE),
        ),
        Event.DEVICE_RELEASED: (
            Move(_from(_S.TEST_DEVICE_CHANGE, _S.DEVICE_CHANGE), drops=frozenset({Hold.DEVICE})),
        ),
        Event.FIRST_TRAFFIC: (_ACTIVATION,),
        Event.CARRIER_ACTIVATED: (_ACTIVATION,),
        Event.SILENT_ENDED: (_ACTIVATION,),
        Event.FORCE_ACTIVATED: (_ACTIVATION,),
        Event.SUSPENDED: (Move(_from(_S.IN_USE, _S.PARTIAL), adds=Hold.MANUAL),),
        Event.RESUMED: (
            Move(_from(_S.MANUAL), drops=frozenset({Hold.MANUAL})),
            Move(_from(_S.USAGE_LIMIT), drops=frozenset({Hold.USAGE})),
        ),
        Event.LIMIT_REACHED: (Move(_RUNNING, adds=Hold.USAGE),),
        Event.LIMIT_RESTORED: (Move(_RUNNING, drops=frozenset({Hold.USAGE})),),
        Event.QUOTA_USED_UP: (Move(_RUNNING, adds=Hold.CREDIT),),
        Event.CYCLE_BEGAN: (Move(_RUNNING, drops=frozenset({Hold.CREDIT})),),
        Event.ADD_ON_PAID: (Move(_RUNNING, drops=frozenset({Hold.CREDIT})),),
        Event.REAL_NAME_MISSING: (Move(_RUNNING, adds=Hold.REAL_NAME),),
        Event.CERTIFIED: (Move(_RUNNING, drops=frozenset({Hold.REAL_NAME})),),
        Event.RISK_FOUND: (Move(_RUNNING, adds=Hold.ABNORMAL),),
        Event.RISK_LIFTED: (Move(_RUNNING, drops=frozenset({Hold.ABNORMAL})),),
        Event.PLAN_EXPIRED: (Move(_RUNNING, to=Base.STOPPED),),
        Event.RENEWAL_PAID: (
            Move(_RUNNING),
            Move(_from(_S.STOPPED), to=Base.ACTIVE, drops=_LAPSED),
        ),
        Event.CANCELLED: (Move(_from(_S.STOPPED, _S.MANUAL), to=Base.CANCELLED),),
        Event.CANCELLATION_ASKED: (Move(_from(_S.STOPPED, _S.MANUAL), due=True),),
        Event.CANCELLATION_FINISHED: (Move(_RUNNING | {_S.STOPPED}, to=Base.CANCELLED),),
        Event.AUTO_CANCELLED: (Move(_from(_S.STOPPED), to=Base.CANCELLED),),
    }
)

TRIGGERS: Mapping[Event, Trigger] = MappingProxyType(
    dict.fromkeys(
        (
            Event.DEVICE_RELEASED,
            Event.FORCE_ACTIVATED,
            Event.SUSPENDED,
            Event.RESUMED,
            Event.ADD_ON_PAID,
            Event.RENEWAL_PAID,
            Event.CANCELLED,
            Event.CANCELLATION_ASKED,
        ),
        Trigger.OPERATOR,
    )
    | dict.fromkeys(
        (
            Event.TEST_ENDED,
            Event.SILENT_ENDED,
            Event.LIMIT_REACHED,
            Event.LIMIT_RESTORED,
            Event.CYCLE_BEGAN,
            Event.PLAN_EXPIRED,
            Event.CANCELLATION_FINISHED,
            Event.AUTO_CANCELLED,
        ),
        Trigger.TIMER,
    )
    | dict.fromkeys(
        (
            Event.TEST_QUOTA_EXCEEDED,
            Event.DEVICE_CHANGED,
            Event.FIRST_TRAFFIC,
            Event.CARRIER_ACTIVATED,
            Event.QUOTA_USED_UP,
            Event.REAL_NAME_MISSING,
            Event.CERTIFIED,
            Event.RISK_FOUND,
            Event.RISK_LIFTED,
        ),
        Trigger.CARRIER,
    )
)


def moved(state: CardState, event: Event) -> CardState | Refusal:
    """The state after `event`, or why it cannot happen (domain.md 2.4).

    A cancellation that is due blocks what an operator can do; what the carrier and the calendar
    do goes on until it finishes.
    """
    shown = state.specific
    if state.cancellation_due and TRIGGERS[event] is Trigger.OPERATOR:
        return Refusal(text(QT_TRANSLATE_NOOP("trade", "Its cancellation is already under way.")))
    if event is Event.CANCELLATION_FINISHED and not state.cancellation_due:
        return Refusal(text(QT_TRANSLATE_NOOP("trade", "No cancellation was asked for.")))
    for move in MOVES[event]:
        if shown in move.sources:
            return _applied(state, move)
    return Refusal(
        text(QT_TRANSLATE_NOOP("trade", "Not possible while it is {status}."), status=shown.label)
    )


def _applied(state: CardState, move: Move) -> CardState:
    holds = state.holds - move.drops
    if move.adds is not None:
        holds |= {move.adds}
    if move.to is Base.CANCELLED:
        return CardState(Base.CANCELLED)
    return replace(
        state,
        base=state.base if move.to is None else move.to,
        holds=holds,
        cancellation_due=state.cancellation_due or move.due,
    )
