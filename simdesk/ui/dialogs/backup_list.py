"""Backups as a list: when, why, how large, how far the audit had come."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from simdesk.models.backups import Backup, Loss
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.listing.table import ListTable
from simdesk.ui.text import count_shown, moment_shown, shown, size_shown

COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Made")),
        lambda backup: moment_shown(backup.at),
        width=150,
        key=lambda backup: backup.at,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Why")), lambda backup: shown(backup.why.label), width=190
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Size")),
        lambda backup: size_shown(backup.size // 1024),
        numeric=True,
        key=lambda backup: backup.size,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Operations")),
        lambda backup: count_shown(backup.counts.get("operation", 0)),
        numeric=True,
        key=lambda backup: backup.counts.get("operation", 0),
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Audit records")),
        lambda backup: count_shown(backup.head.number),
        numeric=True,
        width=110,
        key=lambda backup: backup.head.number,
    ),
)


def backup_table(name: str, parent: QWidget) -> ListTable:
    """An empty table of backups; `name` is what a screen reader calls it."""
    return ListTable(name, _model(parent), 1, parent=parent, sortable=True)


def _model(parent: QObject) -> RowsModel:
    return RowsModel(COLUMNS, lambda row: "muted", None, parent, identify=lambda row: row.name)


def chosen_backup(table: ListTable) -> Backup | None:
    """The one backup that is chosen; None for none or several."""
    chosen = table.chosen
    return chosen[0] if len(chosen) == 1 and isinstance(chosen[0], Backup) else None


def loss_words(loss: Loss) -> Text:
    """What a restore would forget."""
    return text(
        QT_TRANSLATE_NOOP(
            "trade",
            "The desk forgets what was done since: {operations} operations, {purchases} purchases,"
            " {records} audit records. What was sent stays done at the provider.",
        ),
        operations=count_shown(loss.operations),
        purchases=count_shown(loss.purchases),
        records=count_shown(loss.audit_records),
    )
