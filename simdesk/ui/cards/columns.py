"""The columns of the card table: a list; a further column is one more line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from simdesk.models.deadlines import auto_cancels, silence_ends
from simdesk.models.errors import KnownError
from simdesk.models.filter_fields import FIELDS, left_share
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import parse_voucher

if TYPE_CHECKING:
    from simdesk.models.card import CardRow
from simdesk.ui.text import day_shown, moment_shown, shown, size_shown, stamp_shown


class Face(Enum):
    """How a cell is drawn."""

    WORDS = "words"
    ID = "id"
    AMOUNT = "amount"
    STATUS = "status"
    TAGS = "tags"
    REMARK = "remark"
    ACTIONS = "actions"


@dataclass(frozen=True)
class Column:
    """`show` gives the cell's words; `copied` what the clipboard gets, the same unless told.

    `field` names the filter field behind it: what it sorts by, what makes it stale. `hint` is a
    tool tip where the words alone do not say enough. `width` is in pixels, where letters are
    12 pixels high.
    """

    name: str
    title: Text
    show: "Callable[[CardRow], str]"
    width: int
    face: Face = Face.WORDS
    field: str | None = None
    chosen: bool = False
    hint: "Callable[[CardRow], str] | None" = None
    copied: "Callable[[CardRow], str] | None" = None

    @property
    def sortable(self) -> bool:
        return self.field is not None and FIELDS[self.field].sortable

    @property
    def right(self) -> bool:
        return self.face is Face.AMOUNT


def _msisdn(row: "CardRow") -> str:
    if not row.facts.smart:
        return ", ".join(row.facts.msisdns)
    count = len(row.facts.msisdns)
    return shown(text(QT_TRANSLATE_NOOP("trade", "Sub-cards: {count}"), count=count))


def _joined(values: tuple[str, ...]) -> str:
    return ", ".join(values)


def _decoded(row: "CardRow") -> str:
    try:
        return shown(parse_voucher(row.facts.voucher).decoded)
    except KnownError as error:
        return shown(error.message)


def _status(row: "CardRow") -> str:
    return _coded(SimStatus.of(row.facts.status), row.facts.status)


def _specific(row: "CardRow") -> str:
    return _coded(SpecificStatus.of(row.facts.specific), row.facts.specific)


def _coded(known: SimStatus | SpecificStatus | None, code: int) -> str:
    """A status in words; nothing where nobody told, as a spreadsheet may not."""
    if known is None:
        unknown = text(QT_TRANSLATE_NOOP("trade", "Unknown ({code})"), code=code)
        return shown(unknown) if code else ""
    return shown(known.label)


def _usage_hint(row: "CardRow") -> str:
    return shown(
        text(
            QT_TRANSLATE_NOOP("trade", "Usage as of {stamp}"),
            stamp=stamp_shown(row.facts.usage_as_of),
        )
    )


def _size(kb: int | None) -> str:
    return "" if kb is None else size_shown(kb)


def _day(moment: datetime | None) -> str:
    return "" if moment is None else day_shown(moment.date())


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment_shown(moment)


def _yes(flag: bool) -> str:
    return shown(
        text(QT_TRANSLATE_NOOP("trade", "Yes") if flag else QT_TRANSLATE_NOOP("trade", "No"))
    )


def _share(row: "CardRow") -> str:
    share = left_share(row)
    return "" if share is None else f"{share} %"


def _method(row: "CardRow") -> str:
    method = row.facts.activation_method
    return "" if method is None else shown(method.label)


def _limit(row: "CardRow") -> str:
    return _size(row.details.effective_limit_kb) if row.details else ""


def _amount(name: str, show: "Callable[[CardRow], str]", width: int = 96) -> Column:
    return Column(name, FIELDS[name].label, show, width, Face.AMOUNT, name)


def _words(name: str, show: "Callable[[CardRow], str]", width: int = 112) -> Column:
    return Column(name, FIELDS[name].label, show, width, field=name)


_ALL = (
    Column(
        "iccid",
        FIELDS["iccid"].label,
        lambda row: row.facts.iccid,
        174,
        Face.ID,
        "iccid",
        chosen=True,
    ),
    Column(
        "msisdn",
        FIELDS["msisdn"].label,
        _msisdn,
        120,
        Face.ID,
        "msisdn",
        chosen=True,
        hint=lambda row: _joined(row.facts.msisdns) if row.facts.smart else "",
        copied=lambda row: _joined(row.facts.msisdns),
    ),
    Column(
        "voucher",
        FIELDS["voucher"].label,
        lambda row: row.facts.voucher,
        126,
        Face.WORDS,
        "voucher",
        chosen=True,
        hint=_decoded,
    ),
    Column(
        "carrier",
        FIELDS["carrier"].label,
        lambda row: shown(row.facts.carrier.label),
        105,
        field="carrier",
        chosen=True,
    ),
    Column("status", FIELDS["status"].label, _status, 122, Face.STATUS, "status", chosen=True),
    Column("specific", FIELDS["specific"].label, _specific, 160, field="specific", chosen=True),
    Column(
        "usage",
        text(QT_TRANSLATE_NOOP("trade", "Traffic in cycle")),
        lambda row: size_shown(row.facts.cycle_usage_kb),
        134,
        Face.AMOUNT,
        "usage",
        chosen=True,
        hint=_usage_hint,
    ),
    Column(
        "tags",
        text(QT_TRANSLATE_NOOP("trade", "Tags")),
        lambda row: _joined(row.tags),
        176,
        Face.TAGS,
        "tag",
        chosen=True,
    ),
    Column(
        "remark",
        FIELDS["remark"].label,
        lambda row: row.remark,
        200,
        Face.REMARK,
        "remark",
        chosen=True,
    ),
    Column(
        "imsi", FIELDS["imsi"].label, lambda row: _joined(row.facts.imsis), 152, Face.ID, "imsi"
    ),
    Column(
        "imei",
        FIELDS["imei"].label,
        lambda row: row.details.imei if row.details else "",
        152,
        Face.ID,
        "imei",
    ),
    _words("plan", lambda row: shown(row.facts.plan_type.label), 136),
    _words("cycle", lambda row: shown(row.facts.cycle.label)),
    _amount("rate", lambda row: str(row.facts.rate_version), 116),
    _amount("tier", lambda row: _size(row.facts.tier_kb)),
    _words("pool", lambda row: row.facts.pool_id or ""),
    _amount("left", lambda row: _size(row.facts.cycle_left_kb), 112),
    _amount("left_share", _share, 140),
    _amount("sms", lambda row: str(row.facts.sms_used)),
    _words("idle", lambda row: _day(row.quiet_since), 152),
    _words("opened", lambda row: _day(row.facts.opened), 140),
    _words("activated", lambda row: _day(row.facts.activated_at)),
    _words("method", _method, 156),
    _words("expires", lambda row: _day(row.facts.expires_at)),
    _words("silent_ends", lambda row: _day(silence_ends(row)), 140),
    _words("auto_cancel", lambda row: _day(auto_cancels(row)), 140),
    _words("auto_renew", lambda row: _yes(row.facts.auto_renew), 112),
    _words("sim_type", lambda row: row.facts.sim_type),
    _words("network", lambda row: row.facts.network, 88),
    _words("apn", lambda row: row.facts.apn),
    _words("certify", lambda row: row.facts.certify_type, 156),
    _words("group", lambda row: row.facts.directional_group, 148),
    Column(
        "order", FIELDS["order"].label, lambda row: row.facts.order_number, 152, Face.ID, "order"
    ),
    _amount("limit", _limit, 112),
    _words("due", lambda row: _yes(row.facts.cancellation_due), 188),
    _words("synced", lambda row: _moment(row.stamps.listed_at), 152),
    Column(
        "detailed",
        text(QT_TRANSLATE_NOOP("trade", "Details as of")),
        lambda row: _moment(row.stamps.detailed_at),
        152,
    ),
    Column(
        "usage_stamp",
        text(QT_TRANSLATE_NOOP("trade", "Usage as of")),
        lambda row: stamp_shown(row.facts.usage_as_of),
        152,
    ),
    _words("missing", lambda row: _moment(row.stamps.not_listed_since), 152),
    Column("account", text(QT_TRANSLATE_NOOP("trade", "Account")), lambda row: row.account, 112),
    Column(
        "actions",
        text(QT_TRANSLATE_NOOP("trade", "Actions")),
        lambda row: "",
        88,
        Face.ACTIONS,
        chosen=True,
    ),
)

COLUMNS: Mapping[str, Column] = MappingProxyType({column.name: column for column in _ALL})
"""All columns by name, in the order a new desk shows them."""

NAMES: tuple[str, ...] = tuple(COLUMNS)
ORDERED: tuple[Column, ...] = _ALL
"""The table model's columns by logical index."""


def index_of(name: str) -> int:
    """The logical index of a column. Raises ValueError for an unknown name."""
    return NAMES.index(name)


def copied(column: Column, row: "CardRow") -> str:
    """What the clipboard gets from a cell: one line, ids ungrouped."""
    words = column.show(row) if column.copied is None else column.copied(row)
    return " ".join(words.split()) if "\n" in words or "\t" in words else words
