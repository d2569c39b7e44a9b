"""The fleet's backups: make one, read one back, restore one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from simdesk.models.backups import Backup, Loss
from simdesk.models.errors import KnownError
from simdesk.ui.context import Context
from simdesk.ui.dialogs.backup_list import backup_table, chosen_backup
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.restore import RestoreDialog
from simdesk.ui.text import moment_shown

_SIZE = (680, 420)


class BackupsDialog(DialogFrame):
    """Every backup in the list was read back and checked when it was made."""

    restart_wanted = Signal()
    """A restore lies ready: the desk must be closed and opened again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Backups"), parent)
        self._context = context
        self._backups = context.desk.custody.backups
        self._table = backup_table(self.tr("Backups"), self)
        self._found = QLabel(self)
        self._found.setObjectName("muted")
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        self._found.setWordWrap(True)
        self._check = QPushButton(self.tr("Check this backup"), self)
        self._restore = QPushButton(self.tr("Restore…"), self)
        self._restore.setProperty("kind", "danger")
        self._lay_out()
        self._check.clicked.connect(self._on_check_clicked)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._table.selectionModel().selectionChanged.connect(self._show_standing)
        context.bridge.backups_changed.connect(self._list)
        self.set_confirm(self.tr("Back up now"), by_enter=False)
        self.resize(*_SIZE)
        self._found.setText(self._looking)
        self._show_standing()
        self._list()

    @property
    def _looking(self) -> str:
        return self.tr("Looking for backups")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._found, 1)
        row.addWidget(self._check)
        row.addWidget(self._restore)
        self.content.addWidget(self._table, 1)
        self.content.addLayout(row)

    def _list(self) -> None:
        self._context.tasks.start("list backups", self._show_list(), replace=True)

    async def _show_list(self) -> None:
        rows = await self._backups.list()
        self._table.list.show_rows(rows)
        if not rows:
            self._found.setText(self.tr("There is no backup yet."))
        elif self._found.text() == self._looking:
            self._found.clear()
        self._show_standing()

    def _show_standing(self) -> None:
        one = chosen_backup(self._table) is not None
        self._check.setEnabled(one)
        self._restore.setEnabled(one)

    def confirmed(self) -> None:
        self._context.tasks.start("back up", self._make(), replace=False)

    async def _make(self) -> None:
        backup = await self.hold(self._backups.make())
        if backup is not None:
            when = moment_shown(backup.at)
            self._found.setText(self.tr("Made and checked: {when}").format(when=when))

    def _on_check_clicked(self) -> None:
        backup = chosen_backup(self._table)
        if backup is not None:
            self._context.tasks.start("check backup", self._checked(backup), replace=False)

    async def _checked(self, backup: Backup) -> None:
        flaws = await self.hold(self._backups.check(backup))
        if flaws:
            self.show_error(KnownError(flaws[0].words))
        elif flaws is not None:
            self.show_error(None)
            when = moment_shown(backup.at)
            words = self.tr("The backup of {when} is whole.").format(when=when)
            self._found.setText(words)

    def _on_restore_clicked(self) -> None:
        backup = chosen_backup(self._table)
        if backup is not None:
            self._context.tasks.start("ask restore", self._ask(backup), replace=False)

    async def _ask(self, backup: Backup) -> None:
        loss: Loss | None
        try:
            loss = await self._backups.loss(backup)
        except KnownError:
            loss = None  # the dialog says that nobody knows
        dialog = RestoreDialog(backup, loss, self)
        dialog.accepted.connect(
            lambda: self._context.tasks.start("restore", self._restored(backup), replace=False)
        )
        dialog.open()

    async def _restored(self, backup: Backup) -> None:
        self._found.setText(self.tr("Checking and copying the backup"))
        await self.hold(self._backups.prepare_restore(backup))
        if self._backups.restore_ready:
            self.accept()
            self.restart_wanted.emit()
