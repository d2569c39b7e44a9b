"""Monthly prices from what is sold, and sums by currency that hide nothing."""

import pytest

from simdesk.models.monthly_cost import Cost, cost_of, month_price
from simdesk.models.orders import Money, Offers, RenewalOffer


def sold(*renewals: tuple[int, int, int]) -> Offers:
    """(periods, months, price in fen)"""
    return Offers(tuple(RenewalOffer(count, months, Money(fen)) for count, months, fen in renewals))


@pytest.mark.parametrize(
    ("offers", "price"),
    [
        (sold((1, 1, 500)), 500),
        # The shortest renewal counts, whatever longer ones are discounted to.
        (sold((12, 12, 5_400), (1, 1, 500), (6, 6, 2_910)), 500),
        (sold((3, 3, 1_000), (6, 6, 1_200)), 333),  # 333.33
        # A year is shared out over its months: 24,000 / 12; 3,250 / 12 = 270.83; 90 / 12 = 7.5.
        (sold((1, 12, 24_000), (2, 24, 42_240)), 2_000),
        (sold((1, 12, 3_250)), 271),
        (sold((1, 12, 90)), 8),
    ],
)
def test_a_month_of_the_plan(offers: Offers, price: int) -> None:
    assert month_price(offers) == Money(price)


def test_where_nothing_is_sold_there_is_no_price() -> None:
    assert month_price(Offers()) is None


def test_cards_are_added_up_by_currency() -> None:
    prices = {
        "CM_SC": Money(250),
        "CT_SC": Money(500),
        "EU_SC": Money(99, "EUR"),
        "CM_UP": None,
    }
    cards = {"CM_SC": 3, "CT_SC": 2, "EU_SC": 10, "CM_UP": 7, "CU_SC": 4}
    # 3 x 250 + 2 x 500 = 1,750 fen; 10 x 99 = 990 cents; 7 have no price, 4 were not asked for.
    assert cost_of(cards, prices) == Cost((Money(1_750), Money(990, "EUR")), 7, 4)


def test_no_cards_cost_nothing_and_a_free_plan_is_not_a_missing_price() -> None:
    assert cost_of({}, {"CM_SC": Money(250)}) == Cost()
    assert cost_of({"CM_SC": 2}, {"CM_SC": Money(0)}) == Cost((Money(0),))
