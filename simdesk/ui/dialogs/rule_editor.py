"""Write a rule: whom it watches, for what, how often it tells; a sentence says what it will do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.rule_words import KIND_LABELS, PUSH_LABELS, sentence
from simdesk.models.rules import (
    LONGEST_NAME,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    PoolShare,
    Push,
    RuleDraft,
    RuleKind,
    StatusBecomes,
    checked,
    why_not,
)
from simdesk.models.texts import Text
from simdesk.services.rule_rows import RuleRow
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.rule_fields import ConditionFields, GroupChoice
from simdesk.ui.dialogs.rule_trial import RuleTrialDialog
from simdesk.ui.text import error_words, shown

_LOAD = "rule editor"
_OF_KIND = {
    RuleKind.USAGE: CycleUsage,
    RuleKind.STATUS: StatusBecomes,
    RuleKind.EXPIRY: ExpiresWithin,
    RuleKind.POOL: PoolShare,
}
"""A condition of each rule type, to ask whether a group can have it."""


class RuleEditor(DialogFrame):
    """Writes when it is confirmed; a rule that looks for something new is off until it was tried.

    `written` hears the rule's number.
    """

    def __init__(
        self,
        context: Context,
        row: RuleRow | None,
        parent: QWidget | None = None,
        *,
        written: Callable[[int], None] = lambda rule_id: None,
    ) -> None:
        super().__init__(self.tr("New rule") if row is None else self.tr("Edit rule"), parent)
        self._context = context
        self._row = row
        self._written = written
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.group = GroupChoice(self)
        self.kind = QComboBox(self)
        for kind in RuleKind:
            self.kind.addItem(shown(KIND_LABELS[kind]), kind)
        self.fields = ConditionFields(self)
        self.push = QComboBox(self)
        for push in Push:
            self.push.addItem(shown(PUSH_LABELS[push]), push)
        self.says = QLabel(self)
        self.try_next = QCheckBox(self.tr("Then try it on history and switch it on"), self)
        self.try_next.setChecked(True)
        self._lay_out()
        self._show_row(row)
        self._connect()
        self._judge()
        context.tasks.start(_LOAD, self._offer_names(), replace=True)

    # Putting together

    def _lay_out(self) -> None:
        self.setMinimumWidth(540)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for words, field in (
            (self.tr("Name"), self.name),
            (self.tr("Group"), self.group),
            (self.tr("Rule type"), self.kind),
            (self.tr("Condition"), self.fields),
            (self.tr("Push rule"), self.push),
        ):
            label = QLabel(words, self)
            label.setProperty("muted", True)
            label.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(words)
            form.addRow(label, field)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.says.setProperty("strong", True)
        self.says.setMinimumHeight(3 * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(form)
        self.content.addWidget(self.says)
        self.content.addWidget(self.try_next)
        self.content.addStretch(1)

    def _show_row(self, row: RuleRow | None) -> None:
        self.set_confirm(self.tr("Create rule") if row is None else self.tr("Save rule"))
        if row is not None:
            self.name.setText(row.name)
            self.group.show_group(row.group)
            self.push.setCurrentIndex(list(Push).index(row.push))
            if row.draft is not None:
                self.kind.setCurrentIndex(list(RuleKind).index(row.draft.kind))
                self.fields.show_condition(row.draft.condition)
        self.fields.show_kind(RuleKind(self.kind.currentData()))
        self.name.selectAll()
        self.name.setFocus()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._judge)
        self.group.changed.connect(self._judge)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.fields.changed.connect(self._judge)
        self.push.currentIndexChanged.connect(self._judge)
        self.finished.connect(lambda: self._context.tasks.cancel(_LOAD))

    async def _offer_names(self) -> None:
        cards = self._context.desk.cards
        for kind, field in ((GroupKind.VOUCHER, "voucher"), (GroupKind.TAG, "tag")):
            self.group.offer(kind, await cards.known(field))

    # What is chosen

    def draft(self) -> RuleDraft:
        """What is filled in, sound or not."""
        push = Push(self.push.currentData())
        return RuleDraft(self.name.text(), self.group.group(), self.fields.condition(), push)

    def _judge(self) -> None:
        draft = self.draft()
        self._grey_out(draft.group)
        said, sound = self._said(draft)
        self.says.setText(said)
        self.says.setProperty("role", None if sound else "warn")
        self.says.style().unpolish(self.says)
        self.says.style().polish(self.says)
        self.says.setAccessibleName(said)
        self.confirm_button.setEnabled(sound)
        self.show_error(None)
        self._show_next(draft)
        self.make_room()

    def _said(self, draft: RuleDraft) -> tuple[str, bool]:
        """The live sentence; or why there can be no such rule."""
        try:
            return shown(sentence(checked(draft))), True
        except KnownError as error:
            return error_words(error), False

    def _grey_out(self, group: Group) -> None:
        """Rule types that the group cannot have are greyed out and say why."""
        model = self.kind.model()
        for place, kind in enumerate(RuleKind):
            reason: Text | None = why_not(group, _OF_KIND[kind])
            if isinstance(model, QStandardItemModel):
                model.item(place).setEnabled(reason is None)
            tip = "" if reason is None else shown(reason)
            self.kind.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)

    def _show_next(self, draft: RuleDraft) -> None:
        """What is switched on stays so only while it watches what it watched."""
        row = self._row
        same = row is not None and row.draft is not None and draft.watches_like(row.draft)
        stays_on = same and row is not None and row.enabled
        self.try_next.setVisible(not stays_on)
        if row is not None and row.enabled and not same:
            self.try_next.setText(
                self.tr("It is switched off now; then try it on history and switch it on again")
            )
        else:
            self.try_next.setText(self.tr("Then try it on history and switch it on"))

    def _on_kind_changed(self) -> None:
        self.fields.show_kind(RuleKind(self.kind.currentData()))

    # Doing

    def confirmed(self) -> None:
        if self.confirm_button.isEnabled():
            self._context.tasks.start("write rule", self._write(), replace=False)

    async def _write(self) -> None:
        draft = checked(self.draft())
        rule_id = await self.hold(self._keep(draft))
        if rule_id is None:
            return
        trying = not self.try_next.isHidden() and self.try_next.isChecked()
        parent = self.parentWidget()
        self._written(rule_id)
        self.accept()
        if trying:
            RuleTrialDialog(self._context, draft, rule_id, parent).open()

    async def _keep(self, draft: RuleDraft) -> int:
        rules = self._context.desk.automation
        if self._row is None:
            return await rules.create(draft)
        await rules.edit(self._row.id, draft)
        return self._row.id
