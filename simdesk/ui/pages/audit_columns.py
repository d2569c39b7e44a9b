"""The columns of the audit and of one record's facts."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from simdesk.models.audit import AuditRecord
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.audit_words import Fact, act_words, is_iccid, subject_words, summary
from simdesk.ui.listing.cells import NumberDelegate, PaddedDelegate
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.text import moment_shown

COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Time")),
        lambda record: moment_shown(record.at),
        width=146,
        key=lambda record: record.number,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Operator")), lambda record: record.who, width=110),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Act")), act_words, width=180),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "About")), subject_words, width=206),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "What changed")), summary, width=320),
)
SUBJECT_COLUMN, SUMMARY_COLUMN = 3, 4

FACT_COLUMNS = (
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Fact")), lambda fact: fact.name, width=212),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Before")), lambda fact: fact.before, width=230),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Now")), lambda fact: fact.now, width=230),
)
NOW_COLUMN = 2


class NamedDelegate(NumberDelegate):
    """A card's number in groups of four; other words as they are."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter_of = NumberDelegate if is_iccid(words) else PaddedDelegate
        painter_of.paint_cell(self, painter, cell, words, option, index)


def audit_model(parent: QObject | None = None) -> RowsModel:
    """The records, newest first."""
    return RowsModel(COLUMNS, _plain, None, parent, identify=lambda record: record.number)


def facts_model(parent: QObject | None = None) -> RowsModel:
    """What one record tells."""
    return RowsModel(FACT_COLUMNS, _plain, None, parent)


def _plain(row: AuditRecord | Fact) -> str:
    del row
    return ""
