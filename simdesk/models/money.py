"""Money: integer minor units, never a float (domain.md 3.4)."""

import re
from dataclasses import dataclass
from typing import Self

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (fen for CNY). Amounts of different currencies never mix."""

    minor: int
    currency: str = "CNY"

    def __add__(self, other: Self) -> Self:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} + {other.currency}")
        return type(self)(self.minor + other.minor, self.currency)

    def times(self, count: int) -> Self:
        return type(self)(self.minor * count, self.currency)

    def covers(self, price: "Money | None") -> bool:
        """Whether this much, approved, allows such a price; None is what is not sold (F18)."""
        return price is not None and price.currency == self.currency and price.minor <= self.minor

    def __str__(self) -> str:
        sign = "-" if self.minor < 0 else ""
        whole, rest = divmod(abs(self.minor), 100)
        return f"{self.currency} {sign}{whole:,}.{rest:02d}"


_AMOUNT = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?")


def parse_money(words: str, currency: str = "CNY") -> Money:
    """Read an amount as people write it: `500`, `1,200.50`. Raises KnownError."""
    found = _AMOUNT.fullmatch(words.strip().replace(",", ""))
    if found is None:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "“{words}” is not an amount."), words=words),
            text(QT_TRANSLATE_NOOP("trade", "Write it like 500 or 1,200.50.")),
        )
    whole, rest = found.groups()
    return Money(int(whole) * 100 + int((rest or "").ljust(2, "0")), currency)
