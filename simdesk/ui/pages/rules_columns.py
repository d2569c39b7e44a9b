"""Columns of the rules and of their trigger records."""

from PySide6.QtCore import QObject

from simdesk.models.rule_words import PUSH_LABELS
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.rule_rows import RuleRow, TriggerRecord
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.text import count_shown, moment_shown, shown

_ON = text(QT_TRANSLATE_NOOP("trade", "On"))
_OFF = text(QT_TRANSLATE_NOOP("trade", "Off"))
_UNREADABLE = text(QT_TRANSLATE_NOOP("trade", "Cannot be read"))
_TOLD = text(QT_TRANSLATE_NOOP("trade", "Notified"))
_QUIET = text(QT_TRANSLATE_NOOP("trade", "Told before"))


def _state(row: RuleRow) -> Text:
    if row.trouble is not None:
        return _UNREADABLE
    return _ON if row.enabled else _OFF


def rule_role(row: RuleRow) -> str:
    """The colour role of a rule's state."""
    if row.trouble is not None:
        return "bad"
    return "ok" if row.enabled else "muted"


RULE_COLUMNS = (
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Rule")), lambda r: r.name, width=190),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "State")), lambda r: shown(_state(r)), width=84),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Group")), lambda r: shown(r.group_words), width=190
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Condition")),
        lambda r: shown(r.condition_words),
        width=240,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Push rule")),
        lambda r: shown(PUSH_LABELS[r.push]),
        width=140,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Last check")),
        lambda r: "–" if r.checked_at is None else moment_shown(r.checked_at),
        width=150,
        key=lambda r: r.checked_at,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Last notified")),
        lambda r: "–" if r.fired_at is None else moment_shown(r.fired_at),
        width=150,
        key=lambda r: r.fired_at,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Cards then")),
        lambda r: count_shown(r.fired_cards) if r.fired_at is not None else "–",
        numeric=True,
        width=90,
        key=lambda r: r.fired_cards if r.fired_at is not None else None,
    ),
)
RULE_STATE, RULE_CONDITION = 1, 3

RECORD_COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Time")),
        lambda r: moment_shown(r.at),
        width=150,
        key=lambda r: r.at,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "ICCID or voucher")),
        lambda r: r.iccid or r.voucher or "",
        width=230,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Condition")), lambda r: shown(r.condition), width=300
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Measured")), lambda r: shown(r.measured), width=170
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Notice")),
        lambda r: shown(notice_words(r)),
        width=130,
    ),
)
RECORD_WHO, RECORD_CONDITION, RECORD_NOTICE = 1, 2, 4


def record_role(row: TriggerRecord) -> str:
    return "info" if row.told else "muted"


def notice_words(row: TriggerRecord) -> Text:
    """Whether somebody heard of a record."""
    return _TOLD if row.told else _QUIET


def rules_model(parent: QObject | None = None) -> RowsModel:
    return RowsModel(RULE_COLUMNS, rule_role, RULE_STATE, parent, identify=lambda row: row.id)


def records_model(parent: QObject | None = None) -> RowsModel:
    return RowsModel(
        RECORD_COLUMNS, record_role, RECORD_NOTICE, parent, identify=lambda row: row.id
    )
