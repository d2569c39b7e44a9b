"""What can be asked of a provider: a closed union, one dataclass per act (domain.md 8)."""

from dataclasses import dataclass

from simdesk.models.action import Action
from simdesk.models.orders import Money


@dataclass(frozen=True, slots=True)
class CardRef:
    """How a provider names a card; the instance id tells a reissued ICCID from the old one."""

    iccid: str
    instance_id: str


@dataclass(frozen=True, slots=True)
class Suspend:
    card: CardRef
    msisdns: tuple[str, ...] = ()
    """Sub-cards of a smart card; empty means all, and is the rule for ordinary cards."""


@dataclass(frozen=True, slots=True)
class Resume:
    card: CardRef
    msisdns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResumeUse:
    """Release a card that a device change suspended."""

    card: CardRef
    msisdns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForceActivate:
    card: CardRef


@dataclass(frozen=True, slots=True)
class CancelAccount:
    card: CardRef


@dataclass(frozen=True, slots=True)
class Renew:
    """`periods` are billing cycles: months, or years for yearly plans (domain.md 3.4)."""

    card: CardRef
    periods: int
    price: Money
    """What the operator approved; a provider that asks more refuses."""


@dataclass(frozen=True, slots=True)
class AddOn:
    card: CardRef
    tier_kb: int
    quantity: int
    price: Money


@dataclass(frozen=True, slots=True)
class SetUsageLimit:
    """`limit_mb` 0 removes the card's own limit (domain.md 9, row 18)."""

    card: CardRef
    limit_mb: int
    auto_restore: bool = True


@dataclass(frozen=True, slots=True)
class SetAutoRenew:
    card: CardRef
    on: bool


@dataclass(frozen=True, slots=True)
class SetAutoRebind:
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

_ACTIONS: dict[type[object], Action] = {
    Suspend: Action.SUSPEND,
    Resume: Action.RESUME,
    ResumeUse: Action.RESUME_USE,
    ForceActivate: Action.FORCE_ACTIVATE,
    CancelAccount: Action.CANCEL,
    Renew: Action.RENEW,
    AddOn: Action.ADD_ON,
    SetUsageLimit: Action.USAGE_LIMIT,
    SetAutoRebind: Action.AUTO_REBIND,
}


def action_of(command: Command) -> Action:
    """The permitted-actions row that guards this command."""
    if isinstance(command, SetAutoRenew):
        return Action.AUTO_RENEW_ON if command.on else Action.AUTO_RENEW_OFF
    return _ACTIONS[type(command)]
