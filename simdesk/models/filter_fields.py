"""The fields a filter may name: one list for text form, dock, SQL and Python (domain.md 7)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from simdesk.models.activation import ActivationMethod
from simdesk.models.deadlines import auto_cancels, silence_ends
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import BillingCycle, Carrier, PlanType

if TYPE_CHECKING:
    from simdesk.models.card import CardRow

Reading = str | int | bool | datetime | None | tuple[str, ...]


class FieldKind(Enum):
    """How a field is asked: its values, its operators, its control in the dock."""

    ID = "id"
    """Equal, or a prefix of at least six characters."""
    TEXT = "text"
    """Equal."""
    WORDS = "words"
    """Contains."""
    CHOICE = "choice"
    SIZE = "size"
    NUMBER = "number"
    MOMENT = "moment"
    """Compared by its day in Asia/Shanghai."""
    FLAG = "flag"
    TAGS = "tags"
    CANCELLED = "cancelled"
    """yes, no or any; the only field whose absence leaves cards out."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value as stored, its token in the text form and its label for people."""

    value: str | int
    token: str
    label: Text


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: FieldKind
    label: Text
    read: "Callable[[CardRow], Reading]"
    choices: tuple[Choice, ...] = ()
    sortable: bool = True
    unit: str = ""
    """What a number counts, written behind it: `%` or nothing."""


def left_share(row: "CardRow") -> int | None:
    """Percent of the cycle's quota that is left, rounded up; None without a quota.

    Rounded up, `<=10` means at most a tenth and `>10` more than a tenth (domain.md 7; 9, row 32).
    """
    left, tier = row.facts.cycle_left_kb, row.facts.tier_kb
    return None if left is None or not tier else (left * 100 + tier - 1) // tier


def _name(source: str) -> Text:
    return text(source)


def _statuses() -> tuple[Choice, ...]:
    return tuple(Choice(int(one), one.name.lower(), one.label) for one in SimStatus)


def _specifics() -> tuple[Choice, ...]:
    return tuple(Choice(int(one), one.name.lower(), one.label) for one in SpecificStatus)


def _carriers() -> tuple[Choice, ...]:
    return tuple(Choice(one.value, one.value, one.label) for one in Carrier)


def _plans() -> tuple[Choice, ...]:
    return tuple(Choice(one.value, one.value, one.label) for one in PlanType)


def _cycles() -> tuple[Choice, ...]:
    return tuple(Choice(int(one), one.name.lower(), one.label) for one in BillingCycle)


def _methods() -> tuple[Choice, ...]:
    return tuple(Choice(one.value, one.value, one.label) for one in ActivationMethod)


