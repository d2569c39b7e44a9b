"""What an act does to a card of the bench's world."""

from dataclasses import replace
from datetime import datetime

from simdesk.models.card import ActivationMethod, CardDetails, CardFacts
from simdesk.models.commands import (
    AddOn,
    CancelAccount,
    Command,
    ForceActivate,
    Renew,
    Resume,
    ResumeUse,
    SetAutoRebind,
    SetAutoRenew,
    SetUsageLimit,
    Suspend,
)
from simdesk.models.periods import local, renewed_expiry
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import KB_PER_MB

CardState = tuple[CardFacts, CardDetails]


def changed(card: CardState, command: Command, now: datetime) -> CardState:
    """The card after an act, whatever it was before: a carrier does what it has taken."""
    facts, details = card
    match command:
        case Suspend():
            return standing(facts, SpecificStatus.MANUAL), details
        case Resume() | ResumeUse():
            return standing(facts, SpecificStatus.IN_USE), details
        case CancelAccount():
            return standing(facts, SpecificStatus.CANCELLED), details
        case ForceActivate():
            active = replace(facts, activation_method=ActivationMethod.MANAGE, activated_at=now)
            return standing(active, SpecificStatus.IN_USE), details
        case SetAutoRenew(on=on):
            return replace(facts, auto_renew=on), details
        case SetAutoRebind(on=on):
            return facts, replace(details, auto_rebind=on)
        case SetUsageLimit(limit_mb=limit, auto_restore=restore):
            limit_kb = limit * KB_PER_MB or None
            return facts, replace(details, card_limit_kb=limit_kb, limit_auto_restore=restore)
        case Renew(periods=periods) if facts.expires_at is not None:
            months = periods * facts.cycle.months
            expires = renewed_expiry(facts.expires_at, months, local(now).date())
            return replace(facts, expires_at=expires), details
        case AddOn(tier_kb=tier, quantity=quantity) if facts.cycle_left_kb is not None:
            return replace(facts, cycle_left_kb=facts.cycle_left_kb + tier * quantity), details
    raise ValueError(f"no card of this world takes {command}")


def standing(facts: CardFacts, specific: SpecificStatus) -> CardFacts:
    """The card in another status."""
    return replace(facts, status=int(specific.parent), specific=int(specific))
