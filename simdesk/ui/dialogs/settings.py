"""All settings in one dialog: pages at the left, what can be set on each, the file they lie in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.preference_kinds import UnfitError
from simdesk.models.preference_list import SETTINGS, Section
from simdesk.models.preferences import Value
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.setting_row import SettingRow
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, SMALL, TINY

_SIZE = (820, 600)
_TITLE = 22
"""Digits that a title has room for, so that the controls of all pages stand in one line."""
_LIMITS = "limits"
_PAGES: tuple[str, ...] = tuple(
    name
    for section in Section
    for name in ((section.value, _LIMITS) if section is Section.BACKUPS else (section.value,))
)
LIMITS_COMMAND, KEYS_COMMAND = "edit.limits", "edit.keys"
"""What the pages of limits and keys open: each has a dialog of its own."""
TRIED = ("theme", "density")
"""What is seen at once, before it is saved."""


class SettingsDialog(DialogFrame):
    """What is chosen counts when it is saved; what can be seen is shown meanwhile.

    `command_wanted` carries the id of a command that opens another dialog.
    """

    command_wanted = Signal(str)

    def __init__(
        self,
        context: Context,
        commands: Sequence[str],
        shown_now: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`commands` are the ids there are; `shown_now` the columns of the table behind."""
        super().__init__(self.tr("Settings"), parent)
        self._service = context.preferences
        self._service.refresh()
        self._commands = frozenset(commands)
        self.rows: dict[str, SettingRow] = {}
        self.pages = QListWidget(self)
        self._stack = QStackedWidget(self)
        self._make_rows(shown_now)
        self._lay_out()
        self._show_complaints()
        self.set_confirm(self.tr("Save settings"))
        self._judge()
        self.pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.pages.setCurrentRow(0)
        self.pages.setFocus()
        self.finished.connect(lambda: self._service.try_out({}))

    # Putting together

    def _make_rows(self, shown_now: Sequence[str]) -> None:
        current, complained = self._service.current, {one.key for one in self._service.complaints}
        for key, setting in SETTINGS.items():
            if setting.section is Section.KEYS:
                continue
            self.rows[key] = SettingRow(
                setting,
                current.value(key),
                given=self._service.given(key) or key in complained,
                shown_now=shown_now,
                parent=self,
            )
            self.rows[key].changed.connect(self._on_row_changed)

    def _lay_out(self) -> None:
        self.resize(*_SIZE)
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        for name in _PAGES:
            self.pages.addItem(self._title(name))
            self._stack.addWidget(self._page(name))
        self.pages.setFixedWidth(self.pages.sizeHintForColumn(0) + 2 * LARGE)
        self._troubles = QLabel(self)
        self._troubles.setObjectName("caution")
        self._troubles.setTextFormat(Qt.TextFormat.PlainText)
        self._troubles.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(LARGE)
        line.addWidget(self.pages)
        line.addWidget(self._stack, 1)
        self.content.addWidget(self._troubles)
        self.content.addLayout(line, 1)

    def _title(self, name: str) -> str:
        return self.tr("Limits") if name == _LIMITS else shown(Section(name).label)

    def _page(self, name: str) -> QWidget:
        page = QWidget(self)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, SMALL, 0)
        box.setSpacing(SMALL)
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(TINY)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance("0") * _TITLE)
        for row in self.rows.values():
            if row.setting.section.value == name:
                row.put_in(grid)
        box.addLayout(grid)
        if name == _LIMITS:
            box.addWidget(self._words(self._limits_words()))
            box.addWidget(self._opener(self.tr("Limits…"), LIMITS_COMMAND), 0, _LEFT)
        elif name == Section.KEYS:
            box.addWidget(self._words(self._keys_words()))
            box.addWidget(self._opener(self.tr("Keys…"), KEYS_COMMAND), 0, _LEFT)
        elif name == Section.DATA:
            self._add_file(box)
        box.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        return scroll

    def _words(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _opener(self, words: str, command: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.setObjectName(command)
        button.setVisible(command in self._commands)
        button.clicked.connect(lambda: self.command_wanted.emit(command))
        return button

    def _limits_words(self) -> str:
        return self.tr(
            "What a day may cost and how much of a pool one operation may close is kept with each "
            "fleet, not here: whoever works on it has the same limits."
        )

    def _keys_words(self) -> str:
        count = len(self._service.current.keys)
        words = self.tr("All commands have their usual keys.")
        if count:
            words = self.tr("Commands with other keys than usual: {count}.").format(count=count)
        return words + " " + self.tr("In the file they stand under [keys].")

    def _add_file(self, box: QVBoxLayout) -> None:
        path = self._service.path
        if path is None:
            box.addWidget(self._words(self.tr("These settings are kept in no file.")))
            return
        words = self.tr("All of this lies in one file, which you may edit: {path}")
        label = self._words(words.format(path=path))
        label.setTextInteractionFlags(_SELECTED)
        button = QPushButton(self.tr("Open folder"), self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._open(path.parent))
        box.addWidget(label)
        box.addWidget(button, 0, _LEFT)

    def _open(self, folder: Path) -> None:
        # Without a file yet there need not be a folder.
        there = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(there))):
            words = QT_TRANSLATE_NOOP("trade", "No program could be found to open “{path}”.")
            self.show_error(KnownError(text(words, path=str(there))))

    # What is wrong with the file

    def _show_complaints(self) -> None:
        elsewhere = []
        if self._service.trouble is not None:
            elsewhere.append(shown(self._service.trouble))
        for one in self._service.complaints:
            row = self.rows.get(one.key)
            if row is None:
                elsewhere.append(shown(one.words))
            else:
                row.show_trouble(one.words)
                self._mark(row)
        self._troubles.setText("\n".join(elsewhere))
        self._troubles.setVisible(bool(elsewhere))

    def _mark(self, row: SettingRow) -> None:
        item = self.pages.item(_PAGES.index(row.setting.section.value))
        name = self._title(row.setting.section.value)
        item.setText(self.tr("{page} (!)").format(page=name))
        item.setData(_SPOKEN, self.tr("{page}, something cannot be used").format(page=name))

    # Saving

    def changes(self) -> dict[str, Value | None]:
        """What is to be set. Raises UnfitError, having said so in its row and shown it."""
        found: dict[str, Value | None] = {}
        for row in self.rows.values():
            try:
                found |= row.change()
            except UnfitError as error:
                row.show_trouble(error.words)
                self.pages.setCurrentRow(_PAGES.index(row.setting.section.value))
                row.control.inner.setFocus()
                raise
        return found

    def confirmed(self) -> None:
        try:
            self._service.change(self.changes())
        except UnfitError:
            return
        except KnownError as error:
            self.show_error(error)
            return
        self.accept()

    def _on_row_changed(self) -> None:
        tried: dict[str, Value | None] = {}
        for key in TRIED:
            tried |= self.rows[key].change()
        self._service.try_out(tried)
        self._judge()

    def _judge(self) -> None:
        differs = any(row.differs for row in self.rows.values())
        self.confirm_button.setEnabled(differs)
        self.safe_button.setText(self.tr("Discard changes") if differs else self.tr("Close"))


_LEFT = Qt.AlignmentFlag.AlignLeft
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SELECTED = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
