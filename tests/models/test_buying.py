"""What can be bought for which voucher, at what price, and what it does (domain.md 3.2, 3.3)."""

from dataclasses import replace

import pytest

from simdesk.models.account_commands import AddCards, BuyFunctionFees, EnlargePool, Purchase
from simdesk.models.buying import PoolStanding, effect, purchase, reason_against
from simdesk.models.capabilities import READ_ONLY, Capabilities
from simdesk.models.orders import EnlargeOffer, Money, OrderType, VoucherOffers
from simdesk.models.usage import KB_PER_GB
from simdesk.models.voucher import parse_voucher

GB = KB_PER_GB
SC, SF, UP = (parse_voucher(one) for one in ("CM_SC_M_1_30M", "CM_SF_M_2_100M", "CM_UP_M_2_b4"))
ALL = VoucherOffers(
    Money(3_00), (EnlargeOffer(10 * GB, Money(26_00)), EnlargeOffer(100 * GB, Money(240_00))),
    Money(1_00),
)  # fmt: skip
SELLER = Capabilities(
    purchases=frozenset({OrderType.ADD_CARD, OrderType.ADD_FLOW, OrderType.FUNCTION})
)
NO_FLOW = replace(SELLER, purchases=SELLER.purchases - {OrderType.ADD_FLOW})
NO_POOL = "Single-card plans have no pool; top up their cards."
NOT_HERE = "This provider does not offer it."
NOT_NOW = "The provider does not sell it for this voucher now."
BY_CARDS = "A same-tier pool grows by its cards alone."
NO_FEES = "Only pooled plans have function fees."

REASONS = [
    # plan, offers, capabilities     add cards, enlarge, function fees
    (UP, ALL, SELLER, (None, None, None)),
    (SF, ALL, SELLER, (None, BY_CARDS, NO_FEES)),
    (SC, ALL, SELLER, (NO_POOL, NO_POOL, NO_POOL)),
    (UP, ALL, READ_ONLY, (NOT_HERE, NOT_HERE, NOT_HERE)),
    (UP, ALL, NO_FLOW, (None, NOT_HERE, None)),
    (UP, VoucherOffers(), SELLER, (NOT_NOW, NOT_NOW, NOT_NOW)),
    (UP, VoucherOffers(function_fee=Money(1)), SELLER, (NOT_NOW, NOT_NOW, None)),
]


@pytest.mark.parametrize(("plan", "offers", "able", "reasons"), REASONS)
def test_what_is_not_sold_says_why(
    plan: object, offers: VoucherOffers, able: Capabilities, reasons: tuple[str | None, ...]
) -> None:
    kinds = (OrderType.ADD_CARD, OrderType.ADD_FLOW, OrderType.FUNCTION)
    found = [reason_against(kind, plan, offers, able) for kind in kinds]  # type: ignore[arg-type]  # a Voucher
    assert tuple(None if one is None else str(one) for one in found) == reasons


PRICED = [
    (OrderType.ADD_CARD, 4, AddCards("v", 4, Money(12_00))),
    (OrderType.ADD_CARD, 0, None),
    (OrderType.ADD_FLOW, 100 * GB, EnlargePool("v", 100 * GB, Money(240_00))),
    (OrderType.ADD_FLOW, 11 * GB, None),
    (OrderType.FUNCTION, 7, BuyFunctionFees("v", 7, Money(7_00))),
    (OrderType.RENEW, 1, None),
]


@pytest.mark.parametrize(("kind", "amount", "bought"), PRICED)
def test_a_purchase_has_its_whole_price(
    kind: OrderType, amount: int, bought: Purchase | None
) -> None:
    assert purchase(kind, "v", amount, ALL) == bought
    assert purchase(kind, "v", amount, VoucherOffers()) is None


FREE = Money(0)
EFFECTS = [
    (
        AddCards("v", 10, FREE),
        PoolStanding(SF),
        (
            "10 new cards come within a business day, in their silent period. "
            "From its activation on, each adds 100.0 MB to the pool."
        ),
    ),
    (
        AddCards("v", 1, FREE),
        PoolStanding(UP),
        (
            "1 new card comes within a business day, in its silent period. "
            "From its activation on, each needs a function fee every month."
        ),
    ),
    (
        EnlargePool("v", 100 * GB, FREE),
        PoolStanding(UP, 2 * 1024 * GB),
        "The pool grows by 100.0 GB at once, to 2.1 TB.",
    ),
    (EnlargePool("v", 100 * GB, FREE), PoolStanding(UP), "The pool grows by 100.0 GB at once."),
    (
        BuyFunctionFees("v", 2, FREE),
        PoolStanding(UP, None, 50, 49),
        "This month 51 cards may be active; 50 are.",
    ),
    (
        BuyFunctionFees("v", 2, FREE),
        PoolStanding(UP, None, 1_060, 1_049),
        "This month 1,051 cards may be active; 1,060 are: 9 too many remain.",
    ),
    (
        BuyFunctionFees("v", 2, FREE),
        PoolStanding(UP, None, 50, None),
        "This month 2 more cards may be active.",
    ),
]


@pytest.mark.parametrize(("bought", "pool", "words"), EFFECTS)
def test_a_purchase_says_what_it_does(bought: Purchase, pool: PoolStanding, words: str) -> None:
    assert str(effect(bought, pool)) == words
