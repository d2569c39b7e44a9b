"""The fields of a card as the Basic information tab lists them (domain.md 1)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from simdesk.models.card import CardDetails, CardRow
from simdesk.models.errors import KnownError
from simdesk.models.filter_fields import left_share
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import parse_voucher
from simdesk.ui.text import moment_shown, shown, size_shown

_N = QT_TRANSLATE_NOOP


class Source(Enum):
    """Which reading a value comes from; decides its as-of."""

    LIST = "list"
    DETAILS = "details"
    USAGE = "usage"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: `read` gives the value as shown, "" where the card has none.

    `identifier` values are drawn in the face of ids. `applies` leaves a line out for cards that
    cannot have it. `copied` gives what is copied where that differs from what is shown.
    """

    label: Text
    read: Callable[[CardRow], str]
    source: Source = Source.LIST
    identifier: bool = False
    applies: Callable[[CardRow], bool] | None = None
    copied: Callable[[CardRow], str] | None = None


@dataclass(frozen=True, slots=True)
class FactGroup:
    label: Text
    source: Source
    facts: tuple[Fact, ...]


def _of_details(read: Callable[[CardDetails], str]) -> Callable[[CardRow], str]:
    return lambda row: "" if row.details is None else read(row.details)


def _yes_no(value: bool) -> str:
    return shown(text(_N("trade", "Yes"))) if value else shown(text(_N("trade", "No")))


def _on_off(value: bool) -> str:
    return shown(text(_N("trade", "On"))) if value else shown(text(_N("trade", "Off")))


def _lines(values: tuple[str, ...]) -> str:
    return "\n".join(values)


def _in_groups(digits: str) -> str:
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def _status(row: CardRow) -> str:
    known = SimStatus.of(row.facts.status)
    return str(row.facts.status) if known is None else shown(known.label)


def _specific(row: CardRow) -> str:
    known = SpecificStatus.of(row.facts.specific)
    return str(row.facts.specific) if known is None else shown(known.label)


def _decoded(row: CardRow) -> str:
    try:
        return shown(parse_voucher(row.facts.voucher).decoded)
    except KnownError:
        return ""


def _left(row: CardRow) -> str:
    left = row.facts.cycle_left_kb
    if left is None:
        return ""
    share = left_share(row)
    size = size_shown(left)
    return size if share is None else f"{size} ({share} %)"


def _limit(details: CardDetails) -> str:
    limit = details.effective_limit_kb
    return shown(text(_N("trade", "None"))) if limit is None else size_shown(limit)


_CARD_TYPES = {
    "nano": _N("trade", "Pluggable, triple-cut, consumer"),
    "micro": _N("trade", "Pluggable, double-cut, consumer"),
    "normal": _N("trade", "Pluggable, full size, consumer"),
    "simplus56": _N("trade", "Soldered 5x6, consumer"),
    "simplus22": _N("trade", "Soldered 2x2, consumer"),
    "industry-normal": _N("trade", "Pluggable, full size, industrial"),
    "industry-micro": _N("trade", "Pluggable, double-cut, industrial"),
    "industry-nano": _N("trade", "Pluggable, triple-cut, industrial"),
    "simplus": _N("trade", "Soldered 5x6, industrial"),
    "industry-simplus22": _N("trade", "Soldered 2x2, industrial"),
}


def _card_type(row: CardRow) -> str:
    code = row.facts.sim_type
    return f"{shown(text(_CARD_TYPES[code]))} ({code})" if code in _CARD_TYPES else code


def _moment(read: Callable[[CardRow], object]) -> Callable[[CardRow], str]:
    def words(row: CardRow) -> str:
        at = read(row)
        return "" if at is None else moment_shown(at)  # type: ignore[arg-type]  # a moment or None

    return words


