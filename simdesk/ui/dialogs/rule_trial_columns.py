"""What a rule would have done, as two lists: day by day, and card by card."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.rule_trials import TrialCard, TrialDay, TrialResult
from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.listing.rows import ROW_ROLE, ListColumn, RowsModel
from simdesk.ui.text import count_shown, day_shown, shown
from simdesk.ui.theme import SMALL, role

_ALL = text(QT_TRANSLATE_NOOP("trade", "All days"))
_TOLD = text(QT_TRANSLATE_NOOP("trade", "Notified"))
_QUIET = text(QT_TRANSLATE_NOOP("trade", "Told before"))
_BAR = 4


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day, None for all of them. `share` is how much of the fullest day it is, for the bar."""

    day: date | None
    cards: int
    told: int
    percent: int | None
    share: float


@dataclass(frozen=True, slots=True)
class CardRow:
    iccid: str
    card: TrialCard


def day_rows(result: TrialResult) -> tuple[DayRow, ...]:
    """The days on which something would have fired; of cards first all of them together."""
    fired = [one for one in result.days if one.cards]
    if not fired:
        return ()
    most = max(map(_height, fired))
    days = [DayRow(one.day, one.cards, one.told, one.percent, _height(one) / most) for one in fired]
    if result.trial is not None:
        told = sum(one.told for one in fired)
        days.insert(0, DayRow(None, result.fired, told, None, 0.0))
    return tuple(days)


def _height(day: TrialDay) -> int:
    return day.cards if day.percent is None else day.percent


DAY_COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Day")),
        lambda r: shown(_ALL) if r.day is None else day_shown(r.day),
        width=110,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Would have fired")),
        lambda r: count_shown(r.cards),
        numeric=True,
        width=130,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Told of")),
        lambda r: count_shown(r.told),
        numeric=True,
        width=84,
    ),
)
POOL_DAY_COLUMNS = (
    DAY_COLUMNS[0],
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Pool used")),
        lambda r: f"{r.percent} %",
        numeric=True,
        width=130,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Notice")),
        lambda r: shown(_TOLD if r.told else _QUIET),
        width=130,
    ),
)
DAY_FIRED = 1

CARD_COLUMNS = (
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "ICCID")), lambda r: r.iccid, width=206),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "First on")),
        lambda r: day_shown(r.card.first),
        width=116,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Measured then")),
        lambda r: shown(r.card.measured),
        width=150,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Days")),
        lambda r: count_shown(r.card.days),
        numeric=True,
        width=64,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Notices")),
        lambda r: count_shown(r.card.told),
        numeric=True,
        width=76,
    ),
)
CARD_ICCID, CARD_MEASURED = 0, 2


def days_model(*, of_pool: bool, parent: QObject | None = None) -> RowsModel:
    columns = POOL_DAY_COLUMNS if of_pool else DAY_COLUMNS
    return RowsModel(columns, lambda row: "muted", None, parent, identify=lambda row: row.day)


def cards_model(parent: QObject | None = None) -> RowsModel:
    return RowsModel(
        CARD_COLUMNS, lambda row: "muted", None, parent, identify=lambda row: row.card.card_id
    )


class DayDelegate(PaddedDelegate):
    """The number, and a bar that compares the days."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: DayRow = index.data(ROW_ROLE)
        room = option.fontMetrics.horizontalAdvance("000,000") + SMALL
        bar = QRect(cell.left(), cell.center().y() - _BAR // 2, cell.width() - room, _BAR)
        if row.share:
            done = QRect(bar.topLeft(), bar.size())
            done.setWidth(max(1, round(bar.width() * row.share)))
            painter.fillRect(done, role("accent"))
        painter.setPen(role("text"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(cell, right, words)
