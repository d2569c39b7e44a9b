"""Operation records: what happened to a card, newest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from simdesk.ui import theme
from simdesk.ui.details.words import breakable
from simdesk.ui.text import moment_shown, shown

if TYPE_CHECKING:
    from simdesk.services.card_records import CardRecord

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RECORD = Qt.ItemDataRole.UserRole


class RecordsModel(QAbstractListModel):
    """One row a record; its display words are the whole record in one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[CardRecord] = ()

    def show_records(self, records: "Sequence[CardRecord]") -> None:
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record = self._records[index.row()]
        if role == _RECORD:
            return RecordWords(record)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return RecordWords(record).sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return RecordWords(record).content or None
        return None


class RecordWords:
    """A record's parts as people read them."""

    def __init__(self, record: "CardRecord") -> None:
        self.when = moment_shown(record.at)
        self.what = shown(record.kind)
        self.content = breakable(shown(record.content))
        self.who = shown(record.operator)
        self.result = shown(record.result)

    @property
    def sentence(self) -> str:
        parts = (self.when, self.what, self.content, self.who, self.result)
        return " · ".join(part for part in parts if part)


class RecordPainter(QStyledItemDelegate):
    """What and result on the first line, when and who on the second, the content below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        words: RecordWords = index.data(_RECORD)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 320
        metrics = QFontMetrics(theme.words_font())
        height = 2 * metrics.lineSpacing() + 3 * theme.SMALL
        if words.content:
            height += self._content_height(metrics, words.content, width) + theme.TINY
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        words: RecordWords = index.data(_RECORD)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, theme.role("selection" if chosen else "surface"))
        painter.setPen(theme.role("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._write(painter, option.rect.adjusted(12, theme.SMALL, -12, -theme.SMALL), words)
        painter.restore()

    def _write(self, painter: QPainter, place: QRect, words: RecordWords) -> None:
        metrics = QFontMetrics(theme.words_font())
        line = metrics.lineSpacing()
        first = QRect(place.left(), place.top(), place.width(), line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        result = metrics.elidedText(words.result, Qt.TextElideMode.ElideRight, place.width() // 2)
        painter.setFont(theme.words_font())
        painter.setPen(theme.role("muted"))
        painter.drawText(first, right, result)
        bold = theme.words_font(bold=True)
        painter.setFont(bold)
        painter.setPen(theme.role("text"))
        room = place.width() - metrics.horizontalAdvance(result) - theme.SMALL
        what = QFontMetrics(bold).elidedText(words.what, Qt.TextElideMode.ElideRight, room)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, what)
        painter.setFont(theme.words_font())
        painter.setPen(theme.role("muted"))
        second = first.translated(0, line + theme.TINY)
        by = metrics.elidedText(
            f"{words.when} · {words.who}" if words.who else words.when,
            Qt.TextElideMode.ElideRight,
            place.width(),
        )
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, by)
        if words.content:
            painter.setPen(theme.role("text"))
            rest = QRect(place)
            rest.setTop(second.bottom() + theme.TINY)
            painter.drawText(rest, Qt.TextFlag.TextWordWrap, words.content)

    def _content_height(self, metrics: QFontMetrics, content: str, width: int) -> int:
        room = QRect(0, 0, width - 24, 10_000)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), content).height()


class RecordList(QListView):
    """Ctrl+C copies the chosen records as lines of text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectedIndexes())
            model = self.model()
            lines = [str(model.index(row, 0).data()) for row in rows]
            QGuiApplication.clipboard().setText("\n".join(lines))
            return
        super().keyPressEvent(event)


class RecordsTab(QWidget):
    """The list, or a sentence while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setProperty("muted", True)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.model = RecordsModel(self)
        self.list = RecordList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RecordPainter(self.list))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Operation records, newest first"))
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._words)
        self._layers.addWidget(self.list)

    @property
    def words(self) -> str:
        """The sentence in place of a list; empty while records are listed."""
        return "" if self._layers.currentWidget() is self.list else self._words.text()

    def wait(self) -> None:
        """Nothing is known of this card yet."""
        self.model.show_records(())
        self._say(self.tr("Reading records…"))

    def show_records(self, records: "Sequence[CardRecord]") -> None:
        self.model.show_records(records)
        if records:
            self._layers.setCurrentWidget(self.list)
        else:
            self._say(self.tr("Nothing is recorded about this card yet."))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._layers.setCurrentWidget(self._words)
