"""The fields of a card as the Basic information tab lists them (domain.md 1)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from simdesk.models.card import CardDetails, CardRow
from simdesk.models.errors import KnownError
from simdesk.models.filter_fields import left_share
from simdesk.models.numbers import grouped
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import parse_voucher
from simdesk.ui.text import carriers_moment_shown, moment_shown, shown, size_shown


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
    return (
        shown(text(QT_TRANSLATE_NOOP("trade", "Yes")))
        if value
        else shown(text(QT_TRANSLATE_NOOP("trade", "No")))
    )


def _on_off(value: bool) -> str:
    return (
        shown(text(QT_TRANSLATE_NOOP("trade", "On")))
        if value
        else shown(text(QT_TRANSLATE_NOOP("trade", "Off")))
    )


def _lines(values: tuple[str, ...]) -> str:
    return "\n".join(values)


def _numbers(values: tuple[str, ...]) -> str:
    return _lines(tuple(map(grouped, values)))


def _imei(details: CardDetails | None) -> str:
    return "" if details is None else details.imei


def _status(row: CardRow) -> str:
    return coded(SimStatus.of(row.facts.status), row.facts.status)


def _specific(row: CardRow) -> str:
    return coded(SpecificStatus.of(row.facts.specific), row.facts.specific)


def coded(known: SimStatus | SpecificStatus | None, code: int) -> str:
    """A status in words; nothing where nobody told, as a spreadsheet may not."""
    if known is None:
        return str(code) if code else ""
    return shown(known.label)


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
    return shown(text(QT_TRANSLATE_NOOP("trade", "None"))) if limit is None else size_shown(limit)


_CARD_TYPES = {
    "nano": QT_TRANSLATE_NOOP("trade", "Pluggable, triple-cut, consumer"),
    "micro": QT_TRANSLATE_NOOP("trade", "Pluggable, double-cut, consumer"),
    "normal": QT_TRANSLATE_NOOP("trade", "Pluggable, full size, consumer"),
    "simplus56": QT_TRANSLATE_NOOP("trade", "Soldered 5x6, consumer"),
    "simplus22": QT_TRANSLATE_NOOP("trade", "Soldered 2x2, consumer"),
    "industry-normal": QT_TRANSLATE_NOOP("trade", "Pluggable, full size, industrial"),
    "industry-micro": QT_TRANSLATE_NOOP("trade", "Pluggable, double-cut, industrial"),
    "industry-nano": QT_TRANSLATE_NOOP("trade", "Pluggable, triple-cut, industrial"),
    "simplus": QT_TRANSLATE_NOOP("trade", "Soldered 5x6, industrial"),
    "industry-simplus22": QT_TRANSLATE_NOOP("trade", "Soldered 2x2, industrial"),
}


def _card_type(row: CardRow) -> str:
    code = row.facts.sim_type
    return f"{shown(text(_CARD_TYPES[code]))} ({code})" if code in _CARD_TYPES else code


def _carriers_moment(read: Callable[[CardRow], object]) -> Callable[[CardRow], str]:
    def words(row: CardRow) -> str:
        at = read(row)
        return "" if at is None else carriers_moment_shown(at)  # type: ignore[arg-type]  # a moment or None

    return words


def _moment(read: Callable[[CardRow], object]) -> Callable[[CardRow], str]:
    def words(row: CardRow) -> str:
        at = read(row)
        return "" if at is None else moment_shown(at)  # type: ignore[arg-type]  # a moment or None

    return words


_IDENTITY = FactGroup(
    text(QT_TRANSLATE_NOOP("trade", "Identity")),
    Source.LIST,
    (
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "ICCID")),
            lambda r: grouped(r.facts.iccid),
            identifier=True,
            copied=lambda r: r.facts.iccid,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "MSISDN")),
            lambda r: _numbers(r.facts.msisdns),
            identifier=True,
            copied=lambda r: _lines(r.facts.msisdns),
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "IMSI")),
            lambda r: _numbers(r.facts.imsis),
            identifier=True,
            copied=lambda r: _lines(r.facts.imsis),
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Device IMEI")),
            _of_details(lambda d: grouped(d.imei)),
            Source.DETAILS,
            identifier=True,
            copied=lambda r: _imei(r.details),
        ),
        Fact(text(QT_TRANSLATE_NOOP("trade", "Carrier")), lambda r: shown(r.facts.carrier.label)),
        Fact(text(QT_TRANSLATE_NOOP("trade", "Card type")), _card_type),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Instance ID")),
            lambda r: r.facts.instance_id,
            identifier=True,
        ),
    ),
)
_PLAN = FactGroup(
    text(QT_TRANSLATE_NOOP("trade", "Plan")),
    Source.LIST,
    (
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Plan voucher")),
            lambda r: r.facts.voucher,
            identifier=True,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "In words")),
            _decoded,
            applies=lambda r: bool(_decoded(r)),
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Plan type")), lambda r: shown(r.facts.plan_type.label)
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Billing cycle")), lambda r: shown(r.facts.cycle.label)
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Data tier")),
            lambda r: size_shown(r.facts.tier_kb or 0),
            applies=lambda r: r.facts.tier_kb is not None,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Pool ID")),
            lambda r: r.facts.pool_id or "",
            applies=lambda r: r.facts.plan_type.pooled,
        ),
        Fact(text(QT_TRANSLATE_NOOP("trade", "Rate version")), lambda r: str(r.facts.rate_version)),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Plan expires")),
            _carriers_moment(lambda r: r.facts.expires_at),
            applies=lambda r: not r.facts.plan_type.pooled,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Auto-renew")),
            lambda r: _on_off(r.facts.auto_renew),
            applies=lambda r: not r.facts.plan_type.pooled,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Order")),
            lambda r: r.facts.order_number,
            identifier=True,
        ),
    ),
)
_LIFE = FactGroup(
    text(QT_TRANSLATE_NOOP("trade", "Status")),
    Source.LIST,
    (
        Fact(text(QT_TRANSLATE_NOOP("trade", "SIM card status")), _status),
        Fact(text(QT_TRANSLATE_NOOP("trade", "Specific status")), _specific),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Cancellation")),
            lambda r: shown(text(QT_TRANSLATE_NOOP("trade", "Under way"))),
            applies=lambda r: r.facts.cancellation_due,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Account opened")),
            _carriers_moment(lambda r: r.facts.opened),
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Activated")),
            _carriers_moment(lambda r: r.facts.activated_at),
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Activation method")),
            lambda r: shown(r.facts.activation_method.label) if r.facts.activation_method else "",
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Certification mode")), lambda r: r.facts.certify_type
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Real-name certified")),
            _of_details(lambda d: _yes_no(d.certified)),
            Source.DETAILS,
        ),
    ),
)
_TRAFFIC = FactGroup(
    text(QT_TRANSLATE_NOOP("trade", "Traffic")),
    Source.USAGE,
    (
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Cumulative traffic in cycle")),
            lambda r: size_shown(r.facts.cycle_usage_kb),
            Source.USAGE,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Left in cycle")),
            _left,
            Source.USAGE,
            applies=lambda r: r.facts.cycle_left_kb is not None,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "SMS used")),
            lambda r: f"{r.facts.sms_used:,}",
            Source.USAGE,
        ),
        Fact(text(QT_TRANSLATE_NOOP("trade", "Usage limit")), _of_details(_limit), Source.DETAILS),
    ),
)
_NETWORK = FactGroup(
    text(QT_TRANSLATE_NOOP("trade", "Network")),
    Source.LIST,
    (
        Fact(text(QT_TRANSLATE_NOOP("trade", "Network")), lambda r: r.facts.network),
        Fact(text(QT_TRANSLATE_NOOP("trade", "APN")), lambda r: r.facts.apn),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "IP address")),
            _of_details(lambda d: _lines(d.ips)),
            Source.DETAILS,
            identifier=True,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Private segment")),
            lambda r: r.facts.private_segment,
            identifier=True,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Directional group")),
            lambda r: r.facts.directional_group,
        ),
        Fact(text(QT_TRANSLATE_NOOP("trade", "SMS")), lambda r: _on_off(r.facts.sms_enabled)),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Automatic rebind")),
            _of_details(lambda d: _on_off(d.auto_rebind)),
            Source.DETAILS,
        ),
    ),
)
_DESK = FactGroup(
    text(QT_TRANSLATE_NOOP("trade", "On this desk")),
    Source.DESK,
    (
        Fact(text(QT_TRANSLATE_NOOP("trade", "Tags")), lambda r: ", ".join(r.tags), Source.DESK),
        Fact(text(QT_TRANSLATE_NOOP("trade", "Remarks")), lambda r: r.remark, Source.DESK),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Tags at the provider")),
            lambda r: ", ".join(r.facts.tags),
            applies=lambda r: frozenset(r.facts.tags) != frozenset(r.tags),
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Remarks at the provider")),
            lambda r: r.facts.remark,
            applies=lambda r: r.facts.remark != r.remark,
        ),
        Fact(text(QT_TRANSLATE_NOOP("trade", "Account")), lambda r: r.account, Source.DESK),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "List read")),
            _moment(lambda r: r.stamps.listed_at),
            Source.DESK,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Details read")),
            _moment(lambda r: r.stamps.detailed_at),
            Source.DESK,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Usage read")),
            _moment(lambda r: r.stamps.usage_at),
            Source.DESK,
        ),
        Fact(
            text(QT_TRANSLATE_NOOP("trade", "Not listed since")),
            _moment(lambda r: r.stamps.not_listed_since),
            Source.DESK,
            applies=lambda r: r.stamps.not_listed_since is not None,
        ),
    ),
)
FACT_GROUPS = (_IDENTITY, _PLAN, _LIFE, _TRAFFIC, _NETWORK, _DESK)
