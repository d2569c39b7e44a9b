"""Controls for criteria with a fixed list of values: tick boxes, and yes or no."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.filter_fields import FieldKind
from simdesk.models.filters import Operator, Term, Value
from simdesk.ui.filter.criteria import Criterion
from simdesk.ui.filter.editor import Editor
from simdesk.ui.text import shown

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceEditor(Editor):
    """A tick box for each value; any of the ticked ones."""

    def __init__(self, criterion: Criterion, name: str, parent: QWidget | None = None) -> None:
        super().__init__(criterion, name, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._boxes: list[tuple[QCheckBox, Value]] = []
        for choice in criterion.field.choices:
            label = shown(choice.label)
            box = QCheckBox(label, self)
            box.setAccessibleName(f"{name}: {label}")
            box.toggled.connect(self._on_toggled)
            layout.addWidget(box)
            self._boxes.append((box, choice.value))

    def show_term(self, term: Term | None) -> None:
        wanted = () if term is None else term.values
        for box, value in self._boxes:
            box.blockSignals(True)
            box.setChecked(value in wanted)
            box.blockSignals(False)

    def term(self) -> Term | None:
        values = tuple(value for box, value in self._boxes if box.isChecked())
        return Term(self.criterion.name, Operator.ANY_OF, values) if values else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and _unmodified(event):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _on_toggled(self) -> None:
        self.changed.emit()


class SwitchEditor(Editor):
    """One of a few answers, the first of which asks nothing: yes or no, or the cancelled cards."""

    def __init__(self, criterion: Criterion, name: str, parent: QWidget | None = None) -> None:
        super().__init__(criterion, name, parent)
        flag = criterion.field.kind is FieldKind.FLAG
        layout: QHBoxLayout | QVBoxLayout = QHBoxLayout(self) if flag else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12 if flag else 4)
        self._group = QButtonGroup(self)
        self._answers: list[Value | None] = []
        for label, value in self._offered(flag):
            button = QRadioButton(label, self)
            button.setAccessibleName(f"{name}: {label}")
            self._group.addButton(button, len(self._answers))
            self._answers.append(value)
            layout.addWidget(button)
        if flag:
            layout.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_clicked)

    def _offered(self, flag: bool) -> list[tuple[str, Value | None]]:
        if flag:
            return [(self.tr("Any"), None), (self.tr("Yes"), True), (self.tr("No"), False)]
        return [
            (shown(choice.label), None if choice.value == "no" else choice.value)
            for choice in self.criterion.field.choices
        ]

    def show_term(self, term: Term | None) -> None:
        value = term.values[0] if term is not None and term.values else None
        place = self._answers.index(value) if value in self._answers else 0
        self._group.button(place).setChecked(True)

    def term(self) -> Term | None:
        value = self._answers[self._group.checkedId()]
        if value is None:
            return None
        return Term(self.criterion.name, Operator.ANY_OF, (value,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and _unmodified(event):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.changed.emit()


def _unmodified(event: QKeyEvent) -> bool:
    combination: QKeyCombination = event.keyCombination()
    held = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.NoModifier
