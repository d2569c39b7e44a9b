"""The fields of the rule editor that adapt: the group, and the condition of each rule type."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.rule_words import GROUP_LABELS
from simdesk.models.rules import (
    EVERY_CARD,
    MOST_DAYS,
    MOST_PERCENT,
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    PoolShare,
    RuleKind,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.ui.text import shown
from simdesk.ui.theme import SMALL

_MOST_MB = 1_000_000_000
_LIST_ROWS = 6


class GroupChoice(QWidget):
    """All cards, those of a voucher or those with a tag; the desk's own names are offered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Group"))
        for kind in GroupKind:
            self.kind.addItem(shown(GROUP_LABELS[kind]), kind)
        self.value = QComboBox(self)
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.value.setAccessibleName(self.tr("Name of the voucher or tag"))
        self._offered: dict[GroupKind, tuple[str, ...]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.kind)
        row.addWidget(self.value, 1)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.value.editTextChanged.connect(self.changed)
        self._on_kind_changed()

    def group(self) -> Group:
        kind = GroupKind(self.kind.currentData())
        return EVERY_CARD if kind is GroupKind.ALL else Group(kind, self.value.currentText())

    def show_group(self, group: Group) -> None:
        self.kind.setCurrentIndex(list(GroupKind).index(group.kind))
        self.value.setEditText(group.value)

    def offer(self, kind: GroupKind, names: tuple[str, ...]) -> None:
        """Names that can be chosen; what stands in the field stays."""
        self._offered[kind] = names
        self._fill()

    def _fill(self) -> None:
        kind, words = GroupKind(self.kind.currentData()), self.value.currentText()
        self.value.blockSignals(True)
        self.value.clear()
        self.value.addItems(self._offered.get(kind, ()))
        self.value.setEditText(words)
        self.value.blockSignals(False)

    def _on_kind_changed(self) -> None:
        kind = GroupKind(self.kind.currentData())
        self.value.setVisible(kind is not GroupKind.ALL)
        self.value.setEditText("")
        self._fill()
        line = self.value.lineEdit()
        if line is not None:
            line.setPlaceholderText(
                self.tr("Tag") if kind is GroupKind.TAG else self.tr("Plan voucher")
            )
        self.changed.emit()


class ConditionFields(QWidget):
    """One small form for each rule type."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usage = _spin(self, 1, _MOST_MB, 100, self.tr("Usage at least"))
        self.unit = QComboBox(self)
        self.unit.setAccessibleName(self.tr("Unit of the usage"))
        self.unit.addItem(self.tr("MB in the plan cycle"), CycleUsage)
        self.unit.addItem(self.tr("% of the data tier"), TierShare)
        self.pool = _spin(self, 1, MOST_PERCENT, 90, self.tr("Pool usage at least, in percent"))
        self.days = _spin(self, 1, MOST_DAYS, 7, self.tr("Days before the expiry"))
        self.statuses = _StatusList(self)
        self._lines: dict[RuleKind, QWidget] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for kind, line in (
            (RuleKind.USAGE, (self.tr("at least"), self.usage, self.unit)),
            (RuleKind.STATUS, (self.statuses,)),
            (RuleKind.EXPIRY, (self.tr("today or within"), self.days, self.tr("days"))),
            (RuleKind.POOL, (self.tr("at least"), self.pool, self.tr("% of the pool"))),
        ):
            self._lines[kind] = _line(line, self)
            box.addWidget(self._lines[kind])
        self._kind = RuleKind.USAGE
        self.show_kind(self._kind)
        for spin in (self.usage, self.pool, self.days):
            spin.valueChanged.connect(self.changed)
        self.unit.currentIndexChanged.connect(self._on_unit_changed)
        self.statuses.itemChanged.connect(self.changed)

    def show_kind(self, kind: RuleKind) -> None:
        """Show the fields of this rule type."""
        self._kind = kind
        for one, line in self._lines.items():
            line.setVisible(one is kind)
        self.changed.emit()

    def condition(self) -> Condition:
        match self._kind:
            case RuleKind.USAGE if self.unit.currentData() is TierShare:
                return TierShare(self.usage.value())
            case RuleKind.USAGE:
                return CycleUsage(self.usage.value())
            case RuleKind.STATUS:
                return StatusBecomes(self.statuses.chosen())
            case RuleKind.EXPIRY:
                return ExpiresWithin(self.days.value())
            case RuleKind.POOL:
                return PoolShare(self.pool.value())

    def show_condition(self, condition: Condition) -> None:
        match condition:
            case CycleUsage(mb=mb):
                self.unit.setCurrentIndex(0)
                self.usage.setValue(mb)
            case TierShare(percent=percent):
                self.unit.setCurrentIndex(1)
                self.usage.setValue(percent)
            case StatusBecomes(statuses=statuses):
                self.statuses.choose(statuses)
            case ExpiresWithin(days=days):
                self.days.setValue(days)
            case PoolShare(percent=percent):
                self.pool.setValue(percent)

    def _on_unit_changed(self) -> None:
        share = self.unit.currentData() is TierShare
        self.usage.setMaximum(MOST_PERCENT if share else _MOST_MB)
        self.changed.emit()


class _StatusList(QListWidget):
    """The specific statuses, each with a tick."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Status becomes one of these"))
        for status in SpecificStatus:
            item = QListWidgetItem(shown(status.label), self)
            item.setData(Qt.ItemDataRole.UserRole, int(status))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.setFixedHeight(self.sizeHintForRow(0) * _LIST_ROWS + 2 * self.frameWidth())

    def chosen(self) -> frozenset[SpecificStatus]:
        items = (self.item(row) for row in range(self.count()))
        return frozenset(
            SpecificStatus(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def choose(self, statuses: frozenset[SpecificStatus]) -> None:
        for row in range(self.count()):
            item = self.item(row)
            on = item.data(Qt.ItemDataRole.UserRole) in statuses
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def _spin(parent: QWidget, least: int, most: int, value: int, name: str) -> QSpinBox:
    spin = QSpinBox(parent)
    spin.setRange(least, most)
    spin.setValue(value)
    spin.setGroupSeparatorShown(True)
    spin.setAccessibleName(name)
    spin.setMinimumWidth(110)
    return spin


def _line(parts: tuple[str | QWidget, ...], parent: QWidget) -> QWidget:
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    for part in parts:
        row.addWidget(QLabel(part, line) if isinstance(part, str) else part)
    if not isinstance(parts[0], QListWidget):
        row.addStretch(1)
    return line
