"""Why nothing is sent, what can be done about it, and the step back to work."""

from collections.abc import Awaitable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from simdesk.services.entry import LONGEST_NOTE
from simdesk.services.restoring import OnlyTheirs
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.text import counted, moment_shown, money_shown, shown

T = TypeVar("T")
_WIDTH = 560


class SafeModeDialog(DialogFrame):
    """Safe mode and a restored desk end here alone, by a note that goes into the audit."""

    backups_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Safe mode"), parent)
        self._context = context
        self._custody = context.desk.custody
        self._why = QPlainTextEdit(self)
        self._why.setReadOnly(True)
        self._why.setAccessibleName(self.tr("What was found"))
        self._note = QLineEdit(self)
        self._note.setMaxLength(LONGEST_NOTE)
        self._note.setAccessibleName(self.tr("Your note"))
        self._note.setPlaceholderText(self.tr("Your note, for the audit"))
        self._verify = QPushButton(self.tr("Verify again"), self)
        self._compare = QPushButton(self.tr("Compare with the provider"), self)
        self._backups = QPushButton(self.tr("Backups…"), self)
        self._compared: OnlyTheirs | None = None
        self._lay_out()
        self._verify.clicked.connect(self._on_verify_clicked)
        self._compare.clicked.connect(self._on_compare_clicked)
        self._backups.clicked.connect(self.backups_wanted)
        self._note.textChanged.connect(self._show_standing)
        context.bridge.sending_changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._verify, self._compare, self._backups):
            row.addWidget(button)
        row.addStretch(1)
        words = QLabel(self.tr("Reading, exporting and editing go on. Nothing is sent."), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.setMinimumWidth(_WIDTH)
        self.content.addWidget(words)
        self.content.addWidget(self._why, 1)
        self.content.addLayout(row)
        self.content.addWidget(self._note)
        QWidget.setTabOrder(self._backups, self._note)

    def _show(self) -> None:
        safe, restoring = self._custody.safe_mode, self._custody.restoring
        lines = [shown(one) for one in safe.reasons]
        lines += [shown(flaw.words) for flaw in safe.flaws]
        if restoring.since is not None:
            since = moment_shown(restoring.since)
            lines.append(self.tr("Restored from the backup of {since}.").format(since=since))
        lines += self._theirs()
        self._why.setPlainText("\n".join(lines) or self.tr("Nothing is wrong."))
        self._compare.setVisible(restoring.since is not None)
        self._show_standing()

    def _theirs(self) -> list[str]:
        found = self._compared
        if found is None:
            return []
        one = self.tr("1 order since then is known to the provider only.")
        many = self.tr("{count} orders since then are known to the provider only.")
        lines = [counted(len(found.orders), one, many)]
        for order in found.orders:
            told = (order.number, moment_shown(order.created_at), money_shown(order.price))
            lines.append(" · ".join((*told, shown(order.kind.label))))
        return lines

    def _show_standing(self) -> None:
        safe, restoring = self._custody.safe_mode, self._custody.restoring
        ready = safe.on or restoring.since is not None
        against = safe.way_out if safe.on else None
        waiting = not safe.on and restoring.since is not None and self._compared is None
        words = self.tr("Leave safe mode") if safe.on else self.tr("Allow sending again")
        self.set_confirm(words, by_enter=False)
        noted = bool(self._note.text().strip())
        self.confirm_button.setEnabled(ready and noted and against is None and not waiting)
        self.confirm_button.setToolTip("" if against is None else shown(against))

    def _on_verify_clicked(self) -> None:
        verifying = self._custody.verification.again()
        self._context.tasks.start("verify", self._done(verifying), replace=False)

    def _on_compare_clicked(self) -> None:
        self._context.tasks.start("compare", self._seen(), replace=False)

    async def _seen(self) -> None:
        found = await self.hold(self._custody.restoring.compare())
        self._compared = found or self._compared
        self._show()

    async def _done(self, work: Awaitable[T]) -> T | None:
        found = await self.hold(work)
        self._show()
        return found

    def confirmed(self) -> None:
        note = self._note.text().strip()
        safe = self._custody.safe_mode
        leaving = safe.leave(note) if safe.on else self._custody.restoring.leave(note)
        self._context.tasks.start("leave safe mode", self._left(leaving), replace=False)

    async def _left(self, leaving: Awaitable[None]) -> None:
        await self._done(leaving)
        if not self._custody.safe_mode.on and self._custody.restoring.since is None:
            self.accept()
