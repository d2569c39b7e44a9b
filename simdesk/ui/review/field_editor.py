"""Editors in the table of columns: a field is found by its name, a unit is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QPainter, QPolygon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QStyleOptionViewItem,
    QWidget,
)

from simdesk.models.sheet_fields import UNITS
from simdesk.ui import theme
from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.review.fields import FieldChoice, field_words
from simdesk.ui.review.mapping_model import ROLE_ROLE
from simdesk.ui.theme import SMALL

Index = QModelIndex | QPersistentModelIndex
_MARK = 16
_SEEN = 18


class FieldEditor(QComboBox):
    """Every field in groups; letters typed narrow to the fields whose names hold them."""

    def __init__(self, choices: Sequence[FieldChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Field that the column tells"))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_SEEN)
        self._keys: dict[str, str | None] = {field_words(None): None}
        model = QStandardItemModel(self)
        model.appendRow(QStandardItem(field_words(None)))
        for choice in choices:
            item = QStandardItem(choice.words)
            if choice.key is None:
                item.setEnabled(False)
                item.setFont(theme.words_font(bold=True))
            else:
                self._keys[choice.words] = choice.key
            model.appendRow(item)
        self.setModel(model)
        finding = QCompleter(QStringListModel(list(self._keys), self), self)
        finding.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finding.setFilterMode(Qt.MatchFlag.MatchContains)
        finding.setMaxVisibleItems(_SEEN)
        self.setCompleter(finding)

    def choose(self, key: str | None) -> None:
        """Stand on a field."""
        words = field_words(key)
        place = self.findText(words, Qt.MatchFlag.MatchExactly)
        self.setCurrentIndex(place)
        self.setEditText(words)
        line = self.lineEdit()
        if line is not None:
            line.selectAll()

    def chosen(self, otherwise: str | None) -> str | None:
        """The field whose name stands there, or begins so; `otherwise` where there is none."""
        typed = self.currentText().strip().casefold()
        exact = [key for words, key in self._keys.items() if words.casefold() == typed]
        begun = [key for words, key in self._keys.items() if words.casefold().startswith(typed)]
        held = [key for words, key in self._keys.items() if typed in words.casefold()]
        for found in (exact, begun, held):
            if typed and found:
                return found[0]
        return otherwise


class ChoiceDelegate(PaddedDelegate):
    """A cell with something to choose shows a mark at its right, as a list box does."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        room = cell
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            room = cell.adjusted(0, 0, -_MARK, 0)
            _draw_mark(painter, QPoint(cell.right() - SMALL // 2, cell.center().y()))
        painter.setPen(theme.role(str(index.data(ROLE_ROLE) or "text")))
        fitting = option.fontMetrics.elidedText(words, self.elided, room.width())
        painter.drawText(room, option.displayAlignment, fitting)

    def end(self, editor: QWidget) -> None:
        """Something was chosen: that is all there is to edit."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class FieldDelegate(ChoiceDelegate):
    """Edits the field of a column; `choices` are asked for when an editor opens."""

    def __init__(self, choices: Callable[[], Sequence[FieldChoice]], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        editor = FieldEditor(self._choices(), parent)
        editor.activated.connect(lambda: self.end(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, FieldEditor) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.choose(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, FieldEditor):
            before = index.data(Qt.ItemDataRole.EditRole)
            model.setData(index, editor.chosen(before), Qt.ItemDataRole.EditRole)


class UnitDelegate(ChoiceDelegate):
    """Edits what the plain numbers of a column of sizes are counted in."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        editor = QComboBox(parent)
        editor.setAccessibleName(self.tr("Unit of plain numbers"))
        editor.addItems(UNITS)
        editor.activated.connect(lambda: self.end(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)


def _draw_mark(painter: QPainter, at: QPoint) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.role("muted"))
    corners = [QPoint(-4, -2), QPoint(4, -2), QPoint(0, 3)]
    painter.drawPolygon(QPolygon([at + corner for corner in corners]))
