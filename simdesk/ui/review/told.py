"""What of a card a spreadsheet tells: columns and details of anything else are left out."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.cards.columns import NAMES

DAYS = "day"
"""Stands for every column of a day."""
_PLAN = ("voucher",)
_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "iccid": ("iccid",),
        "msisdn": ("msisdns",),
        "imsi": ("imsis",),
        "imei": ("imei",),
        "voucher": _PLAN,
        "carrier": ("carrier", *_PLAN),
        "plan": ("plan", *_PLAN),
        "cycle": ("cycle", *_PLAN),
        "rate": _PLAN,
        "tier": ("tier", *_PLAN),
        "pool": _PLAN,
        "status": ("status", "specific"),
        "specific": ("specific", "status"),
        "usage": ("usage",),
        "left": ("left",),
        "left_share": ("left",),
        "sms": ("sms",),
        "idle": (DAYS,),
        "opened": ("opened",),
        "activated": ("activated",),
        "method": ("method",),
        "expires": ("expires",),
        "auto_renew": ("auto_renew",),
        "sim_type": ("sim_type",),
        "network": ("network",),
        "apn": ("apn",),
        "group": ("group",),
        "order": ("order",),
        "limit": ("limit",),
        "tags": ("tags",),
        "remark": ("remark",),
    }
)
"""The fields of a sheet of which one is enough to fill a column of the table."""
_FACTS: Mapping[str, str] = MappingProxyType(
    {
        "ICCID": "iccid",
        "MSISDN": "msisdn",
        "IMSI": "imsi",
        "Device IMEI": "imei",
        "Carrier": "carrier",
        "Card type": "sim_type",
        "Plan voucher": "voucher",
        "In words": "voucher",
        "Plan type": "plan",
        "Billing cycle": "cycle",
        "Data tier": "tier",
        "Pool ID": "pool",
        "Rate version": "rate",
        "Plan expires": "expires",
        "Auto-renew": "auto_renew",
        "Order": "order",
        "SIM card status": "status",
        "Specific status": "specific",
        "Account opened": "opened",
        "Activated": "activated",
        "Activation method": "method",
        "Real-name certified": "certified",
        "Cumulative traffic in cycle": "usage",
        "Left in cycle": "left",
        "SMS used": "sms",
        "Usage limit": "limit",
        "Network": "network",
        "APN": "apn",
        "Directional group": "group",
        "Tags": "tags",
        "Remarks": "remark",
    }
)
"""The column that says the same as a line of the details; a line without one is never told."""


def _told(column: str, keys: Collection[str]) -> bool:
    wanted = _COLUMNS.get(column, (column,) if column == "certified" else ())
    days = DAYS in wanted and any(key.startswith("day.") for key in keys)
    return days or any(key in keys for key in wanted)


def arranged(fleet: Arrangement, keys: Collection[str], *, own: bool) -> Arrangement:
    """The columns of a review that tells these fields.

    Those of an export of ours stand as in the fleet's window; of a foreign sheet all are shown.
    """
    untold = frozenset(name for name in NAMES if not _told(name, keys))
    return replace(fleet, hidden=untold | (fleet.hidden if own else frozenset()))


def fact_told(label: str, keys: Collection[str]) -> bool:
    """A line of the details has something to say; `label` is its English name."""
    column = _FACTS.get(label)
    return column is not None and _told(column, keys)
