"""The rules of a card as a tree: a rule, what it watches for, and what it recorded."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from simdesk.models.rule_words import PUSH_LABELS
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.rule_rows import CardRule, TriggerRecord
from simdesk.ui import theme
from simdesk.ui.text import moment_shown, shown

PAGE = 20
RULE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The CardRule of a rule's row, and of the line that asks for older records."""
_ON = text(QT_TRANSLATE_NOOP("trade", "On"))
_OFF = text(QT_TRANSLATE_NOOP("trade", "Off"))
_DELETED = text(QT_TRANSLATE_NOOP("trade", "Deleted"))
_NAMELESS = text(QT_TRANSLATE_NOOP("trade", "A deleted rule"))
_NOTHING = text(QT_TRANSLATE_NOOP("trade", "Nothing recorded yet"))
_OLDER = text(QT_TRANSLATE_NOOP("trade", "Older records…"))
_TOLD = text(QT_TRANSLATE_NOOP("trade", "Notified"))
_QUIET = text(QT_TRANSLATE_NOOP("trade", "Told before"))


class AutomationModel(QStandardItemModel):
    """Three columns: the rule or a time, what was measured, whether it is on or was told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 3, parent)

    def show_rules(self, rules: Sequence[CardRule]) -> None:
        """Show these rules, each with the records it brings."""
        self.removeRows(0, self.rowCount())
        for rule in rules:
            head = _rule_row(rule)
            head[0].appendRow(_line(_about(rule), role="muted"))
            self._append(head[0], rule, rule.records)
            if not rule.records:
                head[0].appendRow(_line(shown(_NOTHING), role="muted"))
            self.appendRow(head)

    def add_records(self, rule_id: int, records: Sequence[TriggerRecord]) -> None:
        """Put older records under a rule, in place of the line that asked for them."""
        for row in range(self.rowCount()):
            head = self.item(row, 0)
            rule = head.data(RULE_ROLE)
            if rule.rule_id == rule_id and self._asks_for_more(head):
                head.removeRow(head.rowCount() - 1)
                self._append(head, rule, records)

    def last_record(self, rule_id: int) -> tuple[int, TriggerRecord | None]:
        """How many records of a rule are shown, and the oldest of them."""
        for row in range(self.rowCount()):
            head = self.item(row, 0)
            if head.data(RULE_ROLE).rule_id == rule_id:
                found = [
                    record
                    for place in range(head.rowCount())
                    if (record := head.child(place, 0).data(RULE_ROLE + 1)) is not None
                ]
                return len(found), found[-1] if found else None
        return 0, None

    def _append(
        self, head: QStandardItem, rule: CardRule, records: Sequence[TriggerRecord]
    ) -> None:
        for record in records:
            head.appendRow(_record_row(record))
        if len(records) == PAGE:
            older = _line(shown(_OLDER), role="accent")
            older[0].setData(rule, RULE_ROLE)
            head.appendRow(older)

    def _asks_for_more(self, head: QStandardItem) -> bool:
        last = head.child(head.rowCount() - 1, 0) if head.rowCount() else None
        return last is not None and last.data(RULE_ROLE) is not None


class _Item(QStandardItem):
    """Words in a theme's role, which is asked for whenever they are drawn."""

    def __init__(self, words: str, colour: str) -> None:
        super().__init__(words)
        self._colour = colour

    def data(self, role: int = RULE_ROLE) -> Any:  # noqa: ANN401 - whatever was put in
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.role(self._colour)
        return super().data(role)


def _item(words: str, spoken: str = "", role: str = "text") -> QStandardItem:
    item = _Item(words, role)
    item.setEditable(False)
    item.setToolTip(spoken or words)
    item.setData(spoken or words, Qt.ItemDataRole.AccessibleTextRole)
    return item


def _line(words: str, *, role: str) -> list[QStandardItem]:
    return [_item(words, role=role), _item("", words), _item("", words)]


def _rule_row(rule: CardRule) -> list[QStandardItem]:
    name = rule.name or shown(_NAMELESS)
    if rule.row is None:
        state, role = shown(_DELETED), "final"
    else:
        state, role = (shown(_ON), "ok") if rule.row.enabled else (shown(_OFF), "muted")
    spoken = f"{name}: {state}"
    head = [_item(name, spoken), _item("", spoken), _item(state, spoken, role)]
    head[0].setData(rule, RULE_ROLE)
    head[0].setFont(theme.words_font(bold=True))
    return head


def _about(rule: CardRule) -> str:
    if rule.row is None:
        return shown(_DELETED)
    parts = (rule.row.group_words, rule.row.condition_words, PUSH_LABELS[rule.row.push])
    return " · ".join(map(shown, parts))


def _record_row(record: TriggerRecord) -> list[QStandardItem]:
    at, measured = moment_shown(record.at), shown(record.measured)
    notice = shown(_TOLD if record.told else _QUIET)
    spoken = f"{at} · {shown(record.condition)} · {measured} · {notice}"
    row = [
        _item(at, spoken),
        _item(measured, spoken),
        _item(notice, spoken, "info" if record.told else "muted"),
    ]
    row[0].setData(record, RULE_ROLE + 1)
    return row