_IDENTITY = FactGroup(
    text(_N("trade", "Identity")),
    Source.LIST,
    (
        Fact(
            text(_N("trade", "ICCID")),
            lambda r: _in_groups(r.facts.iccid),
            identifier=True,
            copied=lambda r: r.facts.iccid,
        ),
        Fact(text(_N("trade", "MSISDN")), lambda r: _lines(r.facts.msisdns), identifier=True),
        Fact(text(_N("trade", "IMSI")), lambda r: _lines(r.facts.imsis), identifier=True),
        Fact(
            text(_N("trade", "Device IMEI")),
            _of_details(lambda d: d.imei),
            Source.DETAILS,
            identifier=True,
        ),
        Fact(text(_N("trade", "Carrier")), lambda r: shown(r.facts.carrier.label)),
        Fact(text(_N("trade", "Card type")), _card_type),
        Fact(text(_N("trade", "Instance ID")), lambda r: r.facts.instance_id, identifier=True),
    ),
)
_PLAN = FactGroup(
    text(_N("trade", "Plan")),
    Source.LIST,
    (
        Fact(text(_N("trade", "Plan voucher")), lambda r: r.facts.voucher, identifier=True),
        Fact(text(_N("trade", "In words")), _decoded, applies=lambda r: bool(_decoded(r))),
        Fact(text(_N("trade", "Plan type")), lambda r: shown(r.facts.plan_type.label)),
        Fact(text(_N("trade", "Billing cycle")), lambda r: shown(r.facts.cycle.label)),
        Fact(
            text(_N("trade", "Data tier")),
            lambda r: size_shown(r.facts.tier_kb or 0),
            applies=lambda r: r.facts.tier_kb is not None,
        ),
        Fact(
            text(_N("trade", "Pool ID")),
            lambda r: r.facts.pool_id or "",
            applies=lambda r: r.facts.plan_type.pooled,
        ),
        Fact(text(_N("trade", "Rate version")), lambda r: str(r.facts.rate_version)),
        Fact(
            text(_N("trade", "Plan expires")),
            _moment(lambda r: r.facts.expires_at),
            applies=lambda r: not r.facts.plan_type.pooled,
        ),
        Fact(
            text(_N("trade", "Auto-renew")),
            lambda r: _on_off(r.facts.auto_renew),
            applies=lambda r: not r.facts.plan_type.pooled,
        ),
        Fact(text(_N("trade", "Order")), lambda r: r.facts.order_number, identifier=True),
    ),
)
_LIFE = FactGroup(
    text(_N("trade", "Status")),
    Source.LIST,
    (
        Fact(text(_N("trade", "SIM card status")), _status),
        Fact(text(_N("trade", "Specific status")), _specific),
        Fact(
            text(_N("trade", "Cancellation")),
            lambda r: shown(text(_N("trade", "Under way"))),
            applies=lambda r: r.facts.cancellation_due,
        ),
        Fact(text(_N("trade", "Account opened")), _moment(lambda r: r.facts.opened_at)),
        Fact(text(_N("trade", "Activated")), _moment(lambda r: r.facts.activated_at)),
        Fact(
            text(_N("trade", "Activation method")),
            lambda r: shown(r.facts.activation_method.label) if r.facts.activation_method else "",
        ),
        Fact(text(_N("trade", "Certification mode")), lambda r: r.facts.certify_type),
        Fact(
            text(_N("trade", "Real-name certified")),
            _of_details(lambda d: _yes_no(d.certified)),
            Source.DETAILS,
        ),
    ),
)
_TRAFFIC = FactGroup(
    text(_N("trade", "Traffic")),
    Source.USAGE,
    (
        Fact(
            text(_N("trade", "Cumulative traffic in cycle")),
            lambda r: size_shown(r.facts.cycle_usage_kb),
            Source.USAGE,
        ),
        Fact(
            text(_N("trade", "Left in cycle")),
            _left,
            Source.USAGE,
            applies=lambda r: r.facts.cycle_left_kb is not None,
        ),
        Fact(text(_N("trade", "SMS used")), lambda r: f"{r.facts.sms_used:,}", Source.USAGE),
        Fact(text(_N("trade", "Usage limit")), _of_details(_limit), Source.DETAILS),
    ),
)
_NETWORK = FactGroup(
    text(_N("trade", "Network")),
    Source.LIST,
    (
        Fact(text(_N("trade", "Network")), lambda r: r.facts.network),
        Fact(text(_N("trade", "APN")), lambda r: r.facts.apn),
        Fact(
            text(_N("trade", "IP address")),
            _of_details(lambda d: _lines(d.ips)),
            Source.DETAILS,
            identifier=True,
        ),
        Fact(
            text(_N("trade", "Private segment")),
            lambda r: r.facts.private_segment,
            identifier=True,
        ),
        Fact(text(_N("trade", "Directional group")), lambda r: r.facts.directional_group),
        Fact(text(_N("trade", "SMS")), lambda r: _on_off(r.facts.sms_enabled)),
        Fact(
            text(_N("trade", "Automatic rebind")),
            _of_details(lambda d: _on_off(d.auto_rebind)),
            Source.DETAILS,
        ),
    ),
)
_DESK = FactGroup(
    text(_N("trade", "On this desk")),
    Source.DESK,
    (
        Fact(text(_N("trade", "Tags")), lambda r: ", ".join(r.tags), Source.DESK),
        Fact(text(_N("trade", "Remarks")), lambda r: r.remark, Source.DESK),
        Fact(
            text(_N("trade", "Tags at the provider")),
            lambda r: ", ".join(r.facts.tags),
            applies=lambda r: frozenset(r.facts.tags) != frozenset(r.tags),
        ),
        Fact(
            text(_N("trade", "Remarks at the provider")),
            lambda r: r.facts.remark,
            applies=lambda r: r.facts.remark != r.remark,
        ),
        Fact(text(_N("trade", "Account")), lambda r: r.account, Source.DESK),
        Fact(text(_N("trade", "List read")), _moment(lambda r: r.stamps.listed_at), Source.DESK),
        Fact(
            text(_N("trade", "Details read")),
            _moment(lambda r: r.stamps.detailed_at),
            Source.DESK,
        ),
        Fact(text(_N("trade", "Usage read")), _moment(lambda r: r.stamps.usage_at), Source.DESK),
        Fact(
            text(_N("trade", "Not listed since")),
            _moment(lambda r: r.stamps.not_listed_since),
            Source.DESK,
            applies=lambda r: r.stamps.not_listed_since is not None,
        ),
    ),
)
FACT_GROUPS = (_IDENTITY, _PLAN, _LIFE, _TRAFFIC, _NETWORK, _DESK)
