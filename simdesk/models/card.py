"""Cards: what the provider lists, what its details add, and the desk's own row (domain.md 1)."""

from dataclasses import dataclass
from datetime import datetime

from simdesk.models.activation import ActivationMethod
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import BillingCycle, Carrier, PlanType

__all__ = [
    "ActionKey",
    "ActivationMethod",
    "CardDetails",
    "CardFacts",
    "CardRef",
    "CardRow",
    "Stamps",
    "SubCard",
]


@dataclass(frozen=True, slots=True)
class CardRef:
    """How a provider names a card; the instance id tells a reissued ICCID from the old one."""

    iccid: str
    instance_id: str


@dataclass(frozen=True, slots=True)
class ActionKey:
    """All of a card that a verdict reads. `specific` is None for a status SimDesk does not know."""

    specific: SpecificStatus | None
    plan_type: PlanType
    smart: bool = False
    auto_renew: bool = False
    cancellation_due: bool = False


@dataclass(frozen=True, slots=True)
class CardFacts:
    """A card as the provider's list tells it.

    Usage is integer KB up to `usage_as_of` (24:00 of the previous day); moments carry a time zone;
    `status` and `specific` are the provider's codes, known to SimDesk or not. A smart card's
    MSISDNs and IMSIs are its sub-cards'. `cycle_left_kb` is None where the card has no own quota.
    """

    iccid: str
    instance_id: str
    msisdns: tuple[str, ...]
    imsis: tuple[str, ...]
    voucher: str
    carrier: Carrier
    plan_type: PlanType
    cycle: BillingCycle
    rate_version: int
    tier_kb: int | None
    pool_id: str | None
    status: int
    specific: int
    cancellation_due: bool
    cycle_usage_kb: int
    cycle_left_kb: int | None
    usage_as_of: datetime
    sms_used: int
    opened_at: datetime
    activated_at: datetime | None
    activation_method: ActivationMethod | None
    expires_at: datetime | None
    auto_renew: bool
    order_number: str
    sim_type: str
    network: str
    apn: str
    private_segment: str
    certify_type: str
    sms_enabled: bool
    directional_group: str
    tags: tuple[str, ...]
    remark: str

    @property
    def ref(self) -> CardRef:
        return CardRef(self.iccid, self.instance_id)

    @property
    def opened(self) -> datetime | None:
        """When the account was opened; None where nobody told, which is kept as 1970."""
        return self.opened_at if self.opened_at.timestamp() else None

    @property
    def smart(self) -> bool:
        """A card of the virtual carrier, with sub-cards."""
        return self.carrier is Carrier.VNO

    @property
    def key(self) -> ActionKey:
        """All that `verdict` reads."""
        return ActionKey(
            SpecificStatus.of(self.specific),
            self.plan_type,
            self.smart,
            self.auto_renew,
            self.cancellation_due,
        )


@dataclass(frozen=True, slots=True)
class SubCard:
    """One carrier's channel of a smart card (domain.md 6.1)."""

    iccid: str
    carrier: Carrier
    imsis: tuple[str, ...]
    msisdns: tuple[str, ...]
    ips: tuple[str, ...]
    status: int
    specific: int
    certified: bool
    apn: str
    cycle_usage_kb: int
    sms_used: int
    sms_enabled: bool
    private_segment: str


@dataclass(frozen=True, slots=True)
class CardDetails:
    """What only the provider's detail call tells. Limits are KB; None means no limit."""

    imei: str
    ips: tuple[str, ...]
    certified: bool
    card_limit_kb: int | None
    voucher_limit_kb: int | None
    limit_auto_restore: bool
    auto_rebind: bool
    sub_cards: tuple[SubCard, ...] = ()

    @property
    def effective_limit_kb(self) -> int | None:
        """The card's own limit wins over its voucher's (domain.md 9, row 17)."""
        return self.voucher_limit_kb if self.card_limit_kb is None else self.card_limit_kb


@dataclass(frozen=True, slots=True)
class Stamps:
    """When each part of a card was last read from the provider; None for never."""

    listed_at: datetime
    detailed_at: datetime | None = None
    usage_at: datetime | None = None
    not_listed_since: datetime | None = None
    """Set when a complete sweep no longer found the card; it is never deleted for that."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card on the desk. `tags` and `remark` are the desk's own; those in `facts` the provider's.

    `version` counts changes of what `verdict` or a price reads. `pending` is the action of an
    open operation on this card, `details` is None until first read. `quiet_since` is the first day
    (00:00) of its present days without traffic, None while there is traffic or nothing is known;
    `tested_until` is when the desk saw its test period end.
    `notifications` are the ids of those that automation rules made of this card.
    """

    id: int
    account: str
    facts: CardFacts
    details: CardDetails | None
    tags: tuple[str, ...]
    remark: str
    stamps: Stamps
    version: int
    pending: str | None = None
    quiet_since: datetime | None = None
    tested_until: datetime | None = None
    notifications: tuple[str, ...] = ()
