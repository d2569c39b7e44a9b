"""One setting in the dialog: its name, its control, a way back to how it was at first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from simdesk.models.preference_kinds import Flag, Folder, UnfitError
from simdesk.models.preference_list import Setting
from simdesk.models.preferences import Value
from simdesk.models.texts import Text
from simdesk.ui import icons
from simdesk.ui.dialogs.setting_controls import Control, control_for
from simdesk.ui.text import shown
from simdesk.ui.theme import TINY


class SettingRow(QObject):
    """Three cells of a grid and a sentence below them; `changed` when something else is chosen."""

    changed = Signal()

    def __init__(
        self,
        setting: Setting,
        value: Value,
        *,
        given: bool,
        shown_now: Sequence[str],
        parent: QWidget,
    ) -> None:
        """`value` is in force; `given` tells that the file sets the key, be it to nothing fit."""
        super().__init__(parent)
        self.setting = setting
        self._value = value
        self._given = given
        self._taken_back = False
        self._title = QLabel(shown(setting.title), parent)
        self.control: Control = control_for(setting, shown_now, parent)
        self.reset = QToolButton(parent)
        self._sentence = QLabel(shown(setting.sentence), parent)
        self._trouble = QLabel(parent)
        self._dress()
        self.show_value(value)
        self.control.changed.connect(self._on_changed)
        self.reset.clicked.connect(self._on_reset_clicked)
        self._judge()

    def _dress(self) -> None:
        setting, title = self.setting, shown(self.setting.title)
        self._title.setBuddy(self.control.inner)
        self.control.inner.setAccessibleName(title)
        words = self._sentence.text()
        if setting.restart:
            words += " " + self.tr("Counts when SimDesk is started next.")
        self._sentence.setText(words)
        self.control.inner.setAccessibleDescription(words)
        self._sentence.setObjectName("muted")
        self._trouble.setObjectName("caution")
        for label in (self._sentence, self._trouble):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._trouble.hide()
        self.reset.setIcon(icons.icon("undo", "text"))
        self.reset.setAutoRaise(True)
        words = self.tr("{setting}: as at first").format(setting=title)
        self.reset.setToolTip(words)
        self.reset.setAccessibleName(words)

    def put_in(self, grid: QGridLayout) -> None:
        """Take the next rows of a page's grid."""
        row = grid.rowCount()
        if isinstance(self.setting.kind, Flag):
            self._title.hide()  # the box has its words beside it
        else:
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self._title, row, 0, top)
            self._title.setContentsMargins(0, TINY, 0, 0)
        grid.addWidget(self.control, row, 1)
        grid.addWidget(self.reset, row, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._sentence, row + 1, 1)
        grid.addWidget(self._trouble, row + 2, 1)
        grid.setRowMinimumHeight(row + 3, TINY)

    def show_value(self, value: Value) -> None:
        """Show a value, as if it had been chosen."""
        self.control.show_value(value)

    def show_trouble(self, words: Text | str | None) -> None:
        """Say under the control what cannot be taken; None clears it."""
        self._trouble.setVisible(words is not None)
        if words is not None:
            self._trouble.setText(shown(words) if isinstance(words, Text) else words)
            self._trouble.setAccessibleName(self._trouble.text())

    def read(self) -> Value:
        """What is chosen. Raises UnfitError."""
        value = self.setting.kind.read(self.control.value())
        folder = isinstance(self.setting.kind, Folder) and isinstance(value, str)
        if folder and value != self._value and str(value) and not Path(str(value)).is_dir():
            raise UnfitError(Text(self.tr("There is no such folder.")))
        return value

    def change(self) -> dict[str, Value | None]:
        """What is to be set: nothing, a value, or None for as at first. Raises UnfitError."""
        if self._taken_back:
            return {self.setting.key: None} if self._given else {}
        value = self.read()
        return {self.setting.key: value} if value != self._value else {}

    @property
    def differs(self) -> bool:
        """Something else is chosen than what is in force, fit or not."""
        try:
            return bool(self.change())
        except UnfitError:
            return True

    def _on_changed(self) -> None:
        self._taken_back = False
        self.show_trouble(None)
        self._judge()
        self.changed.emit()

    def _on_reset_clicked(self) -> None:
        self.show_value(self.setting.default)
        self._taken_back = True
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        value = self.control.value()
        chosen = tuple(value) if isinstance(value, list) else value
        at_first = chosen == self.setting.default and (self._taken_back or not self._given)
        self.reset.setEnabled(not at_first)
