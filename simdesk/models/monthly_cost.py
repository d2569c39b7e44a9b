"""What cards cost a month, from the prices their provider asks; what has no price is said so."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from simdesk.models.orders import Money, Offers


@dataclass(frozen=True, slots=True)
class Cost:
    """A sum by currency, in the currencies' order, and the cards that are not in it.

    `unpriced` cards have no price that could be had; prices of `unasked` ones were not read yet.
    """

    amounts: tuple[Money, ...] = ()
    unpriced: int = 0
    unasked: int = 0


def month_price(offers: Offers) -> Money | None:
    """One month of the plan: the shortest renewal shared out over its months, half up.

    None where no renewal is sold, as for pooled plans (domain.md 3.4; 9, row 33).
    """
    if not offers.renewals:
        return None
    shortest = min(offers.renewals, key=lambda offer: offer.months)
    price, months = shortest.price, shortest.months
    return Money((2 * price.minor + months) // (2 * months), price.currency)


def cost_of(cards: Mapping[str, int], prices: Mapping[str, Money | None]) -> Cost:
    """What so many cards of each voucher cost, one of them costing what `prices` says.

    A voucher whose price is None has none; one that is absent was not asked for yet.
    """
    sums: Counter[str] = Counter()
    unpriced = unasked = 0
    for voucher, count in cards.items():
        if voucher not in prices:
            unasked += count
            continue
        price = prices[voucher]
        if price is None:
            unpriced += count
        else:
            sums[price.currency] += price.minor * count
    amounts = tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))
    return Cost(amounts, unpriced, unasked)
