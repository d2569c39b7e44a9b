"""Before a rule is deleted: what goes, what stays."""

from PySide6.QtWidgets import QLabel, QWidget

from simdesk.services.rule_rows import RuleRow
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame


class DeleteRuleDialog(DialogFrame):
    """Writes when it is confirmed; it cannot be taken back."""

    def __init__(self, context: Context, row: RuleRow, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Delete the rule “{name}”").format(name=row.name), parent)
        self._context = context
        self._rule_id = row.id
        self.safe_button.setText(self.tr("Keep"))
        words = QLabel(
            self.tr("It is checked no more. Its notifications and trigger records stay."), self
        )
        words.setWordWrap(True)
        self.setMinimumWidth(380)
        self.content.addWidget(words)
        self.set_confirm(self.tr("Delete rule"), dangerous=True, by_enter=False)

    def confirmed(self) -> None:
        self._context.tasks.start("delete rule", self._delete(), replace=False)

    async def _delete(self) -> None:
        if await self.hold(self._deleted()):
            self.accept()

    async def _deleted(self) -> bool:
        await self._context.desk.automation.delete(self._rule_id)
        return True
