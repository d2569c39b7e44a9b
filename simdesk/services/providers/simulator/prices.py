"""What plans and add-ons cost: read from `resources/prices.toml`, which is invented."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from simdesk.models.errors import KnownError
from simdesk.models.orders import (
    AddOnOffer,
    EnlargeOffer,
    Money,
    Offers,
    RenewalOffer,
    VoucherOffers,
    renewal_periods,
)
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.usage import KB_PER_MB, parse_size
from simdesk.models.voucher import Voucher

_LARGE_FROM_KB = 500 * KB_PER_MB


@dataclass(frozen=True, slots=True)
class PriceList:
    """Monthly prices by tier in KB, in minor units, and the rules around them.

    `raised_percent` makes everything dearer (or cheaper, below zero) from now on.
    """

    currency: str
    yearly_months: int
    function_fee: int
    new_card: int
    single_card: dict[int, int]
    same_tier: dict[int, int]
    discounts: dict[int, int]
    small_add_ons: dict[int, int]
    large_add_ons: dict[int, int]
    enlargements: dict[int, int]
    raised_percent: int = 0

    def renewal(self, voucher: Voucher, periods: int) -> Money:
        """Price of `periods` billing cycles of this voucher's plan."""
        yearly = voucher.cycle.months == 12
        paid = periods * (self.yearly_months if yearly else voucher.cycle.months)
        months = periods * voucher.cycle.months
        # One year of a yearly plan is cheap as it is: ten months' price for twelve.
        off = 0 if yearly and periods == 1 else self.discounts.get(months, 0)
        return self._money(self._monthly(voucher) * paid * (100 - off), 100)

    def month(self, voucher: Voucher) -> Money:
        """One month of service, as charged for a late cancellation."""
        if voucher.plan_type.pooled:
            return self._money(self.function_fee, 1)
        if voucher.cycle.months == 12:
            return self._money(self._monthly(voucher) * self.yearly_months, 12)
        return self._money(self._monthly(voucher), 1)

    def add_on(self, voucher: Voucher, tier_kb: int) -> Money | None:
        """Price of one add-on package; None for a tier that is not sold."""
        price = self._add_ons(voucher).get(tier_kb)
        return None if price is None else self._money(price, 1)

    def offers(self, voucher: Voucher) -> Offers:
        """Everything that can be bought for a card of this voucher (domain.md 3.4)."""
        if voucher.plan_type.pooled:
            return Offers()
        renewals = tuple(
            RenewalOffer(count, count * voucher.cycle.months, self.renewal(voucher, count))
            for count in renewal_periods(voucher.cycle)
        )
        add_ons = tuple(
            AddOnOffer(tier, self._money(price, 1))
            for tier, price in self._add_ons(voucher).items()
        )
        return Offers(renewals, add_ons)

    def voucher_offers(self, voucher: Voucher) -> VoucherOffers:
        """Everything that can be bought for the voucher itself: pools alone grow (domain.md 3.2).

        A same-tier card comes with its first billing cycle, a pooled one has none to pay.
        """
        if voucher.plan_type.single_card:
            return VoucherOffers()
        card = self._money(self.new_card, 1)
        if voucher.plan_type.same_tier:
            return VoucherOffers(card + self.renewal(voucher, 1))
        enlargements = tuple(
            EnlargeOffer(size, self._money(price, 1)) for size, price in self.enlargements.items()
        )
        return VoucherOffers(card, enlargements, self._money(self.function_fee, 1))

    def _add_ons(self, voucher: Voucher) -> dict[int, int]:
        if not voucher.plan_type.single_card:
            return {}
        large = (voucher.tier_kb or 0) >= _LARGE_FROM_KB
        return self.large_add_ons if large else self.small_add_ons

    def _monthly(self, voucher: Voucher) -> int:
        table = self.single_card if voucher.plan_type.single_card else self.same_tier
        if voucher.tier_kb not in table:
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP("trade", "The price list has no price for “{voucher}”."),
                    voucher=voucher.text,
                )
            )
        return table[voucher.tier_kb]

    def _money(self, amount: int, divisor: int) -> Money:
        # Half up to the minor unit (domain.md 9, row 33).
        raised, over = amount * (100 + self.raised_percent), divisor * 100
        return Money((2 * raised + over) // (2 * over), self.currency)


def read_prices(path: Path) -> PriceList:
    """Read a price list. Raises KnownError naming the file when it cannot be understood."""
    try:
        words = tomllib.loads(path.read_text(encoding="utf-8"))
        return PriceList(
            currency=str(words["currency"]),
            yearly_months=int(words["yearly_months"]),
            function_fee=int(words["function_fee"]),
            new_card=int(words["new_card"]),
            single_card=_by_tier(words["single_card"]),
            same_tier=_by_tier(words["same_tier"]),
            discounts={int(months): int(off) for months, off in words["discount_percent"].items()},
            small_add_ons=_by_tier(words["add_on"]["small"]),
            large_add_ons=_by_tier(words["add_on"]["large"]),
            enlargements=_by_tier(words["enlargement"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "The price list “{path}” cannot be read: {why}."),
                path=str(path),
                why=str(problem),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Put back the file that came with SimDesk.")),
        ) from problem


def _by_tier(table: dict[str, int]) -> dict[int, int]:
    return {parse_size(f"{tier}B"): int(price) for tier, price in table.items()}
