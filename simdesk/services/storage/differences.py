"""What differs between a card as it was stored and as it was read now, and what that means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from simdesk.services.storage.codec import Stored

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {
        "msisdns": "msisdn",
        "imsis": "imsi",
        "plan_type": "plan",
        "rate_version": "rate",
        "tier_kb": "tier",
        "pool_id": "pool",
        "cancellation_due": "due",
        "cycle_usage_kb": "usage",
        "cycle_left_kb": "left",
        "sms_used": "sms",
        "opened_at": "opened",
        "activated_at": "activated",
        "activation_method": "method",
        "expires_at": "expires",
        "order_number": "order",
        "certify_type": "certify",
        "directional_group": "group",
        "card_limit_kb": "limit",
        "voucher_limit_kb": "voucher_limit",
    }
)
"""Names of filter fields where they differ from the column's."""

_ALSO = {
    "carrier": ("smart",),
    "cycle_left_kb": ("left_share",),
    "tier_kb": ("left_share",),
    "voucher_limit_kb": ("limit",),
}
_DECIDING = frozenset(
    {
        "specific",
        "plan_type",
        "carrier",
        "auto_renew",
        "cancellation_due",
        "voucher",
        "expires_at",
    }
)
"""What a verdict or a price reads: such a change makes the card's version grow."""
_EVERYDAY = frozenset({"cycle_usage_kb", "cycle_left_kb", "usage_as_of", "sms_used", "status"})
"""Not worth a line in the card's history; the status is told by the specific status."""


@dataclass(slots=True)
class Changes:
    """What one write changed: ids of cards, and filter fields that may differ for them."""

    card_ids: set[int] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    new: bool = False
    """Cards came in that were not known before."""
    tags: bool = False
    """Names of tags came in."""

    def add(self, card_id: int, columns: Sequence[str]) -> None:
        self.card_ids.add(card_id)
        for column in columns:
            self.fields.add(FIELD_OF.get(column, column))
            self.fields.update(_ALSO.get(column, ()))

    def merge(self, other: "Changes") -> None:
        self.card_ids |= other.card_ids
        self.fields |= other.fields
        self.new |= other.new
        self.tags |= other.tags


def changed_columns(
    columns: Sequence[str], before: Sequence[Stored], after: Sequence[Stored]
) -> tuple[str, ...]:
    return tuple(name for name, old, new in zip(columns, before, after, strict=True) if old != new)


def decides(columns: Sequence[str]) -> bool:
    """Whether a verdict or a price may be another now."""
    return not _DECIDING.isdisjoint(columns)


def history(
    card_id: int,
    columns: Sequence[str],
    before: Mapping[str, Stored],
    after: Mapping[str, Stored],
    observed_at: int,
) -> list[dict[str, Stored]]:
    """Rows of card_change for what an operator wants to read later."""
    return [
        {
            "card_id": card_id,
            "field": FIELD_OF.get(column, column),
            "before": _said(before[column]),
            "after": _said(after[column]),
            "observed_at": observed_at,
        }
        for column in columns
        if column not in _EVERYDAY
    ]


def _said(value: Stored) -> str | None:
    if value is None:
        return None
    return str(int(value)) if isinstance(value, bool) else str(value)
