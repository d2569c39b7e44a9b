"""Controls for sizes, numbers and days: a comparison and one or two values."""

from dataclasses import replace
from datetime import date
from enum import Enum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from simdesk.models.filter_fields import Field, FieldKind
from simdesk.models.filter_values import parse_value, value_text
from simdesk.models.filters import Operator, RelativeDay, Term, Value
from simdesk.ui.filter.criteria import Criterion
from simdesk.ui.filter.editor import Editor
from simdesk.ui.icons import icon
from simdesk.ui.month_sheet import MonthSheet

_TODAY = RelativeDay(0)
_MOST_DAYS = 3650


class Comparison(Enum):
    AT_LEAST = "at least"
    MORE = "more"
    AT_MOST = "at most"
    LESS = "less"
    BETWEEN = "between"
    EXACTLY = "exactly"
    NEXT_DAYS = "next days"
    LAST_DAYS = "last days"


def comparison_of(term: Term) -> Comparison:
    """Which comparison `term` makes."""
    if term.operator is Operator.ANY_OF:
        return Comparison.EXACTLY
    if term.low is not None and term.high is not None:
        if term.low == _TODAY and _days(term.high) > 0:
            return Comparison.NEXT_DAYS
        return Comparison.LAST_DAYS if _is_last_days(term) else Comparison.BETWEEN
    if term.low is not None:
        return Comparison.MORE if term.low_open else Comparison.AT_LEAST
    return Comparison.LESS if term.high_open else Comparison.AT_MOST


def _days(value: Value | None) -> int:
    return value.days if isinstance(value, RelativeDay) else 0


def _is_last_days(term: Term) -> bool:
    return term.high == _TODAY and _days(term.low) < 0


