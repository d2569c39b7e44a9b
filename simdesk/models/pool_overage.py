"""What use outside the plan costs, by carrier, plan and tariff generation (domain.md 3.2)."""

from simdesk.models.orders import Money
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import Carrier, PlanType

_FIRST_TARIFF = 1000
_SAME_TIER = {Carrier.CTCC: 200, Carrier.CUCC: 400}
_POOLED = {Carrier.CMCC: 300, Carrier.CTCC: 200, Carrier.CUCC: 400}
_CMCC_PER_MB = 20


def overage(
    carrier: Carrier, plan_type: PlanType, rate_version: int, outside_kb: int
) -> Money | None:
    """Fen for `outside_kb` of overage; None where no price is known.

    China Mobile's same-tier pools pay for each started MB, all others for the exact share of a
    GB, rounded half up to the fen (domain.md 3.3).
    """
    if plan_type.single_card or carrier is Carrier.VNO:
        return None
    if plan_type.same_tier and carrier is Carrier.CMCC and rate_version > 1:
        return Money(-(-outside_kb // KB_PER_MB) * _CMCC_PER_MB)
    per_gb = (_POOLED if plan_type.pooled else _SAME_TIER).get(carrier, 0)
    if rate_version == 1:
        per_gb = _FIRST_TARIFF
    return Money((2 * outside_kb * per_gb + KB_PER_GB) // (2 * KB_PER_GB))
