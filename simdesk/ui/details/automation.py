"""Automation rules: those that concern a card, and what each recorded of it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedLayout, QTreeView, QWidget

from simdesk.models.card import CardRow
from simdesk.services.rule_rows import CardRule
from simdesk.ui.context import Context
from simdesk.ui.details.automation_model import PAGE, RULE_ROLE, AutomationModel

_OLDER = "details: older records"


class RuleTree(QTreeView):
    """Ctrl+C copies the chosen line whole."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            words = self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
            QGuiApplication.clipboard().setText(str(words or ""))
            return
        super().keyPressEvent(event)


class AutomationTab(QWidget):
    """The tree, or a sentence while there is none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card_id: int | None = None
        self._words = QLabel(self)
        self._words.setProperty("muted", True)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.model = AutomationModel(self)
        self.tree = RuleTree(self)
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(12)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("Automation rules and what they recorded"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._words)
        self._layers.addWidget(self.tree)
        self.tree.activated.connect(self._on_activated)

    @property
    def words(self) -> str:
        """The sentence in place of the tree; empty while rules are listed."""
        return "" if self._layers.currentWidget() is self.tree else self._words.text()

    def wait(self) -> None:
        """Nothing is known of this card yet."""
        self._card_id = None
        self.model.show_rules(())
        self._say(self.tr("Reading rules…"))

    def show_rules(self, row: CardRow, rules: Sequence[CardRule]) -> None:
        """List the rules of a card; the one that stood open stays so."""
        same = row.id == self._card_id
        shut = {rule_id for rule_id, index in self._heads() if not self.tree.isExpanded(index)}
        self._card_id = row.id
        self.model.show_rules(rules)
        for rule_id, index in self._heads():
            self.tree.setExpanded(index, not (same and rule_id in shut))
            for place in range(self.model.rowCount(index)):
                whole = self.model.index(place, 1, index).data() == ""
                self.tree.setFirstColumnSpanned(place, index, whole)
        if rules:
            self._layers.setCurrentWidget(self.tree)
        else:
            self._say(self.tr("No automation rule concerns this card."))

    def _heads(self) -> list[tuple[int, QModelIndex]]:
        indexes = [self.model.index(row, 0) for row in range(self.model.rowCount())]
        return [(index.data(RULE_ROLE).rule_id, index) for index in indexes]

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._layers.setCurrentWidget(self._words)

    def _on_activated(self, index: QModelIndex) -> None:
        rule: CardRule | None = index.siblingAtColumn(0).data(RULE_ROLE)
        if rule is not None and index.parent().isValid() and self._card_id is not None:
            reading = self._read_older(self._card_id, rule)
            self._context.tasks.start(_OLDER, reading, replace=False)

    async def _read_older(self, card_id: int, rule: CardRule) -> None:
        known, last = self.model.last_record(rule.rule_id)
        automation = self._context.desk.automation
        if rule.of_pool:
            records = await automation.records_of_rule(rule.rule_id, last, PAGE)
        else:
            records = await automation.records_of_card(card_id, rule.rule_id, known, PAGE)
        if card_id == self._card_id:
            self.model.add_records(rule.rule_id, records)
