"""What differs between a card as it was stored and as it was read now, and what that means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress
from operator import ne
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
        "quiet_since": "idle",
    }
)
"""Names of filter fields where they differ from the column's."""

_ALSO = {
    "carrier": ("smart",),
    "specific": ("silent_ends", "auto_cancel"),
    "opened_at": ("silent_ends",),
    "expires_at": ("auto_cancel",),
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
        self.fields |= _fields(tuple(columns))

    def add_all(self, card_ids: Iterable[int], columns: Sequence[str]) -> None:
        found = set(card_ids)
        if found:
            self.card_ids |= found
            self.fields |= _fields(tuple(columns))

    def merge(self, other: "Changes") -> None:
        self.card_ids |= other.card_ids
        self.fields |= other.fields
        self.new |= other.new
        self.tags |= other.tags


@dataclass(slots=True)
class Differences:
    """Cards as they were stored and as they were read, compared one by one, to be written at once.

    `updates` holds for each set of changed columns the rows to write: their new values in order,
    then the card's id; `past` rows of card_change, from the card's id on.
    """

    observed_at: int
    changes: Changes = field(default_factory=Changes)
    updates: dict[tuple[str, ...], list[tuple[Stored, ...]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    past: list[tuple[Stored, ...]] = field(default_factory=list)

    def compare(
        self,
        card_id: int,
        columns: Sequence[str],
        before: Sequence[Stored],
        after: tuple[Stored, ...],
        *,
        remember: bool = True,
    ) -> None:
        """Note where `after` differs; `remember` puts what matters into the card's history."""
        if before == after:
            return
        differs = tuple(map(ne, before, after))
        names = tuple(compress(columns, differs))
        if not names:
            return
        self.changes.add(card_id, names)
        self.updates[names].append((*compress(after, differs), card_id))
        if remember and not _EVERYDAY.issuperset(names):
            for name, old, new in zip(columns, before, after, strict=True):
                if old != new and name not in _EVERYDAY:
                    self.remember(card_id, FIELD_OF.get(name, name), old, new)

    def remember(self, card_id: int, about: str, old: Stored, new: Stored) -> None:
        """Put a line into the card's history."""
        self.past.append((card_id, about, _said(old), _said(new), self.observed_at))


@lru_cache(maxsize=1024)
def _fields(columns: tuple[str, ...]) -> frozenset[str]:
    """Filter fields that read these columns."""
    fields = {FIELD_OF.get(column, column) for column in columns}
    return frozenset(fields.union(*(_ALSO.get(column, ()) for column in columns)))


def decides(columns: Sequence[str]) -> bool:
    """Whether a verdict or a price may be another now."""
    return not _DECIDING.isdisjoint(columns)


def _said(value: Stored) -> str | None:
    if value is None:
        return None
    return str(int(value)) if isinstance(value, bool) else str(value)
