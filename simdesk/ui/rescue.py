"""What stands on the screen when a desk cannot be opened: why, and everything that may help."""

import asyncio
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simdesk.models.backups import Backup
from simdesk.models.errors import KnownError
from simdesk.services.rescue import Rescue
from simdesk.ui.dialogs.backup_list import backup_table, chosen_backup
from simdesk.ui.dialogs.restore import RestoreDialog
from simdesk.ui.messages import Message, Messages
from simdesk.ui.tasks import Tasks
from simdesk.ui.text import count_shown, error_words, shown
from simdesk.ui.theme import LARGE, MEDIUM

_SIZE = (720, 460)


class Wish(Enum):
    """How to go on after the window of a desk, or of a desk that could not be opened."""

    AGAIN = "again"
    COPY = "copy"


class RescueWindow(QWidget):
    """Check, restore, look at a copy, save what can be read; or close."""

    def __init__(self, rescue: Rescue, error: KnownError) -> None:
        super().__init__()
        self.setWindowTitle("SimDesk")
        self.resize(*_SIZE)
        self._rescue = rescue
        self._messages = Messages(self)
        self._tasks = Tasks(self._messages, self)
        self._wish: asyncio.Future[Wish | None] = asyncio.get_running_loop().create_future()
        heading = self._line(self.tr("The fleet could not be opened"))
        heading.setObjectName("heading")
        self._why = self._line(error_words(error))
        self._found = self._line("")
        self._found.setObjectName("muted")
        self._table = backup_table(self.tr("Backups"), self)
        self._check = QPushButton(self.tr("Check the file"), self)
        self._save = QPushButton(self.tr("Save what can be read"), self)
        self._look = QPushButton(self.tr("Look at a copy"), self)
        self._restore = QPushButton(self.tr("Restore…"), self)
        self._restore.setProperty("kind", "danger")
        self._close = QPushButton(self.tr("Close"), self)
        self._lay_out(heading)
        self._connect()
        self._show_standing()
        self._tasks.start("list backups", self._list(), replace=True)

    def _line(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _lay_out(self, heading: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._check, self._save, self._look, self._restore):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(MEDIUM)
        for part in (heading, self._why, self._table, self._found):
            box.addWidget(part, 1 if part is self._table else 0)
        box.addLayout(buttons)
        self._close.setFocus()

    def _connect(self) -> None:
        self._messages.said.connect(self._on_said)
        self._check.clicked.connect(
            lambda: self._tasks.start("check", self._checked(), replace=False)
        )
        self._save.clicked.connect(lambda: self._tasks.start("save", self._saved(), replace=False))
        self._look.clicked.connect(lambda: self._end(Wish.COPY))
        self._restore.clicked.connect(self._on_restore_clicked)
        self._close.clicked.connect(self.close)
        self._table.selectionModel().selectionChanged.connect(self._show_standing)
        self._tasks.busy_changed.connect(self._show_standing)

    async def wish(self) -> Wish | None:
        """How the operator wants to go on; None to end."""
        return await self._wish

    async def aclose(self) -> None:
        """End what runs and take the window down."""
        self.hide()
        await self._tasks.aclose()
        self.deleteLater()

    def _end(self, wish: Wish | None) -> None:
        if not self._wish.done():
            self._wish.set_result(wish)

    def _show_standing(self) -> None:
        idle = not self._tasks.names()
        self._restore.setEnabled(idle and chosen_backup(self._table) is not None)
        for button in (self._check, self._save, self._look):
            button.setEnabled(idle)

    def _on_said(self, message: Message) -> None:
        self._found.setText(message.words)

    async def _list(self) -> None:
        backups = await self._rescue.backups()
        self._table.list.show_rows(backups)
        if not backups:
            self._found.setText(self.tr("There is no backup of this fleet."))

    async def _checked(self) -> None:
        self._found.setText(self.tr("Checking the file"))
        flaws = await self._rescue.verify()
        words = [shown(flaw.words) for flaw in flaws[:5]]
        if len(flaws) > len(words):
            count = count_shown(len(flaws) - len(words))
            words.append(self.tr("{count} more").format(count=count))
        self._found.setText("\n".join(words) or self.tr("The file is whole."))

    async def _saved(self) -> None:
        self._found.setText(self.tr("Saving what can be read"))
        folder, rows = await self._rescue.save_readable()
        words = self.tr("{count} rows of {tables} tables are in {folder}")
        count, tables = count_shown(sum(rows.values())), count_shown(len(rows))
        self._found.setText(words.format(count=count, tables=tables, folder=str(folder)))

    def _on_restore_clicked(self) -> None:
        backup = chosen_backup(self._table)
        if backup is None:
            return
        dialog = RestoreDialog(backup, None, self)
        dialog.accepted.connect(
            lambda: self._tasks.start("restore", self._restored(backup), replace=False)
        )
        dialog.open()

    async def _restored(self, backup: Backup) -> None:
        self._found.setText(self.tr("Checking and restoring the backup"))
        await self._rescue.restore(backup)
        self._end(Wish.AGAIN)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._end(None)
