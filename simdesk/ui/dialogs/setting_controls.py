"""What one value is set with: a control for each kind, all with the same three things."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.preference_kinds import Choice, Count, Flag, Folder, Names, Zone
from simdesk.models.preference_list import Setting
from simdesk.ui.cards.columns import COLUMNS
from simdesk.ui.text import shown
from simdesk.ui.theme import SMALL

_NAME = Qt.ItemDataRole.UserRole
_ROWS = 9
"""So many columns are in sight at once."""


class Control(QWidget):
    """Shows a value and tells another; `inner` is what has the focus and the name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(SMALL)
        self.inner: QWidget = self

    def hold(self, inner: QWidget, *, wide: bool = False) -> None:
        """Put the inner control in."""
        self.inner = inner
        self.setFocusProxy(inner)
        self.line.addWidget(inner, 1 if wide else 0)

    def value(self) -> object:
        """What is chosen; its kind judges whether it is fit."""
        return None

    def show_value(self, value: object) -> None:
        """Show a value that is fit."""


class ChoiceControl(Control):
    """One of some words."""

    def __init__(self, kind: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        for word, label in kind.labels.items():
            self.box.addItem(shown(label), word)
        self.hold(self.box)
        self.line.addStretch(1)
        self.box.currentIndexChanged.connect(self.changed)

    def value(self) -> object:
        return self.box.currentData()

    def show_value(self, value: object) -> None:
        self.box.setCurrentIndex(self.box.findData(value))


class FlagControl(Control):
    """Yes or no, with the words beside the box."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words, self)
        self.hold(self.box)
        self.line.addStretch(1)
        self.box.toggled.connect(self.changed)

    def value(self) -> object:
        return self.box.isChecked()

    def show_value(self, value: object) -> None:
        self.box.setChecked(value is True)


class CountControl(Control):
    """A number with its unit; where 0 has a meaning of its own, that in words."""

    def __init__(self, kind: Count, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QSpinBox(self)
        self.box.setRange(kind.least if kind.zero is None else 0, kind.most)
        self.box.setSuffix(" " + shown(kind.unit))
        if kind.zero is not None:
            self.box.setSpecialValueText(shown(kind.zero))
            self.box.setSingleStep(max(1, kind.least))
        self.hold(self.box)
        self.line.addStretch(1)
        self.box.valueChanged.connect(self.changed)

    def value(self) -> object:
        return self.box.value()

    def show_value(self, value: object) -> None:
        if isinstance(value, int):
            self.box.setValue(value)


class ZoneControl(Control):
    """A time zone, typed or chosen; any part of its name finds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setMinimumContentsLength(28)
        zones = (bytes(one.data()).decode() for one in QTimeZone.availableTimeZoneIds())
        self.box.addItems(sorted(name for name in zones if "/" in name or name == "UTC"))
        completer = QCompleter(self.box.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(completer)
        self.hold(self.box)
        self.line.addStretch(1)
        self.box.currentTextChanged.connect(self.changed)

    def value(self) -> object:
        return self.box.currentText().strip()

    def show_value(self, value: object) -> None:
        self.box.setCurrentText(str(value))


class FolderControl(Control):
    """A folder, typed or chosen; an empty line means what stands there in grey."""

    def __init__(self, kind: Folder, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(shown(kind.nothing))
        self.browse = QPushButton(self.tr("Choose…"), self)
        self.browse.setAccessibleName(self.tr("Choose: {what}").format(what=title))
        self.browse.setAutoDefault(False)
        self.hold(self.field, wide=True)
        self.line.addWidget(self.browse)
        self.field.textChanged.connect(self.changed)
        self.browse.clicked.connect(self._on_browse_clicked)

    def value(self) -> object:
        return self.field.text().strip()

    def show_value(self, value: object) -> None:
        self.field.setText(str(value))

    def _on_browse_clicked(self) -> None:
        chooser = QFileDialog(self, self._title, self.field.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self.field.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


class ColumnsControl(Control):
    """Ticks and an order: what is ticked is shown, from the top to the right."""

    def __init__(
        self, kind: Names, shown_now: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """`shown_now` are the columns of the table behind, which can be taken over."""
        super().__init__(parent)
        self._known, self._shown_now = kind.known, tuple(shown_now)
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.up = self._button(self.tr("Move up"))
        self.down = self._button(self.tr("Move down"))
        self.take = self._button(self.tr("As in the table now"))
        self.take.setEnabled(bool(self._shown_now))
        self.hold(self.list, wide=True)
        side = QVBoxLayout()
        side.setSpacing(SMALL)
        for button in (self.up, self.down, self.take):
            side.addWidget(button)
        side.addStretch(1)
        self.line.addLayout(side)
        self.list.itemChanged.connect(self.changed)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.take.clicked.connect(self._on_take_clicked)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        return button

    def value(self) -> object:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [one.data(_NAME) for one in items if one.checkState() is Qt.CheckState.Checked]

    def show_value(self, value: object) -> None:
        if not isinstance(value, list | tuple):
            return
        self.list.blockSignals(True)
        self.list.clear()
        for name in (*value, *(one for one in self._known if one not in value)):
            item = QListWidgetItem(shown(COLUMNS[name].title), self.list)
            item.setData(_NAME, name)
            ticked = name in value
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.list.setMinimumHeight(_ROWS * self.list.sizeHintForRow(0))
        self.changed.emit()

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)
            self.changed.emit()

    def _on_take_clicked(self) -> None:
        self.show_value(self._shown_now)


def control_for(setting: Setting, shown_now: Sequence[str], parent: QWidget) -> Control:
    """The control of a setting. Raises TypeError for a table: it has a dialog of its own."""
    title = shown(setting.title)
    match setting.kind:
        case Choice() as kind:
            return ChoiceControl(kind, parent)
        case Flag():
            return FlagControl(title, parent)
        case Count() as kind:
            return CountControl(kind, parent)
        case Zone():
            return ZoneControl(parent)
        case Folder() as kind:
            return FolderControl(kind, title, parent)
        case Names() as kind:
            return ColumnsControl(kind, shown_now, parent)
    raise TypeError(setting.key)
