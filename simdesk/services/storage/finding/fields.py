"""How the index holds each field that a filter or a sort may name."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, func, literal

from simdesk.services.storage.tables import card
from simdesk.services.storage.where import EXPRESSIONS

NUMBERS: tuple[str, ...] = (
    *("cycle", "rate", "tier", "status", "specific", "usage", "left", "left_share", "sms"),
    *("idle", "opened", "activated", "expires", "silent_ends", "auto_cancel"),
    *("auto_renew", "smart", "due", "limit", "synced", "missing", "as_of"),
)
"""Whole numbers: sizes in KB, moments in seconds of UTC, flags as 0 and 1, codes of status."""
CODED: tuple[str, ...] = (
    *("voucher", "carrier", "plan", "pool", "method"),
    *("sim_type", "network", "apn", "certify", "group"),
)
"""Texts of which a fleet has few: each different one is kept once and has a number."""
TEXTS: tuple[str, ...] = ("iccid", "msisdn", "imsi", "imei", "order", "remark")
"""Texts that nearly every card has its own of: the database keeps them, the index their order."""

READ: Mapping[str, ColumnElement[object]] = {
    **{name: EXPRESSIONS[name] for name in (*NUMBERS, *CODED, *TEXTS) if name != "as_of"},
    "as_of": card.c.usage_as_of,
}
IDENTITIES = func.lower(
    card.c.iccid
    + literal("\n")
    + func.coalesce(card.c.msisdns, "")
    + literal("\n")
    + func.coalesce(card.c.imsis, "")
)
"""A card's numbers as they are searched by bare words."""
REMARK = func.lower(card.c.remark)

VALUES = (*NUMBERS, *CODED)
PARTS: Mapping[str, tuple[str, ...]] = {
    "values": VALUES,
    "standing": (
        *("status", "specific", "due", "auto_renew", "activated", "method", "expires"),
        *("silent_ends", "auto_cancel"),
    ),
    "usage": ("usage", "left", "left_share", "as_of", "sms"),
    "stamps": ("synced", "missing"),
}
"""Fields that are read anew together: what acts change, what every sync does, and all."""
_STANDING = frozenset(
    {
        *("status", "specific", "cancellation_due", "auto_renew"),
        *("activated_at", "activation_method", "expires_at"),
    }
)
_USAGE = frozenset({"cycle_usage_kb", "cycle_left_kb", "usage_as_of", "sms_used"})
_STAMPS = frozenset({"listed_at", "not_listed_since"})
_IDENTITY = frozenset({"iccid", "msisdns", "imsis"})
_ELSEWHERE = frozenset(
    {
        *("id", "account", "instance_id", "private_segment", "sms_enabled", "version"),
        *("provider_tags", "provider_remark", "ips", "certified", "limit_auto_restore"),
        *("auto_rebind", "detailed_at", "usage_at"),
    }
)
"""Columns that no filter and no sort reads."""
GROUPS: Mapping[str, frozenset[str]] = {
    "values": frozenset(column.name for column in card.columns)
    - _STANDING
    - _USAGE
    - _STAMPS
    - _IDENTITY
    - _ELSEWHERE
    - {"remark", "imei", "order_number"},
    "standing": _STANDING,
    "usage": _USAGE,
    "stamps": _STAMPS,
    "identity": _IDENTITY,
    "remark": frozenset({"remark"}),
    "imei": frozenset({"imei"}),
    "order": frozenset({"order_number"}),
}
"""Columns of the card table whose change makes the same part of the index stale."""
OF_NEW = tuple(part for part in GROUPS if part not in ("standing", "usage", "stamps"))
"""What is noted of a new card; its values are all read."""
STALE_ORDERS: Mapping[str, tuple[str, ...]] = {
    "identity": ("iccid", "msisdn", "imsi"),
    "remark": ("remark",),
    "imei": ("imei",),
    "order": ("order",),
}
