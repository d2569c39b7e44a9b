"""Everything that can be asked, with the cards, vouchers and orders to ask it of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    SetVoucherLimit,
)
from simdesk.models.action import Action
from simdesk.models.card import CardFacts
from simdesk.models.operations import (
    ActRequest,
    AddOnRequest,
    LimitRequest,
    RebindRequest,
    RenewRequest,
    Request,
)
from simdesk.models.orders import (
    AddOnOffer,
    EnlargeOffer,
    Money,
    Offers,
    RenewalOffer,
    VoucherOffers,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import PlanType
from tests.factories import some_facts

GROUP = 12
"""Cards of each kind in the fleet."""
OFFERS = Offers(
    (RenewalOffer(1, 1, Money(500)), RenewalOffer(3, 3, Money(1400))),
    (AddOnOffer(100 * KB_PER_MB, Money(300)),),
)
POOL = "CM_UP_M_2_beika4"
LIMITED = "CM_SF_M_2_100M"
"""The voucher of the same-tier cards, which as a whole may be limited."""
FEE, CARD, MORE = Money(700), Money(900), Money(5000)
VOUCHER_OFFERS = VoucherOffers(CARD, (EnlargeOffer(KB_PER_MB, MORE),), FEE)
UNPAID = ("U1", "U2", "U3", "U4")
"""Orders that wait to be paid or closed when a life begins."""


@dataclass(frozen=True)
class Kind:
    """An act on cards: what is asked, and of what cards."""

    request: ActRequest
    cards: Mapping[str, Any]


def _plain(action: Action, specific: SpecificStatus, **more: Any) -> Kind:
    return Kind(Request(action), {"specific": specific, **more})


_IN_USE = {"specific": SpecificStatus.IN_USE}
KINDS: Mapping[str, Kind] = {
    "suspend": _plain(Action.SUSPEND, SpecificStatus.IN_USE),
    "resume": _plain(Action.RESUME, SpecificStatus.MANUAL),
    "resume_use": _plain(Action.RESUME_USE, SpecificStatus.DEVICE_CHANGE),
    "force_activate": _plain(
        Action.FORCE_ACTIVATE, SpecificStatus.SILENT_PERIOD, plan_type=PlanType.SF
    ),
    "cancel": _plain(Action.CANCEL, SpecificStatus.STOPPED),
    "auto_renew_on": _plain(Action.AUTO_RENEW_ON, SpecificStatus.IN_USE),
    "auto_renew_off": _plain(Action.AUTO_RENEW_OFF, SpecificStatus.IN_USE, auto_renew=True),
    "renew": Kind(RenewRequest(1), _IN_USE),
    "add_on": Kind(AddOnRequest(100 * KB_PER_MB, 2), _IN_USE),
    "usage_limit": Kind(LimitRequest(50), {**_IN_USE, "plan_type": PlanType.SF}),
    "auto_rebind": Kind(RebindRequest(True), _IN_USE),
}
"""Acts on cards, by the value of their action."""

BUYS: Mapping[str, Callable[[int], AccountCommand]] = {
    # A limit asked for twice would be seen whether the second took effect or not.
    "voucher_limit": lambda time: SetVoucherLimit(LIMITED, 77 + time),
    "add_cards": lambda time: AddCards(POOL, 2, CARD.times(2)),
    "enlarge_pool": lambda time: EnlargePool(POOL, KB_PER_MB, MORE),
    "function_fees": lambda time: BuyFunctionFees(POOL, 3, FEE.times(3)),
    "pay_order": lambda time: PayOrder(UNPAID[0], MORE),
    "close_order": lambda time: CloseOrder(UNPAID[1]),
}
"""Acts on vouchers and orders, as they are asked the first time, the second, and so on."""


def fleet() -> Iterator[CardFacts]:
    """`GROUP` cards of each kind, in the order of `KINDS`."""
    place = 0
    for kind in KINDS.values():
        for _ in range(GROUP):
            place += 1
            yield card(place, **kind.cards)


def card(place: int, **changes: Any) -> CardFacts:
    """The card at this place of a fleet, from 1."""
    return some_facts(
        iccid=f"8986{place:016d}",
        msisdns=(f"14{place:011d}",),
        imsis=(f"460{place:012d}",),
        **changes,
    )


def ids_of(kind: str, count: int) -> list[int]:
    """The desk's ids of the first `count` cards of a kind: they are numbered in the fleet's order.

    Raises ValueError for more than there are.
    """
    if count > GROUP:
        raise ValueError(f"there are {GROUP} cards of a kind, not {count}")
    first = GROUP * list(KINDS).index(kind) + 1
    return list(range(first, first + count))
