"""What can be asked of a provider: a closed union, one dataclass per act (domain.md 8).

`action` is the row of the permitted-actions table that guards a command.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import ClassVar, get_args

from simdesk.models.action import Action
from simdesk.models.card import CardRef
from simdesk.models.money import Money

__all__ = [
    "AddOn",
    "CancelAccount",
    "CardRef",
    "Command",
    "ForceActivate",
    "Renew",
    "Resume",
    "ResumeUse",
    "SetAutoRebind",
    "SetAutoRenew",
    "SetUsageLimit",
    "Suspend",
]


@dataclass(frozen=True, slots=True)
class Suspend:
    action: ClassVar[Action] = Action.SUSPEND
    card: CardRef
    msisdns: tuple[str, ...] = ()
    """Sub-cards of a smart card; empty means all, and is the rule for ordinary cards."""


@dataclass(frozen=True, slots=True)
class Resume:
    action: ClassVar[Action] = Action.RESUME
    card: CardRef
    msisdns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResumeUse:
    """Release a card that a device change suspended."""

    action: ClassVar[Action] = Action.RESUME_USE
    card: CardRef
    msisdns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForceActivate:
    action: ClassVar[Action] = Action.FORCE_ACTIVATE
    card: CardRef


@dataclass(frozen=True, slots=True)
class CancelAccount:
    action: ClassVar[Action] = Action.CANCEL
    card: CardRef


@dataclass(frozen=True, slots=True)
class Renew:
    """`periods` are billing cycles: months, or years for yearly plans (domain.md 3.4)."""

    action: ClassVar[Action] = Action.RENEW
    card: CardRef
    periods: int
    price: Money
    """What the operator approved; a provider that asks more refuses."""


@dataclass(frozen=True, slots=True)
class AddOn:
    action: ClassVar[Action] = Action.ADD_ON
    card: CardRef
    tier_kb: int
    quantity: int
    price: Money


@dataclass(frozen=True, slots=True)
class SetUsageLimit:
    """`limit_mb` 0 removes the card's own limit (domain.md 9, row 18)."""

    action: ClassVar[Action] = Action.USAGE_LIMIT
    card: CardRef
    limit_mb: int
    auto_restore: bool = True


@dataclass(frozen=True, slots=True)
class SetAutoRenew:
    card: CardRef
    on: bool

    @property
    def action(self) -> Action:
        return Action.AUTO_RENEW_ON if self.on else Action.AUTO_RENEW_OFF


@dataclass(frozen=True, slots=True)
class SetAutoRebind:
    action: ClassVar[Action] = Action.AUTO_REBIND
    card: CardRef
    on: bool


Command = (
    Suspend
    | Resume
    | ResumeUse
    | ForceActivate
    | CancelAccount
    | Renew
    | AddOn
    | SetUsageLimit
    | SetAutoRenew
    | SetAutoRebind
)


def _asking_for(*names: str) -> Mapping[Action, Callable[..., Command]]:
    """The commands that have these fields and no others, by action."""
    kinds = get_args(Command)
    return {kind.action: kind for kind in kinds if tuple(f.name for f in fields(kind)) == names}


OF_CARDS: Mapping[Action, Callable[[CardRef], Command]] = _asking_for("card")
"""Commands that say nothing but the card."""
OF_SUB_CARDS: Mapping[Action, Callable[[CardRef, tuple[str, ...]], Command]] = _asking_for(
    "card", "msisdns"
)
"""Commands that may name sub-cards of a smart card, and say nothing else."""
