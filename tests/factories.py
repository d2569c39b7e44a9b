"""Data builders that tests share. Each gives a consistent whole; name only what the test is about.

`specific` brings its `status` along and `plan_type`, `carrier`, `cycle`, `rate_version`, `tier_kb`
and `pool_id` bring the voucher along, unless the test says otherwise.
"""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from simdesk.models.card import (
    ActivationMethod,
    CardDetails,
    CardFacts,
    CardRow,
    Stamps,
    SubCard,
)
from simdesk.models.periods import ZONE, midnight
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import BillingCycle, Carrier, PlanType, voucher_text

TODAY = date(2026, 6, 15)
"""The day simulated worlds start on."""

_NEVER_ACTIVATED = (
    SpecificStatus.TEST_PERIOD,
    SpecificStatus.SILENT_PERIOD,
    SpecificStatus.TEST_DEVICE_CHANGE,
)


def a_moment(*parts: int) -> datetime:
    """A moment on the carriers' clock, written as `datetime`'s arguments; the world's first."""
    year, month, day, *time = parts or (2026, 6, 15, 9)
    hour, minute, second = (*time, 0, 0, 0)[:3]
    return datetime(year, month, day, hour, minute, second, tzinfo=ZONE)


def _voucher_of(values: dict[str, Any]) -> str:
    tier = values["tier_kb"]
    tier_words = f"{tier // KB_PER_GB}G" if tier and not tier % KB_PER_GB else ""
    last = values["pool_id"] or tier_words or f"{(tier or 0) // KB_PER_MB}M"
    cycle = values["cycle"]
    if cycle not in (BillingCycle.MONTH, BillingCycle.YEAR):
        cycle = BillingCycle.MONTH
    return voucher_text(values["carrier"], values["plan_type"], cycle, values["rate_version"], last)


def _plan_defaults(plan_type: PlanType) -> dict[str, Any]:
    if plan_type.pooled:
        return {"tier_kb": None, "pool_id": "beika4", "cycle_left_kb": None}
    tier = 100 * KB_PER_MB
    return {
        "tier_kb": tier,
        "pool_id": None,
        "cycle_left_kb": tier - 12_345 if plan_type.single_card else None,
    }


def _life_defaults(specific: int, plan_type: PlanType) -> dict[str, Any]:
    if specific in _NEVER_ACTIVATED:
        return {"activated_at": None, "activation_method": None, "expires_at": None}
    return {
        "activated_at": a_moment(2025, 11, 16, 16, 35, 50),
        "activation_method": ActivationMethod.FIRST_DATA_RECORD,
        "expires_at": None if plan_type.pooled else a_moment(2026, 10, 31, 23, 59, 59),
    }


def some_facts(**changes: Any) -> CardFacts:
    """A China Mobile single-card plan in use, with `changes` made and what follows from them."""
    specific = int(changes.get("specific", SpecificStatus.IN_USE))
    plan_type = changes.get("plan_type", PlanType.SC)
    known = SpecificStatus.of(specific)
    values: dict[str, Any] = {
        "iccid": "89860321000000015668",
        "instance_id": "123456",
        "msisdns": ("1440993000001",),
        "imsis": ("460081937000001",),
        "carrier": Carrier.CMCC,
        "plan_type": plan_type,
        "cycle": BillingCycle.MONTH,
        "rate_version": 2,
        **_plan_defaults(plan_type),
        "status": specific if known is None else int(known.parent),
        "specific": specific,
        "cancellation_due": False,
        "cycle_usage_kb": 12_345,
        "usage_as_of": midnight(TODAY),
        "sms_used": 0,
        "opened_at": a_moment(2025, 10, 29, 16, 12, 14),
        **_life_defaults(specific, plan_type),
        "auto_renew": False,
        "order_number": "211519634000001",
        "sim_type": "nano",
        "network": "4G",
        "apn": "cmiot",
        "private_segment": "",
        "certify_type": "enterprise",
        "sms_enabled": False,
        "directional_group": "",
        "tags": (),
        "remark": "",
        **changes,
    }
    values.setdefault("voucher", _voucher_of(values))
    return CardFacts(**values)


def some_details(**changes: Any) -> CardDetails:
    """Details without limits or sub-cards."""
    values: dict[str, Any] = {
        "imei": "490154203237518",
        "ips": ("10.12.0.7",),
        "certified": True,
        "card_limit_kb": None,
        "voucher_limit_kb": None,
        "limit_auto_restore": True,
        "auto_rebind": False,
        "sub_cards": (),
        **changes,
    }
    return CardDetails(**values)


def fleet_of(*changes: dict[str, Any]) -> list[CardRow]:
    """A card for each, told apart by their ids from 1 on, with these fields other than usual."""
    return [
        a_card_row(**{"id": number, "instance_id": str(number), **one})
        for number, one in enumerate(changes, start=1)
    ]


def a_sub_card(**changes: Any) -> SubCard:
    """A China Unicom channel of a smart card, in use."""
    specific = int(changes.get("specific", SpecificStatus.IN_USE))
    known = SpecificStatus.of(specific)
    values: dict[str, Any] = {
        "iccid": "89860121000000025668",
        "carrier": Carrier.CUCC,
        "imsis": ("460011937000001",),
        "msisdns": ("1460993000001",),
        "ips": ("10.12.0.8",),
        "status": specific if known is None else int(known.parent),
        "specific": specific,
        "certified": True,
        "apn": "scuiot",
        "cycle_usage_kb": 4_096,
        "sms_used": 0,
        "sms_enabled": False,
        "private_segment": "",
        **changes,
    }
    return SubCard(**values)


_FACT_NAMES = frozenset(field.name for field in fields(CardFacts))


def a_card_row(**changes: Any) -> CardRow:
    """A row of the desk. Names of `CardFacts` are routed to the facts.

    `tags` and `remark` are set on the desk and at the provider alike; give `facts` as a whole to
    let the two differ.
    """
    for_facts = {name: value for name, value in changes.items() if name in _FACT_NAMES}
    for_row = {name: value for name, value in changes.items() if name not in _FACT_NAMES}
    facts = for_row.pop("facts", None) or some_facts(**for_facts)
    values: dict[str, Any] = {
        "id": 1,
        "account": "demo",
        "facts": facts,
        "details": some_details(),
        "tags": changes.get("tags", facts.tags),
        "remark": changes.get("remark", facts.remark),
        "stamps": Stamps(a_moment(), a_moment(), a_moment()),
        "version": 1,
        "pending": None,
        **for_row,
    }
    return CardRow(**values)
