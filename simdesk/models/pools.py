"""What a provider tells of a voucher's month (domain.md 3.3)."""

from dataclasses import dataclass

from simdesk.models.periods import Month


@dataclass(frozen=True, slots=True)
class PoolReading:
    """A voucher's figures in one month as the provider counts them. Sizes are KB.

    `total_kb` and `left_kb` are told for same-tier pools, the `grand_` figures and function fees
    for pooled plans; None elsewhere. `function_fees` are units bought for the month,
    `function_fees_exceeded` the active cards beyond them.
    """

    voucher: str
    month: Month
    cards_total: int
    cards_active: int
    used_kb: int
    outside_kb: int
    sms_used: int
    total_kb: int | None = None
    left_kb: int | None = None
    grand_total_kb: int | None = None
    grand_used_kb: int | None = None
    grand_left_kb: int | None = None
    function_fees: int | None = None
    function_fees_exceeded: int | None = None