class ValueEdit(QWidget):
    """One value as text; days have a calendar beside them."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, field: Field, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._edit = QLineEdit(self)
        self._edit.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._edit, 1)
        self._edit.setPlaceholderText(self._hint(field.kind))
        if field.kind is FieldKind.MOMENT:
            layout.addWidget(self._calendar_button(name))
        self.setFocusProxy(self._edit)
        self._edit.textEdited.connect(self._on_edited)
        self._edit.returnPressed.connect(self.submitted)

    def _hint(self, kind: FieldKind) -> str:
        if kind is FieldKind.SIZE:
            return self.tr("100MB")
        return self.tr("2026-12-31 or 30d") if kind is FieldKind.MOMENT else "10"

    def _calendar_button(self, name: str) -> QToolButton:
        calendar = MonthSheet()
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        button = QToolButton(self)
        button.setIcon(icon("chevron_down", "muted"))
        button.setAccessibleName(self.tr("{name}: choose in a calendar").format(name=name))
        button.setToolTip(self.tr("Choose in a calendar"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        calendar.activated.connect(lambda day: self._on_day_chosen(menu, day))
        calendar.clicked.connect(lambda day: self._on_day_chosen(menu, day))
        return button

    def show_value(self, value: Value | None) -> None:
        self._edit.setText("" if value is None else value_text(self._field, value))

    def value(self) -> Value | None:
        """What is written, None for nothing. Raises KnownError where it cannot be read."""
        words = self._edit.text().strip()
        return parse_value(self._field, words) if words else None

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_day_chosen(self, menu: QMenu, day: QDate) -> None:
        menu.close()
        self.show_value(date(day.year(), day.month(), day.day()))
        self.edited.emit()


class RangeEditor(Editor):
    """`at least 100MB`, `between 1 and 5`, `in the next 30 days`."""

    def __init__(self, criterion: Criterion, name: str, parent: QWidget | None = None) -> None:
        super().__init__(criterion, name, parent)
        self._kind = QComboBox(self)
        self._kind.setAccessibleName(self.tr("{name}: comparison").format(name=name))
        for comparison, words in self._comparisons(criterion.field.kind):
            self._kind.addItem(words, comparison)
        self._low = ValueEdit(criterion.field, self.tr("{name}: value").format(name=name), self)
        self._and = QLabel(self.tr("and"), self)
        self._high = ValueEdit(
            criterion.field, self.tr("{name}: upper end").format(name=name), self
        )
        self._count = QSpinBox(self)
        self._count.setRange(1, _MOST_DAYS)
        self._count.setValue(30)
        self._count.setAccessibleName(self.tr("{name}: number of days").format(name=name))
        self._count_unit = QLabel(self.tr("days"), self)
        self._lay_out()
        self._kind.activated.connect(self._on_kind_activated)
        for edit in (self._low, self._high):
            edit.edited.connect(self.changed)
            edit.submitted.connect(self.submitted)
        self._count.valueChanged.connect(self._on_count_changed)
        self._fit()

    def _lay_out(self) -> None:
        values = QHBoxLayout()
        values.setSpacing(8)
        values.addWidget(self._low, 1)
        values.addWidget(self._and)
        values.addWidget(self._high, 1)
        values.addWidget(self._count)
        values.addWidget(self._count_unit, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._kind)
        layout.addLayout(values)
        self.setFocusProxy(self._kind)

    def _comparisons(self, kind: FieldKind) -> list[tuple[Comparison, str]]:
        if kind is FieldKind.MOMENT:
            return [
                (Comparison.NEXT_DAYS, self.tr("in the next")),
                (Comparison.LAST_DAYS, self.tr("in the last")),
                (Comparison.AT_LEAST, self.tr("on or after")),
                (Comparison.MORE, self.tr("after")),
                (Comparison.AT_MOST, self.tr("on or before")),
                (Comparison.LESS, self.tr("before")),
                (Comparison.BETWEEN, self.tr("between")),
                (Comparison.EXACTLY, self.tr("on")),
            ]
        return [
            (Comparison.AT_LEAST, self.tr("at least")),
            (Comparison.MORE, self.tr("more than")),
            (Comparison.AT_MOST, self.tr("at most")),
            (Comparison.LESS, self.tr("less than")),
            (Comparison.BETWEEN, self.tr("between")),
            (Comparison.EXACTLY, self.tr("exactly")),
        ]

    @property
    def _comparison(self) -> Comparison:
        found: Comparison = self._kind.currentData()
        return found

    def show_term(self, term: Term | None) -> None:
        if term is None or term.operator is Operator.NONE:
            self._low.show_value(None)
            self._high.show_value(None)
            self._kind.setCurrentIndex(self._kind.findData(Comparison.AT_LEAST))
        else:
            self._show(term, comparison_of(term))
        self._fit()

    def _show(self, term: Term, comparison: Comparison) -> None:
        self._kind.setCurrentIndex(self._kind.findData(comparison))
        self._count.blockSignals(True)
        match comparison:
            case Comparison.EXACTLY:
                self._low.show_value(term.values[0])
            case Comparison.NEXT_DAYS:
                self._count.setValue(_days(term.high))
            case Comparison.LAST_DAYS:
                self._count.setValue(-_days(term.low))
            case Comparison.AT_MOST | Comparison.LESS:
                self._low.show_value(term.high)
            case _:
                self._low.show_value(term.low)
        self._high.show_value(term.high if comparison is Comparison.BETWEEN else None)
        self._count.blockSignals(False)

    def term(self) -> Term | None:
        name = self.criterion.name
        comparison = self._comparison
        asked = Term(name, Operator.RANGE)
        if comparison is Comparison.NEXT_DAYS:
            return replace(asked, low=_TODAY, high=RelativeDay(self._count.value()))
        if comparison is Comparison.LAST_DAYS:
            return replace(asked, low=RelativeDay(-self._count.value()), high=_TODAY)
        value = self._low.value()
        if comparison is Comparison.BETWEEN:
            upper = self._high.value()
            none = value is None and upper is None
            return None if none else replace(asked, low=value, high=upper)
        if value is None:
            return None
        return _compared(asked, comparison, value)

    def _fit(self) -> None:
        counted = self._comparison in (Comparison.NEXT_DAYS, Comparison.LAST_DAYS)
        between = self._comparison is Comparison.BETWEEN
        self._low.setVisible(not counted)
        self._and.setVisible(between)
        self._high.setVisible(between)
        self._count.setVisible(counted)
        self._count_unit.setVisible(counted)

    def _on_kind_activated(self) -> None:
        self._fit()
        self.changed.emit()

    def _on_count_changed(self) -> None:
        self.changed.emit()


def _compared(asked: Term, comparison: Comparison, value: Value) -> Term:
    match comparison:
        case Comparison.AT_LEAST:
            return replace(asked, low=value)
        case Comparison.MORE:
            return replace(asked, low=value, low_open=True)
        case Comparison.AT_MOST:
            return replace(asked, high=value)
        case Comparison.LESS:
            return replace(asked, high=value, high_open=True)
        case _:
            return Term(asked.field, Operator.ANY_OF, (value,))
