"""Every command by name: type a few letters; what cannot be done says why."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import ActionSpec
from simdesk.ui.theme import SMALL

WIDTH = 520
_MOST_SHOWN = 15
_ID = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def fits(words: str, query: str) -> bool:
    """Every typed part begins a word or lies in one."""
    folded = words.casefold()
    return all(part in folded for part in query.casefold().split())


class CommandPalette(QDialog):
    """Enter runs, Esc leaves; the arrows move while the letters stay in the line."""

    def __init__(self, registry: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("All commands"))
        self._registry = registry
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("Type a command"))
        self._line.setAccessibleName(self.tr("Command"))
        self._line.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reason = QLabel(self)
        self._reason.setObjectName("muted")
        self._reason.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        box.setSpacing(SMALL)
        for part in (self._line, self._list, self._reason):
            box.addWidget(part)
        box.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as large as what it shows
        self._line.setFixedWidth(WIDTH - 2 * SMALL)
        # A popup is no active window everywhere: without this its keys would go nowhere.
        self._line.setFocus()
        self._line.textChanged.connect(self._fill)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._list.itemClicked.connect(self._on_item_clicked)
        self._line.returnPressed.connect(self._run)
        self._fill("")

    def _fill(self, query: str) -> None:
        self._list.clear()
        for spec in self._registry.specs.values():
            # Handbooks and colleagues say some names in English, whatever the window speaks.
            if spec.id != "help.palette" and (fits(spec.shown, query) or fits(spec.text, query)):
                self._add(spec)
        self._list.setCurrentRow(0)
        self._fit()

    def _fit(self) -> None:
        """As high as what was found, up to a number of commands."""
        rows = min(self._list.count(), _MOST_SHOWN)
        height = sum(self._list.sizeHintForRow(row) for row in range(rows))
        self._list.setFixedHeight(height + 2 * self._list.frameWidth())

    def _add(self, spec: ActionSpec) -> None:
        item = QListWidgetItem(self._list)
        item.setData(_ID, spec.id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spec.shown)
        line = QWidget(self._list)
        row = QHBoxLayout(line)
        row.setContentsMargins(SMALL, 0, SMALL, 0)
        row.setSpacing(SMALL)
        name = QLabel(spec.shown, line)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("muted", self._registry.reason(spec.id) is not None)
        keys = QLabel(_keys(spec), line)
        keys.setObjectName("muted")
        row.addWidget(name, 1)
        row.addWidget(keys)
        item.setSizeHint(line.sizeHint() + QSize(0, SMALL))
        self._list.setItemWidget(item, line)

    def _current(self) -> str | None:
        row = self._list.currentRow()
        return None if row < 0 else str(self._list.item(row).data(_ID))

    def _on_current_changed(self) -> None:
        found = self._current()
        reason = None if found is None else self._registry.reason(found)
        self._reason.setText(reason or "")
        self._reason.setVisible(reason is not None)
        self._reason.setAccessibleName(reason or "")

    def _on_item_clicked(self) -> None:
        self._run()

    def _run(self) -> None:
        found = self._current()
        if found is not None and self._registry.reason(found) is None:
            self.accept()
            self._registry.run(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        typed = watched is self._line and event.type() == QEvent.Type.KeyPress
        if typed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def _keys(spec: ActionSpec) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in spec.shortcuts)