_K = FieldKind
_ALL = (
    Field("iccid", _K.ID, _name(QT_TRANSLATE_NOOP("trade", "ICCID")), lambda r: r.facts.iccid),
    Field("msisdn", _K.ID, _name(QT_TRANSLATE_NOOP("trade", "MSISDN")), lambda r: r.facts.msisdns),
    Field("imsi", _K.ID, _name(QT_TRANSLATE_NOOP("trade", "IMSI")), lambda r: r.facts.imsis),
    Field(
        "imei",
        _K.ID,
        _name(QT_TRANSLATE_NOOP("trade", "Device IMEI")),
        lambda r: r.details.imei if r.details else None,
    ),
    Field(
        "voucher",
        _K.TEXT,
        _name(QT_TRANSLATE_NOOP("trade", "Plan voucher")),
        lambda r: r.facts.voucher,
    ),
    Field(
        "carrier",
        _K.CHOICE,
        _name(QT_TRANSLATE_NOOP("trade", "Carrier")),
        lambda r: r.facts.carrier.value,
        _carriers(),
    ),
    Field(
        "status",
        _K.CHOICE,
        _name(QT_TRANSLATE_NOOP("trade", "SIM card status")),
        lambda r: r.facts.status,
        _statuses(),
    ),
    Field(
        "specific",
        _K.CHOICE,
        _name(QT_TRANSLATE_NOOP("trade", "Specific status")),
        lambda r: r.facts.specific,
        _specifics(),
    ),
    Field(
        "plan",
        _K.CHOICE,
        _name(QT_TRANSLATE_NOOP("trade", "Plan type")),
        lambda r: r.facts.plan_type.value,
        _plans(),
    ),
    Field(
        "cycle",
        _K.CHOICE,
        _name(QT_TRANSLATE_NOOP("trade", "Billing cycle")),
        lambda r: int(r.facts.cycle),
        _cycles(),
    ),
    Field(
        "rate",
        _K.NUMBER,
        _name(QT_TRANSLATE_NOOP("trade", "Rate version")),
        lambda r: r.facts.rate_version,
    ),
    Field(
        "tier", _K.SIZE, _name(QT_TRANSLATE_NOOP("trade", "Data tier")), lambda r: r.facts.tier_kb
    ),
    Field("pool", _K.TEXT, _name(QT_TRANSLATE_NOOP("trade", "Pool ID")), lambda r: r.facts.pool_id),
    Field(
        "usage",
        _K.SIZE,
        _name(QT_TRANSLATE_NOOP("trade", "Cumulative traffic in cycle")),
        lambda r: r.facts.cycle_usage_kb,
    ),
    Field(
        "left",
        _K.SIZE,
        _name(QT_TRANSLATE_NOOP("trade", "Left in cycle")),
        lambda r: r.facts.cycle_left_kb,
    ),
    Field(
        "left_share",
        _K.NUMBER,
        _name(QT_TRANSLATE_NOOP("trade", "Left in cycle (%)")),
        left_share,
        unit="%",
    ),
    Field(
        "sms", _K.NUMBER, _name(QT_TRANSLATE_NOOP("trade", "SMS used")), lambda r: r.facts.sms_used
    ),
    Field(
        "idle",
        _K.MOMENT,
        _name(QT_TRANSLATE_NOOP("trade", "Without traffic since")),
        lambda r: r.quiet_since,
    ),
    Field(
        "opened",
        _K.MOMENT,
        _name(QT_TRANSLATE_NOOP("trade", "Account opened")),
        lambda r: r.facts.opened_at,
    ),
    Field(
        "activated",
        _K.MOMENT,
        _name(QT_TRANSLATE_NOOP("trade", "Activated")),
        lambda r: r.facts.activated_at,
    ),
    Field(
        "method",
        _K.CHOICE,
        _name(QT_TRANSLATE_NOOP("trade", "Activation method")),
        lambda r: r.facts.activation_method.value if r.facts.activation_method else None,
        _methods(),
    ),
    Field(
        "expires",
        _K.MOMENT,
        _name(QT_TRANSLATE_NOOP("trade", "Plan expires")),
        lambda r: r.facts.expires_at,
    ),
    Field(
        "silent_ends",
        _K.MOMENT,
        _name(QT_TRANSLATE_NOOP("trade", "Silent period ends")),
        silence_ends,
    ),
    Field(
        "auto_cancel",
        _K.MOMENT,
        _name(QT_TRANSLATE_NOOP("trade", "Auto-cancellation")),
        auto_cancels,
    ),
    Field(
        "auto_renew",
        _K.FLAG,
        _name(QT_TRANSLATE_NOOP("trade", "Auto-renew")),
        lambda r: r.facts.auto_renew,
    ),
    Field(
        "sim_type",
        _K.TEXT,
        _name(QT_TRANSLATE_NOOP("trade", "Card type")),
        lambda r: r.facts.sim_type,
    ),
    Field(
        "network", _K.TEXT, _name(QT_TRANSLATE_NOOP("trade", "Network")), lambda r: r.facts.network
    ),
    Field("apn", _K.TEXT, _name(QT_TRANSLATE_NOOP("trade", "APN")), lambda r: r.facts.apn),
    Field(
        "certify",
        _K.TEXT,
        _name(QT_TRANSLATE_NOOP("trade", "Certification mode")),
        lambda r: r.facts.certify_type,
    ),
    Field(
        "group",
        _K.TEXT,
        _name(QT_TRANSLATE_NOOP("trade", "Directional group")),
        lambda r: r.facts.directional_group,
    ),
    Field(
        "smart", _K.FLAG, _name(QT_TRANSLATE_NOOP("trade", "Smart card")), lambda r: r.facts.smart
    ),
    Field(
        "tag", _K.TAGS, _name(QT_TRANSLATE_NOOP("trade", "Tag")), lambda r: r.tags, sortable=False
    ),
    Field(
        "notification",
        _K.TEXT,
        _name(QT_TRANSLATE_NOOP("trade", "Rule notification")),
        lambda r: r.notifications,
        sortable=False,
    ),
    Field("remark", _K.WORDS, _name(QT_TRANSLATE_NOOP("trade", "Remarks")), lambda r: r.remark),
    Field(
        "order", _K.TEXT, _name(QT_TRANSLATE_NOOP("trade", "Order")), lambda r: r.facts.order_number
    ),
    Field(
        "limit",
        _K.SIZE,
        _name(QT_TRANSLATE_NOOP("trade", "Usage limit")),
        lambda r: r.details.effective_limit_kb if r.details else None,
    ),
    Field(
        "due",
        _K.FLAG,
        _name(QT_TRANSLATE_NOOP("trade", "Cancellation under way")),
        lambda r: r.facts.cancellation_due,
    ),
    Field(
        "pending",
        _K.FLAG,
        _name(QT_TRANSLATE_NOOP("trade", "Operation under way")),
        lambda r: r.pending is not None,
    ),
    Field(
        "synced",
        _K.MOMENT,
        _name(QT_TRANSLATE_NOOP("trade", "Last read")),
        lambda r: r.stamps.listed_at,
    ),
    Field(
        "missing",
        _K.MOMENT,
        _name(QT_TRANSLATE_NOOP("trade", "Not listed since")),
        lambda r: r.stamps.not_listed_since,
    ),
    Field(
        "cancelled",
        _K.CANCELLED,
        _name(QT_TRANSLATE_NOOP("trade", "Cancelled cards")),
        lambda r: None,
        (
            Choice("no", "no", _name(QT_TRANSLATE_NOOP("trade", "Leave out"))),
            Choice("any", "any", _name(QT_TRANSLATE_NOOP("trade", "Include"))),
            Choice("yes", "yes", _name(QT_TRANSLATE_NOOP("trade", "Only these"))),
        ),
        sortable=False,
    ),
)
FIELDS: Mapping[str, Field] = MappingProxyType({field.name: field for field in _ALL})
NEVER_EMPTY = frozenset(
    {
        *("iccid", "voucher", "carrier", "status", "specific", "plan", "cycle", "rate"),
        *("usage", "sms", "opened", "synced", "auto_renew", "smart", "due", "pending", "cancelled"),
    }
)
"""Fields that every card fills: asking for empty ones finds nothing."""
