"""Automation rules: the list, what one will do, what it recorded, and what can be done with it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from simdesk.models.rule_words import sentence
from simdesk.services.rule_rows import RuleRow
from simdesk.ui.context import Context
from simdesk.ui.dialogs.delete_rule import DeleteRuleDialog
from simdesk.ui.dialogs.rule_editor import RuleEditor
from simdesk.ui.dialogs.rule_trial import RuleTrialDialog
from simdesk.ui.listing.cells import StateDelegate
from simdesk.ui.listing.page import ListPage
from simdesk.ui.pages.rule_records import RuleRecords
from simdesk.ui.pages.rules_columns import RULE_CONDITION, RULE_STATE, rules_model
from simdesk.ui.text import count_shown, counted, error_words, shown
from simdesk.ui.theme import LARGE, SMALL


class RulesPage(ListPage):
    """Rules run after each sync and only notify (domain.md 4.2)."""

    notifications_wanted = Signal(int, str)
    """Number and name of the rule whose notifications are wanted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        read = context.desk.automation.list
        super().__init__(
            context, self.tr("Rules"), rules_model(), read, stretched=RULE_CONDITION, parent=parent
        )
        self.table.setItemDelegateForColumn(RULE_STATE, StateDelegate(self.table))
        self.new_action = self.act(self.tr("New rule…"), "add", self.add, "Ctrl+N", kind="primary")
        self.edit_action = self.act(self.tr("Edit…"), "edit", self.edit, "Return")
        self.try_action = self.act(self.tr("Try on history…"), "history", self.try_chosen, "Ctrl+H")
        self.switch_action = self.act(self.tr("Switch on…"), "switch", self.switch, "Space")
        self.notices_action = self.act(
            self.tr("Show notifications"), "notifications", self.show_notifications, "Ctrl+L"
        )
        self.delete_action = self.act(
            self.tr("Delete…"), "delete", self.delete, "Del", kind="danger"
        )
        self.empty.say(
            self.tr(
                "No rule yet. A rule watches usage, status, expiry or a pool after each sync "
                "and tells you."
            )
        )
        self.empty.offer(self.tr("New rule…"), "add", self.add)
        self.detail = QLabel(self)
        self.detail.setObjectName("rule_detail")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self.records = RuleRecords(context, self)
        self.records.cards_wanted.connect(self.cards_wanted)
        self.under.addWidget(self.detail)
        self.under.addWidget(self.records)
        self._shown_rule: RuleRow | None = None
        self._wanted: int | None = None
        self.table.doubleClicked.connect(self.edit_action.trigger)
        context.bridge.rules_changed.connect(self.load)
        self.refresh()

    def refresh(self) -> None:
        one: RuleRow | None = self.one
        whole = one is not None and one.draft is not None
        self.edit_action.setEnabled(one is not None)
        self.try_action.setEnabled(whole)
        self.switch_action.setEnabled(whole)
        on = one is not None and one.enabled
        self.switch_action.setText(self.tr("Switch off") if on else self.tr("Switch on…"))
        self.notices_action.setEnabled(one is not None)
        self.delete_action.setEnabled(one is not None)
        rows = self.model.rows
        alone = self.tr("1 rule, {on} switched on")
        several = self.tr("{count} rules, {on} switched on")
        switched_on = count_shown(sum(row.enabled for row in rows))
        self.facts.setText(counted(len(rows), alone, several, on=switched_on))
        self._show_detail(one)

    def _show_detail(self, row: RuleRow | None) -> None:
        self.detail.setVisible(row is not None)
        self.records.setVisible(row is not None)
        if row is not None:
            trouble = row.trouble
            words = "" if row.draft is None else shown(sentence(row.draft))
            self.detail.setText(words if trouble is None else error_words(trouble))
            self.detail.setProperty("role", "final" if trouble is None else "bad")
            self.detail.style().unpolish(self.detail)
            self.detail.style().polish(self.detail)
        if row != self._shown_rule:
            self._shown_rule = row
            self.records.show_rule(row)

    # Doing

    def add(self) -> None:
        """Ask what a new rule shall watch."""
        RuleEditor(self.context, None, self, written=self.choose_rule).open()

    def edit(self) -> None:
        """Let the chosen rule be written anew."""
        if self.one is not None:
            RuleEditor(self.context, self.one, self, written=self.choose_rule).open()

    def choose_rule(self, rule_id: int) -> None:
        """Choose a rule as soon as it is listed."""
        self._wanted = rule_id
        self.load()

    def show_rows(self, rows: Sequence[Any]) -> None:
        super().show_rows(rows)
        if self._wanted is not None and any(row.id == self._wanted for row in rows):
            self.choose({self._wanted})
            self._wanted = None

    def try_chosen(self) -> None:
        """Show what the chosen rule would have done."""
        row = self.one
        if row is not None and row.draft is not None:
            dialog = RuleTrialDialog(self.context, row.draft, None, self)
            dialog.cards_wanted.connect(self.cards_wanted)
            dialog.open()

    def switch(self) -> None:
        """Switch the chosen rule off; or on, after a look at what it would have done."""
        row = self.one
        if row is None or row.draft is None:
            return
        if row.enabled:
            off = self.context.desk.automation.switch(row.id, on=False)
            self.context.tasks.start(f"switch rule {row.id}", off, replace=False)
            return
        dialog = RuleTrialDialog(self.context, row.draft, row.id, self)
        dialog.cards_wanted.connect(self.cards_wanted)
        dialog.open()

    def show_notifications(self) -> None:
        """Show what the chosen rule told."""
        if self.one is not None:
            self.notifications_wanted.emit(self.one.id, self.one.name)

    def delete(self) -> None:
        """Ask, then delete the chosen rule."""
        if self.one is not None:
            DeleteRuleDialog(self.context, self.one, self).open()
