"""Rows of the world file that become cards, typed, and the models made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from simdesk.models.card import ActivationMethod, CardDetails, CardFacts, SubCard
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.status import CardState, SpecificStatus, smart_status
from simdesk.models.voucher import Carrier, Voucher
from simdesk.services.providers.base import CardReading
from simdesk.services.providers.simulator import holds, moments
from simdesk.services.providers.simulator.catalog import plan_name


class CardLine(NamedTuple):
    id: int
    iccid: str
    instance: str
    voucher: int
    smart: int
    msisdn: str
    imsi: str
    ip: str
    opened: int
    order_number: str
    sim_type: str
    network: str
    apn: str
    segment: str
    certify: str
    sms_enabled: int
    directional: str
    tags: str
    remark: str
    base: int
    holds: int
    due: int
    imei: int
    certified: int
    auto_renew: int
    auto_rebind: int
    limit_kb: int
    limit_restore: int
    activated: int
    method: str
    expires: int
    cycle_kb: int
    extra_kb: int
    sms: int


class SubLine(NamedTuple):
    card: int
    iccid: str
    carrier: str
    msisdn: str
    imsi: str
    ip: str
    apn: str
    segment: str
    sms_enabled: int
    holds: int
    certified: int
    cycle_kb: int
    sms: int


class OrderLine(NamedTuple):
    number: str
    kind: str
    state: str
    minor: int
    created: int
    paid: int
    iccid: str | None
    voucher: str
    serial: str | None
    quantity: int
    size_kb: int


_OF_STATE: Final = CardLine._fields[CardLine._fields.index("base") :]
CARD_COLUMNS: Final = ", ".join(
    f"s.{name}" if name in _OF_STATE else f"c.{name}" for name in CardLine._fields
)
SUB_COLUMNS: Final = ", ".join(SubLine._fields)
_CARRIERS: Final = {one.value: one for one in Carrier}
_METHODS: Final = {one.value: one for one in ActivationMethod}


@dataclass(frozen=True)
class VoucherRow:
    """A voucher of this world; `limit_kb` 0 means it sets no usage limit."""

    voucher: Voucher
    limit_kb: int
    limit_restore: bool

    @cached_property
    def own_quota_kb(self) -> int | None:
        """What a card of this voucher has for itself in a cycle; None for those who share."""
        return self.voucher.tier_kb if self.voucher.plan_type.single_card else None

    @cached_property
    def plan_name(self) -> str:
        return plan_name(self.voucher)


def reading(card: CardLine, line: VoucherRow, subs: Sequence[SubLine], as_of: int) -> CardReading:
    """A card in the words of the trade; usage runs up to the second `as_of`."""
    parts = tuple([_sub_card(card, sub) for sub in subs])
    return CardReading(_facts(card, line, subs, as_of), _details(card, line, parts))


def states(card: CardLine, subs: Sequence[SubLine]) -> tuple[CardState, tuple[CardState, ...]]:
    """The card's own state and those of its sub-cards, the truth behind the codes."""
    return (
        holds.state_of(card.base, card.holds, card.due),
        tuple(holds.state_of(card.base, sub.holds, card.due) for sub in subs),
    )


def specific_of(card: CardLine, subs: Sequence[SubLine]) -> SpecificStatus:
    own, parts = states(card, subs)
    return smart_status(parts) if parts else own.specific


def _facts(card: CardLine, line: VoucherRow, subs: Sequence[SubLine], as_of: int) -> CardFacts:
    voucher, quota, left = line.voucher, line.own_quota_kb, None
    status, specific = holds.codes_of(card.base, card.holds, card.due)
    if subs:
        smart = specific_of(card, subs)
        status, specific = smart.parent.value, smart.value
    if quota is not None:
        left = max(0, quota + card.extra_kb - card.cycle_kb)
    return CardFacts(
        iccid=card.iccid,
        instance_id=card.instance,
        msisdns=tuple([sub.msisdn for sub in subs]) if card.smart else (card.msisdn,),
        imsis=tuple([sub.imsi for sub in subs]) if card.smart else (card.imsi,),
        voucher=voucher.text,
        carrier=voucher.carrier,
        plan_type=voucher.plan_type,
        cycle=voucher.cycle,
        rate_version=voucher.rate_version,
        tier_kb=voucher.tier_kb,
        pool_id=voucher.pool_id,
        status=status,
        specific=specific,
        cancellation_due=bool(card.due),
        cycle_usage_kb=card.cycle_kb,
        cycle_left_kb=left,
        usage_as_of=moments.moment(as_of),
        sms_used=card.sms,
        opened_at=moments.moment(card.opened),
        activated_at=moments.moment_or_none(card.activated),
        activation_method=_METHODS[card.method] if card.method else None,
        expires_at=moments.moment_or_none(card.expires),
        auto_renew=bool(card.auto_renew),
        order_number=card.order_number,
        sim_type=card.sim_type,
        network=card.network,
        apn=card.apn,
        private_segment=card.segment,
        certify_type=card.certify,
        sms_enabled=bool(card.sms_enabled),
        directional_group=card.directional,
        tags=tuple(card.tags.split("\n")) if card.tags else (),
        remark=card.remark,
    )


def _details(card: CardLine, line: VoucherRow, parts: tuple[SubCard, ...]) -> CardDetails:
    own = card.limit_kb > 0
    return CardDetails(
        imei=f"{card.imei:015d}" if card.imei else "",
        ips=tuple([ip for part in parts for ip in part.ips]) if card.smart else (card.ip,),
        certified=bool(card.certified),
        card_limit_kb=card.limit_kb if own else None,
        voucher_limit_kb=line.limit_kb or None,
        limit_auto_restore=bool(card.limit_restore) if own else line.limit_restore,
        auto_rebind=bool(card.auto_rebind),
        sub_cards=parts,
    )


def _sub_card(card: CardLine, sub: SubLine) -> SubCard:
    status, specific = holds.codes_of(card.base, sub.holds, card.due)
    return SubCard(
        iccid=sub.iccid,
        carrier=_CARRIERS[sub.carrier],
        imsis=(sub.imsi,),
        msisdns=(sub.msisdn,),
        ips=(sub.ip,),
        status=status,
        specific=specific,
        certified=bool(sub.certified),
        apn=sub.apn,
        cycle_usage_kb=sub.cycle_kb,
        sms_used=sub.sms,
        sms_enabled=bool(sub.sms_enabled),
        private_segment=sub.segment,
    )


@lru_cache(maxsize=65_536)
def order_of(line: OrderLine) -> Order:
    """The order in the words of the trade; most are asked for again and again."""
    return Order(
        line.number,
        OrderType(line.kind),
        OrderState(line.state),
        Money(line.minor),
        moments.moment(line.created),
        moments.moment_or_none(line.paid),
        line.iccid,
        line.voucher,
        line.serial,
        line.quantity,
        line.size_kb or None,
    )
