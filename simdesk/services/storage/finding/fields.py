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

STAMPS = frozenset({"listed_at", "not_listed_since"})
"""Columns that every sync writes for every card."""
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
    - STAMPS
    - _IDENTITY
    - _ELSEWHERE
    - {"remark", "imei", "order_number"},
    "stamps": STAMPS,
    "identity": _IDENTITY,
    "remark": frozenset({"remark"}),
    "imei": frozenset({"imei"}),
    "order": frozenset({"order_number"}),
}
"""Columns of the card table whose change makes the same part of the index stale."""
STALE_ORDERS: Mapping[str, tuple[str, ...]] = {
    "identity": ("iccid", "msisdn", "imsi"),
    "remark": ("remark",),
    "imei": ("imei",),
    "order": ("order",),
}
