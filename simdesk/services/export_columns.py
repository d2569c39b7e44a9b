"""The columns of an export, in the order of domain.md 5, and last what a bringing back needs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from simdesk.models.card import ActivationMethod
from simdesk.models.periods import Month
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import BillingCycle, Carrier, PlanType
from simdesk.services.spreadsheets.columns import Column, Kind, Value

T = TypeVar("T")
Say = Callable[[Text], str]
"""How a text is said in the language of the file."""


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A column that tells a card's own field; `labels` are what its stored codes mean."""

    field: str
    kind: Kind
    title: Text
    width: float = 14
    labels: tuple[tuple[Value, Text], ...] = ()
    listed: bool = False
    hidden: bool = False


def _labels(members: Iterable[tuple[Value, Text]]) -> tuple[tuple[Value, Text], ...]:
    return tuple(members)


_YES_NO = (
    (True, text(QT_TRANSLATE_NOOP("trade", "Yes"))),
    (False, text(QT_TRANSLATE_NOOP("trade", "No"))),
)
_CERTIFIED = (
    (True, text(QT_TRANSLATE_NOOP("trade", "Certified"))),
    (False, text(QT_TRANSLATE_NOOP("trade", "Not certified"))),
)
_NOT_TOLD = (0, text(""))
"""A status that nobody told, as a spreadsheet may not."""
UNKNOWN_CODE = QT_TRANSLATE_NOOP("trade", "Unknown ({code})")
_ZONED = QT_TRANSLATE_NOOP("trade", "{title} (Asia/Shanghai)")
_IN_MB = QT_TRANSLATE_NOOP("trade", "{title} (MB)")
_MONTH_TOTAL = QT_TRANSLATE_NOOP("trade", "{month} total (MB)")
_DAY = QT_TRANSLATE_NOOP("trade", "{day} (MB)")

_K = Kind
CARD_COLUMNS = (
    CardColumn("iccid", _K.ID, text(QT_TRANSLATE_NOOP("trade", "ICCID")), 23),
    CardColumn("msisdns", _K.ID, text(QT_TRANSLATE_NOOP("trade", "MSISDN")), 16, listed=True),
    CardColumn("imsis", _K.ID, text(QT_TRANSLATE_NOOP("trade", "IMSI")), 18, listed=True),
    CardColumn(
        "carrier",
        _K.WORDS,
        text(QT_TRANSLATE_NOOP("trade", "Carrier")),
        16,
        _labels((one.value, one.label) for one in Carrier),
    ),
    CardColumn("voucher", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "Plan voucher")), 20),
    CardColumn(
        "plan",
        _K.WORDS,
        text(QT_TRANSLATE_NOOP("trade", "Plan type")),
        24,
        _labels((one.value, one.label) for one in PlanType),
    ),
    CardColumn(
        "cycle",
        _K.WORDS,
        text(QT_TRANSLATE_NOOP("trade", "Billing cycle")),
        13,
        _labels((one.value, one.label) for one in BillingCycle),
    ),
    CardColumn("tier", _K.SIZE, text(QT_TRANSLATE_NOOP("trade", "Data tier"))),
    CardColumn(
        "status",
        _K.WORDS,
        text(QT_TRANSLATE_NOOP("trade", "SIM card status")),
        16,
        _labels((_NOT_TOLD, *((one.value, one.label) for one in SimStatus))),
    ),
    CardColumn(
        "specific",
        _K.WORDS,
        text(QT_TRANSLATE_NOOP("trade", "Specific status")),
        26,
        _labels((_NOT_TOLD, *((one.value, one.label) for one in SpecificStatus))),
    ),
    CardColumn(
        "method",
        _K.WORDS,
        text(QT_TRANSLATE_NOOP("trade", "Activation method")),
        20,
        _labels((one.value, one.label) for one in ActivationMethod),
    ),
    CardColumn("opened", _K.MOMENT, text(QT_TRANSLATE_NOOP("trade", "Account opened")), 20),
    CardColumn("activated", _K.MOMENT, text(QT_TRANSLATE_NOOP("trade", "Activated")), 20),
    CardColumn("expires", _K.MOMENT, text(QT_TRANSLATE_NOOP("trade", "Plan expires")), 20),
    CardColumn(
        "usage", _K.SIZE, text(QT_TRANSLATE_NOOP("trade", "Cumulative traffic in cycle")), 18
    ),
    CardColumn("left", _K.SIZE, text(QT_TRANSLATE_NOOP("trade", "Remaining")), 15),
    CardColumn("sms", _K.COUNT, text(QT_TRANSLATE_NOOP("trade", "SMS used")), 11),
    CardColumn("sim_type", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "Card type")), 15),
    CardColumn("apn", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "APN")), 12),
    CardColumn("network", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "Network")), 10),
    CardColumn("imei", _K.ID, text(QT_TRANSLATE_NOOP("trade", "Device IMEI")), 18),
    CardColumn(
        "certified", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "Real-name")), 14, _CERTIFIED
    ),
    CardColumn("auto_renew", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "Auto-renew")), 12, _YES_NO),
    CardColumn("limit", _K.SIZE, text(QT_TRANSLATE_NOOP("trade", "Usage limit")), 15),
    CardColumn("group", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "Directional group")), 18),
    CardColumn("tags", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "Tags")), 22, listed=True),
    CardColumn("remark", _K.WORDS, text(QT_TRANSLATE_NOOP("trade", "Remarks")), 32),
    CardColumn("order", _K.ID, text(QT_TRANSLATE_NOOP("trade", "Order")), 19),
)
VERSION = CardColumn(
    "version", _K.COUNT, text(QT_TRANSLATE_NOOP("trade", "Row version")), 12, hidden=True
)
"""Counts what changed of a card that a verdict or a price reads: it tells, when the file is brought
back, whether the card moved on meanwhile (reliability.md F55)."""
FIELDS = tuple(column.field for column in (*CARD_COLUMNS, VERSION))
"""What is read of a card for an export, in this order."""


