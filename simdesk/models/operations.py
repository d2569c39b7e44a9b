"""Operations: what is asked of many cards at once, its preview, and the states of one item.

State names and moves are those of reliability.md 2 and 4.1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, get_args

from simdesk.models.action import Action
from simdesk.models.commands import (
    OF_CARDS,
    OF_SUB_CARDS,
    AddOn,
    CardRef,
    Command,
    Renew,
    SetAutoRebind,
    SetAutoRenew,
    SetUsageLimit,
)
from simdesk.models.orders import Money
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class ItemState(StrEnum):
    PLANNED = "PLANNED"
    SENDING = "SENDING"
    ACCEPTED = "ACCEPTED"
    DONE = "DONE"
    FAILED = "FAILED"
    UNKNOWN = "UNKNOWN"
    NOT_APPLIED = "NOT_APPLIED"
    NEEDS_HUMAN = "NEEDS_HUMAN"
    SKIPPED = "SKIPPED"
    WITHDRAWN = "WITHDRAWN"

    @property
    def open(self) -> bool:
        """The card may still be affected: no second item may be sent for it."""
        return self in _OPEN

    @property
    def final(self) -> bool:
        return not ITEM_MOVES[self]

    @property
    def label(self) -> Text:
        return text(_ITEM_LABELS[self])


_OPEN = frozenset({ItemState.SENDING, ItemState.ACCEPTED, ItemState.UNKNOWN, ItemState.NEEDS_HUMAN})
_ITEM_LABELS = {
    ItemState.PLANNED: QT_TRANSLATE_NOOP("trade", "Waiting"),
    ItemState.SENDING: QT_TRANSLATE_NOOP("trade", "Sending"),
    ItemState.ACCEPTED: QT_TRANSLATE_NOOP("trade", "Accepted, result pending"),
    ItemState.DONE: QT_TRANSLATE_NOOP("trade", "Done"),
    ItemState.FAILED: QT_TRANSLATE_NOOP("trade", "Refused"),
    ItemState.UNKNOWN: QT_TRANSLATE_NOOP("trade", "Outcome unknown"),
    ItemState.NOT_APPLIED: QT_TRANSLATE_NOOP("trade", "Did not take effect"),
    ItemState.NEEDS_HUMAN: QT_TRANSLATE_NOOP("trade", "Needs a person"),
    ItemState.SKIPPED: QT_TRANSLATE_NOOP("trade", "Skipped"),
    ItemState.WITHDRAWN: QT_TRANSLATE_NOOP("trade", "Not started"),
}

ITEM_MOVES: Mapping[ItemState, frozenset[ItemState]] = MappingProxyType(
    {
        # Back to PLANNED: throttled or never sent, which is definite.
        ItemState.PLANNED: frozenset({ItemState.SENDING, ItemState.SKIPPED, ItemState.WITHDRAWN}),
        ItemState.SENDING: frozenset(
            {
                ItemState.PLANNED,
                ItemState.ACCEPTED,
                ItemState.DONE,
                ItemState.FAILED,
                ItemState.UNKNOWN,
            }
        ),
        ItemState.ACCEPTED: frozenset({ItemState.DONE, ItemState.FAILED, ItemState.UNKNOWN}),
        ItemState.UNKNOWN: frozenset(
            {ItemState.DONE, ItemState.NOT_APPLIED, ItemState.NEEDS_HUMAN}
        ),
        ItemState.NEEDS_HUMAN: frozenset({ItemState.DONE, ItemState.NOT_APPLIED}),
        ItemState.DONE: frozenset(),
        ItemState.FAILED: frozenset(),
        ItemState.NOT_APPLIED: frozenset(),
        ItemState.SKIPPED: frozenset(),
        ItemState.WITHDRAWN: frozenset(),
    }
)


class OperationState(StrEnum):
    RUNNING = "RUNNING"
    STOPPING = "STOPPING"
    STOPPED = "STOPPED"
    FINISHED = "FINISHED"


class Hold(StrEnum):
    """Why a running operation sends nothing at present."""

    PAUSED = "PAUSED"
    """Until the operator's word: paused by hand, by SimDesk when results went wrong, by its end."""
    WAITING = "WAITING"
    """Until its time has come; until then it can be revoked."""


class Origin(StrEnum):
    """What a preview is made from, where that is an earlier operation."""

    RETRY = "RETRY"
    REVERSAL = "REVERSAL"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The operation that a preview retries or reverses; `items` gives each card's place there."""

    origin: Origin
    operation_id: str
    items: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Request:
    """An act without parameters, such as suspend, Resume Use or cancel."""

    action: Action
    msisdns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenewRequest:
    """Renew for `periods` billing cycles."""

    action: ClassVar[Action] = Action.RENEW
    periods: int