def column_count(months: Sequence[Month], *, daily: bool) -> int:
    """How many columns a person finds in an export of these months; `VERSION` is not for them."""
    days = sum(month.days for month in months) if daily else 0
    return len(CARD_COLUMNS) + len(months) + days


def columns(months: Sequence[Month], *, daily: bool, say: Say = str) -> tuple[Column, ...]:
    """All columns: the card's own, a total of each month, each day when `daily`, the version."""
    own = (_column(one, say) for one in CARD_COLUMNS)
    return (*own, *_usage_columns(months, daily, say), _column(VERSION, say))


def in_order(read: Sequence[T]) -> list[T]:
    """What was read for `FIELDS`, then of usage, in the order of `columns`."""
    place = len(CARD_COLUMNS)
    return [*read[:place], *read[place + 1 :], read[place]]


def _column(one: CardColumn, say: Say) -> Column:
    title = say(one.title)
    if one.kind is Kind.MOMENT:
        title = say(text(_ZONED, title=title))
    elif one.kind is Kind.SIZE:
        title = say(text(_IN_MB, title=title))
    return Column(one.field, title, one.kind, one.width, _said(one, say), one.hidden)


def _said(one: CardColumn, say: Say) -> Callable[[Value], str]:
    if one.listed:
        return listed
    if not one.labels:
        return str
    words = {code: say(label) for code, label in one.labels}

    def said(code: Value) -> str:
        known = words.get(code)
        return say(text(UNKNOWN_CODE, code=str(code))) if known is None else known

    return said


def listed(lines: Value) -> str:
    """A list as one text: by commas, an entry that has one in double quotes."""
    return ", ".join(map(_entry, str(lines).split("\n")))


def _entry(words: str) -> str:
    if "," in words or words.startswith('"'):
        return '"' + words.replace('"', '""') + '"'
    return words


def _usage_columns(months: Sequence[Month], daily: bool, say: Say) -> Iterator[Column]:
    for month in months:
        yield Column(f"month.{month}", say(text(_MONTH_TOTAL, month=str(month))), Kind.SIZE, 17)
    if daily:
        for month in months:
            for number in range(1, month.days + 1):
                day = f"{month}{number:02d}"
                yield Column(f"day.{day}", say(text(_DAY, day=day)), Kind.SIZE, 14)