@dataclass(frozen=True, slots=True)
class AddOnRequest:
    action: ClassVar[Action] = Action.ADD_ON
    tier_kb: int
    quantity: int


@dataclass(frozen=True, slots=True)
class LimitRequest:
    """`limit_mb` 0 removes the card's own limit."""

    action: ClassVar[Action] = Action.USAGE_LIMIT
    limit_mb: int
    auto_restore: bool = True


@dataclass(frozen=True, slots=True)
class RebindRequest:
    action: ClassVar[Action] = Action.AUTO_REBIND
    on: bool


ActRequest = Request | RenewRequest | AddOnRequest | LimitRequest | RebindRequest

_ASKING = {kind.action for kind in get_args(ActRequest) if kind is not Request}
PLAIN = tuple(action for action in Action if not action.local and action not in _ASKING)
"""Acts at a provider that ask for nothing but the cards: a `Request` says it all."""


def command_for(request: ActRequest, card: CardRef, price: Money | None) -> Command:
    """The command that carries out `request` on one card.

    `price` is the approved price for paid acts. Raises ValueError for a local action or a paid
    one without a price.
    """
    match request:
        case RenewRequest(periods=periods) if price is not None:
            return Renew(card, periods, price)
        case AddOnRequest(tier_kb=tier, quantity=quantity) if price is not None:
            return AddOn(card, tier, quantity, price)
        case LimitRequest(limit_mb=limit, auto_restore=restore):
            return SetUsageLimit(card, limit, restore)
        case RebindRequest(on=on):
            return SetAutoRebind(card, on)
        case Request(action=Action.AUTO_RENEW_ON | Action.AUTO_RENEW_OFF as action):
            return SetAutoRenew(card, action is Action.AUTO_RENEW_ON)
        case Request(action=action, msisdns=msisdns) if action in OF_SUB_CARDS:
            return OF_SUB_CARDS[action](card, msisdns)
        case Request(action=action) if action in OF_CARDS:
            return OF_CARDS[action](card)
    raise ValueError(f"no command for {request}")


@dataclass(frozen=True, slots=True)
class BlockedGroup:
    """Cards of a selection that the action is blocked for, by one reason."""

    reason: Text
    card_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PricedGroup:
    """Eligible cards that share one outcome: price of each and what it does to their expiry.

    `expires_before`/`expires_after` are None for acts that do not move an expiry.
    """

    card_ids: tuple[int, ...]
    voucher: str
    price: Money | None
    expires_before: datetime | None = None
    expires_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What an action would do to a frozen set of cards, before anything is sent.

    Eligible and blocked cards add up to `requested`. `versions` holds, for each eligible card id,
    the version the preview saw; a card that changed since is skipped. `seconds` is the honest time
    the sends need at the provider's rate, reading back included. While there are `obstacles`, such
    as a spending cap, it cannot be started. `not_before` is when sending begins, None for at once.
    """

    request: ActRequest
    requested: int
    eligible: tuple[PricedGroup, ...]
    blocked: tuple[BlockedGroup, ...]
    versions: Mapping[int, int]
    total: Money | None
    cautions: tuple[Text, ...]
    frozen_at: datetime
    seconds: float
    obstacles: tuple[Text, ...] = ()
    not_before: datetime | None = None
    earlier: Earlier | None = None

    @property
    def eligible_ids(self) -> tuple[int, ...]:
        return tuple(card for group in self.eligible for card in group.card_ids)

    @property
    def eligible_count(self) -> int:
        return sum(len(group.card_ids) for group in self.eligible)


@dataclass(frozen=True, slots=True)
class OperationRow:
    """An operation as the panel lists it; `counts` covers every item, by state.

    With a `hold` it is RUNNING and sends nothing, for `hold_reason`. `reason` is the
    operator's own; `reverses` is the operation that this one takes back.
    """

    id: str
    request: ActRequest
    state: OperationState
    requested_by: str
    requested_at: datetime
    amount: Money | None
    counts: Mapping[ItemState, int]
    seconds_left: float | None = None
    hold: Hold | None = None
    hold_reason: str | None = None
    not_before: datetime | None = None
    reverses: str | None = None
    reason: str = ""

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def settled(self) -> int:
        return sum(count for state, count in self.counts.items() if state.final)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One card of an operation; `reason` says why it is not done, `code` is the provider's."""

    operation_id: str
    seq: int
    card_id: int
    iccid: str
    state: ItemState
    price: Money | None
    order_number: str | None
    code: str | None
    reason: str | None
    attempts: int


def count_by_state(states: Sequence[ItemState]) -> dict[ItemState, int]:
    """Counts for every state, zero included, so that sums always add up to the whole."""
    return {state: states.count(state) for state in ItemState}
